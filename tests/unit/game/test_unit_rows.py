"""Rows of tables made at once are those made one by one, to the last unit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.mechanisms import BASELINES, ClosedForm, to_units
from hcmd_lab.game.profiles import profiles
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.unit_rows import closed_form_units, to_units_by_row

PARTS = st.one_of(st.sampled_from([0.0, 0.1, 1 / 3, 0.5, 1.0]), st.floats(0, 1))
FORMS = st.builds(ClosedForm, st.just("form"), st.one_of(st.none(), PARTS), PARTS)
GAMES = st.builds(
    Game,
    rounds=st.just(1),
    head_endowment=st.integers(1, 5),
    tail_endowments=st.integers(1, 5).map(lambda coins: (coins,)),
    tails=st.integers(1, 4),
)


def one_by_one(form: ClosedForm, game: Game, tail: int) -> list[tuple[int, ...]]:
    endowments = game.endowments(tail)
    return [to_units(form.weights(endowments, given)) for given in profiles(game, tail)]


def at_once(form: ClosedForm, game: Game, tail: int) -> list[tuple[int, ...]]:
    return [tuple(row) for row in closed_form_units(form, game, tail).tolist()]


@given(FORMS, GAMES)
def test_any_closed_form_of_any_game(form: ClosedForm, game: Game) -> None:
    (tail,) = game.tail_endowments
    assert at_once(form, game, tail) == one_by_one(form, game, tail)


@pytest.mark.parametrize("form", [*BASELINES.values(), ClosedForm("odd", 1 / 3, 0.7)])
def test_each_order_of_the_tails_in_the_papers_game(form: ClosedForm) -> None:
    assert at_once(form, PAPER_GAME, 4) == one_by_one(form, PAPER_GAME, 4)


@pytest.mark.parametrize("row", [[-0.1, 1.1], [float("nan"), 1.0], [float("inf"), 1.0], [0.0, 0.0]])
def test_no_weights_are_no_row(row: list[float]) -> None:
    with pytest.raises(ValueError, match="finite numbers of at least 0, in no row all 0"):
        to_units_by_row(np.array([[0.5, 0.5], row]))
