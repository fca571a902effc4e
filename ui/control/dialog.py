"""The common frame of dialogs: margins, a title, a row of buttons, and what Enter presses."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.control.enter_presses import let_enter_press
from ui.look.layouts import Part, Spare, in_column, in_row
from ui.look.tokens import SPACE

_SIDE = 5

LOOK_MS = 250
"""Between two looks at what a question tells of, while it is open."""


def dialog_column(dialog: QDialog, *parts: Part, width: int = 0) -> QVBoxLayout:
    """The vertical layout of a dialog, with its margins set.

    Args:
        dialog: The dialog.
        parts: What it shows.
        width: Its least width in logical pixels. It is wider where its buttons ask for more, as
            with the longer words of another language; a dialog's own minimum would cut them.
    """
    let_enter_press(dialog)
    column = in_column(*parts, of=dialog, gap=3, margins=(_SIDE, 5, _SIDE, 4))
    column.addStrut(max(0, width - 2 * SPACE[_SIDE]))
    return column


def dialog_foot(*buttons: QWidget, before: QWidget | None = None) -> QHBoxLayout:
    """Buttons at the trailing side, the accepting one last.

    Args:
        buttons: The buttons in order.
        before: Widget at the leading side.
    """
    leading = () if before is None else (before,)
    return in_row(*leading, Spare(), *buttons, gap=3)


def keep_titled(dialog: QDialog, heading: QLabel, title: Callable[[], str]) -> None:
    """Keep a title true while what it names changes: that of the window, and the one above it."""

    def look() -> None:
        now = title()
        if now != heading.text():
            heading.setText(now)
            dialog.setWindowTitle(now)

    clock = QTimer(dialog, interval=LOOK_MS)
    clock.timeout.connect(look)
    clock.start()


def open_notice(dialog: QDialog) -> None:
    """Open a dialog that only tells something; it lives until it is closed, owner or not."""
    dialog.finished.connect(lambda: dialog.deleteLater())  # noqa: PLW0108 - it keeps the dialog
    dialog.open()
