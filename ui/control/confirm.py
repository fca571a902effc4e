"""Confirmation before something that cannot be undone.

Enter and Esc both choose the safe side until the keyboard is led to the other button, which names
the act, so that it can be understood without the question above it.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.dialog import LOOK_MS, dialog_column, dialog_foot, keep_titled
from ui.look import SPACE
from ui.look.allowing import allow_unless
from ui.look.widgets import button, label

_WIDTH_PX = 460


def confirm(
    parent: QWidget,
    title: str,
    sentence: str,
    action_text: str,
    *,
    cancel_text: str = "",
    danger: bool = True,
    follow: Callable[[], str] | None = None,
    moot: Callable[[], bool] | None = None,
    retitle: Callable[[], str] | None = None,
) -> bool:
    """Ask for confirmation, in a window above `parent`.

    Args:
        parent: Whose window waits for the answer.
        title: The subject in a few words.
        sentence: What will happen, and what cannot be undone.
        action_text: Names the act, as in "End group 3 with pay".
        cancel_text: Names the safe side, where "Cancel" could be taken for the act.
        danger: Whether the act cannot be undone; its button then looks like it.
        follow: Gives the sentence anew while the question is open, where what it tells of goes on.
        moot: Whether by now there is nothing left that the act could do.
        retitle: Gives the title anew while the question is open, where what it names changes.

    Returns:
        Whether the act was chosen; closing the question does not choose it.
    """
    question = Question(parent, title, sentence, action_text, danger=danger)
    if cancel_text:
        question.cancel.setText(cancel_text)
    if follow is not None:
        question.follow(follow, moot)
    if retitle is not None:
        keep_titled(question, question.heading, retitle)
    chosen = question.exec() == QDialog.DialogCode.Accepted
    question.deleteLater()
    return chosen


class Question(QDialog):
    """The window of `confirm`.

    Attributes:
        cancel: The safe button; it has the focus.
        act: The button that names the act.
        heading: The title above the sentence.
    """

    def __init__(
        self, parent: QWidget, title: str, sentence: str, action_text: str, *, danger: bool
    ) -> None:
        """Create the window; `exec` asks."""
        super().__init__(_lasting(parent))
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.cancel = button(translate("&Cancel"), clicked=self.reject)
        self.act = button(action_text, "danger" if danger else "primary", clicked=self.accept)
        self.cancel.setObjectName("cancel")
        self.act.setObjectName("act")
        # Enter must not trigger the action, even if it looks like a primary button.
        self.act.setAutoDefault(False)
        self.cancel.setDefault(True)
        self._words = label("")
        self._words.setMinimumWidth(_WIDTH_PX - 2 * SPACE[5])
        self._tell(sentence)
        self.heading = label(title, "heading")
        layout = dialog_column(self, self.heading, self._words)
        layout.addSpacing(SPACE[3])
        layout.addLayout(dialog_foot(self.cancel, self.act))
        self.cancel.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the act once the keyboard was led there; Qt would press the safe side."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.act.hasFocus():
            if not event.isAutoRepeat():
                self.act.click()
            return
        super().keyPressEvent(event)

    def follow(self, sentence: Callable[[], str], moot: Callable[[], bool] | None = None) -> None:
        """Keep the sentence true while what it tells of goes on, and the act possible."""

        def look() -> None:
            now = sentence()
            self._tell(now)
            allow_unless(self.act, now if moot is not None and moot() else "")

        clock = QTimer(self, interval=LOOK_MS)
        clock.timeout.connect(look)
        clock.start()

    def _tell(self, sentence: str) -> None:
        if sentence != self._words.text():
            self._words.setText(sentence)
            self.setAccessibleDescription(sentence)


def _lasting(parent: QWidget) -> QWidget | None:
    """The parent, or what a menu belongs to: a menu is a window itself, gone when it has acted."""
    above: QWidget | None = parent
    while isinstance(above, QMenu):
        above = above.parentWidget()
    return above
