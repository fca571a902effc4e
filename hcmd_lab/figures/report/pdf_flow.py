"""Lays out the pieces of a printed report on pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

Paint = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """An unbreakable piece of content; lengths in the page's pixels.

    Attributes:
        height: Its height.
        paint: Paints it into a rectangle of the column's width.
        space: Left free above it, except at the top of a page.
        keeps_next: Whether it must not be the last on a page, as a heading must not.
        again: Painted above it where it begins a page, as the head of a divided table is.
    """

    height: float
    paint: Paint
    space: float = 0.0
    keeps_next: bool = False
    again: "Piece | None" = None


@dataclass(slots=True)
class Sheet:
    """One page: pieces with their distances from the top of the column."""

    placed: list[tuple[float, Piece]] = field(default_factory=list)
    used: float = 0.0

    def add(self, piece: Piece) -> None:
        """Place a piece below the others."""
        if self.placed:
            self.used += piece.space
        elif piece.again is not None:
            self._put(piece.again)
        self._put(piece)

    def _put(self, piece: Piece) -> None:
        self.placed.append((self.used, piece))
        self.used += piece.height


def paginate(pieces: Sequence[Piece], height: float) -> list[Sheet]:
    """Distribute pieces over pages, in order.

    Args:
        pieces: Pieces, none higher than a page.
        height: Height of the column on a page.
    """
    sheets = [Sheet()]
    for run in _runs(pieces):
        needed = sum(piece.space + piece.height for piece in run)
        if sheets[-1].placed and sheets[-1].used + needed > height:
            sheets.append(Sheet())
        for piece in run:
            sheets[-1].add(piece)
    return sheets


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Runs of pieces that stay on one page."""
    run: list[Piece] = []
    for piece in pieces:
        run.append(piece)
        if not piece.keeps_next:
            yield run
            run = []
    if run:
        yield run
