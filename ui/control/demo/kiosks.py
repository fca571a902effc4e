"""The demo's stations: kiosks in windows of their own, and company without windows."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QProcess, QProcessEnvironment, Signal

from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.processes import CODE_VARIABLE, kiosk_command
from ui.control.demo.company import Company
from ui.control.demo.places import KIOSK_SIZE, KioskPlace, Places
from ui.look.motion import CALM
from ui.look.tokens import is_dark

COMPANY_THINKS_MS = 60
"""So that their rounds come one after another while somebody watches."""

COMPANION_THINKS_MS = 1500
"""Beside a person."""

PERSON = "you"
"""Name of the station at which a person plays."""

_COMPANY_GROUPS = 2
"""At a time, so that rounds come one after another."""

_END_MS = 3000


class DemoKiosks(QObject):
    """Starts the stations of a session and ends the remaining ones.

    Up to four kiosks in windows, programs like those of a lab, play one group. The rest of a larger
    one and all other groups are played by stations without windows, so that nobody has to wait.

    Signals:
        failed(str): A station ended although its session continues; its own message.
        closed(str): The window of this station has been closed, or its participant is done.
    """

    failed = Signal(str)
    closed = Signal(str)

    def __init__(
        self, places: Places, state: Path, *, watch: bool = True, parent: QObject | None = None
    ) -> None:
        """Prepare without starting any station.

        Args:
            places: Positions of the windows.
            state: Folder in which the stations keep their pairing.
            watch: Whether simulated people play at watchable speed.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._places = places
        self._state = state
        self._watch = watch
        self._to: tuple[str, ...] = ()
        self._code = ""
        self._host: SessionHost | None = None
        self._people: tuple[str, ...] = ()
        self._seed = 0
        self._seats = 0
        self._company = Company(state, self)
        self._company.failed.connect(self.failed)
        self._running: dict[QProcess, str] = {}

    def attend(self, host: SessionHost, seed: int) -> None:
        """End all stations; those that are started from now on play in another session.

        Args:
            host: Hosts it on this computer.
            seed: Seed of the simulated people's choices.
        """
        self.end()
        self._host = host
        self._seed = seed
        self._seats = host.runner.state.plan.game.seats
        people, spread = host.people
        self._people = ("--people", people, "--people-spread", str(spread))
        self._to = (
            "--server",
            f"127.0.0.1:{host.port}",
            "--state-dir",
            str(self._state),
        )
        self._code = host.pairing_code

    def start_windows(self) -> None:
        """Start a group at kiosks with windows, at which simulated people play."""
        shown = self._places.kiosks[: self._seats]
        for number, place in enumerate(shown, start=1):
            watched = ("--repeat", "1", "--watch", str(int(self._watch)))
            self._start_bot(number, *watched, *_window(place), place=place)
        self._start_stations(range(len(shown) + 1, self._seats + 1), COMPANY_THINKS_MS)

    def start_person(self) -> None:
        """Start the kiosk with a window at which a person plays."""
        place = self._places.person
        self._start(PERSON, *_window(place), place=place)

    def start_company(self) -> None:
        """Start windowless stations of some groups, which play until the session is over."""
        first = self._seats + 1
        stations = range(first, first + _COMPANY_GROUPS * self._seats)
        self._start_stations(stations, COMPANY_THINKS_MS)

    def start_companions(self) -> None:
        """Start windowless stations of the group in which a person plays."""
        self._start_stations(range(1, self._seats), COMPANION_THINKS_MS)

    def _start_stations(self, stations: range, think_ms: int) -> None:
        if self._host is not None:
            pace_ms = think_ms if self._watch else 0
            self._company.start(self._host, stations, seed=self._seed, think_ms=pace_ms)

    def go_on_without_window(self, station: str) -> None:
        """Let the participant of a kiosk whose window was closed play to the end."""
        self._start_bot(int(station), "--repeat", "1")

    def end(self) -> None:
        """Ask all stations to end, and kill programs that do not after a moment."""
        self._company.end()
        self._host = None
        ending, self._running = list(self._running), {}
        for process in ending:
            process.terminate()
        for process in ending:
            if not process.waitForFinished(_END_MS):
                process.kill()
                process.waitForFinished(_END_MS)
            process.deleteLater()

    def _start_bot(self, number: int, *options: str, place: KioskPlace | None = None) -> None:
        seed = str(self._seed + number)
        self._start(str(number), "--bot", "--seed", seed, *self._people, *options, place=place)

    def _start(self, station: str, *options: str, place: KioskPlace | None = None) -> None:
        program, *arguments = kiosk_command(*self._to, "--station", station, *options)
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert(CODE_VARIABLE, self._code)
        if place is not None:
            environment.insert("QT_SCALE_FACTOR", f"{place.scale:.3f}")
            if place.scale < max(each.scale for each in self._places.kiosks):
                environment.insert(CALM, "1")  # so small, motion is only work for the computer
        process.setProcessEnvironment(environment)
        process.finished.connect(
            lambda exit_code, _, ended=process: self._on_finished(ended, exit_code)
        )
        self._running[process] = station
        process.start(program, arguments)

    def _on_finished(self, process: QProcess, exit_code: int) -> None:
        station = self._running.pop(process, None)
        if station is None:
            return
        words = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        if exit_code != 0:
            self.failed.emit(words.removeprefix("hcmd-kiosk:").strip())
        else:
            self.closed.emit(station)


def _window(place: KioskPlace) -> tuple[str, ...]:
    """Options of a window at a place."""
    # Given in the kiosk's own pixels, as the whole of its window is scaled.
    corner = QPoint(round(place.corner.x() / place.scale), round(place.corner.y() / place.scale))
    return (
        "--windowed", "--theme", "dark" if is_dark() else "light",
        "--size", f"{KIOSK_SIZE.width()}x{KIOSK_SIZE.height()}",
        f"--geometry={corner.x()},{corner.y()}",  # one word: it may begin with a minus
    )  # fmt: skip
