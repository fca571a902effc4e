"""What to play next: the true share of votes against the number of groups, by what ACQUIRE plays.

    python -m benchmarks.acquire [--schedules paper:73,45,51,101 informative:37,23,26,51]
        [--seeds N] [--updates N] [--learning-rate R] [--truth N] [--json]

Whole loops of simulated people run in this process, one for each seed and schedule: a schedule is
what ACQUIRE plays and the groups of each iteration. After each iteration the mechanism is put to
the vote against liberal egalitarian among very many simulated people (`true_votes`). By default
OPTIMIZE takes fewer and larger steps than the paper's, so that a loop takes about two minutes.
"""

import argparse
import json
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.true_votes import true_share  # isort: skip

import msgspec

from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_missing_groups, run_here
from hcmd_lab.study.status import Step, played_in
from hcmd_lab.study.study import Study

SCHEDULES = ("paper:73,45,51,101", "informative:37,23,26,51")


@dataclass(frozen=True, slots=True)
class Schedule:
    """What ACQUIRE plays, and with how many groups in each iteration."""

    acquire: Acquire
    groups: tuple[int, ...]

    @classmethod
    def parse(cls, text: str) -> "Schedule":
        """A schedule as it is typed: `informative:37,23`."""
        acquire, _, groups = text.partition(":")
        return cls(Acquire(acquire), tuple(map(int, groups.split(","))))


def loop(
    schedule: Schedule, seed: int, updates: int, learning_rate: float, truth: int
) -> list[float]:
    """The true share of votes for theta_1, theta_2, ... of one loop."""
    changes: dict[str, object] = {
        "participants": "simulated", "seed": seed, "acquire": schedule.acquire,
        "groups": list(schedule.groups), "min_iterations": len(schedule.groups),
        "updates": [updates] * len(schedule.groups), "learning_rate": learning_rate,
        "linear_sizes": [32], "lstm_sizes": [8], "splits": 2, "max_epochs": 100,
        "evaluation_groups": 4, "repetitions": 20,
    }  # fmt: skip
    facts = {"settings": msgspec.to_builtins(make_settings("paper", changes))}
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "study", facts) as store,
    ):
        study = Study(store, run_here)
        while (now := study.status()).step is not Step.EVALUATE:
            if played_in(now.step) is None:
                list(study.perform(now.step))
            else:
                play_missing_groups(study)
        baseline = freeze(LIBERAL_EGALITARIAN, PAPER_GAME)
        tables = [store.learned.mechanism(sha256) for sha256 in study.mechanisms.trained_tables()]
        return [true_share(table, baseline, truth).share for table in tables[1:]]


def summary(shares: list[list[float]], groups: tuple[int, ...]) -> list[dict[str, float]]:
    """After each iteration the mean over the loops, its standard error, and the worst."""
    rows = []
    for number, column in enumerate(zip(*shares, strict=True), start=1):
        spread = statistics.stdev(column) if len(column) > 1 else float("nan")
        rows.append(
            {
                "groups": sum(groups[:number]),
                "mean": statistics.fmean(column),
                "standard_error": spread / len(column) ** 0.5,
                "worst": min(column),
            }
        )
    return rows


def main() -> None:
    """Run all loops and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schedules", nargs="+", default=SCHEDULES)
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--updates", type=int, default=300)
    parser.add_argument("--learning-rate", type=float, default=3e-4)
    parser.add_argument("--truth", type=int, default=1000, help="groups a condition and order")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    report = {}
    for text in given.schedules:
        schedule = Schedule.parse(text)
        shares = []
        for seed in range(1, given.seeds + 1):
            shares.append(loop(schedule, seed, given.updates, given.learning_rate, given.truth))
            if not given.json:
                print(text, seed, *(f"{share:.4f}" for share in shares[-1]), flush=True)
        report[text] = {"loops": shares, "iterations": summary(shares, schedule.groups)}
    print(json.dumps(report, indent=2 if given.json else None))


if __name__ == "__main__":
    main()
