"""The ring of a radio button, or the cross of a wrong answer, scaled with its text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.widgets.scale import scaled
from ui.look import tokens


class RadioMark(QWidget):
    """A ring, with a dot in it if chosen; a cross in its place if that was wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen = self._wrong = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_chosen(self, chosen: bool) -> None:
        """Show or hide the dot."""
        self._chosen = chosen
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Show the cross, or the ring again."""
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square."""
        side = round(scaled(self, 24))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the mark."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        radius = scaled(self, 10)
        if self._wrong:
            painter.setPen(QPen(QColor(colours.danger), radius / 3.5))
            arm = QPointF(0.7 * radius, 0.7 * radius)
            painter.drawLine(middle - arm, middle + arm)
            arm.setX(-arm.x())
            painter.drawLine(middle - arm, middle + arm)
            return
        painter.setPen(QPen(QColor(colours.accent if self._chosen else colours.edge), radius / 5))
        painter.drawEllipse(middle, radius, radius)
        if self._chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(middle, 0.5 * radius, 0.5 * radius)
