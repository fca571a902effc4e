"""Start time of a station and round trip of a message.

    python -m benchmarks.kiosk_start [--json] [--starts N] [--messages N]

A host without a session runs in this process. Each start is a `hcmd-kiosk --bot` process of its
own: the first of a pair has to pair with the code, the second comes back with its token. The round
trips are measured with stations in this process too, so they hold the work of both ends.

A participant's window is measured from the start of `hcmd-kiosk`, its watchdog included, to two
moments that it tells itself: its first frame is painted, and the first page of the connected
station is. Where there is no display, it is painted off screen.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.host_messages import Accepted, Snapshot
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.pairing import new_pin, pairing_code, parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, Command, Decide
from hcmd_lab.processes import with_code

HOME = "127.0.0.1"
WINDOW = "benchmarks.kiosk_window"


class Host(QObject):
    """A host that accepts everything."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        certificate = LabIdentity(folder / "keys").certificate()
        pin = new_pin()
        self.code = pairing_code(certificate.fingerprint, pin)
        limits = HostLimits(messages_per_s=1e6)
        self.host = LabHost(
            certificate, LabIdentity(folder / "keys"), "benchmark", pin, limits=limits, parent=self
        )
        self.port = self.host.listen(HOME, 0)
        self.host.command_received.connect(self._accept)
        self.host.station_connected.connect(self._show_check_in)

    def _show_check_in(self, station: str) -> None:
        self.host.send(station, Snapshot(SeatView(Page.CHECK_IN)))

    def _accept(self, station: str, command: Command) -> None:
        self.host.send(station, Accepted(command.nonce))

    def start_s(self, station: str) -> float:
        """Seconds from the start of a station's process to the host letting it in."""
        begun_s = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "ui.kiosk", "--bot", *self._arguments(station)],
            env=with_code(self.code),
        )
        wait_until(lambda: station in self.host.stations)
        took_s = time.perf_counter() - begun_s
        process.terminate()
        process.wait()
        wait_until(lambda: station not in self.host.stations)
        return took_s

    def window_s(self, station: str) -> tuple[float, float]:
        """Seconds from the start of a window's process to its first frame and its first page."""
        begun_s = time.time()
        process = subprocess.Popen(
            [sys.executable, "-m", WINDOW, *self._arguments(station)],
            env=with_code(self.code),
            stderr=subprocess.PIPE,
        )
        wait_until(lambda: process.poll() is not None)
        frame_s, page_s = json.loads(process.communicate()[1].splitlines()[-1])
        wait_until(lambda: station not in self.host.stations)
        return frame_s - begun_s, page_s - begun_s

    def _arguments(self, station: str) -> list[str]:
        return [
            "--server", f"{HOME}:{self.port}", "--station", station,
            "--state-dir", str(self.folder),
        ]  # fmt: skip

    def round_trips_ms(self, stations: int, messages: int) -> list[float]:
        """From a decision to its confirmation, for stations that all send at the same time."""
        runners = [Runner(self, f"rt{stations}-{number}", messages) for number in range(stations)]
        wait_until(lambda: all(len(runner.times_ms) == messages for runner in runners))
        for runner in runners:
            runner.link.stop()
        return [time_ms for runner in runners for time_ms in runner.times_ms]


class Runner(QObject):
    """A station that decides again as soon as its decision is confirmed."""

    def __init__(self, host: Host, station: str, messages: int) -> None:
        super().__init__(host)
        self.times_ms: list[float] = []
        self._messages = messages
        self._sent_s = 0.0
        code = parse_code(host.code)
        folder = host.folder / station
        self.link = StationLink(HOME, host.port, station, folder, code=code, parent=self)
        self.link.connected.connect(self._send)
        self.link.accepted.connect(self._on_accepted)
        self.link.start()

    def _send(self) -> None:
        self._sent_s = time.perf_counter()
        self.link.send(Decide(UNSENT, 1, 1, 5))

    def _on_accepted(self) -> None:
        self.times_ms.append(1000 * (time.perf_counter() - self._sent_s))
        if len(self.times_ms) < self._messages:
            # A person's pace, or the stations would measure how they queue behind each other.
            QTimer.singleShot(100, self._send)


def wait_until(condition: Callable[[], bool]) -> None:
    """Let the event loop run until something has happened."""
    loop = QEventLoop()
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    timer.start()
    loop.exec()


def spread(values: list[float]) -> dict[str, float]:
    """Median, 99th percentile and maximum."""
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered), 3),
        "p99": round(ordered[int(0.99 * (len(ordered) - 1))], 3),
        "max": round(ordered[-1], 3),
    }


def main() -> None:
    """Measure and print."""
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--starts", type=int, default=10)
    parser.add_argument("--messages", type=int, default=50)
    given = parser.parse_args()
    _application = QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        host = Host(Path(folder))
        names = [f"start{number}" for number in range(given.starts)]
        windows = [host.window_s(name) for name in names]
        report = {
            "start_pairing_s": spread([host.start_s(name) for name in names]),
            "start_again_s": spread([host.start_s(name) for name in names]),
            "window_first_frame_s": spread([frame_s for frame_s, _ in windows]),
            "window_first_page_s": spread([page_s for _, page_s in windows]),
            "round_trip_4_stations_ms": spread(host.round_trips_ms(4, given.messages)),
            "round_trip_40_stations_ms": spread(host.round_trips_ms(40, given.messages)),
        }
        host.host.close()
    if given.json:
        print(json.dumps(report, indent=2))
    else:
        for name, figures in report.items():
            print(name, *(f"{key} {value}" for key, value in figures.items()))


if __name__ == "__main__":
    main()
