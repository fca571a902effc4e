"""The size of a game's tables, and what would fit where they are too large."""

from dataclasses import replace

from hcmd_lab.game.profiles import profile_count
from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence

MAX_PROFILES = 5_000_000
"""Rows of the largest table that is made: some 100 megabytes, and a minute for a closed form."""


def table_profiles(game: Game) -> int:
    """Number of contribution profiles in the table of a mechanism, over all conditions."""
    return sum(profile_count(game, tail) for tail in game.tail_endowments)


def too_many_profiles(game: Game) -> Sentence | None:
    """Why a game cannot be played from a table, and what would fit; None if it can."""
    count = table_profiles(game)
    if count <= MAX_PROFILES:
        return None
    values = {"count": count, "most": MAX_PROFILES}
    fewer = next((tails for tails in range(game.tails - 1, 0, -1) if _fits(game, tails)), None)
    ways = [] if fewer is None else [Sentence("groups of {seats}", seats=fewer + 1)]
    smaller = next(
        (most for most in range(max(game.tail_endowments) - 1, 0, -1) if _within(game, most)), None
    )
    if smaller is not None:
        ways.append(Sentence("tail endowments of at most {most} coins", most=smaller))
    if not ways:
        return Sentence(
            "A mechanism of this game would need a table of {count} contribution profiles, and at "
            "most {most} fit: choose smaller endowments.",
            **values,
        )
    if len(ways) == 1:
        return Sentence(
            "A mechanism of this game would need a table of {count} contribution profiles, and at "
            "most {most} fit: choose {one}.",
            one=ways[0],
            **values,
        )
    one, other = ways
    return Sentence(
        "A mechanism of this game would need a table of {count} contribution profiles, and at most "
        "{most} fit: choose {one}, or {other}.",
        one=one,
        other=other,
        **values,
    )


def _fits(game: Game, tails: int) -> bool:
    return table_profiles(replace(game, tails=tails)) <= MAX_PROFILES


def _within(game: Game, most: int) -> bool:
    """Whether the game fits if no condition has more coins, and one has as many."""
    tails = tuple(sorted({min(tail, most) for tail in game.tail_endowments}))
    return table_profiles(replace(game, tail_endowments=tails)) <= MAX_PROFILES
