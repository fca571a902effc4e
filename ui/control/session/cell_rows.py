"""The station grid of a session: one row per group, then the stations without one."""

from collections.abc import Mapping
from typing import assert_never

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.monitor import GroupRow, StationRow, group_rows, station_rows
from hcmd_lab.game.rules import Game
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import GroupState, Phase, SessionState
from hcmd_lab.game.view import Page
from hcmd_lab.study.counting import Exclusion, GroupCount
from hcmd_lab.telling.groups import count_in_words
from hcmd_lab.telling.money import coin_count
from hcmd_lab.telling.times import clock
from hcmd_lab.telling.translate import translate
from ui.control.session.cells import (
    Cell,
    EmptyCell,
    GroupCell,
    HeadingCell,
    StationCell,
    Tone,
)
from ui.control.session.state_words import (
    listed,
    page_words,
    phase_words,
    place_words,
    seat_letter,
    seat_words,
    short_place_words,
)

_LIMITS = {
    Phase.STAGE_INTRO: "intro_s",
    Phase.DECIDE: "decide_s",
    Phase.OUTCOME: "outcome_s",
    Phase.VOTE: "vote_s",
    Phase.VOTE_RESULT: "outcome_s",
}

_DONE_PAGES = {
    Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.CLOSED, Page.PAYMENT, Page.GOODBYE,
    Page.DROPPED,
}  # fmt: skip

_READING_PAGES = {Page.STAGE_INTRO, Page.OUTCOME, Page.VOTE_RESULT}


def build_cells(
    state: SessionState, now_ms: int, counts: Mapping[int, GroupCount] | None = None
) -> list[list[Cell]]:
    """The grid's cells, row by row: first the group, then its seats.

    Args:
        state: The session.
        now_ms: On the session's clock.
        counts: Whether each group counts.
    """
    stations = station_rows(state, now_ms)
    by_person = {row.participant: row for row in stations if row.participant}
    rows: list[list[Cell]] = [
        [
            _group_cell(row, state.plan.game, state.plan.settings, (counts or {}).get(row.number)),
            *_seat_cells(state, row.number, by_person),
        ]
        for row in group_rows(state, now_ms)
    ]
    return rows + _free_rows(state, [row for row in stations if row.group is None])


def _group_cell(
    row: GroupRow, game: Game, settings: SessionSettings, count: GroupCount | None
) -> GroupCell:
    left = row.time_left_ms
    aside = why_not = ""
    if count is not None and count.exclusion is Exclusion.SIMULATED:
        aside, why_not = translate("does not count"), translate(count_in_words(count))
    return GroupCell(
        group=row.number,
        title=translate("Group {number}", number=row.number),
        coins=_coins(row, game),
        place=place_words(row.stage, row.round, row.rounds),
        short_place=short_place_words(row.stage, row.round, row.rounds),
        phase=phase_words(row.phase),
        note=_group_note(row),
        time="" if left is None or row.ended else clock(left),
        share=None if row.ended else _share(row.phase, left, settings),
        tone=_group_tone(row),
        aside=aside,
        why_not=why_not,
    )


def _coins(row: GroupRow, game: Game) -> str:
    """The group's condition."""
    if is_equal(game):
        return translate(coin_count(row.tail_endowment))
    return translate("tails {coins}", coins=row.tail_endowment)


def _group_note(row: GroupRow) -> str:
    if row.ended:
        return ""
    if row.paused:
        return translate("Paused: {reason}", reason=row.pause_reason)
    if row.clock_waits:
        return translate("Clock stopped, waits for: {stations}", stations=", ".join(row.missed))
    if row.stop_after_round:
        return translate("Stops after this round")
    if row.phase is Phase.READY:
        return translate("Waits for your start")
    if row.behind:
        return translate("Waits for groups: {groups}", groups=listed(list(row.behind)))
    if row.awaited:
        return translate("Waits for: {stations}", stations=", ".join(row.awaited))
    return ""


def _group_tone(row: GroupRow) -> Tone:
    if row.ended:
        return Tone.OVER
    if row.paused:
        return Tone.PAUSED
    return Tone.READY if row.phase is Phase.READY else Tone.CALM


def _seat_cells(
    state: SessionState, number: int, by_person: dict[str, StationRow]
) -> list[StationCell | EmptyCell]:
    group = state.groups[number]
    cells: list[StationCell | EmptyCell] = []
    for seat, seated in enumerate(group.seats):
        code = seated.participant
        if code is None:
            words = translate("Nobody") if group.ended else translate("Nobody yet")
            cells.append(
                EmptyCell(
                    words, seat_letter(seat, state.plan.game), seat, not is_equal(state.plan.game)
                )
            )
        elif code in by_person:
            cells.append(_station_cell(state, by_person[code], group))
        else:
            cells.append(_left_behind(state, code, group, seat))
    return cells


def _station_cell(state: SessionState, row: StationRow, group: GroupState | None) -> StationCell:
    person = state.participants.get(row.participant)
    tone = _station_tone(row, group)
    timed = row.awaited and group is not None
    return StationCell(
        station=row.station,
        participant=row.participant,
        group=row.group,
        seat=row.seat,
        letter="" if row.seat is None else seat_letter(row.seat, state.plan.game),
        role="" if row.seat is None else seat_words(row.seat, state.plan.game),
        who="" if state.plan.settings.blind else row.label or row.participant,
        is_bot=row.is_bot,
        doing=_doing(row, tone),
        connection=(translate("Connected") if row.connected else translate("No connection")),
        connected=row.connected,
        unread=person is not None and bool(person.messages),
        share=(
            _share(group.phase, row.time_left_ms, state.plan.settings) if timed and group else None
        ),
        tone=tone,
        has_role=not is_equal(state.plan.game),
    )


def _station_tone(row: StationRow, group: GroupState | None) -> Tone:
    if row.dropped:
        return Tone.OVER
    if row.calls_help:
        return Tone.HELP
    if row.page in _DONE_PAGES:
        return Tone.OVER
    if not row.connected:
        return Tone.LOST
    if row.paused:
        return Tone.PAUSED
    return Tone.AWAITED if row.awaited else Tone.CALM


def _doing(row: StationRow, tone: Tone) -> str:
    if row.dropped:
        return translate("Dropped")
    match tone:
        case Tone.HELP:
            return translate("Calls for help")
        case Tone.LOST:
            return translate("No connection")
        case Tone.PAUSED:
            return translate("Paused")
        case Tone.CALM | Tone.AWAITED | Tone.READY | Tone.OVER:
            return _on_the_screen(row)
        case _:
            assert_never(tone)


def _on_the_screen(row: StationRow) -> str:
    if row.page in _READING_PAGES and not row.awaited:
        return page_words(Page.WAIT)
    if row.steps:
        return translate(
            "{page} {step}/{steps}", page=page_words(row.page), step=row.step, steps=row.steps
        )
    return page_words(row.page)


def _left_behind(state: SessionState, code: str, group: GroupState, seat: int) -> StationCell:
    """A seat in an ended group whose station is now used by another person."""
    person = state.participants[code]
    return StationCell(
        station=person.station,
        participant=code,
        group=None,
        seat=seat,
        letter=seat_letter(seat, state.plan.game),
        role=seat_words(seat, state.plan.game),
        who="" if state.plan.settings.blind else person.label,
        is_bot=person.is_bot,
        doing=phase_words(group.phase),
        connection="",
        connected=False,
        unread=False,
        share=None,
        tone=Tone.OVER,
        has_role=not is_equal(state.plan.game),
    )


def _free_rows(state: SessionState, free: list[StationRow]) -> list[list[Cell]]:
    """As many to a row as a group has seats."""
    rows: list[list[Cell]] = []
    seats = state.plan.game.seats
    for start in range(0, len(free), seats):
        title = translate("Without a group") if start == 0 else ""
        note = translate("{n} station(s)", n=len(free)) if start == 0 else ""
        cells: list[Cell] = [HeadingCell(title, note)]
        cells += [_station_cell(state, row, None) for row in free[start : start + seats]]
        cells += [EmptyCell("") for _ in range(seats + 1 - len(cells))]
        rows.append(cells)
    return rows


def _share(phase: Phase, left_ms: int | None, settings: SessionSettings) -> float | None:
    """Fraction of a page's time that is left, in steps of a second."""
    if left_ms is None or phase not in _LIMITS:
        return None
    limit_s: int = getattr(settings, _LIMITS[phase])
    return min(1.0, -(-left_ms // 1000) / limit_s) if limit_s else None
