"""Shares of one as horizontal bars with their names and numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling.numbers import percent
from ui.look import SPACE, tokens

_ROW_PX = 26
_BAR_PX = 10
_NUMBER_PX = 50


class ShareBars(QWidget):
    """One bar for each share; a full one is a share of one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make it empty; `name` says what is shared."""
        super().__init__(parent)
        self._rows: list[tuple[str, float]] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, names: Sequence[str], shares: Sequence[float]) -> None:
        """Show shares by name."""
        self._rows = list(zip(names, shares, strict=True))
        told = [f"{name} {percent(share)}" for name, share in self._rows]
        self.setAccessibleDescription(", ".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One row for each bar."""
        return QSize(220, _ROW_PX * max(1, len(self._rows)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bars in the direction of reading."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        widest = max((metrics.horizontalAdvance(name) for name, _ in self._rows), default=0)
        left = widest + SPACE[3]
        track_px = max(20, self.width() - left - _NUMBER_PX - SPACE[2])
        for number, (name, share) in enumerate(self._rows):
            top = number * _ROW_PX
            middle = top + _ROW_PX / 2
            painter.setPen(QColor(colours.ink))
            self._put(painter, QRectF(0, top, widest, _ROW_PX), name)
            painter.setPen(QColor(colours.ink if share > 0.005 else colours.muted))
            place = QRectF(left + track_px + SPACE[2], top, _NUMBER_PX, _ROW_PX)
            self._put(painter, place, percent(share))
            painter.setPen(Qt.PenStyle.NoPen)
            for length, colour in ((1.0, colours.sunken), (share, colours.one)):
                painter.setBrush(QColor(colour))
                bar = QRectF(left, middle - _BAR_PX / 2, track_px * length, _BAR_PX)
                if length > 0:
                    painter.drawRoundedRect(self._turned(bar), 3, 3)
        painter.end()

    def _put(self, painter: QPainter, place: QRectF, text: str) -> None:
        # AlignLeft is the leading side: Qt turns it with the direction of reading.
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._turned(place), flags, text)

    def _turned(self, place: QRectF) -> QRectF:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return QRectF(self.width() - place.right(), place.top(), place.width(), place.height())
        return place
