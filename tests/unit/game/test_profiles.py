import itertools
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.game.profile_arrays import (
    distinct_numbers,
    distinct_orders,
    distinct_rows,
    row_orders,
    shares_at,
    table_rows,
)
from hcmd_lab.game.profiles import (
    distinct_count,
    distinct_index,
    distinct_profiles,
    orders,
    orders_have_rows,
    profile_count,
    profile_index,
    profiles,
)
from hcmd_lab.game.rules import PAPER_GAME, Game

GAMES = {
    "paper": PAPER_GAME,
    "other rounds": Game(rounds=12, tail_endowments=(2, 4)),
    "three seats": Game(rounds=8, head_endowment=12, tail_endowments=(4, 12), tails=2),
    "five seats": Game(rounds=6, head_endowment=3, tail_endowments=(1, 5), tails=4),
    "six seats": Game(rounds=1, head_endowment=2, tail_endowments=(3,), tails=5),
    "one tail": Game(rounds=1, head_endowment=2, tail_endowments=(3,), tails=1),
}
every_game = pytest.mark.parametrize("game", GAMES.values(), ids=GAMES)


def in_all_orders(game: Game, tail: int) -> "itertools.product[tuple[int, ...]]":
    return itertools.product(*(range(endowment + 1) for endowment in game.endowments(tail)))


@every_game
def test_profiles_are_counted_and_indexed_in_their_order(game: Game) -> None:
    for tail in game.tail_endowments[:2]:
        assert [profile_index(game, tail, p) for p in profiles(game, tail)] == list(
            range(profile_count(game, tail))
        )
        assert [distinct_index(game, tail, p) for p in distinct_profiles(game, tail)] == list(
            range(distinct_count(game, tail))
        )


@every_game
def test_every_profile_stands_in_a_row_whatever_the_order_of_its_tails(game: Game) -> None:
    for tail in game.tail_endowments[:2]:
        rows = list(profiles(game, tail))
        for head, *tails in in_all_orders(game, tail):
            row = rows[profile_index(game, tail, (head, *tails))]
            assert (row[0], sorted(row[1:])) == (head, sorted(tails))


@every_game
def test_a_distinct_profile_counts_its_orders(game: Game) -> None:
    for tail in game.tail_endowments[:2]:
        expected = Counter((h, *sorted(t, reverse=True)) for h, *t in in_all_orders(game, tail))
        found = {profile: orders(profile) for profile in distinct_profiles(game, tail)}
        assert found == expected
        rows = distinct_rows(game, tail)
        assert distinct_orders(rows).tolist() == list(found.values())


@every_game
def test_arrays_say_what_single_profiles_say(game: Game) -> None:
    policy = freeze(ClosedForm("odd", 1 / 3, 0.5), game)
    for tail in game.tail_endowments[:2]:
        assert [tuple(row) for row in table_rows(game, tail).tolist()] == list(profiles(game, tail))
        each = [1] if orders_have_rows(game) else [orders(row) for row in profiles(game, tail)]
        assert row_orders(game, tail).tolist() == each * (profile_count(game, tail) // len(each))
        every = np.array(list(in_all_orders(game, tail)))
        numbers = [distinct_index(game, tail, profile) for profile in every.tolist()]
        assert distinct_numbers(game, tail, every).tolist() == numbers
        shares = shares_at(policy, tail, every)
        endowments = game.endowments(tail)
        for profile, found in zip(every.tolist(), shares.tolist(), strict=True):
            assert tuple(found) == policy.weights(endowments, profile)


@given(st.permutations(range(1, 6)), st.lists(st.integers(0, 3), min_size=5, max_size=5))
def test_relabelling_the_tails_relabels_the_units(order: list[int], given_coins: list[int]) -> None:
    """Among tails that give the same, the first seats get what is left over by rounding."""
    policy = freeze(ClosedForm("odd", 1 / 3, 0.5), GAMES["six seats"])
    before = policy.units(3, (2, *given_coins))
    after = policy.units(3, (2, *(given_coins[seat - 1] for seat in order)))
    assert after[0] == before[0]
    for place, seat in enumerate(order, start=1):
        assert abs(after[place] - before[seat]) <= 1


@pytest.mark.parametrize("game", [PAPER_GAME, Game(rounds=3)], ids=["paper", "other"])
@pytest.mark.parametrize("contributions", [(11, 0, 0, 0), (-1, 0, 0, 0), (0, 0, 3, 0), (0, 0)])
def test_a_profile_outside_the_condition_has_no_row(
    game: Game, contributions: tuple[int, ...]
) -> None:
    with pytest.raises(ValueError, match=r"outside|argument"):
        profile_index(game, 2, contributions)
