"""Adding an iteration to a study whose training may not be at its end in the last one."""

from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.settings import describe
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.setting_field import number_field
from ui.look.layouts import Spare, in_column, in_row
from ui.look.widgets import button, label


class AddIteration(QWidget):
    """The offer, hidden unless an iteration may be added.

    Attributes:
        act: Asks how large the iteration is.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Follow a desk."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._desk = desk
        words = label(
            translate(
                "CONVERGENCE has not found that training is at its end, and this was the last "
                "planned iteration. Another one can be added before new participants compare the "
                "mechanism."
            ),
            "caption",
        )
        self.act = button(translate("Add an &iteration…"), clicked=self._ask)
        in_row((words, 1), self.act, of=self, gap=5)
        desk.standing_changed.connect(self.read)
        self.read()

    def read(self) -> None:
        """Show or hide the offer."""
        study = self._desk.opened
        self.setVisible(study is not None and study.can_add_iteration)

    def _ask(self) -> None:
        dialog = IterationDialog(self._desk.study.settings, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.add(dialog.groups.value(), dialog.updates.value())
        dialog.deleteLater()

    def add(self, groups: int, updates: int) -> None:
        """Add an iteration of this size to the study's plan."""
        try:
            self._desk.study.add_iteration(groups, updates)
        except OperatorError as error:
            self._desk.failed.emit(translate(error))
        self._desk.study_changed.emit()


class IterationDialog(QDialog):
    """Asks how large the added iteration is.

    Attributes:
        groups: Its groups.
        updates: Its updates of OPTIMIZE.
    """

    def __init__(self, settings: StudySettings, parent: QWidget | None = None) -> None:
        """Start with the numbers of the last iteration."""
        super().__init__(parent)
        self.setWindowTitle(translate("Add iteration {number}", number=settings.iterations + 1))
        declared = {each.name: each for each in describe(StudySettings)}
        rows = []
        fields = []
        for name, last in (("groups", settings.groups[-1]), ("updates", settings.updates[-1])):
            setting = declared[name]
            field = number_field(int(setting.minimum or 1), int(setting.maximum or last))
            field.setSuffix(f" {translate(setting.unit)}")
            field.setAccessibleName(translate(setting.title))
            field.setValue(last)
            fields.append(field)
            rows.append(in_row(label(translate(setting.title)), Spare(), field, gap=3))
        self.groups, self.updates = fields
        words = label(translate("The study notes that this iteration was added, and when."))
        cancel = button(translate("&Cancel"), clicked=self.reject)
        act = button(translate("&Add it"), "primary", clicked=self.accept)
        dialog_column(
            self, label(self.windowTitle(), "heading"), words, in_column(*rows, gap=2),
            dialog_foot(cancel, act), width=460,
        )  # fmt: skip
