"""Shares of votes with their intervals against the line of one half."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.figures.axes import nice_ticks
from hcmd_lab.jobs import Interval
from hcmd_lab.telling.numbers import percent
from ui.look import SPACE, tokens

_ROW_PX = 30
_AXIS_PX = 26
_DOT_PX = 5.0


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """One estimate; `strong` for the one that counts."""

    name: str
    interval: Interval
    strong: bool = False


class IntervalRows(QWidget):
    """A dot and a line for each estimate, its number beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make it empty; `name` says what is estimated."""
        super().__init__(parent)
        self._rows: Sequence[IntervalRow] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[IntervalRow]) -> None:
        """Show estimates from top to bottom."""
        self._rows = rows
        self.setAccessibleDescription(
            "; ".join(f"{row.name}: {_in_words(row.interval)}" for row in rows)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One row for each estimate, and the axis."""
        return QSize(420, _ROW_PX * max(1, len(self._rows)) + _AXIS_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows; shares grow from left to right in every language."""
        if not self._rows:
            return
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = QFont(self.font())
        strong.setBold(True)
        painter.setFont(strong)
        metrics = painter.fontMetrics()
        names_px = max(metrics.horizontalAdvance(row.name) for row in self._rows) + SPACE[4]
        numbers_px = SPACE[4] + max(
            metrics.horizontalAdvance(_in_words(row.interval)) for row in self._rows
        )
        curves_px = self.width() - names_px - numbers_px - SPACE[4]
        area = QRectF(names_px, 0, curves_px, self.height() - _AXIS_PX)
        ticks = self._ticks()
        low, high = ticks[0], ticks[-1]

        def x(share: float) -> float:
            return area.left() + (share - low) / (high - low) * area.width()

        painter.setFont(self.font())
        for tick in ticks:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(x(tick), area.top()), QPointF(x(tick), area.bottom()))
            painter.setPen(QColor(colours.muted))
            place = QRectF(x(tick) - 40, area.bottom() + 5, 80, _AXIS_PX - 6)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, percent(tick))
        half = QPen(QColor(colours.ink), 1.4, Qt.PenStyle.DashLine)
        painter.setPen(half)
        painter.drawLine(QPointF(x(0.5), area.top()), QPointF(x(0.5), area.bottom()))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        for number, row in enumerate(self._rows):
            middle = (number + 0.5) * _ROW_PX
            painter.setFont(strong if row.strong else self.font())
            painter.setPen(QColor(colours.ink))
            name = QRectF(0, middle - _ROW_PX / 2, names_px - SPACE[3], _ROW_PX)
            painter.drawText(name, flags | Qt.AlignmentFlag.AlignLeft, row.name)
            numbers = QRectF(area.right() + SPACE[4], name.top(), numbers_px, _ROW_PX)
            painter.drawText(numbers, flags | Qt.AlignmentFlag.AlignLeft, _in_words(row.interval))
            painter.setPen(QPen(QColor(colours.one), 3.0 if row.strong else 1.8))
            ends = (max(low, row.interval.low), min(high, row.interval.high))
            painter.drawLine(QPointF(x(ends[0]), middle), QPointF(x(ends[1]), middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.one))
            radius = _DOT_PX * (1.3 if row.strong else 1.0)
            painter.drawEllipse(QPointF(x(row.interval.estimate), middle), radius, radius)
        painter.end()

    def _ticks(self) -> list[float]:
        ends = [end for row in self._rows for end in (row.interval.low, row.interval.high)]
        ticks = nice_ticks(max(0.0, min(0.48, *ends)), min(1.0, max(0.52, *ends)))
        return [tick for tick in ticks if -1e-9 <= tick <= 1 + 1e-9]


def _in_words(interval: Interval) -> str:
    low, high = percent(interval.low, 1), percent(interval.high, 1)
    return f"{percent(interval.estimate, 1)}  ({low} – {high})"
