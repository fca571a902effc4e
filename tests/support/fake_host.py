"""A host without sockets: keeps what is sent, and lets a test speak for the stations."""

from PySide6.QtCore import QCoreApplication

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.host_messages import Snapshot
from hcmd_lab.network.traffic import StationTraffic


class FakeHost(StationTraffic):
    """Stands for the network: keeps what is sent, lets a test speak for the stations."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, object]] = []

    def send(self, station: str, message: object) -> None:
        self.sent.append((station, message))

    def ask(self, station: str, number: int) -> None:
        self.answered.emit(station, number)

    def say(self, station: str, *commands: object) -> None:
        """Let a station say things, and the runner have its turn."""
        for command in commands:
            self.command_received.emit(station, command)
        QCoreApplication.processEvents()

    def view(self, station: str) -> SeatView:
        views = [m.view for s, m in self.sent if s == station and isinstance(m, Snapshot)]
        return views[-1]

    def answers(self, station: str) -> list[object]:
        return [m for s, m in self.sent if s == station and not isinstance(m, Snapshot)]
