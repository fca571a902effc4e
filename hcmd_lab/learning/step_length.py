"""How far a step of OPTIMIZE goes: whole, shortened or refused.

Training follows the direction that the members of a set of participant models agree on least badly,
and the further it goes the more it makes of what they do not know. So the mechanisms that it passes
are put to the vote against the one it began with, in groups that all of them meet, and the one with
the best verdict is kept. If none has a better one than the mechanism at the beginning, which has
one half, that one is kept: the step is refused.

The verdict on a mechanism rests on the shares of votes that the members expect for it, with mean a,
standard deviation s and the smallest one w: a for the best expected, a - k s for the cautious rule,
w for the worst of the members. Which rule loses least where the truth is known is measured by
`benchmarks.steps`.
"""

import copy
from typing import assert_never

import torch
from torch import Tensor

from hcmd_lab.jobs.requests import StepRule
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.policy import PolicyNetwork

LOOKS = 12
"""Mechanisms of a path that are looked at, where it is long enough."""

UPDATES_A_LOOK = 25
"""Where it is not, one in so many updates: looking must not take longer than training."""

LOOK_GROUPS = 60
"""Groups per condition, at most, in which each of them meets the mechanism at the beginning."""

LOOK_GAMES = 0.03
"""Games that all looks may take, as a part of those of training."""

Verdict = float
"""Of a mechanism, on the scale of shares of votes; the mechanism at the beginning has one half."""


def verdict(shares: Tensor, rule: StepRule, caution: float) -> Verdict:
    """The verdict on a mechanism.

    Args:
        shares: `[M]` share of votes against the mechanism at the beginning, by member.
        rule: What it rests on.
        caution: k of the cautious rule.
    """
    match rule:
        case StepRule.WHOLE:
            return float("inf")  # the last one looked at is kept
        case StepRule.BEST:
            return float(shares.mean())
        case StepRule.CAUTIOUS:
            spread = float(shares.std()) if len(shares) > 1 else 0.0
            return float(shares.mean()) - caution * spread
        case StepRule.WORST:
            return float(shares.min())
        case _:
            assert_never(rule)


def looks(rule: StepRule, updates: int) -> tuple[int, ...]:
    """The updates after which the mechanism is looked at: closest together at the beginning."""
    match rule:
        case StepRule.WHOLE:
            return ()
        case StepRule.BEST | StepRule.CAUTIOUS | StepRule.WORST:
            count = min(LOOKS, max(1, updates // UPDATES_A_LOOK))
            places = (round(updates * (place / count) ** 2) for place in range(1, count + 1))
            return tuple(sorted({max(1, place) for place in places}))
        case _:
            assert_never(rule)


def look_groups(updates: int, games: int, members: int, conditions: int, most: int) -> int:
    """Groups per condition of each look, so that looking takes a small part of training's time.

    Args:
        updates: Updates of training.
        games: Games in a batch.
        members: `M`; each plays every group.
        conditions: Endowment conditions.
        most: Groups per condition that the study takes for a share of votes.
    """
    each = 2 * members * conditions * LOOKS
    return max(2, min(LOOK_GROUPS, most, round(LOOK_GAMES * updates * games / each)))


class StepLength:
    """Follows a policy in training and keeps the mechanism with the best verdict."""

    def __init__(
        self, start: PolicyNetwork, contest: Contest, rule: StepRule, caution: float, updates: int
    ) -> None:
        """Set up.

        Args:
            start: The mechanism at the beginning; it is not changed.
            contest: Groups in which all mechanisms meet it.
            rule: What the verdict rests on.
            caution: k of the cautious rule.
            updates: Updates of the whole path.
        """
        self._contest, self._rule, self._caution = contest, rule, caution
        self._updates, self._due = updates, frozenset(looks(rule, updates))
        self._opponent = contest.enter(start)
        self._kept = copy.deepcopy(start)
        self._best, self._kept_at = 0.5, 0

    @property
    def kept_at(self) -> int | None:
        """Updates after which the mechanism was kept; None if the step goes the whole way.

        0 if it was refused.
        """
        return self._kept_at if self._due and self._kept_at < self._updates else None

    def follow(self, policy: PolicyNetwork, updates: int) -> None:
        """Look at the policy if a look is due after so many updates."""
        if updates not in self._due:
            return
        shares = self._contest.shares_by_member(self._contest.enter(policy), self._opponent)
        found = verdict(shares.double().mean((1, 2)), self._rule, self._caution)
        if found > self._best:
            self._best, self._kept_at = found, updates
            self._kept.load_state_dict(policy.state_dict())

    def chosen(self, policy: PolicyNetwork) -> PolicyNetwork:
        """The mechanism that the step ends with.

        Args:
            policy: The policy at the end of its training.
        """
        return self._kept if self._due else policy

    def tensors(self) -> dict[str, Tensor]:
        """What has been kept so far, by name."""
        if not self._due:
            return {}
        kept = {f"kept/{name}": value for name, value in self._kept.state_dict().items()}
        best = torch.tensor(self._best, dtype=torch.float64)
        return {**kept, "kept_best": best, "kept_at": torch.tensor(self._kept_at)}

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Go on from what `tensors` returned."""
        if not self._due:
            return
        start = "kept/"
        kept = {name[len(start) :]: tensors[name] for name in tensors if name.startswith(start)}
        self._kept.load_state_dict(kept)
        self._best, self._kept_at = float(tensors["kept_best"]), int(tensors["kept_at"])
