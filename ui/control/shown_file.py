"""Show a file or folder in the program that the system opens it with."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_file(path: Path) -> None:
    """Show a file or folder; a relative path is taken from the working folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))
