import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from walks import Walk, random_walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.monitor import GroupRow, StationRow, group_rows, station_rows
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import Phase
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page


@pytest.fixture
def walk() -> Walk:
    """A group that reads about stage 1; stations 1 to 10 are connected."""
    walk = Walk(small_plan(groups=2, settings=SessionSettings(intro_s=100, decide_s=0, vote_s=0)))
    for number in range(10, 0, -1):
        walk.do(ev.StationBack(0, f"s{number}"))
    walk.check_in(4)
    return walk


def station(walk: Walk, name: str) -> StationRow:
    return next(row for row in station_rows(walk.state, walk.now_ms) if row.station == name)


def group(walk: Walk, number: int = 1) -> GroupRow:
    return group_rows(walk.state, walk.now_ms)[number - 1]


def test_stations_are_sorted_as_people_count(walk: Walk) -> None:
    for name in ("10", "9", "b2", "s02"):
        walk.do(ev.StationBack(0, name))
    names = [row.station for row in station_rows(walk.state, 0)]
    counted = [f"s{number}" for number in range(3, 11)]
    assert names == ["9", "10", "b2", "s1", "s02", "s2", *counted]


def test_a_station_with_nobody_can_be_checked_in_at(walk: Walk) -> None:
    assert station(walk, "s9") == StationRow(
        "s9", True, "", "", False, None, None, Page.CHECK_IN, 0, 0, False, False, False, None
    )


def test_someone_who_waits_for_the_others_is_not_waited_for(walk: Walk) -> None:
    walk.do(ev.CheckedIn(0, "p5", "s5", "K7", False))
    row = station(walk, "s5")
    assert (row.page, row.group, row.label, row.is_bot) == (Page.SEATING, 2, "K7", False)
    assert not row.awaited
    assert group(walk, 2).awaited == ()


def test_someone_without_a_seat_has_a_row() -> None:
    walk = Walk(small_plan())
    walk.check_in(5)
    row = station(walk, "s5")
    assert (row.participant, row.group, row.seat, row.page) == ("p5", None, None, Page.SEATING)


def test_a_lost_station_stays_as_long_as_someone_belongs_there(walk: Walk) -> None:
    walk.do(ev.StationLost(0, "s1"))
    walk.do(ev.StationLost(0, "s9"))
    assert not station(walk, "s1").connected
    assert "s9" not in [row.station for row in station_rows(walk.state, 0)]
    walk.do(ev.Reseated(0, "p1", "s8"))
    names = [row.station for row in station_rows(walk.state, 0)]
    assert "s1" not in names
    assert station(walk, "s8").participant == "p1"


def test_a_row_tells_where_a_station_stands(walk: Walk) -> None:
    walk.wait(40_000)
    row = station(walk, "s2")
    assert (row.participant, row.connected, row.is_bot) == ("p2", True, True)
    assert (row.group, row.seat) == (1, walk.state.participants["p2"].seat)
    assert (row.page, row.stage, row.round) == (Page.STAGE_INTRO, 1, 0)
    assert (row.awaited, row.dropped, row.paused, row.time_left_ms) == (True, False, False, 60_000)


def test_those_who_have_not_done_their_part_are_awaited(walk: Walk) -> None:
    def seat(name: str) -> int:
        return next(row.seat or 0 for row in station_rows(walk.state, 0) if row.station == name)

    walk.do(ev.Continued(0, 1, seat("s3")))
    assert group(walk).awaited == ("s1", "s2", "s4")
    walk.read(1)
    walk.contribute(1, seat("s1"), 1)
    assert group(walk).awaited == ("s2", "s3", "s4")
    assert station(walk, "s1").page is Page.WAIT
    walk.do(ev.SeatDropped(0, 1, seat("s2"), "left"))
    assert group(walk).awaited == ("s3", "s4")
    assert station(walk, "s2").dropped


@pytest.mark.parametrize("seed", range(12))
def test_nobody_who_has_left_is_awaited(seed: int) -> None:
    walk = random_walk(seed)
    state = replay(walk.events[:1])
    for event in walk.events[1:]:
        state = apply(state, event)
        dropped = {row.station for row in station_rows(state, event.at_ms) if row.dropped}
        for row in group_rows(state, event.at_ms):
            assert not dropped & set(row.awaited)
            assert set(row.missed) <= set(row.awaited)
        _, due = walk.director.settle(state, event.at_ms)
        waiting = [row for row in group_rows(state, event.at_ms) if row.clock_waits]
        assert due or all(row.missed for row in waiting)


def test_voters_are_awaited(walk: Walk) -> None:
    walk.play_stage(1)
    walk.play_stage(1)
    assert group(walk).phase is Phase.VOTE
    walk.vote(1, 1, 2)
    voted = {walk.state.groups[1].seats[seat].participant for seat in (0, 1)}
    awaited = {station(walk, name).participant for name in group(walk).awaited}
    assert awaited == {"p1", "p2", "p3", "p4"} - voted


def test_nobody_is_awaited_in_a_pause_and_at_the_end(walk: Walk) -> None:
    walk.wait(40_000)
    walk.do(ev.Paused(walk.now_ms, 1, "a question"))
    row = group(walk)
    assert (row.awaited, row.paused, row.pause_reason) == ((), True, "a question")
    assert (row.time_left_ms, row.ended) == (60_000, False)
    assert station(walk, "s1").paused
    walk.do(ev.GroupEnded(walk.now_ms, 1, "void", ""))
    assert (group(walk).awaited, group(walk).ended) == ((), True)


def test_a_group_row_tells_its_conditions(walk: Walk) -> None:
    walk.do(ev.StopAfterRound(0, 1, True))
    row = group(walk)
    assert (row.number, row.stage, row.round, row.rounds) == (1, 1, 0, 2)
    assert row.tail_endowment == walk.state.plan.groups[0].tail_endowment
    assert row.stop_after_round
    assert not group(walk, 2).stop_after_round


def test_a_closed_session_shows_the_end(walk: Walk) -> None:
    for number in (1, 2):
        walk.do(ev.GroupEnded(0, number, "ended_early", ""))
    walk.do(ev.SessionClosed(0))
    assert (station(walk, "s1").page, station(walk, "s9").page) == (Page.ENDED_EARLY, Page.CLOSED)


@given(st.integers(0, 5000))
@settings(max_examples=40, deadline=None)
def test_rows_say_what_the_screens_show(seed: int) -> None:
    walk = random_walk(seed)
    awaited = set()
    for row in station_rows(walk.state, walk.now_ms):
        view = station_view(walk.state, row.station, walk.now_ms)
        assert (row.page, row.participant, row.paused) == (
            view.page, view.participant, view.paused
        )  # fmt: skip
        assert (row.stage, row.round, row.time_left_ms) == (
            view.stage, view.round, view.time_left_ms
        )  # fmt: skip
        awaited |= {row.station} if row.awaited else set()
    assert awaited == {name for row in group_rows(walk.state, 0) for name in row.awaited}
