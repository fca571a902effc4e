"""Monitor rows: the experimenter's view of every station and group."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from hcmd_lab.game.payment_list import natural
from hcmd_lab.game.script import sheet_of
from hcmd_lab.game.state import GroupState, ParticipantState, Phase, SessionState
from hcmd_lab.game.station_view import participant_page
from hcmd_lab.game.synchronize import others_behind
from hcmd_lab.game.view import Page


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station and its participant.

    Attributes:
        station: Its name.
        connected: Whether it is connected.
        participant: Code of its present or last participant; empty for nobody.
        label: The participant's label.
        is_bot: Whether a program plays.
        group: None without a seat.
        seat: 0 for the head; None without a seat.
        page: The screen it shows.
        stage: 1, 2 or 3; 0 before the first.
        round: 1 for the first round of the stage; 0 before it.
        awaited: Whether the group waits for this person now.
        dropped: Whether the person has left for good.
        paused: Whether the group is paused.
        time_left_ms: Until the page's time is up; None without a limit.
        clock_waits: Whether the page's clock stands for a lost station.
        calls_help: Whether the person waits for the experimenter's help.
        step: Page of the instructions or number of the control question, from 1; 0 elsewhere.
        steps: Their total number.
    """

    station: str
    connected: bool
    participant: str
    label: str
    is_bot: bool
    group: int | None
    seat: int | None
    page: Page
    stage: int
    round: int
    awaited: bool
    dropped: bool
    paused: bool
    time_left_ms: int | None
    clock_waits: bool = False
    calls_help: bool = False
    step: int = 0
    steps: int = 0


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group and the seats it waits for.

    Attributes:
        number: 1 for the first.
        phase: Its phase.
        stage: 1, 2 or 3; 0 before the first.
        round: 1 for the first round of the stage; 0 before it.
        rounds: Rounds in a stage.
        awaited: The stations of the people whom it waits for now.
        missed: Those of them that are lost.
        paused: Whether it is paused.
        pause_reason: Reason for the pause.
        stop_after_round: Whether it ends after its round.
        ended: Whether it has left its script for good.
        time_left_ms: Until the page's time is up; None without a limit.
        clock_waits: Whether the page's clock stands for a lost station.
        tail_endowment: Coins of each tail seat.
        behind: When groups are synchronised: the groups it is waiting for.
    """

    number: int
    phase: Phase
    stage: int
    round: int
    rounds: int
    awaited: tuple[str, ...]
    missed: tuple[str, ...]
    paused: bool
    pause_reason: str
    stop_after_round: bool
    ended: bool
    time_left_ms: int | None
    clock_waits: bool
    tail_endowment: int
    behind: tuple[int, ...]


def station_rows(state: SessionState, now_ms: int) -> list[StationRow]:
    """The stations that are connected or have a participant, in natural order (2 before 10).

    Args:
        state: The session.
        now_ms: On the session's clock.
    """
    # The newest participant at a station is its occupant, as in `SessionState.occupant`.
    occupants = {
        person.station: code for code, person in state.participants.items() if person.station
    }
    stations = sorted(state.stations | occupants.keys(), key=natural)
    return [_station_row(state, name, occupants.get(name), now_ms) for name in stations]


def group_rows(state: SessionState, now_ms: int) -> list[GroupRow]:
    """All groups by number.

    Args:
        state: The session.
        now_ms: On the session's clock.
    """
    return [
        GroupRow(
            number=number,
            phase=group.phase,
            stage=group.stage,
            round=group.round,
            rounds=state.plan.game.rounds,
            awaited=tuple(sorted(_awaited_stations(state, group), key=natural)),
            missed=tuple(
                sorted(set(_awaited_stations(state, group)) & state.lost_ms.keys(), key=natural)
            ),
            paused=group.paused,
            pause_reason=group.pause_reason,
            stop_after_round=group.stop_after_round,
            ended=group.ended,
            time_left_ms=group.time_left_ms(now_ms),
            clock_waits=group.waits_since_ms is not None,
            tail_endowment=group.plan.tail_endowment,
            behind=_behind(state, number, group),
        )
        for number, group in state.groups.items()
    ]


def _station_row(state: SessionState, station: str, code: str | None, now_ms: int) -> StationRow:
    connected = station in state.stations
    if code is None:
        page = Page.CLOSED if state.closed else Page.CHECK_IN
        return StationRow(
            station, connected, "", "", False, None, None, page, 0, 0, False, False, False, None
        )
    person = state.participants[code]
    page, calls = participant_page(state, person), person.progress.calls_help
    step, steps = _step(state, person, page)
    if person.group is None or person.seat is None:
        return StationRow(
            station, connected, code, person.label, person.is_bot, None, None, page, 0, 0,
            False, False, False, None, False, calls, step, steps,
        )  # fmt: skip
    group = state.groups[person.group]
    row = StationRow(
        station=station,
        connected=connected,
        participant=code,
        label=person.label,
        is_bot=person.is_bot,
        group=person.group,
        seat=person.seat,
        page=page,
        stage=group.stage,
        round=group.round,
        awaited=group.awaits(person.seat),
        dropped=group.seats[person.seat].dropped,
        paused=group.paused,
        time_left_ms=group.time_left_ms(now_ms),
        clock_waits=group.waits_since_ms is not None,
        calls_help=calls,
        step=step,
        steps=steps,
    )
    # Who has left is shown nothing of the group.
    return replace(row, stage=0, round=0, paused=False, time_left_ms=None) if row.dropped else row


def _step(state: SessionState, person: ParticipantState, page: Page) -> tuple[int, int]:
    """Current page of the instructions or control question, and the total number."""
    sheet = sheet_of(state, person)
    match page:
        case Page.INSTRUCTIONS:
            return person.progress.page + 1, len(sheet.instructions)
        case Page.QUESTIONS:
            return person.progress.page + 1, len(sheet.questions)
        case (
            Page.CHECK_IN | Page.SEATING | Page.STAGE_INTRO | Page.DECIDE | Page.WAIT
            | Page.OUTCOME | Page.VOTE | Page.VOTE_RESULT | Page.FINISHED | Page.ENDED_EARLY
            | Page.VOID | Page.CLOSED | Page.CONSENT | Page.GATE | Page.QUESTIONNAIRE
            | Page.PAYMENT | Page.GATHER | Page.GOODBYE | Page.DROPPED
        ):  # fmt: skip
            return 0, 0
        case _:  # pragma: no cover
            assert_never(page)


def _awaited_stations(state: SessionState, group: GroupState) -> Iterator[str]:
    for seat, seated in enumerate(group.seats):
        if seated.participant is not None and group.awaits(seat):
            yield state.participants[seated.participant].station


def _behind(state: SessionState, number: int, group: GroupState) -> tuple[int, ...]:
    return tuple(others_behind(state, number)) if group.phase is Phase.GATHER else ()
