"""Lets Enter press the button that has the keyboard, as Space does."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget


def let_enter_press(window: QWidget) -> None:
    """Let Enter press the button of a window or dialog that has the keyboard.

    A dialog of Qt's gives Enter to its default button wherever the keyboard is: on *Cancel* it
    would do what is to be cancelled. In other windows it does nothing on most buttons.
    """
    window.installEventFilter(_EnterPresses(window))


class _EnterPresses(QObject):
    """Takes Enter from a window where a button has the keyboard that Qt does not give it to."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Press the button, once while Enter is held down."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        button = self._window.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or not isinstance(button, QAbstractButton) or not _takes_enter(button):
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            button.click()
        return True


def _takes_enter(button: QAbstractButton) -> bool:
    """Whether it acts, and neither is given Enter by Qt nor does what needs an intended press."""
    chooses = isinstance(button, QCheckBox | QRadioButton)
    is_other = button.property("kind") not in ("primary", "danger")
    return is_other and not chooses and button.isEnabled()
