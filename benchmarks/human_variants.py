"""Other ways to fit the participant models, compared with the default on data of people.

    python -m benchmarks.human_variants DATA [--seeds N]

DATA as in `human_data`. Each variant runs the whole of MODEL, cross-validation included, on the
same groups as the default and is asked about the same groups set aside.
"""

import argparse
import statistics
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest import mock

import torch

from benchmarks.human_data import human_groups, trial
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import Compute, DeviceKind, ModelJob
from hcmd_lab.learning.contribution_fit import mean_cross_entropy_of_set
from hcmd_lab.learning.sequences import Sequences


def _all_alike(_: int, groups: int, members: int) -> torch.Tensor:
    return torch.ones(members, groups, dtype=torch.float64)


VARIANTS: dict[str, tuple[int, dict[str, Any]]] = {
    "default": (8, {}),
    "one fit": (1, {}),
    "no resampling": (8, {"hcmd_lab.learning.fit.group_weights": _all_alike}),
    "free tables": (8, {"hcmd_lab.learning.flat_parameters.TABLE_DECAY": 0.0}),
    "no tables": (8, {"hcmd_lab.learning.flat_parameters.TABLE_DECAY": 1 / 0.03}),
    "no longer": (8, {"hcmd_lab.learning.fit.LONGER": 1.0}),
}
"""Members of each variant, and what it has in place of the default's."""


def held_out(
    groups: Sequence[PlayedGroup], seed: int, members: int, changes: dict[str, Any]
) -> float:
    """Cross-entropy per decision in nats on the groups that a seed sets aside."""
    compute = Compute(device=DeviceKind.CPU, threads=1)
    job = ModelJob(game=PAPER_GAME, seed=seed, members=members, compute=compute)
    with ExitStack() as stack:
        for name, value in changes.items():
            stack.enter_context(mock.patch(name, value))
        tried = trial(groups, job)
    inputs = tried.fitted.architecture.inputs
    left_out = Sequences.of(tried.left_out, inputs, torch.device("cpu"))
    return mean_cross_entropy_of_set(tried.fitted, left_out)


def main() -> None:
    """Print each seed and the paired differences from the default."""
    parser = argparse.ArgumentParser(description="Other ways to fit, compared.")
    parser.add_argument("data", type=Path, help="gmtv.csv or a file of the plain layout")
    parser.add_argument("--seeds", type=int, default=20, help="number of seeds, at least 2")
    options = parser.parse_args()

    groups = human_groups(options.data)
    print("seed  " + "  ".join(f"{name:>14}" for name in VARIANTS))
    found: dict[str, list[float]] = {name: [] for name in VARIANTS}
    for seed in range(options.seeds):
        for name, (members, changes) in VARIANTS.items():
            found[name].append(held_out(groups, seed, members, changes))
        print(f"{seed:>4}  " + "  ".join(f"{of[-1]:14.4f}" for of in found.values()), flush=True)
    for name in list(VARIANTS)[1:]:
        less = [one - other for one, other in zip(found[name], found["default"], strict=True)]
        error = statistics.stdev(less) / len(less) ** 0.5
        print(f"{name} less default: {statistics.fmean(less):.4f}, standard error {error:.4f}")


if __name__ == "__main__":
    main()
