"""The players and their endowments, as a row of chips."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import coins_in_words
from ui.kiosk.widgets.coin_row import coin_colour
from ui.kiosk.widgets.page_words import player_kind, player_name
from ui.kiosk.widgets.scale import font_px, scaled
from ui.look import tokens
from ui.look.coin import paint_coin


class Players(QWidget):
    """Every player's name and endowment, the viewer first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._endowments: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_endowments(self, endowments: tuple[int, ...]) -> None:
        """Show these endowments, the viewer's first."""
        self._endowments = endowments
        self.setAccessibleName(
            ", ".join(
                f"{player_name(place)}: {coins_in_words(100 * endowment)}"
                for place, endowment in enumerate(endowments)
            )
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all chips."""
        gaps = scaled(self, 10) * max(0, len(self._endowments) - 1)
        width = sum(self._width(place) for place in range(len(self._endowments))) + gaps
        return QSize(round(width) + 2, round(scaled(self, 28)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the chips in reading direction."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = 1.0
        for place, endowment in enumerate(self._endowments):
            width = self._width(place)
            left = self.width() - at - width if mirrored else at
            chip = QRectF(left, 1, width, self.height() - 2)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.setBrush(QColor(colours.surface))
            painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
            coin = scaled(self, 14)
            inset = scaled(self, 12)
            start = chip.right() - inset - coin / 2 if mirrored else chip.left() + inset + coin / 2
            kind = player_kind(self._endowments, place)
            paint_coin(painter, QPointF(start, chip.center().y()), coin, coin_colour(kind))
            words = chip.adjusted(inset + coin * 1.4, 0, -inset, 0)
            if mirrored:
                words = chip.adjusted(inset, 0, -inset - coin * 1.4, 0)
            painter.setPen(QColor(colours.ink if place == 0 else colours.muted))
            painter.setFont(self._font(place))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words(place, endowment))
            at += width + scaled(self, 10)

    def _words(self, place: int, endowment: int) -> str:
        return f"{player_name(place)}  {numbers.whole(endowment)}"

    def _width(self, place: int) -> float:
        text = QFontMetricsF(self._font(place)).horizontalAdvance(
            self._words(place, self._endowments[place])
        )
        return text + scaled(self, 24 + 14 * 1.4 + 2)

    def _font(self, place: int) -> QFont:
        return font_px(self, 0.92, QFont.Weight.DemiBold if place == 0 else QFont.Weight.Normal)
