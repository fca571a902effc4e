"""A runner that computes every training step at once, without a network.

What comes out follows from the job and its data alone, as with a real one: the same seed gives the
same bits, and another seed, other data or another number of updates give others.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
from step_results import COMPARED, EVALUATED, MODELLED, OPTIMIZED

from hcmd_lab.dataset import read_dataset
from hcmd_lab.files import atomic_write
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import Game
from hcmd_lab.game.usable_votes import MIN_GROUPS, are_comparable
from hcmd_lab.jobs.job_folder import DATASET_FILE
from hcmd_lab.jobs.report import Report, Result
from hcmd_lab.jobs.requests import (
    ConvergenceJob,
    EvaluateJob,
    InitialiseJob,
    Job,
    ModelJob,
    OptimizeJob,
)
from hcmd_lab.jobs.trained import InitialiseResult

FROZEN = "frozen.bin"


def run_stubbed(
    job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Report]:
    """Run a job as `Study` wants it run."""
    del should_stop
    yield _result(job, folder, checkpoints)


def _result(job: Job, folder: Path, checkpoints: Path) -> Result:
    drawn = hashlib.sha256(msgspec.json.encode(job)).digest()
    match job:
        case InitialiseJob():
            checkpoint = _keep(checkpoints, drawn)
            _freeze(folder, drawn, job.game)
            return InitialiseResult(checkpoint=checkpoint, frozen=FROZEN)
        case ModelJob():
            groups, dataset = read_dataset(folder / DATASET_FILE)
            checkpoint = _keep(checkpoints, drawn + dataset.encode())
            voting = [group for group in groups if _votes(group) and _is_usable(group, job.game)]
            return msgspec.structs.replace(
                MODELLED,
                checkpoint=checkpoint,
                dataset_sha256=dataset,
                groups=len(groups),
                votes=sum(map(_votes, voting)) if len(voting) >= MIN_GROUPS else 0,
            )
        case OptimizeJob():
            checkpoint = _keep(checkpoints, drawn)
            _freeze(folder, drawn, job.game)
            return msgspec.structs.replace(
                OPTIMIZED, checkpoint=checkpoint, frozen=FROZEN, updates=job.updates
            )
        case ConvergenceJob():
            count = len(job.policies)
            return msgspec.structs.replace(
                COMPARED,
                shares=[[0.5] * count] * count,
                standard_errors=[[0.0] * count] * count,
                nash=[1 / count] * count,
                alpha_rank=[1 / count] * count,
                converged=bool(job.seed % 2),
            )
        case EvaluateJob():
            groups, _ = read_dataset(folder / DATASET_FILE)
            compared = {job.mechanism, job.baseline}
            counted = [
                group
                for group in groups
                if group.purpose == "evaluate"
                and {stage.mechanism for stage in group.stages} <= compared
            ]
            return msgspec.structs.replace(
                EVALUATED, mechanism=job.mechanism, baseline=job.baseline, groups=len(counted),
                votes=sum(map(_votes, counted)),
            )  # fmt: skip
        case _:
            raise TypeError(f"{type(job).__name__} is no step of a study")


def _votes(group: PlayedGroup) -> int:
    return sum(vote is not None for vote in group.votes)


def _is_usable(group: PlayedGroup, game: Game) -> bool:
    return are_comparable({stage.stage: len(stage.payouts) for stage in group.stages}, game)


def _keep(checkpoints: Path, drawn: bytes) -> str:
    """Write what stands for a network; returns its name, the hash of its bytes."""
    data = b"stands for a network" + drawn
    sha256 = hashlib.sha256(data).hexdigest()
    checkpoints.mkdir(exist_ok=True)
    atomic_write(checkpoints / f"{sha256}.safetensors", data)
    return sha256


def _freeze(folder: Path, drawn: bytes, game: Game) -> FrozenPolicy:
    """Write the table of a closed form that was drawn."""
    form = ClosedForm("drawn", own_weight=0.3 + drawn[0] / 512, relative_weight=drawn[1] / 256)
    table = replace(freeze(form, game), name="drawn")
    atomic_write(folder / FROZEN, table.to_bytes())
    return table
