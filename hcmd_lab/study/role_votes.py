"""Votes by role, as EVALUATE has counted them; before it has, nobody is told any."""

from collections.abc import Sequence

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.inference.counting import compared_groups, role_shares
from hcmd_lab.jobs.evaluated import EvaluateResult, RoleShare
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.vote_plan import VotePlan


def counted_votes(
    study: ReadOnlyStudy, mechanism: str, groups: Sequence[PlayedGroup]
) -> tuple[RoleShare, ...]:
    """Votes by role for a mechanism against the study's baseline; none before EVALUATE.

    Where everyone has the same coins, nobody has a role and there are none either.

    Args:
        study: The study.
        mechanism: Name of the mechanism.
        groups: The study's groups of ACQUIRE and EVALUATE.
    """
    if is_equal(study.game):
        return ()
    for run in reversed(study.vote_counts()):
        result = run.result
        if not isinstance(result, EvaluateResult):
            continue
        baseline = study.settings.baseline
        if (result.mechanism, result.baseline) != (mechanism, baseline):
            continue
        if result.plan is not None:
            return result.by_role
        # Earlier versions counted roles anew whenever they were asked.
        met_both = compared_groups(groups, mechanism, baseline, study.game)
        return role_shares(met_both, groups, study.game, VotePlan())
    return ()
