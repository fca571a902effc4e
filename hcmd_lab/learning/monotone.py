"""Sign constraints under which a seat that contributes more never gets a smaller share.

It is enough that the logit of a seat does not fall with its own contribution and does not rise with
another's: the share is 1 / sum_j exp(logit_j - logit_i), and every difference then falls. In

    m_ji = relu(W_e [x_j, x_i] + b_e),   h_i = relu(W_h [x_i, mean m_ji] + b_h),   logit_i = W_o h_i

every unit is told to be good or bad news for seat i: a good one does not fall with c_i and does not
rise with c_j, a bad one the other way round. relu keeps that. So

- a message unit has the sign r (good +1, bad -1): its weights on what x_i says of the contribution
  have the sign r, on what x_j says of it the sign -r;
- a unit of the seat has the sign s: its weights on the own contribution have the sign s, on message
  units the sign s r;
- the readout of a unit has the sign s.

Endowments and biases are free. With good units alone the logit would be convex in what is
contributed, and could not say that the tenth coin counts less than the first; half of the units are
therefore bad. (Monotone networks with both kinds of units: Runje and Shankaranarayana 2023.)
"""

import torch
from torch import Tensor

_CONTRIBUTION = (1, 2)
"""The columns of a seat's inputs e/10, c/10, c/e that grow with its contribution."""


def unit_signs(width: int) -> Tensor:
    """`[W]`: signs of the units, alternately +1 (good) and -1 (bad)."""
    return 1 - 2 * (torch.arange(width) % 2).float()


def message_signs(width: int, inputs: int) -> Tensor:
    """`[W, 2 * inputs]` of W_e, sender first; 0 where any weight is allowed."""
    signs = torch.zeros(width, 2 * inputs)
    for column in _CONTRIBUTION:
        signs[:, column] = -unit_signs(width)
        signs[:, inputs + column] = unit_signs(width)
    return signs


def seat_signs(width: int, inputs: int) -> Tensor:
    """`[W, inputs + W]` of W_h, the seat's own inputs first; 0 where any weight is allowed."""
    units = unit_signs(width)
    signs = torch.zeros(width, inputs + width)
    signs[:, list(_CONTRIBUTION)] = units.unsqueeze(1)
    signs[:, inputs:] = units.unsqueeze(1) * units
    return signs


@torch.no_grad()
def project(weight: Tensor, signs: Tensor) -> None:
    """Set weights of the wrong sign to 0, in place."""
    weight.masked_fill_(weight * signs.to(weight) < 0, 0.0)


@torch.no_grad()
def reflect(weight: Tensor, signs: Tensor) -> None:
    """Flip weights of the wrong sign, in place; otherwise half of a random layer would be 0."""
    weight.copy_(torch.where(weight * signs.to(weight) < 0, -weight, weight))
