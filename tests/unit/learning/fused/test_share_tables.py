import pytest
import torch

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.share_tables import make_tables
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork

GAME = Game(rounds=2, head_endowment=4, tail_endowments=(2, 3), tails=3)


@pytest.mark.parametrize("coins", [(0, 0, 0, 0), (4, 0, 1, 2), (3, 2, 2, 2), (1, 2, 0, 1)])
@pytest.mark.parametrize("condition", [0, 1])
def test_tables_give_the_shares_of_the_network(condition: int, coins: tuple[int, ...]) -> None:
    policy = PolicyNetwork(PolicyArchitecture(6))
    policy.reset_parameters(torch.Generator().manual_seed(2))
    tables = make_tables(policy, GAME)
    logits = []
    for seat in range(GAME.seats):
        kind = min(seat, 1)
        known = tables.alone[condition, kind, coins[seat]]
        for other in range(GAME.seats):
            if other != seat:
                known = (
                    known + tables.heard[condition, min(other, 1), kind, coins[other], coins[seat]]
                )
        logits.append(torch.relu(known) @ tables.readout)
    endowment = torch.tensor([GAME.endowments(GAME.tail_endowments[condition])]).float()
    expected = policy(endowment, torch.tensor([coins]).float())[0]
    torch.testing.assert_close(torch.stack(logits).softmax(0), expected)
