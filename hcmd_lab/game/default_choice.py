"""The contribution that the settings make for a seat that has not chosen."""

from typing import assert_never

from hcmd_lab.game.session_settings import TimeoutContribution
from hcmd_lab.game.state import GroupState, SessionState


def default_contribution(state: SessionState, group: GroupState, seat: int) -> int:
    """Coins that go into the fund for a seat in the group's present round, unless it chooses."""
    endowment = state.plan.game.endowments(group.plan.tail_endowment)[seat]
    match state.plan.settings.timeout_contribution:
        case TimeoutContribution.PREVIOUS:
            return group.history[-1].contributions[seat] if group.round > 1 else endowment // 2
        case TimeoutContribution.NOTHING:
            return 0
        case TimeoutContribution.HALF:
            return endowment // 2
        case TimeoutContribution.ALL:
            return endowment
        case never:
            assert_never(never)
