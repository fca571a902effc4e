"""The people on whom the oracle is trained are the simulated people of the program."""

import numpy as np
import pytest
import torch
from enumeration import as_given

from benchmarks import torch_people
from hcmd_lab.game import people
from hcmd_lab.game.people_traits import CALIBRATED, FIRST, Population, draw_traits
from hcmd_lab.game.rules import PAPER_GAME

GROUPS = 40
DRAWS = 2000
TRAITS = ("warmth", "responsiveness", "heaping", "equality")


@pytest.fixture(scope="module", params=[CALIBRATED, FIRST], ids=["calibrated", "first"])
def played(
    request: pytest.FixtureRequest,
) -> tuple[list[np.ndarray], list[np.ndarray], people.Memory, torch_people.Persons]:
    """Three rounds under random shares: contributions and payouts, and what people remember."""
    dice = np.random.default_rng(3)
    population: Population = request.param
    traits = draw_traits(dice, (GROUPS, PAPER_GAME.seats), population)
    seen = people.own_seat_first(_endowments())
    memory = people.begin_stage(traits, people.new_memory(traits))
    given, paid = [], []
    for _ in range(3):
        given.append(people.contribute(traits, memory, seen, dice))
        fund = PAPER_GAME.multiplier * given[-1].sum(-1, keepdims=True)
        paid.append(dice.dirichlet(np.ones(PAPER_GAME.seats), GROUPS) * fund)
        first = people.own_seat_first
        memory = people.observe(traits, memory, seen, first(given[-1]), first(paid[-1]))
    traits_of = (torch.tensor(getattr(traits, name)) for name in TRAITS)
    persons = torch_people.Persons(*traits_of, population=population)
    return given, paid, memory, persons


def _endowments() -> np.ndarray:
    tails = np.resize(PAPER_GAME.tail_endowments, GROUPS)
    return np.array([PAPER_GAME.endowments(int(tail)) for tail in tails], dtype=float)


def _experience(given: list, paid: list, persons: torch_people.Persons) -> tuple:
    experience = torch_people.Experience(persons, torch.tensor(_endowments()))
    score = None
    for coins, payouts in zip(given, paid, strict=True):
        score = experience.observe(torch.tensor(coins, dtype=torch.float64), torch.tensor(payouts))
    return experience, score


def test_they_choose_as_often_as_they_say(played: tuple) -> None:
    given, paid, memory, persons = played
    experience, _ = _experience(given, paid, persons)
    endowment = torch.tensor(_endowments())
    chances = torch_people.log_probabilities(persons, experience.wanted(), endowment, 10).exp()
    expected = chances.permute(2, 1, 0).numpy()
    assert np.allclose(expected.sum(-1), 1)
    traits = people.Traits(persons.population, *(getattr(persons, name).numpy() for name in TRAITS))
    dice, seen = np.random.default_rng(4), people.own_seat_first(_endowments())
    drawn = np.stack([people.contribute(traits, memory, seen, dice) for _ in range(DRAWS)])
    observed = (drawn[..., None] == np.arange(11)).mean(0)
    error = np.sqrt(expected * (1 - expected) / DRAWS)
    # 1,760 frequencies: the largest of so many lies within 5.5 standard errors.
    assert (np.abs(observed - expected) <= 5.5 * error + 2 / DRAWS).all()


def test_they_vote_by_the_same_score(played: tuple) -> None:
    given, paid, memory, persons = played
    _, score = _experience(given, paid, persons)
    stage = memory.stages[-1]
    earnings = np.log(np.maximum(stage.earnings / stage.rounds, 0.01))
    gain = persons.population.vote_gain
    expected = gain * earnings - persons.equality.numpy() * stage.gini / stage.rounds
    assert np.allclose(score.numpy(), expected, rtol=0, atol=1e-9)


def test_a_stage_is_told_round_by_round() -> None:
    dice = torch.Generator().manual_seed(1)
    persons = torch_people.draw_persons(5, PAPER_GAME.seats, dice)
    endowment = torch.tensor(_endowments()[:5], dtype=torch.float32)
    contribution = torch.ones(5, PAPER_GAME.rounds, PAPER_GAME.seats)

    def equally(endowment: torch.Tensor, _: torch.Tensor) -> torch.Tensor:
        return torch.full_like(endowment, 1 / PAPER_GAME.seats)

    played = torch_people.play(equally, persons, endowment, as_given(contribution), PAPER_GAME)
    earned = (endowment - 1 + 1.6).unsqueeze(1)
    inequality = torch_people.gini(earned)
    expected = persons.population.vote_gain * earned.squeeze(1).log()
    expected = expected - persons.equality * inequality
    torch.testing.assert_close(played.score, expected, atol=1e-4, rtol=0)
    torch.testing.assert_close(played.payout, torch.full_like(contribution, 1.6))
