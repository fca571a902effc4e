"""Bars of each player's mean contribution and payout."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.coin_row import coin_colour
from ui.kiosk.widgets.page_words import player_kind, player_name
from ui.kiosk.widgets.scale import font_px, scaled
from ui.look import tokens


class GroupPlot(QWidget):
    """Two bars for each player: into the fund (striped) and from the fund (filled)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[int, ...] = ()
        self._paid: tuple[int, ...] = ()
        self._endowments: tuple[int, ...] = ()
        self._top_hundredths = 100
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_means(
        self,
        given_hundredths: tuple[int, ...],
        paid_hundredths: tuple[int, ...],
        endowments: tuple[int, ...],
        top_hundredths: int,
    ) -> None:
        """Show means per round.

        Args:
            given_hundredths: Into the fund, by player.
            paid_hundredths: Payouts from the fund, by player.
            endowments: Coins by player.
            top_hundredths: Upper end of the axis; the same for plots to be compared.
        """
        self._given, self._paid = given_hundredths, paid_hundredths
        self._endowments = endowments
        self._top_hundredths = max(100, top_hundredths)
        self.setAccessibleName(
            "; ".join(
                translate(
                    "{player}: {given} into the fund, {paid} from the fund",
                    player=player_name(place),
                    given=_one_decimal(given),
                    paid=_one_decimal(paid),
                )
                for place, (given, paid) in enumerate(zip(self._given, self._paid, strict=True))
            )
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a wide strip."""
        return QSize(round(scaled(self, 260)), round(scaled(self, 120)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The minimum readable size."""
        return QSize(round(scaled(self, 160)), round(scaled(self, 76)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw a pair of bars with its numbers and the player's name below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number_height, name_height = scaled(self, 16), scaled(self, 18)
        floor = self.height() - name_height
        room = floor - number_height
        players = max(1, len(self._given))
        slot = self.width() / players
        bar = min(scaled(self, 24), slot * 0.3)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))
        for place in range(len(self._given)):
            middle = slot * ((players - 1 - place if mirrored else place) + 0.5)
            colour = QColor(coin_colour(player_kind(self._endowments, place)))
            pair = (self._given[place], self._paid[place])
            for side, hundredths in enumerate(pair):
                away = (side - 0.5) * (bar + scaled(self, 6)) * (-1 if mirrored else 1)
                height = room * hundredths / self._top_hundredths
                box = QRectF(middle + away - bar / 2, floor - height, bar, height)
                paint_bar(painter, box, colour, striped=side == 0)
                painter.setPen(QColor(tokens().ink))
                painter.setFont(font_px(self, 0.8))
                above = QRectF(
                    box.center().x() - bar, box.top() - number_height, 2 * bar, number_height
                )
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, _one_decimal(hundredths))
            painter.setPen(QColor(tokens().ink if place == 0 else tokens().muted))
            below = QRectF(middle - slot / 2, floor, slot, name_height)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, player_name(place))


class Legend(QWidget):
    """Legend of the two kinds of bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Striped: into the fund. Filled: from the fund."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for one line."""
        return QSize(round(scaled(self, 240)), round(scaled(self, 18)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw a sample of each bar before its name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_px(self, 0.87))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sample = scaled(self, 12)
        along = 0.0
        for words, striped in (
            (translate("Into the fund"), True),
            (translate("From the fund"), False),
        ):
            width = painter.fontMetrics().horizontalAdvance(words) + 4
            at = self.width() - along - sample if mirrored else along
            box = QRectF(at, (self.height() - sample) / 2, sample, sample)
            paint_bar(painter, box, QColor(tokens().muted), striped=striped)
            text_at = at - width - 6 if mirrored else at + sample + 6
            painter.setPen(QColor(tokens().muted))
            painter.drawText(
                QRectF(text_at, 0, width, self.height()), Qt.AlignmentFlag.AlignCenter, words
            )
            along += sample + width + scaled(self, 22)


def _one_decimal(hundredths: int) -> str:
    return number(hundredths / 100, 1)


def paint_bar(painter: QPainter, box: QRectF, colour: QColor, *, striped: bool) -> None:
    """Draw a bar, filled or with stripes inside its outline."""
    painter.setPen(QPen(colour, 1.5))
    brush = QBrush(colour, Qt.BrushStyle.BDiagPattern if striped else Qt.BrushStyle.SolidPattern)
    painter.setBrush(brush)
    painter.drawRect(box)
