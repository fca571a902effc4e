"""What the participant models see of a group's rounds (paper section 3.3.2).

Shapes: `T` rounds, `N` seats, `F` inputs. Seat 0 is the head. Coins are floats here, so that
gradients can pass through payouts.
"""

from typing import assert_never

import torch
from torch import Tensor

from hcmd_lab.jobs.requests import Inputs

COINS = 10
"""The networks are given coins in units of the game's largest endowment; the paper's are tens."""

QUANTITIES = 3
"""What a vote sees of each seat and round: endowment, contribution and payout."""


WIDTHS = {Inputs.FULL: 6, Inputs.PAPER: 3}
"""What the contribution model sees of each seat and round."""

ENDOWMENT, FRACTION, PAYOUT = 0, 2, 3
"""Places among `contribution_columns`."""


def contribution_inputs(
    endowment: Tensor,
    previous_contribution: Tensor,
    previous_payout: Tensor,
    inputs: Inputs,
    previous_endowment: Tensor | None = None,
    unit: int = COINS,
) -> Tensor:
    """Each seat's inputs when it decides (paper section 3.3.2, extended if `inputs` is full).

    In the first round the previous contribution and payout are 0.

    Args:
        endowment: `[..., N]` coins.
        previous_contribution: `[..., N]` coins.
        previous_payout: `[..., N]` coins from the fund.
        inputs: `paper` or `full`.
        previous_endowment: `[..., N]` coins, where endowments change (imported games alone).
        unit: `u`, coins of the architecture's largest endowment.

    Returns:
        `[..., N, F]`: e/u, previous c/u, previous c/e; if `full` also previous payout/u and the
        others' means of previous c/e and c/u. As the whole fund is paid out, coins given and the
        own payout also tell what the others were paid.
    """
    columns = contribution_columns(
        endowment, previous_contribution, previous_payout, inputs, previous_endowment, unit=unit
    )
    return torch.stack(columns, -1)


def contribution_columns(
    endowment: Tensor,
    previous_contribution: Tensor,
    previous_payout: Tensor,
    inputs: Inputs,
    previous_endowment: Tensor | None = None,
    seats: int = -1,
    unit: int = COINS,
) -> list[Tensor]:
    """The inputs of `contribution_inputs` as separate tensors; `seats` is the seat axis."""
    if not endowment.shape == previous_contribution.shape == previous_payout.shape:
        raise ValueError("endowments, contributions and payouts must have the same shape")
    fraction = previous_contribution / (
        endowment if previous_endowment is None else previous_endowment
    )
    columns = [endowment / unit, previous_contribution / unit, fraction]
    match inputs:
        case Inputs.PAPER:
            return columns
        case Inputs.FULL:
            others = _mean_of_others(fraction, seats)
            coins = _mean_of_others(previous_contribution, seats) / unit
            return [*columns, previous_payout / unit, others, coins]
        case _:
            assert_never(inputs)


def last_choice(endowment: Tensor, fraction: Tensor, unit: int = COINS) -> Tensor:
    """The last choice in whole coins, where an endowment has changed in coins of today's.

    Args:
        endowment: `[...]` today's, in units.
        fraction: `[...]` of its endowment that was contributed last.
        unit: Coins of a unit.
    """
    return (unit * endowment.detach() * fraction.detach() + 0.5).floor().long()


def sees_satisfaction(inputs: Inputs) -> bool:
    """Whether a vote's inputs include the logarithm of the own reward."""
    match inputs:
        case Inputs.PAPER:
            return False
        case Inputs.FULL:
            return True
        case _:
            assert_never(inputs)


def _mean_of_others(quantity: Tensor, seats: int) -> Tensor:
    """Each seat's mean over all other seats; `seats` is the seat axis."""
    return (quantity.sum(seats, keepdim=True) - quantity) / (quantity.shape[seats] - 1)


def previous(quantity: Tensor) -> Tensor:
    """Shift `[..., T, N]` by one round: each round gets the previous value, the first round 0."""
    return torch.cat([torch.zeros_like(quantity[..., :1, :]), quantity[..., :-1, :]], -2)


def viewing_order(seats: int, viewer: int) -> list[int]:
    """The seats in the slots of a viewer: itself, then the others (so the head) in seat order."""
    return [viewer] + [seat for seat in range(seats) if seat != viewer]


def vote_quantities(
    endowment: Tensor, contribution: Tensor, payout: Tensor, unit: int = COINS
) -> Tensor:
    """Stack three `[..., T, N]` of coins into the vote model's `[..., T, N, 3]`, in units."""
    return torch.stack([endowment, contribution, payout], -1) / unit


def satisfaction(quantities: Tensor, unit: int = COINS) -> Tensor:
    """`log(1 + reward)` of each seat, the reward in coins: `[..., N, 3]` to `[..., N]`.

    Each further coin is worth less, and most to those who have little.
    """
    endowment, contribution, payout = (unit * quantities).unbind(-1)
    return torch.log1p((payout + endowment - contribution).clamp(min=0))
