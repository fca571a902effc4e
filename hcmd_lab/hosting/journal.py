"""A session as it is saved, and what has still to be saved.

What happens by itself (stations come and go, somebody tries to leave a kiosk) cannot be refused
when the disk fails, as a decision is: it is kept, in order, and saved with whatever is saved next.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.director import Director, alone_in, deadline_of, next_deadline_ms
from hcmd_lab.game.session import apply
from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.session_clock import BEAT_MS, SessionClock
from hcmd_lab.storage.session_log import SessionLog
from hcmd_lab.timestamps import utc_now

_UNKNOWN, _NEVER = -math.inf, math.inf

_FRESH_MS = 2 * BEAT_MS
"""An event so recent tells the session's time as well as its clock does."""


class Hearing(Protocol):
    """Knows which stations may still have something to say."""

    def heard_ms(self, state: SessionState, now_ms: int) -> Mapping[str, int]:
        """Until when all that each station has said is known, on the session's clock."""


@dataclass
class Draft:
    """What would be saved next.

    Attributes:
        state: The session after it.
        events: All of it, in order.
        quiet_until_ms: Up to this time on the session's clock nothing becomes due in it by itself;
            it may be later in truth, and is long ago where nobody knows.
    """

    state: SessionState
    events: list[ev.SessionEvent] = field(default_factory=list)
    quiet_until_ms: float = _UNKNOWN


class Journal:
    """One session's events: saved in one transaction, or not at all.

    The session's clock stands from the first event that cannot be saved to the next that can: what
    people do meanwhile is refused, and must not cost them their time.

    Args:
        log: The study's log.
        session: The session's code.
        state: What its log says.
        clock: Its clock.
        director: What the host itself causes.
        hearing: Which stations may still have something to say.

    Attributes:
        state: The session as it is saved.
    """

    def __init__(
        self,
        log: SessionLog,
        session: str,
        state: SessionState,
        clock: SessionClock,
        director: Director,
        hearing: Hearing,
    ) -> None:
        self._log = log
        self._session = session
        self.state = state
        self.clock = clock
        self._director = director
        self._hearing = hearing
        self._unsaved: list[ev.SessionEvent] = []
        self._quiet_until_ms = _UNKNOWN

    def next_deadline_ms(self) -> float | None:
        """When something may become due by itself; None if never."""
        if self._quiet_until_ms > self.clock.now_ms():
            return None if self._quiet_until_ms == _NEVER else self._quiet_until_ms
        return next_deadline_ms(self.state)

    @property
    def is_behind(self) -> bool:
        """Whether something has still to be saved."""
        return bool(self._unsaved) or self.clock.held_ms is not None

    def put(self, event: ev.SessionEvent) -> None:
        """Keep an event that cannot be refused until it is saved."""
        self._unsaved.append(event)

    def draft(self) -> Draft:
        """A draft that begins with what has still to be saved."""
        draft = Draft(self.state, quiet_until_ms=self._quiet_until_ms)
        held_ms = self.clock.held_ms
        events = list(self._unsaved)
        if held_ms is not None and not self.state.closed:
            events.append(ev.HostStalled(self.clock.now_ms(), held_ms, unsaved=True))
        for event in events:
            draft.state = apply(draft.state, event)
            draft.quiet_until_ms = _UNKNOWN
        draft.events = events
        return draft

    def follow(self, draft: Draft, *events: ev.SessionEvent) -> None:
        """Add events and everything then due to a draft.

        Raises:
            IllegalEventError: One of them cannot happen now; the draft is as it was.
        """
        state = draft.state
        for event in events:
            state = apply(state, event)
        now_ms = self.clock.now_ms()
        due: list[ev.SessionEvent] = []
        alone = alone_in(state, events[0]) if len(events) == 1 else None
        quiet_until_ms = draft.quiet_until_ms
        if alone is not None and now_ms < quiet_until_ms:
            # Most of what happens: with a hundred groups the others need not be looked at.
            state, due = self._director.settle(state, now_ms, groups=(alone,))
            quiet_until_ms = min(quiet_until_ms, _or_never(deadline_of(state, state.groups[alone])))
        if alone is None or now_ms >= quiet_until_ms or state.groups[alone].ended:
            heard_ms = self._hearing.heard_ms(state, now_ms)
            state, also_due = self._director.settle(state, now_ms, heard_ms)
            due += also_due
            quiet_until_ms = _or_never(next_deadline_ms(state))
        if not state.closed and state.is_over:
            closed = ev.SessionClosed(state.clock_ms)
            state = apply(state, closed)
            due.append(closed)
        draft.state, draft.quiet_until_ms = state, quiet_until_ms
        draft.events += [*events, *due]

    def save(self, draft: Draft) -> None:
        """Save a draft in one transaction, and adopt its state.

        Raises:
            OperatorError: It cannot be saved; the clock stands until something can.
        """
        if draft.events:
            self._write(draft.events)
            self.state = draft.state
            self._unsaved.clear()
            if self.clock.held_ms is not None:
                self.clock.go_on()
        self._quiet_until_ms = draft.quiet_until_ms

    def save_clock(self) -> None:
        """Record the session's time, unless an event has just done so.

        Raises:
            OperatorError: It cannot be saved; the clock stands until something can.
        """
        now_ms = self.clock.now_ms()
        if now_ms - self.state.clock_ms < _FRESH_MS:
            return  # each commit waits for the disk, and everybody waits for each commit
        try:
            self._log.set_clock(self._session, now_ms)
        except OperatorError:
            self._hold()
            raise

    def _write(self, events: list[ev.SessionEvent]) -> None:
        try:
            self._log.append(self._session, events, utc_now())
        except OperatorError:
            self._hold()
            raise

    def _hold(self) -> None:
        if not self.state.closed:
            self.clock.hold()


def _or_never(deadline_ms: int | None) -> float:
    return _NEVER if deadline_ms is None else deadline_ms
