"""Sessions with faults that are simulated from seeds: what was confirmed, lost and changed.

    python -m benchmarks.reliability.simulation --sessions 200

Prints JSON. `lost` and `changed` are confirmed decisions that are not in the log, or not as they
were sent; `failing` are the seeds in which these or anything else did not hold.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_SUMMED = (
    "sessions", "acknowledged", "lost", "changed", "decisions", "timeouts", "restarts", "unsaved",
    "faults",
)  # fmt: skip
_AT_ONCE = 100


def counted(first: int, sessions: int, programs: int) -> dict[str, Any]:
    """Play sessions in several programs, and add up what they count.

    Args:
        first: The first seed.
        sessions: How many from there on.
        programs: How many run side by side.

    Raises:
        subprocess.CalledProcessError: A program did not get to its end.
    """
    begun_s = time.monotonic()
    totals: Counter[str] = Counter(dict.fromkeys(_SUMMED, 0))
    by_kind: Counter[str] = Counter()
    failing: list[int] = []
    for told in _played(first, sessions, programs):
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


def _played(first: int, sessions: int, programs: int) -> Iterator[dict[str, Any]]:
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
        if program.returncode not in (0, 1):
            raise subprocess.CalledProcessError(program.returncode, program.args)
        yield json.loads(printed)


def _started(seed: int, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, str(ROOT / "tests/support/simulate.py"), str(seed), str(count)]
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def main() -> int:
    """Read the command line, play, print."""
    parser = argparse.ArgumentParser(description="Simulated sessions with faults.")
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--programs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    told = counted(given.first, given.sessions, given.programs)
    print(json.dumps(told, indent=1))
    return bool(told["failing"])


if __name__ == "__main__":
    raise SystemExit(main())
