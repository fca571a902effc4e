"""Paints plots that appear together one after the other.

A panel full of plots takes 50 ms and more to paint at once, in which the window would not answer.
Painted one in a turn of the event loop each, they are all there just as soon.
"""

from collections import deque

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class OneByOne(QObject):
    """Holds back newly shown widgets and lets one paint per event loop turn."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without held widgets."""
        super().__init__(parent)
        self._held: deque[QWidget] = deque()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._let_one_paint)

    def hold(self, widget: QWidget) -> None:
        """Make a widget wait for its turn to paint."""
        widget.setUpdatesEnabled(False)
        self._held.append(widget)
        self._turn.start()

    def release(self, widget: QWidget) -> None:
        """Release a widget that is hidden again and no longer needs its turn."""
        if widget in self._held:
            self._held.remove(widget)
            widget.setUpdatesEnabled(True)

    def _let_one_paint(self) -> None:
        while self._held:
            widget = self._held.popleft()
            if isValid(widget):  # its panel may be gone by now
                widget.setUpdatesEnabled(True)
                return
        self._turn.stop()
