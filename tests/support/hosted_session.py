"""A session of the small game that is hosted as in a lab: a study, a runner and open sockets."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from full_disk import fill
from network_lab import HOME, PIN, MemoryRegistry, lab_certificate
from PySide6.QtCore import QObject
from walks import TABLES, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.hosting.room import Room
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.pairing import PairingCode
from hcmd_lab.network.station_messages import Command
from hcmd_lab.storage.store import Store

_SESSION = "session"


class Closable(Protocol):
    def close(self) -> None: ...


R = TypeVar("R", bound=Closable)


@contextmanager
def opened_rooms(make: Callable[..., R]) -> Iterator[Callable[..., R]]:
    """A way to open rooms, stations around a hosted session, which are closed in the end."""
    opened: list[R] = []

    def open_room(**details: object) -> R:
        opened.append(make(**details))
        return opened[-1]

    yield open_room
    for room in opened:
        room.close()


def require_whole_script(state: SessionState) -> None:
    """Check that everybody has gone through `scripted.full_plan`, as simulated people do."""
    for person in state.participants.values():
        assert person.progress.part is Part.PAYMENT
        assert person.progress.agreed
        answers = person.progress.answers or {}
        assert set(answers) == {"fair", "age", "study", "words", "more"}
        assert answers["words"]
        assert answers["more"] is None


class HostedSession(QObject):
    """A real host of a real study; it can go away and come back, and its disk can be full.

    Attributes:
        commands: What stations have asked for, in order, each with the station's name.
        stations: The paired stations.
        is_full: Whether the disk has no room for an event, nor for what is saved with it.
    """

    def __init__(
        self,
        folder: Path,
        groups: int = 1,
        *,
        plan: SessionPlan | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make the study in a folder of its own, and begin to serve."""
        super().__init__(parent)
        self.store = Store.create(folder, {})
        # No test cuts the power, and a busy disk would have every commit waited for.
        self.store._database.sqlite.execute("PRAGMA synchronous = OFF")
        fill(self.store, self._has_no_room)
        self.is_full: Callable[[ev.Event], bool] = lambda _: False
        self.code = str(PairingCode(lab_certificate().fingerprint, PIN))
        self.commands: list[tuple[str, Command]] = []
        self.stations = MemoryRegistry()
        self.port = 0
        self._serve(plan or small_plan(groups))

    @property
    def state(self) -> SessionState:
        """Where the session is."""
        return self.runner.state

    @property
    def phases(self) -> set[Phase]:
        """The phases in which groups are."""
        return {group.phase for group in self.state.groups.values()}

    def do(self, event_type: Callable[..., ev.SessionEvent], *details: object) -> None:
        """Let something happen now, as the experimenter does."""
        self.runner.do(event_type, *details)

    def go_away(self) -> None:
        """Stop serving; the session can be resumed."""
        self._is_serving = False
        self.runner.close()
        self.host.close()

    def come_back(self, *, exit_hash: str = "") -> None:
        """Resume the session from its study, under the same port."""
        self._serve(None, exit_hash=exit_hash)

    def end(self) -> None:
        """Let go of everything."""
        if self._is_serving:
            self.go_away()
        self.store.close()

    def hold_answers(self) -> Callable[[], None]:
        """Leave commands unanswered until what is returned is called."""
        held: list[tuple[str, Command]] = []

        def hold(station: str, command: Command) -> None:
            held.append((station, command))

        answer = self.runner._command_received
        self.host.command_received.disconnect(answer)
        self.host.command_received.connect(hold)

        def let_go() -> None:
            self.host.command_received.disconnect(hold)
            self.host.command_received.connect(answer)
            for station, command in held:
                answer(station, command)

        return let_go

    def _serve(self, plan: SessionPlan | None, *, exit_hash: str = "") -> None:
        self.host = LabHost(
            lab_certificate(), self.stations, _SESSION, PIN, exit_hash=exit_hash, parent=self
        )
        self.port = self.host.listen(HOME, self.port)
        self.host.command_received.connect(self._note)
        self._is_serving = True
        self.runner = SessionRunner(self.store, self.host, _SESSION, TABLES, plan=plan, parent=self)
        self.room = Room(self.host, self.runner)

    def _has_no_room(self, event: ev.Event) -> bool:
        return self.is_full(event)

    def _note(self, station: str, command: Command) -> None:
        self.commands.append((station, command))
