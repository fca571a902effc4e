import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.mechanisms import (
    BASELINES,
    LIBERAL_EGALITARIAN,
    LIBERTARIAN,
    STRICT_EGALITARIAN,
    ClosedForm,
    to_units,
)
from hcmd_lab.game.rules import PAPER_GAME, WEIGHT_UNITS

share = st.floats(0, 1)
family = st.builds(ClosedForm, st.just("member"), share, share)


@st.composite
def profiles(draw: st.DrawFn, least: int = 0) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Endowments and contributions of the paper's game."""
    endowments = PAPER_GAME.endowments(draw(st.sampled_from(PAPER_GAME.tail_endowments)))
    contributions = tuple(draw(st.integers(0, e)) for e in endowments)
    return endowments, contributions if sum(contributions) >= least else endowments


@given(family, profiles())
def test_weights_are_a_division_of_the_fund(
    mechanism: ClosedForm, profile: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    weights = mechanism.weights(*profile)
    assert min(weights) >= 0
    assert sum(weights) == pytest.approx(1, abs=1e-12)


@given(family, st.sampled_from(PAPER_GAME.tail_endowments))
def test_weights_are_uniform_when_nobody_contributes(mechanism: ClosedForm, tail: int) -> None:
    assert mechanism.weights(PAPER_GAME.endowments(tail), (0, 0, 0, 0)) == (0.25,) * 4


@given(family, profiles(), st.permutations([1, 2, 3]))
def test_relabelling_tail_seats_permutes_the_weights(
    mechanism: ClosedForm, profile: tuple[tuple[int, ...], tuple[int, ...]], swap: list[int]
) -> None:
    endowments, contributions = profile
    order = (0, *swap)
    before = mechanism.weights(endowments, contributions)
    after = mechanism.weights(endowments, [contributions[seat] for seat in order])
    assert after == pytest.approx([before[seat] for seat in order], abs=1e-12)


@given(profiles())
def test_strict_egalitarian_divides_equally(
    profile: tuple[tuple[int, ...], tuple[int, ...]],
) -> None:
    assert STRICT_EGALITARIAN.weights(*profile) == pytest.approx([0.25] * 4, abs=1e-12)


@given(profiles(least=1))
def test_libertarian_returns_in_proportion_to_coins(
    profile: tuple[tuple[int, ...], tuple[int, ...]],
) -> None:
    _, contributions = profile
    expected = [c / sum(contributions) for c in contributions]
    assert LIBERTARIAN.weights(*profile) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("seats", [2, 3, 4, 5, 6])
def test_strict_egalitarian_gives_everyone_the_same_in_a_group_of_any_size(seats: int) -> None:
    endowments, contributions = (20,) + (5,) * (seats - 1), (20, *range(seats - 1))
    shares = STRICT_EGALITARIAN.weights(endowments, contributions)
    assert shares == pytest.approx((1 / seats,) * seats, abs=1e-12)


@given(profiles(least=1))
def test_liberal_egalitarian_returns_in_proportion_to_fractions(
    profile: tuple[tuple[int, ...], tuple[int, ...]],
) -> None:
    fractions = [c / e for e, c in zip(*profile, strict=True)]
    expected = [fraction / sum(fractions) for fraction in fractions]
    assert LIBERAL_EGALITARIAN.weights(*profile) == pytest.approx(expected, abs=1e-12)


@given(family, profiles(least=1))
def test_a_member_of_the_family_follows_the_definition(
    mechanism: ClosedForm, profile: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    endowments, c = profile
    rho = [a / b for a, b in zip(c, endowments, strict=True)]
    own, relative = mechanism.own_weight_among(4), mechanism.relative_weight
    for seat, weight in enumerate(mechanism.weights(endowments, c)):
        others = [other for other in range(4) if other != seat]
        mean_c = sum(c[other] for other in others) / 3
        mean_rho = sum(rho[other] for other in others) / 3
        y_abs = 1.6 * (own * c[seat] + (1 - own) * mean_c)
        y_rel = 1.6 * sum(c) / sum(rho) * (own * rho[seat] + (1 - own) * mean_rho)
        payout = (1 - relative) * y_abs + relative * y_rel
        assert weight * 1.6 * sum(c) == pytest.approx(payout, abs=1e-9)


@pytest.mark.parametrize(
    ("own_weight", "relative_weight"), [(-0.1, 0), (1.1, 0), (0, -0.1), (0, 1.1), (math.nan, 0)]
)
def test_parameters_outside_the_family_are_refused(
    own_weight: float, relative_weight: float
) -> None:
    with pytest.raises(ValueError, match="must lie between 0 and 1"):
        ClosedForm("wrong", own_weight, relative_weight)


def test_a_missing_contribution_is_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        LIBERTARIAN.weights((10, 2, 2, 2), (1, 1, 1))


def test_the_baselines_are_found_by_their_names() -> None:
    assert all(mechanism.name == name for name, mechanism in BASELINES.items())
    assert len(BASELINES) == 3


@given(st.lists(share, min_size=1, max_size=6).filter(lambda weights: sum(weights) > 1e-3))
def test_units_sum_to_a_billion_and_keep_the_weights(weights: list[float]) -> None:
    units = to_units(weights)
    assert sum(units) == WEIGHT_UNITS
    for unit, weight in zip(units, weights, strict=True):
        assert unit / WEIGHT_UNITS == pytest.approx(weight / sum(weights), abs=2e-9)


@pytest.mark.parametrize(
    "weights",
    [[-1e-9, 1.0], [math.nan, 1.0], [math.inf, 1.0], [-math.inf, 1.0], [0.0, 0.0], [1e-30, 0.0]],
)
def test_weights_that_divide_nothing_are_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="at least 0"):
        to_units(weights)
