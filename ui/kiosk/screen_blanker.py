"""Blanks the computer's other screens."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from hcmd_lab.telling.translate import translate
from ui.look import tokens

LOCKED = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
"""What every window of a locked kiosk is."""


class BlankScreen(QWidget):
    """A blank window over one screen; it takes no focus and cannot be closed.

    Args:
        screen: Is covered whole.
    """

    def __init__(self, screen: QScreen) -> None:
        super().__init__(None, LOCKED | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName(translate("This screen is not in use."))
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        screen.geometryChanged.connect(self.setGeometry)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stay; `hide` takes it away."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Fill the screen."""
        QPainter(self).fillRect(self.rect(), QColor(tokens().window))


class ScreenBlanker(QObject):
    """Covers every screen without the window, including screens added later.

    Args:
        window: Is not covered.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._covers: dict[QScreen, BlankScreen] = {}
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise RuntimeError("there is no application yet")
        self._application = application
        application.screenAdded.connect(self.arrange)
        application.screenRemoved.connect(self._forget)
        application.primaryScreenChanged.connect(self.arrange)

    @property
    def screens(self) -> tuple[QScreen, ...]:
        """The covered screens."""
        return tuple(self._covers)

    def arrange(self) -> None:
        """Cover every screen except the window's."""
        for screen in self._application.screens():
            if screen is self._window.screen():
                self._forget(screen)
            elif screen not in self._covers:
                self._covers[screen] = cover = BlankScreen(screen)
                cover.show()

    def remove(self) -> None:
        """Remove all covers and stop watching the screens."""
        self._application.screenAdded.disconnect(self.arrange)
        self._application.screenRemoved.disconnect(self._forget)
        self._application.primaryScreenChanged.disconnect(self.arrange)
        for screen in tuple(self._covers):
            self._forget(screen)

    def _forget(self, screen: QScreen) -> None:
        cover = self._covers.pop(screen, None)
        if cover is not None:
            cover.hide()
            cover.deleteLater()
