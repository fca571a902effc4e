"""Does with a study what no program may have open meanwhile, and opens it afterwards."""

from collections.abc import Callable
from typing import TypeVar

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.telling.translate import translate
from hcmd_lab.wanted import asked
from ui.control.background import Background, OnProgress
from ui.control.backup_look import BackupLook
from ui.control.desk import Desk

R = TypeVar("R")


class ClosedStudy:
    """Acts on the files of a study beside the window, while the desk has it closed.

    Nothing of it can be cancelled: a study is never left between what it was and what it becomes.

    Attributes:
        is_acting: Whether it acts now.
    """

    def __init__(self, desk: Desk, look: BackupLook) -> None:
        """Act on studies that a desk may have open; `look` shows how far that is."""
        self._desk, self._look = desk, look
        self.is_acting = False

    def act(
        self,
        folder: StudyFolder,
        work: Callable[[OnProgress], R],
        words: str,
        done: Callable[[R | None, str], None],
    ) -> None:
        """Close a study if the desk has it open, act on its files and open it.

        Args:
            folder: The study.
            work: What is to be done, given whom to tell how far it is.
            words: The same as a sentence.
            done: Given what the work returns, and what went wrong: None and a sentence if it
                failed, or the study cannot be opened. A study that was open is opened again, if it
                can be.

        Raises:
            OperatorError: Something of the study runs.
        """
        was_open = self._closed(folder)
        self.is_acting = self._desk.is_restoring = True
        looking = self._look.stop()
        self._look.tell(words)
        if was_open:
            self._desk.close_study()

        def ended(acting: Background[R]) -> None:
            self.is_acting = self._desk.is_restoring = False
            self._look.hide()
            result, sentence = acting.result, acting.sentence
            if was_open or not sentence:
                try:
                    self._desk.open_study(folder.path)
                except OperatorError as error:
                    result, sentence = None, translate(error)
            done(result, sentence)

        def uncancelled(_on_progress: OnProgress) -> R:
            if looking is not None:  # it may still have the files open
                looking.wait()
            with asked(_by_nobody):
                return work(acting.progressed.emit)

        acting: Background[R] = Background(uncancelled, self._look)
        acting.progressed.connect(self._look.tell_progress)
        acting.hand_to(ended)

    def _closed(self, folder: StudyFolder) -> bool:
        """Whether a study is to be closed first: it is the desk's.

        Raises:
            OperatorError: Something of it runs.
        """
        is_open = self._desk.has_open(folder.path)
        if is_open and (self._desk.session_is_running or self._desk.training.running is not None):
            raise OperatorError(
                "A session or training of this study is running; end it, then try again."
            )
        self._desk.require_idle()
        return is_open


def _by_nobody() -> None:
    """Nobody is asked whether it is still wanted, also where the program is being closed."""
