"""The card of a failed training step: cause, remedy, details."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from hcmd_lab.jobs.report import Failure
from hcmd_lab.telling.translate import translate
from ui.look.layouts import in_column, in_row
from ui.look.widgets import button, label

_DETAILS_PX = 150


class FailureCard(QFrame):
    """A sentence; for bugs also the details, which can be copied.

    Attributes:
        show_details: Opens and closes the details.
        copy: Copies them.
        details: The traceback.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the card, hidden."""
        super().__init__(parent)
        self.setProperty("role", "problem")
        self._sentence = label("")
        self.show_details = button(translate("&Details"), "quiet")
        self.show_details.setCheckable(True)
        self.copy = button(translate("C&opy"), "quiet", clicked=self._copy)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setFixedHeight(_DETAILS_PX)
        self.details.setAccessibleName(translate("Details of the fault"))
        self.details.hide()
        self.show_details.toggled.connect(self.details.setVisible)
        row = in_row((self._sentence, 1), self.show_details, self.copy, gap=2)
        in_column(row, self.details, of=self, gap=2, margins=(4, 2, 3, 2))
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._sentence.text()

    def tell(self, failure: Failure | None) -> None:
        """Show what went wrong, or clear the card."""
        self.setVisible(failure is not None)
        if failure is None:
            return
        sentence = translate(failure.sentence)
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        if self.details.toPlainText() != failure.traceback:
            self.details.setPlainText(failure.traceback)
            self.show_details.setChecked(False)
        for part in (self.show_details, self.copy):
            part.setVisible(bool(failure.traceback))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.text}\n\n{self.details.toPlainText()}")
