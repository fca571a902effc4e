"""Progress through a stage's rounds, as dots."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.widgets.scale import scaled
from ui.look import tokens

_STEP_PX = 15.0
_WIDEST_PX = 330.0
_NARROWEST_STEP_PX = 4.0


class RoundDots(QWidget):
    """Filled dots for past rounds, a ring for the current one, hollow dots for rounds to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._round = 0
        self._rounds = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_round(self, current: int, rounds: int) -> None:
        """Show the current round, from 1, out of a total; round 0 is before the first."""
        self._round, self._rounds = current, rounds
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all dots; many of them are packed closer."""
        width = min(_WIDEST_PX, _STEP_PX * max(1, self._rounds))
        return QSize(round(scaled(self, width)), round(scaled(self, 14)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Dots that can still be told apart."""
        whole = self.sizeHint()
        narrow = round(scaled(self, _NARROWEST_STEP_PX * max(1, self._rounds)))
        return QSize(min(whole.width(), narrow), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dots in reading direction."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / max(1, self._rounds)
        radius = min(scaled(self, 3.6), 0.4 * step)
        for number in range(1, self._rounds + 1):
            along = (number - 0.5) * step
            x = (
                self.width() - along
                if self.layoutDirection() is Qt.LayoutDirection.RightToLeft
                else along
            )
            centre = QPointF(x, self.height() / 2)
            pen = QPen(QColor(colours.edge), scaled(self, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if number < self._round:
                pen.setColor(QColor(colours.muted))
                painter.setBrush(QColor(colours.muted))
            elif number == self._round:
                ring = QPen(QColor(colours.accent), scaled(self, 2))
                painter.setPen(ring)
                painter.drawEllipse(centre, 1.6 * radius, 1.6 * radius)
                painter.setBrush(QColor(colours.accent))
                pen.setColor(QColor(colours.accent))
            painter.setPen(pen)
            size = 0.75 * radius if number == self._round else radius
            painter.drawEllipse(centre, size, size)
