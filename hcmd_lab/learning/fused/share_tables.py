"""The policy as tables over whole coins, and the way back from them to its parameters.

The state of a seat in `PolicyNetwork.forward` is

    h_i = relu( alone(e_i, c_i) + sum_{j != i} heard(e_j, c_j, e_i, c_i) )
    alone(e_i, c_i)           = W_h^x x_i + b_h
    heard(e_j, c_j, e_i, c_i) = W_h^m relu(W_e [x_j, x_i] + b_e) / (N - 1)

and contributions are whole coins, so there are few values of either. A batch of 10,000 rounds looks
its sums up; the message layer is applied, and differentiated, only once for each pair of values.

The derivative is written out rather than left to torch's graph, whose bookkeeping would take as
long as its arithmetic: while the tables are filled and differentiated, all other threads wait.

Shapes: `C` conditions, `S` = 2 kinds of seats (head, tails), `K` contributions, `W` the width.
"""

import numpy as np
import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.arithmetic import Reals
from hcmd_lab.learning.fused.compiler import compiled, exactly
from hcmd_lab.learning.policy import NODE_INPUTS, PolicyNetwork, node_inputs

_SIDE_BY_SIDE = 4
"""Sums over coins that `_total` takes side by side, as torch takes a sum of several axes: what was
trained with torch's sums is trained again to the same bytes."""


class ShareTables:
    """A policy tabulated for one game; entries above an endowment are never read.

    Attributes:
        alone: `[C, S * K, W]` by condition, and by kind and contribution of the seat.
        heard: `[C, S * S * K * K, W]` by condition, and by kind of the other seat and of the seat
            itself, contribution of the other and of the seat.
        readout: `[W]`. Its bias adds the same to all seats, which leaves the shares alone.
    """

    alone: Reals
    heard: Reals
    readout: Reals

    def __init__(self, policy: PolicyNetwork, game: Game) -> None:
        """Fill the tables for the first time.

        Args:
            policy: The policy, 32-bit floats on the CPU; its parameters may change afterwards.
            game: The game, whose seats are a head and tails.
        """
        self._policy, self._others = policy, game.seats - 1
        kinds = [(game.head_endowment, tail) for tail in game.tail_endowments]
        endowment = policy.readout.weight.new_tensor(kinds).unsqueeze(-1)  # [C, S, 1]
        coins = torch.arange(game.max_endowment + 1).to(endowment)
        shape = (*endowment.shape[:2], len(coins))
        every = endowment.expand(shape), coins.expand(shape)
        self._nodes = node_inputs(*every, policy.unit)  # [C, S, K, 3]
        self.fill()

    @torch.no_grad()
    def fill(self) -> None:
        """Tabulate the policy as it is now."""
        message, seat = self._policy.message.linear, self._policy.seat.linear
        from_source, from_target = message.weight.chunk(2, 1)
        sent = self._nodes @ from_source.T
        received = self._nodes @ from_target.T + message.bias
        # By condition, kinds of the other and the seat itself, contributions of both, and unit.
        self._messages = (sent[:, :, None, :, None] + received[:, None, :, None, :]).relu_()
        from_node, from_messages = seat.weight[:, :NODE_INPUTS], seat.weight[:, NODE_INPUTS:]
        conditions, width = len(self._nodes), len(seat.bias)
        alone = self._nodes @ from_node.T + seat.bias
        heard = (self._messages @ from_messages.T).div_(self._others)
        self.alone = alone.view(conditions, -1, width).numpy()
        self.heard = heard.view(conditions, -1, width).numpy()
        self.readout = self._policy.readout.weight[0].numpy()

    @torch.no_grad()
    def pull(self, by_alone: Reals, by_heard: Reals, by_readout: Reals) -> list[Tensor]:
        """Backpropagate from the tables, as they were last filled, to the policy's parameters.

        Args:
            by_alone: `[C, S * K, W]` the derivative by `alone`.
            by_heard: `[C, S * S * K * K, W]` the derivative by `heard`.
            by_readout: `[W]` the derivative by `readout`.

        Returns:
            The derivative by each parameter, in the order of `PolicyNetwork.parameters`.
        """
        width = len(by_readout)
        from_messages = self._policy.seat.linear.weight[:, NODE_INPUTS:]
        nodes, messages = self._nodes.view(-1, NODE_INPUTS), self._messages.view(-1, width)
        by_node = torch.from_numpy(by_alone).view(*self._nodes.shape[:3], width)
        by_mean = torch.from_numpy(by_heard).view(-1, width) / self._others
        by_message = (by_mean @ from_messages).masked_fill_(messages <= 0, 0.0)
        by_sent, by_received = torch.empty_like(by_node), torch.empty_like(by_node)
        by_pair = by_message.view_as(self._messages).numpy()
        _sum_messages(by_pair, by_sent.numpy(), by_received.numpy())
        of_message = [_of_weight(nodes, each) for each in (by_sent, by_received)]
        of_seat = [_of_weight(nodes, by_node), _of_weight(messages, by_mean)]
        return [
            torch.cat(of_message, 1),
            by_received.sum((0, 1, 2)),
            torch.cat(of_seat, 1),
            by_node.sum((0, 1, 2)),
            torch.from_numpy(by_readout).unsqueeze(0),
            torch.zeros_like(self._policy.readout.bias),
        ]


def _of_weight(inputs: Tensor, by_outputs: Tensor) -> Tensor:
    """The derivative by a linear layer's weight, `[outputs, inputs]`."""
    return (inputs.T @ by_outputs.view(-1, by_outputs.shape[-1])).T


@exactly
def _add(a: np.float32, b: np.float32) -> np.float32:
    return a + b


@compiled
def _total(rows: Reals, sums: Reals, total: Reals) -> None:
    """Add the sum of the rows `[K, W]` to `total` `[W]`; `sums` `[_SIDE_BY_SIDE, W]` is scratch."""
    whole = len(rows) - len(rows) % _SIDE_BY_SIDE
    for n in range(_SIDE_BY_SIDE):
        sums[n, :] = np.float32(0)
    for k in range(len(rows)):
        part, row = sums[k % _SIDE_BY_SIDE if k < whole else 0], rows[k]
        for w in range(len(row)):
            part[w] = _add(part[w], row[w])
    for n in range(1, _SIDE_BY_SIDE):
        for w in range(len(total)):
            sums[0, w] = _add(sums[0, w], sums[n, w])
    for w in range(len(total)):
        total[w] = _add(total[w], sums[0, w])


@compiled
def _sum_messages(by_message: Reals, by_sent: Reals, by_received: Reals) -> None:
    """Sum over whom messages go to, and over whom they come from.

    Args:
        by_message: `[C, S, S, K, K, W]`.
        by_sent: `[C, S, K, W]`, to be filled: by kind and contribution of the other seat.
        by_received: `[C, S, K, W]`, to be filled: by those of the seat itself.
    """
    conditions, kinds, _, contributions, _, width = by_message.shape
    sums = np.empty((_SIDE_BY_SIDE, width), np.float32)
    by_sent[:] = np.float32(0)
    by_received[:] = np.float32(0)
    for c in range(conditions):
        for kind in range(kinds):
            for other in range(kinds):
                for k in range(contributions):
                    _total(by_message[c, kind, other, k], sums, by_sent[c, kind, k])
                    _total(by_message[c, other, kind, :, k], sums, by_received[c, kind, k])
