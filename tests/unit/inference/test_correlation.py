import numpy as np
import pytest

from benchmarks.drawn_votes import drawn_ballots
from hcmd_lab.inference.correlation import pooled_correlation, within_group_correlation


@pytest.mark.parametrize("rho", [0.05, 0.3])
def test_the_correlation_is_found(rho: float) -> None:
    drawn = drawn_ballots(4000, 0.55, rho, 2)
    assert within_group_correlation(drawn.won, drawn.cast) == pytest.approx(rho, abs=0.03)


def test_correlation_at_its_limits() -> None:
    cast = np.full(6, 4)
    assert within_group_correlation(np.array([0, 4] * 3), cast) == pytest.approx(1)
    assert within_group_correlation(np.full(6, 2), cast) == pytest.approx(-1 / 3)


@pytest.mark.parametrize(
    ("won", "cast"),
    [([4, 4, 3], [4, 4, 3]), ([0, 0], [4, 4]), ([2], [4]), ([1, 0], [1, 1])],
    ids=["all alike", "none", "one group", "one vote each"],
)
def test_votes_that_do_not_tell_the_correlation(won: list[int], cast: list[int]) -> None:
    assert within_group_correlation(np.array(won), np.array(cast)) is None
    assert pooled_correlation([(np.array(won), np.array(cast))]) is None


def test_comparisons_of_other_mechanisms_are_not_mistaken_for_correlation() -> None:
    """Groups that agree only because their two mechanisms differ are not alike in themselves."""
    liked, disliked = drawn_ballots(300, 0.8, 0.0, 4), drawn_ballots(300, 0.2, 0.0, 5)
    won = np.concatenate([liked.won, disliked.won])
    together = within_group_correlation(won, np.concatenate([liked.cast, disliked.cast]))
    assert together is not None
    assert together > 0.25
    apart = pooled_correlation([(liked.won, liked.cast), (disliked.won, disliked.cast)])
    assert apart is not None
    assert apart.groups == 600
    assert apart.estimate == pytest.approx(0, abs=0.05)


def test_groups_are_told_that_tell_it() -> None:
    drawn = drawn_ballots(12, 0.5, 0.2, 3)
    alone = np.array([2]), np.array([4])
    found = pooled_correlation([(drawn.won, drawn.cast), alone])
    assert found is not None
    assert found.groups == 12


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
