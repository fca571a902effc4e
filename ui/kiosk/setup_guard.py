"""Keeps the set-up of a kiosk that knows a PIN from whoever happens to stand there."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.kiosk.exit_gate import ExitGate

IDLE_MS = 120_000
_SIGNS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class SetupGuard(QObject):
    """Says whether the set-up form may be shown.

    It may where no PIN is known, and for a while after the right one: until a lab computer has let
    the station in, or nobody has touched the kiosk for some time.

    Args:
        window: The kiosk's; keys and presses that reach it are signs of somebody.
        gate: Judges the PIN.

    Signals:
        closed(): The PIN is needed again, because nobody went on.
    """

    closed = Signal()

    def __init__(self, window: QWidget, gate: ExitGate) -> None:
        super().__init__(window)
        self._window = window
        self._gate = gate
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._close)

    @property
    def is_open(self) -> bool:
        """Whether the form may be shown."""
        return self._gate.is_free or self._gate.is_passed

    def open(self) -> None:
        """Note that the PIN was right, or that none is known."""
        self._gate.is_passed = True
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._idle.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count anew from every sign of somebody."""
        if event.type() in _SIGNS and self._idle.isActive():
            self._idle.start()
        return super().eventFilter(watched, event)

    def _close(self) -> None:
        was_passed, self._gate.is_passed = self._gate.is_passed, False
        if was_passed and not self._gate.is_free:
            self.closed.emit()
