import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from hcmd_lab.insight.vote_shares import share_interval

Counts = NDArray[np.int64]


@st.composite
def ballots(draw: st.DrawFn) -> tuple[Counts, Counts]:
    cast = draw(st.lists(st.integers(1, 4), min_size=1, max_size=9))
    won = [draw(st.integers(0, votes)) for votes in cast]
    return np.array(won), np.array(cast)


def simulated(groups: int, share: float, rho: float, seed: int) -> tuple[Counts, Counts]:
    """Votes of groups of four whose correlation is `rho` (beta-binomial)."""
    dice = np.random.default_rng(seed)
    strength = 1 / rho - 1
    chance = dice.beta(share * strength, (1 - share) * strength, groups)
    return dice.binomial(4, chance), np.full(groups, 4)


def test_the_interval_covers_the_share_as_often_as_it_says() -> None:
    dice = np.random.default_rng(1)
    covered = []
    for seed in range(300):
        found = share_interval(*simulated(60, 0.6, 0.2, seed), 300, dice)
        assert found.low <= found.estimate <= found.high
        covered.append(found.low <= 0.6 <= found.high)
    assert 0.9 < np.mean(covered) < 0.985


@given(ballots())
def test_few_groups_never_give_certainty(votes: tuple[Counts, Counts]) -> None:
    found = share_interval(*votes, 100, np.random.default_rng(1))
    assert 0 <= found.low <= found.estimate <= found.high <= 1
    assert found.high - found.low > 0.25


def test_few_groups_cover_the_true_share() -> None:
    dice = np.random.default_rng(1)
    intervals = [share_interval(*simulated(6, 0.6, 0.2, seed), 100, dice) for seed in range(300)]
    assert np.mean([found.low <= 0.6 <= found.high for found in intervals]) > 0.95
