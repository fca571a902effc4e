import pytest

from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.telling.game import caution_in_words, either_of, game_in_words


def test_the_papers_game_is_said_and_needs_no_caution() -> None:
    assert game_in_words(PAPER_GAME) == (
        "Groups of 4: the head (seat 1) has 10 coins in each round, each of the 3 tails has 2, "
        "4, 6, 8 or 10. Each of the three stages has 10 rounds. The fund grows by a factor of 1.6: "
        "under equal shares, a coin in the fund returns 0.4 to each participant. A mechanism's "
        "table has 28,105 contribution profiles."
    )
    assert caution_in_words(PAPER_GAME, simulated=True) == ""


def test_another_game_is_said_with_its_own_numbers() -> None:
    game = Game(1, 1, (1,), 2, 100)
    assert game_in_words(game) == (
        "Groups of 3; everyone has 1 coin in each round, nobody has a role. Only a variation of a "
        "mechanism (ACQUIRE) or one from a file can treat seat 1 differently. Each of the three "
        "stages has 1 round. The fund grows by a factor of 1: under equal shares, a coin in the "
        "fund returns 0.333 to each participant. A mechanism's table has 6 contribution profiles."
    )


def test_what_does_not_apply_is_said() -> None:
    game = Game(rounds=8)
    assert caution_in_words(game, simulated=False) == (
        "This is not the paper's game: figures of the paper, such as its vote share of 54.3%, were "
        "found in another one."
    )
    assert "fitted to the paper's game" in caution_in_words(game, simulated=True)


@pytest.mark.parametrize(
    ("percent", "words"),
    [(100, "a group gains nothing by contributing"), (400, "nobody loses by contributing")],
)
def test_what_is_no_dilemma_is_called_so(percent: int, words: str) -> None:
    told = caution_in_words(Game(multiplier_percent=percent), simulated=False)
    assert told.startswith("This is no social dilemma: ")
    assert words in told


def test_alternatives_are_listed() -> None:
    assert [either_of(each) for each in ((5,), (5, 7), (1, 5, 7))] == ["5", "5 or 7", "1, 5 or 7"]
