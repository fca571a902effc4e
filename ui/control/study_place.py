"""The folder of a study that is to be made."""

import os
import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import of_user
from hcmd_lab.storage.file_system import PREVENTING, concerns

_MAX_CHARACTERS = 50
"""Of the folder's name, from that of the study; a letter may take three bytes."""


def suggested_folder(name: str) -> Path:
    """A folder for a study of this name that does not exist yet."""
    slug = re.sub(r"[^\w-]+", "-", name).strip("-").lower()[:_MAX_CHARACTERS].strip("-") or "study"
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return _free(Path(QStandardPaths.writableLocation(place)) / "HCMD studies" / slug)


def checked_folder(text: str) -> Path:
    """The folder that was typed, before anything is made in it.

    Raises:
        OperatorError: No study can be made there.
    """
    if not text.strip():
        raise UsageError("Choose a folder for the study.")
    folder = of_user(text.strip())
    for found in concerns(folder):
        if found.concern in PREVENTING:
            raise OperatorError.of(found.sentence)
    if os.path.exists(folder) and (not os.path.isdir(folder) or any(folder.iterdir())):
        raise UsageError("The folder {folder} is not empty; choose another.", folder=folder.name)
    return folder


def _free(folder: Path) -> Path:
    """The folder, or the first numbered variant of it that does not exist."""
    number, free = 2, folder
    while os.path.exists(free):
        free = folder.with_name(f"{folder.name}-{number}")
        number += 1
    return free
