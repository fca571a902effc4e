"""Where a file is saved: its name has the ending of its kind, and nothing is replaced unasked.

Qt's dialog asks before it replaces what has the name as it was typed. A desktop's own dialog may
leave that to the program where an ending is missing, so both are done here, behind the dialog.
"""

import os
import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.confirm import confirm

_ENDING = re.compile(r"\*(\.\w+)")


def ask_where_to_save(parent: QWidget, title: str, suggested: Path, kinds: str = "") -> Path | None:
    """Ask for the place of a file.

    Args:
        parent: Whose window waits for the answer.
        title: What is saved, or that a place is asked for.
        suggested: Folder and name to begin with.
        kinds: The endings to choose from, as Qt's dialog writes them; that of the suggestion alone
            where empty.

    Returns:
        The file, with one of the endings; None if the experimenter changed their mind.
    """
    kinds = kinds or f"{suggested.suffix[1:].upper()} (*{suggested.suffix})"
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in _ENDING.findall(kinds):
        return path
    ending = _ENDING.search(kind) or _ENDING.search(kinds)
    whole = path.with_name(path.name + (ending[1] if ending else ""))
    return whole if not os.path.exists(whole) or _replaces(parent, whole) else None


def _replaces(parent: QWidget, file: Path) -> bool:
    return confirm(
        parent,
        translate("Replace {file}?", file=file.name),
        translate("{file} is there already. What it holds is replaced.", file=file),
        translate("&Replace"),
    )
