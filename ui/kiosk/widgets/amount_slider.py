"""A slider without an initial value."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from hcmd_lab.telling import numbers
from ui.kiosk.widgets.coin_row import coin_colour
from ui.kiosk.widgets.scale import font_px, scaled
from ui.look import tokens

NOWHERE = -1
"""The value before anything is chosen."""

_MAX_LABELS = 20


class AmountSlider(QSlider):
    """Slider for whole coins from none to all; `valueChanged` reports each choice.

    Before the first choice the value is `NOWHERE` and no handle is drawn, so that no amount is
    suggested. The mouse chooses where it presses; Home, End and the arrow keys choose as well.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kind = "tail"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._leave_nowhere)

    def begin(self, largest: int, kind: str) -> None:
        """Reset to no choice, between 0 and the maximum amount.

        Args:
            largest: Whole coins.
            kind: Whose coins, `head` or `tail`.
        """
        self._kind = kind
        self.blockSignals(True)
        self.setRange(NOWHERE, largest)
        self.setValue(NOWHERE)
        self.blockSignals(False)
        self.setPageStep(max(2, largest // 5))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the track, the handle and the numbers below."""
        return QSize(round(scaled(self, 420)), round(scaled(self, 52)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The track may be shorter."""
        return QSize(round(scaled(self, 200)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose by key; without a choice, steps start from 0."""
        key = Qt.Key(event.key())
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            forward, back = back, forward
        steps = {
            forward: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_PageUp: self.pageStep(),
            back: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageDown: -self.pageStep(),
            Qt.Key.Key_Home: -self.maximum(), Qt.Key.Key_End: self.maximum(),
        }  # fmt: skip
        if key in steps:
            self.choose(max(0, self.value()) + steps[key])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the amount under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.choose(self._amount_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the pointer."""
        if self.isSliderDown():
            self.choose(self._amount_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End the drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def choose(self, amount: int) -> None:
        """Choose an amount, clipped to the possible range."""
        self.setValue(min(max(0, amount), self.maximum()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the track, its numbers and, once chosen, the handle."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = scaled(self, 19)
        thick = scaled(self, 8)
        left, right = self._x(0), self._x(self.maximum())
        track = QRectF(QPointF(left, y - thick / 2), QPointF(right, y + thick / 2)).normalized()
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(track.adjusted(-thick / 2, 0, thick / 2, 0), thick / 2, thick / 2)
        if self.value() > 0:
            reached = QRectF(
                QPointF(left, y - thick / 2), QPointF(self._x(self.value()), y + thick / 2)
            ).normalized()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(coin_colour(self._kind)))
            painter.drawRoundedRect(reached.adjusted(-thick / 2, 0, 0, 0), thick / 2, thick / 2)
        self._paint_numbers(painter, y + scaled(self, 14))
        if self.value() > NOWHERE:
            self._paint_handle(painter, QPointF(self._x(self.value()), y))
        elif self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = track.adjusted(-thick, -thick * 0.6, thick, thick * 0.6)
            painter.drawRoundedRect(ring, thick, thick)

    def _paint_numbers(self, painter: QPainter, top: float) -> None:
        colours = tokens()
        largest = self.maximum()
        step = max(1, -(-largest // _MAX_LABELS))
        wide = scaled(self, 40)
        for amount in {*range(0, largest + 1, step), largest}:
            chosen = amount == self.value()
            weight = QFont.Weight.Bold if chosen else QFont.Weight.Normal
            painter.setFont(font_px(self, 0.9, weight))
            painter.setPen(QColor(colours.ink if chosen else colours.muted))
            box = QRectF(self._x(amount) - wide / 2, top, wide, scaled(self, 18))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, numbers.whole(amount))

    def _paint_handle(self, painter: QPainter, at: QPointF) -> None:
        colours = tokens()
        radius = scaled(self, 12)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), scaled(self, 3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + scaled(self, 3), radius + scaled(self, 3))
        painter.setPen(QPen(QColor(colours.ink), scaled(self, 2)))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(at, radius, radius)

    def _x(self, amount: int) -> float:
        """Horizontal position of an amount on the track."""
        margin = scaled(self, 22)
        along = (self.width() - 2 * margin) * amount / max(1, self.maximum())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return self.width() - margin - along
        return margin + along

    def _amount_at(self, x: float) -> int:
        start, end = self._x(0), self._x(self.maximum())
        return round(self.maximum() * (x - start) / (end - start))

    def _leave_nowhere(self, value: int) -> None:
        if value > NOWHERE and self.minimum() == NOWHERE:
            self.setMinimum(0)
