"""Which mechanism to take of which other study: from its folder, or from a bundle."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hcmd_lab.bundles import SUFFIX
from hcmd_lab.bundles.taking import mechanisms_in
from hcmd_lab.storage.store import Store
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.look.allowing import allow_unless
from ui.look.bounded_line import BoundedLine
from ui.look.fields import ChoiceField
from ui.look.layouts import Spare, in_row
from ui.look.widgets import button, label

_WIDTH_PX = 620


class TakeDialog(QDialog):
    """Chooses a mechanism of another study.

    Attributes:
        source: The other study's folder or bundle; None before one is chosen.
        mechanism: Which of its mechanisms.
        name: Its name here; empty for one that says from where it is.
        said: What is being read, or what is wrong.
        act: Accepts the choice.
    """

    def __init__(
        self, beside: Path, parent: QWidget | None = None, *, judge: Callable[[str], str]
    ) -> None:
        """Ask; the choice begins in the folder `beside` which the study lies.

        What is wrong with a name is said by `judge`.
        """
        super().__init__(parent)
        self.setWindowTitle(translate("Another study’s mechanism"))
        self._beside = beside
        self._reading: Background[list[str]] | None = None
        self.source: Path | None = None
        self.folder = icon_button(
            Icon.FOLDER, translate("&Folder of a study…"), clicked=self._ask_for_folder
        )
        self.bundle = icon_button(Icon.IMPORT, translate("&Bundle…"), clicked=self._ask_for_bundle)
        self.said = label(translate("Choose a study’s folder, or a bundle that a lab has sent."))
        self.mechanism = ChoiceField()
        self.mechanism.setAccessibleName(translate("Mechanism"))
        self.name = BoundedLine(64, judge=lambda name: judge(name) if name else "")
        self.name.textChanged.connect(self._enable)
        self.name.setAccessibleName(translate("Name in this study"))
        self.name.setPlaceholderText(translate("Name in this study; by default from where it is"))
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.act = button(translate("&Add it"), "primary", clicked=self.accept)
        self.act.setDefault(True)
        self._enable()
        dialog_column(
            self, label(self.windowTitle(), "heading"),
            in_row(self.folder, self.bundle, Spare(), gap=2), self.said, self.mechanism, self.name,
            self.name.told,
            dialog_foot(cancel, self.act), width=_WIDTH_PX,
        )  # fmt: skip

    def done(self, result: int) -> None:
        """Close; what is still being read is not wanted any more."""
        if self._reading is not None:
            self._reading.let_go()
            self._reading = None
        super().done(result)

    def read(self, source: Path) -> None:
        """List the mechanisms of a study's folder or of a bundle."""
        if self._reading is not None:
            return
        self.source = None
        self.mechanism.clear()
        self.said.setText(translate("{study} is being read.", study=source.name))
        self._enable()
        self._reading = Background(partial(_names, source), self)
        self._reading.hand_to(partial(self._on_read, source))

    def _on_read(self, source: Path, reading: Background[list[str]]) -> None:
        self._reading = None
        names = reading.result or []
        for name in names:
            self.mechanism.addItem(pretty_name(name), name)
        if names:
            self.source = source
            self.said.setText(str(source))
        else:
            nothing = translate("{study} has no mechanism.", study=source.name)
            self.said.setText(reading.sentence or nothing)
        self._enable()
        if names:
            self.mechanism.setFocus()

    def _enable(self) -> None:
        """Until a study is read, what is said of it is the reason."""
        unread = self.said.text() if self.source is None else ""
        allow_unless(self.mechanism, unread)
        allow_unless(self.act, unread or self.name.why_not())

    def _ask_for_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, translate("The folder of the other study"), str(self._beside)
        )
        if chosen:
            self.read(Path(chosen))

    def _ask_for_bundle(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, translate("The bundle of another lab"), str(self._beside),
            translate("Study bundles") + f" (*{SUFFIX})",
        )  # fmt: skip
        if chosen:
            self.read(Path(chosen))


def _names(source: Path, _on_progress: OnProgress) -> list[str]:
    if os.path.isfile(source):
        return mechanisms_in(source)
    with Store.read(source) as store:
        return ReadOnlyStudy(store).mechanisms.names()
