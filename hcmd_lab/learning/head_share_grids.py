"""Head's share of the fund on a grid of contributions, for a policy in training (Fig. 5).

What `hcmd_lab.figures.head_maps` reads from a frozen table is computed here from the network
itself, quickly enough to be shown while it learns: the tails of a condition are interchangeable, so
one profile stands for all orders of its tails' contributions.
"""

import torch
from torch import Tensor

from hcmd_lab.game.profile_arrays import distinct_orders, distinct_rows
from hcmd_lab.game.rules import Game
from hcmd_lab.learning.policy import PolicyNetwork


class HeadShareGrids:
    """Grids of the head's share for policies of one game; constant parts are computed once."""

    def __init__(self, game: Game, device: torch.device) -> None:
        self._game = game
        self._conditions = {tail: _Condition(game, tail, device) for tail in game.tail_endowments}

    def of(self, policy: PolicyNetwork) -> dict[int, list[list[float]]]:
        """The head's share by tail endowment: rows are the head's contribution, columns the tails'.

        Args:
            policy: On the device that was given.
        """
        return {tail: condition.grid(policy) for tail, condition in self._conditions.items()}


class _Condition:
    def __init__(self, game: Game, tail_endowment: int, device: torch.device) -> None:
        rows = distinct_rows(game, tail_endowment)
        contribution = torch.from_numpy(rows)
        self._orders = torch.from_numpy(distinct_orders(rows)).to(device, torch.float32)
        self._shape = (game.head_endowment + 1, tail_endowment + 1)
        column = (2 * contribution[:, 1:].sum(1) + game.tails) // (2 * game.tails)
        self._cell = (contribution[:, 0] * self._shape[1] + column).to(device)
        self._contribution = contribution.to(device, torch.float32)
        endowment = torch.tensor(game.endowments(tail_endowment), dtype=torch.float32)
        self._endowment = endowment.to(device).expand_as(self._contribution)
        self._count = self._totals(self._orders)

    @torch.no_grad()
    def grid(self, policy: PolicyNetwork) -> list[list[float]]:
        head = policy(self._endowment, self._contribution)[:, 0]
        cells: list[list[float]] = (
            (self._totals(self._orders * head) / self._count).view(self._shape).tolist()
        )
        return cells

    def _totals(self, values: Tensor) -> Tensor:
        """Sum of a per-profile number over the profiles of each cell."""
        zeros = values.new_zeros(self._shape[0] * self._shape[1])
        return zeros.index_add(0, self._cell, values)
