"""The page of a study that is to be opened and whose disk does not answer, with a way out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from hcmd_lab.telling.translate import translate
from ui.control.answering import DiskQuestion
from ui.look.layouts import Spare, in_column, in_row
from ui.look.widgets import button, label

_POLL_MS = 100


class OpeningPage(QWidget):
    """Waits for a disk in the window's place; whoever leaves the page gives the study up.

    Signals:
        shown(): The disk does not answer at once; the page is to be seen.
        left(): It is not waited for any more.

    Attributes:
        words: Which study is being opened.
        waits: What is waited for.
        give_up: The way out.
    """

    shown = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the page, without a study."""
        super().__init__(parent)
        self._question: DiskQuestion | None = None
        self._then: Callable[[], None] = lambda: None
        self._unless: Callable[[], None] = lambda: None
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look)
        self.words = label("", "heading")
        self.waits = label("")
        for each in (self.words, self.waits):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.give_up = button(translate("&Do not open it"), clicked=self._leave)
        foot = in_row(Spare(), self.give_up, Spare())
        in_column(
            Spare(), self.words, self.waits, foot, Spare(), of=self, gap=4, margins=(5, 5, 5, 5)
        )

    def say(self, folder: Path) -> None:
        """Say that a study is being opened, before anything can be asked."""
        self.words.setText(translate("Opening {study}…", study=folder.name))
        self.waits.hide()
        self.give_up.hide()

    def open(
        self, folder: Path, then: Callable[[], None], unless: Callable[[], None] = lambda: None
    ) -> None:
        """Open a study, once its disk answers; usually at once.

        Args:
            folder: The study.
            then: Opens it.
            unless: Called instead if it is given up.
        """
        question = DiskQuestion(folder)
        if question.answers_soon():
            then()
        else:
            self.wait_for(folder, question, then, unless)

    def wait_for(
        self,
        folder: Path,
        question: DiskQuestion,
        then: Callable[[], None],
        unless: Callable[[], None] = lambda: None,
    ) -> None:
        """Show the page until a disk answers; the rest as for `open`."""
        self._give_up()  # another one that was waited for
        self.say(folder)
        self.waits.setText(translate("Its disk does not answer yet: {folder}", folder=folder))
        self.waits.show()
        self.give_up.show()
        self._question, self._then, self._unless = question, then, unless
        self._poll.start()
        self.shown.emit()
        self.give_up.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever goes elsewhere does not want the study to come later."""
        super().hideEvent(event)
        if not event.spontaneous():  # the whole window may be away, and is not meant
            self._give_up()

    def _leave(self) -> None:
        self._give_up()
        self.left.emit()

    def _give_up(self) -> None:
        if self._question is not None:
            self._stop()
            self._unless()

    def _stop(self) -> None:
        self._poll.stop()
        self._question = None

    def _look(self) -> None:
        if self._question is not None and self._question.is_answered:
            self._stop()
            self._then()
            if self.isVisible():  # it could not be opened
                self.left.emit()
