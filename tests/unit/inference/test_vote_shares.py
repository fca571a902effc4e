"""One test for the verdict and the interval: exact, of its level, and never at odds."""

import itertools

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from hcmd_lab.inference.vote_shares import scores, share_interval
from hcmd_lab.jobs.record import LEVEL

Counts = NDArray[np.int64]
Votes = tuple[Counts, Counts]


@st.composite
def ballots(draw: st.DrawFn, max_groups: int = 9) -> Votes:
    """Groups that cast up to four votes each, not all equally many."""
    cast = draw(st.lists(st.integers(1, 4), min_size=1, max_size=max_groups))
    won = [draw(st.integers(0, votes)) for votes in cast]
    return np.array(won), np.array(cast)


@st.composite
def near_the_level(draw: st.DrawFn) -> Votes:
    """Votes of which a few more or fewer for one side decide."""
    groups = draw(st.integers(5, 60))
    cast = np.array(draw(st.lists(st.integers(1, 4), min_size=groups, max_size=groups)))
    dice = np.random.default_rng(draw(st.integers(0, 10_000)))
    won = dice.binomial(cast, draw(st.floats(0.2, 0.8)))
    order = dice.permutation(groups)
    upwards = scores(won, cast).p_value >= LEVEL
    for group in order:  # towards the level, from either side
        won[group] = cast[group] if upwards else cast[group] - won[group]
        if (scores(won, cast).p_value >= LEVEL) != upwards:
            break
    return won, cast


def of_four(*won: int) -> Votes:
    return np.array(won), np.full(len(won), 4)


def simulated(groups: int, share: float, rho: float, seed: int) -> Votes:
    """Votes of groups of four whose correlation is `rho` (beta-binomial)."""
    dice = np.random.default_rng(seed)
    strength = 1 / rho - 1
    chance = dice.beta(share * strength, (1 - share) * strength, groups)
    return dice.binomial(4, chance), np.full(groups, 4)


# --- the test ----------------------------------------------------------------------------------


@given(votes=ballots())
def test_the_p_value_counts_all_flips(votes: Votes) -> None:
    won, cast = votes
    surplus = 2 * won - cast
    sums = [abs(np.dot(flip, surplus)) for flip in itertools.product((1, -1), repeat=len(won))]
    exact = np.mean(np.array(sums) >= abs(surplus.sum()))
    assert scores(won, cast).p_value == pytest.approx(exact)


@given(votes=ballots())
def test_the_p_value_does_not_depend_on_which_is_called_the_mechanism(votes: Votes) -> None:
    won, cast = votes
    assert scores(won, cast).p_value == pytest.approx(scores(cast - won, cast).p_value)


def test_a_clear_and_a_tied_vote() -> None:
    assert scores(*of_four(*[4] * 10)).p_value == pytest.approx(2 / 2**10)
    assert scores(*of_four(*[2] * 10)).p_value == 1
    assert scores(*of_four(*[4, 0] * 5)).p_value == pytest.approx(1)


def test_the_test_holds_its_level_where_votes_are_correlated() -> None:
    rejected = [scores(*simulated(40, 0.5, 0.3, seed)).p_value < LEVEL for seed in range(400)]
    assert 0.02 < np.mean(rejected) < 0.08


# --- the interval ------------------------------------------------------------------------------


@given(votes=st.one_of(ballots(), ballots(80), near_the_level()))
@example(of_four(4, 3, 3, 2, 3, 4, 1, 3, 3, 2))
@example(of_four(3, 3, 3, 3, 3, 3))
@example(of_four(2, 2, 2, 2, 2, 2, 2, 2))
@example(of_four(4))
def test_one_half_lies_outside_exactly_if_the_test_says_so(votes: Votes) -> None:
    found = share_interval(*votes)
    assert 0 <= found.low <= found.estimate <= found.high <= 1
    assert {type(end) for end in (found.low, found.estimate, found.high)} == {float}
    is_outside = not found.low <= 0.5 <= found.high
    assert is_outside == (scores(*votes).p_value < LEVEL)


@given(votes=st.one_of(ballots(), near_the_level()))
def test_the_baselines_interval_is_the_complement(votes: Votes) -> None:
    won, cast = votes
    ours, theirs = share_interval(won, cast), share_interval(cast - won, cast)
    ends = (ours.low, ours.estimate, ours.high)
    assert ends == pytest.approx((1 - theirs.high, 1 - theirs.estimate, 1 - theirs.low), abs=1e-6)


@given(ballots())
def test_few_groups_never_give_certainty(votes: Votes) -> None:
    found = share_interval(*votes)
    assert found.high - found.low > 0.2


@pytest.mark.parametrize("groups", [6, 12, 60])
@pytest.mark.parametrize("share", [0.5, 0.6, 0.85])
def test_the_interval_covers_the_share_as_often_as_it_says(groups: int, share: float) -> None:
    found = [share_interval(*simulated(groups, share, 0.2, seed)) for seed in range(300)]
    covered = np.mean([one.low <= share <= one.high for one in found])
    assert covered > 0.92
    if groups == 60:
        assert covered < 0.995


def test_the_interval_of_many_groups_is_that_of_their_mean() -> None:
    won, cast = simulated(400, 0.6, 0.2, 1)
    found = share_interval(won, cast)
    half = 1.96 * np.std(won / cast, ddof=1) / 20
    assert found.low == pytest.approx(found.estimate - half, abs=0.003)
    assert found.high == pytest.approx(found.estimate + half, abs=0.003)


def test_very_many_groups_that_agree_are_nearly_certain() -> None:
    found = share_interval(*of_four(*[4] * 2000))
    assert 0.99 < found.low < 1
    assert found.high == 1
