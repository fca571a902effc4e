"""The populations of simulated people that a study can choose from."""

from dataclasses import asdict

import numpy as np
import pytest

from hcmd_lab.game.people_choice import MAX_SPREAD, People
from hcmd_lab.game.people_traits import CALIBRATED, FIRST, draw_traits
from hcmd_lab.game.populations import population_of


def test_the_usual_people_are_the_calibrated_ones() -> None:
    assert population_of(People.CALIBRATED) == CALIBRATED
    assert population_of(People.FIRST) == FIRST


def test_no_two_populations_are_the_same() -> None:
    assert len({population_of(people) for people in People}) == len(People)


@pytest.mark.parametrize("people", [p for p in People if p is not People.FIRST])
def test_a_variation_differs_in_what_its_sentence_says(people: People) -> None:
    usual, varied = asdict(CALIBRATED), asdict(population_of(people))
    ratio = {name: varied[name] / usual[name] for name in usual if varied[name] != usual[name]}
    assert (
        ratio
        == {
            People.CALIBRATED: {},
            People.STEADIER: {"slip_sd": pytest.approx(1 / 1.5), "vote_lapse": 0.5},
            People.NOISIER: {"slip_sd": pytest.approx(1.5), "vote_lapse": pytest.approx(1.5)},
            People.SELF_RELIANT: {"reciprocity": 0},
            People.RECIPROCAL: {"reciprocity": 2},
            People.EQUALITY_MINDED: {"vote_equality": pytest.approx(10)},
        }[people]
    )


@pytest.mark.parametrize("people", People)
@pytest.mark.parametrize("spread", [1.0, MAX_SPREAD])
def test_every_population_can_play(people: People, spread: float) -> None:
    population = population_of(people, spread)
    assert population.inertia + population.reciprocity < 1
    assert 0 <= population.vote_lapse < 1


def test_without_spread_all_have_the_same_traits() -> None:
    traits = draw_traits(np.random.default_rng(1), (20,), population_of(People.CALIBRATED, 0.0))
    for drawn in (traits.warmth, traits.responsiveness, traits.equality):
        assert np.ptp(drawn) == 0
    wider = draw_traits(np.random.default_rng(1), (20,), population_of(People.CALIBRATED, 2.0))
    usual = draw_traits(np.random.default_rng(1), (20,))
    assert np.std(wider.warmth) == pytest.approx(2 * np.std(usual.warmth))
