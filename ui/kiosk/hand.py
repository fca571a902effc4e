"""What a person does at a screen, done by the program: finding widgets, pressing keys."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_W = TypeVar("_W", bound=QWidget)


def usable(screen: QWidget, kind: type[_W], name: str) -> _W | None:
    """The widget with a name that can be seen and used now; several pages may have one each."""
    for widget in screen.findChildren(kind, name):
        if widget.isVisible() and widget.isEnabled():
            return widget
    return None


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press and let go a key while a widget has the keyboard."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(widget, event)
