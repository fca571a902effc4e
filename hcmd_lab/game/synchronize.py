"""Groups that go on together: where one waits, and when the others have come as far."""

from typing import TypeAlias

from hcmd_lab.game.plan import SessionPlan, rounds_of_stage
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


def gathers(plan: SessionPlan, group: GroupState) -> bool:
    """Whether a group must wait for the others when it leaves an outcome or the vote's result."""
    if plan.settings.in_step == "no" or len(plan.groups) == 1:
        return False
    if group.phase is Phase.VOTE_RESULT:
        return True
    if group.round < rounds_of_stage(plan, group.stage):
        return plan.settings.in_step == "rounds"
    return group.stage < 3  # after the last round nothing begins that could wait


def place(group: GroupState) -> Place:
    """A group's position in the session, comparable between groups."""
    within = _WITHIN_ROUND.get(group.phase, 0)
    return group.stage, group.winner is not None, group.round, within


def others_behind(state: SessionState, number: int) -> list[int]:
    """The groups that a group waits for: still playing and behind it."""
    here = place(state.groups[number])
    return [
        other for other, group in state.groups.items() if not group.ended and place(group) < here
    ]


def may_start(state: SessionState) -> bool:
    """Whether groups that start automatically may start; synchronised groups start together."""
    return state.plan.settings.in_step == "no" or all(
        group.ended or group.phase is not Phase.SEATING for group in state.groups.values()
    )
