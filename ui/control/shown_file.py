"""Show a file or folder in the program that the system opens it with, or say where it lies."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot, open_notice
from ui.control.system_opener import SystemOpener
from ui.look.selectable_text import SelectableText
from ui.look.widgets import button, label

_WIDTH_PX = 460


def show_file(path: Path) -> None:
    """Show a file or folder; a relative path is taken from the working folder.

    Where the system has no program for it, a dialog says what to open by hand.
    """
    place = path.absolute()
    if not os.path.exists(place):
        _say(translate("This is not there any more, or cannot be reached now:"), place)
        return
    asked = translate("No program on this computer opens this by itself. Open it by hand:")
    SystemOpener(place, partial(_say, asked, place), QApplication.instance())


def _say(sentence: str, place: Path) -> None:
    open_notice(NotOpenedDialog(sentence, place, QApplication.activeWindow()))


class NotOpenedDialog(QDialog):
    """What could not be shown, and where it lies.

    Attributes:
        copy: The button that puts the place onto the clipboard.
    """

    def __init__(self, sentence: str, place: Path, parent: QWidget | None = None) -> None:
        """Create the dialog; `open` shows it.

        Args:
            sentence: Why it is not shown, and what to do.
            place: The file or folder.
            parent: Whose window it is shown above.
        """
        super().__init__(parent)
        self._place = str(place)
        title = translate("It could not be shown")
        self.setWindowTitle(title)
        self.setAccessibleDescription(f"{sentence} {place}")
        words = label(sentence)
        words.setMinimumWidth(_WIDTH_PX)
        where = SelectableText(self._place)
        self.copy = button(translate("&Copy the place"), clicked=self._copy)
        self.copy.setAutoDefault(False)
        close = button(translate("&OK"), "primary", clicked=self.accept)
        close.setDefault(True)
        foot = dialog_foot(close, before=self.copy)
        dialog_column(self, label(title, "heading"), words, where, foot)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._place)
