import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from walks import Walk, random_walk, small_plan

from hcmd_lab.game import dropout
from hcmd_lab.game import events as ev
from hcmd_lab.game.director import next_deadline_ms
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.session_settings import Dropout, SessionSettings
from hcmd_lab.game.state import Phase, SessionState

ACTING = ("pause", "stand_in", "finish_short", "void")


def started(policy: str, *, auto_start: bool = True) -> Walk:
    """A complete group without time limits, whose stations may be lost for 60 s."""
    limits = SessionSettings(
        intro_s=0, decide_s=0, outcome_s=0, vote_s=0, dropout=Dropout(policy), auto_start=auto_start
    )
    walk = Walk(small_plan(settings=limits))
    for number in range(1, 5):
        walk.do(ev.StationBack(0, f"s{number}"))
    walk.check_in()
    return walk


def lose(walk: Walk, station: str, ms: int) -> None:
    walk.do(ev.StationLost(walk.now_ms, station))
    walk.wait(ms)


def seat_of(walk: Walk, participant: str) -> int:
    seat = walk.state.participants[participant].seat
    assert seat is not None
    return seat


def test_hold_does_nothing() -> None:
    walk = started("hold")
    before = walk.state.groups[1]
    lose(walk, "s1", 10**9)
    assert walk.state.groups[1] == before
    assert next_deadline_ms(walk.state) is None


@pytest.mark.parametrize("policy", ACTING)
def test_a_short_loss_changes_nothing(policy: str) -> None:
    walk = started(policy)
    before = walk.state.groups[1]
    lose(walk, "s1", 59_999)
    assert next_deadline_ms(walk.state) == 60_000
    walk.do(ev.StationBack(walk.now_ms, "s1"))
    walk.wait(10**9)
    assert walk.state.groups[1] == before
    assert next_deadline_ms(walk.state) is None


@pytest.mark.parametrize("policy", ACTING)
def test_a_long_loss_is_acted_on_once(policy: str) -> None:
    walk = started(policy)
    lose(walk, "s1", 60_000)
    seat = seat_of(walk, "p1")
    expected: dict[str, ev.SessionEvent] = {
        "pause": ev.Paused(60_000, 1, dropout.REASON, automatic=True),
        "stand_in": ev.SeatDropped(60_000, 1, seat, dropout.REASON),
        "finish_short": ev.GroupEnded(60_000, 1, "ended_early", dropout.REASON),
        "void": ev.GroupEnded(60_000, 1, "void", dropout.REASON),
    }
    assert walk.events[-1] == expected[policy]
    assert next_deadline_ms(walk.state) is None
    length = len(walk.events)
    walk.wait(10**9)
    assert len(walk.events) == length


def test_a_stand_in_plays_on_for_everyone_who_is_lost() -> None:
    walk = started("stand_in")
    walk.read(1)
    walk.do(ev.StationLost(walk.now_ms, "s1"))
    walk.do(ev.StationLost(walk.now_ms, "s2"))
    walk.wait(60_000)
    made = {e.seat: e.by for e in walk.events if isinstance(e, ev.Contributed)}
    assert made == {seat_of(walk, "p1"): "stand_in", seat_of(walk, "p2"): "stand_in"}


def test_the_policys_pause_ends_when_all_stations_are_back() -> None:
    walk = started("pause")
    walk.do(ev.StationLost(0, "s1"))
    lose(walk, "s2", 60_000)
    assert walk.state.groups[1].pause_is_automatic
    walk.do(ev.StationBack(walk.now_ms, "s2"))
    assert walk.state.groups[1].paused
    walk.do(ev.StationBack(walk.now_ms, "s1"))
    assert walk.events[-1] == ev.Resumed(walk.now_ms, 1)
    assert not walk.state.groups[1].pause_is_automatic


def test_a_dropped_seat_is_not_waited_for() -> None:
    walk = started("pause")
    lose(walk, "s1", 60_000)
    walk.do(ev.SeatDropped(walk.now_ms, 1, seat_of(walk, "p1"), "left"))
    assert not walk.state.groups[1].paused
    walk.wait(10**9)
    assert not walk.state.groups[1].paused


def test_the_experimenters_pause_is_theirs_to_end() -> None:
    walk = started("pause")
    walk.do(ev.Paused(0, 1, "a question"))
    lose(walk, "s1", 10**6)
    assert next_deadline_ms(walk.state) is None
    walk.do(ev.StationBack(walk.now_ms, "s1"))
    assert walk.state.groups[1].paused


def test_the_experimenter_can_take_the_policys_pause_over() -> None:
    limits = SessionSettings(intro_s=100, dropout=Dropout.PAUSE)
    walk = Walk(small_plan(settings=limits))
    walk.check_in()
    lose(walk, "s1", 60_000)
    walk.do(ev.Paused(walk.now_ms, 1, "a question"))
    walk.do(ev.StationBack(walk.now_ms, "s1"))
    group = walk.state.groups[1]
    assert (group.paused, group.pause_is_automatic) == (True, False)
    assert (group.pause_reason, group.remaining_ms) == ("a question", 100_000)
    with pytest.raises(ValueError, match="paused"):
        walk.do(ev.Paused(walk.now_ms, 1, "another"))


@pytest.mark.parametrize("policy", ACTING)
def test_a_pause_stops_the_count_and_going_on_begins_it_anew(policy: str) -> None:
    walk = started(policy)
    walk.do(ev.Paused(0, 1, "a question"))
    lose(walk, "s1", 10**6)
    assert walk.state.groups[1].phase is Phase.STAGE_INTRO
    walk.do(ev.Resumed(walk.now_ms, 1))
    before = walk.state.groups[1]
    walk.wait(59_999)
    assert walk.state.groups[1] == before
    walk.wait(1)
    assert walk.state.groups[1] != before


def test_the_policys_pause_can_be_ended_by_hand_for_a_while() -> None:
    walk = started("pause")
    lose(walk, "s1", 60_000)
    walk.do(ev.Resumed(walk.now_ms, 1))
    assert not walk.state.groups[1].paused
    walk.wait(60_000)
    assert walk.state.groups[1].paused


def test_a_participant_counts_at_their_new_station() -> None:
    walk = started("void")
    walk.do(ev.StationBack(0, "spare"))
    walk.do(ev.StationLost(0, "s1"))
    walk.do(ev.Reseated(0, "p1", "spare"))
    walk.wait(10**6)
    assert not walk.state.groups[1].ended
    lose(walk, "spare", 60_000)
    assert walk.state.groups[1].phase is Phase.VOID


def test_a_new_station_has_time_to_be_started() -> None:
    walk = started("void")
    walk.wait(10**6)
    walk.do(ev.Reseated(walk.now_ms, "p1", "spare"))
    walk.wait(59_999)
    assert not walk.state.groups[1].ended
    walk.wait(1)
    assert walk.state.groups[1].phase is Phase.VOID


def test_after_a_restart_of_the_host_all_stations_are_lost_from_then() -> None:
    walk = started("stand_in")
    lose(walk, "s1", 59_000)
    walk.do(ev.HostResumed(walk.now_ms))
    walk.wait(59_999)
    assert not any(seat.dropped for seat in walk.state.groups[1].seats)
    for number in (1, 2, 3):
        walk.do(ev.StationBack(walk.now_ms, f"s{number}"))
    walk.wait(1)
    dropped = [seat for seat, own in enumerate(walk.state.groups[1].seats) if own.dropped]
    assert dropped == [seat_of(walk, "p4")]


def test_a_station_that_is_lost_twice_is_lost_since_the_first_time() -> None:
    walk = started("void")
    lose(walk, "s1", 30_000)
    lose(walk, "s1", 30_000)
    assert walk.state.groups[1].phase is Phase.VOID


@pytest.mark.parametrize("policy", ACTING)
def test_a_group_that_is_still_seating_waits(policy: str) -> None:
    walk = Walk(small_plan(settings=SessionSettings(dropout=Dropout(policy), intro_s=0)))
    walk.check_in(3)
    lose(walk, "s1", 10**6)
    assert walk.state.groups[1].phase is Phase.SEATING
    assert next_deadline_ms(walk.state) is None
    walk.do(ev.CheckedIn(walk.now_ms, "p4", "s4", "", False))
    assert walk.state.groups[1].phase is Phase.STAGE_INTRO
    assert next_deadline_ms(walk.state) == walk.now_ms + 60_000


def test_a_group_that_waits_for_go_is_paused_and_cannot_start() -> None:
    walk = started("pause", auto_start=False)
    lose(walk, "s1", 60_000)
    assert walk.state.groups[1].phase is Phase.READY
    with pytest.raises(ValueError, match="paused"):
        walk.do(ev.GroupStarted(walk.now_ms, 1))


def test_a_group_that_has_ended_is_left_alone() -> None:
    walk = started("void")
    lose(walk, "s1", 1_000)
    walk.do(ev.GroupEnded(walk.now_ms, 1, "ended_early", ""))
    walk.wait(10**6)
    assert walk.state.groups[1].phase is Phase.ENDED_EARLY


def test_other_groups_play_on() -> None:
    plan = small_plan(groups=2, settings=SessionSettings(intro_s=0, dropout=Dropout.VOID))
    walk = Walk(plan)
    walk.check_in(8)
    lose(walk, "s1", 60_000)
    assert [group.ended for group in walk.state.groups.values()] == [True, False]


def overdue(state: SessionState, now_ms: int) -> bool:
    """Whether somebody is away too long and nothing was done."""
    limits = state.plan.settings
    return any(
        not seated.dropped
        and state.participants[seated.participant or ""].station in state.lost_ms
        and state.lost_ms[state.participants[seated.participant or ""].station]
        + 1000 * limits.dropout_s
        <= now_ms
        for group in state.groups.values()
        if not (group.paused or group.ended or group.phase is Phase.SEATING)
        for seated in group.seats
    )


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_in_any_session_the_policy_is_kept(seed: int) -> None:
    walk = random_walk(seed)
    policy = walk.state.plan.settings.dropout
    assert policy == "hold" or not overdue(walk.state, walk.now_ms)
    state = replay(walk.events[:1])
    for event in walk.events[1:]:
        if isinstance(event, ev.Paused):
            assert policy == "pause" or not event.automatic
        if isinstance(event, ev.SeatDropped) and event.reason == dropout.REASON:
            assert policy == "stand_in"
        if isinstance(event, ev.GroupEnded) and event.reason == dropout.REASON:
            assert (policy, event.ending) in {("finish_short", "ended_early"), ("void", "void")}
        state = apply(state, event)
        assert not state.stations & state.lost_ms.keys()
        assert all(group.paused or not group.pause_is_automatic for group in state.groups.values())
