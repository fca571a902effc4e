"""Time of one update of OPTIMIZE at the paper's size, against other ways of making it.

    python -m benchmarks.optimize [--json] [--updates 60] [--threads 0]

1,000 games, participants of size 32/8, policy of width 32, 32-bit floats; the other ways are those
of `contenders`. Each runs in processes of its own, because the threads of different libraries would
be in each other's way, and they take turns, so that all meet the same load. Their gradients are
compared too.
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time

from benchmarks.contenders import CONTENDERS, gradient_errors, make_update
from benchmarks.paper_size import GAME, GAMES_PER_CONDITION
from hcmd_lab.computer import usable_cores
from hcmd_lab.jobs.requests import Compute, DeviceKind
from hcmd_lab.learning.devices import prepare

WARM_UP = 5
TURNS = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--updates", type=int, default=60, help="updates timed of each way")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0 for one per core")
    parser.add_argument("--contender", choices=CONTENDERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    threads = arguments.threads or usable_cores()
    if arguments.contender:
        print(json.dumps(_measure(arguments.contender, threads, arguments.updates)))
        return
    has_jax = importlib.util.find_spec("jax") is not None
    names = [name for name in CONTENDERS if name != "jax" or has_jax]
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(TURNS):
        for name in names:
            times[name] += _measure_apart(name, threads, -(-arguments.updates // TURNS))
    ms = {name: statistics.median(measured) for name, measured in times.items()}
    others = [name for name in names if name != "ours"]
    found: dict[str, object] = {"ms_per_update": round(ms["ours"], 1)}
    found |= {f"{name}_ms_per_update": round(ms[name], 1) for name in others}
    found |= {f"ratio_{name}": round(ms[name] / ms["ours"], 2) for name in others}
    errors = gradient_errors(names)
    found |= {f"gradient_error_{name}": float(f"{errors[name]:.1e}") for name in errors}
    found |= {"threads": threads, "games": len(GAME.tail_endowments) * GAMES_PER_CONDITION}
    if arguments.json:
        print(json.dumps(found))
        return
    print(f"{ms['ours']:.1f} ms an update on {threads} threads")
    for name in others:
        print(f"{name}: {ms[name]:.1f} ms, {ms[name] / ms['ours']:.1f} times as long")


def _measure_apart(name: str, threads: int, updates: int) -> list[float]:
    """Time a way in a process of its own."""
    # Waiting threads that spin are quickest on an idle computer. The program gives that up for the
    # sake of others; those who do not have to shall have the best that they can.
    policy = {} if name == "ours" else {"OMP_WAIT_POLICY": "ACTIVE"}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.optimize", "--contender", name,
         "--updates", str(updates), "--threads", str(threads)],
        env=os.environ | policy, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    times: list[float] = json.loads(done.stdout.splitlines()[-1])
    return times


def _measure(name: str, threads: int, updates: int) -> list[float]:
    """Milliseconds of each update."""
    prepare(Compute(device=DeviceKind.CPU, threads=threads))
    update = make_update(name, threads)
    times = []
    for _ in range(WARM_UP + updates):
        began_s = time.perf_counter()
        update()
        times.append(1000 * (time.perf_counter() - began_s))
    return times[WARM_UP:]


if __name__ == "__main__":
    main()
