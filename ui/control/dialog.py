"""What every dialog has in common: the air around it, and its foot with the buttons."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.look import SPACE


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """The layout of a dialog from top to bottom, its margins set."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
    column.setSpacing(SPACE[3])
    return column


def dialog_foot(*buttons: QWidget, before: QWidget | None = None) -> QHBoxLayout:
    """Buttons at the trailing side, the one that goes on last.

    Args:
        buttons: In their order.
        before: Stands at the leading side.
    """
    foot = QHBoxLayout()
    foot.setSpacing(SPACE[3])
    if before is not None:
        foot.addWidget(before)
    foot.addStretch()
    for each in buttons:
        foot.addWidget(each)
    return foot
