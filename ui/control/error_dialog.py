"""The error dialog: whose fault an error is, and what to do."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.selectable_text import SelectableText
from ui.look.widgets import button, label

_WIDTH_PX = 520
_DETAILS_PX = 180


class ProblemDialog(QDialog):
    """A problem the experimenter can fix, in one sentence."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        """Create the dialog; `open` shows it.

        Args:
            sentence: The problem and what to do about it.
            parent: Whose window it is shown above.
        """
        super().__init__(parent)
        title = translate("This needs your attention")
        self.setWindowTitle(title)
        self.setAccessibleDescription(sentence)
        close = button(translate("&OK"), "primary", clicked=self.accept)
        close.setDefault(True)
        dialog_column(self, label(title, "heading"), _wide(sentence), dialog_foot(close))


class FaultDialog(QDialog):
    """A bug in the program: says so, with the details and where they are saved.

    Signals:
        quit_requested(): The experimenter wants to quit.
    """

    quit_requested = Signal()

    def __init__(self, details: str, log: Path | None, parent: QWidget | None = None) -> None:
        """Create the dialog; `open` shows it.

        Args:
            details: A traceback or Qt's words.
            log: The file they were written to; None if that was not possible.
            parent: Whose window it is shown above.
        """
        super().__init__(parent)
        title = translate("This is a fault in the program, not your mistake")
        self.setWindowTitle(title)
        self._count = 1
        self._repeats = label("", "caption")
        self._repeats.hide()
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setMinimumHeight(_DETAILS_PX)
        self.details.setAccessibleName(translate("Details of the fault"))
        self.proceed = button(translate("C&ontinue"), "primary", clicked=self.accept)
        self.copy = button(translate("&Copy details"), clicked=self._copy)
        self.leave = button(translate("Close the &program"), clicked=self._leave)
        self.copy.setAutoDefault(False)
        self.leave.setAutoDefault(False)
        self.proceed.setDefault(True)
        dialog_column(
            self,
            label(title, "heading"),
            _wide(
                translate(
                    "Nothing saved is lost. You can continue; if the program behaves strangely "
                    "afterwards, close it and start it again: sessions continue where they "
                    "stopped, training with what it has saved."
                )
            ),
            (self.details, 1),
            self._repeats,
            self._where(log),
            dialog_foot(self.leave, self.proceed, before=self.copy),
        )
        self.proceed.setFocus()

    @property
    def repeats(self) -> str:
        """The number of faults, in words; empty for one."""
        return self._repeats.text()

    def count_again(self) -> None:
        """Count another fault that occurred while this one is shown; the log has it as well."""
        self._count += 1
        self._repeats.setText(translate("{n} fault(s) so far; the first is shown.", n=self._count))
        self._repeats.show()

    def _where(self, log: Path | None) -> QWidget:
        if log is None:
            return label(translate("The crash log could not be written."), "caption")
        return SelectableText(translate("Also written to {file}", file=log), "caption")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _leave(self) -> None:
        self.reject()
        self.quit_requested.emit()


def _wide(sentence: str) -> QWidget:
    words = label(sentence)
    words.setMinimumWidth(_WIDTH_PX)
    return words
