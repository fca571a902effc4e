"""The experimenter's commands on groups and stations: the events they cause, or why not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.monitor import station_rows
from hcmd_lab.game.regroup import ending_now
from hcmd_lab.game.session import obstacle
from hcmd_lab.game.state import IllegalEventError, SessionState
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.telling.translate import translate
from ui.control.session.grid_view import Selection


class Act(StrEnum):
    """An action that is carried out by events."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    MESSAGE = "message"
    MORE_30_S = "more_30_s"
    MORE_60_S = "more_60_s"
    LEAVE_PAGE = "leave_page"
    STOP_AFTER = "stop_after"
    NOTE = "note"
    DROP = "drop"
    SKIP = "skip"
    END = "end"
    VOID = "void"


FOR_EVERYONE = frozenset(
    {Act.START, Act.PAUSE, Act.RESUME, Act.MESSAGE, Act.MORE_30_S, Act.MORE_60_S}
)
"""What is done to the whole session where nothing is chosen."""

_TRIAL_TEXT = "…"
"""Stands for a text that is yet to be typed, when it is only asked whether an act is possible."""


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event that is complete except for its time.

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
    """Whether an action is possible now, and on what.

    Attributes:
        drafts: The events that can happen.
        why_not: A sentence if there are none.
    """

    drafts: tuple[EventDraft, ...]
    why_not: str = ""

    @property
    def people(self) -> list[str]:
        """The codes of the affected participants."""
        return [draft.details[0] for draft in self.drafts if isinstance(draft.details[0], str)]

    @property
    def groups(self) -> list[int]:
        """The affected groups."""
        return sorted(
            {draft.details[0] for draft in self.drafts if isinstance(draft.details[0], int)}
        )


def offer(
    act: Act, state: SessionState, now_ms: int, chosen: Selection, text: str = _TRIAL_TEXT
) -> Offer:
    """The effect of an action on the chosen groups and stations, where it is possible.

    Args:
        act: The action.
        state: The session.
        now_ms: On the session's clock.
        chosen: Groups and stations; for some acts nothing means everything.
        text: The message or the reason.
    """
    wanted = list(_drafts(act, state, chosen, text))
    obstacles = [obstacle(state, draft.at(now_ms)) for draft in wanted]
    possible = [draft for draft, why in zip(wanted, obstacles, strict=True) if why is None]
    if possible:
        return Offer(tuple(possible))
    if not wanted:
        return Offer((), _nothing_chosen(act))
    return Offer((), as_sentence(translate(next(why for why in obstacles if why))))


def goes_beyond(now: Offer, asked: Offer) -> bool:
    """Whether an action would do something now that nobody was asked about.

    Somebody else may sit at a station by now, or somebody may have come to another part by
    themselves; whoever is not concerned any more is left alone, which is no surprise.
    """
    return any(draft not in asked.drafts for draft in now.drafts)


def perform(runner: SessionRunner, drafts: tuple[EventDraft, ...]) -> str:
    """Carry out events; returns a sentence on those that failed, empty if none did."""
    failure = ""
    for draft in drafts:
        try:
            runner.do(draft.make, *draft.details)
        except IllegalEventError as error:
            failure = as_sentence(translate(error))
        except OperatorError as error:
            return translate(error)
    return failure


def free_stations(state: SessionState, station: str) -> list[str]:
    """Stations that the person at a station could move to, in natural order (2 before 10)."""
    names = [row.station for row in station_rows(state, state.clock_ms) if row.connected]
    return [name for name in names if name != station and state.is_free(name)]


def reseat_draft(state: SessionState, station: str, target: str) -> EventDraft | None:
    """The move of the person at a station to another one; None if nobody is there."""
    code = state.occupant(station)
    return None if code is None else EventDraft(ev.Reseated, (code, target))


def as_sentence(obstacle_words: str) -> str:
    """An obstacle, worded as part of a sentence, turned into a full sentence."""
    return f"{obstacle_words[:1].upper()}{obstacle_words[1:]}."


def _drafts(act: Act, state: SessionState, chosen: Selection, text: str) -> Iterator[EventDraft]:
    everyone = act in FOR_EVERYONE and not chosen.groups and not chosen.stations
    groups = tuple(state.groups) if everyone else chosen.groups
    match act:
        case Act.START:
            yield from (EventDraft(ev.GroupStarted, (number,)) for number in groups)
        case Act.PAUSE:
            yield from (EventDraft(ev.Paused, (number, text)) for number in groups)
        case Act.RESUME:
            yield from (EventDraft(ev.Resumed, (number,)) for number in groups)
        case Act.MORE_30_S | Act.MORE_60_S:
            added_ms = 30_000 if act is Act.MORE_30_S else 60_000
            yield from (EventDraft(ev.TimeAdded, (number, added_ms)) for number in groups)
        case Act.LEAVE_PAGE:
            yield from (EventDraft(ev.TimeCalled, (number,)) for number in groups)
        case Act.STOP_AFTER:
            wanted = not stops_after_round(state, groups)
            yield from (EventDraft(ev.StopAfterRound, (number, wanted)) for number in groups)
        case Act.END:
            yield from (
                EventDraft(ev.GroupEnded, (number, ending_now(state.groups[number]), text))
                for number in groups
            )
        case Act.VOID:
            yield from (EventDraft(ev.GroupEnded, (number, "void", text)) for number in groups)
        case Act.MESSAGE:
            stations = {p.station for p in state.participants.values()}
            for station in sorted(stations if everyone else set(chosen.stations)):
                if (code := state.occupant(station)) is not None:
                    yield EventDraft(ev.MessageSent, (code, text))
        case Act.NOTE:
            yield from (EventDraft(ev.NoteTaken, (text, name)) for name in chosen.stations or ("",))
        case Act.DROP:
            for station in chosen.stations:
                code = state.occupant(station)
                person = None if code is None else state.participants[code]
                if code is None or person is None:
                    continue
                if person.group is not None and person.seat is not None:
                    yield EventDraft(ev.SeatDropped, (person.group, person.seat, text))
                else:
                    yield EventDraft(ev.ParticipantLeft, (code, text))
        case Act.SKIP:
            for station in chosen.stations:
                if (code := state.occupant(station)) is not None:
                    part = state.participants[code].progress.part
                    yield EventDraft(ev.PartSkipped, (code, part, text))
        case _:
            assert_never(act)


def stops_after_round(state: SessionState, groups: tuple[int, ...]) -> bool:
    """Whether all chosen groups still playing will stop after their round."""
    playing = [state.groups[number] for number in groups if not state.groups[number].ended]
    return bool(playing) and all(group.stop_after_round for group in playing)


def _nothing_chosen(act: Act) -> str:
    match act:
        case Act.MESSAGE:
            return translate("Nobody is at a chosen station.")
        case Act.DROP | Act.SKIP:
            return translate("Choose the station of a participant.")
        case (
            Act.START | Act.PAUSE | Act.RESUME | Act.MORE_30_S | Act.MORE_60_S | Act.LEAVE_PAGE
            | Act.STOP_AFTER | Act.NOTE | Act.END | Act.VOID
        ):  # fmt: skip
            return translate("Choose groups or stations first.")
        case _:
            assert_never(act)
