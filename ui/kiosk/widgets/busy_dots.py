"""Three slowly pulsing dots that show the screen is alive."""

import math

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.kiosk.widgets.scale import scaled
from ui.look import tokens
from ui.look.motion import reduced_motion

_TICK_MS = 50
_PERIOD = 56  # ticks
_DOTS = 3


class BusyDots(QWidget):
    """Dots that swell in turn; they stand still where motion is reduced.

    Args:
        still: Whether they never move.
    """

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._still = still or reduced_motion()
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._step)

    @property
    def is_moving(self) -> bool:
        """Whether the dots are moving now."""
        return self._timer.isActive()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the dots at their largest."""
        return QSize(round(scaled(self, 120)), round(scaled(self, 28)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Animate only while visible."""
        super().showEvent(event)
        if not self._still:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Stop the animation."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint each dot at its current size."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(tokens().accent)
        middle = QPointF(self.width() / 2, self.height() / 2)
        for dot in range(_DOTS):
            turn = math.tau * (self._ticks / _PERIOD - dot / (2 * _DOTS))
            swell = 0.5 if self._still else 0.5 + 0.5 * math.sin(turn)
            colour.setAlphaF(0.35 + 0.6 * swell)
            painter.setBrush(colour)
            radius = scaled(self, 5 + 3 * swell)
            beside = scaled(self, 30) * (dot - (_DOTS - 1) / 2)
            painter.drawEllipse(middle + QPointF(beside, 0), radius, radius)

    def _step(self) -> None:
        self._ticks = (self._ticks + 1) % _PERIOD
        self.update()
