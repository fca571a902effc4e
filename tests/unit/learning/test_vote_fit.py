import pytest
import torch
from played_groups import played_groups
from scipy.optimize import minimize  # type: ignore[import-untyped]  # ships no types

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning import arrays
from hcmd_lab.learning.cross_validation import random_splits
from hcmd_lab.learning.vote_fit import (
    COIN_TOSS,
    LEVEL,
    fit_votes,
    held_out_votes,
    vote_cross_entropy,
)


def made_votes(groups: int, weights: torch.Tensor, seed: int = 1) -> arrays.Votes:
    dice = torch.Generator().manual_seed(seed)
    difference = torch.randn(4 * groups, len(weights), generator=dice, dtype=torch.float64)
    likely = torch.sigmoid(difference @ weights)
    first = (torch.rand(len(likely), generator=dice, dtype=torch.float64) < likely).double()
    group = torch.arange(groups).repeat_interleave(4)
    weight = torch.ones(4 * groups, dtype=torch.float64)
    return arrays.Votes(difference, first, weight, group, groups, 4 * groups, len(weights))


TRUTH = torch.tensor([2.0, -1.0, 0.0], dtype=torch.float64)


@pytest.mark.parametrize("l2", [1e-4, 1e-2, 1.0])
def test_it_is_the_minimum_that_another_solver_finds(l2: float) -> None:
    data = made_votes(50, TRUTH)

    def objective(weights: object) -> float:
        tried = torch.tensor(weights, dtype=torch.float64)
        level = tried.mean()
        differences = (tried - level).square().sum() + LEVEL * len(tried) * level**2
        return vote_cross_entropy(tried, data) + l2 * float(differences)

    found = minimize(objective, [0.0, 0.0, 0.0], method="BFGS", options={"gtol": 1e-8})
    torch.testing.assert_close(fit_votes(data, l2), torch.tensor(found.x), atol=1e-5, rtol=0)


def test_many_votes_give_back_the_weights_they_came_from() -> None:
    found = fit_votes(made_votes(5000, TRUTH), 1e-9)
    torch.testing.assert_close(found, TRUTH, atol=0.15, rtol=0)


def test_votes_that_can_be_separated_still_have_a_minimum() -> None:
    data = made_votes(2, 1000 * TRUTH)
    found = fit_votes(data, 1e-9)
    assert found.isfinite().all()
    assert vote_cross_entropy(found, data) < 1e-3


def test_swapping_the_stages_swaps_the_vote() -> None:
    data = made_votes(20, TRUTH)
    swapped = arrays.Votes(
        -data.difference, 1 - data.first, data.weight, data.group, data.groups, data.votes, 3
    )
    torch.testing.assert_close(fit_votes(data, 0.1), fit_votes(swapped, 0.1))


def test_interchangeable_others_get_interchangeable_weights() -> None:
    votes = arrays.votes(played_groups(20), PAPER_GAME, "paper")
    weights = fit_votes(votes, 0.01).view(10, 4, 3)
    torch.testing.assert_close(weights[:, 2], weights[:, 3])
    assert weights[:, 1:, 1:].abs().max() > 0.01


def test_rounds_that_count_alike_are_found_alike() -> None:
    alike = torch.full((10,), 0.5, dtype=torch.float64)
    found = fit_votes(made_votes(40, alike), 1.0)
    assert found.std() < 0.1
    torch.testing.assert_close(found.mean(), alike.mean(), atol=0.1, rtol=0)


def test_cross_validation_prefers_the_penalty_that_fits() -> None:
    splits = random_splits(1, "votes", 40, 3)
    clear = made_votes(40, 2 * TRUTH)
    assert held_out_votes(clear, splits, 1e-3) < held_out_votes(clear, splits, 10.0)
    assert held_out_votes(clear, splits, 1e-3) < COIN_TOSS - 0.1
    noise = made_votes(40, 0 * TRUTH)
    assert held_out_votes(noise, splits, 10.0) < held_out_votes(noise, splits, 1e-3)
    assert held_out_votes(noise, splits, 10.0) == pytest.approx(COIN_TOSS, abs=0.01)


def test_no_weights_are_a_coin_toss() -> None:
    assert vote_cross_entropy(0 * TRUTH, made_votes(5, TRUTH)) == pytest.approx(COIN_TOSS)
