"""A session of the small game that is hosted over the network and kept in memory."""

from collections.abc import Callable
from itertools import count

from network_lab import HOME, PIN, MemoryRegistry, lab_certificate
from PySide6.QtCore import QObject
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.game.view import SeatView, station_view
from hcmd_lab.hosting.commands import Rejection, answer
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.messages import Accepted, Command, Rejected, RejectionCode, Snapshot
from hcmd_lab.network.pairing import PairingCode


class MemorySession(QObject):
    """Answers stations as a real host does, without a disk and without a clock.

    Attributes:
        refuse_next: Called before each intention; what it returns is the answer, if anything.
    """

    def __init__(
        self,
        groups: int = 1,
        port: int = 0,
        parent: QObject | None = None,
        plan: SessionPlan | None = None,
    ) -> None:
        super().__init__(parent)
        self.walk = Walk(plan or small_plan(groups))
        self.registry = MemoryRegistry()
        self.code = str(PairingCode(lab_certificate().fingerprint, PIN))
        self.commands: list[tuple[str, Command]] = []
        self.reject_next: Callable[[Command], Rejection | None] = lambda _: None
        self._codes = count(1)
        self._sent: dict[str, SeatView] = {}
        self.open(port)

    def open(self, port: int = 0) -> None:
        """Begin to serve."""
        self.host = LabHost(lab_certificate(), self.registry, "session", PIN, parent=self)
        self.port = self.host.listen(HOME, port)
        self.host.station_connected.connect(self._on_connected)
        self.host.command_received.connect(self._on_command)

    def do(self, event: ev.SessionEvent) -> None:
        """Let something happen and show it to everyone."""
        self.walk.do(event)
        if self.walk.state.is_over:
            self.walk.state.closed or self.walk.do(ev.SessionClosed(self.walk.now_ms))
        for station in self.host.stations:
            self._show(station)

    def _show(self, station: str) -> None:
        view = station_view(self.walk.state, station, self.walk.now_ms)
        if self._sent.get(station) != view:
            self._sent[station] = view
            self.host.send(station, Snapshot(view))

    def _on_connected(self, station: str) -> None:
        self._sent.pop(station, None)
        self._show(station)

    def _on_command(self, station: str, command: Command) -> None:
        self.commands.append((station, command))
        decided = self.reject_next(command) or answer(
            self.walk.state, station, command, self.walk.now_ms, lambda: f"p{next(self._codes)}"
        )
        try:
            if decided is not None and not isinstance(decided, Rejection):
                self.do(decided)
        except IllegalEventError as error:
            decided = Rejection(RejectionCode.NOT_NOW, str(error))
        if isinstance(decided, Rejection):
            nonce = command.nonce
            self.host.send(station, Rejected(nonce, decided.code, decided.sentence, decided.final))
        else:
            self.host.send(station, Accepted(command.nonce))
