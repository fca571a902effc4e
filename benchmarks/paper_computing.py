"""How long the whole computing of the paper takes: seven iterations, 22,000 updates.

    python -m benchmarks.paper_computing [--iterations N] [--threads N] [--json]

One study of simulated people with the preset `paper` runs in this process. Counted are INITIALISE,
MODEL, OPTIMIZE, CONVERGENCE and EVALUATE, in seconds by the clock and of the processor; the
sessions between them are not, because people play those. `--iterations` stops earlier. Each step is
told on standard error as it ends.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from hcmd_lab.learning.warm_up import load  # isort: skip  # torch first

import msgspec

from hcmd_lab.computer import usable_cores
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_missing_groups, run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study


def compute(iterations: int, threads: int) -> dict[str, object]:
    """Run the loop; seconds by step."""
    changes: dict[str, object] = {"participants": "simulated", "threads": threads}
    facts = {"settings": msgspec.to_builtins(make_settings("paper", changes))}
    clock: dict[str, float] = defaultdict(float)
    processor: dict[str, float] = defaultdict(float)
    updates = 0
    load()  # the loops are compiled once on a computer
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "study", facts) as store,
    ):
        study = Study(store, run_here)
        while (now := study.status()).step is not Step.DONE:
            if now.groups_missing:
                if now.iteration > iterations:
                    break
                play_missing_groups(study)
                continue
            began_s, began_cpu_s = time.perf_counter(), time.process_time()
            list(study.perform(now.step))
            took_s = time.perf_counter() - began_s
            took_cpu_s = time.process_time() - began_cpu_s
            clock[now.step] += took_s
            processor[now.step] += took_cpu_s
            told = f"{now.step} {now.iteration}: {took_s:.1f} s, {took_cpu_s:.1f} s of CPU time"
            print(told, file=sys.stderr, flush=True)
            if now.step is Step.OPTIMIZE:
                updates += study.settings.updates[now.iteration - 1]
    return {
        "threads": threads,
        "updates": updates,
        "seconds": round(sum(clock.values()), 1),
        "cpu_seconds": round(sum(processor.values()), 1),
        "seconds_by_step": {step: round(value, 1) for step, value in clock.items()},
        "cpu_seconds_by_step": {step: round(value, 1) for step, value in processor.items()},
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--iterations", type=int, default=7)
    parser.add_argument("--threads", type=int, default=usable_cores())
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    report = compute(given.iterations, given.threads)
    print(json.dumps(report, indent=2 if given.json else None))


if __name__ == "__main__":
    main()
