"""A frozen table as a policy for simulated episodes: the mechanism as a session plays it."""

import numpy as np
import torch
from torch import Tensor

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.profile_arrays import combinations
from hcmd_lab.game.profiles import orders_have_rows
from hcmd_lab.game.rules import WEIGHT_UNITS
from hcmd_lab.learning.restricted import mix
from hcmd_lab.restriction import UNRESTRICTED, Mixture


class TablePolicy:
    """Looks shares up as sessions do, for many games at once; it has no gradient.

    Attributes:
        shares: `[rows of all conditions, N]`.
        first_row: A condition's first row, by tail endowment; -1 where there is none.
    """

    def __init__(self, frozen: FrozenPolicy, like: Tensor, mixture: Mixture = UNRESTRICTED) -> None:
        """Read a table.

        Args:
            frozen: The mechanism.
            like: Has the type and device of the roll-out.
            mixture: Maps the table's shares into a restriction, as a network's are; the default
                leaves them as they are.
        """
        seats = frozen.game.seats
        tables = [
            torch.from_numpy(np.array(table, dtype=np.int64)).view(-1, seats)
            for table in frozen.tables.values()
        ]
        self.shares = torch.cat(tables).double().div(WEIGHT_UNITS).to(like)
        first_row = torch.full((max(frozen.tables) + 1,), -1)
        row = 0
        for tail_endowment, table in zip(frozen.tables, tables, strict=True):
            first_row[tail_endowment] = row
            row += len(table)
        self.first_row = first_row.to(like.device)
        self._mixture = mixture
        self._before: Tensor | None = None
        if not orders_have_rows(frozen.game):
            before = combinations(max(frozen.tables) + 1, frozen.game.tails)
            self._before = torch.from_numpy(before).to(like.device)

    def __call__(self, endowment: Tensor, contribution: Tensor) -> Tensor:
        """Shares of the fund `[G, N]`; endowments and contributions are `[G, N]` coins."""
        choices, coins = contribution.long(), endowment.long()
        first = self.first_row[coins[:, -1]]
        if self._before is None:
            index = choices[:, 0]
            for seat in range(1, choices.shape[1]):
                index = index * (coins[:, seat] + 1) + choices[:, seat]
            divided = self.shares[first + index]
        else:
            divided = self._by_any_order(self._before, choices, coins[:, -1], first)
        return mix(
            self._mixture,
            divided,
            endowment,
            contribution,
            divided.shape[1],
            lambda part: part.sum(1, keepdim=True),
        )

    def _by_any_order(
        self, before: Tensor, choices: Tensor, tail_endowment: Tensor, first: Tensor
    ) -> Tensor:
        """The rows of whole groups, each with its tails in their order again.

        Args:
            before: `profile_arrays.combinations`.
            choices: `[G, N]` coins.
            tail_endowment: `[G]` coins.
            first: `[G]`, the first row of the group's condition.
        """
        given, order = choices[:, 1:].sort(stable=True, dim=1, descending=True)
        tails = given.shape[1]
        places = torch.arange(tails - 1, -1, -1, device=given.device)
        # A coin of the head is so many rows: those before the first with one coin more per tail.
        each = before[tail_endowment + 1, tails - 1]
        found = self.shares[first + choices[:, 0] * each + before[given, places].sum(1)]
        tail_shares = torch.empty_like(found[:, 1:]).scatter_(1, order, found[:, 1:])
        return torch.cat([found[:, :1], tail_shares], 1)
