import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as numpy_arrays
from numpy.typing import NDArray

from hcmd_lab.learning.symmetric_games import POPULATION, alpha_rank, has_cycle, nash_mixture

Floats = NDArray[np.float64]

ROCK_PAPER_SCISSORS = np.array([[0.5, 0.2, 0.8], [0.8, 0.5, 0.2], [0.2, 0.8, 0.5]])
LADDER = np.array([[0.5, 0.4, 0.3], [0.6, 0.5, 0.45], [0.7, 0.55, 0.5]])


@st.composite
def games(draw: st.DrawFn) -> Floats:
    count = draw(st.integers(1, 6))
    upper = np.triu(draw(numpy_arrays(float, (count, count), elements=st.floats(0, 1))), 1)
    return upper + np.tril(1 - upper.T, -1) + np.eye(count) / 2


@given(game=games())
def test_nobody_gets_more_than_half_against_the_nash_mixture(game: Floats) -> None:
    mixture = nash_mixture(game)
    assert mixture.sum() == pytest.approx(1)
    assert (mixture >= 0).all()
    assert (mixture @ game >= 0.5 - 1e-6).all()


@given(game=games())
def test_alpha_rank_is_a_distribution(game: Floats) -> None:
    mass = alpha_rank(game)
    assert mass.sum() == pytest.approx(1)
    assert (mass >= 0).all()


def test_a_dominant_strategy_takes_everything() -> None:
    assert nash_mixture(LADDER) == pytest.approx([0, 0, 1])
    assert alpha_rank(LADDER)[2] > 0.99


def test_a_symmetric_circle_is_shared_equally() -> None:
    assert nash_mixture(ROCK_PAPER_SCISSORS) == pytest.approx([1 / 3] * 3)
    assert alpha_rank(ROCK_PAPER_SCISSORS) == pytest.approx([1 / 3] * 3)


def test_alpha_rank_of_two_by_hand() -> None:
    game = np.array([[0.5, 0.495], [0.505, 0.5]])
    strength = 20 * 0.01 / 2  # the selection intensity times half of the advantage

    def taken_up(u: float) -> float:
        return (1 - np.exp(-u)) / (1 - np.exp(-POPULATION * u))

    up, down = taken_up(strength), taken_up(-strength)
    assert alpha_rank(game) == pytest.approx([down / (up + down), up / (up + down)])


def test_equals_are_ranked_equal() -> None:
    assert alpha_rank(np.full((4, 4), 0.5)) == pytest.approx([0.25] * 4)


def test_circles_are_found_and_nothing_else() -> None:
    assert has_cycle(ROCK_PAPER_SCISSORS > 0.5)
    assert not has_cycle(LADDER > 0.5)
    assert not has_cycle(np.zeros((3, 3), dtype=bool))
    with_a_bystander = np.zeros((5, 5), dtype=bool)
    with_a_bystander[1:4, 1:4] = ROCK_PAPER_SCISSORS > 0.5
    with_a_bystander[0, 1:] = with_a_bystander[1:4, 4] = True
    assert has_cycle(with_a_bystander)
