"""Saves a support file: says what is in it before, and where it is after."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from hcmd_lab.log_folder import log_folder
from hcmd_lab.support.support_file import write_support_file
from hcmd_lab.telling.translate import translate
from ui.control.background import Background
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.save_place import ask_where_to_save
from ui.control.shown_file import show_file
from ui.look.allowing import allow_unless
from ui.look.widgets import button, label, set_role

_WIDTH_PX = 560


class SupportDialog(QDialog):
    """Asks where the file goes, and writes it beside the window.

    Attributes:
        words: Where the file is, or why there is none.
        save: Asks for the place and writes.
    """

    def __init__(self, study: Path | None, parent: QWidget | None = None) -> None:
        """Offer to pack logs and versions, and with a study what happened in it and when."""
        super().__init__(parent)
        self._study = study
        self._file: Path | None = None
        self._packing: Background[list[str]] | None = None
        self.setWindowTitle(translate("Support file"))
        packed = translate(
            "A file for whoever helps you with this program: versions, the program’s own logs, and "
            "of the open study its settings and what happened in its sessions and when."
        )
        left_out = translate(
            "Labels, answers, messages, choices, votes and pay of participants are left out; so "
            "is your user name. All of it is text: look through it before you send it."
        )
        self.words = label("")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(translate("Progress"))
        self.save = button(translate("&Save…"), "primary", clicked=self._ask)
        self._show = button(translate("Show in fol&der"), clicked=self._show_folder)
        close = button(translate("&Close"), clicked=self.reject)
        dialog_column(
            self, label(self.windowTitle(), "heading"), label(packed), label(left_out),
            self.progress, self.words, dialog_foot(self._show, close, self.save), width=_WIDTH_PX,
        )  # fmt: skip
        self.progress.hide()
        self._show.hide()
        self.words.hide()

    def done(self, result: int) -> None:
        """Close; a file that is being written is given up."""
        if self._packing is not None:
            self._packing.let_go()
            self._packing = None
        super().done(result)

    def _ask(self) -> None:
        name = f"hcmd-lab-support-{date.today().isoformat()}.zip"
        if place := ask_where_to_save(self, self.windowTitle(), Path.home() / name):
            self.write(place)

    def write(self, target: Path) -> None:
        """Write the file; what comes of it is said in the dialog."""
        allow_unless(self.save, translate("The file is being written."))
        self.words.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        self._file = target
        work = partial(write_support_file, target, self._study, log_folder())
        self._packing = Background(work, self)
        self._packing.progressed.connect(self._on_progress)
        self._packing.hand_to(self._on_written)

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _on_written(self, packing: Background[list[str]]) -> None:
        self._packing = None
        self.progress.hide()
        allow_unless(self.save, "")
        is_there = packing.result is not None
        self._show.setVisible(is_there)
        said = translate("The file is saved: {file}", file=self._file) if is_there else ""
        self.words.setText(said or packing.sentence)
        set_role(self.words, "good" if is_there else "danger")
        self.words.show()

    def _show_folder(self) -> None:
        if self._file is not None:
            show_file(self._file.parent)
