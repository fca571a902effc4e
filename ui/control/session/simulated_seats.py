"""Simulated participants that take free seats of the hosted session, in this process.

They are stations like any other: they pair, check in as simulated and play over the network.
"""

import re
import secrets
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtNetwork import QHostAddress

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.script_steps import RESTING
from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network.addresses import WILDCARDS
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.telling.translate import translate
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson

_THINK_MS = 1500
_NAME = "sim-{number}"
_OURS = re.compile(r"sim-[0-9]+")


class SimulatedSeats(QObject):
    """Plays for the simulated participants of one session until it is ended.

    Signals:
        failed(str): One of them cannot play; a sentence.
    """

    failed = Signal(str)

    def __init__(
        self, host: SessionHost, parent: QObject | None = None, *, think_ms: int = _THINK_MS
    ) -> None:
        """Begin with those who played before the session was interrupted.

        Args:
            host: The hosted session.
            parent: Owner in the sense of Qt.
            think_ms: Thinking time before each choice.
        """
        super().__init__(parent)
        self._host = host
        self._think_ms = think_ms
        self._pairings = QTemporaryDir()
        self._links: dict[str, StationLink] = {}
        for person in host.runner.state.participants.values():
            plays = person.is_bot and person.progress.part not in RESTING
            if plays and _OURS.fullmatch(person.station):
                self._start(person.station)

    def fill(self, count: int) -> None:
        """Let so many simulated participants sit down at stations of their own."""
        state = self._host.runner.state
        known = state.stations | self._links.keys() | _stations(state)
        number = 0
        for _ in range(count):
            while (name := _NAME.format(number=number + 1)) in known:
                number += 1
            number += 1
            self._start(name)

    def end(self) -> None:
        """Disconnect all of them."""
        for name, link in self._links.items():
            link.stop()
            link.deleteLater()
            with suppress(OperatorError):  # it is released before it is used again
                self._host.release_station(name)
        self._links.clear()
        self._pairings.remove()

    def _start(self, name: str) -> None:
        address = self._host.address
        if QHostAddress(address) in map(QHostAddress, WILDCARDS):
            address = "127.0.0.1"
        link = StationLink(
            address,
            self._host.port,
            name,
            Path(self._pairings.filePath(name)),
            code=parse_code(self._host.pairing_code),
            parent=self,
        )
        bot = Bot(
            link,
            SimulatedPerson(secrets.randbits(31), population_of(*self._host.people)),
            f"bot-{name}",
            think_ms=self._think_ms,
            parent=link,
        )
        bot.failed.connect(self.failed)
        self._links[name] = link
        try:
            self._host.expect_simulated(name, address)
            self._host.release_station(name)  # a pairing that is left went with its window
            link.start()
        except OperatorError as error:
            self.failed.emit(translate(error))


def _stations(state: SessionState) -> set[str]:
    return {person.station for person in state.participants.values()}
