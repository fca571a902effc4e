import pytest

from hcmd_lab.game.game_limits import (
    Dilemma,
    dilemma_of,
    is_equal,
    is_paper_game,
    own_return,
)
from hcmd_lab.game.rules import Game


def test_the_papers_game_is_known() -> None:
    assert is_paper_game(Game())
    assert not is_paper_game(Game(rounds=9))


@pytest.mark.parametrize(
    ("seats", "percent", "kind"),
    [
        (4, 160, Dilemma.SOCIAL),
        (3, 299, Dilemma.SOCIAL),
        (3, 300, Dilemma.EVERYONE_GAINS),
        (6, 600, Dilemma.EVERYONE_GAINS),
        (4, 101, Dilemma.SOCIAL),
        (4, 100, Dilemma.NOBODY_GAINS),
        (4, 50, Dilemma.NOBODY_GAINS),
    ],
)
def test_a_game_is_a_dilemma_between_a_growth_of_one_and_the_group(
    seats: int, percent: int, kind: Dilemma
) -> None:
    game = Game(tails=seats - 1, multiplier_percent=percent)
    assert dilemma_of(game) is kind
    assert own_return(game) * seats * 100 == percent


def test_a_game_is_equal_only_if_it_is_so_in_every_condition() -> None:
    assert is_equal(Game(tail_endowments=(10,)))
    assert not is_equal(Game(tail_endowments=(8, 10)))
    assert not is_equal(Game(tail_endowments=(8,)))
