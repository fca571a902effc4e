"""A line of text that says where it is cut."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.look.widgets import set_role


class ElidedLine(QLabel):
    """As much of a text as there is room for, with dots in place of the rest.

    Attributes:
        whole: The whole text.
    """

    def __init__(
        self, text: str, role: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        """Show a text.

        Args:
            text: The text.
            role: As of a label.
            mode: Where the dots are.
        """
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._mode = mode
        set_role(self, role)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self.whole, self._mode, room))
