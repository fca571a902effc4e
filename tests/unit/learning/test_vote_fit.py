import dataclasses
from concurrent.futures import ThreadPoolExecutor
from statistics import fmean

import pytest
import torch
from played_groups import played_groups
from scipy.optimize import minimize  # type: ignore[import-untyped]  # ships no types

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import Against, CrossEntropies
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning import vote_arrays
from hcmd_lab.learning.cross_validation import leads, random_splits
from hcmd_lab.learning.participants import ParticipantArchitecture, VoteModel
from hcmd_lab.learning.vote_fit import (
    COIN_TOSS,
    LEVEL,
    ORDER,
    PLAIN,
    fit_votes,
    held_out_votes,
    level_share,
    vote_cross_entropy,
)
from hcmd_lab.study.settings import StudySettings


def made_votes(
    groups: int, weights: torch.Tensor, seed: int = 1, ahead: float = 0.0
) -> vote_arrays.Votes:
    """Votes by given weights, and by how far the first stage is ahead whatever it was."""
    dice = torch.Generator().manual_seed(seed)
    seen = torch.randn(4 * groups, len(weights), generator=dice, dtype=torch.float64)
    difference = torch.cat([seen, torch.ones(4 * groups, 1, dtype=torch.float64)], 1)
    likely = torch.sigmoid(seen @ weights + ahead)
    first = (torch.rand(len(likely), generator=dice, dtype=torch.float64) < likely).double()
    group = torch.arange(groups).repeat_interleave(4)
    weight = torch.ones(4 * groups, dtype=torch.float64)
    return vote_arrays.Votes(difference, first, weight, group, groups, 4 * groups, len(weights))


def unordered(votes: vote_arrays.Votes) -> vote_arrays.Votes:
    """The same where nobody knows which stage came first."""
    difference = votes.difference.clone()
    difference[:, -1] = 0
    return dataclasses.replace(votes, difference=difference)


TRUTH = torch.tensor([2.0, -1.0, 0.0], dtype=torch.float64)


@pytest.mark.parametrize("l2", [1e-4, 1e-2, 1.0])
def test_it_is_the_minimum_that_another_solver_finds(l2: float) -> None:
    data = made_votes(50, TRUTH)

    def objective(weights: object) -> float:
        every = torch.tensor(weights, dtype=torch.float64)
        tried, ahead = every[:-1], every[-1]
        level = tried.mean()
        differences = (tried - level).square().sum() + LEVEL * len(tried) * level**2
        penalty = l2 * float(differences) + float(ahead) ** 2 / (2 * ORDER**2 * data.votes)
        return vote_cross_entropy(every, data) + penalty

    found = minimize(objective, [0.0] * 4, method="BFGS", options={"gtol": 1e-8})
    torch.testing.assert_close(fit_votes(data, l2), torch.tensor(found.x), atol=1e-5, rtol=0)


def test_many_votes_give_back_the_weights_they_came_from() -> None:
    found = fit_votes(made_votes(5000, TRUTH), 1e-9)
    torch.testing.assert_close(found[:-1], TRUTH, atol=0.15, rtol=0)


def test_votes_that_can_be_separated_still_have_a_minimum() -> None:
    data = made_votes(2, 1000 * TRUTH)
    found = fit_votes(data, 1e-9)
    assert found.isfinite().all()
    assert vote_cross_entropy(found, data) < 1e-3


def test_swapping_the_stages_swaps_the_vote() -> None:
    data = made_votes(20, TRUTH)
    turned = torch.tensor([-1.0, -1, -1, 1], dtype=torch.float64)
    swapped = dataclasses.replace(data, difference=data.difference * turned, first=1 - data.first)
    torch.testing.assert_close(fit_votes(data, 0.1), -turned * fit_votes(swapped, 0.1))


def test_what_the_order_does_to_votes_is_not_taken_for_a_preference() -> None:
    leaning = made_votes(2000, TRUTH, ahead=-0.8)
    found = fit_votes(leaning, 1e-6)
    torch.testing.assert_close(found[:-1], TRUTH, atol=0.2, rtol=0)
    assert float(found[-1]) == pytest.approx(-0.8, abs=0.15)
    # Groups that played the same mechanism twice and saw the same tell nothing else.
    equal = made_votes(500, 0 * TRUTH, ahead=0.5)
    seen_alike = torch.zeros_like(equal.difference)
    seen_alike[:, -1] = 1
    found = fit_votes(dataclasses.replace(equal, difference=seen_alike), 0.1)
    assert not found[:-1].any()
    assert float(found[-1]) == pytest.approx(0.5, abs=0.1)


def test_the_papers_inputs_go_with_its_plain_penalty_and_know_no_order() -> None:
    assert level_share(Inputs.PAPER) == PLAIN
    assert level_share(Inputs.FULL) == LEVEL
    votes = vote_arrays.votes(played_groups(20), PAPER_GAME, Inputs.PAPER)
    assert float(fit_votes(votes, 0.01, PLAIN)[-1]) == 0


def test_the_order_has_no_part_in_the_score() -> None:
    votes = vote_arrays.votes(played_groups(20), PAPER_GAME, Inputs.FULL)
    weights = fit_votes(votes, 0.1)
    model = VoteModel(ParticipantArchitecture(2, 2, vote_inputs=Inputs.FULL, stage_order=True))
    model.set_weights(weights)
    assert model.first_stage is not None
    assert abs(float(weights[-1])) > 0.01
    torch.testing.assert_close(model.flat_weights(), weights, atol=1e-6, rtol=1e-5)
    seen = torch.rand(3, 10, 4, 3)
    before = model(seen)
    with torch.no_grad():
        model.first_stage += 1
    assert torch.equal(model(seen), before)


def test_interchangeable_others_get_interchangeable_weights() -> None:
    votes = vote_arrays.votes(played_groups(20), PAPER_GAME, "paper")
    weights = fit_votes(votes, 0.01)[:-1].view(10, 4, 3)
    torch.testing.assert_close(weights[:, 2], weights[:, 3])
    assert weights[:, 1:, 1:].abs().max() > 0.01


def test_rounds_that_count_alike_are_found_alike() -> None:
    alike = torch.full((10,), 0.5, dtype=torch.float64)
    found = fit_votes(made_votes(40, alike), 1.0)[:-1]
    assert found.std() < 0.1
    torch.testing.assert_close(found.mean(), alike.mean(), atol=0.1, rtol=0)


def test_cross_validation_prefers_the_penalty_that_fits() -> None:
    splits = random_splits(1, "votes", 40, 3)
    clear = unordered(made_votes(40, 2 * TRUTH))
    assert fmean(held_out_votes(clear, splits, 1e-3)) < fmean(held_out_votes(clear, splits, 10.0))
    assert fmean(held_out_votes(clear, splits, 1e-3)) < COIN_TOSS - 0.1
    noise = unordered(made_votes(40, 0 * TRUTH))
    assert fmean(held_out_votes(noise, splits, 10.0)) < fmean(held_out_votes(noise, splits, 1e-3))
    assert fmean(held_out_votes(noise, splits, 10.0)) == pytest.approx(COIN_TOSS, abs=0.01)


def test_no_weights_are_a_coin_toss() -> None:
    nothing = torch.zeros(4, dtype=torch.float64)
    assert vote_cross_entropy(nothing, made_votes(5, TRUTH)) == pytest.approx(COIN_TOSS)


@pytest.mark.parametrize("threads", [1, 3])
def test_threads_share_the_splits_and_change_nothing(threads: int) -> None:
    splits = random_splits(1, "votes", 40, 7)
    votes = unordered(made_votes(40, TRUTH))
    alone = fmean(held_out_votes(votes, splits, 0.1))
    with ThreadPoolExecutor(threads) as pool:
        assert fmean(held_out_votes(votes, splits, 0.1, pool=pool)) == alone


def told_of_noise(groups: int, seed: int) -> tuple[float, Against]:
    """The gain that MODEL finds in votes by coins, and what it may say of it."""
    votes = made_votes(groups, torch.zeros(12, dtype=torch.float64), seed)
    splits = random_splits(seed, "votes", groups, 20)
    tried = [held_out_votes(votes, splits, l2) for l2 in StudySettings().vote_penalties]
    best = min(tried, key=fmean)
    toss = {"coin_toss": [COIN_TOSS] * len(splits)}
    found = CrossEntropies(
        held_out=fmean(best), training=0, references={"coin_toss": COIN_TOSS},
        leads=leads(best, toss, splits),
    )  # fmt: skip
    return COIN_TOSS - fmean(best), found.against(toss)


def test_the_best_of_many_penalties_is_no_proof_that_votes_can_be_predicted() -> None:
    found = [told_of_noise(20, seed) for seed in range(12)]
    assert sum(gain > 0 for gain, _ in found) >= 2  # so it would be said, without an error
    assert [stands for _, stands in found if stands is Against.BETTER] == []


@pytest.mark.release
@pytest.mark.parametrize("groups", [10, 20, 60])
def test_noise_is_hardly_ever_called_predictable(groups: int) -> None:
    found = [told_of_noise(groups, 100 + seed) for seed in range(200)]
    assert sum(stands is Against.BETTER for _, stands in found) <= 10


def test_votes_that_follow_what_was_paid_are_said_to_be_predictable() -> None:
    votes = made_votes(60, TRUTH)
    splits = random_splits(1, "votes", 60, 20)
    by_split = held_out_votes(votes, splits, 0.01)
    (found,) = leads(by_split, {"coin_toss": [COIN_TOSS] * 20}, splits).values()
    assert found.low > 0.05
