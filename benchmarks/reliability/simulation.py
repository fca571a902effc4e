"""Sessions with faults that are simulated from seeds: what was confirmed, lost and changed.

    python -m benchmarks.reliability.simulation --sessions 200

Prints JSON. `lost` and `changed` are confirmed decisions that are not in the log, or not as they
were sent; `failing` are the seeds in which these or anything else did not hold. What was wrong in
each goes to standard error and, so that a run whose output is lost can still be asked, into a file
(`--failures`). Ends with 1 if there is any, with 2 if one of the programs has not got to its end.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).parents[2]
_SUMMED = (
    "sessions", "acknowledged", "lost", "changed", "decisions", "timeouts", "restarts", "unsaved",
    "faults",
)  # fmt: skip
_AT_ONCE = 100
FAILURES = Path(tempfile.gettempdir(), "hcmd-lab-simulation-failures.txt")
"""Where failing seeds are told by default: added to what is there."""


class BrokenOffError(Exception):
    """A program that plays has not got to its end."""


def counted(first: int, sessions: int, programs: int, failures: Path = FAILURES) -> dict[str, Any]:
    """Play sessions in several programs, and add up what they count.

    Args:
        first: The first seed.
        sessions: How many from there on.
        programs: How many run side by side.
        failures: The file that what was wrong is added to.

    Raises:
        BrokenOffError: A program did not get to its end.
    """
    begun_s = time.monotonic()
    totals: Counter[str] = Counter(dict.fromkeys(_SUMMED, 0))
    by_kind: Counter[str] = Counter()
    failing: list[int] = []
    for told in _played(first, sessions, programs, failures):
        totals.update({name: told[name] for name in _SUMMED})
        by_kind.update(told["faults_by_kind"])
        failing += told["failing"]
    return {
        "what": "simulated sessions with faults",
        "first_seed": first,
        **totals,
        "failing": sorted(failing),
        "faults_by_kind": dict(sorted(by_kind.items())),
        "seconds": round(time.monotonic() - begun_s, 1),
    }


def _played(first: int, sessions: int, programs: int, failures: Path) -> Iterator[dict[str, Any]]:
    left = [
        (seed, min(_AT_ONCE, first + sessions - seed))
        for seed in range(first, first + sessions, _AT_ONCE)
    ]
    running: list[subprocess.Popen[str]] = []
    while left or running:
        while left and len(running) < programs:
            seed, count = left.pop(0)
            running.append(_started(seed, count))
        program = running.pop(0)
        printed, _ = program.communicate()
        try:
            told: dict[str, Any] = json.loads(printed)
        except ValueError:
            # Python ends with 1 at a fault as well: only what is printed says that all was played.
            line = shlex.join(cast("list[str]", program.args))
            words = f"{line} ended with {program.returncode} before its end"
            _keep(failures, words)
            raise BrokenOffError(words) from None
        for wrong in told["wrong"].values():
            _keep(failures, wrong)
        yield told


def _keep(failures: Path, words: str) -> None:
    with failures.open("a", encoding="utf-8") as file:
        file.write(f"{words}\n\n")


def _started(seed: int, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, str(ROOT / "tests/support/simulate.py"), str(seed), str(count)]
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, play, print."""
    parser = argparse.ArgumentParser(description="Simulated sessions with faults.")
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--programs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--failures", type=Path, default=FAILURES, help="the file that failing seeds are told in"
    )
    given = parser.parse_args(arguments)
    try:
        told = counted(given.first, given.sessions, given.programs, given.failures)
    except BrokenOffError as error:
        print(f"{error}; what it said of it is above", file=sys.stderr)
        return 2
    print(json.dumps(told, indent=1))
    if told["failing"]:
        print(f"what was wrong is also in {given.failures}", file=sys.stderr)
    return bool(told["failing"])


if __name__ == "__main__":
    raise SystemExit(main())
