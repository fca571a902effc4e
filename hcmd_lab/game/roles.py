"""Roles of a group's seats: head and tails, or none where everyone has the same coins."""

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game

HEAD, TAIL, EVERYONE = "head", "tail", "everyone"


def roles(game: Game) -> dict[str, slice]:
    """Seats by role; where all seats have the same coins, all are one role."""
    if is_equal(game):
        return {EVERYONE: slice(None)}
    return {HEAD: slice(0, 1), TAIL: slice(1, None)}
