"""Countdown of a page, run on this computer between two views."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hcmd_lab.telling import times
from hcmd_lab.telling.translate import translate
from ui.look import SPACE
from ui.look.widgets import label

LAST_MS = 10_000
"""From here on the time left is emphasised."""


class ClockFace(QFrame):
    """A chip with a time and what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self._caption = label("", "caption", wrap=False)
        self._time = label("", "heading", wrap=False)
        for line in (self._caption, self._time):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(SPACE[4], SPACE[1], SPACE[4], SPACE[1])
        lines.setSpacing(0)
        lines.addWidget(self._caption)
        lines.addWidget(self._time)
        self.hide()

    def tell(self, caption: str, time: str, *, last: bool) -> None:
        """Show a time.

        Args:
            caption: What the time is.
            time: The time.
            last: Whether it is emphasised.
        """
        self._caption.setText(caption)
        self._time.setText(time)
        self.setAccessibleName(f"{caption}: {time}")
        if self.property("last") is not last:
            self.setProperty("last", last)
            for widget in (self, self._caption, self._time):
                self.style().unpolish(widget)
                self.style().polish(widget)

    @property
    def words(self) -> tuple[str, str]:
        """What is shown: what the time is, and the time."""
        return self._caption.text(), self._time.text()


class Clock(ClockFace):
    """Counts down the time left; hidden if there is no limit.

    Signals:
        told(): It shows something else now, or is shown or hidden.
    """

    told = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._left_ms = 0
        self._still = False
        self._since = QElapsedTimer()
        super().__init__(parent)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._show)

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - as Qt has it
        """Show or hide it, and its copies."""
        super().setVisible(visible)
        self.told.emit()

    def set_left(self, left_ms: int | None, *, still: bool) -> None:
        """Start counting down.

        Args:
            left_ms: Milliseconds until the page's time is up; None without a limit.
            still: Whether the clock is stopped.
        """
        self._tick.stop()
        if left_ms is None:
            self.hide()
            return
        self._left_ms = left_ms
        self._still = still
        self._since.start()
        super().setVisible(True)  # its copies are told once, of the time
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
        self.tell(caption, times.clock(left_ms), last=last)
        self.told.emit()
        if left_ms and not self._still:
            # The next full second, because the display is rounded up.
            self._tick.start(left_ms % 1000 or 1000)


class ClockCopy(ClockFace):
    """Shows what a page's clock shows, in front of what covers that clock.

    Args:
        clock: The page's clock.
    """

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        clock.told.connect(self._copy)
        self._copy()

    def _copy(self) -> None:
        self.setVisible(not self._clock.isHidden())
        self.tell(*self._clock.words, last=self._clock.property("last") is True)
