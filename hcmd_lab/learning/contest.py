"""Contest between mechanisms, whose votes the models expect (paper section 3.4).

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

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.expectation import Expectation, expectation
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.rollout import (
    Episodes,
    Policy,
    by_inverse_cdf,
    condition_endowments,
    draw_uniforms,
    play,
)


@dataclass(frozen=True, slots=True)
class Contestant:
    """How a mechanism fares.

    Attributes:
        u: `[M, G, N]` vote scores in the contest's first draw.
        v: `[M, G, N]` in its second one.
        fraction: `[M, G]` mean fraction of the endowment contributed, over both.
    """

    u: Tensor
    v: Tensor
    fraction: Tensor


class Contest:
    """Groups in which any number of mechanisms compete.

    Attributes:
        conditions: Endowment conditions, which all weigh the same.
        groups: Groups in all of them.
    """

    def __init__(
        self,
        participants: ParticipantSet,
        game: Game,
        groups_per_condition: int,
        generator: torch.Generator,
        groups_known: float = 0,
        threads: int = 1,
    ) -> None:
        """Draw the groups.

        Args:
            participants: The set that plays and votes.
            game: The game.
            groups_per_condition: `R`.
            generator: Of all draws.
            groups_known: Groups whose votes the set was fitted to; 0 if it is not known.
            threads: Members that play at a time; what they play is the same with any number.
        """
        self._threads = threads
        self._groups_known = groups_known
        self.conditions = len(game.tail_endowments)
        self.groups = self.conditions * groups_per_condition
        self._participants = participants
        self._multiplier = game.multiplier
        endowment = condition_endowments(game, groups_per_condition, participants[0].vote.weight)
        draws = [draw_uniforms(game.rounds, endowment, generator) for _ in range(2)]
        # Both draws are played side by side: in few groups the time goes into the operations.
        self._endowment = endowment.repeat(2, 1)
        self._draws = torch.cat(draws, -1)

    def enter(self, policy: Policy) -> Contestant:
        """Play a mechanism in all groups."""
        choose = by_inverse_cdf(self._draws, self._endowment)

        @torch.no_grad()  # which torch knows by thread
        def played_by(member: ParticipantModels) -> Episodes:
            return play(policy, member, self._endowment, choose, self._multiplier)

        with ThreadPoolExecutor(self._threads, "contest") as pool:
            played = list(pool.map(played_by, self._participants))
        u, v = torch.stack([episodes.score for episodes in played]).chunk(2, 1)
        one, two = torch.stack([_fraction(episodes) for episodes in played]).chunk(2, 1)
        return Contestant(u, v, (one + two) / 2)

    def expected(self, a: Contestant, b: Contestant) -> Expectation:
        """The share of votes that the set expects for `a` against `b`.

        A contestant against itself has one half, whatever the models do not know.
        """
        if a is b:
            return Expectation(0.5, 0.0, 0.0, 0.0, len(self._participants))
        return expectation(self.shares_by_member(a, b), self._groups_known)

    def shares_by_member(self, a: Contestant, b: Contestant) -> Tensor:
        """Shares that each member expects, `[M, C, R]`."""
        above_half = (torch.tanh((a.u - b.v) / 2) + torch.tanh((a.v - b.u) / 2)) / 4
        return 0.5 + above_half.mean(-1).view(len(above_half), self.conditions, -1)

    def fractions_by_member(self, contestant: Contestant) -> Tensor:
        """Mean fractions contributed that each member expects, `[M, C, R]`."""
        return contestant.fraction.view(len(contestant.fraction), self.conditions, -1)


def _fraction(episodes: Episodes) -> Tensor:
    """`[G]`: the mean over rounds and seats of the fraction contributed."""
    return (episodes.contribution / episodes.endowment.unsqueeze(1)).mean((1, 2))
