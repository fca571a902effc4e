"""A dialog that asks for a number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSpinBox, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.setting_field import number_field
from ui.look.widgets import button, label

_WIDTH_PX = 420


def ask_number(
    parent: QWidget, title: str, sentence: str, action_text: str, *, most: int
) -> int | None:
    """Ask for a number from 1 on, in a window above `parent`.

    Args:
        parent: Whose window waits for the answer.
        title: The subject.
        sentence: What the number is of, and what follows.
        action_text: Names what follows.
        most: The largest number.

    Returns:
        The number; None if the question was closed.
    """
    question = NumberQuestion(parent, title, sentence, action_text, most)
    chosen = question.exec() == QDialog.DialogCode.Accepted
    number = question.field.value()
    question.deleteLater()
    return number if chosen else None


class NumberQuestion(QDialog):
    """The window of `ask_number`.

    Attributes:
        field: The number.
        act: The button that continues.
    """

    def __init__(
        self, parent: QWidget, title: str, sentence: str, action_text: str, most: int
    ) -> None:
        """Create the window; `exec` asks."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.field: QSpinBox = number_field(1, most)
        self.field.setAccessibleName(sentence)
        self.field.selectAll()
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.act = button(action_text, "primary", clicked=self.accept)
        self.act.setDefault(True)
        dialog_column(
            self, label(title, "heading"), label(sentence), self.field,
            dialog_foot(cancel, self.act), width=_WIDTH_PX,
        )  # fmt: skip
        self.field.setFocus()
