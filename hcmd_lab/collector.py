"""Python's garbage collector, tamed for Qt: it runs between events, on the thread of their loop.

Left alone it may run inside of any Python code. In a thread that computes or announces it would
then free widgets and timers that belong to the thread of the event loop, and in a handler that Qt
calls while it walks over all widgets it would free some of those that Qt is about to visit. Both
end the program, at once or when the next timer is due.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 250


class Collector(QObject):
    """Runs garbage collection with the interpreter's own thresholds for as long as it lives.

    Args:
        parent: Owner in the sense of Qt; lives in the thread of the event loop.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(collect_if_due)
        timer.start()


def collect_if_due() -> None:
    """Collect the oldest generation over its threshold, as the interpreter would have done."""
    for generation, (count, most) in reversed(
        list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    ):
        if most and count > most:
            gc.collect(generation)
            return
