"""Keeps a press that was meant for what a button did from doing what it does now."""

from typing import cast

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

SETTLE_MS = 400
"""Longer than the second press of a double click takes, and than a hand that is on its way."""

_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,  # what a menu acts on
    QEvent.Type.TouchBegin,
    QEvent.Type.Shortcut,
)
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class ActGuard(QObject):
    """Swallows presses on parts whose meaning has only just changed in its place.

    Whoever writes the parts tells by `means` what they do or whom they act on. Once that differs,
    they take no press for `SETTLE_MS`, and one that has begun is given up. Presses that come from
    no hand are let through.

    Args:
        parts: Buttons or menus; they change together.
    """

    def __init__(self, *parts: QWidget) -> None:
        super().__init__(parts[0])
        self._parts = parts
        self._meaning: object = None
        self._stood = QElapsedTimer()
        for part in parts:
            part.installEventFilter(self)

    def means(self, meaning: object) -> None:
        """Take what the parts do from now on; the first time nothing has changed yet."""
        if self._meaning not in (None, meaning):
            self._stood.start()
            for part in self._parts:
                if isinstance(part, QAbstractButton) and part.isDown():
                    part.setDown(False)
        self._meaning = meaning

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Block presses while the meaning is new."""
        if not self._stood.isValid() or self._stood.elapsed() >= SETTLE_MS:
            return False
        if event.type() is QEvent.Type.KeyPress:
            return event.spontaneous() and cast("QKeyEvent", event).key() in _KEYS
        is_shortcut = event.type() is QEvent.Type.Shortcut
        return event.type() in _MOUSE and (is_shortcut or event.spontaneous())
