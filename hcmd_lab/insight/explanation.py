"""Explanation: every analysis of one mechanism, gathered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.inference.counting import compared_groups
from hcmd_lab.insight.condition import Condition, Whole, condition, play_counts
from hcmd_lab.insight.distill import distill
from hcmd_lab.insight.incentives import Incentive, incentive
from hcmd_lab.insight.minority import LeastServed, least_served
from hcmd_lab.insight.rule import Fidelity, Rule, fidelity, known_rules
from hcmd_lab.jobs.evaluated import RoleShare


@dataclass(frozen=True, slots=True)
class ConditionInsight:
    """Explanation of a mechanism in one condition, given by the tails' endowment.

    Attributes:
        tail_endowment: The tails' endowment.
        endowments: `N` coins, the head's first.
        rounds_played: Rounds of the condition played with the mechanism.
        as_played: Whether contribution profiles count as often as they were played, or all alike.
        rule: The readable rule that describes the mechanism best.
        fidelity: The rule's fidelity.
        references: Fidelity of each closed form; `strict_egalitarian` is equal shares.
        head_share_at: The head's share of the fund, as the table has it, when all give
            `everything`, all give `half`, `head_withholds` (the tails give everything) and
            `tails_withhold` (the head does). With nothing given there is no fund to divide.
        head: Returns of contributing for the head.
        tail: Returns of contributing for a tail.
        head_by_rule: The head's share by its contribution, as in `head.share`, under the rule.
        tail_by_rule: The same for a tail.
        has_roles: Whether somebody has other coins than the others, here or in another condition;
            if not, the head is merely seat 1.
    """

    tail_endowment: int
    endowments: tuple[int, ...]
    rounds_played: int
    as_played: bool
    rule: Rule
    fidelity: Fidelity
    references: Mapping[str, Fidelity]
    head_share_at: Mapping[str, float]
    head: Incentive
    tail: Incentive
    head_by_rule: Sequence[float | None]
    tail_by_rule: Sequence[float | None]
    has_roles: bool = True


@dataclass(frozen=True, slots=True)
class Explanation:
    """Explanation of one mechanism: its rule, its incentives and whom it serves.

    Attributes:
        mechanism: Its name.
        baseline: The mechanism it was compared with by vote; empty if it is the baseline.
        conditions: By tail endowment.
        least_served: How the worst-off fare under the mechanism and under the baseline, as far as
            they were played.
        votes: By role, as EVALUATE has counted them; none before.
        compared: Groups that met both mechanisms and voted.
    """

    mechanism: str
    baseline: str
    conditions: Sequence[ConditionInsight]
    least_served: Sequence[LeastServed]
    votes: Sequence[RoleShare]
    compared: int = 0

    @property
    def has_roles(self) -> bool:
        """Whether the game tells a head from tails."""
        return all(each.has_roles for each in self.conditions)


def explain(
    policy: FrozenPolicy,
    groups: Sequence[PlayedGroup],
    baseline: str,
    votes: Sequence[RoleShare] = (),
) -> Explanation:
    """Explain a mechanism; takes a second or two for an unplayed table.

    Args:
        policy: Its table.
        groups: The study's complete groups of ACQUIRE and EVALUATE.
        baseline: Name of the mechanism it is compared with.
        votes: Votes by role in the comparison, once they have been counted.
    """
    game = policy.game
    played = play_counts(groups, policy.name, game)
    other = "" if policy.name == baseline else baseline
    names = [policy.name, *([other] if other else [])]
    return Explanation(
        policy.name,
        other,
        [explain_condition(policy, tail, played) for tail in game.tail_endowments],
        [found for name in names for found in least_served(groups, name, game)],
        votes if other else (),
        sum(group.cast > 0 for group in compared_groups(groups, policy.name, other, game)),
    )


def explain_condition(
    policy: FrozenPolicy, tail_endowment: int, played: Mapping[int, Whole]
) -> ConditionInsight:
    """Explain a mechanism in one condition.

    Args:
        policy: Its table.
        tail_endowment: The condition.
        played: Result of `play_counts`.

    Raises:
        ValueError: The table has no such condition.
    """
    read = condition(policy, tail_endowment, played)
    rule = distill(read)
    by_rule = rule.shares(read.endowments, read.contributions)
    return ConditionInsight(
        tail_endowment,
        policy.game.endowments(tail_endowment),
        read.rounds_played,
        read.as_played,
        rule,
        fidelity(read, rule),
        {name: fidelity(read, known) for name, known in known_rules(read).items()},
        _head_share_at(policy, read),
        incentive(read, "head"),
        incentive(read, "tail"),
        incentive(read, "head", by_rule).share,
        incentive(read, "tail", by_rule).share,
        has_roles=not is_equal(policy.game),
    )


def _head_share_at(policy: FrozenPolicy, read: Condition) -> dict[str, float]:
    head, *tails = read.endowments.tolist()
    none = [0] * len(tails)
    profiles = {
        "everything": (head, *tails),
        "half": (head // 2, *(tail // 2 for tail in tails)),
        "head_withholds": (0, *tails),
        "tails_withhold": (head, *none),
    }
    return {
        name: policy.weights(read.endowments.tolist(), profile)[0]
        for name, profile in profiles.items()
        if sum(profile)
    }
