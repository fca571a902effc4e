"""Progress bar of a background task and its outcome."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QWidget,
)

from hcmd_lab.telling.translate import translate
from ui.control.data.study_tasks import Outcome
from ui.control.shown_file import show_file
from ui.look.allowing import allow_unless
from ui.look.layouts import in_column
from ui.look.tokens import SPACE
from ui.look.widgets import button, label, set_role

_FINDINGS_PX = 120


class WorkBar(QFrame):
    """A notice above the data; hidden while there is nothing to report.

    Signals:
        cancel_requested(): What is being done shall end.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the bar, hidden."""
        super().__init__(parent)
        set_role(self, "notice")
        self._file: Path | None = None
        self.words = label("")
        self.progress = QProgressBar()
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(translate("Progress"))
        self.cancel = button(translate("&Cancel"), clicked=self.cancel_requested)
        self.open_file = button(translate("&Open it"), clicked=lambda: self._open(self._file))
        self.open_folder = button(translate("Sho&w in folder"))
        self.close_bar = button(translate("Close"), "quiet", clicked=self.hide)
        self.open_folder.clicked.connect(
            lambda: self._open(None if self._file is None else self._file.parent)
        )
        self.findings = QPlainTextEdit()
        self.findings.setReadOnly(True)
        self.findings.setMaximumHeight(_FINDINGS_PX)
        self.findings.setAccessibleName(translate("Findings"))
        self.findings.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        row.addWidget(self.words, stretch=1)
        for widget in (self.progress, self.cancel, self.open_file, self.open_folder,
                       self.close_bar):  # fmt: skip
            row.addWidget(widget)
        in_column(row, self.findings, of=self, margins=(4, 2, 2, 2))
        self.hide()

    def show_running(self, sentence: str) -> None:
        """Show what is being done."""
        self._show(sentence, running=True)
        self.progress.setRange(0, 0)  # progress is not known yet

    def show_cancelling(self) -> None:
        """Show that the cancel is heard; the outcome follows."""
        cancelling = translate("It is being cancelled.")
        allow_unless(self.cancel, cancelling)
        self.words.setText(cancelling)

    def set_progress(self, done: int, total: int) -> None:
        """Show the progress."""
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the outcome."""
        self._file = outcome.file
        self._show(outcome.sentence, running=False)
        self.findings.setPlainText("\n".join(outcome.findings))
        self.findings.setVisible(bool(outcome.findings))
        set_role(self, "problem" if outcome.findings else "notice")

    def show_problem(self, sentence: str) -> None:
        """Show why it could not be done."""
        self._file = None
        self._show(sentence, running=False)
        set_role(self, "problem")

    def take_back(self, sentence: str) -> None:
        """Hide the bar if this is what it shows."""
        if self.words.text() == sentence:
            self.hide()

    def _show(self, sentence: str, *, running: bool) -> None:
        self.words.setText(sentence)
        self.findings.hide()
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        allow_unless(self.cancel, "")
        self.close_bar.setVisible(not running)
        for widget in (self.open_file, self.open_folder):
            widget.setVisible(not running and self._file is not None)
        set_role(self, "notice")
        self.show()

    def _open(self, path: Path | None) -> None:
        if path is not None:
            show_file(path)
