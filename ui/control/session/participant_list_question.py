"""Shows a participant list as it was read from a file, before it holds."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.hosting.participant_file import ParticipantTable
from hcmd_lab.telling import counts
from hcmd_lab.telling.participant_lists import layout_words, recognised_words
from hcmd_lab.telling.translate import translate
from hcmd_lab.typed_text import shortened
from ui.control.data.table_model import RecordTable, TableColumn
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.allowing import allow_unless
from ui.look.fields import ChoiceField
from ui.look.widgets import button, label, set_role
from ui.look.windows import open_at


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    label: str
    before: bool


class ParticipantListQuestion(QDialog):
    """What was recognised in the file, and the labels that would hold.

    Signals:
        list_accepted(tuple): The labels hold from now on.

    Attributes:
        column: The column with the labels.
        heading: Whether the first line is a heading.
        table: A row for each label.
        act: Takes the list; enabled when nothing is unclear or wrong.
    """

    list_accepted = Signal(object)

    def __init__(
        self,
        table: ParticipantTable,
        took_part_before: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Show a list.

        Args:
            table: The list as it was read.
            took_part_before: Whether a label took part in the study before.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._read = table
        self._found = table
        self._took_part_before = took_part_before
        self._labels: tuple[str, ...] = ()
        self.setWindowTitle(translate("Participant list"))
        self._layout_words = label("", "caption")
        self.heading = QCheckBox(translate("The first line is a &heading"))
        self.column = ChoiceField()
        self.column.setAccessibleName(translate("Labels are in"))
        # As wide as its place: headings may be longer than any window.
        self.column.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.column.setMinimumContentsLength(16)
        self.table = RecordTable(
            translate("Labels"),
            [
                TableColumn(translate("Line"), lambda each: str(each.number), lambda e: e.number),
                TableColumn(translate("Label"), lambda each: each.label),
                TableColumn(translate("Remark"), _remark),
            ],
        )
        self._words = label("")
        self.act = button(translate("&Use this list"), "primary", clicked=self._accept)
        cancel = button(translate("&Cancel"), clicked=self.reject)
        form = QFormLayout()
        form.addRow(translate("Labels are in"), self.column)
        form.addRow("", self.heading)
        column = dialog_column(self)
        column.addWidget(label(table.name, "heading"))
        column.addWidget(self._layout_words)
        column.addLayout(form)
        column.addWidget(self.table, 1)
        column.addWidget(self._words)
        column.addLayout(dialog_foot(cancel, self.act))
        open_at(self, 560, 520)
        self._offer_columns()
        if table.has_heading is None:
            self.heading.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.heading.setChecked(table.has_heading)
        self.column.activated.connect(self._choose_column)
        self.heading.clicked.connect(self._choose_heading)
        self._show()

    def _offer_columns(self) -> None:
        table = self._read
        self.column.clear()
        if table.column is None:
            self.column.addItem(translate("Choose the column…"), None)
        for number, name in enumerate(table.columns):
            self.column.addItem(name, number)
        self.column.setCurrentIndex(max(0, self.column.findData(table.column)))

    def _choose_column(self) -> None:
        chosen: int | None = self.column.currentData()
        self._found = replace(self._read, has_heading=self._found.has_heading)
        if chosen is not None:
            self._found = replace(self._found, column=chosen)
        self._show()

    def _choose_heading(self) -> None:
        self.heading.setTristate(False)
        is_heading = self.heading.isChecked()
        chosen = self.column.currentIndex()
        self._read = replace(self._read, has_heading=is_heading)
        self._found = replace(self._found, has_heading=is_heading)
        self._offer_columns()
        self.column.setCurrentIndex(chosen)
        self._show()

    def _show(self) -> None:
        table, problem, self._labels = self._found, "", ()
        try:
            self._labels = table.labels()
        except OperatorError as error:
            problem = translate(error)
        column = table.column
        self._layout_words.setText(
            layout_words(
                encoding=table.encoding,
                separator=table.separator,
                has_heading=table.has_heading,
                column="" if column is None else shortened(table.columns[column]),
            )
        )
        lines = [
            _Line(line, name, self._took_part_before(name))
            for line, cells in table.people
            if column is not None
            for name in [cells[column] if column < len(cells) else ""]
        ]
        self.table.show_records(lines)
        before = [line.label for line in lines if line.before]
        words = [problem or translate(counts.labels(len(self._labels)))]
        if before:
            words.append(recognised_words(before))
        self._words.setText(". ".join(words))
        set_role(self._words, "danger" if problem or before else "body")
        allow_unless(self.act, problem)

    def _accept(self) -> None:
        self.list_accepted.emit(self._labels)
        self.accept()


def _remark(line: _Line) -> str:
    return translate("Has taken part before") if line.before else ""
