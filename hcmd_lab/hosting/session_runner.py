"""Runs a hosted session: receives, applies, commits, answers.

It joins the state machine, the store and the network. Every event is committed before anybody is
told of it, so what a station has seen confirmed is in the log, whatever happens to the host.

A commit waits for the disk, on a busy one 10 ms and more. What the stations say within one turn of
the event loop is therefore committed together, and each is answered after that.
"""

import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.codes import new_code
from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.director import Director, next_deadline_ms
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.state import IllegalEventError, SessionState
from hcmd_lab.game.view import SeatView, station_view
from hcmd_lab.hosting.commands import Rejection, answer
from hcmd_lab.hosting.recognition import StoredRecognition
from hcmd_lab.hosting.session_clock import SessionClock
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.host_messages import Accepted, PicturePart, Rejected, Snapshot, ToStation
from hcmd_lab.network.message_fields import PICTURE_PART_BYTES
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import Command
from hcmd_lab.storage.store import Store
from hcmd_lab.timestamps import utc_now

log = logging.getLogger(__name__)

MakeEvents: TypeAlias = Callable[[SessionState, int], Sequence[ev.SessionEvent]]
"""Makes events from a session's state and the time on its clock."""

_TICK_MS = 1000
_SETTLE_MS = 5000
_SETTLED_BY = ev.FundDivided | ev.GroupEnded
"""After these the database is brought up to date and marked, a few seconds later at most."""
_RETRY_MS = 2000
_HEAR_MS = 50  # until stations are asked again whether they are there
_MAX_AT_ONCE = 16  # so that the window, which shares the thread, stays responsive


class SessionRunner(QObject):
    """Runs one session from its opening, or its replay, to its close.

    Signals:
        state_changed: After every commit; read `state`.
        happened: Before it, the tuple of events that were committed.
        group_ended: A group has left its script for good (its number).
        session_ended: All groups have ended and the session is closed.
        storage_failed(Sentence): Nothing can be saved; tried again every two seconds.

    Attributes:
        session: Code of the session.
        state: The session's current state.
        participant_list: Its participant list; only the settings say whether it is asked for.
    """

    state_changed = Signal()
    happened = Signal(object)
    group_ended = Signal(int)
    session_ended = Signal()
    storage_failed = Signal(object)

    def __init__(
        self,
        store: Store,
        host: LabHost,
        session: str,
        policies: Mapping[str, FrozenPolicy],
        *,
        plan: SessionPlan | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Open a new session from its plan, or continue a stored one.

        Args:
            store: The open study.
            host: The host that stations connect to.
            session: The session's code.
            policies: The tables that the plan names, by SHA-256.
            plan: Plan of a new session; None resumes the stored one.
            parent: Owner in the sense of Qt.

        Raises:
            OperatorError: The stored session cannot be read, or the new one cannot be saved.
        """
        super().__init__(parent)
        self._store = store
        self._host = host
        self.session = session
        self.participant_list = store.private.participant_list(session)
        self._recognition = StoredRecognition(store.fingerprints, session)
        self._director = Director(policies)
        self._sent: dict[str, SeatView] = {}
        self._pictures: dict[str, bytes] = {}
        if plan is not None:
            self._clock = SessionClock()
            opened = ev.SessionOpened(0, plan)
            self.state = replay([opened])
            store.log.append(session, [opened], utc_now())
        else:
            self._clock = SessionClock(store.log.clock(session))
            self.state = _replay_stored(store, session)
        self._unsettled, self._settled_ms = False, 0
        self._waiting: deque[tuple[str, Command]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._answer_waiting)
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._settle)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        host.station_connected.connect(self._station_connected)
        host.station_lost.connect(self._station_lost)
        host.command_received.connect(self._command_received)
        host.exit_tried.connect(self._exit_tried)
        host.picture_wanted.connect(self._picture_wanted)
        if plan is None and not self.state.closed:
            self.do(ev.HostResumed)

    @property
    def now_ms(self) -> int:
        """The session's time now, for `station_view` and the monitor's rows."""
        return self._clock.now_ms()

    def do(self, event_type: Callable[..., ev.SessionEvent], *details: object) -> None:
        """Apply and commit an event caused by the experimenter, at the current session time.

        Args:
            event_type: The kind of event.
            details: Its fields after `at_ms`.

        Raises:
            IllegalEventError: It cannot happen now; the text says why.
            OperatorError: It cannot be saved.
        """
        self._commit(event_type(self._clock.now_ms(), *details))

    def do_together(self, events: MakeEvents) -> list[ev.SessionEvent]:
        """Apply and commit events of the experimenter as one, with nothing due between them.

        Args:
            events: Makes them from the session's state and time.

        Returns:
            The events; nothing happens if there are none.

        Raises:
            IllegalEventError: One of them cannot happen now; the text says why.
            OperatorError: They cannot be saved.
        """
        made = list(events(self.state, self._clock.now_ms()))
        if made:
            self._commit(*made)
        return made

    def note(self, event_type: Callable[..., ev.SessionEvent], *details: object) -> None:
        """Commit an event that nobody waits for, as `do` does; the closed session's log is shut.

        Args:
            event_type: The kind of event.
            details: Its fields after `at_ms`.
        """
        event = event_type(self._clock.now_ms(), *details)
        log.warning("%s", event)
        if not self.state.closed:
            self._try(event)

    def expect(self, *participant_list: str) -> None:
        """Add people to the session's participant list.

        Raises:
            OperatorError: They cannot be saved.
        """
        self._store.private.add_participant_list(self.session, participant_list)
        self.participant_list = self._store.private.participant_list(self.session)

    def close(self) -> None:
        """Release the store and the host; the session can be resumed from the log."""
        self._turn.stop()
        self._deadline.stop()
        self._tick.stop()
        self._host.station_connected.disconnect(self._station_connected)
        self._host.station_lost.disconnect(self._station_lost)
        self._host.command_received.disconnect(self._command_received)
        self._host.exit_tried.disconnect(self._exit_tried)
        self._host.picture_wanted.disconnect(self._picture_wanted)

    def _commit(self, *events: ev.SessionEvent) -> None:
        """Apply events and their consequences, save all in one transaction, then announce them."""
        self._keep(*self._follow(self.state, *events))

    def _follow(
        self, state: SessionState, *events: ev.SessionEvent
    ) -> tuple[SessionState, list[ev.SessionEvent]]:
        """The state after events and everything then due, with the full list of events."""
        for event in events:
            state = apply(state, event)
        now_ms = self._clock.now_ms()
        state, due = self._director.settle(state, now_ms, self._heard_ms(state, now_ms))
        if not state.closed and state.is_over:
            closed = ev.SessionClosed(state.clock_ms)
            state = apply(state, closed)
            due.append(closed)
        return state, [*events, *due]

    def _heard_ms(self, state: SessionState, now_ms: int) -> dict[str, int]:
        """When each station was last heard, asked where the time of a page is up."""
        deadline_ms = next_deadline_ms(state)
        if deadline_ms is None or now_ms < deadline_ms:
            return {}
        return {station: now_ms - self._host.unheard_ms(station) for station in state.stations}

    def _keep(self, state: SessionState, events: list[ev.SessionEvent]) -> None:
        """Save events in one transaction, then adopt their state and announce it."""
        if not events:
            return
        self._store.log.append(self.session, events, utc_now())
        self._unsettled = self._unsettled or any(isinstance(each, _SETTLED_BY) for each in events)
        before, self.state = self.state, state
        self.happened.emit(tuple(events))
        self._announce(before)

    def _announce(self, before: SessionState) -> None:
        # After the close the state no longer follows reconnecting stations.
        for station in self.state.stations | self._sent.keys():
            self._send_view(station)
        self._schedule()
        self.state_changed.emit()
        for number, group in self.state.groups.items():
            if group.ended and not before.groups[number].ended:
                self.group_ended.emit(number)
        if self.state.closed and not before.closed:
            self._tick.stop()
            self.session_ended.emit()

    def _send_view(self, station: str) -> None:
        """Send a station its screen if it has changed."""
        # Compared at time 0, a view changes only when something other than time has.
        lasting = station_view(self.state, station, now_ms=0)
        if self._sent.get(station) != lasting:
            self._sent[station] = lasting
            now = station_view(self.state, station, self._clock.now_ms())
            self._host.send(station, Snapshot(now))

    def _station_connected(self, station: str) -> None:
        self._sent.pop(station, None)
        if self.state.closed:
            self._send_view(station)
        else:
            self._try(ev.StationBack(self._clock.now_ms(), station))

    def _station_lost(self, station: str, silent_ms: int) -> None:
        self._sent.pop(station, None)
        if not self.state.closed and station in self.state.stations:
            self._try(ev.StationLost(self._clock.now_ms(), station, silent_ms))

    def _exit_tried(self, station: str, succeeded: bool) -> None:
        self.note(ev.ExitTried, station, succeeded)

    def _picture_wanted(self, station: str, sha256: str, part: int) -> None:
        if sha256 not in self.state.plan.materials.pictures:
            return
        if sha256 not in self._pictures:
            self._pictures[sha256] = self._store.learned.picture(sha256) or b""
        data = self._pictures[sha256]
        start, parts = part * PICTURE_PART_BYTES, -(-len(data) // PICTURE_PART_BYTES)
        if part < parts:
            some = data[start : start + PICTURE_PART_BYTES]
            self._host.send(station, PicturePart(sha256, part, parts, some))

    def _command_received(self, station: str, command: Command) -> None:
        self._waiting.append((station, command))
        self._turn.start()

    def _answer_waiting(self) -> None:
        """Judge queued commands one by one, and save accepted ones at once."""
        state = self.state
        happened: list[ev.SessionEvent] = []
        answers: list[tuple[str, str, Rejection | None]] = []
        for _ in range(min(len(self._waiting), _MAX_AT_ONCE)):
            station, command = self._waiting.popleft()
            rejection: Rejection | None = None
            decided = answer(
                state, station, command, self._clock.now_ms(), new_code, self.participant_list,
                self._recognition,
            )  # fmt: skip
            if isinstance(decided, Rejection):
                rejection, decided = decided, decided.logged
            if decided is not None:
                try:
                    state, events = self._follow(state, decided)
                    happened += events
                except IllegalEventError as error:
                    rejection = Rejection(RejectionCode.NOT_NOW, f"Not now: {error}.")
            answers.append((station, command.nonce, rejection))
        if self._waiting:
            self._turn.start()
        try:
            self._keep(state, happened)
        except OperatorError as error:
            unsaved = Rejection(RejectionCode.NOT_SAVED, str(error))
            # Commands judged after an unsaved event were judged on a wrong state.
            answers = [(station, nonce, unsaved) for station, nonce, _ in answers]
            self.storage_failed.emit(error.sentence)
        for station, nonce, rejection in answers:
            self._host.send(station, self._answer(station, nonce, rejection))

    def _answer(self, station: str, nonce: str, rejection: Rejection | None) -> ToStation:
        if rejection is None:
            return Accepted(nonce)
        log.warning("station %s: %s: %s", station, rejection.code, rejection.sentence)
        return Rejected(nonce, rejection.code, rejection.sentence, rejection.final)

    def _try(self, *events: ev.SessionEvent) -> None:
        """Commit events that nobody waits for; disk errors are reported and retried later."""
        try:
            self._commit(*events)
        except OperatorError as error:
            log.error("%s", error)
            self.storage_failed.emit(error.sentence)
            self._deadline.start(_RETRY_MS)

    def _settle(self) -> None:
        self._schedule()  # Qt's timer may fire slightly early, when nothing is due yet
        self._try()

    def _schedule(self) -> None:
        deadline_ms = next_deadline_ms(self.state)
        if deadline_ms is None or self.state.closed:
            self._deadline.stop()
        else:
            left_ms = deadline_ms - self._clock.now_ms()
            self._deadline.start(left_ms if left_ms > 0 else _HEAR_MS)

    def _on_tick(self) -> None:
        """Save the clock; after a stop of the whole program, set the stations' clocks again."""
        self._clock.now_ms()
        if stalled_ms := self._clock.take_stalled_ms():
            log.warning("the host stood still for %d ms", stalled_ms)
            self._sent.clear()
            if not self.state.closed:
                self._try(ev.HostStalled(self._clock.now_ms(), stalled_ms))
        now_ms = self._clock.now_ms()
        try:
            self._store.log.set_clock(self.session, now_ms)
            if self._unsettled and now_ms - self._settled_ms >= _SETTLE_MS:
                self._unsettled, self._settled_ms = False, now_ms
                self._store.settle()
        except OperatorError as error:
            self.storage_failed.emit(error.sentence)


def _replay_stored(store: Store, session: str) -> SessionState:
    events = [
        event for event in store.log.events(session) if not isinstance(event, ev.GroupImported)
    ]
    try:
        return replay(events)
    except IllegalEventError as error:
        raise OperatorError(
            "Session {session} cannot be continued because its log is inconsistent ({error}); "
            "keep the study folder as it is and start a new session.",
            session=session,
            error=error,
        ) from error
