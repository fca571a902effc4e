import numpy as np
import pytest

from benchmarks.drawn_votes import drawn_ballots
from hcmd_lab.inference.correlation import within_group_correlation


@pytest.mark.parametrize("rho", [0.05, 0.3])
def test_the_correlation_is_found(rho: float) -> None:
    drawn = drawn_ballots(4000, 0.55, rho, 2)
    assert within_group_correlation(drawn.won, drawn.cast) == pytest.approx(rho, abs=0.03)


def test_correlation_at_its_limits() -> None:
    cast = np.full(6, 4)
    assert within_group_correlation(np.array([0, 4] * 3), cast) == pytest.approx(1)
    assert within_group_correlation(np.full(6, 2), cast) < 0
    assert within_group_correlation(cast, cast) == 0
    assert within_group_correlation(np.array([2]), np.array([4])) == 0
    assert within_group_correlation(np.array([1, 0]), np.array([1, 1])) == 0


def test_it_is_the_variance_component_of_statsmodels() -> None:
    """A random intercept by restricted maximum likelihood is the same in a balanced design."""
    from statsmodels.regression.mixed_linear_model import MixedLM  # noqa: PLC0415 - slow

    drawn = drawn_ballots(200, 0.55, 0.2, 3)
    votes = np.concatenate([[1.0] * won + [0.0] * (4 - won) for won in drawn.won])
    groups = np.repeat(np.arange(200), 4)
    fitted = MixedLM(votes, np.ones((800, 1)), groups).fit(reml=True)
    between = float(np.asarray(fitted.cov_re)[0, 0])
    assert within_group_correlation(drawn.won, drawn.cast) == pytest.approx(
        between / (between + fitted.scale), abs=0.005
    )
