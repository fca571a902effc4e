"""From one page of a group to the next: its stages, their rounds, and the vote between them."""

from typing import assert_never

from hcmd_lab.game.group_moves import enter
from hcmd_lab.game.plan import rounds_of_stage
from hcmd_lab.game.records import replace
from hcmd_lab.game.state import GroupState, IllegalEventError, Phase, SessionState
from hcmd_lab.game.synchronize import gathers


def advance(state: SessionState, group: GroupState) -> GroupState:
    """The group after a page that everybody has read, or whose time is up."""
    match group.phase:
        case Phase.STAGE_INTRO:
            return _begin_round(state, group, 1)
        case Phase.OUTCOME | Phase.VOTE_RESULT if gathers(state, group):
            return enter(state, group, Phase.GATHER)
        case Phase.OUTCOME | Phase.VOTE_RESULT | Phase.GATHER:
            return _go_on(state, group)
        case (
            Phase.SEATING | Phase.READY | Phase.DECIDE | Phase.DIVIDE | Phase.VOTE | Phase.COUNT
            | Phase.FINISHED | Phase.ENDED_EARLY | Phase.VOID | Phase.UNFILLED
        ):  # fmt: skip
            raise IllegalEventError("there is no page to continue from at the moment")
        case _:  # pragma: no cover
            assert_never(group.phase)


def _go_on(state: SessionState, group: GroupState) -> GroupState:
    """The group after the last page of a round or of the vote."""
    if group.round < rounds_of_stage(state.plan, group.stage):
        return _begin_round(state, group, group.round + 1)
    if group.stage == 0:
        # Practice rounds are dropped: they are not paid and not data.
        return begin_stage(state, replace(group, history=()), 1)
    if group.stage == 1:
        return begin_stage(state, group, 2)
    if group.stage == 2:
        if group.winner is None:
            return enter(state, _without_default(group), Phase.VOTE)
        return begin_stage(state, group, 3)
    return enter(state, group, Phase.FINISHED)


def begin_stage(state: SessionState, group: GroupState, stage: int) -> GroupState:
    """The group at the introduction of a stage; 0 is practice."""
    return enter(state, replace(group, stage=stage, round=0), Phase.STAGE_INTRO)


def _begin_round(state: SessionState, group: GroupState, round_number: int) -> GroupState:
    cleared = tuple(replace(seat, contribution=None) for seat in group.seats)
    group = _without_default(replace(group, round=round_number, seats=cleared))
    return enter(state, group, Phase.DECIDE)


def _without_default(group: GroupState) -> GroupState:
    seats = (
        replace(seat, default=None) if seat.default is not None else seat for seat in group.seats
    )
    return replace(group, seats=tuple(seats))
