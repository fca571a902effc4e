"""The About dialog: program and versions."""

import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from hcmd_lab.citation import CITATIONS
from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.look import SPACE
from ui.look.selectable_text import SelectableText
from ui.look.widgets import button, label


class AboutDialog(QDialog):
    """The program's name, versions and licence; the versions can be copied."""

    def __init__(self, parent: QWidget) -> None:
        """Create the dialog."""
        super().__init__(parent)
        from hcmd_lab.storage.versions import software_versions  # noqa: PLC0415 - opens slowly

        self.setWindowTitle(translate("About HCMD Lab"))
        self.versions = software_versions() | {"Qt": qVersion(), "machine": platform.machine()}
        layout = dialog_column(self, width=440)
        layout.addWidget(label(translate("HCMD Lab"), "title"))
        layout.addWidget(
            label(
                translate(
                    "Sessions of the Public Investment Game that learn the mechanism people "
                    "vote for. "
                    "Apache License 2.0."
                )
            )
        )
        table = QFormLayout()
        table.setHorizontalSpacing(SPACE[5])
        table.setVerticalSpacing(SPACE[1])
        for name, version in self.versions.items():
            value = SelectableText(version, "caption", by_keys=False)
            table.addRow(label(name, "caption"), value)
        layout.addLayout(table)
        layout.addWidget(label(translate("Please cite"), "heading"))
        for citation in CITATIONS:
            layout.addWidget(SelectableText(citation, "caption", by_keys=False))
        copy = button(translate("&Copy versions"), clicked=self._copy)
        copy.setAutoDefault(False)
        close = button(translate("C&lose"), "primary", clicked=self.accept)
        close.setDefault(True)
        layout.addLayout(dialog_foot(close, before=copy))
        close.setFocus()

    def _copy(self) -> None:
        text = "\n".join(f"{name} {version}" for name, version in self.versions.items())
        QGuiApplication.clipboard().setText(text)
