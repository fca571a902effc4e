"""How long decisions take while many stations play at once.

    python -m benchmarks.reliability.load --stations 4 48 [--seconds 20] [--training]

The host is the real `hcmd-lab serve` with a study on the disk; the stations are real ends of the
protocol over real sockets, all in one process that draws nothing (`raw_stations`), so that the
host is measured and not its company; each time still holds the work of both ends and of whatever
waits for the same cores. Prints JSON.

`acknowledged`: from a decision that is sent to the word that it is saved. `revealed`: from the last
decision of a group to the outcome on each of its screens. Both are of decisions that were sent once
everybody was in; `while_arriving` are acknowledgements before. `arrival_s`: from the start of all
stations, none of them paired, to the first screen of the last one. `disk` is how long the disk took
just before to say that a small write is on it, which every acknowledgement waits for. `host_cpu_ms`
is the host's CPU time for each decision, all else that it did for a round included, the shares are
of one core. `host_mb` is the most memory that the host has held, `station_kb` by how much that is
more for each station than before the first came.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from benchmarks.reliability.told import Row, percentiles
from benchmarks.reliability.trainer import training
from hcmd_lab.processes import HostProcess, with_code
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

THINK_MS = {4: 250, 48: 1500, 400: 6000}
_FEWEST_GROUPS, _SEATS = 4, 4
_DISK_WRITES, _COMMIT_BYTES = 100, 16_384


def under_load(stations: int, seconds: float, folder: Path, *, is_training: bool = False) -> Row:
    """Let so many stations play for a while; returns what was measured.

    Args:
        stations: A multiple of four.
        seconds: How long they play once all are in.
        folder: For the study; does not exist.
        is_training: Whether a training step of another study runs on the computer meanwhile.

    Raises:
        RuntimeError: The training step could not be begun.
    """
    beside = training(folder.with_name(f"{folder.name}-trained")) if is_training else nullcontext()
    with beside:
        return _played(stations, seconds, folder) | {"training": is_training}


def _played(stations: int, seconds: float, folder: Path) -> Row:
    groups = stations // 4
    planned = max(_FEWEST_GROUPS, groups)
    settings = make_settings("quick", {"participants": "simulated", "groups": [planned, planned]})
    with make_study(folder, settings) as store:
        for _ in Study(store).perform(Step.INITIALISE):
            pass
    disk = percentiles(synchronised_ms(folder))
    with HostProcess(folder, ["--port", "0", "--groups", str(groups)]) as host:
        for pipe in (host.process.stdout, host.process.stderr):
            assert pipe is not None
            threading.Thread(target=_empty, args=(pipe,), daemon=True).start()
        empty_kb = _memory_kb(host.process.pid, "VmRSS")
        played = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.reliability.raw_stations", "--server", host.server,
             "--stations", str(stations), "--think-ms", str(_think_ms(stations))],
            env=with_code(host.listening["code"]), stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert played.stdout is not None
        played.stdout.readline()  # everybody who comes has a screen
        begun_s, begun_cpu_s = time.monotonic(), _cpu_s(host.process.pid)
        time.sleep(seconds)
        wall_s = time.monotonic() - begun_s
        cpu_s = _cpu_s(host.process.pid) - begun_cpu_s
        most_kb = _memory_kb(host.process.pid, "VmHWM")
        played.terminate()
        printed, _ = played.communicate()
    told = json.loads(printed.splitlines()[-1])
    with Store.read(folder) as store:
        group_of = {row.code: row.group for row in store.tables.participants()}
    all_in_s = told["all_in_s"]
    later_ms = [1000 * took_s for sent_s, took_s in told["acknowledged"] if sent_s >= all_in_s]
    before_ms = [1000 * took_s for sent_s, took_s in told["acknowledged"] if sent_s < all_in_s]
    revealed_ms = _revealed_ms(
        [each for each in told["sent"] if each[-1] >= all_in_s], told["revealed"], group_of
    )
    return {
        "what": f"{stations} stations",
        "stations": stations,
        "arrived": told["arrived"],
        "arrival_s": told["arrival_s"],
        "stations_lost": told["stations_lost"],
        "came_again": told["came_again"],
        "refused": told["refused"],
        "decisions": len(later_ms),
        "acknowledged": percentiles(later_ms),
        "revealed": percentiles(revealed_ms),
        "while_arriving": percentiles(before_ms) if before_ms else None,
        "disk": disk,
        "host_cpu_ms": round(1000 * cpu_s / len(later_ms), 2),
        "host_cpu_share": round(cpu_s / wall_s, 3),
        "stations_cpu_share": told["cpu_share"],
        "host_mb": None if most_kb is None else most_kb // 1024,
        "station_kb": None
        if most_kb is None or empty_kb is None
        else max(0, most_kb - empty_kb) // stations,
    }


def synchronised_ms(folder: Path) -> list[float]:
    """How long the disk takes to say that a small write is on it, a few times over."""
    times_ms = []
    path = folder / "disk.tmp"
    with path.open("wb", buffering=0) as file:
        for _ in range(_DISK_WRITES):
            file.write(bytes(_COMMIT_BYTES))
            begun_s = time.perf_counter()
            os.fsync(file.fileno())
            times_ms.append(1000 * (time.perf_counter() - begun_s))
            time.sleep(0.01)
    path.unlink()
    return times_ms


def _think_ms(stations: int) -> int:
    """Fewer stations decide more often, so that there is enough to measure."""
    return THINK_MS.get(stations, 15 * stations)


def _revealed_ms(
    sent: list[list[Any]], revealed: list[list[Any]], group_of: dict[str, int | None]
) -> list[float]:
    """For each screen, the time since its group's last decision of the round."""
    made_s: dict[tuple[int | None, int, int], list[float]] = {}
    for participant, stage, number, at_s in sent:
        made_s.setdefault((group_of[participant], stage, number), []).append(at_s)
    return [
        1000 * (at_s - max(made))
        for participant, stage, number, at_s in revealed
        if len(made := made_s.get((group_of[participant], stage, number), [])) == _SEATS
    ]


def _cpu_s(process: int) -> float:
    """CPU time of a process until now, in seconds; 0 if nobody tells."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory_kb(process: int, which: str) -> int | None:
    """Memory that a process holds (`VmRSS`) or has held at most (`VmHWM`); None if nobody tells."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return None
    told = status.partition(f"{which}:")[2].split()
    return int(told[0]) if told else None  # a process that has ended holds nothing


def _empty(pipe: Iterable[str]) -> None:
    """Read what a program says, so that it can go on saying it."""
    for _ in pipe:
        pass


def main() -> int:
    """Read the command line, play, print."""
    parser = argparse.ArgumentParser(description="Decisions while many stations play.")
    parser.add_argument("--stations", type=int, nargs="+", default=[4, 48])
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--training", action="store_true", help="train beside it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hcmd-load-") as folder:
        rows = [
            under_load(
                stations,
                given.seconds,
                Path(folder) / str(stations),
                is_training=given.training,
            )
            for stations in given.stations
        ]
    print(json.dumps(rows, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
