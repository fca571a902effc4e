"""Buttons of which one is chosen."""

from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class OneOf(QButtonGroup):
    """A group whose buttons say to screen readers that one of them is chosen.

    Qt calls other buttons than `QRadioButton` check boxes, which can be chosen each by itself,
    unless they exclude their neighbours; in a group that changes nothing else.
    """

    def add(self, button: QAbstractButton, number: int = -1) -> None:
        """Add a button; without a number it gets one."""
        button.setAutoExclusive(True)
        self.addButton(button, number)

    def clear(self) -> None:
        """Take the choice back."""
        self.setExclusive(False)
        for button in self.buttons():
            button.setChecked(False)
        self.setExclusive(True)
