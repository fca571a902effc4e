import itertools

import pytest

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.heatmap import head_share
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, LIBERTARIAN, STRICT_EGALITARIAN
from hcmd_lab.game.rules import Game

GAME = Game(head_endowment=4, tail_endowments=(2, 3), tails=3)


def test_the_grid_runs_over_both_contributions() -> None:
    for tail_endowment in GAME.tail_endowments:
        grid = head_share(freeze(STRICT_EGALITARIAN, GAME), tail_endowment)
        assert len(grid) == 5
        assert all(row == pytest.approx([0.25] * (tail_endowment + 1)) for row in grid)


def test_rows_are_the_head_and_columns_the_tails() -> None:
    grid = head_share(freeze(LIBERTARIAN, GAME), 2)
    assert grid[4][0] > grid[1][0] > grid[0][2]
    assert grid[0][1] == pytest.approx(0)
    assert grid[4][2] < grid[4][1]


def test_a_cell_averages_the_profiles_whose_mean_rounds_to_it() -> None:
    tails = [c for c in itertools.product(range(4), repeat=3) if round(sum(c) / 3) == 2]
    shares = [LIBERAL_EGALITARIAN.weights((4, 3, 3, 3), (1, *c))[0] for c in tails]
    grid = head_share(freeze(LIBERAL_EGALITARIAN, GAME), 3)
    assert grid[1][2] == pytest.approx(sum(shares) / len(shares), abs=1e-8)


def test_halves_are_rounded_up() -> None:
    game = Game(head_endowment=1, tail_endowments=(1,), tails=2)
    grid = head_share(freeze(LIBERTARIAN, game), 1)
    assert grid[1] == pytest.approx([1, (1 / 2 + 1 / 2 + 1 / 3) / 3], abs=1e-8)


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(ValueError, match="no condition with tail endowment 7"):
        head_share(freeze(LIBERTARIAN, GAME), 7)
