"""The question for the folder of a study."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.control.answering import DiskQuestion


def ask_for_study(parent: QWidget, title: str, beside: Path | None) -> Path | None:
    """Ask for the folder of a study.

    Args:
        parent: The window that asks.
        title: What it is asked for.
        beside: A study beside which to begin; None begins in the home folder, as where its disk
            does not answer.

    Returns:
        The folder; None if none was chosen.
    """
    begin = Path.home()
    if beside is not None and DiskQuestion(beside.parent).answers_soon():
        begin = beside.parent
    chosen = QFileDialog.getExistingDirectory(parent, title, str(begin))
    return Path(chosen) if chosen else None
