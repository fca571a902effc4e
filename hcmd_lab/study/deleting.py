"""Moves a study to the computer's bin."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.database_file import lock_study
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.typed_text import can_be_seen


@dataclass(frozen=True, slots=True)
class StudyContents:
    """What goes with a study that is deleted.

    Attributes:
        name: The study's name.
        sessions: Number of its sessions.
        groups: Number of groups that have played or been imported.
        runs: Number of computed training steps.
        labels: Number of labels of participants.
    """

    name: str
    sessions: int
    groups: int
    runs: int
    labels: int


def contents_of(folder: Path) -> StudyContents:
    """What is in a study.

    Raises:
        OperatorError: It cannot be read.
    """
    with Store.read(folder) as store:
        name = str(store.facts.get("settings", {}).get("name", ""))
        return StudyContents(
            name if can_be_seen(name) else folder.absolute().name,
            len(store.tables.sessions()),
            len(store.tables.groups()),
            len(store.learned.every_run()),
            len(store.private.labels()),
        )


def move_to_bin(folder: Path) -> None:
    """Move a study's folder with everything in it to the bin.

    Raises:
        OperatorError: The study is open in a program, or there is no bin for this disk.
    """
    # Whoever has the study open holds this lock.
    lock_study(StudyFolder(folder)).release()
    # Qt makes the bin, but not the folder that it stands in.
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    Path(home).mkdir(parents=True, exist_ok=True)
    if not QFile(str(folder.absolute())).moveToTrash():
        raise OperatorError(
            "The study {folder} cannot be moved to the bin; delete its folder with the computer's "
            "file manager.",
            folder=folder,
        )
