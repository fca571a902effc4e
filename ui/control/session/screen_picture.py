"""A participant's screen as a picture."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.game.view import SeatView
from ui.look import tokens

if TYPE_CHECKING:
    from ui.kiosk.screen import ParticipantScreen

SCREEN = QSize(1280, 720)
"""The station's screen is laid out in this many logical pixels, whatever the real one has."""


class ScreenPicture(QWidget):
    """A station's screen in its proportions, not clickable."""

    def __init__(
        self, pictures: Callable[[str], bytes | None], parent: QWidget | None = None
    ) -> None:
        """Start without a view.

        Args:
            pictures: Gives the bytes of a picture of the texts by its SHA-256, or None.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._pictures = pictures
        self._view: SeatView | None = None
        self._screen: ParticipantScreen | None = None
        self._pixmap = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(200)

    def show_view(self, view: SeatView | None) -> None:
        """Show a screen; repeating the same one costs nothing."""
        if view == self._view:
            return
        self._view = view
        self._render()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The proportions are fixed."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height in the station's proportions."""
        return width * SCREEN.height() // SCREEN.width()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A quarter of the screen."""
        return SCREEN / 4

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Render at the new size, so that the picture stays sharp."""
        super().resizeEvent(event)
        self._render()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the screen, or an empty placeholder."""
        del event
        painter = QPainter(self)
        if self._view is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().sunken))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            return
        screen = self._place()
        painter.drawPixmap(screen.topLeft(), self._pixmap)
        painter.setPen(QColor(tokens().edge))
        painter.drawRect(screen.adjusted(0, 0, -1, -1))

    def _render(self) -> None:
        place = self._place()
        if self._view is None or place.isEmpty():
            self.update()
            return
        screen = self._screen or self._make_screen()
        screen.show_view(self._view)
        # Else parts whose texts have changed would be drawn at their former widths.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        scale = self.devicePixelRatioF()
        self._pixmap = QPixmap(place.size() * scale)
        self._pixmap.setDevicePixelRatio(scale)
        self._pixmap.fill(QColor(tokens().window))
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(place.width() / SCREEN.width(), place.height() / SCREEN.height())
        screen.render(painter, QPoint())
        painter.end()
        self.update()

    def _place(self) -> QRect:
        """Where the screen has room in its proportions: in a low window the height is short."""
        size = SCREEN.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(QPoint((self.width() - size.width()) // 2, 0), size)

    def _make_screen(self) -> "ParticipantScreen":
        # Imported late: the control window starts without the participants' pages.
        from ui.kiosk.screen import ParticipantScreen  # noqa: PLC0415
        from ui.kiosk.widgets.text_images import Pictures  # noqa: PLC0415

        pictures = Pictures(self._pictures)
        # Shown without appearing on a display, because a hidden widget is not laid out.
        screen = ParticipantScreen(read_only=True, animate=False, pictures=pictures)
        screen.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        screen.resize(SCREEN)
        screen.show()
        self.destroyed.connect(screen.deleteLater)
        self._screen = screen
        return screen
