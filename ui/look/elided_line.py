"""A line of text that says where it is cut."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.look.widgets import set_role


class ElidedLine(QLabel):
    """As much of a text as there is room for, with dots in place of the rest."""

    def __init__(
        self, text: str, role: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        """Show a text.

        Args:
            text: The text.
            role: As of a label.
            mode: Where the dots are.
        """
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._mode = mode
        set_role(self, role)

    @property
    def shown(self) -> str:
        """What there is room for."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), self._mode, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what there is room for."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.shown)
