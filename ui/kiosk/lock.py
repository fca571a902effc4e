"""Locks the screen: keeps the window in front and swallows keys that would leave it.

What the system takes for itself before any program, such as Ctrl+Alt+Del and on most systems
Alt+Tab, only the system can block.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QScreen, QWheelEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from hcmd_lab.keep_awake import KeepAwake
from hcmd_lab.typed_text import control_character
from ui.kiosk.screen_blanker import ScreenBlanker

_GUARD_MS = 500
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_BUTTONS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)
_EATEN = (
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
    QEvent.Type.NativeGesture,
)
_EDITING = frozenset(
    {
        Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Z, Qt.Key.Key_Left,
        Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
    }
)  # fmt: skip
_PLAIN = frozenset(
    {
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space,
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
        Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Shift, Qt.Key.Key_F1,
        Qt.Key.Key_F3,
    }
)  # fmt: skip


def is_harmless(event: QKeyEvent) -> bool:
    """Whether a key only types, edits or moves within the window."""
    shift_or_pad = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    with_others = event.modifiers() & ~shift_or_pad
    text = event.text()
    if not with_others:
        return event.key() in _PLAIN or _is_typed(text)
    if with_others == Qt.KeyboardModifier.ControlModifier:
        return event.key() in _EDITING
    # AltGr types characters; it arrives as Ctrl+Alt or as a modifier of its own.
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    types = with_others in (alt_gr, Qt.KeyboardModifier.GroupSwitchModifier)
    return types and _is_typed(text)


def _is_typed(text: str) -> bool:
    return text not in ("", "\n") and control_character(text) is None


class Lock(QObject):
    """Locks a window that covers its whole screen, from creation until `open`.

    Args:
        window: Must have been shown.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        handle = window.windowHandle()
        if handle is None:
            raise ValueError("the window must have been shown")
        self._handle: QWindow = handle
        # Filters the window handle's events before they reach any widget.
        handle.installEventFilter(self)
        self._covers = ScreenBlanker(window)
        self._followed: QScreen | None = None
        self._follow(handle.screen())
        handle.screenChanged.connect(self._follow)
        self._awake = KeepAwake(self)
        self._awake.start()
        self._guard = QTimer(self)
        self._guard.timeout.connect(self._come_back)
        self._guard.start(_GUARD_MS)
        self._grabbed = False

    def rest(self) -> None:
        """Let another window of the kiosk be in front; everything stays covered."""
        self._guard.stop()
        if self._grabbed:
            self._handle.setKeyboardGrabEnabled(False)
            self._grabbed = False

    def watch(self) -> None:
        """Keep the window in front again."""
        self._come_back()
        self._guard.start(_GUARD_MS)

    def open(self) -> None:
        """Remove the lock."""
        self._guard.stop()
        self._handle.screenChanged.disconnect(self._follow)
        self._follow(None)
        self._handle.removeEventFilter(self)
        if self._grabbed:
            self._handle.setKeyboardGrabEnabled(False)
        self._covers.remove()
        self._awake.stop()

    @property
    def has_keyboard(self) -> bool:
        """Whether the desktop gives every key to the window, also those that would leave it."""
        return self._grabbed

    @property
    def covers(self) -> ScreenBlanker:
        """The windows over the other screens."""
        return self._covers

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Block events that could leave the window or change something unnoticed."""
        kind = event.type()
        if kind in _KEYS:
            return not is_harmless(cast("QKeyEvent", event))
        if kind in _BUTTONS:
            return cast("QMouseEvent", event).button() is not Qt.MouseButton.LeftButton
        if kind is QEvent.Type.Wheel:
            return not self._scrolls(cast("QWheelEvent", event).position())
        return kind in _EATEN

    def _follow(self, screen: QScreen | None) -> None:
        """Fill a screen from now on, even if its size changes, and cover the others."""
        if self._followed is not None:
            self._followed.geometryChanged.disconnect(self._window.setGeometry)
        self._followed = screen
        if screen is not None:
            screen.geometryChanged.connect(self._window.setGeometry)
            self._window.setGeometry(screen.geometry())
            self._covers.arrange()

    def _scrolls(self, at: QPointF) -> bool:
        widget = self._window.childAt(at.toPoint())
        while widget is not None and not isinstance(widget, QAbstractScrollArea):
            widget = widget.parentWidget()
        return widget is not None

    def _come_back(self) -> None:
        """Bring the window back to the front if anything else is there."""
        window = self._window
        if window.isMinimized() or not window.isFullScreen():
            window.showFullScreen()
        if not window.isActiveWindow():
            self._grabbed = False  # whatever came to the front may have taken it
            window.raise_()
            window.activateWindow()
        elif not self._grabbed and QGuiApplication.platformName() == "xcb":
            # Keeps Alt+Tab and the like from the desktop; while a menu is open it is refused.
            self._grabbed = self._handle.setKeyboardGrabEnabled(True)
