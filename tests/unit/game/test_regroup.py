"""As many groups as people came: others close, one opens late, and nobody waits for ever."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted import EVERYTHING, MATERIALS
from walks import MECHANISMS, SMALL_GAME, Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.assignment import plan_groups
from hcmd_lab.game.payment import Basis, payment
from hcmd_lab.game.regroup import TOO_FEW, close_unfilled
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.script_steps import BEFORE_GAME, Part
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.session_settings import SessionSettings, Synchronize
from hcmd_lab.game.state import IllegalEventError, Phase
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page


def close(walk: Walk) -> list[ev.SessionEvent]:
    made = close_unfilled(walk.state, walk.now_ms)
    for event in made:
        walk.state = apply(walk.state, event)
        walk.events.append(event)
    walk.settle()
    return made


def waits_for_ever(walk: Walk) -> list[str]:
    """People who wait for a seat, or in a group that no more people can fill."""
    coming = sum(p.progress.part in BEFORE_GAME for p in walk.state.participants.values())
    free = sum(
        seat.participant is None
        for group in walk.state.groups.values()
        if group.phase is Phase.SEATING
        for seat in group.seats
    )
    return [
        code
        for code, person in walk.state.participants.items()
        if person.progress.part is Part.GAME
        and (person.group is None or walk.state.groups[person.group].phase is Phase.SEATING)
        and free > coming
    ]


@pytest.mark.parametrize("came", range(13))
def test_whole_groups_play_and_the_others_go_home(came: int) -> None:
    walk = Walk(small_plan(3))
    walk.check_in(came)
    close(walk)
    phases = [group.phase for group in walk.state.groups.values()]
    assert phases == [Phase.STAGE_INTRO] * (came // 4) + [Phase.UNFILLED] * (3 - came // 4)
    released = [p for p in walk.state.participants.values() if p.released]
    assert len(released) == came % 4
    assert waits_for_ever(walk) == []
    for code, person in walk.state.participants.items():
        if person.released:
            assert payment(walk.state, code).basis is Basis.NOT_SEATED
            assert payment(walk.state, code).total_cents == 500
            assert person.group is None
    assert replay(walk.events) == walk.state


def test_whoever_still_reads_is_waited_for() -> None:
    walk = reading(5)
    assert [type(event).__name__ for event in close(walk)] == ["Released", "GroupEnded"]
    last = walk.state.participants["p5"]
    assert last.released
    view = station_view(walk.state, "s5", 0)
    assert view.page is Page.PAYMENT
    assert view.script is not None
    assert view.script.payment is not None
    assert view.script.payment.basis is Basis.NOT_SEATED
    assert walk.state.groups[1].phase is Phase.SEATING, "four still read"


def test_without_a_payment_page_they_are_sent_to_the_desk() -> None:
    walk = Walk(small_plan(1))
    walk.check_in(3)
    close(walk)
    assert {station_view(walk.state, f"s{n}", 0).page for n in (1, 2, 3)} == {Page.GOODBYE}


def test_whoever_waits_takes_the_seat_of_somebody_who_left_before_the_start() -> None:
    walk = Walk(small_plan(2, settings=SessionSettings(auto_start=False)))
    walk.check_in(5)
    seat = walk.state.participants["p2"].seat
    assert seat is not None
    walk.do(ev.SeatDropped(0, 1, seat, "ill"))
    close(walk)
    assert (walk.state.participants["p5"].group, walk.state.participants["p5"].seat) == (1, seat)
    assert not walk.state.groups[1].seats[seat].dropped
    assert walk.state.participants["p2"].group is None
    assert payment(walk.state, "p2").basis is Basis.NOT_SEATED
    assert walk.state.groups[2].phase is Phase.UNFILLED
    assert replay(walk.events) == walk.state


def test_nothing_happens_where_every_group_can_be_filled() -> None:
    walk = reading(8)
    assert close_unfilled(walk.state, 0) == []
    playing = Walk(small_plan(1))
    playing.check_in(4)
    assert close_unfilled(playing.state, 0) == []


def reading(people: int) -> Walk:
    """Two groups whose people all have yet to agree."""
    walk = Walk(small_plan(2, script=replace(EVERYTHING, practice_rounds=0), materials=MATERIALS))
    walk.check_in(people)
    return walk


def late_plan(walk: Walk, seed: int = 9) -> ev.GroupAdded:
    (plan,) = plan_groups(SMALL_GAME, 1, [MECHANISMS], seed, practice_mechanism=MECHANISMS[0])
    return ev.GroupAdded(walk.now_ms, len(walk.state.groups) + 1, plan)


@pytest.mark.parametrize("synchronize", Synchronize)
def test_a_group_that_opens_late_plays_to_its_end(synchronize: Synchronize) -> None:
    limits = SessionSettings(
        intro_s=5, decide_s=5, outcome_s=5, vote_s=5, synchronize=synchronize
    )  # fmt: skip
    walk = Walk(small_plan(1, settings=limits))
    walk.check_in(4)
    walk.wait(6000)
    walk.do(late_plan(walk))
    walk.wait(60_000)
    for _ in range(40):
        walk.wait(6000)
    assert walk.state.groups[1].phase is Phase.FINISHED, "nobody waits for a late group"
    for number in range(5, 9):
        walk.do(ev.CheckedIn(walk.now_ms, f"p{number}", f"s{number}", "", True))
    for _ in range(40):
        walk.wait(6000)
    assert walk.state.groups[2].phase is Phase.FINISHED
    assert walk.state.is_over
    assert replay(walk.events) == walk.state


def test_what_is_not_so_is_refused() -> None:
    walk = Walk(small_plan(2))
    walk.check_in(5)
    added = late_plan(walk)
    for event, words in (
        (replace(added, group=7), "another number"),
        (replace(added, plan=replace(added.plan, tail_endowment=9)), "not play such a group"),
        (ev.GroupEnded(0, 2, "unfilled", TOO_FEW), "somebody still waits"),
        (ev.GroupEnded(0, 1, "unfilled", TOO_FEW), "somebody still waits"),
        (ev.Moved(0, "p1", 2, 0), "group is complete"),
        (ev.Moved(0, "p5", 1, 0), "has started"),
        (ev.Released(0, "p1", TOO_FEW), "group is complete"),
    ):
        with pytest.raises(IllegalEventError, match=words):
            apply(walk.state, event)


@given(
    came=st.integers(0, 12),
    groups=st.integers(1, 3),
    reading=st.integers(0, 4),
    left=st.sets(st.integers(1, 12)),
    is_automatic=st.booleans(),
)
@settings(deadline=None)
def test_nobody_is_left_on_a_page_for_ever(
    came: int, groups: int, reading: int, left: set[int], is_automatic: bool
) -> None:
    script = replace(NO_SCRIPT, consent=reading > 0)
    rules = SessionSettings(auto_start=is_automatic)
    walk = Walk(small_plan(groups, settings=rules, script=script))
    came = min(came, 4 * groups)
    walk.check_in(came)
    version = walk.state.plan.materials.consent_version
    if reading:
        for number in range(1, came - reading + 1):
            walk.do(ev.ConsentAnswered(0, f"p{number}", True, version))
    for number in sorted(left):
        person = walk.state.participants.get(f"p{number}")
        if person is not None and person.group is not None and person.seat is not None:
            walk.do(ev.SeatDropped(0, person.group, person.seat, "ill"))
    close(walk)
    for code, person in list(walk.state.participants.items()):
        if person.progress.part is Part.CONSENT:
            walk.do(ev.ConsentAnswered(0, code, True, version))
    assert waits_for_ever(walk) == []
    assert not any(group.phase is Phase.SEATING for group in walk.state.groups.values())
    assert replay(walk.events) == walk.state
    assert close_unfilled(walk.state, walk.now_ms) == []
