"""The clock of a page waits for lost stations, and no longer than it may."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from walks import Walk, random_walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.director import next_deadline_ms
from hcmd_lab.game.presence import RETURN_MS
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.session_settings import Dropout, SessionSettings
from hcmd_lab.game.state import GroupState, IllegalEventError, Phase


def deciding(**changes: object) -> Walk:
    """A group that decides since 0 ms, with 10 s for it and 30 s of patience."""
    chosen = {"intro_s": 0, "decide_s": 10, "outcome_s": 0, "lost_wait_s": 30, **changes}
    walk = Walk(small_plan(settings=SessionSettings(**chosen)))
    for number in range(1, 5):
        walk.do(ev.StationBack(0, f"s{number}"))
    walk.check_in()
    walk.read(1)
    return walk


def group_of(walk: Walk) -> GroupState:
    return walk.state.groups[1]


def lose(walk: Walk, station: str, silent_ms: int = 0) -> None:
    walk.do(ev.StationLost(walk.now_ms, station, silent_ms))


def seat_of(walk: Walk, station: str) -> int:
    seat = walk.state.participants[f"p{station[1:]}"].seat
    assert seat is not None
    return seat


def contribute_at(walk: Walk, *stations: str) -> None:
    for station in stations:
        walk.contribute(1, seat_of(walk, station), 1)


def test_the_clock_stands_until_the_station_is_back() -> None:
    walk = deciding()
    walk.wait(4_000)
    lose(walk, "s1")
    walk.wait(20_000)
    assert group_of(walk).time_left_ms(walk.now_ms) == 6_000
    walk.do(ev.StationBack(walk.now_ms, "s1"))
    walk.wait(5_999)
    assert group_of(walk).phase is Phase.DECIDE
    walk.wait(1)
    assert group_of(walk).phase is not Phase.DECIDE


def test_the_silence_before_a_loss_is_noticed_is_given_back() -> None:
    walk = deciding()
    walk.wait(5_000)
    lose(walk, "s1", silent_ms=2_500)
    assert group_of(walk).remaining_ms == 7_500


def test_the_clock_waits_no_longer_than_it_may_on_one_page() -> None:
    walk = deciding()
    for _ in range(3):
        lose(walk, "s1")
        walk.wait(8_000)
        walk.do(ev.StationBack(walk.now_ms, "s1"))
    lose(walk, "s1")
    assert next_deadline_ms(walk.state) == 30_000
    walk.wait(6_000)
    assert group_of(walk).deadline_ms == 40_000, "it goes on though the station is lost"
    lose(walk, "s2")
    walk.wait(10_000)
    assert group_of(walk).phase is Phase.OUTCOME
    walk.read(1)
    assert group_of(walk).phase is Phase.DECIDE
    assert group_of(walk).waits_since_ms is not None, "the next page has patience of its own"


def test_nobody_waits_for_a_lost_station_that_has_nothing_to_do() -> None:
    walk = deciding()
    contribute_at(walk, "s1")
    lose(walk, "s1")
    assert group_of(walk).waits_since_ms is None
    contribute_at(walk, "s2", "s3")
    lose(walk, "s4")
    assert group_of(walk).waits_since_ms == 0


def test_who_is_dropped_is_not_waited_for() -> None:
    walk = deciding()
    lose(walk, "s1")
    walk.do(ev.SeatDropped(walk.now_ms, 1, seat_of(walk, "s1"), "left"))
    assert group_of(walk).deadline_ms == 10_000


@pytest.mark.parametrize(
    "change", [{"lost_wait_s": 0}, {"decide_s": 0}], ids=["no patience", "no limit"]
)
def test_where_there_is_no_clock_or_no_patience_none_is_stopped(change: dict[str, int]) -> None:
    walk = deciding(**change)
    lose(walk, "s1")
    assert not any(isinstance(event, ev.ClockStopped) for event in walk.events)


def test_the_experimenters_word_ends_the_waiting() -> None:
    walk = deciding()
    lose(walk, "s1")
    walk.do(ev.TimeCalled(walk.now_ms, 1))
    assert group_of(walk).phase is Phase.OUTCOME


def test_a_pause_and_the_waiting_do_not_get_in_each_others_way() -> None:
    walk = deciding()
    walk.wait(1_000)
    lose(walk, "s1")
    walk.wait(10_000)
    walk.do(ev.Paused(walk.now_ms, 1, "a question"))
    walk.wait(50_000)
    walk.do(ev.Resumed(walk.now_ms, 1))
    group = group_of(walk)
    assert (group.remaining_ms, group.waited_ms) == (9_000, 10_000)
    assert group.waits_since_ms == walk.now_ms, "the station is still lost"


def test_a_policy_acts_in_its_own_time_while_the_clock_stands() -> None:
    walk = deciding(dropout=Dropout.STAND_IN, dropout_s=20)
    lose(walk, "s1")
    walk.wait(20_000)
    assert group_of(walk).seats[seat_of(walk, "s1")].dropped
    assert group_of(walk).deadline_ms == 30_000


def test_a_host_that_was_killed_waits_for_its_stations() -> None:
    walk = deciding()
    walk.wait(9_999)
    walk.do(ev.HostResumed(walk.now_ms))
    walk.wait(10_000)
    assert group_of(walk).phase is Phase.DECIDE
    for number in range(1, 5):
        walk.do(ev.StationBack(walk.now_ms, f"s{number}"))
    assert group_of(walk).deadline_ms == walk.now_ms + 1


@pytest.mark.parametrize("lost_wait_s", [0, 5])
def test_a_restart_is_waited_for_whatever_a_single_station_is_given(lost_wait_s: int) -> None:
    walk = deciding(lost_wait_s=lost_wait_s)
    walk.wait(4_000)
    walk.do(ev.HostResumed(walk.now_ms))
    for number in range(1, 5):
        walk.wait(6_000)
        assert group_of(walk).time_left_ms(walk.now_ms) == 6_000
        walk.do(ev.StationBack(walk.now_ms, f"s{number}"))
    assert group_of(walk).waited_ms == 0, "what a station is given for itself is still there"
    walk.wait(6_000)
    assert group_of(walk).phase is Phase.OUTCOME


@pytest.mark.parametrize("lost_wait_s", [0, 5, 100])
def test_a_restart_is_waited_for_within_a_bound(lost_wait_s: int) -> None:
    walk = deciding(lost_wait_s=lost_wait_s)
    walk.do(ev.HostResumed(0))
    while group_of(walk).phase is Phase.DECIDE:
        due_ms = next_deadline_ms(walk.state)
        assert due_ms is not None
        walk.wait(due_ms - walk.now_ms)
    assert walk.now_ms == RETURN_MS + 1000 * lost_wait_s + 10_000


def test_a_second_restart_waits_anew() -> None:
    walk = deciding(lost_wait_s=0)
    walk.do(ev.HostResumed(0))
    walk.do(ev.StationBack(0, "s1"))
    walk.wait(RETURN_MS - 1_000)
    walk.do(ev.HostResumed(walk.now_ms))
    walk.wait(RETURN_MS - 1_000)
    assert group_of(walk).remaining_ms == 10_000


def test_a_station_lost_before_the_restart_is_given_only_what_is_its_own() -> None:
    walk = deciding(lost_wait_s=30)
    lose(walk, "s1")
    walk.wait(10_000)
    walk.do(ev.HostResumed(walk.now_ms))
    for number in (2, 3, 4):
        walk.do(ev.StationBack(walk.now_ms, f"s{number}"))
    assert next_deadline_ms(walk.state) == 30_000
    walk.wait(20_000)
    assert group_of(walk).deadline_ms == walk.now_ms + 10_000


@pytest.mark.parametrize("dropout", [each for each in Dropout if each is not Dropout.HOLD])
def test_nobody_is_missed_because_the_host_was_restarted(dropout: Dropout) -> None:
    walk = deciding(dropout=dropout, dropout_s=5)
    walk.do(ev.HostResumed(0))
    walk.wait(RETURN_MS - 1)
    assert group_of(walk).phase is Phase.DECIDE
    assert not group_of(walk).paused
    assert not any(seat.dropped for seat in group_of(walk).seats)


def test_a_page_has_all_of_its_time_for_a_station_lost_before_it_began() -> None:
    walk = deciding()
    contribute_at(walk, "s1")
    walk.wait(5_000)
    lose(walk, "s1")
    walk.wait(1_000)
    contribute_at(walk, "s2", "s3", "s4")
    walk.read(1)
    assert group_of(walk).remaining_ms == 10_000


def test_a_time_out_waits_for_a_sign_of_life() -> None:
    walk = deciding()
    walk.now_ms = 10_500
    silent = {"s1": 9_000, "s2": 10_400, "s3": 10_400, "s4": 10_400}
    assert walk.director.settle(walk.state, walk.now_ms, silent)[1] == []
    heard = dict.fromkeys(silent, 10_000)
    events = walk.director.settle(walk.state, walk.now_ms, heard)[1]
    assert [event.by for event in events if isinstance(event, ev.Contributed)] == ["timeout"] * 4


def test_a_clock_is_stopped_and_started_only_where_that_is_so() -> None:
    walk = deciding()
    with pytest.raises(IllegalEventError, match="no station is lost"):
        apply(walk.state, ev.ClockStopped(0, 1))
    with pytest.raises(IllegalEventError, match="clock runs"):
        apply(walk.state, ev.ClockResumed(0, 1))
    lose(walk, "s1")
    with pytest.raises(IllegalEventError, match="stands already"):
        apply(walk.state, ev.ClockStopped(0, 1))


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_a_walk_with_outages_is_replayed(seed: int) -> None:
    walk = random_walk(seed)
    assert replay(walk.events) == walk.state
    for group in walk.state.groups.values():
        assert group.deadline_ms is None or group.remaining_ms is None
        assert 0 <= group.waited_ms <= 1000 * walk.state.plan.settings.lost_wait_s + 800
