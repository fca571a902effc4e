import itertools

import pytest
import torch

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, ClosedForm
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning.table_policy import TablePolicy

GAME = Game(head_endowment=4, tail_endowments=(1, 3), tails=2)


@pytest.mark.parametrize(
    "game",
    [GAME, PAPER_GAME, Game(head_endowment=2, tail_endowments=(1, 3), tails=5)],
    ids=lambda game: f"{game.seats} seats",
)
def test_every_profile_is_looked_up_in_its_own_condition(game: Game) -> None:
    frozen = freeze(ClosedForm("mixed", own_weight=0.8, relative_weight=0.3), game)
    policy = TablePolicy(frozen, torch.zeros((), dtype=torch.float64))
    for tail_endowment in reversed(game.tail_endowments[:2]):
        endowments = game.endowments(tail_endowment)
        every = list(itertools.product(*(range(coins + 1) for coins in endowments)))
        contribution = torch.tensor(every, dtype=torch.float64)
        endowment = torch.tensor([endowments], dtype=torch.float64)
        shares = policy(endowment.expand_as(contribution), contribution)
        for row, share in zip(every, shares.tolist(), strict=True):
            assert tuple(share) == frozen.weights(endowments, row)


def test_conditions_may_be_mixed_in_a_batch() -> None:
    policy = TablePolicy(freeze(LIBERAL_EGALITARIAN, GAME), torch.zeros(()))
    endowment = torch.tensor([[4.0, 3, 3], [4, 1, 1]])
    contribution = torch.tensor([[4.0, 3, 0], [0, 1, 0]])
    shares = policy(endowment, contribution)
    torch.testing.assert_close(shares, torch.tensor([[0.5, 0.5, 0], [0, 1, 0]]))
