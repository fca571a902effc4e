"""Compares a study and its backups with what was saved, beside the window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.sound_backup import Choice, altered, choose_backup, unreadable
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.taken_as_it_is import would_be_taken
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress
from ui.look.layouts import in_row
from ui.look.widgets import label

_PROGRESS_PX = 160


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a study and its backups has found.

    Attributes:
        details: What would be taken if the study were taken as it is; None if nothing.
        choice: Which backup holds what was saved.
    """

    details: dict[str, Any] | None
    choice: Choice


@dataclass(frozen=True, slots=True)
class Examined:
    """What a look at one backup has found.

    Attributes:
        path: The backup.
        why_not: What is wrong with it; None if nothing.
    """

    path: Path
    why_not: Sentence | str | None


class BackupLook(QWidget):
    """Tells that something is looked at, and how far that is; hidden otherwise.

    Signals:
        looked(Look): The study and its backups were compared.
        examined(Examined): One backup was.

    Attributes:
        words: What is being done.
        progress: How much of the log of one database was looked at.
    """

    looked = Signal(object)
    examined = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create it, hidden."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._running: Background[Look] | Background[Examined] | None = None
        self.words = label("", "caption")
        self.progress = QProgressBar()
        self.progress.setFixedWidth(_PROGRESS_PX)
        self.progress.setAccessibleName(translate("Progress"))
        in_row((self.words, 1), self.progress, gap=3, of=self)
        self.hide()

    @property
    def is_looking(self) -> bool:
        """Whether something is being looked at."""
        return self._running is not None

    def look(self, folder: StudyFolder) -> None:
        """Compare a study and its backups, newest first, until one holds what was saved."""

        def work(on_progress: OnProgress) -> Look:
            on_progress(0, 0)
            return Look(would_be_taken(folder), choose_backup(folder, on_progress))

        self._begin(
            work,
            translate("The study and its newest backup are being compared with what was saved."),
            self.looked.emit,
        )

    def examine(self, path: Path) -> None:
        """Compare one backup."""

        def work(on_progress: OnProgress) -> Examined:
            return Examined(path, unreadable(path, on_progress) or altered(path, on_progress))

        self._begin(
            work,
            translate("This backup is being compared with what was saved."),
            self.examined.emit,
        )

    def tell(self, words: str) -> None:
        """Show what is being done, until this is hidden or something else begins."""
        self.words.setText(words)
        self.progress.setRange(0, 0)  # until it is known how much there is
        self.show()

    def tell_progress(self, done: int, total: int) -> None:
        """Show how much of it is done, and of how much; 0 of 0 if that is not known."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def stop(self) -> Background[Any] | None:
        """End what runs, without a result.

        Returns:
            What may still be reading until it has heard of that; None if nothing is.
        """
        running, self._running = self._running, None
        if running is not None:
            running.let_go()
        self.hide()
        return running

    def _begin(
        self,
        work: Callable[[OnProgress], Look] | Callable[[OnProgress], Examined],
        words: str,
        tell: Callable[[object], None],
    ) -> None:
        self.stop()
        running: Background[Any] = Background(work, self)
        self._running = running
        self.tell(words)
        running.progressed.connect(self.tell_progress)

        def done(ended: Background[Any]) -> None:
            self._running = None
            self.hide()
            if ended.result is not None:
                tell(ended.result)

        running.hand_to(done)
