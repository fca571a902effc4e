"""How long decisions take while many stations play at once.

    python -m benchmarks.reliability.load --stations 4 48 [--seconds 20] [--training]

The host is the real `hcmd-lab serve` with a study on the disk; the stations are real ends of the
protocol over real sockets, all in one process (`benchmarks.crowd`), so that each time holds the
work of both ends and of whatever waits for the same cores. Prints JSON.

`acknowledged`: from a decision that is sent to the word that it is saved. `revealed`: from the last
decision of a group to the outcome on each of its screens. `arrival_s`: from the start of all
stations, none of them paired, to the first screen of the last one. `host_mb` is the most memory
that the host has held, `station_kb` by how much that is more for each station than before the first
came.
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
from typing import Any, TypeAlias

from benchmarks.crowd import play
from benchmarks.reliability.told import Row, percentiles
from benchmarks.reliability.trainer import training
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import Command, Decide
from hcmd_lab.processes import CODE_VARIABLE, HostProcess, with_code
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import make_study
from hcmd_lab.study.settings import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

Moment: TypeAlias = tuple[str, int, int]
"""A participant's code, stage and round."""

THINK_MS = {4: 250, 48: 1500, 400: 6000}
_FEWEST_GROUPS = 4


class TimedLink(StationLink):
    """A station that writes down when it sent a decision, heard of it and saw the outcome.

    Attributes:
        all: Every one that was made in this process.
    """

    all: list["TimedLink"] = []  # noqa: RUF012 - of this process

    def __init__(self, *args: object, **details: object) -> None:
        """As any station; nothing is noted yet."""
        super().__init__(*args, **details)  # type: ignore[arg-type]  # as it is made there
        self.acknowledged_ms: list[float] = []
        self.sent_s: dict[Moment, float] = {}
        self.revealed_s: dict[Moment, float] = {}
        self.first_screen_s: float | None = None
        self._participant = ""
        self._under_way: dict[str, float] = {}
        self.snapshot_received.connect(self._on_screen)
        self.accepted.connect(self._on_accepted)
        TimedLink.all.append(self)

    def send(self, command: Command) -> str | None:
        """Send a command, and note when."""
        now_s = time.monotonic()
        nonce = super().send(command)
        if nonce is not None and isinstance(command, Decide):
            self._under_way[nonce] = now_s
            self.sent_s[self._participant, command.stage, command.round] = now_s
        return nonce

    def _on_accepted(self, nonce: str) -> None:
        if nonce in self._under_way:
            took_s = time.monotonic() - self._under_way.pop(nonce)
            self.acknowledged_ms.append(1000 * took_s)

    def _on_screen(self, view: SeatView) -> None:
        now_s = time.monotonic()
        if self.first_screen_s is None:
            self.first_screen_s = now_s
        self._participant = view.participant
        if view.page is Page.OUTCOME:
            self.revealed_s.setdefault((view.participant, view.stage, view.round), now_s)


def crowd(server: str, stations: int, think_ms: int) -> None:
    """Play until this process is asked to end, then print what the stations noted."""
    begun_s = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="hcmd-load-") as folder:
        play(server, os.environ[CODE_VARIABLE], stations, think_ms, Path(folder), TimedLink)
    links = TimedLink.all
    arrived_s = [link.first_screen_s for link in links if link.first_screen_s is not None]
    told = {
        "arrived": len(arrived_s),
        "arrival_s": round(max(arrived_s, default=begun_s) - begun_s, 2),
        "acknowledged_ms": [each for link in links for each in link.acknowledged_ms],
        "sent": [[*moment, at_s] for link in links for moment, at_s in link.sent_s.items()],
        "revealed": [[*moment, at_s] for link in links for moment, at_s in link.revealed_s.items()],
    }
    print(json.dumps(told), flush=True)


def under_load(stations: int, seconds: float, folder: Path, *, is_training: bool = False) -> Row:
    """Let so many stations play for a while; returns what was measured.

    Args:
        stations: A multiple of four.
        seconds: How long they play, their arrival included.
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
    with HostProcess(folder, ["--port", "0", "--groups", str(groups)]) as host:
        for pipe in (host.process.stdout, host.process.stderr):
            assert pipe is not None
            threading.Thread(target=_empty, args=(pipe,), daemon=True).start()
        empty_kb = _memory_kb(host.process.pid, "VmRSS")
        played = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.reliability.load", "--crowd", host.server,
             "--stations", str(stations), "--think-ms", str(_think_ms(stations))],
            env=with_code(host.listening["code"]), stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        time.sleep(seconds)
        most_kb = _memory_kb(host.process.pid, "VmHWM")
        played.terminate()
        printed, _ = played.communicate()
    told = json.loads(printed.splitlines()[-1])
    with Store.read(folder) as store:
        group_of = {row.code: row.group for row in store.tables.participants()}
    revealed_ms = _revealed_ms(told["sent"], told["revealed"], group_of)
    return {
        "what": f"{stations} stations",
        "stations": stations,
        "arrived": told["arrived"],
        "arrival_s": told["arrival_s"],
        "decisions": len(told["acknowledged_ms"]),
        "acknowledged": percentiles(told["acknowledged_ms"]),
        "revealed": percentiles(revealed_ms),
        "host_mb": None if most_kb is None else most_kb // 1024,
        "station_kb": None
        if most_kb is None or empty_kb is None
        else max(0, most_kb - empty_kb) // stations,
    }


def _think_ms(stations: int) -> int:
    """Fewer stations decide more often, so that there is enough to measure."""
    return THINK_MS.get(stations, 15 * stations)


def _revealed_ms(
    sent: list[list[Any]], revealed: list[list[Any]], group_of: dict[str, int | None]
) -> list[float]:
    """For each screen, the time since its group's last decision of the round."""
    last_s: dict[tuple[int | None, int, int], float] = {}
    for participant, stage, number, at_s in sent:
        moment = (group_of[participant], stage, number)
        last_s[moment] = max(last_s.get(moment, 0.0), at_s)
    return [
        1000 * (at_s - last_s[group_of[participant], stage, number])
        for participant, stage, number, at_s in revealed
    ]


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
    parser.add_argument("--crowd", help=argparse.SUPPRESS)
    parser.add_argument("--think-ms", type=int, default=1500, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.crowd:
        crowd(given.crowd, given.stations[0], given.think_ms)
        return 0
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
