"""The folder of a study that is to be made."""

import os
import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import of_user
from hcmd_lab.storage.file_system import PREVENTING, concerns
from hcmd_lab.typed_text import tidied_line

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
    typed = text.strip()
    if not typed:
        raise UsageError("Choose a folder for the study.")
    if typed != tidied_line(typed):  # nobody would find it again, or it cannot be made
        raise UsageError(
            "The folder’s path has characters that cannot be seen; type it, or choose another."
        )
    folder = of_user(typed)
    for found in concerns(folder):
        if found.concern in PREVENTING:
            raise OperatorError.of(found.sentence)
    if os.path.exists(folder) and (not os.path.isdir(folder) or any(folder.iterdir())):
        raise UsageError(
            "The folder {folder} is not empty; choose another.", folder=folder.name or folder
        )
    return folder


def _free(folder: Path) -> Path:
    """The folder, or the first numbered variant of it that does not exist."""
    number, free = 2, folder
    while os.path.exists(free):
        free = folder.with_name(f"{folder.name}-{number}")
        number += 1
    return free
