"""The ring of a radio button, scaled with its text."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.widgets.scale import scaled
from ui.look import tokens


class RadioMark(QWidget):
    """A ring, with a dot in it if chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_chosen(self, chosen: bool) -> None:
        """Show or hide the dot."""
        self._chosen = chosen
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
        painter.setPen(QPen(QColor(colours.accent if self._chosen else colours.edge), radius / 5))
        painter.drawEllipse(middle, radius, radius)
        if self._chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(middle, 0.5 * radius, 0.5 * radius)
