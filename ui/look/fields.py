"""Fields that the mouse wheel passes over.

Qt's own change with the wheel below a mouse that only passes while a page is scrolled, and once
they have the focus, as the first of a page has by itself, wherever the wheel was meant for. What
is chosen here is chosen by a click or a key; the wheel scrolls.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSlider, QSpinBox

from ui.look.tokens import SPACE


class LeavesWheel:
    """What a field has beside its own kind to leave the wheel to the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceField(LeavesWheel, QComboBox):
    """One of several choices; its open list scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class WholeNumber(LeavesWheel, QSpinBox):
    """A whole number."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keep_off_border(self.lineEdit())


def keep_off_border(line: QLineEdit) -> None:
    """Give a number's line the padding inside its border that style sheets alone cannot give."""
    line.setTextMargins(SPACE[2] - 2, 0, 0, 0)


class Slide(LeavesWheel, QSlider):
    """A horizontal slider."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
