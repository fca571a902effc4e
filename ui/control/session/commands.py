"""What the experimenter can do to chosen groups and stations, as events, and why not where not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from hcmd_lab.conductor import Conductor
from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.monitor import station_rows
from hcmd_lab.game.session import obstacle
from hcmd_lab.game.state import IllegalEventError, SessionState
from ui.control.session.grid_view import Selection
from ui.told import told


class Act(StrEnum):
    """Something to be done by events."""

    GO = "go"
    PAUSE = "pause"
    RESUME = "resume"
    MESSAGE = "message"
    LEAVE_PAGE = "leave_page"
    STOP_AFTER = "stop_after"
    DROP = "drop"
    SKIP = "skip"
    END = "end"
    VOID = "void"


FOR_EVERYONE = frozenset({Act.GO, Act.PAUSE, Act.RESUME, Act.MESSAGE})
"""What is done to the whole session where nothing is chosen."""

_TRIAL_TEXT = "…"
"""Stands for a text that is yet to be typed, when it is only asked whether an act is possible."""


@dataclass(frozen=True, slots=True)
class Wish:
    """An event that lacks nothing but its time.

    Attributes:
        make: The kind of event.
        details: Its fields after `at_ms`.
    """

    make: Callable[..., ev.SessionEvent]
    details: tuple[object, ...]

    def at(self, now_ms: int) -> ev.SessionEvent:
        """The event at a time on the session's clock."""
        return self.make(now_ms, *self.details)


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether and to what something can be done now.

    Attributes:
        wishes: The events that can happen.
        why_not: A sentence if there are none.
    """

    wishes: tuple[Wish, ...]
    why_not: str = ""

    @property
    def people(self) -> list[str]:
        """The codes of the participants that it would happen to."""
        return [wish.details[0] for wish in self.wishes if isinstance(wish.details[0], str)]

    @property
    def groups(self) -> list[int]:
        """The groups that it would happen to."""
        return sorted({wish.details[0] for wish in self.wishes if isinstance(wish.details[0], int)})


def offer(
    act: Act, state: SessionState, now_ms: int, chosen: Selection, text: str = _TRIAL_TEXT
) -> Offer:
    """What an act would do to the chosen groups and stations; those where it cannot are left out.

    Args:
        act: What to do.
        state: The session.
        now_ms: On the session's clock.
        chosen: Groups and stations; for some acts nothing means everything.
        text: The message or the reason.
    """
    wanted = list(_wishes(act, state, chosen, text))
    obstacles = [obstacle(state, wish.at(now_ms)) for wish in wanted]
    possible = [wish for wish, why in zip(wanted, obstacles, strict=True) if why is None]
    if possible:
        return Offer(tuple(possible))
    if not wanted:
        return Offer((), _nothing_chosen(act))
    return Offer((), as_sentence(told(next(why for why in obstacles if why))))


def perform(conductor: Conductor, wishes: tuple[Wish, ...]) -> str:
    """Let events happen; returns a sentence about what could not, empty if all went well."""
    failure = ""
    for wish in wishes:
        try:
            conductor.do(wish.make, *wish.details)
        except IllegalEventError as error:
            failure = as_sentence(told(error))
        except OperatorError as error:
            return told(error)
    return failure


def free_stations(state: SessionState, station: str) -> list[str]:
    """Where the person at a station could move to, 2 before 10."""
    names = [row.station for row in station_rows(state, state.clock_ms) if row.connected]
    return [name for name in names if name != station and state.is_free(name)]


def reseat_wish(state: SessionState, station: str, target: str) -> Wish | None:
    """The move of the person at a station to another one; None if nobody is there."""
    code = state.occupant(station)
    return None if code is None else Wish(ev.Reseated, (code, target))


def as_sentence(obstacle_words: str) -> str:
    """An obstacle, which is part of a sentence, as a whole one."""
    return f"{obstacle_words[:1].upper()}{obstacle_words[1:]}."


def _wishes(act: Act, state: SessionState, chosen: Selection, text: str) -> Iterator[Wish]:
    everyone = act in FOR_EVERYONE and not chosen.groups and not chosen.stations
    groups = tuple(state.groups) if everyone else chosen.groups
    match act:
        case Act.GO:
            yield from (Wish(ev.GroupStarted, (number,)) for number in groups)
        case Act.PAUSE:
            yield from (Wish(ev.Paused, (number, text)) for number in groups)
        case Act.RESUME:
            yield from (Wish(ev.Resumed, (number,)) for number in groups)
        case Act.LEAVE_PAGE:
            yield from (Wish(ev.TimeCalled, (number,)) for number in groups)
        case Act.STOP_AFTER:
            wanted = not stops_after_round(state, groups)
            yield from (Wish(ev.StopAfterRound, (number, wanted)) for number in groups)
        case Act.END:
            yield from (Wish(ev.GroupEnded, (number, "ended_early", text)) for number in groups)
        case Act.VOID:
            yield from (Wish(ev.GroupEnded, (number, "void", text)) for number in groups)
        case Act.MESSAGE:
            stations = {p.station for p in state.participants.values()}
            for station in sorted(stations if everyone else set(chosen.stations)):
                if (code := state.occupant(station)) is not None:
                    yield Wish(ev.MessageSent, (code, text))
        case Act.DROP:
            for station in chosen.stations:
                code = state.occupant(station)
                person = None if code is None else state.participants[code]
                if code is None or person is None:
                    continue
                if person.group is not None and person.seat is not None:
                    yield Wish(ev.SeatDropped, (person.group, person.seat, text))
                else:
                    yield Wish(ev.ParticipantLeft, (code, text))
        case Act.SKIP:
            for station in chosen.stations:
                if (code := state.occupant(station)) is not None:
                    part = state.participants[code].progress.part
                    yield Wish(ev.PartSkipped, (code, part, text))


def stops_after_round(state: SessionState, groups: tuple[int, ...]) -> bool:
    """Whether all of these groups that still play are to stop after their round."""
    playing = [state.groups[number] for number in groups if not state.groups[number].ended]
    return bool(playing) and all(group.stop_after_round for group in playing)


def _nothing_chosen(act: Act) -> str:
    if act is Act.MESSAGE:
        return QCoreApplication.translate("Commands", "Nobody is at a chosen station.")
    if act is Act.DROP:
        return QCoreApplication.translate("Commands", "Choose the station of a participant.")
    if act is Act.SKIP:
        return QCoreApplication.translate("Commands", "Choose the station of a participant.")
    return QCoreApplication.translate("Commands", "Choose groups or stations first.")
