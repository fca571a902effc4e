"""Contribution profiles: the states of a round, for each of which a mechanism's table has a row.

The tails of a group have equal endowments, and a mechanism treats them alike. So a row stands for
every order of its tails, whose contributions it has in descending order. The table of the paper's
game alone has a row for each order: so every version has written it, and a hash names it.

A profile is a tuple of whole coins, the head's first.
"""

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Sequence

from hcmd_lab.game.game_limits import is_paper_game
from hcmd_lab.game.rules import Game

Profile = tuple[int, ...]


def orders_have_rows(game: Game) -> bool:
    """Whether the tables of a game have a row for each order of the tails."""
    return is_paper_game(game)


def profiles(game: Game, tail_endowment: int) -> Iterator[Profile]:
    """The profiles of a condition's rows, the head's contribution varying slowest."""
    if orders_have_rows(game):
        return itertools.product(*(range(e + 1) for e in game.endowments(tail_endowment)))
    return distinct_profiles(game, tail_endowment)


def distinct_profiles(game: Game, tail_endowment: int) -> Iterator[Profile]:
    """The profiles of a condition without those that differ in the order of the tails alone."""
    tails = list(_descending(tail_endowment, game.tails))
    for head in range(game.head_endowment + 1):
        for given in tails:
            yield (head, *given)


def profile_count(game: Game, tail_endowment: int) -> int:
    """Number of rows of a condition."""
    if orders_have_rows(game):
        return math.prod(endowment + 1 for endowment in game.endowments(tail_endowment))
    return distinct_count(game, tail_endowment)


def distinct_count(game: Game, tail_endowment: int) -> int:
    """Number of `distinct_profiles`."""
    return (game.head_endowment + 1) * math.comb(tail_endowment + game.tails, game.tails)


def orders(profile: Sequence[int]) -> int:
    """In how many orders the tails of a profile can sit."""
    tails = profile[1:]
    repeated = math.prod(math.factorial(times) for times in Counter(tails).values())
    return math.factorial(len(tails)) // repeated


def profile_index(game: Game, tail_endowment: int, contributions: Sequence[int]) -> int:
    """The row of a profile, whatever the order of its tails.

    Raises:
        ValueError: A contribution is outside 0 to the endowment, or their numbers differ.
    """
    endowments = game.endowments(tail_endowment)
    for endowment, contribution in zip(endowments, contributions, strict=True):
        if not 0 <= contribution <= endowment:
            raise ValueError(f"a contribution of {contribution} is outside 0..{endowment}")
    if orders_have_rows(game):
        index = 0
        for endowment, contribution in zip(endowments, contributions, strict=True):
            index = index * (endowment + 1) + contribution
        return index
    return distinct_index(game, tail_endowment, contributions)


def distinct_index(game: Game, tail_endowment: int, contributions: Sequence[int]) -> int:
    """Place of a profile among `distinct_profiles`, whatever the order of its tails.

    Before the descending sequence a_1, ..., a_k stand, for each j, the comb(a_j + k - j, k - j + 1)
    sequences that begin as it does and have less in place j.
    """
    head, *tails = contributions
    before = sum(
        math.comb(coins + left, left + 1)
        for left, coins in enumerate(sorted(tails))  # how many places follow, from the last
    )
    return head * math.comb(tail_endowment + game.tails, game.tails) + before


def tail_order(contributions: Sequence[int]) -> list[int]:
    """The tails' seats by descending contribution, as in a row; equal ones by seat."""
    return sorted(range(1, len(contributions)), key=lambda seat: -contributions[seat])


def _descending(most: int, count: int) -> Iterator[Profile]:
    """All descending sequences of numbers from 0 to `most`, in the order of dictionaries."""
    if not count:
        yield ()
        return
    for first in range(most + 1):
        for rest in _descending(first, count - 1):
            yield (first, *rest)
