"""How many groups an evaluation needs: asked before the first of them is invited."""

import json

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QFormLayout, QWidget

from hcmd_lab.jobs import PAPER_SHARE, WANTED_POWER
from hcmd_lab.processes import lab_command
from hcmd_lab.telling.power import power_in_words
from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.widgets import button, label

_USUAL_CORRELATION = 0.1


class PowerDialog(QDialog):
    """Simulates evaluations, in a process of its own.

    Attributes:
        share: The true vote share that is to be detected.
        power: The chance of detecting it.
        correlation: Correlation of the votes within a group.
        words: What was found.
        act: Simulates.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with the paper's share."""
        super().__init__(parent)
        self.setWindowTitle(translate("How many groups?"))
        self.share = _number(0.501, 0.999, PAPER_SHARE, translate("True vote share"))
        self.power = _number(0.06, 0.99, WANTED_POWER, translate("Power"))
        self.correlation = _number(
            0.0, 0.95, _USUAL_CORRELATION, translate("Correlation of votes within a group")
        )
        rows = QFormLayout()
        for field in (self.share, self.power, self.correlation):
            rows.addRow(field.accessibleName(), field)
        self.words = label("")
        self._process: QProcess | None = None
        self.act = button(translate("&Simulate"), "primary", clicked=self._simulate)
        close = button(translate("&Close"), clicked=self.accept)
        asked = translate(
            "EVALUATE compares the mechanism with the baseline by vote. With how many groups would "
            "such a share of votes be detected?"
        )
        dialog_column(
            self, label(self.windowTitle(), "heading"), label(asked), rows, self.words,
            dialog_foot(close, self.act),
        )  # fmt: skip
        self.setMinimumWidth(560)

    def _simulate(self) -> None:
        program, *arguments = lab_command("power")
        arguments += [
            "--share", str(self.share.value()), "--power", str(self.power.value()),
            "--correlation", str(self.correlation.value()), "--json",
        ]  # fmt: skip
        self.act.setEnabled(False)
        self.words.setText(translate("Evaluations are simulated."))
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_finished)
        self._process.start(program, arguments)

    def _on_finished(self, *_: object) -> None:
        process, self._process = self._process, None
        self.act.setEnabled(True)
        if process is None:
            return
        out = bytes(process.readAllStandardOutput().data()).decode()
        process.deleteLater()
        try:
            lines = power_in_words(json.loads(out))
        except json.JSONDecodeError:
            lines = [translate("The simulation has failed; try: hcmd-lab power")]
        self.words.setText("\n".join(lines))


def _number(low: float, high: float, value: float, name: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setDecimals(3)
    field.setSingleStep(0.01)
    field.setRange(low, high)
    field.setValue(value)
    field.setAccessibleName(name)
    return field
