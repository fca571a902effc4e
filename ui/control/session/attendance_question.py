"""Asks which columns the file for a recruitment system has."""

from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QWidget

from hcmd_lab.export.attendance_file import HEADINGS, AttendanceColumn, AttendanceLayout
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.allowing import allow_unless
from ui.look.fields import ChoiceField
from ui.look.widgets import button, label

LAYOUTS: dict[AttendanceLayout, Sentence] = {
    AttendanceLayout.OWN: Sentence("HCMD Lab"),
    AttendanceLayout.ORSEE: Sentence("ORSEE"),
    AttendanceLayout.HROOT: Sentence("hroot"),
}

COLUMNS: dict[AttendanceColumn, Sentence] = {
    AttendanceColumn.LABEL: Sentence("Label"),
    AttendanceColumn.CODE: Sentence("Code"),
    AttendanceColumn.STATION: Sentence("Station"),
    AttendanceColumn.GROUP: Sentence("Group"),
    AttendanceColumn.CAME: Sentence("Came"),
    AttendanceColumn.NO_SHOW: Sentence("Did not come"),
    AttendanceColumn.TURNED_AWAY: Sentence("Turned away"),
    AttendanceColumn.LEFT: Sentence("Left early"),
    AttendanceColumn.PLAYED: Sentence("Played"),
    AttendanceColumn.FINISHED: Sentence("Finished"),
    AttendanceColumn.STATUS: Sentence("Status: 1 played, 2 came, 3 did not come"),
    AttendanceColumn.PAYMENT: Sentence("Payment"),
    AttendanceColumn.PAID: Sentence("Has been paid"),
    AttendanceColumn.CURRENCY: Sentence("Currency"),
}


class AttendanceQuestion(QDialog):
    """Asks for the layout and the columns.

    Attributes:
        layout_choice: Whose headings the file has.
        columns: A box for each column.
        act: The button that continues; enabled while a column is chosen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with the program's own layout."""
        super().__init__(parent)
        self.setWindowTitle(translate("For a recruitment system"))
        self.layout_choice = ChoiceField()
        self.layout_choice.setAccessibleName(translate("Columns as in"))
        for layout, name in LAYOUTS.items():
            self.layout_choice.addItem(translate(name), layout)
        self.columns = {column: QCheckBox(translate(name)) for column, name in COLUMNS.items()}
        self.act = button(translate("&Save…"), "primary", clicked=self.accept)
        cancel = button(translate("&Cancel"), clicked=self.reject)
        boxes = QGridLayout()
        for number, box in enumerate(self.columns.values()):
            boxes.addWidget(box, number // 2, number % 2)
            box.toggled.connect(self._enable)
        self.layout_choice.currentIndexChanged.connect(self._show_layout)
        column = dialog_column(self)
        column.addWidget(label(translate("Attendance and payments"), "heading"))
        column.addWidget(label(translate("Columns as in"), "caption"))
        column.addWidget(self.layout_choice)
        column.addLayout(boxes)
        column.addLayout(dialog_foot(cancel, self.act))
        self._show_layout()

    @property
    def layout_chosen(self) -> AttendanceLayout:
        """The chosen layout."""
        return AttendanceLayout(self.layout_choice.currentData())

    @property
    def columns_chosen(self) -> list[AttendanceColumn]:
        """The chosen columns; those of the layout in its order, then the others."""
        order = [*dict(HEADINGS[self.layout_chosen]), *AttendanceColumn]
        return [each for each in dict.fromkeys(order) if self.columns[each].isChecked()]

    def _show_layout(self) -> None:
        for column, box in self.columns.items():
            box.setChecked(column in dict(HEADINGS[self.layout_chosen]))

    def _enable(self) -> None:
        none = "" if self.columns_chosen else translate("Choose at least one column.")
        allow_unless(self.act, none)
