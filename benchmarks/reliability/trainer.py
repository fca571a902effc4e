"""A training step that goes on as long as it is let: what a session's computer may do beside it.

    python -m benchmarks.reliability.trainer FOLDER

Prepares a simulated study in a folder that does not exist, begins MODEL, and then OPTIMIZE, in the
process in which the program always trains, prints a line for each sign of progress and goes on
until it is ended.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hcmd_lab.processes import end_process
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_missing_groups
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

_GROUPS = 8
_UPDATES = 100_000
"""More than anybody waits for."""


@contextmanager
def training(folder: Path) -> Iterator[None]:
    """Context in which a training step runs; it has begun when the context is entered.

    Raises:
        RuntimeError: It ended instead.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.reliability.trainer", str(folder)],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        if process.stdout is None or not process.stdout.readline():
            raise RuntimeError("the training step that was to run beside the session has ended")
        yield
    finally:
        end_process(process)


def train(folder: Path) -> None:
    """Train until this process is ended."""
    settings = make_settings(
        "quick",
        {
            "participants": "simulated",
            "groups": [_GROUPS, _GROUPS],
            "updates": [_UPDATES, _UPDATES],
        },
    )
    with make_study(folder, settings) as store:
        study = Study(store)
        for _ in study.perform(Step.INITIALISE):
            pass
        play_missing_groups(study)
        for step in (Step.MODEL, Step.OPTIMIZE):
            for _ in study.perform(step):
                print("training", flush=True)


if __name__ == "__main__":
    train(Path(sys.argv[1]))
