"""Own rewards per round, as a small plot."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.coin_row import coin_colour
from ui.kiosk.widgets.scale import font_px, scaled
from ui.look import tokens


class RewardPlot(QWidget):
    """A dot for each round, joined by a line; the vertical axis begins at 0."""

    def __init__(self, height_px: int = 120, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height_px = height_px
        self._rewards: tuple[int, ...] = ()
        self._rounds = 1
        self._top_hundredths = 100
        self._kind = "tail"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rewards(
        self, rewards_hundredths: tuple[int, ...], rounds: int, top_hundredths: int, kind: str
    ) -> None:
        """Show rewards.

        Args:
            rewards_hundredths: Rewards of rounds 1, 2, and so on.
            rounds: Length of the horizontal axis.
            top_hundredths: Upper end of the vertical axis; the same for plots to be compared.
            kind: Whose rewards, `head` or `tail`.
        """
        self._rewards = rewards_hundredths
        self._rounds = max(1, rounds)
        self._top_hundredths = max(100, top_hundredths)
        self._kind = kind
        listed = "; ".join(numbers.coins(reward) for reward in rewards_hundredths)
        self.setAccessibleName(translate("Your coins per round: {list}", list=listed))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a wide strip."""
        return QSize(round(scaled(self, 260)), round(scaled(self, self._height_px)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The minimum readable size."""
        return QSize(round(scaled(self, 160)), round(scaled(self, 0.7 * self._height_px)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the axes, the line and the dots."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_px(self, 0.8))
        area = self._area()
        painter.setPen(QPen(QColor(colours.line), 1))
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(QColor(colours.muted))
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            self._write(
                painter, self._axis_box(area, y), numbers.coins(round(share * self._top_hundredths))
            )
        step = max(1, self._rounds // 10)
        for number in range(1, self._rounds + 1, step):
            box = QRectF(self._x(area, number) - 20, area.bottom() + 2, 40, scaled(self, 16))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, numbers.whole(number))
        self._paint_line(painter, area)

    def _paint_line(self, painter: QPainter, area: QRectF) -> None:
        points = [
            QPointF(
                self._x(area, number),
                area.bottom() - area.height() * reward / self._top_hundredths,
            )
            for number, reward in enumerate(self._rewards, start=1)
        ]
        colour = QColor(coin_colour(self._kind))
        painter.setPen(QPen(colour, scaled(self, 2)))
        painter.drawPolyline(points)
        painter.setBrush(colour)
        painter.setPen(QPen(QColor(tokens().surface), scaled(self, 1.2)))
        for point in points:
            painter.drawEllipse(point, scaled(self, 4), scaled(self, 4))

    def _area(self) -> QRectF:
        axis = scaled(self, 30)
        area = QRectF(self.rect()).adjusted(0, scaled(self, 8), 0, -scaled(self, 18))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return area.adjusted(scaled(self, 6), 0, -axis, 0)
        return area.adjusted(axis, 0, -scaled(self, 6), 0)

    def _axis_box(self, area: QRectF, y: float) -> QRectF:
        height = scaled(self, 14)
        gap = scaled(self, 5)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return QRectF(
                area.right() + gap, y - height / 2, self.width() - area.right() - gap, height
            )
        return QRectF(0, y - height / 2, area.left() - gap, height)

    def _write(self, painter: QPainter, box: QRectF, text: str) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _x(self, area: QRectF, number: int) -> float:
        along = area.width() * (number - 0.5) / self._rounds
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return area.right() - along
        return area.left() + along
