"""Stations without windows that play beside the demo's kiosks, in the control window's process."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.telling.translate import translate
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson


class Company(QObject):
    """Plays one simulated participant after another at each of its stations.

    They pair and play over the network like any other station. A process for each of them would
    spend most of its time on starting.

    Args:
        state: Folder in which the stations keep their pairing.

    Signals:
        failed(str): One of them cannot play; a sentence.
    """

    failed = Signal(str)

    def __init__(self, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._links: list[StationLink] = []

    def start(self, host: SessionHost, stations: range, *, seed: int, think_ms: int) -> None:
        """Play until the session is over.

        Args:
            host: Hosts it on this computer.
            stations: Numbers of the stations.
            seed: Seed of the participants' choices.
            think_ms: Thinking time before each choice.
        """
        code = parse_code(host.pairing_code)
        for number in stations:
            name = str(number)
            link = StationLink(
                "127.0.0.1", host.port, name, self._state / name, code=code, parent=self
            )
            person = SimulatedPerson(seed + number)
            bot = Bot(link, person, f"bot-{name}", repeat=0, think_ms=think_ms, parent=link)
            bot.failed.connect(self.failed)
            self._links.append(link)
            try:
                link.start()
            except OperatorError as error:
                self.failed.emit(translate(error))

    def end(self) -> None:
        """Disconnect all of them."""
        for link in self._links:
            link.stop()
            link.deleteLater()
        self._links.clear()
