import pytest

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERTARIAN
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.table_size import MAX_PROFILES, table_profiles, too_many_profiles


def test_the_papers_game_has_28105_profiles() -> None:
    assert table_profiles(PAPER_GAME) == 28_105
    assert too_many_profiles(PAPER_GAME) is None


@pytest.mark.parametrize(
    "game",
    [Game(head_endowment=4, tail_endowments=(1, 3), tails=tails) for tails in range(1, 6)],
    ids=lambda game: str(game.tails),
)
def test_what_is_counted_is_what_a_table_has(game: Game) -> None:
    table = freeze(LIBERTARIAN, game)
    rows = sum(len(units) for units in table.tables.values()) // game.seats
    assert table_profiles(game) == rows


def test_every_game_of_six_seats_and_twenty_coins_fits() -> None:
    largest = Game(head_endowment=20, tail_endowments=tuple(range(1, 21)), tails=5)
    assert table_profiles(largest) == 4_834_809
    assert too_many_profiles(largest) is None


@pytest.mark.parametrize(
    ("game", "words"),
    [
        (
            Game(head_endowment=30, tail_endowments=(10, 30), tails=5),
            "table of 10,156,685 contribution profiles, and at most 5,000,000 fit: choose groups "
            "of 5, or tail endowments of at most 25 coins.",
        ),
        (
            Game(head_endowment=40, tail_endowments=(40,), tails=5),
            "fit: choose groups of 4, or tail endowments of at most 24 coins.",
        ),
        (
            Game(head_endowment=5_000_000, tail_endowments=(2, 4), tails=1),
            "fit: choose smaller endowments.",
        ),
    ],
)
def test_what_would_fit_is_told_and_fits(game: Game, words: str) -> None:
    refused = too_many_profiles(game)
    assert refused is not None
    assert table_profiles(game) > MAX_PROFILES
    assert words in str(refused)
