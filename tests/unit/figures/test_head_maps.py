import itertools

import pytest

from hcmd_lab.figures.head_maps import Floats, almost_equal, head_map
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import (
    LIBERAL_EGALITARIAN,
    LIBERTARIAN,
    STRICT_EGALITARIAN,
    ClosedForm,
)
from hcmd_lab.game.rules import Game

GAME = Game(head_endowment=4, tail_endowments=(2, 3), tails=3)
MIXED = ClosedForm("mixed", 0.4, 0.7)


@pytest.mark.parametrize("tail", GAME.tail_endowments)
def test_the_grid_runs_over_both_contributions(tail: int) -> None:
    found = head_map(freeze(STRICT_EGALITARIAN, GAME), tail)
    assert found.cells.shape == (5, tail + 1)
    assert found.by_sum.shape == (5, 3 * tail + 1)
    assert found.cells == pytest.approx(0.25)
    assert found.by_sum == pytest.approx(0.25)


def test_rows_are_the_head_and_columns_the_tails() -> None:
    cells = head_map(freeze(LIBERTARIAN, GAME), 2).cells
    assert cells[4, 0] > cells[1, 0] > cells[0, 2]
    assert cells[0, 1] == pytest.approx(0)
    assert cells[4, 2] < cells[4, 1]


@pytest.mark.parametrize("head", range(5))
@pytest.mark.parametrize("mean", range(4))
def test_a_cell_averages_the_profiles_whose_mean_rounds_to_it(head: int, mean: int) -> None:
    tails = [c for c in itertools.product(range(4), repeat=3) if round(sum(c) / 3) == mean]
    shares = [LIBERAL_EGALITARIAN.weights((4, 3, 3, 3), (head, *c))[0] for c in tails]
    cells = head_map(freeze(LIBERAL_EGALITARIAN, GAME), 3).cells
    assert cells[head, mean] == pytest.approx(sum(shares) / len(shares), abs=1e-8)


def test_halves_are_rounded_up() -> None:
    game = Game(head_endowment=1, tail_endowments=(1,), tails=2)
    cells = head_map(freeze(LIBERTARIAN, game), 1).cells
    assert cells[1] == pytest.approx([1, (1 / 2 + 1 / 2 + 1 / 3) / 3], abs=1e-8)


def test_sums_are_finer_than_cells() -> None:
    policy = freeze(MIXED, GAME)
    shares = head_map(policy, 2).by_sum
    alike = [policy.weights((4, 2, 2, 2), (3, *tails))[0] for tails in ((1, 0, 0), (0, 1, 0))]
    assert alike[0] == pytest.approx(shares[3, 1])
    assert alike[1] == pytest.approx(shares[3, 1])


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(ValueError, match="no condition with tail endowment 7"):
        head_map(freeze(MIXED, GAME), 7)


def test_almost_equal_is_what_a_map_shows_white_all_over() -> None:
    def maps(mechanism: ClosedForm) -> list[Floats]:
        return [head_map(freeze(mechanism, GAME), tail).cells for tail in GAME.tail_endowments]

    assert almost_equal(maps(STRICT_EGALITARIAN), 1 / GAME.seats)
    assert not almost_equal(maps(LIBERTARIAN), 1 / GAME.seats)
