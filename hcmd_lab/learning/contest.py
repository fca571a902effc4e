"""Expected vote share between two mechanisms, with its standard error (paper section 3.4).

Each unit of a contest is one group that meets both mechanisms. What people do in its two stages
comes from two independent draws of random numbers, u and v, and each mechanism is played with both:

    share = mean_i 1/2 [ sigmoid(S_a(u) - S_b(v)) + sigmoid(S_a(v) - S_b(u)) ]

So a mechanism gets exactly 1/2 against itself, the shares of a pair sum to one, and all mechanisms
of a contest meet the same draws. Exactly, because each sigmoid is computed as its distance from one
half, a hyperbolic tangent, which is odd to the last bit. (The same draw in both stages of a group
would be wrong: it would make the votes more certain than those of people who play twice.)

Shapes: `M` members of the set of participant models, `C` conditions, `R` groups a condition,
`G` = C * R, `N` seats.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.jobs import Interval
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.rollout import (
    Policy,
    by_inverse_cdf,
    condition_endowments,
    draw_uniforms,
    play,
)

Z_95 = 1.959964
"""Standard errors to each side of a 95% interval."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A mechanism's vote scores in the contest's two draws, each `[M, G, N]`."""

    u: Tensor
    v: Tensor


class Contest:
    """Groups in which any number of mechanisms compete.

    Attributes:
        conditions: Endowment conditions, which all weigh the same.
    """

    def __init__(
        self,
        participants: ParticipantSet,
        game: Game,
        groups_per_condition: int,
        generator: torch.Generator,
    ) -> None:
        self.conditions = len(game.tail_endowments)
        self._participants = participants
        self._multiplier = game.multiplier
        self._endowment = condition_endowments(
            game, groups_per_condition, participants[0].vote.weight
        )
        self._draws = [draw_uniforms(game.rounds, self._endowment, generator) for _ in range(2)]

    @torch.no_grad()
    def enter(self, policy: Policy) -> Contestant:
        """Play a mechanism in all groups."""
        u, v = (
            torch.stack(
                [
                    play(
                        policy,
                        member,
                        self._endowment,
                        by_inverse_cdf(draw, self._endowment),
                        self._multiplier,
                    ).score
                    for member in self._participants
                ]
            )
            for draw in self._draws
        )
        return Contestant(u, v)

    def shares(self, a: Contestant, b: Contestant) -> Tensor:
        """Expected shares of votes for `a` against `b`, `[C, R]`: one number per group.

        The mean over the members, all of which the same groups meet.
        """
        return self.shares_by_member(a, b).mean(0)

    def shares_by_member(self, a: Contestant, b: Contestant) -> Tensor:
        """Shares that each member expects, `[M, C, R]`."""
        above_half = (torch.tanh((a.u - b.v) / 2) + torch.tanh((a.v - b.u) / 2)) / 4
        return 0.5 + above_half.mean(-1).view(len(above_half), self.conditions, -1)


def mean_and_error(shares: Tensor) -> tuple[float, float]:
    """The mean over equally weighted conditions and its standard error.

    Args:
        shares: `[C, R]` from `Contest.shares`; groups are independent, seats of a group are not.
    """
    conditions, groups = shares.shape
    exact = shares.cpu().double()
    variance = exact.var(1).sum() / groups / conditions**2
    return exact.mean().item(), variance.sqrt().item()


def interval(shares: Tensor) -> Interval:
    """The mean of `[C, R]` shares with its 95% interval."""
    mean, error = mean_and_error(shares)
    return Interval(estimate=mean, low=mean - Z_95 * error, high=mean + Z_95 * error)
