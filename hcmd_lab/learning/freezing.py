"""Freezes a policy network into the table that sessions play (see `hcmd_lab.game.frozen`).

The table is computed in 64-bit floats by the graph network's defining path, not by the quicker one
that trained it.
"""

import copy
from array import array

import numpy as np
import numpy.typing as npt
import torch

from hcmd_lab.game.acquisition import Variation
from hcmd_lab.game.frozen import FrozenPolicy, profiles
from hcmd_lab.game.rules import WEIGHT_UNITS, Game
from hcmd_lab.learning.policy import PolicyNetwork, group_edges, node_inputs

_HALF = 2**20


def freeze_network(
    policy: PolicyNetwork,
    game: Game,
    name: str,
    checkpoint: str = "",
    variation: Variation | None = None,
) -> FrozenPolicy:
    """Evaluate a network on every contribution profile of every condition.

    Args:
        policy: The network; it is left as it is.
        game: The game whose profiles the table covers.
        name: A short name for tables and plots.
        checkpoint: SHA-256 of the network's checkpoint.
        variation: Freeze this variation of it instead. The study's restriction is applied after
            the tilt, so a variation keeps to it as the policy does: a constant on the head's logit
            changes neither what a coin more does to the logits nor the map into the bounds.
    """
    exact = copy.deepcopy(policy).cpu().double()
    tilt = torch.zeros(game.seats, dtype=torch.float64)
    tilt[0] = 0.0 if variation is None else variation.log_factor
    tables: dict[int, array[int]] = {}
    for tail_endowment in game.tail_endowments:
        contribution = torch.tensor(list(profiles(game, tail_endowment)), dtype=torch.float64)
        endowment = torch.tensor(game.endowments(tail_endowment), dtype=torch.float64)
        groups = len(contribution)
        with torch.no_grad():
            shares = exact.by_message_passing(
                node_inputs(endowment.expand_as(contribution), contribution).flatten(0, 1),
                group_edges(groups, game.seats),
                torch.arange(groups).repeat_interleave(game.seats),
                tilt.repeat(groups),
            )
        units = to_units_by_row(shares.view(groups, game.seats).numpy())
        tables[tail_endowment] = array("I", units.astype(np.uint32).tobytes())
    return FrozenPolicy(name, game, tables, checkpoint)


def to_units_by_row(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """`hcmd_lab.game.mechanisms.to_units` for many groups at once, with identical results.

    Args:
        weights: `[G, N]` shares in [0, 1], each row summing to 1 (up to rounding).

    Returns:
        `[G, N]` parts per billion; each row sums to one billion.
    """
    shares = np.rint(weights * 2**40).astype(np.int64)
    whole = shares.sum(1, keepdims=True)
    # One billion times a share has up to 70 bits, so it is divided in two steps of 63 bits.
    high, low = np.divmod(shares, _HALF)
    quotient, rest = np.divmod(WEIGHT_UNITS * high, whole)
    more, remainder = np.divmod(rest * _HALF + WEIGHT_UNITS * low, whole)
    units: npt.NDArray[np.int64] = quotient * _HALF + more
    # The remaining units go to the largest remainders, ties in seat order.
    order = np.argsort(-remainder, axis=1, kind="stable")
    rank = np.argsort(order, axis=1)
    units += rank < WEIGHT_UNITS - units.sum(1, keepdims=True)
    return units
