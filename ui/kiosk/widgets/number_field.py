"""A field for a whole number that keeps what was typed."""

from PySide6.QtCore import QRegularExpression
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

    @property
    def value(self) -> int | None:
        """The number; None for an empty field or a sign without digits."""
        typed = self.text()
        return int(typed) if typed.strip("-") else None
