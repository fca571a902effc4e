"""The policy as tables over whole coins, made by torch so that torch can differentiate them.

The state of a seat in `PolicyNetwork.forward` is

    h_i = relu( alone(e_i, c_i) + sum_{j != i} heard(e_j, c_j, e_i, c_i) )
    alone(e_i, c_i)           = W_h^x x_i + b_h
    heard(e_j, c_j, e_i, c_i) = W_h^m relu(W_e [x_j, x_i] + b_e) / (N - 1)

and contributions are whole coins, so there are few values of either. A batch of 10,000 rounds looks
its sums up; the message layer is applied, and differentiated, only once for each pair of values.

Shapes: `C` conditions, `S` = 2 kinds of seats (head, tails), `K` contributions, `W` the width.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.policy import NODE_INPUTS, PolicyNetwork, node_inputs

KINDS = 2


@dataclass(frozen=True, slots=True)
class ShareTables:
    """A policy tabulated for one game.

    Attributes:
        alone: `[C, S, K, W]` by condition, kind and contribution of the seat.
        heard: `[C, S, S, K, K, W]` by condition, kind of the other seat and of the seat itself,
            contribution of the other and of the seat.
        readout: `[W]`. Its bias adds the same to all seats, which leaves the shares alone.
    """

    alone: Tensor
    heard: Tensor
    readout: Tensor


def make_tables(policy: PolicyNetwork, game: Game) -> ShareTables:
    """The tables of a policy, with their graph. Entries above an endowment are never read."""
    message, seat = policy.message.linear, policy.seat.linear
    kinds = [(game.head_endowment, tail) for tail in game.tail_endowments]
    endowment = message.weight.new_tensor(kinds).unsqueeze(-1)  # [C, S, 1]
    coins = torch.arange(game.max_endowment + 1).to(endowment)
    shape = (*endowment.shape[:2], len(coins))
    nodes = node_inputs(endowment.expand(shape), coins.expand(shape))  # [C, S, K, 3]
    from_source, from_target = message.weight.chunk(2, 1)
    sent = nodes @ from_source.T
    received = nodes @ from_target.T + message.bias
    messages = torch.relu(sent[:, :, None, :, None] + received[:, None, :, None, :])
    from_node, from_messages = seat.weight[:, :NODE_INPUTS], seat.weight[:, NODE_INPUTS:]
    return ShareTables(
        alone=nodes @ from_node.T + seat.bias,
        heard=messages @ from_messages.T / (game.seats - 1),
        readout=policy.readout.weight[0],
    )
