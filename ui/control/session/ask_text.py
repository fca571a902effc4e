"""A dialog that asks for a short text: a message or a reason."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot, keep_titled
from ui.look import SPACE
from ui.look.allowing import allow_unless
from ui.look.bounded_line import BoundedLine
from ui.look.widgets import button, label

_WIDTH_PX = 460


def ask_text(
    parent: QWidget,
    title: str,
    sentence: str,
    action_text: str,
    *,
    default: str = "",
    max_characters: int = 200,
    judge: Callable[[str], str] | None = None,
    retitle: Callable[[], str] | None = None,
) -> str | None:
    """Ask for a text, in a window above `parent`.

    Args:
        parent: Whose window waits for the answer.
        title: The subject.
        sentence: Purpose of the text, and who sees it.
        action_text: Names what follows.
        default: Stands there already.
        max_characters: Longer texts are not taken.
        judge: What is wrong with a text, in words; empty if nothing is.
        retitle: Gives the title anew while the question is open, where what it names changes.

    Returns:
        The text without spaces around it; None if the question was closed.
    """
    field = BoundedLine(max_characters, default, judge=judge)
    question = TextQuestion(parent, title, sentence, action_text, field)
    if retitle is not None:
        keep_titled(question, question.heading, retitle)
    chosen = question.exec() == QDialog.DialogCode.Accepted
    text = question.field.line
    question.deleteLater()
    return text if chosen else None


class TextQuestion(QDialog):
    """The window of `ask_text`.

    Attributes:
        field: The text field.
        act: The button that continues, enabled once there is a text.
        heading: The title above the sentence.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        sentence: str,
        action_text: str,
        field: BoundedLine,
    ) -> None:
        """Create the window; `exec` asks."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.field = field
        self.field.setAccessibleName(sentence)
        self.field.setMinimumWidth(_WIDTH_PX)
        self.field.selectAll()
        self.field.textChanged.connect(self._enable)
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.act = button(action_text, "primary", clicked=self.accept)
        self.act.setDefault(True)
        self.heading = label(title, "heading")
        layout = dialog_column(self, self.heading, label(sentence), field, field.told)
        layout.addSpacing(SPACE[2])
        layout.addLayout(dialog_foot(cancel, self.act))
        self._enable()
        self.field.setFocus()

    def _enable(self) -> None:
        allow_unless(self.act, self.field.why_not(translate("Nothing has been typed yet.")))
