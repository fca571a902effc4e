"""Countdown of a page, run on this computer between two views."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hcmd_lab.telling import times
from hcmd_lab.telling.translate import translate
from ui.look import SPACE
from ui.look.widgets import label

LAST_MS = 10_000
"""From here on the time left is emphasised."""


class Clock(QFrame):
    """A chip with the time left; hidden if there is no limit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self._left_ms = 0
        self._still = False
        self._since = QElapsedTimer()
        self._caption = label("", "caption", wrap=False)
        self._time = label("", "heading", wrap=False)
        for line in (self._caption, self._time):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(SPACE[4], SPACE[1], SPACE[4], SPACE[1])
        lines.setSpacing(0)
        lines.addWidget(self._caption)
        lines.addWidget(self._time)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._show)
        self.hide()

    def set_left(self, left_ms: int | None, *, still: bool) -> None:
        """Start counting down.

        Args:
            left_ms: Milliseconds until the page's time is up; None without a limit.
            still: Whether the clock is stopped.
        """
        self._tick.stop()
        self.setVisible(left_ms is not None)
        if left_ms is not None:
            self._left_ms = left_ms
            self._still = still
            self._since.start()
            self._show()

    def hold(self, silent_ms: int) -> None:
        """Stop at the time that was left this many milliseconds ago."""
        if not self._still and not self.isHidden():
            self.set_left(min(self._left_ms, self.left_ms + silent_ms), still=True)

    @property
    def left_ms(self) -> int:
        """Milliseconds left now; 0 when the time is up."""
        passed_ms = 0 if self._still else self._since.elapsed()
        return max(0, self._left_ms - passed_ms)

    def _show(self) -> None:
        left_ms = self.left_ms
        last = left_ms <= LAST_MS and not self._still
        if self._still:
            caption = translate("Clock stopped")
        else:
            caption = translate("Almost over") if last else translate("Time left")
        self._caption.setText(caption)
        self._time.setText(times.clock(left_ms))
        self.setAccessibleName(f"{caption}: {times.clock(left_ms)}")
        if self.property("last") is not last:
            self.setProperty("last", last)
            for widget in (self, self._caption, self._time):
                self.style().unpolish(widget)
                self.style().polish(widget)
        if left_ms and not self._still:
            # The next full second, because the display is rounded up.
            self._tick.start(left_ms % 1000 or 1000)
