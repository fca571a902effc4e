"""Play simulated sessions: `python tests/support/simulate.py SEED [COUNT] [--trace]`.

Prints counts as JSON, with what was wrong by seed; that, and with `--trace` all that happens, also
goes to standard error. Ends with 1 if something was wrong, a session that has stopped with a fault
of the program or of the simulation itself included: it is told like any other, and the rest played.
"""

import argparse
import json
import sys
import traceback
from collections import Counter
from collections.abc import Sequence

from lab_simulation.session import Outcome, Simulation, told_wrong
from lab_simulation.trace import Trace

_SUMMED = ("acknowledged", "lost", "changed", "decisions", "timeouts", "restarts", "unsaved")


def play(seed: int, *, trace: bool) -> Outcome:
    """Play and judge the session of a seed."""
    with Simulation(seed) as session:
        if trace:
            Trace(session)
        return session.play()


def played(seed: int, *, trace: bool = False) -> Outcome:
    """The session of a seed, also where it stops in the middle: then that is what was wrong."""
    try:
        return play(seed, trace=trace)
    except Exception:  # noqa: BLE001 - whatever it is, it has a seed
        return Outcome(seed, [traceback.format_exc()])


def main(arguments: Sequence[str] | None = None) -> int:
    """Play, and print what came of it; returns the exit code."""
    parser = argparse.ArgumentParser(description="Sessions with faults, each from a seed.")
    parser.add_argument("seed", type=int, help="the first seed")
    parser.add_argument("count", type=int, nargs="?", default=1, help="how many from there on")
    parser.add_argument("--trace", action="store_true", help="tell what happens")
    given = parser.parse_args(arguments)
    counts: Counter[str] = Counter(dict.fromkeys(_SUMMED, 0))
    faults: Counter[str] = Counter()
    wrong: dict[int, str] = {}
    for seed in range(given.seed, given.seed + given.count):
        outcome = played(seed, trace=given.trace)
        faults.update(outcome.faults)
        counts.update({name: getattr(outcome, name) for name in _SUMMED})
        if outcome.wrong:
            wrong[seed] = told_wrong(outcome)
            print(wrong[seed], file=sys.stderr, flush=True)
    told = {
        "first_seed": given.seed,
        "sessions": given.count,
        "failing": list(wrong),
        "wrong": wrong,
        **counts,
        "faults": faults.total(),
        "faults_by_kind": dict(sorted(faults.items())),
    }
    print(json.dumps(told, indent=1))
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
