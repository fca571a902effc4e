"""Does with a study what no program may have open meanwhile, and opens it afterwards."""

from collections.abc import Callable
from typing import TypeVar

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.study_folder import StudyFolder
from ui.control.desk import Desk

R = TypeVar("R")


def while_closed(desk: Desk, folder: StudyFolder, act: Callable[[], R]) -> R:
    """Close a study if the desk has it open, act on its files and open it.

    Args:
        desk: Who may have it open.
        folder: The study.
        act: What is to be done.

    Returns:
        What the act returns.

    Raises:
        OperatorError: Something of the study runs, or the act or the opening fails; a study that
            was open is opened again if it can be.
    """
    study = desk.opened
    was_open = study is not None and study.store.folder.path.absolute() == folder.path.absolute()
    if was_open and (desk.session_is_running or desk.training.running is not None):
        raise OperatorError(
            "A session or training of this study is running; end it, then try again."
        )
    desk.require_idle()
    if was_open:
        desk.close_study()
    try:
        done = act()
    except OperatorError:
        if was_open:
            desk.open_study(folder.path)
        raise
    desk.open_study(folder.path)
    return done
