"""Hatching of squares in which people had not been seen deciding.

Hatching changes no colour, so that a share is still read off the scale, and it is seen without
colours. Its lines are dark on light squares and light on dark ones.
"""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hcmd_lab.figures.head_share import hatched
from hcmd_lab.figures.layout import panels
from hcmd_lab.figures.scales import readable_on
from hcmd_lab.figures.text import Anchor, put_text, wrapped
from hcmd_lab.figures.theme import TICK, Theme, pen, wash
from hcmd_lab.insight.territory import Bools

UNKNOWN_KEY = 40.0
"""Height of the key's two lines, in logical pixels."""

_INKS = ("#14171c", "#ffffff")
_OPACITY = 0.6
_STEP = 5.0
_LINE = 1.1
_SWATCH = 26.0
_BETWEEN_LINES = 15.0


def paint_unknown(painter: QPainter, area: QRectF, known: Bools, rgb: NDArray[np.uint8]) -> None:
    """Hatch the squares of a map that are not known.

    Args:
        painter: Paints them.
        area: The map's rectangle; the first row is at its bottom.
        known: `[rows, columns]`.
        rgb: `[rows, columns, 3]`, the colours of the squares.
    """
    if known.all():
        return
    rows, columns = known.shape
    squares = panels(area, rows, columns, 0, 0)
    for ink in _INKS:
        where = QPainterPath()
        for square, is_known, colour in zip(
            squares, known[::-1].ravel().tolist(), rgb[::-1].reshape(-1, 3).tolist(), strict=True
        ):
            if not is_known and readable_on(QColor(*colour), _INKS) == ink:
                where.addRect(square)
        if not where.isEmpty():
            painter.save()
            painter.setClipPath(where, Qt.ClipOperation.IntersectClip)
            _hatch(painter, area, wash(ink, _OPACITY))
            painter.restore()


def paint_unknown_key(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Paint a hatched sample, and what it means."""
    sample = QRectF(area.left(), area.top() + 8, _SWATCH, 14)
    painter.save()
    painter.setClipRect(sample, Qt.ClipOperation.IntersectClip)
    _hatch(painter, sample, QColor(theme.muted))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.axis, 0.8))
    painter.drawRect(sample)
    left = sample.right() + 8
    lines = wrapped(hatched(), TICK, area.right() - left)
    for number, line in enumerate(lines):
        at = QPointF(left, sample.center().y() + number * _BETWEEN_LINES)
        put_text(painter, at, line, TICK, theme.muted, Anchor.LEFT)


def _hatch(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Parallel lines across an area, from its lower left to its upper right."""
    line = QPen(colour, _LINE)
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(line)
    rise = area.height()
    count = math.ceil((area.width() + rise) / _STEP)
    painter.drawLines(
        [
            QLineF(area.left() + x - rise, area.bottom(), area.left() + x, area.top())
            for x in (number * _STEP for number in range(1, count + 1))
        ]
    )
