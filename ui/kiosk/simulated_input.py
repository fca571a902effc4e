"""A simulated person at a screen: finds widgets, presses keys, gives answers."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from hcmd_lab.game.materials import Answer

_W = TypeVar("_W", bound=QWidget)


def usable(screen: QWidget, kind: type[_W], name: str) -> _W | None:
    """The named widget that is visible and enabled now; several pages may have one each."""
    for widget in screen.findChildren(kind, name):
        if widget.isVisible() and widget.isEnabled():
            return widget
    return None


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press and release a key in the focused widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(widget, event)


def fill(place: QWidget, answer: Answer) -> bool:
    """Give an answer by clicking or typing, as a person would.

    Args:
        place: The item, or the page of a control question.
        answer: None leaves everything as it is.

    Returns:
        Whether there was something usable to give it with.
    """
    if answer is None:
        return True
    if isinstance(answer, str):
        text = usable(place, QPlainTextEdit, "typed_text")
        if text is not None:
            text.setPlainText(answer)
        return text is not None
    for name in (f"point_{answer}", f"option_{answer}"):
        button = usable(place, QAbstractButton, name)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setChecked(True)
            return True
    field = usable(place, QLineEdit, "typed_answer")
    if field is None:
        return False
    field.clear()
    for character in str(answer):
        press(field, Qt.Key.Key_unknown, character)
    return True
