"""A station's name over the whole window, to be read across the room."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hcmd_lab.telling.translate import translate
from ui.look import tokens

_FILLED = 0.8  # of the window's width or height


class IdentifySign(QWidget):
    """Covers a window with a name for some seconds.

    Args:
        window: Is covered whole.

    Signals:
        covered(bool): Whether it now covers the window.
    """

    covered = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._name = ""
        self._ends = QTimer(self, singleShot=True)
        self._ends.timeout.connect(self.stop)
        window.installEventFilter(self)
        self.hide()

    def show_name(self, name: str, seconds: int) -> None:
        """Show a name for so long."""
        self._name = name
        self.setAccessibleName(translate("Station {name}", name=name))
        self.setGeometry(self._window.rect())
        was_hidden = self.isHidden()
        self.show()
        self.raise_()
        self.update()
        self._ends.start(1000 * seconds)
        if was_hidden:
            self.covered.emit(True)

    def stop(self) -> None:
        """Show the window again."""
        self._ends.stop()
        if not self.isHidden():
            self.hide()
            self.covered.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the size of the window."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the name as large as it fits."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().window))
        painter.setPen(QColor(tokens().ink))
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(100)
        room = QFontMetricsF(font).tightBoundingRect(self._name or " ")
        factor = min(
            self.width() * _FILLED / max(1.0, room.width()),
            self.height() * _FILLED / max(1.0, room.height()),
        )
        font.setPixelSize(max(1, int(100 * factor)))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._name)
