"""The four kiosks of the demo: real programs in windows of their own."""

from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from hcmd_lab.processes import kiosk_command
from ui.control.demo.places import KIOSK_SIZE, Places

_END_MS = 3000
_SEATS = 4


class DemoKiosks(QObject):
    """Starts the stations of a session and ends the remaining ones.

    Four kiosks in windows play one group. Four stations without windows play all the others, so
    that nobody has to wait for them.

    Signals:
        failed(str): A station ended although its session continues; its own message.
    """

    failed = Signal(str)

    def __init__(
        self, places: Places, state: Path, *, watch: bool = True, parent: QObject | None = None
    ) -> None:
        """Prepare without starting any station.

        Args:
            places: Positions of the windows.
            state: Folder in which the stations keep their pairing.
            watch: Whether the windows play at watchable speed.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._places = places
        self._state = state
        self._watch = watch
        self._running: list[QProcess] = []

    def start(self, port: int, code: str, seed: int, theme: str) -> None:
        """Start the four kiosks with windows.

        Args:
            port: The session's port on this computer.
            code: Its pairing code.
            seed: Seed of the simulated people's choices.
            theme: `light` or `dark`.
        """
        self.end()
        scale = self._places.scale
        for number, place in enumerate(self._places.kiosks, start=1):
            # Given in the kiosk's own pixels, as the whole of its window is scaled.
            x, y = round(place.x() / scale), round(place.y() / scale)
            self._start(
                number, port, code, seed,
                "--windowed", "--repeat", "1", "--watch", str(int(self._watch)), "--theme", theme,
                "--size", f"{KIOSK_SIZE.width()}x{KIOSK_SIZE.height()}",
                f"--geometry={x},{y}",  # one word: it may begin with a minus
            )  # fmt: skip

    def start_company(self, port: int, code: str, seed: int) -> None:
        """Start four windowless stations, which play until the session is over."""
        first = len(self._places.kiosks) + 1
        for number in range(first, first + _SEATS):
            self._start(number, port, code, seed, "--repeat", "0")

    def end(self) -> None:
        """Ask all stations to end, and kill them after a moment."""
        ending, self._running = self._running, []
        for process in ending:
            process.terminate()
        for process in ending:
            if not process.waitForFinished(_END_MS):
                process.kill()
                process.waitForFinished(_END_MS)
            process.deleteLater()

    def _start(self, number: int, port: int, code: str, seed: int, *options: str) -> None:
        program, *arguments = kiosk_command(
            "--bot", "--server", f"127.0.0.1:{port}", "--station", str(number), "--code", code,
            "--state-dir", str(self._state), "--seed", str(seed + number), *options,
        )  # fmt: skip
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_SCALE_FACTOR", f"{self._places.scale:.3f}")
        process.setProcessEnvironment(environment)
        process.finished.connect(
            lambda exit_code, _, ended=process: self._on_finished(ended, exit_code)
        )
        self._running.append(process)
        process.start(program, arguments)

    def _on_finished(self, process: QProcess, exit_code: int) -> None:
        if process not in self._running:
            return
        self._running.remove(process)
        words = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        if exit_code != 0:
            self.failed.emit(words.removeprefix("hcmd-kiosk:").strip())
