"""Makes a study from the bundle of another lab, beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.widgets import button, label

_WIDTH_PX = 480


class BundleStartDialog(QDialog):
    """Tells how far the study is, and ends when it is made, failed or cancelled.

    Signals:
        made(): The study is whole; the dialog is closed.
        failed(str): Why there is none, as a sentence; or that there is one in spite of the cancel.

    Attributes:
        progress: How much of the bundle's data is in the study.
        cancel: Ends the work; nothing of the study is left.
    """

    made = Signal()
    failed = Signal(str)

    def __init__(self, bundle: Path, folder: Path, parent: QWidget | None = None) -> None:
        """Describe what is made; `begin` makes it.

        Args:
            bundle: The file.
            folder: Of the new study; it does not exist or is empty.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(translate("New study from a bundle"))
        self._folder = folder
        self._making: Background[None] | None = Background(partial(_make, bundle, folder), self)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)  # until the bundle has been read and checked
        self.progress.setAccessibleName(translate("Progress"))
        self.cancel = button(translate("&Cancel"), clicked=self.reject)
        said = translate(
            "The study {study} is made from the bundle {bundle}. Cancelled, nothing of it is left.",
            study=folder.name,
            bundle=bundle.name,
        )
        dialog_column(
            self, label(self.windowTitle(), "heading"), label(said), self.progress,
            dialog_foot(self.cancel), width=_WIDTH_PX,
        )  # fmt: skip

    def begin(self) -> None:
        """Show the dialog and begin."""
        self.open()
        if self._making is not None:
            self._making.progressed.connect(self._on_progress)
            self._making.hand_to(self._on_ended)

    def done(self, result: int) -> None:
        """Close; a study that is being made is given up, and what there is of it deleted."""
        if self._making is None:
            super().done(result)
        else:  # hidden until that has ended, which may be told of
            self._making.cancel()
            self.hide()

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _on_ended(self, making: Background[None]) -> None:
        self._making = None
        if making.was_cancelled:
            self.reject()
        elif making.is_unwanted and not making.sentence:
            self.failed.emit(
                translate(
                    "The study {study} was made before it could be cancelled.", study=self._folder
                )
            )
            self.reject()
        elif making.sentence:
            self.accept()
            self.failed.emit(making.sentence)
        else:
            self.accept()
            self.made.emit()


def _make(bundle: Path, folder: Path, on_progress: OnProgress) -> None:
    start_study(read_bundle(bundle), folder, on_progress)
