"""Simulated people whom the contribution models know before a study's groups."""

import pytest
import torch
from played_groups import played_groups

from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning import arrays
from hcmd_lab.learning.contribution_fit import ContributionFit
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participants import ParticipantArchitecture
from hcmd_lab.learning.pretraining import GROUPS, simulated_people
from hcmd_lab.learning.sequences import Sequences

OTHER = Game(rounds=4, head_endowment=20, tail_endowments=(3, 12), tails=2, multiplier_percent=200)
ARCHITECTURE = ParticipantArchitecture(8, 4, one_hot=True)


def lanes(data: arrays.Contributions) -> Lanes:
    return Lanes(Sequences.of(data, Inputs.FULL, torch.device("cpu")), 11)


@pytest.mark.parametrize("game", [PAPER_GAME, OTHER])
def test_they_play_the_studys_game_in_every_condition(game: Game) -> None:
    found = simulated_people(game, 1)
    assert found.groups == GROUPS
    assert found.endowment.shape == (2 * GROUPS, game.rounds, game.seats)
    assert found.counted.all()
    assert set(found.endowment[..., 1].flatten().tolist()) == set(game.tail_endowments)
    assert (found.endowment[..., 0] == game.head_endowment).all()
    assert (found.contribution >= 0).all()
    assert (found.contribution <= found.endowment).all()
    fund = game.multiplier * found.contribution.sum(-1)
    torch.testing.assert_close(found.payout.sum(-1), fund, atol=1e-3, rtol=1e-4)


def test_a_groups_two_stages_carry_its_number() -> None:
    found = simulated_people(PAPER_GAME, 1)
    assert torch.bincount(found.group).tolist() == [2] * GROUPS
    for group in (0, 77):
        first, second = found.endowment[found.group == group]
        assert torch.equal(first, second)


def test_a_seed_always_gives_the_same_people() -> None:
    one, again, other = (simulated_people(PAPER_GAME, seed) for seed in (1, 1, 2))
    assert torch.equal(one.contribution, again.contribution)
    assert not torch.equal(one.contribution, other.contribution)


def test_a_model_that_knows_them_predicts_people_like_them_before_it_has_seen_any() -> None:
    like_them = lanes(simulated_people(PAPER_GAME, 9))
    before = lanes(simulated_people(PAPER_GAME, 1))

    def held_out(known: Lanes | None) -> float:
        dice = torch.Generator().manual_seed(3)
        begun = ContributionFit(ARCHITECTURE, like_them, like_them.everyone, dice, before=known)
        return begun.held_out(like_them.everyone)

    assert held_out(before) < held_out(None) - 0.3


def test_what_it_takes_payouts_to_be_comes_from_the_people_whom_it_is_to_learn_from() -> None:
    data = lanes(arrays.contributions(played_groups(6), PAPER_GAME))
    before = lanes(simulated_people(PAPER_GAME, 1))
    dice = torch.Generator().manual_seed(3)
    begun = ContributionFit(ARCHITECTURE, data, data.everyone, dice, before=before)
    assert begun.model.most_paid is not None
    assert float(begun.model.most_paid) == pytest.approx(data.most_paid(data.everyone))
    assert data.most_paid(data.everyone) != pytest.approx(before.most_paid(before.everyone))
