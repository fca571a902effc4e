"""A frozen table as a policy for simulated episodes: the mechanism as a session plays it."""

import torch
from torch import Tensor

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.rules import WEIGHT_UNITS
from hcmd_lab.learning.restricted import mix
from hcmd_lab.restriction import UNRESTRICTED, Mixture


class TablePolicy:
    """Looks shares up as sessions do, for many games at once; it has no gradient.

    Attributes:
        shares: `[profiles of all conditions, N]`.
        first_row: Row of a condition's first profile, by tail endowment; -1 where there is none.
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
        tables = [torch.tensor(list(table)).view(-1, seats) for table in frozen.tables.values()]
        self.shares = torch.cat(tables).double().div(WEIGHT_UNITS).to(like)
        first_row = torch.full((max(frozen.tables) + 1,), -1)
        row = 0
        for tail_endowment, table in zip(frozen.tables, tables, strict=True):
            first_row[tail_endowment] = row
            row += len(table)
        self.first_row = first_row.to(like.device)
        self._mixture = mixture

    def __call__(self, endowment: Tensor, contribution: Tensor) -> Tensor:
        """Shares of the fund `[G, N]`; endowments and contributions are `[G, N]` coins."""
        choices, sizes = contribution.long(), endowment.long() + 1
        index = choices[:, 0]
        for seat in range(1, choices.shape[1]):
            index = index * sizes[:, seat] + choices[:, seat]
        divided = self.shares[self.first_row[endowment[:, -1].long()] + index]
        return mix(
            self._mixture,
            divided,
            endowment,
            contribution,
            divided.shape[1],
            lambda part: part.sum(1, keepdim=True),
        )
