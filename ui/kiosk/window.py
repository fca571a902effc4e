"""The kiosk's window: full screen and locked, or in a frame."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from hcmd_lab.telling.translate import translate
from ui.kiosk.lock import Lock
from ui.kiosk.screen_blanker import LOCKED
from ui.look.windows import open_at

LEAVE_KEYS = ("Ctrl+Shift+F12", "Ctrl+Shift+X")
"""Either of them asks to leave; some keyboards keep F12 to themselves."""


class KioskWindow(QWidget):
    """Shows one of its faces, such as the set-up or the participant's screen.

    Args:
        locked: Whether it covers the whole screen and cannot be left without `release`.

    Signals:
        leave_requested(): Somebody pressed the keys for leaving.
        closed(): The person or the desktop has closed it.
    """

    leave_requested = Signal()
    closed = Signal()

    def __init__(self, *, locked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, LOCKED if locked else Qt.WindowType.Window)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._locked = locked
        self._lock: Lock | None = None
        self._faces = QStackedWidget()
        self._focus_behind: QWidget | None = None
        self._closed_by: set[str] = set()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        if locked:  # as large as the screen, however few logical pixels that has
            self._rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._rows.addWidget(self._faces, 1)
        for keys in LEAVE_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.leave_requested)
        self.name_station("")

    @property
    def lock(self) -> Lock | None:
        """The lock that keeps the window in front; None while it is not locked."""
        return self._lock

    @property
    def face(self) -> QWidget | None:
        """The current face; None before the first one."""
        return self._faces.currentWidget()

    def name_station(self, station: str) -> None:
        """Show a station's name in the title; an empty one while it has none."""
        named = translate("Station {station} – HCMD Lab", station=station)
        self.setWindowTitle(named if station else "HCMD Lab")

    def show_face(self, face: QWidget) -> None:
        """Show a face in place of the current one."""
        if self._faces.indexOf(face) < 0:
            self._faces.addWidget(face)
        self._faces.setCurrentWidget(face)

    def add_bar(self, bar: QWidget) -> None:
        """Add a bar below the faces."""
        self._rows.addWidget(bar)

    def appear(self, size: QSize, position: QPoint | None) -> None:
        """Show the window: full screen if locked.

        Args:
            size: Size of the face in an ordinary window, in logical pixels.
            position: Position of an ordinary window; None leaves it to the desktop.
        """
        if self._locked:
            screen = QGuiApplication.primaryScreen()
            self.setScreen(screen)
            # Without a window manager nothing else makes a window cover the screen.
            self.setGeometry(screen.geometry())
            self.showFullScreen()
            self._lock = Lock(self)
            return
        bars = self.sizeHint().height() - self._faces.sizeHint().height()
        open_at(self, size.width(), size.height() + max(0, bars))
        if position is not None:
            self.move(position)
        self.show()

    def release(self) -> None:
        """Allow the window to close."""
        self._locked = False
        if self._lock is not None:
            self._lock.open()
            self._lock = None

    def close_faces(self, closed: bool, *, by: str) -> None:
        """Disable the faces while something covers them, and enable them afterwards.

        Args:
            closed: Whether it covers them.
            by: What does; it may be one of several.
        """
        if closed and not self._closed_by:
            self._focus_behind = self.focusWidget()
        (self._closed_by.add if closed else self._closed_by.discard)(by)
        self._faces.setEnabled(not self._closed_by)
        if self._closed_by:
            return
        behind = self._focus_behind
        if behind is not None and behind.isVisible() and behind.isEnabled():
            behind.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Refuse to close while locked."""
        if self._locked:
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Restore a locked window at once if it is minimised."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and self._lock and self.isMinimized():
            self.showFullScreen()
