"""Page times of each participant, found by replaying the log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import compress
from operator import is_not
from typing import TypeVar

from hcmd_lab.game import events as ev
from hcmd_lab.game.state import ParticipantState, SessionState
from hcmd_lab.game.station_view import participant_page
from hcmd_lab.game.view import Page

K = TypeVar("K")
V = TypeVar("V")

_WAITING = frozenset({Page.SEATING, Page.WAIT, Page.GATE, Page.GATHER})
_SCRIPT = frozenset({Page.INSTRUCTIONS, Page.QUESTIONS})
_ROUND = frozenset({Page.DECIDE, Page.WAIT, Page.OUTCOME, Page.GATHER})
_GAME = _ROUND | {Page.STAGE_INTRO, Page.VOTE, Page.VOTE_RESULT}


@dataclass(frozen=True, slots=True)
class PageTime:
    """A completed visit of a participant to a page.

    Attributes:
        participant: Code.
        index: Running number of the visit for this participant, from 1.
        page: The page.
        step: Page of the instructions or number of the control question, from 1; 0 elsewhere.
        stage: 1, 2 or 3; 0 outside of the stages.
        round: Round of the stage, from 1; 0 outside rounds.
        entered: Seconds since 1970 when it appeared.
        completed: The same when it was left.
        open_ms: Milliseconds between, on the session's clock: whatever the computer's time of day
            was set to meanwhile.
        timed_out: Whether the page ended, by its time limit or by the experimenter, so that a
            default was made or it was left unread.
    """

    participant: str
    index: int
    page: Page
    step: int
    stage: int
    round: int
    entered: float
    completed: float
    open_ms: int
    timed_out: bool

    @property
    def is_wait_page(self) -> bool:
        """Whether the participant could only wait on the page."""
        return self.page in _WAITING


@dataclass(frozen=True, slots=True)
class _Place:
    page: Page
    step: int
    stage: int
    round: int
    is_practice: bool


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment by the time of day, in seconds since 1970, and by the session's clock."""

    epoch_s: float
    clock_ms: int


class PageWatch:
    """Follows the states of a session and notes completed page visits.

    Practice is left out, as it is everywhere.

    Attributes:
        times: The completed visits, in order.
    """

    def __init__(self) -> None:
        """Start before anyone has checked in."""
        self.times: list[PageTime] = []
        self._open: dict[str, tuple[_Place, _Moment]] = {}
        self._counts: dict[str, int] = {}
        self._known: Mapping[str, ParticipantState] = {}
        self._in_group: dict[int, list[str]] = {}

    def see(
        self, before: SessionState, event: ev.SessionEvent, after: SessionState, utc: str
    ) -> None:
        """Note the page changes that an event has caused.

        Args:
            before: The session before the event.
            event: The event.
            after: The session after it.
            utc: Time at which it was stored, in ISO 8601.
        """
        now = _Moment(datetime.fromisoformat(utc).timestamp(), after.clock_ms)
        for code in self._concerned(before, after):
            person = after.participants[code]
            known = before.participants.get(code)
            is_same = known is person and before.gates is after.gates
            if is_same and _stays(before, after, person):
                continue
            place = _place(after, person)
            opened = self._open.get(code)
            if opened is None:
                self._open[code] = (place, now)
            elif opened[0] != place:
                self._leave(code, person, *opened, now, event, before)
                self._open[code] = (place, now)

    def _concerned(self, before: SessionState, after: SessionState) -> Iterable[str]:
        """Participants whose page an event may have changed.

        Most events change one group alone: the others need not be looked at.
        """
        if before.gates is not after.gates:
            return after.participants
        found = set(_changed(before.participants, after.participants))
        changed = list(_changed(before.groups, after.groups))
        if changed and self._known is not after.participants:
            self._known, self._in_group = after.participants, {}
            for code, person in after.participants.items():
                if person.group is not None:
                    self._in_group.setdefault(person.group, []).append(code)
        members = [code for number in changed for code in self._in_group.get(number, ())]
        if not found:
            return members
        return filter(found.union(members).__contains__, after.participants)

    def _leave(
        self,
        code: str,
        person: ParticipantState,
        place: _Place,
        entered: _Moment,
        now: _Moment,
        event: ev.SessionEvent,
        before: SessionState,
    ) -> None:
        if place.is_practice:
            return
        index = self._counts[code] = self._counts.get(code, 0) + 1
        self.times.append(
            PageTime(
                code, index, place.page, place.step, place.stage, place.round, entered.epoch_s,
                now.epoch_s, now.clock_ms - entered.clock_ms, _timed_out(person, event, before),
            )
        )  # fmt: skip


def _changed(before: Mapping[K, V], after: Mapping[K, V]) -> Iterable[K]:
    """What is another object than before, in the order of `after`.

    An event changes one or two of hundreds: they are found without a step of Python's for each.
    """
    if before is after:
        return ()
    if before.keys() != after.keys():
        return [key for key, value in after.items() if before.get(key) is not value]
    return compress(after, map(is_not, after.values(), map(before.get, after)))


def _stays(before: SessionState, after: SessionState, person: ParticipantState) -> bool:
    """Whether nothing has changed in somebody's group that decides what page they see."""
    if person.group is None or person.seat is None:
        return True
    was, now = before.groups[person.group], after.groups[person.group]
    return was is now or (
        was.phase is now.phase
        and was.seats[person.seat] is now.seats[person.seat]
        and (was.stage, was.round) == (now.stage, now.round)
    )


def _place(state: SessionState, person: ParticipantState) -> _Place:
    page = participant_page(state, person)
    if page in _SCRIPT:
        return _Place(page, person.progress.page + 1, 0, 0, is_practice=False)
    if page not in _GAME or person.group is None:
        return _Place(page, 0, 0, 0, is_practice=False)
    group = state.groups[person.group]
    round_number = group.round if page in _ROUND else 0
    return _Place(page, 0, group.stage, round_number, is_practice=group.stage == 0)


def _timed_out(person: ParticipantState, event: ev.SessionEvent, before: SessionState) -> bool:
    if isinstance(event, ev.Contributed | ev.VoteCast):
        return event.by == "timeout" and event.seat == person.seat
    if isinstance(event, ev.Advanced) and person.seat is not None and event.group == person.group:
        return not before.groups[event.group].seats[person.seat].continued
    return False  # every other page is left by a participant's action
