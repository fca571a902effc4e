import dataclasses

import pytest
from walks import SMALL_GAME, Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.director import next_deadline_ms
from hcmd_lab.game.session_settings import SessionSettings, TimeoutContribution
from hcmd_lab.game.state import Phase

TIMED = SessionSettings(intro_s=5, decide_s=10, outcome_s=5, vote_s=10)


def timed_walk(rule: str = "previous", auto_start: bool = True) -> Walk:
    settings = dataclasses.replace(
        TIMED, timeout_contribution=TimeoutContribution(rule), auto_start=auto_start
    )
    walk = Walk(small_plan(settings=settings))
    walk.check_in()
    return walk


def test_arrivals_take_the_seats_in_the_planned_order() -> None:
    walk = timed_walk()
    seats = [walk.state.participants[f"p{n}"].seat for n in range(1, 5)]
    assert tuple(seats) == walk.state.plan.groups[0].seat_order


def test_groups_fill_one_after_the_other() -> None:
    walk = Walk(small_plan(groups=2))
    walk.check_in(5)
    assert [walk.state.participants[f"p{n}"].group for n in range(1, 6)] == [1, 1, 1, 1, 2]


def test_a_group_waits_for_go_if_it_shall() -> None:
    walk = timed_walk(auto_start=False)
    assert walk.state.groups[1].phase is Phase.READY
    walk.do(ev.GroupStarted(0, 1))
    assert walk.state.groups[1].phase is Phase.STAGE_INTRO


def test_nobody_at_the_keyboard_plays_to_the_end_by_time_alone() -> None:
    walk = timed_walk()
    for _ in range(40):
        walk.wait(10_000)
    group = walk.state.groups[1]
    assert group.phase is Phase.FINISHED
    assert {e.by for e in walk.events if isinstance(e, ev.Contributed)} == {"timeout"}
    assert group.votes == (0, 0)
    assert group.by_coin


@pytest.mark.parametrize(
    ("rule", "expected"), [("nothing", 0), ("all", 4), ("half", 2), ("previous", 2)]
)
def test_the_declared_default_is_made_for_a_late_seat(rule: str, expected: int) -> None:
    walk = timed_walk(rule)
    walk.read(1)
    walk.wait(9_999)
    assert walk.state.groups[1].phase is Phase.DECIDE
    walk.wait(1)
    assert walk.state.groups[1].history[0].contributions[0] == expected


@pytest.mark.parametrize("decide_s", [0, 10])
def test_when_time_is_called_the_default_is_made_at_once(decide_s: int) -> None:
    walk = Walk(small_plan(settings=SessionSettings(decide_s=decide_s)))
    walk.check_in()
    walk.do(ev.TimeCalled(0, 1))
    assert walk.state.groups[1].phase is Phase.DECIDE
    walk.contribute(1, 2, 1)
    walk.wait(1_000)
    walk.do(ev.TimeCalled(1_000, 1))
    by = {e.seat: e.by for e in walk.events if isinstance(e, ev.Contributed)}
    assert by == {0: "timeout", 1: "timeout", 2: "participant", 3: "timeout"}
    assert walk.state.groups[1].phase is Phase.OUTCOME


def test_when_time_is_called_missing_votes_count_as_none() -> None:
    walk = timed_walk()
    walk.play_stage(1)
    walk.play_stage(1)
    walk.vote(1, 2)
    walk.do(ev.TimeCalled(0, 1))
    votes = [(e.choice, e.by) for e in walk.events if isinstance(e, ev.VoteCast)]
    assert votes == [(2, "participant"), *[(None, "timeout")] * 3]
    walk.do(ev.TimeCalled(0, 1))
    assert walk.state.groups[1].phase is Phase.STAGE_INTRO


def test_previous_repeats_the_last_round_of_the_stage() -> None:
    walk = timed_walk()
    walk.read(1)
    walk.contribute(1, 0, 3)
    walk.wait(10_000)
    walk.wait(5_000)
    walk.wait(10_000)
    first, second = walk.state.groups[1].history
    assert first.contributions[0] == second.contributions[0] == 3
    assert first.contributions == second.contributions


def test_a_decision_before_the_deadline_is_kept() -> None:
    walk = timed_walk()
    walk.read(1)
    walk.contribute(1, 0, 1)
    walk.wait(10_000)
    by = {e.seat: e.by for e in walk.events if isinstance(e, ev.Contributed)}
    assert by == {0: "participant", 1: "timeout", 2: "timeout", 3: "timeout"}


def test_a_dropped_seat_casts_no_vote() -> None:
    walk = timed_walk()
    walk.play_stage(1)
    walk.play_stage(1)
    walk.do(ev.SeatDropped(walk.now_ms, 1, 3, "left"))
    votes = [e for e in walk.events if isinstance(e, ev.VoteCast)]
    assert [(e.seat, e.choice, e.by) for e in votes] == [(3, None, "stand_in")]


def test_the_majority_wins() -> None:
    walk = timed_walk()
    walk.play_stage(1)
    walk.play_stage(1)
    walk.vote(1, 1, 2, 1, 1)
    counted = walk.events[-1]
    assert counted == ev.VotesCounted(0, 1, (3, 1), by_coin=False, winner=1)


def test_the_next_deadline_is_the_earliest() -> None:
    walk = Walk(small_plan(groups=2, settings=TIMED))
    assert next_deadline_ms(walk.state) is None
    walk.check_in(4)
    walk.wait(2_000)
    for number in range(5, 9):
        walk.do(ev.CheckedIn(walk.now_ms, f"p{number}", f"s{number}", "", True))
    assert next_deadline_ms(walk.state) == 5_000


def test_nothing_is_due_after_the_close() -> None:
    walk = timed_walk()
    walk.do(ev.GroupEnded(0, 1, "void", ""))
    walk.do(ev.SessionClosed(0))
    assert walk.director.settle(walk.state, 10**9) == (walk.state, [])


def test_the_payouts_are_the_tables() -> None:
    walk = timed_walk("all")
    walk.read(1)
    walk.wait(10_000)
    divided = next(e for e in walk.events if isinstance(e, ev.FundDivided))
    tail = walk.state.groups[1].plan.tail_endowment
    everything = SMALL_GAME.endowments(tail)
    assert divided.weight_units == walk.director.policies[divided.mechanism].units(tail, everything)
