"""A field for a whole number, as the forms of this panel have it."""

from PySide6.QtWidgets import QSpinBox

from ui.look import SPACE


def number_field(least: int, most: int) -> QSpinBox:
    """A spin box with padding inside its border, which style sheets alone cannot give.

    Args:
        least: Smallest number.
        most: Largest number.
    """
    field = QSpinBox()
    field.setRange(least, most)
    field.lineEdit().setTextMargins(SPACE[2] - 2, 0, 0, 0)
    return field
