"""The all-pairs sums against their definitions, written out for one episode after the other."""

import pytest
import torch
from torch import Tensor

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning.gradient import Baseline, pool_baseline, pool_votes, surrogate
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


def test_values_and_slopes_are_means_over_the_other_episodes() -> None:
    score = round_scores().sum(1).requires_grad_()
    votes = pool_votes(round_scores())
    for a in range(EPISODES):
        value = torch.sigmoid(score[a] - score[without(a)].detach()).mean()
        torch.testing.assert_close(votes.value[a], value.detach())
        (slope,) = torch.autograd.grad(value, score)
        torch.testing.assert_close(votes.slope[a], slope[a])


def test_history_baseline_is_its_definition() -> None:
    scores = round_scores()
    found = pool_baseline(scores, "history")
    assert found.shape == (EPISODES, ROUNDS - 1)
    for a in range(EPISODES):
        others = scores[without(a)]
        for t in range(1, ROUNDS):
            expected = scores[a, :t].sum(0) + others[:, t:].sum(1).mean(0)
            chance = torch.sigmoid(expected - others.sum(1)).mean()
            torch.testing.assert_close(found[a, t - 1], chance)


def test_history_baseline_ignores_what_comes_later_in_its_own_episode() -> None:
    scores, changed = round_scores(), round_scores()
    changed[1, 2:] += 3
    before, after = pool_baseline(scores, "history"), pool_baseline(changed, "history")
    torch.testing.assert_close(after[1, :2], before[1, :2])
    assert not torch.allclose(after[1, 2], before[1, 2])


def test_leaving_an_episode_out_of_all_pairs_leaves_one_half() -> None:
    scores = round_scores()
    for a in range(EPISODES):
        mean = pool_votes(scores[without(a)]).value.mean()
        torch.testing.assert_close(mean, pool_baseline(scores, "constant")[a, 0])
    assert (pool_baseline(scores, "none") == 0).all()


def episodes(pools: int) -> Episodes:
    scores = round_scores(pools).requires_grad_()
    log_probability = (-round_scores(pools).abs()).requires_grad_()
    unused = torch.zeros_like(scores)
    return Episodes(unused[:, 0], unused, unused, log_probability, scores)


def test_surrogate_has_the_gradient_of_its_definition() -> None:
    played = episodes(pools=2)
    inputs = [played.round_score, played.log_probability]
    found = torch.autograd.grad(surrogate(played, 2), inputs)

    terms = []
    for pool in (slice(0, EPISODES), slice(EPISODES, 2 * EPISODES)):
        score, log_probability = played.score[pool], played.log_probability[pool]
        baseline = pool_baseline(played.round_score[pool].detach(), "history")
        for a in range(EPISODES):
            value = torch.sigmoid(score[a] - score[without(a)].detach()).mean()
            chosen = (value.detach() - baseline[a]) @ log_probability[a, 1:].sum(-1)
            terms.append(value + chosen)
    expected = torch.autograd.grad(torch.stack(terms).mean(), inputs)
    for ours, theirs in zip(found, expected, strict=True):
        torch.testing.assert_close(ours, theirs)


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
    baselines: tuple[Baseline, ...] = ("history", "constant", "none")
    gradients: dict[Baseline, list[Tensor]] = {baseline: [] for baseline in baselines}
    for _ in range(60):
        choose = by_inverse_cdf(draw_uniforms(10, endowment, dice), endowment)
        played = play(policy, people, endowment, choose, 1.6)
        for baseline in baselines:
            number = surrogate(played, 5, baseline)
            parts = torch.autograd.grad(number, list(policy.parameters()), retain_graph=True)
            gradients[baseline].append(torch.cat([part.flatten() for part in parts]))
    history, constant, none = (torch.stack(gradients[b]).var(0).sum() for b in baselines)
    assert history < 0.9 * constant
    assert constant < 0.5 * none
