"""Curves of MODEL's cross-validation: kept while it runs, and stored with its result."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import torch

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.files import atomic_write
from hcmd_lab.jobs.curve import Curve, Measure
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.learning import tensorfile
from hcmd_lab.learning.cross_validation import Epoch, Size

_TRAINING = "training "


class FittedTo(msgspec.Struct, frozen=True):
    """Job and data that the saved curves of finished sizes belong to."""

    job: ModelJob
    dataset_sha256: str


@dataclass(frozen=True, slots=True)
class FitCurve:
    """Cross-entropies of one size in nats per contribution, by epoch.

    Attributes:
        by_split: On the groups that each split leaves out.
        training: On the others, averaged over the splits.
    """

    by_split: list[tuple[float, ...]]
    training: list[float]

    @classmethod
    def of(cls, epochs: Sequence[Epoch]) -> "FitCurve":
        """The curve of epochs."""
        return cls([each.by_split for each in epochs], [each.training for each in epochs])

    @property
    def held_out(self) -> list[float]:
        """On the groups left out, averaged over the splits."""
        return [statistics.fmean(each) for each in self.by_split]


def write_fit_curves(path: Path, of: FittedTo, curves: Mapping[Size, FitCurve]) -> None:
    """Write the curves of the sizes that are finished."""
    tensors = {}
    for size, curve in curves.items():
        tensors[_name(size)] = torch.tensor(curve.by_split, dtype=torch.float64)
        tensors[_TRAINING + _name(size)] = torch.tensor(curve.training, dtype=torch.float64)
    atomic_write(path, tensorfile.encode(tensors, of))


def read_fit_curves(path: Path, of: FittedTo) -> dict[Size, FitCurve]:
    """Curves of sizes finished before a stop; empty if they belong to another job or data.

    Those of earlier versions, which kept less, are read as none: only time is lost, since the
    result does not depend on this file.
    """
    if not path.exists():
        return {}
    try:
        tensors, record = tensorfile.decode(read_bounded(path, FileKind.JOB))
    except ValueError:
        return {}
    if record != msgspec.json.encode(of, order="sorted"):
        return {}
    found = {}
    for name, by_split in tensors.items():
        if not name.startswith(_TRAINING) and _TRAINING + name in tensors and by_split.ndim > 1:
            linear, lstm = name.split("/")
            rows = [*map(tuple, by_split.tolist())]
            found[int(linear), int(lstm)] = FitCurve(rows, tensors[_TRAINING + name].tolist())
    return found


def stored_curves(
    tried: Mapping[Size, FitCurve], refit: Sequence[float], votes: Mapping[float, float]
) -> tuple[Curve, ...]:
    """The curves of a result.

    Args:
        tried: By size.
        refit: Cross-entropy of the fit to all groups, by epoch.
        votes: Held-out cross-entropy of votes by penalty; empty where none was fitted.
    """
    curves = []
    for size, curve in tried.items():
        curves.append(_by_epoch(Measure.HELD_OUT, curve.held_out, _name(size)))
        curves.append(_by_epoch(Measure.TRAINING, curve.training, _name(size)))
    curves.append(_by_epoch(Measure.REFIT, refit))
    if votes:
        penalties = sorted(votes)
        nats = tuple(votes[penalty] for penalty in penalties)
        curves.append(Curve(measure=Measure.VOTE_HELD_OUT, places=tuple(penalties), values=nats))
    return tuple(curves)


def _by_epoch(measure: Measure, values: Sequence[float], size: str = "") -> Curve:
    places = tuple(float(epoch) for epoch in range(1, len(values) + 1))
    return Curve(measure=measure, places=places, values=tuple(values), size=size)


def _name(size: Size) -> str:
    return f"{size[0]}/{size[1]}"
