"""A fund that a rule divides, without saying how."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.kiosk.parts.scale import font_px, scaled
from ui.look import tokens

_PLAYERS = 4


class RulePicture(QWidget):
    """The fund above, the players below, a line to each of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The fund is divided among the players"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a fund and players."""
        return QSize(round(scaled(self, 180)), round(scaled(self, 90)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the fund, the lines and the players."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(self.height(), scaled(self, 120))
        top = (self.height() - height) / 2
        middle = self.width() / 2
        fund = QRectF(0, top + 1, scaled(self, 92), height * 0.32)
        fund.moveLeft(middle - fund.width() / 2)
        radius = scaled(self, 13)
        painter.setPen(QPen(QColor(colours.edge), scaled(self, 1.4), Qt.PenStyle.DashLine))
        below = top + height - radius - 1
        spread = min(self.width() / _PLAYERS, scaled(self, 54))
        centres = [
            QPointF(middle + spread * (player - (_PLAYERS - 1) / 2), below)
            for player in range(_PLAYERS)
        ]
        for centre in centres:
            painter.drawLine(QPointF(middle, fund.bottom()), centre - QPointF(0, radius))
        painter.setPen(QPen(QColor(colours.edge), scaled(self, 1.4)))
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(fund, scaled(self, 7), scaled(self, 7))
        for centre in centres:
            painter.drawEllipse(centre, radius, radius)
        painter.setPen(QColor(colours.ink))
        painter.setFont(font_px(self, 0.95, QFont.Weight.DemiBold))
        painter.drawText(fund, Qt.AlignmentFlag.AlignCenter, self.tr("Fund"))
        painter.setFont(font_px(self, 1.1, QFont.Weight.DemiBold))
        for centre in centres:
            box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
