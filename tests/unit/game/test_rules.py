from fractions import Fraction
from itertools import pairwise
from random import Random

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.mechanisms import BASELINES, ClosedForm, to_units
from hcmd_lab.game.rules import (
    HUNDREDTHS,
    PAPER_GAME,
    WEIGHT_UNITS,
    Game,
    apportion,
    divide_fund,
    fund,
    fund_hundredths,
    payouts,
    reward_hundredths,
    rewards,
)

Play = tuple[tuple[int, ...], tuple[int, ...], tuple[float, ...]]
"""Endowments, contributions and weights of one round."""

shares_of_seats = st.lists(st.integers(0, WEIGHT_UNITS), min_size=1, max_size=6).filter(any)


@st.composite
def rounds_of_play(draw: st.DrawFn) -> Play:
    """A round of the paper's game under an arbitrary mechanism."""
    endowments = PAPER_GAME.endowments(draw(st.sampled_from(PAPER_GAME.tail_endowments)))
    contributions = tuple(draw(st.integers(0, e)) for e in endowments)
    raw = draw(st.lists(st.floats(0, 1), min_size=4, max_size=4).filter(lambda w: sum(w) > 1e-3))
    return endowments, contributions, tuple(weight / sum(raw) for weight in raw)


def test_the_default_is_the_game_of_the_paper() -> None:
    assert PAPER_GAME.seats == 4
    assert PAPER_GAME.multiplier == 1.6
    assert PAPER_GAME.max_endowment == 10
    assert PAPER_GAME.endowments(2) == (10, 2, 2, 2)
    assert Game(head_endowment=3, tail_endowments=(7, 5)).max_endowment == 7


@pytest.mark.parametrize(
    "wrong",
    [
        {"rounds": 0},
        {"head_endowment": -1},
        {"tails": 0},
        {"multiplier_percent": 0},
        {"tail_endowments": ()},
        {"tail_endowments": (2, 0)},
        {"tail_endowments": (2, 4, 2)},
    ],
)
def test_a_game_that_cannot_be_played_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="game"):
        Game(**wrong)


@given(st.integers(0, 10**6), shares_of_seats, st.integers(0, 20))
def test_apportioned_units_sum_to_the_total_and_miss_by_less_than_one(
    total: int, shares: list[int], first: int
) -> None:
    given_out = apportion(total, shares, first)
    assert sum(given_out) == total
    for units, share in zip(given_out, shares, strict=True):
        assert abs(units - Fraction(total * share, sum(shares))) < 1


@given(st.integers(0, 10**6), shares_of_seats)
def test_a_larger_share_never_gets_fewer_units(total: int, shares: list[int]) -> None:
    given_out = apportion(total, shares)
    ranked = sorted(zip(shares, given_out, strict=True))
    assert all(a[1] <= b[1] for a, b in pairwise(ranked) if a[0] < b[0])


@given(st.integers(0, 10**6), shares_of_seats, st.randoms(use_true_random=False))
def test_relabelling_seats_moves_at_most_the_odd_unit(
    total: int, shares: list[int], dice: Random
) -> None:
    order = dice.sample(range(len(shares)), len(shares))
    before = apportion(total, shares)
    after = apportion(total, [shares[seat] for seat in order])
    assert all(abs(before[seat] - after[place]) <= 1 for place, seat in enumerate(order))


@pytest.mark.parametrize("shares", [[0, 0], [1, -1, 3], [-1]])
def test_shares_that_divide_nothing_are_refused(shares: list[int]) -> None:
    with pytest.raises(ValueError, match="shares"):
        apportion(10, shares)


def test_the_odd_hundredth_goes_round() -> None:
    equal = [WEIGHT_UNITS // 4] * 4
    # 160 * (1 + 0 + 0 + 0) is divisible by 4, so an odd fund needs another multiplier.
    game = Game(multiplier_percent=161)
    winners = [divide_fund(equal, (1, 0, 0, 0), r, game).index(41) for r in range(1, 9)]
    assert winners == [0, 1, 2, 3, 0, 1, 2, 3]


@given(rounds_of_play(), st.integers(1, 10))
def test_payouts_sum_to_the_fund_and_miss_by_less_than_a_hundredth(
    play: Play, round_number: int
) -> None:
    _, contributions, weights = play
    units = to_units(weights)
    paid = divide_fund(units, contributions, round_number, PAPER_GAME)
    whole = fund_hundredths(contributions, PAPER_GAME)
    assert sum(paid) == whole == 160 * sum(contributions)
    for hundredths, unit in zip(paid, units, strict=True):
        assert abs(hundredths - Fraction(whole * unit, WEIGHT_UNITS)) < 1


@given(rounds_of_play(), st.integers(1, 10))
def test_coins_are_conserved(play: Play, round_number: int) -> None:
    endowments, contributions, weights = play
    paid = divide_fund(to_units(weights), contributions, round_number, PAPER_GAME)
    earned = sum(map(reward_hundredths, endowments, contributions, paid))
    growth = fund_hundredths(contributions, PAPER_GAME) - HUNDREDTHS * sum(contributions)
    assert earned == HUNDREDTHS * sum(endowments) + growth


@given(rounds_of_play())
def test_what_is_paid_is_what_the_real_valued_rules_say(
    play: Play,
) -> None:
    endowments, contributions, weights = play
    exact = payouts(weights, contributions, PAPER_GAME.multiplier)
    paid = divide_fund(to_units(weights), contributions, 1, PAPER_GAME)
    assert np.allclose([hundredths / HUNDREDTHS for hundredths in paid], exact, atol=0.010001)
    earned = rewards(endowments, contributions, exact)
    whole = [
        reward_hundredths(*seat) / 100 for seat in zip(endowments, contributions, paid, strict=True)
    ]
    assert np.allclose(whole, earned, atol=0.010001)


@given(st.lists(rounds_of_play(), min_size=1, max_size=5))
def test_floats_arrays_and_tensors_follow_the_same_rules(
    plays: list[Play],
) -> None:
    def seat_major(position: int) -> list[list[float]]:
        return [[float(play[position][seat]) for play in plays] for seat in range(4)]

    endowments, contributions, weights = map(seat_major, range(3))
    arrays = [[np.array(seat) for seat in rows] for rows in (endowments, contributions, weights)]
    tensors = [
        [torch.tensor(seat, dtype=torch.float64) for seat in rows]
        for rows in (endowments, contributions, weights)
    ]
    array_paid = payouts(arrays[2], arrays[1], PAPER_GAME.multiplier)
    tensor_paid = payouts(tensors[2], tensors[1], PAPER_GAME.multiplier)
    array_earned = rewards(arrays[0], arrays[1], array_paid)
    tensor_earned = rewards(tensors[0], tensors[1], tensor_paid)
    for game, (endowed, put_in, weight) in enumerate(plays):
        paid = payouts(weight, [float(c) for c in put_in], PAPER_GAME.multiplier)
        earned = rewards(endowed, put_in, paid)
        assert float(fund(arrays[1], PAPER_GAME.multiplier)[game]) == fund(
            [float(c) for c in put_in], PAPER_GAME.multiplier
        )
        assert tuple(float(seat[game]) for seat in array_paid) == paid
        assert tuple(float(seat[game]) for seat in tensor_paid) == paid
        assert tuple(float(seat[game]) for seat in array_earned) == earned
        assert tuple(float(seat[game]) for seat in tensor_earned) == earned


def test_the_fund_grows_by_the_multiplier() -> None:
    assert fund([10, 2, 0, 1], PAPER_GAME.multiplier) == pytest.approx(20.8)
    assert fund([10, 2, 0, 1], 2.0) == 26
    assert fund_hundredths((10, 2, 0, 1), PAPER_GAME) == 2080


@pytest.mark.parametrize("mechanism", BASELINES.values(), ids=lambda m: m.name)
@given(play=rounds_of_play(), swap=st.permutations([1, 2, 3]), round_number=st.integers(1, 10))
def test_relabelling_tail_seats_relabels_payouts_up_to_the_odd_hundredth(
    mechanism: ClosedForm,
    play: Play,
    swap: list[int],
    round_number: int,
) -> None:
    endowments, contributions, _ = play
    order = (0, *swap)
    moved = tuple(contributions[seat] for seat in order)
    before = divide_fund(
        to_units(mechanism.weights(endowments, contributions)),
        contributions,
        round_number,
        PAPER_GAME,
    )
    after = divide_fund(
        to_units(mechanism.weights(endowments, moved)), moved, round_number, PAPER_GAME
    )
    assert all(abs(before[seat] - after[place]) <= 1 for place, seat in enumerate(order))
