"""Keeps a press that was meant for one page from acting on the next one."""

from typing import cast

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.kiosk.widgets.typed_number import digit_of

SETTLE_MS = 400
"""Longer than the second press of a double click takes to follow the first one."""

_REPEATS_MS = 5
"""No finger leaves a key and presses it again in this time: the key is held.

X11 says so of a held key by a release and a press at the same moment, and Qt overlooks that they
belong together where it reads the one before the other has come.
"""

_PRESSES = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
)
_RELEASES = (
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
    QEvent.Type.KeyRelease,
)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)


class PressGuard(QObject):
    """Swallows what is pressed on a page that has only just appeared.

    A page takes no press until it has stood for `SETTLE_MS`, or a press that began on it has
    ended; digits alone are taken at once. A key that is held acts only on the page on which it
    went down. Presses that come from no hand, those of a simulated participant, are let through.

    Args:
        screen: On which pages appear.
    """

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stood = QElapsedTimer()
        self._stood.start()
        self._is_settled = True
        self._swallowed = False
        self._held: set[int] = set()
        self._left_at: dict[int, int] = {}

    def watch(self) -> None:
        """Guard all parts that the screen has by now."""
        for widget in self._screen.findChildren(QWidget):
            if not isinstance(widget, QLabel):  # none of ours takes a press
                widget.installEventFilter(self)

    def page_appeared(self) -> None:
        """Guard what the screen shows from now on."""
        self._stood.restart()
        self._is_settled = self._swallowed = False
        self._held.clear()
        for button in self._screen.findChildren(QAbstractButton):
            if button.isDown():  # letting it go must not count on the new page
                button.setDown(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Block presses that the page is not to take."""
        kind = event.type()
        if kind not in _PRESSES and kind not in _RELEASES:
            return False
        key = cast("QKeyEvent", event) if kind in _KEYS else None
        if key is not None and self._repeats(key):
            return key.key() not in self._held
        if not event.spontaneous() or (key is not None and _only_chooses(key)):
            return False
        if kind in _RELEASES:
            self._is_settled = self._is_settled or self._swallowed
            return False
        return self._swallows(None if key is None else key.key())

    def _repeats(self, key: QKeyEvent) -> bool:
        """Whether a key is held, and has not been pressed or left just now."""
        if key.isAutoRepeat():
            return True
        if key.type() == QEvent.Type.KeyRelease:
            self._left_at[key.key()] = key.timestamp()
            return False
        left_at = self._left_at.get(key.key())
        return (
            bool(key.timestamp())
            and left_at is not None
            and (0 <= key.timestamp() - left_at < _REPEATS_MS)
        )

    def _swallows(self, key: int | None) -> bool:
        """Whether a press is blocked; `key` is None for the mouse and for touch."""
        if key in _MODIFIERS:
            return False
        self._is_settled = self._is_settled or self._stood.elapsed() >= SETTLE_MS
        if not self._is_settled:
            self._swallowed = True
            return True
        if key is not None:
            self._held.add(key)
        return False


def _only_chooses(key: QKeyEvent) -> bool:
    """Whether a key is a digit: it confirms nothing, and 10 without its 1 would be 0."""
    return digit_of(key) is not None
