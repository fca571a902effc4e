import dataclasses

import pytest
import torch
from enumeration import as_given

from benchmarks.estimators import by_relaxation
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning.participant_inputs import contribution_inputs, previous, vote_quantities
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.rollout import (
    Episodes,
    by_inverse_cdf,
    condition_endowments,
    draw_uniforms,
    play,
)

TINY = Game(rounds=2, head_endowment=2, tail_endowments=(1, 2), tails=1)


def models(game: Game, inputs: str = "full") -> ParticipantModels:
    made = ParticipantModels(
        ParticipantArchitecture(
            6, 4, inputs, game.max_endowment, rounds=game.rounds, seats=game.seats
        )
    )
    dice = torch.Generator().manual_seed(5)
    made.contribution.reset_parameters(dice)
    torch.nn.init.normal_(made.vote.weight, generator=dice)
    return made.double().requires_grad_(False)


def network() -> PolicyNetwork:
    made = PolicyNetwork(PolicyArchitecture(8))
    made.reset_parameters(torch.Generator().manual_seed(6))
    return made.double()


def episodes(
    game: Game, games: int, inputs: str = "full", seed: int = 0, policy: PolicyNetwork | None = None
) -> Episodes:
    endowment = condition_endowments(game, games, torch.zeros((), dtype=torch.float64))
    uniforms = draw_uniforms(game.rounds, endowment, torch.Generator().manual_seed(seed))
    return play(
        policy or network(),
        models(game, inputs),
        endowment,
        by_inverse_cdf(uniforms, endowment),
        game.multiplier,
    )


@pytest.mark.parametrize("game", [PAPER_GAME, TINY])
def test_an_episode_follows_the_rules(game: Game) -> None:
    played = episodes(game, 7)
    games = 7 * len(game.tail_endowments)
    shape = (games, game.rounds, game.seats)
    assert played.contribution.shape == played.payout.shape == shape
    assert played.log_probability.shape == played.round_score.shape == shape
    assert played.score.shape == (games, game.seats)
    limit = played.endowment.unsqueeze(1)
    assert ((played.contribution >= 0) & (played.contribution <= limit)).all()
    assert torch.equal(played.contribution, played.contribution.round())
    torch.testing.assert_close(played.payout.sum(-1), game.multiplier * played.contribution.sum(-1))
    assert played.endowment[:, -1].unique().tolist() == list(game.tail_endowments)


@pytest.mark.parametrize("inputs", ["full", "paper"])
def test_log_probabilities_and_scores_are_those_of_the_fitted_models(inputs: str) -> None:
    played = episodes(PAPER_GAME, 3, inputs)
    people = models(PAPER_GAME, inputs)
    endowment = played.endowment.unsqueeze(1).expand_as(played.contribution)
    features = contribution_inputs(
        endowment,
        previous(played.contribution),
        previous(played.payout),
        people.contribution.inputs,
    )
    logits = people.contribution(
        features.transpose(1, 2).flatten(0, 1), endowment.transpose(1, 2).flatten(0, 1)
    )
    chosen = played.contribution.transpose(1, 2).flatten(0, 1).long().unsqueeze(-1)
    expected = logits.log_softmax(-1).gather(-1, chosen).view(-1, 4, 10).transpose(1, 2)
    torch.testing.assert_close(played.log_probability, expected)
    quantities = vote_quantities(endowment, played.contribution, played.payout)
    torch.testing.assert_close(played.score, people.vote(quantities))


def test_choices_have_the_models_probabilities() -> None:
    chances = torch.tensor([0.0, 0.2, 0.5, 0.3], dtype=torch.float64)
    endowment = torch.full((20_000, 1), 3.0, dtype=torch.float64)
    uniforms = draw_uniforms(1, endowment, torch.Generator().manual_seed(1))
    choose = by_inverse_cdf(uniforms, endowment)
    choice = choose(0, chances.log().view(4, 1, 1).expand(4, 1, 20_000))
    counted = torch.bincount(choice.long().flatten(), minlength=4) / 20_000
    assert counted[0] == 0
    assert (counted - chances).abs().max() < 4 * (0.25 / 20_000) ** 0.5


def test_a_draw_close_to_one_stays_within_the_endowment() -> None:
    endowment = torch.tensor([[2.0]])
    chances = torch.tensor([0.3, 0.3, 0.3999999, 0.0]).view(4, 1, 1)
    choose = by_inverse_cdf(torch.tensor([[[1 - 2**-24]]]), endowment)
    assert choose(0, chances.log()).item() == 2


def test_the_same_seed_plays_the_same_games_and_another_does_not() -> None:
    first, again, other = (episodes(PAPER_GAME, 4, seed=seed) for seed in (1, 1, 2))
    assert torch.equal(first.contribution, again.contribution)
    assert not torch.equal(first.contribution, other.contribution)


def test_given_contributions_are_played_and_rated_as_the_sampled_ones_were() -> None:
    played = episodes(PAPER_GAME, 4)
    replayed = play(
        network(), models(PAPER_GAME), played.endowment, as_given(played.contribution), 1.6
    )
    for field in dataclasses.fields(Episodes):
        assert torch.equal(getattr(replayed, field.name), getattr(played, field.name))


def test_relaxed_choices_are_whole_and_carry_the_derivative_of_a_mean() -> None:
    chances = torch.tensor([0.0, 0.2, 0.5, 0.3], dtype=torch.float64)
    logits = chances.log().view(4, 1, 1).expand(4, 1, 20_000).clone().requires_grad_()
    endowment = torch.full((20_000, 1), 3.0, dtype=torch.float64)
    choose = by_relaxation(endowment, torch.Generator().manual_seed(1))
    contribution = choose(0, logits)
    torch.testing.assert_close(contribution, contribution.round())
    counted = torch.bincount(contribution.round().long().flatten(), minlength=4) / 20_000
    assert (counted - chances).abs().max() < 4 * (0.25 / 20_000) ** 0.5
    (slope,) = torch.autograd.grad(contribution.mean(), logits)
    assert slope.sum((1, 2))[3] > 0 > slope.sum((1, 2))[1]


@pytest.mark.parametrize(("inputs", "depends"), [("full", True), ("paper", False)])
def test_probabilities_stay_differentiable_through_payouts(inputs: str, depends: bool) -> None:
    policy = network()
    log_probability = episodes(TINY, 4, inputs, policy=policy).log_probability
    assert log_probability.requires_grad == depends
    if depends:
        first, second = (
            torch.autograd.grad(
                log_probability[:, t].sum(), policy.readout.weight, retain_graph=True
            )
            for t in (0, 1)
        )
        assert first[0].abs().max() == 0  # nobody has been paid before round 1
        assert second[0].abs().max() > 0
