from hypothesis import given, settings
from hypothesis import strategies as st
from walks import Walk, random_walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.station_view import player_order, station_view
from hcmd_lab.game.view import Page


def started(decide_s: int = 10) -> Walk:
    walk = Walk(small_plan(settings=SessionSettings(decide_s=decide_s)))
    walk.check_in()
    walk.read(1)
    return walk


def station_of(walk: Walk, seat: int) -> str:
    code = walk.state.groups[1].seats[seat].participant
    assert code is not None
    return walk.state.participants[code].station


def test_a_station_with_nobody_checks_in() -> None:
    walk = Walk(small_plan())
    assert station_view(walk.state, "s1", 0).page is Page.CHECK_IN
    walk.check_in(1)
    view = station_view(walk.state, "s1", 0)
    assert (view.page, view.participant) == (Page.SEATING, "p1")


def test_someone_without_a_seat_waits() -> None:
    walk = Walk(small_plan())
    walk.check_in(5)
    view = station_view(walk.state, "s5", 0)
    assert (view.page, view.is_full) == (Page.SEATING, True)
    walk.do(ev.GroupEnded(0, 1, "ended_early", ""))
    walk.do(ev.SessionClosed(0))
    assert station_view(walk.state, "s5", 0).page is Page.GOODBYE


def test_a_closed_session_shows_the_end() -> None:
    walk = started()
    walk.do(ev.GroupEnded(0, 1, "ended_early", ""))
    walk.do(ev.SessionClosed(0))
    assert station_view(walk.state, "s1", 0).page is Page.ENDED_EARLY
    assert station_view(walk.state, "other", 0).page is Page.CLOSED


def test_choosing_leads_to_waiting_without_a_word_about_the_others() -> None:
    walk = started()
    station = station_of(walk, 1)
    before = station_view(walk.state, station, 0)
    walk.contribute(1, 0, 3)
    assert station_view(walk.state, station, 0) == before
    walk.contribute(1, 1, 1)
    view = station_view(walk.state, station, 0)
    assert (view.page, view.contribution) == (Page.WAIT, 1)


def test_the_viewer_comes_first() -> None:
    walk = started()
    for seat, contribution in enumerate((4, 0, 1, 1)):
        walk.contribute(1, seat, contribution)
    view = station_view(walk.state, station_of(walk, 2), 0)
    tail = walk.state.groups[1].plan.tail_endowment
    assert view.endowments == (tail, 4, tail, tail)
    assert view.history[0].contributions == (1, 4, 0, 1)
    paid = view.history[0]
    assert paid.reward_hundredths == paid.payout_hundredths[0] + 100 * (tail - 1)
    assert view.total_hundredths == paid.reward_hundredths
    assert player_order(4, 2) == (2, 0, 1, 3)


def test_time_left_counts_down_and_stands_still_in_a_pause() -> None:
    walk = started()
    assert station_view(walk.state, "s1", 4_000).time_left_ms == 6_000
    assert station_view(walk.state, "s1", 99_000).time_left_ms == 0
    walk.wait(3_000)
    walk.do(ev.Paused(walk.now_ms, 1, "a question"))
    view = station_view(walk.state, "s1", 50_000)
    assert (view.paused, view.pause_reason, view.time_left_ms) == (True, "a question", 7_000)
    assert station_view(started(decide_s=0).state, "s1", 0).time_left_ms is None


@given(st.integers(0, 5000))
@settings(max_examples=40, deadline=None)
def test_own_rewards_add_up_to_all_coins_of_the_group(seed: int) -> None:
    walk = random_walk(seed, groups=1)
    group = walk.state.groups[1]
    endowments = walk.state.plan.game.endowments(group.plan.tail_endowment)
    if any(seat.participant is None or seat.dropped for seat in group.seats):
        return
    views = [station_view(walk.state, station_of(walk, seat), 0) for seat in range(4)]
    grown = sum(60 * sum(paid.contributions) for paid in group.history)
    kept = 100 * sum(endowments) * len(group.history)
    assert sum(view.total_hundredths for view in views) == kept + grown
