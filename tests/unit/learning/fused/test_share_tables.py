import numpy as np
import pytest
import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.share_tables import ShareTables
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork, node_inputs

GAME = Game(rounds=2, head_endowment=4, tail_endowments=(2, 3), tails=3)


def by_coins(tables: ShareTables) -> tuple[Tensor, Tensor]:
    """`alone` by condition, kind and coins, `heard` by condition, both kinds and both coins."""
    kinds, coins, width = 2, GAME.max_endowment + 1, len(tables.readout)
    alone, heard = torch.from_numpy(tables.alone), torch.from_numpy(tables.heard)
    return alone.view(-1, kinds, coins, width), heard.view(-1, kinds, kinds, coins, coins, width)


@pytest.mark.parametrize("coins", [(0, 0, 0, 0), (4, 0, 1, 2), (3, 2, 2, 2), (1, 2, 0, 1)])
@pytest.mark.parametrize("condition", [0, 1])
def test_tables_give_the_shares_of_the_network(condition: int, coins: tuple[int, ...]) -> None:
    policy = PolicyNetwork(PolicyArchitecture(6))
    policy.reset_parameters(torch.Generator().manual_seed(2))
    tables = ShareTables(policy, GAME)
    alone, heard = by_coins(tables)
    logits = []
    for seat in range(GAME.seats):
        kind = min(seat, 1)
        known = alone[condition, kind, coins[seat]]
        for other in range(GAME.seats):
            if other != seat:
                known = known + heard[condition, min(other, 1), kind, coins[other], coins[seat]]
        logits.append(torch.relu(known) @ torch.from_numpy(tables.readout))
    endowment = torch.tensor([GAME.endowments(GAME.tail_endowments[condition])]).float()
    expected = policy(endowment, torch.tensor([coins]).float())[0]
    torch.testing.assert_close(torch.stack(logits).softmax(0), expected)


def test_the_derivative_is_that_of_the_tables() -> None:
    """In 64 bits, by automatic differentiation of what the tables are defined as."""
    policy = PolicyNetwork(PolicyArchitecture(6))
    policy.reset_parameters(torch.Generator().manual_seed(2))
    tables = ShareTables(policy, GAME)
    dice = np.random.default_rng(1)
    by_tables = [
        dice.normal(size=table.shape).astype(np.float32)
        for table in (tables.alone, tables.heard, tables.readout)
    ]
    found = tables.pull(*by_tables)
    exact = PolicyNetwork(policy.architecture).double()
    exact.load_state_dict(policy.state_dict())
    endowment = torch.tensor([(4, tail) for tail in GAME.tail_endowments]).double()[..., None]
    coins = torch.arange(GAME.max_endowment + 1).double().expand(*endowment.shape[:2], -1)
    nodes = node_inputs(endowment.expand_as(coins), coins)
    pair = [
        nodes[:, :, None, :, None].expand(-1, -1, 2, -1, coins.shape[-1], -1),
        nodes[:, None, :, None, :].expand(-1, 2, -1, coins.shape[-1], -1, -1),
    ]
    messages = torch.relu(exact.message.linear(torch.cat(pair, -1)))
    weight, bias = exact.seat.linear.weight, exact.seat.linear.bias
    made = (
        nodes @ weight[:, :3].T + bias,
        messages @ weight[:, 3:].T / GAME.tails,
        exact.readout.weight[0],
    )
    given = [
        torch.from_numpy(by).double().view_as(table)
        for by, table in zip(by_tables, made, strict=True)
    ]
    expected = torch.autograd.grad(made, list(exact.parameters()), given, materialize_grads=True)
    for one, other in zip(found, expected, strict=True):
        torch.testing.assert_close(one.double(), other, rtol=1e-4, atol=1e-4)
        assert one.shape == other.shape
