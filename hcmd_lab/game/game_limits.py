"""Limits of a study's own game, and what kind of game it is."""

from enum import Enum, auto
from fractions import Fraction

from hcmd_lab.game.rules import PAPER_GAME, Game

MAX_ROUNDS = 40
"""Rounds of a stage, so that all rounds of a session fit into one message to a station."""

MIN_TAILS, MAX_TAILS = 2, 5
"""Tails of a group, which so has 3 to 6 seats."""

MAX_ENDOWMENT = 20
"""Coins of a seat that can still be told apart and clicked at a station."""


class Dilemma(Enum):
    """Whether a group and its members want different things, under equal shares."""

    SOCIAL = auto()  # a coin in the fund costs its giver and gains the group
    NOBODY_GAINS = auto()  # the fund does not grow: the group gains nothing either
    EVERYONE_GAINS = auto()  # a coin returns to its giver whole: there is no reason to keep it


def own_return(game: Game) -> Fraction:
    """Coins that a coin in the fund returns to its giver under equal shares, exactly."""
    return Fraction(game.multiplier_percent, 100 * game.seats)


def dilemma_of(game: Game) -> Dilemma:
    """What kind of game it is, under equal shares."""
    if game.multiplier_percent <= 100:
        return Dilemma.NOBODY_GAINS
    if own_return(game) >= 1:
        return Dilemma.EVERYONE_GAINS
    return Dilemma.SOCIAL


def is_equal(game: Game) -> bool:
    """Whether everyone has the same endowment in every condition."""
    return game.tail_endowments == (game.head_endowment,)


def is_paper_game(game: Game) -> bool:
    """Whether it is the game to which people and figures of the paper belong."""
    return game == PAPER_GAME
