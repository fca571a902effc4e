"""Errors and faults, and dialogs of a study, as they come up over the control window."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTabWidget

from docs.screenshots.studies import MIDDLE
from docs.screenshots.studio import Studio
from docs.screenshots.taking import rest
from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.seals import Place, SealedTable
from hcmd_lab.storage.unseen_changes import require_unchanged
from hcmd_lab.telling.translate import translate
from ui.control.data.import_dialog import ImportDialog
from ui.control.error_dialog import FaultDialog, ProblemDialog
from ui.control.new_study_dialog import NewStudyDialog

_LOG = Path("~/.local/state/hcmd-lab/log/crash.log")
_DETAILS = """Traceback (most recent call last):
  File "ui/control/live/board.py", line 71, in show_session
    self.rounds.show_points(points)
  File "ui/control/live/round_card.py", line 58, in show_points
    middle = sum(values) / len(values)
ZeroDivisionError: division by zero
"""


def dialogs() -> Iterator[tuple[str, QImage]]:
    """Names and pictures."""
    studio = Studio()
    new = NewStudyDialog(studio.window)
    new.folder.setText("HCMD studies/public-investment-game")
    yield "new-study", studio.picture_with(new)
    every = NewStudyDialog(studio.window)
    _second_tab(every)
    yield "new-study-all-settings", studio.picture_with(every)
    studio.close()

    studio = Studio(MIDDLE)
    yield "problem", studio.picture_with(ProblemDialog(_problem(studio), studio.window))
    yield "fault", studio.picture_with(FaultDialog(_DETAILS, _LOG, studio.window))
    study = studio.desk.study
    yield "import", studio.picture_with(ImportDialog(study.game, study.status(), studio.window))
    studio.window.banner.tell(_problem(studio))
    yield "banner", studio.picture()
    studio.window.banner.clear()
    studio.window.tell_of_study(_changed())
    yield "banner-changed", studio.picture()
    studio.close()


def _second_tab(dialog: NewStudyDialog) -> None:
    tabs = dialog.findChild(QTabWidget)
    if tabs is not None:
        tabs.setCurrentIndex(1)
    rest()


def _problem(studio: Studio) -> str:
    """What the program says when a folder that is no study is opened."""
    try:
        studio.desk.open_study(Path("HCMD studies"))
    except OperatorError as error:
        return translate(error)
    raise ValueError("the folder of all studies is no study")


def _changed() -> str:
    """What the program says of a study that another program has changed."""
    try:
        require_unchanged([Place(SealedTable.RUN, "2")])
    except OperatorError as error:
        return translate(error)
    raise ValueError("a change is not told")
