"""A field for a whole number that keeps what was typed."""

from PySide6.QtCore import QEvent, QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kiosk.widgets.scale import limit_width

_SHORT = "-?[0-9]{0,6}"  # the protocol's maximum


class NumberField(QLineEdit):
    """A field that accepts only digits and a sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(_SHORT), self))
        limit_width(self, 140)
        self._align()

    @property
    def value(self) -> int | None:
        """The number; None for an empty field or a sign without digits."""
        typed = self.text()
        return int(typed) if typed.strip("-") else None

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the direction of writing."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Keep digits where the empty field had its cursor: they have no direction."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
