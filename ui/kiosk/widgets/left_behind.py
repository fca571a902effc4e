"""Leaves nothing of what somebody typed or copied to the next one at the station."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


def empty(field: QLineEdit) -> None:
    """Empty a field for good: what `clear` takes away comes back with Ctrl+Z."""
    field.setText("")


class Copies(QObject):
    """What is copied at a screen, until it is forgotten.

    Args:
        screen: Whatever is copied while the keys go into it was copied there.
    """

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._copied = ""
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._note)

    def forget(self) -> None:
        """Empty the clipboard of it; what another program has put there stays."""
        if self._copied and self._clipboard.text() == self._copied:
            self._clipboard.clear()
        self._copied = ""
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _note(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._screen.isAncestorOf(focused):
            self._copied = self._clipboard.text()
