import numpy as np
import pytest
import torch

from hcmd_lab.figures.head_maps import head_map
from hcmd_lab.game.rules import Game
from hcmd_lab.learning.freezing import freeze_network
from hcmd_lab.learning.head_share_grids import HeadShareGrids
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork


@pytest.mark.parametrize("tails", [2, 3])
def test_a_picture_is_that_of_the_frozen_table(tails: int) -> None:
    game = Game(rounds=2, head_endowment=4, tail_endowments=(2, 3), tails=tails)
    policy = PolicyNetwork(PolicyArchitecture(6))
    policy.reset_parameters(torch.Generator().manual_seed(3))
    frozen = freeze_network(policy, game, "in training")
    pictures = HeadShareGrids(game, torch.device("cpu")).of(policy)
    assert list(pictures) == [2, 3]
    for tail, picture in pictures.items():
        assert np.array(picture) == pytest.approx(head_map(frozen, tail).cells, abs=1e-5)
