"""Fills a button while it cannot be pressed yet."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.kiosk.widgets.scale import scaled
from ui.look import tokens

_TICK_MS = 100


class Filling(QWidget):
    """A wash over a button that grows in reading direction until the time is up.

    Args:
        over: The button.

    Signals:
        filled(): The time is up.
    """

    filled = Signal()

    def __init__(self, over: QPushButton) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self._wait_ms = 0
        self._since = QElapsedTimer()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._go_on)
        over.installEventFilter(self)
        self.hide()

    def start(self, wait_ms: int) -> None:
        """Begin anew; 0 is filled at once."""
        self._wait_ms = wait_ms
        self._since.start()
        self.setVisible(wait_ms > 0)
        if wait_ms > 0:
            self._tick.start()
        else:
            self._tick.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Cover the whole button."""
        if event.type() is QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint how much of the time has passed, as a bar at the button's foot."""
        share = min(1.0, self._since.elapsed() / max(1, self._wait_ms))
        height, width = scaled(self, 5), self.width() * share
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - width if mirrored else 0.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), scaled(self, 9), scaled(self, 9))
        painter.setClipPath(shape)
        colour = QColor(tokens().accent)
        painter.fillRect(QRectF(left, self.height() - height, width, height), colour)
        colour.setAlphaF(0.18)
        painter.fillRect(QRectF(left, 0, width, self.height()), colour)

    def _go_on(self) -> None:
        self.update()
        if self._since.elapsed() >= self._wait_ms:
            self._tick.stop()
            self.hide()
            self.filled.emit()
