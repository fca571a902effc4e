"""Synchronised groups: where a group waits for the others."""

from typing import TypeAlias, assert_never

from hcmd_lab.game.plan import rounds_of_stage
from hcmd_lab.game.session_settings import Synchronize
from hcmd_lab.game.state import GroupState, Phase, SessionState

Place: TypeAlias = tuple[int, bool, int, int]
"""Of a group in its script; later places compare greater."""

_WITHIN_ROUND = {
    Phase.SEATING: -2,
    Phase.READY: -1,
    Phase.GATHER: 1,
    Phase.VOTE: 2,
    Phase.COUNT: 2,
}
"""How far a phase is within its round; the others come before the wait at the round's end."""


def gathers(state: SessionState, group: GroupState) -> bool:
    """Whether a group must wait for the others when it leaves an outcome or the vote's result."""
    plan = state.plan
    if len(state.groups) == 1:
        return False
    within_stage = group.phase is Phase.OUTCOME and group.round < rounds_of_stage(plan, group.stage)
    over = group.stage == 3 and not within_stage  # nothing starts that could still wait
    match plan.settings.synchronize:
        case Synchronize.NO:
            return False
        case Synchronize.STAGES:
            return not within_stage and not over
        case Synchronize.ROUNDS:
            return not over
        case _:
            assert_never(plan.settings.synchronize)


def place(group: GroupState) -> Place:
    """A group's position in the session, comparable between groups."""
    within = _WITHIN_ROUND.get(group.phase, 0)
    return group.stage, group.winner is not None, group.round, within


def others_behind(state: SessionState, number: int) -> list[int]:
    """The groups that a group waits for: still playing, behind it and not added late."""
    here = place(state.groups[number])
    return [
        other
        for other, group in state.groups.items()
        if not group.ended and not group.is_late and place(group) < here
    ]


def may_start(state: SessionState) -> bool:
    """Whether groups that start automatically may start; synchronised groups start together."""
    match state.plan.settings.synchronize:
        case Synchronize.NO:
            return True
        case Synchronize.STAGES | Synchronize.ROUNDS:
            return all(
                group.ended or group.is_late or group.phase is not Phase.SEATING
                for group in state.groups.values()
            )
        case _:
            assert_never(state.plan.settings.synchronize)
