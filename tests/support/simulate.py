"""Play simulated sessions: `python tests/support/simulate.py SEED [COUNT] [--trace]`.

Prints counts as JSON; what was wrong, and with `--trace` all that happens, goes to standard error.
"""

import argparse
import json
import sys
from collections import Counter

from lab_simulation.session import Outcome, Simulation, told_wrong
from lab_simulation.trace import Trace

_SUMMED = ("acknowledged", "lost", "changed", "decisions", "timeouts", "restarts", "unsaved")


def play(seed: int, *, trace: bool) -> Outcome:
    """Play and judge the session of a seed."""
    with Simulation(seed) as session:
        if trace:
            Trace(session)
        return session.play()


def main() -> int:
    """Play, and print what came of it; returns the exit code."""
    parser = argparse.ArgumentParser(description="Sessions with faults, each from a seed.")
    parser.add_argument("seed", type=int, help="the first seed")
    parser.add_argument("count", type=int, nargs="?", default=1, help="how many from there on")
    parser.add_argument("--trace", action="store_true", help="tell what happens")
    given = parser.parse_args()
    counts: Counter[str] = Counter(dict.fromkeys(_SUMMED, 0))
    faults: Counter[str] = Counter()
    failing = []
    for seed in range(given.seed, given.seed + given.count):
        outcome = play(seed, trace=given.trace)
        faults.update(outcome.faults)
        counts.update({name: getattr(outcome, name) for name in _SUMMED})
        if outcome.wrong:
            failing.append(seed)
            print(told_wrong(outcome), file=sys.stderr, flush=True)
    told = {
        "first_seed": given.seed,
        "sessions": given.count,
        "failing": failing,
        **counts,
        "faults": faults.total(),
        "faults_by_kind": dict(sorted(faults.items())),
    }
    print(json.dumps(told, indent=1))
    return bool(failing)


if __name__ == "__main__":
    raise SystemExit(main())
