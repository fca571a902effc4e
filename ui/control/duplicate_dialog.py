"""The dialog that duplicates a study: name, folder, and what is taken over."""

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QLineEdit, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.telling.translate import translate
from hcmd_lab.texts.shipped import FOLDER
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.study_place import checked_folder, suggested_folder
from ui.look.allowing import allow_unless
from ui.look.bounded_line import BoundedLine
from ui.look.widgets import button, label

_MAX_NAME = 200
"""Characters of a study's name, as its setting has it."""


class DuplicateDialog(QDialog):
    """Asks how a study is to be duplicated.

    Signals:
        duplicate_described(Path, str, bool, bool): Folder and name of the new study, and whether
            it takes over settings and texts. The dialog stays until whoever makes it accepts it.

    Attributes:
        name: The new study's name.
        folder: Its folder.
        settings: Whether it has the same settings.
        texts: Whether it has the same texts.
        problem: Why it cannot be made so.
        act: Makes it.
    """

    duplicate_described = Signal(Path, str, bool, bool)

    def __init__(self, source: Path, name: str, parent: QWidget | None = None) -> None:
        """Suggest a name and a folder.

        Args:
            source: Folder of the study.
            name: Its name.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self.setWindowTitle(translate("Duplicate the study"))
        self.name = BoundedLine(_MAX_NAME, translate("{name} (copy)", name=name))
        self.folder = QLineEdit()
        self.name.textEdited.connect(self._suggest)
        self.settings = QCheckBox(translate("&Settings"))
        self.settings.setChecked(True)
        self.texts = QCheckBox(translate("The study’s own &texts"))
        has_texts = os.path.isdir(source / FOLDER)
        self.texts.setChecked(has_texts)
        none = translate("The study uses the texts that come with the program.")
        allow_unless(self.texts, "" if has_texts else none)
        self.problem = label("", "danger")
        self.problem.hide()
        rows = QFormLayout()
        rows.addRow(translate("&Name of the study"), self.name)
        rows.addRow(translate("&Folder"), self.folder)
        words = label(translate("Sessions, data and results are not taken over. Take over:"))
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.act = button(translate("&Duplicate"), "primary", clicked=self._describe)
        dialog_column(
            self, label(self.windowTitle(), "heading"), rows, self.name.told, words,
            self.settings, self.texts, self.problem, dialog_foot(cancel, self.act), width=520,
        )  # fmt: skip
        self._suggest()
        self.name.judge()
        self.name.selectAll()

    def _suggest(self) -> None:
        self.folder.setText(str(suggested_folder(self.name.text())))
        allow_unless(self.act, self.name.why_not(translate("Give the new study a name.")))

    def tell(self, sentence: str) -> None:
        """Say why the study is not made."""
        self.problem.setText(sentence)
        self.problem.show()

    def _describe(self) -> None:
        try:
            folder = checked_folder(self.folder.text())
        except OperatorError as error:
            self.tell(translate(error))
            return
        self.duplicate_described.emit(
            folder, self.name.line, self.settings.isChecked(), self.texts.isChecked()
        )
