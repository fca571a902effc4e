"""Colours, type and pens shared by all pictures.

Amber is the head and blue are the tails, as in the paper; green wins votes and violet loses them.
Both pairs stay apart in the common forms of colour blindness, which the tests check.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen

from hcmd_lab.type_faces import preferred_font

PAPER = "#ffffff"
INK = "#1d2129"
MUTED = "#5a6270"
AXIS = "#a3aab5"
GRID = "#e6e9ee"

HEAD = "#cc7a00"
TAIL = "#1f66ad"
WIN = "#2a7a4b"
LOSE = "#7b3fa0"
HEAD_INK = "#8f5200"
TAIL_INK = "#1a5a9a"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a figure, and whether it stands on a sheet of its own.

    Attributes:
        paper: Behind it.
        ink: Text.
        muted: Secondary text.
        axis: Base lines and frames.
        grid: Lines behind the data.
        head: The head.
        tail: The tails.
        head_ink: The head's colour as text.
        tail_ink: The tails' colour as text.
        win: Colour of winning votes.
        lose: Colour of losing votes.
        is_dark: Whether the paper is dark.
        on_sheet: Whether the picture brings its title and keys; a card of a window has its own.
    """

    paper: str = PAPER
    ink: str = INK
    muted: str = MUTED
    axis: str = AXIS
    grid: str = GRID
    head: str = HEAD
    tail: str = TAIL
    head_ink: str = HEAD_INK
    tail_ink: str = TAIL_INK
    win: str = WIN
    lose: str = LOSE
    is_dark: bool = False
    on_sheet: bool = True


PRINT = Theme()
"""Of reports and files."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A step of the type scale.

    Attributes:
        size_px: Height of the type in logical pixels.
        weight: Its weight.
    """

    size_px: int
    weight: QFont.Weight = QFont.Weight.Normal


TITLE = TextStyle(16, QFont.Weight.Bold)
HEADING = TextStyle(13, QFont.Weight.Bold)
LABEL = TextStyle(12)
TICK = TextStyle(11)
SMALL = TextStyle(10)


def font(style: TextStyle) -> QFont:
    """The font of a step of the type scale."""
    chosen = preferred_font()
    chosen.setPixelSize(style.size_px)
    chosen.setWeight(style.weight)
    # Hinting moves letters to whole logical pixels, which looks uneven at other scales.
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen


def pen(colour: str, width: float = 1.0, *, dashed: bool = False) -> QPen:
    """A pen with round line ends."""
    line = QPen(QColor(colour), width)
    line.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
    line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        line.setDashPattern([3.2, 2.0])
    return line


def wash(colour: str, opacity: float) -> QColor:
    """A translucent colour for bands."""
    tint = QColor(colour)
    tint.setAlphaF(opacity)
    return tint
