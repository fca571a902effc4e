"""The dialog that asks how a training step is taken anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QWidget

from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import Anew
from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.setting_field import number_field
from ui.look.widgets import button, label

_MOST_UPDATES = 1_000_000


class TakeAgainDialog(QDialog):
    """Asks for the seed and, of OPTIMIZE, for the number of updates.

    Attributes:
        new_seed: Whether it is drawn anew.
        updates: Updates of OPTIMIZE; None for other steps.
        act: Takes the step.
    """

    def __init__(self, parent: QWidget, step: Step, planned: int) -> None:
        """Create the window; `exec` asks.

        Args:
            parent: Whose window waits for the answer.
            step: The step.
            planned: Updates that the settings plan for OPTIMIZE.
        """
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(translate("Take {step} again", step=step.upper()))
        self.new_seed = QCheckBox(translate("Draw with a new &seed"))
        self.new_seed.setChecked(True)
        words = label(
            translate(
                "The earlier result is kept. With the same seed, the same data and settings give "
                "the same result, bit by bit, on the same device."
            )
        )
        rows = QFormLayout()
        rows.addRow(self.new_seed)
        self.updates = number_field(1, _MOST_UPDATES) if step is Step.OPTIMIZE else None
        self._planned = planned
        if self.updates is not None:
            self.updates.setValue(planned)
            rows.addRow(translate("&Updates"), self.updates)
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.act = button(translate("&Take it again"), "primary", clicked=self.accept)
        dialog_column(
            self, label(self.windowTitle(), "heading"), words, rows, dialog_foot(cancel, self.act)
        )

    def anew(self) -> Anew:
        """What was asked for."""
        chosen = self._planned if self.updates is None else self.updates.value()
        return Anew(self.new_seed.isChecked(), None if chosen == self._planned else chosen)
