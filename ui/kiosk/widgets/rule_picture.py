"""A picture of a fund divided by an unnamed rule."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.scale import font_px, scaled
from ui.look import tokens


class RulePicture(QWidget):
    """The fund above, the players below, a line to each of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._players = 0
        self.setAccessibleName(translate("The fund is divided among the players"))

    def set_players(self, players: int) -> None:
        """Show a group of so many."""
        self._players = players
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a fund and players."""
        return QSize(round(scaled(self, 180)), round(scaled(self, 90)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the picture."""
        del event
        paint_rule(QPainter(self), QSizeF(self.size()), self, self._players)


def paint_rule(painter: QPainter, size: QSizeF, widget: QWidget, players: int) -> None:
    """Draw the fund, the lines and the players.

    Args:
        painter: On whatever is drawn on.
        size: Size of the picture.
        widget: Gives the letters and their scale.
        players: Number of players.
    """
    colours = tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = min(size.height(), scaled(widget, 120))
    top = (size.height() - height) / 2
    middle = size.width() / 2
    fund = QRectF(0, top + 1, scaled(widget, 92), height * 0.32)
    fund.moveLeft(middle - fund.width() / 2)
    spread = min(size.width() / max(players, 1), scaled(widget, 54))
    radius = min(scaled(widget, 13), 0.45 * spread)
    painter.setPen(QPen(QColor(colours.edge), scaled(widget, 1.4), Qt.PenStyle.DashLine))
    below = top + height - radius - 1
    centres = [
        QPointF(middle + spread * (player - (players - 1) / 2), below) for player in range(players)
    ]
    for centre in centres:
        painter.drawLine(QPointF(middle, fund.bottom()), centre - QPointF(0, radius))
    painter.setPen(QPen(QColor(colours.edge), scaled(widget, 1.4)))
    painter.setBrush(QColor(colours.sunken))
    painter.drawRoundedRect(fund, scaled(widget, 7), scaled(widget, 7))
    for centre in centres:
        painter.drawEllipse(centre, radius, radius)
    painter.setPen(QColor(colours.ink))
    painter.setFont(font_px(widget, 0.95, QFont.Weight.DemiBold))
    painter.drawText(fund, Qt.AlignmentFlag.AlignCenter, translate("Fund"))
    painter.setFont(font_px(widget, 1.1, QFont.Weight.DemiBold))
    for centre in centres:
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
