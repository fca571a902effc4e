"""Densities of the station grid by available height."""

from enum import Enum


class Density(Enum):
    """Ways to paint a row; each value is the minimum cell height in logical pixels."""

    CARD = 92  # a person with name and state, a group with all of its lines
    TILE = 54  # a station in two lines, a group in three
    STRIP = 0  # both in two tight lines

    @classmethod
    def of_height(cls, height_px: float) -> "Density":
        """The density for cells of this height."""
        return next(each for each in cls if height_px >= each.value)


GAP_PX = {Density.CARD: 3, Density.TILE: 3, Density.STRIP: 2}
"""Between a row's edge and its cells."""

PAD_PX = {Density.CARD: 9, Density.TILE: 7, Density.STRIP: 6}
"""Between a cell's edge and its text."""

MIN_ROW_PX = 36
"""Below this height rows are not readable; the grid scrolls instead."""

_MAX_STRIP_PX = 46
_TILE_PX = (60, 80)
_CARD_PX = (98, 148)


def row_height(room_px: int, rows: int) -> int:
    """The best row height, at which all rows fit into the room if possible.

    Args:
        room_px: Height of the grid without its heads, in logical pixels.
        rows: Number of rows; at least one.
    """
    share = room_px // rows
    if share >= _CARD_PX[0]:
        return min(share, _CARD_PX[1])
    if share >= _TILE_PX[0]:
        return min(share, _TILE_PX[1])
    return max(MIN_ROW_PX, min(share, _MAX_STRIP_PX))
