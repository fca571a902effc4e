"""What the baselines are, and what they are good for; `test_reference_step` has the gradient."""

import pytest
import torch
from torch import Tensor

from benchmarks.estimators import constant_baseline, no_baseline
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning.gradient import history_baseline, pool_votes, surrogate
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.rollout import (
    Episodes,
    by_inverse_cdf,
    condition_endowments,
    draw_uniforms,
    play,
)

EPISODES, ROUNDS, SEATS = 5, 4, 3


def round_scores(pools: int = 1) -> Tensor:
    dice = torch.Generator().manual_seed(2)
    shape = (pools * EPISODES, ROUNDS, SEATS)
    return torch.randn(shape, generator=dice, dtype=torch.float64)


def without(a: int) -> list[int]:
    return [b for b in range(EPISODES) if b != a]


def test_history_baseline_ignores_what_comes_later_in_its_own_episode() -> None:
    scores, changed = round_scores(), round_scores()
    changed[1, 2:] += 3
    before, after = history_baseline(scores), history_baseline(changed)
    torch.testing.assert_close(after[1, :2], before[1, :2])
    assert not torch.allclose(after[1, 2], before[1, 2])


def test_leaving_an_episode_out_of_all_pairs_leaves_one_half() -> None:
    scores = round_scores()
    for a in range(EPISODES):
        mean = pool_votes(scores[without(a)]).value.mean()
        torch.testing.assert_close(mean, constant_baseline(scores)[a, 0])
    assert (no_baseline(scores) == 0).all()


def episodes(pools: int) -> Episodes:
    scores = round_scores(pools).requires_grad_()
    log_probability = (-round_scores(pools).abs()).requires_grad_()
    unused = torch.zeros_like(scores)
    return Episodes(unused[:, 0], unused, unused, log_probability, scores)


@pytest.mark.parametrize("pools", [3, 10])
def test_uneven_or_single_pools_are_refused(pools: int) -> None:
    with pytest.raises(ValueError, match="do not make"):
        surrogate(episodes(2), pools)


def test_history_has_the_least_variance_in_the_papers_game() -> None:
    dice = torch.Generator().manual_seed(4)
    people = ParticipantModels(ParticipantArchitecture(8, 4)).requires_grad_(False)
    for parameter in people.contribution.parameters():
        torch.nn.init.normal_(parameter, generator=dice)
    people.vote.weight[:, 0, 2] = 0.5  # they vote for what they are paid
    policy = PolicyNetwork(PolicyArchitecture(8))
    policy.reset_parameters(dice)
    endowment = condition_endowments(PAPER_GAME, 10, people.vote.weight)
    baselines = (history_baseline, constant_baseline, no_baseline)
    gradients: list[list[Tensor]] = [[] for _ in baselines]
    for _ in range(60):
        choose = by_inverse_cdf(draw_uniforms(10, endowment, dice), endowment)
        played = play(policy, people, endowment, choose, 1.6)
        for baseline, found in zip(baselines, gradients, strict=True):
            number = surrogate(played, 5, baseline)
            parts = torch.autograd.grad(number, list(policy.parameters()), retain_graph=True)
            found.append(torch.cat([part.flatten() for part in parts]))
    history, constant, none = (torch.stack(found).var(0).sum() for found in gradients)
    assert history < 0.9 * constant
    assert constant < 0.5 * none
