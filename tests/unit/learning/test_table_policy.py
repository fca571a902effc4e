import torch

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, ClosedForm
from hcmd_lab.game.profiles import profiles
from hcmd_lab.game.rules import Game
from hcmd_lab.learning.table_policy import TablePolicy

GAME = Game(head_endowment=4, tail_endowments=(1, 3), tails=2)


def test_every_profile_is_looked_up_in_its_own_condition() -> None:
    frozen = freeze(ClosedForm("mixed", own_weight=0.8, relative_weight=0.3), GAME)
    policy = TablePolicy(frozen, torch.zeros((), dtype=torch.float64))
    for tail_endowment in reversed(GAME.tail_endowments):
        contribution = torch.tensor(list(profiles(GAME, tail_endowment)), dtype=torch.float64)
        endowment = torch.tensor([GAME.endowments(tail_endowment)], dtype=torch.float64)
        shares = policy(endowment.expand_as(contribution), contribution)
        for row, share in zip(contribution.int().tolist(), shares.tolist(), strict=True):
            assert tuple(share) == frozen.weights(GAME.endowments(tail_endowment), row)


def test_conditions_may_be_mixed_in_a_batch() -> None:
    policy = TablePolicy(freeze(LIBERAL_EGALITARIAN, GAME), torch.zeros(()))
    endowment = torch.tensor([[4.0, 3, 3], [4, 1, 1]])
    contribution = torch.tensor([[4.0, 3, 0], [0, 1, 0]])
    shares = policy(endowment, contribution)
    torch.testing.assert_close(shares, torch.tensor([[0.5, 0.5, 0], [0, 1, 0]]))
