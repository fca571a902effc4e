"""Runs a hosted session: receives, applies, commits, answers.

It joins the state machine, the store and the network. Every event is committed before anybody is
told of it, so what a station has seen confirmed is in the log, whatever happens to the host.
"""

import logging
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.director import Director
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.labels import require_label
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.session import replay
from hcmd_lab.game.state import SessionState
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import later
from hcmd_lab.hosting.command_turn import CommandTurn, Judged
from hcmd_lab.hosting.commands import Rejection
from hcmd_lab.hosting.journal import Draft, Journal
from hcmd_lab.hosting.picture_parts import PictureParts
from hcmd_lab.hosting.quiet_moment import QuietMoment
from hcmd_lab.hosting.recognition import StoredRecognition
from hcmd_lab.hosting.screens import Screens
from hcmd_lab.hosting.session_clock import BEAT_MS, LOGGED_MS, SessionClock
from hcmd_lab.hosting.signs_of_life import ASK_AGAIN_MS, SignsOfLife
from hcmd_lab.hosting.storage_watch import StorageWatch
from hcmd_lab.network.host_messages import Accepted, Rejected, Snapshot, ToStation
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import Command
from hcmd_lab.network.traffic import StationTraffic
from hcmd_lab.storage.session_replay import played_state
from hcmd_lab.storage.store import Store
from hcmd_lab.timestamps import utc_now

log = logging.getLogger(__name__)

MakeEvents: TypeAlias = Callable[[SessionState, int], Sequence[ev.SessionEvent]]
"""Makes events from a session's state and the time on its clock."""

_TICK_BEATS = 10
_GRACE_MS = 250  # for a press that a busy kiosk has not sent yet
_MOST_NEWS = 200  # of a kind and a station while this program runs: more would fill the log
_TOLD_MS = 500  # a stall that makes the clocks on the screens worth setting again


class SessionRunner(QObject):
    """Runs one session from its opening, or its replay, to its close.

    Signals:
        state_changed: After every commit; read `state`.
        happened: Before it, the tuple of events that were committed.
        group_ended: A group has left its script for good (its number).
        session_ended: All groups have ended and the session is closed.
        storage_failed(Sentence): Nothing can be saved, and why; tried again every second.
        storage_works: Everything is saved again.
        command_refused(str, RejectionCode): What a station asked for was refused.

    Attributes:
        session: Code of the session.
        participant_list: Its participant list; only the settings say whether it is asked for.
        bots: Stations at which simulated participants may sit; None for all.
    """

    state_changed = Signal()
    happened = Signal(object)
    group_ended = Signal(int)
    session_ended = Signal()
    storage_failed = Signal(object)
    storage_works = Signal()
    command_refused = Signal(str, object)

    def __init__(
        self,
        store: Store,
        host: StationTraffic,
        session: str,
        policies: Mapping[str, FrozenPolicy],
        *,
        plan: SessionPlan | None = None,
        leads_on: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """Open a new session from its plan, or continue a stored one.

        Args:
            store: The open study.
            host: What stations connect to.
            session: The session's code.
            policies: The tables that the plan names, by SHA-256.
            plan: Plan of a new session; None resumes the stored one.
            leads_on: Whether whoever was dropped goes on to the payment page at once; otherwise
                the experimenter leads them on.
            parent: Owner in the sense of Qt.

        Raises:
            OperatorError: The stored session cannot be read, another program has changed it, or the
                new one cannot be saved.
        """
        super().__init__(parent)
        self._store = store
        self._host = host
        self.session = session
        self.participant_list = store.private.participant_list(session)
        self.bots: frozenset[str] | None = None
        self._storage = StorageWatch(self.storage_failed.emit, self.storage_works.emit)
        self._screens = Screens()
        self._news: Counter[tuple[str, object]] = Counter()
        self._signs = SignsOfLife(host, lambda: self._commands.stations, lambda: self.now_ms)
        if plan is not None:
            opened = ev.SessionOpened(0, plan)
            state, start_ms = replay([opened]), 0
            store.log.append(session, [opened], utc_now())
        else:
            state, start_ms = played_state(store.log, session), store.log.clock(session)
        self._journal = Journal(
            store.log, session, state, SessionClock(start_ms),
            Director(policies, _GRACE_MS, leads_on),
            self._signs,
        )  # fmt: skip
        recognition = StoredRecognition(store.fingerprints, session)
        self._commands = CommandTurn(self._journal, recognition, self._is_news)
        self._pictures = PictureParts(state.plan.materials.pictures, self._picture)
        self._quiet_moment = QuietMoment(start_ms)
        self._beats, self._told_stalled_ms = 0, 0
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._answer_waiting)
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._settle)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        self._beat.start()
        host.station_connected.connect(self._station_connected)
        host.station_lost.connect(self._station_lost)
        host.command_received.connect(self._command_received)
        host.exit_tried.connect(self._exit_tried)
        host.picture_wanted.connect(self._picture_wanted)
        host.answered.connect(self._signs.answered)
        if plan is None and not self.state.closed:
            self.do(ev.HostResumed)

    @property
    def state(self) -> SessionState:
        """The session as it is saved."""
        return self._journal.state

    @property
    def now_ms(self) -> int:
        """The session's time now, for `station_view` and the monitor's rows."""
        return self._journal.clock.now_ms()

    def do(self, event_type: Callable[..., ev.SessionEvent], *details: object) -> None:
        """Apply and commit an event caused by the experimenter, at the current session time.

        Args:
            event_type: The kind of event.
            details: Its fields after `at_ms`.

        Raises:
            IllegalEventError: It cannot happen now; the text says why.
            OperatorError: It cannot be saved.
        """
        self._commit(event_type(self.now_ms, *details))

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
        made = list(events(self.state, self.now_ms))
        if made:
            self._commit(*made)
        return made

    def note(self, event_type: Callable[..., ev.SessionEvent], *details: object) -> None:
        """Commit an event that nobody waits for, later if need be.

        A closed session's log takes alarms alone.

        Args:
            event_type: The kind of event.
            details: Its fields after `at_ms`.
        """
        event = event_type(self.now_ms, *details)
        log.warning("%s", event)
        if not self.state.closed or isinstance(event, ev.AlarmRaised):
            self._put(event)

    def note_news(
        self, event_type: Callable[..., ev.SessionEvent], station: str, *details: object
    ) -> None:
        """As `note`, of what a station says by itself, as often as a kiosk can have to say it."""
        if self._is_news(station, event_type):
            self.note(event_type, station, *details)

    def expect(self, *participant_list: str) -> None:
        """Add people to the session's participant list.

        Raises:
            UsageError: A label cannot be one.
            OperatorError: They cannot be saved.
        """
        labels = [require_label(each) for each in participant_list]
        self._store.private.add_participant_list(self.session, labels)
        self.participant_list = self._store.private.participant_list(self.session)

    def close(self) -> None:
        """Release the store and the host; the session can be resumed from the log."""
        self._turn.stop()
        self._deadline.stop()
        self._beat.stop()
        self._host.answered.disconnect(self._signs.answered)
        self._host.station_connected.disconnect(self._station_connected)
        self._host.station_lost.disconnect(self._station_lost)
        self._host.command_received.disconnect(self._command_received)
        self._host.exit_tried.disconnect(self._exit_tried)
        self._host.picture_wanted.disconnect(self._picture_wanted)

    def _commit(self, *events: ev.SessionEvent) -> None:
        """Apply events and their consequences, save all in one transaction, then announce them."""
        draft = self._journal.draft()
        self._journal.follow(draft, *events)
        self._keep(draft)

    def _keep(self, draft: Draft) -> None:
        """Save a draft, then adopt its state and announce it."""
        before = self.state
        self._journal.save(draft)
        if not draft.events:
            return
        self._storage.saved()
        was_held = any(isinstance(event, ev.HostStalled) for event in draft.events)
        if was_held:
            self._screens.forget_all()
        self._quiet_moment.happened(draft.events)
        self.happened.emit(tuple(draft.events))
        self._announce(before)

    def _announce(self, before: SessionState) -> None:
        self._send_views(self.state.stations)
        self._schedule()
        self.state_changed.emit()
        for number, group in self.state.groups.items():
            was = before.groups.get(number, group)
            if group is not was and group.ended and not was.ended:
                self.group_ended.emit(number)
        if self.state.closed and not before.closed:
            self._beat.stop()
            self._settle_store()  # for the session's end there is no quieter moment to wait for
            self.session_ended.emit()

    def _send_views(self, stations: Collection[str]) -> None:
        """Send these stations, and all that were sent something before, what has changed."""
        # After the close the state no longer follows reconnecting stations.
        for station, lasting in self._screens.changed(self.state, stations):
            # Only a script's pages have times of their own.
            now = (
                later(lasting, self.now_ms)
                if lasting.script is None
                else station_view(self.state, station, self.now_ms)
            )
            self._host.send(station, Snapshot(now))
            if now.time_left_ms is not None:
                self._signs.show(station, (now.page, now.stage, now.round))

    def _station_connected(self, station: str) -> None:
        self._screens.forget(station)
        self._signs.begin(station)
        if not self.state.closed:
            self._put(ev.StationBack(self.now_ms, station))
        # Also where nothing can be saved: the screen is as it is saved.
        self._send_views([station])

    def _station_lost(self, station: str, silent_ms: int) -> None:
        self._screens.forget(station)
        self._signs.begin(station)
        if not self.state.closed:
            self._put(ev.StationLost(self.now_ms, station, silent_ms))

    def _exit_tried(self, station: str, succeeded: bool) -> None:
        self.note_news(ev.ExitTried, station, succeeded)

    def _is_news(self, station: str, event_type: object) -> bool:
        self._news[station, event_type] += 1
        return self._news[station, event_type] <= _MOST_NEWS

    def _picture_wanted(self, station: str, sha256: str, number: int) -> None:
        part = self._pictures.part(sha256, number)
        if part is not None:
            self._host.send(station, part)

    def _picture(self, sha256: str) -> bytes | None:
        return self._store.learned.picture(sha256)

    def _command_received(self, station: str, command: Command) -> None:
        self._quiet_moment.spoken(self.now_ms)
        self._commands.add(station, command)
        self._turn.start()

    def _answer_waiting(self) -> None:
        """Judge waiting commands, save what they cause, and answer each."""
        draft = self._journal.draft()
        judged = self._commands.judge(draft, self.participant_list, self.bots)
        if self._commands:
            self._turn.start()
        try:
            self._keep(draft)
        except OperatorError as error:
            unsaved = Rejection(RejectionCode.NOT_SAVED, str(error))
            # Commands judged after an unsaved event were judged on a wrong state.
            judged = [replace(each, rejection=unsaved) for each in judged]
            self._storage.refused(error)
        for each in judged:
            self._host.send(each.station, self._answer(each))

    def _answer(self, judged: Judged) -> ToStation:
        rejection = judged.rejection
        if rejection is None:
            return Accepted(judged.nonce)
        log.warning("station %s: %s: %s", judged.station, rejection.code, rejection.sentence)
        self.command_refused.emit(judged.station, rejection.code)
        return Rejected(judged.nonce, rejection.code, rejection.sentence, rejection.final)

    def _put(self, event: ev.SessionEvent) -> None:
        """Commit an event that cannot be refused; what cannot be saved now is saved later."""
        self._journal.put(event)
        self._try()

    def _try(self) -> None:
        """Commit what is due and what has still to be saved; disk errors are reported."""
        try:
            self._commit()
        except OperatorError as error:
            self._storage.refused(error)

    def _settle(self) -> None:
        self._schedule()  # Qt's timer may fire slightly early, when nothing is due yet
        self._try()

    def _schedule(self) -> None:
        deadline_ms = self._journal.next_deadline_ms()
        if deadline_ms is None or self.state.closed:
            self._deadline.stop()
        else:
            left_ms = int(deadline_ms) - self.now_ms
            self._deadline.start(left_ms if left_ms > 0 else ASK_AGAIN_MS)

    def _on_beat(self) -> None:
        """Read the clock, and set those of the stations again after a stop of the whole program."""
        self._journal.clock.now_ms()
        if self._journal.clock.stalled_ms - self._told_stalled_ms >= _TOLD_MS:
            self._told_stalled_ms = self._journal.clock.stalled_ms
            self._tell_time()
        if not self._commands and self._quiet_moment.has_come(self.now_ms):
            self._settle_store()
        self._beats += 1
        if self._beats % _TICK_BEATS == 0:
            self._on_tick()

    def _tell_time(self) -> None:
        """Send every station its screen, whose clock has gone on."""
        shown = self.state.stations | self._screens.stations
        self._screens.forget_all()
        self._send_views(shown)
        self._schedule()

    def _on_tick(self) -> None:
        """Save the clock, and what could not be saved before."""
        clock = self._journal.clock
        if clock.stalled_ms >= LOGGED_MS and not self.state.closed:
            stalled_ms = clock.take_stalled_ms()
            log.warning("the host stood still for %d ms", stalled_ms)
            self._told_stalled_ms = 0
            self._journal.put(ev.HostStalled(self.now_ms, stalled_ms))
        if self._journal.is_behind:
            self._try()
        if self._journal.is_behind:
            self._tell_time()  # it stands
            return
        try:
            self._journal.save_clock()
        except OperatorError as error:
            self._storage.refused(error)
        else:
            self._storage.saved()

    def _settle_store(self) -> None:
        """Bring the database up to date, and mark how far it is."""
        try:
            self._store.settle()
        except OperatorError as error:
            self._storage.refused(error)
