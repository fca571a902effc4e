"""The interval and the weights of conditions, held against scipy and statsmodels."""

import numpy as np
import pytest
from scipy import stats

from benchmarks.drawn_votes import drawn_ballots
from hcmd_lab.inference import vote_shares
from hcmd_lab.inference.sign_flips import tilted_intervals
from hcmd_lab.inference.vote_shares import scores, share_interval, simultaneous_level
from hcmd_lab.jobs.record import LEVEL
from hcmd_lab.vote_plan import Weighting


@pytest.mark.parametrize(("won", "groups"), [(0, 7), (3, 9), (14, 20), (30, 60), (12, 12)])
@pytest.mark.parametrize("level", [LEVEL, simultaneous_level(5)])
def test_with_one_vote_a_group_the_tilted_test_is_scipys_exact_one(
    won: int, groups: int, level: float
) -> None:
    votes = np.repeat([1, 0], [won, groups - won])
    found = scores(votes, np.ones(groups, dtype=np.int64))
    ((low, high),) = tilted_intervals([found.sizes], [groups], level)
    exact = stats.binomtest(won, groups).proportion_ci(1 - level, method="exact")
    assert (low, high) == pytest.approx((exact.low, exact.high), abs=1e-6)
    whole = share_interval(votes, np.ones(groups, dtype=np.int64), level=level)
    assert whole.low <= exact.low + 1e-6
    assert whole.high >= exact.high - 1e-6


@pytest.mark.parametrize("won", [0, 9, 31, 40])
def test_the_floor_is_wilsons_interval_of_statsmodels(won: int) -> None:
    from statsmodels.stats.proportion import proportion_confint  # noqa: PLC0415 - slow

    cast = np.full(10, 4)
    votes = np.clip(won - 4 * np.arange(10), 0, 4)
    z2 = stats.norm.ppf(1 - LEVEL / 2) ** 2
    expected = proportion_confint(won, 40, LEVEL, method="wilson")
    assert vote_shares._drawn_votes(scores(votes, cast), z2) == pytest.approx(expected, abs=1e-9)


def test_weights_of_conditions_are_those_of_a_weighted_mean() -> None:
    from statsmodels.stats.weightstats import DescrStatsW  # noqa: PLC0415 - slow

    drawn = drawn_ballots(60, 0.6, 0.1, 3, missing=0.3, conditions=(0.8, 0.4, 0.5, 0.6, 0.5))
    weights = drawn.weights(Weighting.CONDITIONS)
    assert weights is not None
    found = share_interval(drawn.won, drawn.cast, weights)
    weighted = DescrStatsW(drawn.won / drawn.cast, weights=weights * drawn.cast).mean
    assert found.estimate == pytest.approx(weighted)
