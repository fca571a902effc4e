"""The common frame of dialogs: margins, a row of buttons, and what Enter presses."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.look.layouts import Part, Spare, in_column, in_row
from ui.look.tokens import SPACE

_SIDE = 5


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


def let_enter_press(dialog: QDialog) -> None:
    """Let Enter press the button that has the focus, as Space does.

    A dialog of Qt's gives Enter to its default button wherever the keyboard is: on *Cancel* it
    would do what is to be cancelled.
    """
    dialog.installEventFilter(_EnterPresses(dialog))


class _EnterPresses(QObject):
    """Takes Enter from a dialog where another button than its default one has the focus."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Press the button that has the focus, unless it does what needs an intended press."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        focus = self._dialog.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or not isinstance(focus, QPushButton) or not _is_pressed_by_enter(focus):
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            focus.click()
        return True


def _is_pressed_by_enter(button: QPushButton) -> bool:
    """Whether it is neither the dialog's act, which Qt presses, nor one that is guarded from it."""
    return button.property("kind") in ("plain", "quiet") and button.isEnabled()


def open_notice(dialog: QDialog) -> None:
    """Open a dialog that only tells something; it lives until it is closed, owner or not."""
    dialog.finished.connect(lambda: dialog.deleteLater())  # noqa: PLW0108 - it keeps the dialog
    dialog.open()
