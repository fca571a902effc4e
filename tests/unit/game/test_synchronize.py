from dataclasses import replace

import pytest
from walks import SMALL_GAME, Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_settings import SessionSettings, Synchronize
from hcmd_lab.game.state import Phase
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.synchronize import place
from hcmd_lab.game.view import Page


def synchronized_walk(
    synchronize: str, groups: int = 2, practice_rounds: int = 0, arrived: int = 99
) -> Walk:
    plan = small_plan(
        groups,
        settings=SessionSettings(synchronize=Synchronize(synchronize)),
        script=replace(NO_SCRIPT, practice_rounds=practice_rounds),
    )
    walk = Walk(plan)
    walk.check_in(min(arrived, 4 * groups))
    return walk


def phases(walk: Walk) -> list[Phase]:
    return [group.phase for group in walk.state.groups.values()]


def test_groups_that_start_by_themselves_start_together() -> None:
    walk = synchronized_walk("stages", arrived=7)
    assert phases(walk) == [Phase.READY, Phase.SEATING]
    walk.do(ev.CheckedIn(0, "p8", "s8", "", True))
    assert phases(walk) == [Phase.STAGE_INTRO] * 2


def test_the_experimenter_may_start_one_alone() -> None:
    walk = synchronized_walk("stages", arrived=7)
    walk.do(ev.GroupStarted(0, 1))
    assert phases(walk) == [Phase.STAGE_INTRO, Phase.SEATING]


def test_a_group_that_is_ahead_waits_before_the_next_round() -> None:
    walk = synchronized_walk("rounds")
    walk.read(1)
    walk.play_round(1)
    assert phases(walk) == [Phase.GATHER, Phase.STAGE_INTRO]
    walk.read(2)
    walk.play_round(2)
    assert phases(walk) == [Phase.DECIDE] * 2
    assert [group.round for group in walk.state.groups.values()] == [2, 2]


def test_by_stages_rounds_are_free() -> None:
    walk = synchronized_walk("stages")
    walk.read(1)
    walk.play_round(1)
    assert phases(walk)[0] is Phase.DECIDE
    walk.play_round(1)
    assert phases(walk)[0] is Phase.GATHER
    walk.play_stage(2)
    assert phases(walk) == [Phase.STAGE_INTRO] * 2


@pytest.mark.parametrize("synchronize", ["stages", "rounds"])
@pytest.mark.parametrize("practice_rounds", [0, 1])
def test_all_groups_come_to_the_end_and_are_never_apart(
    synchronize: str, practice_rounds: int
) -> None:
    walk = synchronized_walk(synchronize, groups=3, practice_rounds=practice_rounds)
    while not all(group.ended for group in walk.state.groups.values()):
        for number, group in walk.state.groups.items():
            act_for(walk, number, group.phase)
            paid = [
                sum(record.stage > 0 for record in group.history)
                for group in walk.state.groups.values()
            ]
            assert max(paid) - min(paid) <= (1 if synchronize == "rounds" else SMALL_GAME.rounds)
    assert phases(walk) == [Phase.FINISHED] * 3
    assert all(len(g.history) == 3 * SMALL_GAME.rounds for g in walk.state.groups.values())


def act_for(walk: Walk, number: int, phase: Phase) -> None:
    if phase is Phase.DECIDE:
        for seat in range(4):
            walk.contribute(number, seat, 1)
    elif phase is Phase.VOTE:
        walk.vote(number, 1, 2, 1, 2)
    elif phase in {Phase.STAGE_INTRO, Phase.OUTCOME, Phase.VOTE_RESULT}:
        walk.read(number)


def test_a_group_that_has_ended_is_not_waited_for_and_a_paused_one_is() -> None:
    walk = synchronized_walk("rounds", groups=3)
    for number in (1, 2):
        walk.read(number)
        walk.play_round(number)
    walk.do(ev.Paused(0, 3, "a question"))
    assert phases(walk)[:2] == [Phase.GATHER] * 2
    walk.do(ev.GroupEnded(0, 3, "ended_early", "no use"))
    assert phases(walk)[:2] == [Phase.DECIDE] * 2


def test_a_group_that_was_paused_while_it_waited_goes_on_when_it_is_resumed() -> None:
    walk = synchronized_walk("rounds")
    walk.read(1)
    walk.play_round(1)
    walk.do(ev.Paused(0, 1, "a question"))
    walk.read(2)
    walk.play_round(2)
    assert phases(walk) == [Phase.GATHER, Phase.DECIDE]
    walk.do(ev.Resumed(0, 1))
    assert phases(walk) == [Phase.DECIDE] * 2


def test_the_experimenter_may_send_a_waiting_group_on() -> None:
    walk = synchronized_walk("rounds")
    walk.read(1)
    walk.play_round(1)
    walk.do(ev.TimeCalled(0, 1))
    assert phases(walk) == [Phase.DECIDE, Phase.STAGE_INTRO]
    assert walk.state.groups[1].deadline_ms == 60_000, "the round has its own time"


def test_one_group_alone_waits_for_nobody() -> None:
    walk = synchronized_walk("rounds", groups=1)
    walk.read(1)
    walk.play_round(1)
    assert phases(walk) == [Phase.DECIDE]


def test_whoever_waits_for_other_groups_sees_that_and_no_clock() -> None:
    walk = synchronized_walk("rounds")
    walk.read(1)
    walk.play_round(1)
    station = next(p.station for p in walk.state.participants.values() if p.group == 1)
    view = station_view(walk.state, station, 0)
    assert (view.page, view.time_left_ms) == (Page.GATHER, None)


def test_places_grow_along_the_script() -> None:
    walk = synchronized_walk("rounds", practice_rounds=1)
    seen = [place(walk.state.groups[1])]
    while not walk.state.groups[1].ended:
        for number, group in walk.state.groups.items():
            act_for(walk, number, group.phase)
            if number == 1:
                seen.append(place(walk.state.groups[1]))
    assert seen == sorted(seen)
