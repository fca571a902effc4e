"""A study's own game in words: what is played, of what kind it is, what does not apply to it."""

from typing import assert_never

from hcmd_lab.game.game_limits import (
    Dilemma,
    dilemma_of,
    is_equal,
    is_paper_game,
    own_return,
)
from hcmd_lab.game.rules import Game
from hcmd_lab.game.table_size import table_profiles
from hcmd_lab.jobs.record import PAPER_SHARE
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.numbers import significant, whole
from hcmd_lab.telling.statistics import share
from hcmd_lab.telling.translate import translate


def game_in_words(game: Game) -> str:
    """What is played: coins, rounds, the growth of the fund; and how large a table is."""
    told = [
        _group(game),
        translate("Each of the three stages has {n} round(s).", n=game.rounds),
        translate(
            "The fund grows by a factor of {growth}: under equal shares, a coin in the fund "
            "returns {own} to each participant.",
            growth=significant(game.multiplier),
            own=significant(float(own_return(game)), 3),
        ),
        translate("A mechanism's table has {n} contribution profile(s).", n=table_profiles(game)),
    ]
    return " ".join(told)


def _group(game: Game) -> str:
    if is_equal(game):
        return translate(
            "Groups of {seats}; everyone has {n} coin(s) in each round, nobody has a role. Only a "
            "variation of a mechanism (ACQUIRE) or one from a file can treat seat 1 differently.",
            seats=game.seats,
            n=game.head_endowment,
        )
    return translate(
        "Groups of {seats}: the head (seat 1) has {n} coin(s) in each round, each of the {tails} "
        "tails has {coins}.",
        seats=game.seats,
        n=game.head_endowment,
        tails=game.tails,
        coins=either_of(game.tail_endowments),
    )


def either_of(numbers: tuple[int, ...]) -> str:
    """Numbers of which one holds: "10", "2, 4 or 6"."""
    *others, last = map(whole, numbers)
    if not others:
        return last
    return translate("{first} or {last}", first=", ".join(others), last=last)


def caution_in_words(game: Game, *, simulated: bool) -> str:
    """What one has to know before a game is chosen; empty if there is nothing.

    Args:
        game: The game.
        simulated: Whether simulated people play it.
    """
    told = (translate(_dilemma(game)), what_does_not_apply(game, simulated=simulated))
    return " ".join(each for each in told if each)


def _dilemma(game: Game) -> Sentence | None:
    match dilemma_of(game):
        case Dilemma.SOCIAL:
            return None
        case Dilemma.NOBODY_GAINS:
            return Sentence(
                "This is no social dilemma: the fund becomes no larger than what was put into it, "
                "so that a group gains nothing by contributing."
            )
        case Dilemma.EVERYONE_GAINS:
            return Sentence(
                "This is no social dilemma: under equal shares a coin in the fund returns at least "
                "one coin to its giver, so that nobody loses by contributing."
            )
        case other:
            assert_never(other)


def what_does_not_apply(game: Game, *, simulated: bool) -> str:
    """That figures and simulated people belong to another game; empty if this is the paper's.

    Args:
        game: The game.
        simulated: Whether simulated people are asked.
    """
    if is_paper_game(game):
        return ""
    told = translate(
        "This is not the paper's game: figures of the paper, such as its vote share of {paper}, "
        "were found in another one.",
        paper=share(PAPER_SHARE),
    )
    if not simulated:
        return told
    people = translate(
        "The simulated people were fitted to the paper's game; how people play this one, they only "
        "extrapolate."
    )
    return f"{told} {people}"
