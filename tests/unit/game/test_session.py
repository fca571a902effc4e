import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from walks import MECHANISMS, SMALL_GAME, Walk, random_walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.group_clock import MAX_ADDED_MS
from hcmd_lab.game.rules import fund_hundredths
from hcmd_lab.game.session import apply, obstacle, replay
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import ENDINGS, TRANSITIONS, IllegalEventError, Phase
from hcmd_lab.sentence import Sentence

NO_LIMITS = SessionSettings(intro_s=0, decide_s=0, outcome_s=0, vote_s=0)


@pytest.fixture
def walk() -> Walk:
    """A group of four that has just been told of stage 1."""
    walk = Walk(small_plan(settings=NO_LIMITS))
    walk.check_in()
    return walk


def finish(walk: Walk, *votes: int) -> None:
    walk.play_stage(1)
    walk.play_stage(1)
    walk.vote(1, *votes)
    walk.read(1)
    walk.play_stage(1)


def test_a_whole_session_follows_the_script(walk: Walk) -> None:
    finish(walk, 2, 2, 2, 1)
    group = walk.state.groups[1]
    assert group.phase is Phase.FINISHED
    played = [(paid.stage, paid.round) for paid in group.history]
    assert played == [(stage, r) for stage in (1, 2, 3) for r in (1, 2)]
    assert (group.votes, group.winner, group.by_coin) == ((1, 3), 2, False)


def test_stage_three_is_played_under_the_winner(walk: Walk) -> None:
    finish(walk, 2, 2, 2, 1)
    used = {e.stage: e.mechanism for e in walk.events if isinstance(e, ev.FundDivided)}
    first, second = walk.state.groups[1].plan.mechanisms
    assert used == {1: first, 2: second, 3: second}


def test_a_tied_vote_is_decided_by_the_recorded_coin() -> None:
    winners = set()
    for seed in range(20):
        walk = Walk(small_plan(seed=seed, settings=NO_LIMITS))
        walk.check_in()
        finish(walk, 1, 1, 2, 2)
        group = walk.state.groups[1]
        assert group.by_coin
        winners.add(group.winner)
    assert winners == {1, 2}


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_replay_equals_live(seed: int) -> None:
    walk = random_walk(seed)
    assert replay(walk.events) == walk.state


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_coins_are_conserved_and_every_slot_is_filled_once(seed: int) -> None:
    walk = random_walk(seed)
    slots = [
        (e.group, e.stage, e.round, e.seat) for e in walk.events if isinstance(e, ev.Contributed)
    ]
    assert len(slots) == len(set(slots))
    for group in walk.state.groups.values():
        for paid in group.history:
            assert sum(paid.payout_hundredths) == fund_hundredths(paid.contributions, SMALL_GAME)


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_a_group_only_takes_transitions_of_the_table(seed: int) -> None:
    walk = random_walk(seed)
    state = replay(walk.events[:1])
    for event in walk.events[1:]:
        before = {number: group.phase for number, group in state.groups.items()}
        state = apply(state, event)
        for number, group in state.groups.items():
            assert group.phase == before[number] or group.phase in TRANSITIONS[before[number]]


def test_endings_are_never_left() -> None:
    assert all(not TRANSITIONS[phase] for phase in ENDINGS)
    assert set(TRANSITIONS) == set(Phase)


def test_apply_leaves_the_old_state_alone(walk: Walk) -> None:
    before = walk.state
    copy = dataclasses.replace(before)
    apply(before, ev.Continued(0, 1, 0))
    assert before == copy


def test_a_pause_keeps_the_time_that_was_left() -> None:
    walk = Walk(small_plan(settings=SessionSettings(decide_s=10)))
    walk.check_in()
    walk.read(1)
    walk.wait(4_000)
    walk.do(ev.Paused(walk.now_ms, 1, "a question"))
    walk.wait(60_000)
    assert walk.state.groups[1].phase is Phase.DECIDE
    walk.do(ev.Resumed(walk.now_ms, 1))
    assert walk.state.groups[1].deadline_ms == walk.now_ms + 6_000
    assert walk.state.groups[1].pause_reason == ""


def test_a_pause_without_a_limit_stays_without(walk: Walk) -> None:
    walk.do(ev.Paused(walk.now_ms, 1, ""))
    walk.do(ev.Resumed(walk.now_ms, 1))
    assert walk.state.groups[1].deadline_ms is None


def test_a_dropped_seat_does_not_hold_up_the_others(walk: Walk) -> None:
    walk.do(ev.SeatDropped(0, 1, 2, "left"))
    for seat in (0, 1, 3):
        walk.do(ev.Continued(0, 1, seat))
    for seat in (0, 1, 3):
        walk.contribute(1, seat, 1)
    stand_in = [e for e in walk.events if isinstance(e, ev.Contributed) and e.by == "stand_in"]
    assert [e.seat for e in stand_in] == [2]
    assert walk.state.groups[1].phase is Phase.OUTCOME


def test_a_reseated_participant_is_found_at_the_new_station(walk: Walk) -> None:
    walk.do(ev.Reseated(0, "p1", "spare"))
    assert walk.state.occupant("spare") == "p1"
    assert walk.state.occupant("s1") is None


def test_a_station_is_free_again_after_its_group_has_ended(walk: Walk) -> None:
    assert not walk.state.is_free("s1")
    walk.do(ev.GroupEnded(0, 1, "ended_early", "fire alarm"))
    assert walk.state.is_free("s1")
    assert walk.state.groups[1].phase is Phase.ENDED_EARLY


def test_a_group_that_is_to_stop_stops_after_the_round(walk: Walk) -> None:
    walk.read(1)
    walk.contribute(1, 0, 1)
    walk.do(ev.StopAfterRound(0, 1, True))
    for seat in (1, 2, 3):
        walk.contribute(1, seat, 1)
    assert walk.state.groups[1].phase is Phase.OUTCOME
    walk.read(1)
    assert walk.state.groups[1].phase is Phase.ENDED_EARLY
    assert len(walk.state.groups[1].history) == 1


def test_between_rounds_the_next_round_is_meant(walk: Walk) -> None:
    walk.play_stage(1)
    walk.play_stage(1)
    walk.do(ev.StopAfterRound(0, 1, True))
    walk.vote(1, 1, 1, 1, 1)
    walk.read(1)
    assert walk.state.groups[1].phase is Phase.STAGE_INTRO
    walk.read(1)
    walk.play_round(1)
    assert walk.state.groups[1].phase is Phase.ENDED_EARLY
    assert len(walk.state.groups[1].history) == 5


def test_the_last_round_ends_the_script_anyway(walk: Walk) -> None:
    walk.play_stage(1)
    walk.play_stage(1)
    walk.vote(1, 1, 1, 1, 1)
    walk.read(1)
    walk.read(1)
    walk.play_round(1)
    walk.do(ev.StopAfterRound(0, 1, True))
    walk.play_round(1)
    assert walk.state.groups[1].phase is Phase.FINISHED


def test_to_stop_can_be_withdrawn(walk: Walk) -> None:
    walk.do(ev.StopAfterRound(0, 1, True))
    walk.do(ev.StopAfterRound(0, 1, False))
    walk.read(1)
    walk.play_round(1)
    assert walk.state.groups[1].phase is Phase.DECIDE


def test_tries_to_leave_are_only_written_down(walk: Walk) -> None:
    before = walk.state
    walk.wait(10)
    walk.do(ev.ExitTried(10, "s1", False))
    assert walk.state == dataclasses.replace(before, clock_ms=10)


def test_an_obstacle_is_told_without_an_error(walk: Walk) -> None:
    assert obstacle(walk.state, ev.Paused(0, 1, "")) is None
    assert obstacle(walk.state, ev.Resumed(0, 1)) == Sentence("this group is not paused")
    assert not walk.state.groups[1].paused


def decide(walk: Walk) -> None:
    walk.read(1)


def paid(walk: Walk) -> None:
    walk.read(1)
    for seat in range(4):
        walk.contribute(1, seat, 1)


def voting(walk: Walk) -> None:
    walk.play_stage(1)
    walk.play_stage(1)


def paused(walk: Walk) -> None:
    walk.do(ev.Paused(0, 1, ""))


def ended(walk: Walk) -> None:
    walk.do(ev.GroupEnded(0, 1, "void", ""))


def closed(walk: Walk) -> None:
    ended(walk)
    walk.do(ev.SessionClosed(0))


def to_stop(walk: Walk) -> None:
    walk.do(ev.StopAfterRound(0, 1, True))


def nothing(walk: Walk) -> None:
    del walk


def contribution(**changes: object) -> ev.Contributed:
    right = ev.Contributed(0, 1, 1, 1, 0, SMALL_GAME.head_endowment, 2, "participant")
    return dataclasses.replace(right, **changes)  # type: ignore[arg-type]  # checked by replace


def division(**changes: object) -> ev.FundDivided:
    quarter = (250_000_000,) * 4
    right = ev.FundDivided(0, 1, 1, 1, MECHANISMS[0], quarter, (160, 160, 160, 160))
    return dataclasses.replace(right, **changes)  # type: ignore[arg-type]  # checked by replace


@pytest.mark.parametrize(
    ("prepare", "event", "sentence"),
    [
        (nothing, ev.SessionOpened(0, small_plan()), "already open"),
        (nothing, ev.SessionClosed(0), "when all of its groups have ended"),
        (closed, ev.StationBack(0, "s9"), "session is closed"),
        (nothing, ev.CheckedIn(0, "p1", "s9", "", True), "already here"),
        (nothing, ev.CheckedIn(0, "p9", "s1", "", True), "station s1 is taken"),
        (nothing, ev.Seated(0, "p9", 1, 0), "no participant p9"),
        (nothing, ev.Seated(0, "p1", 1, 0), "has a seat"),
        (nothing, ev.Reseated(0, "p1", "s2"), "station s2 is taken"),
        (nothing, ev.Continued(0, 7, 0), "no group 7"),
        (nothing, ev.Continued(0, 1, 4), "no seat 4"),
        (nothing, ev.GroupStarted(0, 1), "needs the phase ready"),
        (nothing, contribution(), "needs the phase decide"),
        (nothing, ev.Resumed(0, 1), "not paused"),
        (paused, ev.Paused(0, 1, ""), "is paused"),
        (paused, ev.Continued(0, 1, 0), "is paused"),
        (paused, ev.Advanced(0, 1), "is paused"),
        (ended, ev.Continued(0, 1, 0), "has ended"),
        (decide, ev.Continued(0, 1, 0), "nothing to read"),
        (decide, ev.Advanced(0, 1), "no page to continue"),
        (decide, contribution(round=2), "plays round 1 of stage 1"),
        (decide, contribution(seat=-1), "no seat -1"),
        (decide, contribution(endowment=3), "endowment is 4"),
        (decide, contribution(contribution=5), "between 0 and 4"),
        (decide, contribution(contribution=-1), "between 0 and 4"),
        (decide, division(), "needs the phase divide"),
        (paid, contribution(), "needs the phase decide"),
        (decide, ev.VoteCast(0, 1, 0, 1, "participant"), "needs the phase vote"),
        (voting, ev.VoteCast(0, 1, 0, 3, "participant"), "stage 1 or stage 2"),
        (voting, ev.VoteCast(0, 1, 0, None, "participant"), "names a stage"),
        (voting, ev.VotesCounted(0, 1, (4, 0), False, 1), "needs the phase count"),
        (paused, ev.TimeCalled(0, 1), "is paused"),
        (ended, ev.TimeCalled(0, 1), "has ended"),
        (ended, ev.StopAfterRound(0, 1, True), "has ended"),
        (nothing, ev.StopAfterRound(0, 1, False), "is not set to stop"),
        (to_stop, ev.StopAfterRound(0, 1, True), "already set to stop"),
        (ended, ev.TimeAdded(0, 1, 1000), "has ended"),
        (nothing, ev.TimeAdded(0, 1, 0), "minutes are added at once"),
        (nothing, ev.TimeAdded(0, 1, MAX_ADDED_MS + 1), "minutes are added at once"),
        (closed, ev.ExitTried(0, "s1", True), "is closed"),
    ],
)
def test_what_cannot_happen_is_refused(
    walk: Walk, prepare: Callable[[Walk], None], event: ev.SessionEvent, sentence: str
) -> None:
    prepare(walk)
    with pytest.raises(IllegalEventError, match=sentence):
        apply(walk.state, event)


def test_without_a_page_there_is_no_time_to_call() -> None:
    walk = Walk(small_plan())
    with pytest.raises(IllegalEventError, match="no page with a time limit"):
        walk.do(ev.TimeCalled(0, 1))


def test_without_a_limit_there_is_no_time_to_add() -> None:
    walk = Walk(small_plan(settings=SessionSettings(intro_s=0)))
    walk.check_in()
    with pytest.raises(IllegalEventError, match="no page with a time limit"):
        walk.do(ev.TimeAdded(0, 1, 30_000))


@pytest.mark.parametrize("pause", [False, True])
def test_added_time_is_the_pages_and_nobody_elses(pause: bool) -> None:
    walk = Walk(small_plan(groups=2, settings=SessionSettings(decide_s=10)))
    walk.check_in(8)
    for group in (1, 2):
        walk.read(group)
    walk.wait(4000)
    if pause:
        walk.do(ev.Paused(walk.now_ms, 1, ""))
    walk.do(ev.TimeAdded(walk.now_ms, 1, 30_000))
    if pause:
        assert walk.state.groups[1].time_left_ms(walk.now_ms) == 36_000
        walk.do(ev.Resumed(walk.now_ms, 1))
    left = [walk.state.groups[number].time_left_ms(walk.now_ms) for number in (1, 2)]
    assert left == [36_000, 6_000]
    walk.wait(35_999)
    assert walk.state.groups[1].phase is Phase.DECIDE
    walk.wait(1)
    assert walk.state.groups[1].phase is Phase.OUTCOME
    limit_ms = 1000 * walk.state.plan.settings.outcome_s
    assert walk.state.groups[1].time_left_ms(walk.now_ms) == limit_ms, "the next page has its own"
    assert replay(walk.events) == walk.state


def test_a_paused_group_does_not_start() -> None:
    walk = Walk(small_plan(settings=SessionSettings(auto_start=False)))
    walk.check_in()
    walk.do(ev.Paused(0, 1, ""))
    with pytest.raises(IllegalEventError, match="is paused"):
        walk.do(ev.GroupStarted(0, 1))


def test_a_second_contribution_and_a_second_vote_are_refused(walk: Walk) -> None:
    walk.read(1)
    walk.contribute(1, 0, 1)
    with pytest.raises(IllegalEventError, match="has already contributed"):
        walk.contribute(1, 0, 1)
    for seat in (1, 2, 3):
        walk.contribute(1, seat, 1)
    walk.read(1)
    walk.play_round(1)
    walk.play_stage(1)
    walk.vote(1, 1)
    with pytest.raises(IllegalEventError, match="has already voted"):
        walk.vote(1, 2)


def test_a_seat_is_dropped_once_and_only_if_someone_sits_there() -> None:
    walk = Walk(small_plan())
    with pytest.raises(IllegalEventError, match="nobody is at this seat"):
        walk.do(ev.SeatDropped(0, 1, 0, ""))
    walk.check_in()
    walk.do(ev.SeatDropped(0, 1, 0, ""))
    with pytest.raises(IllegalEventError, match="already been dropped"):
        walk.do(ev.SeatDropped(0, 1, 0, ""))


def test_seats_are_given_once_and_only_where_there_are_some() -> None:
    state = replay([ev.SessionOpened(0, small_plan())])
    for code, station in (("a", "s1"), ("b", "s2")):
        state = apply(state, ev.CheckedIn(0, code, station, "", False))
    state = apply(state, ev.Seated(0, "a", 1, 0))
    for event, sentence in (
        (ev.Seated(0, "b", 1, 0), "taken"),
        (ev.Seated(0, "b", 1, 4), "no seat 4"),
        (ev.Seated(0, "b", 2, 0), "no group 2"),
    ):
        with pytest.raises(IllegalEventError, match=sentence):
            apply(state, event)


def test_a_complete_group_takes_nobody_else() -> None:
    walk = Walk(small_plan(settings=SessionSettings(auto_start=False)))
    walk.check_in(5)
    assert walk.state.groups[1].phase is Phase.READY
    assert walk.state.participants["p5"].group is None
    with pytest.raises(IllegalEventError, match="complete"):
        walk.do(ev.Seated(0, "p5", 1, 0))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (division(round=2), "plays round 1"),
        (division(mechanism="another"), "different mechanism"),
        (division(payout_hundredths=(160, 160, 160, 161)), "add up to the fund"),
        (division(payout_hundredths=(-160, 160, 320, 320)), "weights do not add up"),
        (division(weight_units=(250_000_000,) * 3 + (1,)), "weights do not add up"),
    ],
)
def test_a_wrong_division_is_refused(wrong: ev.FundDivided, sentence: str) -> None:
    walk = Walk(small_plan(settings=NO_LIMITS))
    walk.check_in()
    walk.read(1)
    state = walk.state
    mechanism = state.groups[1].mechanism
    endowments = SMALL_GAME.endowments(state.groups[1].plan.tail_endowment)
    for seat in range(4):
        state = apply(state, ev.Contributed(0, 1, 1, 1, seat, endowments[seat], 1, "participant"))
    if wrong.mechanism == MECHANISMS[0]:
        wrong = dataclasses.replace(wrong, mechanism=mechanism)
    right = division(mechanism=mechanism)
    assert apply(state, right).groups[1].phase is Phase.OUTCOME
    with pytest.raises(IllegalEventError, match=sentence):
        apply(state, wrong)


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (ev.VotesCounted(0, 1, (3, 1), False, 1), "the votes are 2 and 2"),
        (ev.VotesCounted(0, 1, (2, 2), False, 1), "coin is tossed for a tied vote"),
        (ev.VotesCounted(0, 1, (2, 2), True, 3), "more votes wins"),
    ],
)
def test_a_wrong_count_is_refused(walk: Walk, count: ev.VotesCounted, sentence: str) -> None:
    walk.play_stage(1)
    walk.play_stage(1)
    state = walk.state
    for seat, choice in enumerate((1, 1, 2, 2)):
        state = apply(state, ev.VoteCast(0, 1, seat, choice, "participant"))
    with pytest.raises(IllegalEventError, match=sentence):
        apply(state, count)


def test_the_clock_never_runs_backwards(walk: Walk) -> None:
    walk.wait(10)
    walk.do(ev.Continued(10, 1, 0))
    with pytest.raises(IllegalEventError, match="backwards"):
        apply(walk.state, ev.Continued(9, 1, 1))


def test_a_log_begins_with_the_opening() -> None:
    with pytest.raises(IllegalEventError, match="first event of a session opens it"):
        replay([ev.HostResumed(0)])
    with pytest.raises(IllegalEventError, match="without events"):
        replay([])
