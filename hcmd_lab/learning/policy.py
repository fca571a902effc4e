"""The mechanism as a feed-forward graph network (paper section 3.3.3; Battaglia et al. 2018).

The seats are the nodes of a fully connected directed graph. With u the game's largest endowment (10
in the paper's) and x_i = (e_i/u, c_i/u, c_i/e_i),

    m_ji = relu(W_e [x_j, x_i] + b_e)                     message from seat j to seat i != j
    h_i  = relu(W_h [x_i, mean_{j != i} m_ji] + b_h)      what seat i knows
    w    = softmax_i(W_o h_i + b_o)                       its share of the fund

It is memoryless, deterministic, and relabelling the seats relabels the shares. The same parameters
serve two paths: `by_message_passing` is torch_geometric's `MetaLayer`, for groups of any size;
`forward` is the same sum over whole groups of equal size, and several times quicker.

A study may restrict the mechanism before data are collected. Its shares are then mapped into the
restriction, and the signs of some parameters are fixed: both belong to the network, so that what is
trained, frozen, shown and compared is the restricted mechanism.

Shapes: `G` games, `N` seats, `W` the width.
"""

from pathlib import Path
from typing import Annotated

import msgspec
import torch
from torch import Tensor, nn

from hcmd_lab.game.rules import Game
from hcmd_lab.learning import checkpoints, monotone
from hcmd_lab.learning.participant_inputs import COINS
from hcmd_lab.learning.participants import Size
from hcmd_lab.learning.restricted import mix
from hcmd_lab.restriction import Restriction

NODE_INPUTS = 3
MAX_WIDTH = 4096


class PolicyArchitecture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All hyperparameters needed to build a policy.

    Attributes:
        width: Of its layers.
        restriction: What it has to keep to.
        max_endowment: The unit in which it is given coins. What is left out is the paper's, so that
            checkpoints of the paper's game keep their bytes.
    """

    width: Annotated[int, msgspec.Meta(ge=1, le=MAX_WIDTH)] = 32
    restriction: Restriction = Restriction()
    max_endowment: Size | msgspec.UnsetType = msgspec.UNSET

    @classmethod
    def of(cls, width: int, restriction: Restriction, game: Game) -> "PolicyArchitecture":
        """The architecture of a policy for a game."""
        most = game.max_endowment
        return cls(width, restriction, msgspec.UNSET if most == COINS else most)

    @property
    def unit(self) -> int:
        """Coins in which the policy is given coins."""
        return COINS if self.max_endowment is msgspec.UNSET else self.max_endowment


class MessageModel(nn.Module):
    """W_e: the edge messages, in the form `MetaLayer` calls."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.linear = nn.Linear(2 * NODE_INPUTS, width)

    def forward(
        self, source: Tensor, target: Tensor, edge: None, graph: None, batch: None
    ) -> Tensor:
        """Messages `[edges, W]` from nodes `source` to nodes `target`, both `[edges, 3]`."""
        return torch.relu(self.linear(torch.cat([source, target], -1)))


class SeatModel(nn.Module):
    """W_h: the node update from received messages, in the form `MetaLayer` calls."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.linear = nn.Linear(NODE_INPUTS + width, width)

    def forward(
        self, nodes: Tensor, edges: Tensor, messages: Tensor, graph: None, batch: None
    ) -> Tensor:
        """Node states `[nodes, W]` from inputs `[nodes, 3]`, edges `[2, edges]` and messages."""
        # Loading torch_geometric takes seconds, and most jobs divide by `forward` alone.
        from torch_geometric.utils import scatter  # type: ignore[import-untyped]  # noqa: PLC0415

        received = scatter(messages, edges[1], dim_size=len(nodes), reduce="mean")
        return torch.relu(self.linear(torch.cat([nodes, received], -1)))


class PolicyNetwork(nn.Module):
    """theta_m of the paper: contributions in, shares of the fund out."""

    def __init__(self, architecture: PolicyArchitecture) -> None:
        super().__init__()
        self.architecture = architecture
        self.unit = architecture.unit
        self.message = MessageModel(architecture.width)
        self.seat = SeatModel(architecture.width)
        self.readout = nn.Linear(architecture.width, 1)
        if architecture.restriction.monotone:
            # Buffers, so that they stand on the device of the weights: an update copies nothing.
            width = architecture.width
            signs = {
                "message_signs": monotone.message_signs(width, NODE_INPUTS),
                "seat_signs": monotone.seat_signs(width, NODE_INPUTS),
                "readout_signs": monotone.unit_signs(width).unsqueeze(0),
            }
            for name, sign in signs.items():
                self.register_buffer(name, sign, persistent=False)

    def forward(
        self, endowment: Tensor, contribution: Tensor, tilt: Tensor | None = None
    ) -> Tensor:
        """Divide the funds of whole groups.

        Args:
            endowment: `[G, N]` coins.
            contribution: `[G, N]` coins.
            tilt: `[N]` added to each group's logits, for a variation of the mechanism.

        Returns:
            `[G, N]` shares: positive, summing to 1 over the seats.
        """
        games, seats = endowment.shape
        message, seat = self.message.linear, self.seat.linear
        # Games stand in the last axis: what is done to all games is done to whole blocks of memory.
        nodes = node_inputs(endowment.T, contribution.T, self.unit, dim=0).flatten(1)
        from_source, from_target = message.weight.chunk(2, 1)
        from_node, from_messages = seat.weight[:, :NODE_INPUTS], seat.weight[:, NODE_INPUTS:]
        sent = (from_source @ nodes).view(-1, seats, games)
        heard = torch.addmm(message.bias.unsqueeze(1), from_target, nodes).view_as(sent)
        # Turning the group by 1, 2, ... seats brings each other seat to each seat once.
        received = torch.relu(heard + sent.roll(1, 1))
        for turn in range(2, seats):
            received = received + torch.relu(heard + sent.roll(turn, 1))
        alone = torch.addmm(seat.bias.unsqueeze(1), from_node, nodes)
        known = torch.relu(
            torch.addmm(alone, from_messages, received.flatten(1), alpha=1 / (seats - 1))
        )
        logits = torch.addmm(self.readout.bias.unsqueeze(1), self.readout.weight, known)
        logits = logits.view(seats, games)
        shares = (logits if tilt is None else logits + tilt.unsqueeze(1)).softmax(0).T
        if self.architecture.restriction.is_free:
            return shares
        mixture = self.architecture.restriction.mixture(seats)
        return mix(
            mixture, shares, endowment, contribution, seats, lambda x: x.sum(1, keepdim=True)
        )

    def by_message_passing(
        self, nodes: Tensor, edges: Tensor, group: Tensor, tilt: Tensor | None = None
    ) -> Tensor:
        """Divide the funds of groups whose sizes may differ.

        Args:
            nodes: `[seats of all groups, 3]` from `node_inputs`.
            edges: `[2, edges]` from `group_edges`.
            group: `[seats of all groups]` the number of each seat's group.
            tilt: `[seats of all groups]` added to the logits, for a variation of the mechanism.

        Returns:
            `[seats of all groups]` shares, summing to 1 over each group.

        Raises:
            ValueError: The policy is restricted, which is defined for groups of one size, and the
                groups are of several.
        """
        from torch_geometric.nn import MetaLayer  # type: ignore[import-untyped]  # noqa: PLC0415
        from torch_geometric.utils import scatter, softmax  # noqa: PLC0415

        known, _, _ = MetaLayer(self.message, self.seat)(nodes, edges)
        logits = self.readout(known).squeeze(-1)
        shares: Tensor = softmax(logits if tilt is None else logits + tilt, group)
        if self.architecture.restriction.is_free:
            return shares
        sizes = sorted(set(group.bincount().tolist()))
        if len(sizes) != 1:
            raise ValueError(f"a restricted policy divides groups of one size, not {sizes}")
        mixture = self.architecture.restriction.mixture(sizes[0])
        endowment, contribution = nodes[:, 0] * self.unit, nodes[:, 1] * self.unit
        return mix(
            mixture,
            shares,
            endowment,
            contribution,
            sizes[0],
            lambda x: scatter(x, group, reduce="sum")[group],
        )

    def reset_parameters(self, generator: torch.Generator) -> None:
        """Redraw all parameters, uniform within 1/sqrt(inputs of the layer)."""
        for layer in (self.message.linear, self.seat.linear, self.readout):
            bound = layer.in_features**-0.5
            for parameter in layer.parameters():
                nn.init.uniform_(parameter, -bound, bound, generator=generator)
        for weight, signs in self._signed_weights():
            monotone.reflect(weight, signs)

    def project(self) -> None:
        """Project the parameters onto those the restriction allows, after an update."""
        for weight, signs in self._signed_weights():
            monotone.project(weight, signs)

    def _signed_weights(self) -> list[tuple[Tensor, Tensor]]:
        """Sign-constrained weights, with their signs."""
        if not self.architecture.restriction.monotone:
            return []
        return [
            (self.message.linear.weight, self.get_buffer("message_signs")),
            (self.seat.linear.weight, self.get_buffer("seat_signs")),
            (self.readout.weight, self.get_buffer("readout_signs")),
        ]

    def save(self, folder: Path) -> str:
        """Write a checkpoint to `folder` and return its SHA-256."""
        return checkpoints.save(folder, "policy", self.architecture, self)

    @classmethod
    def load(cls, folder: Path, sha256: str) -> "PolicyNetwork":
        """Rebuild a policy from a checkpoint.

        Raises:
            OperatorError: The checkpoint is missing, damaged, or of another kind.
        """
        return checkpoints.load(folder, sha256, "policy", PolicyArchitecture, cls)


def group_edges(groups: int, seats: int) -> Tensor:
    """`[2, groups * seats * (seats - 1)]`: edges both ways between any two seats of a group."""
    pairs = [(a, b) for a in range(seats) for b in range(seats) if a != b]
    first = torch.arange(groups).mul(seats).repeat_interleave(len(pairs))
    return torch.tensor(pairs).T.repeat(1, groups) + first


def node_inputs(
    endowment: Tensor, contribution: Tensor, unit: int = COINS, dim: int = -1
) -> Tensor:
    """e/u, c/u, c/e of each seat from two tensors `[...]` of coins; `[..., 3]` if `dim` is -1.

    Args:
        endowment: `[...]` coins.
        contribution: `[...]` coins.
        unit: `u`, coins of the architecture's largest endowment.
        dim: Where the three stand.
    """
    if endowment.shape != contribution.shape:
        raise ValueError("endowments and contributions must have the same shape")
    return torch.stack([endowment / unit, contribution / unit, contribution / endowment], dim)
