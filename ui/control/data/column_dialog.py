"""A dialog that asks which column of a table is which."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFormLayout, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.column_map import ColumnMap, HeadSeat, Payouts, Role
from hcmd_lab.storage.importers.map_file import read_map, write_map
from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.save_place import ask_where_to_save
from ui.look.fields import ChoiceField
from ui.look.layouts import scrolled
from ui.look.tokens import SPACE
from ui.look.widgets import button, label, set_role
from ui.look.windows import open_at

E = TypeVar("E", bound=StrEnum)

_WIDTH_PX = 520
_HEIGHT_PX = 640

_ROLES: Mapping[Role, Sentence] = {
    Role.GROUP: Sentence("Group"),
    Role.STAGE: Sentence("Stage"),
    Role.ROUND: Sentence("Round"),
    Role.SEAT: Sentence("Seat"),
    Role.PLAYER: Sentence("Player"),
    Role.ENDOWMENT: Sentence("Endowment"),
    Role.CONTRIBUTION: Sentence("Contribution"),
    Role.PAYOUT: Sentence("Payout"),
    Role.VOTE: Sentence("Vote"),
    Role.MECHANISM: Sentence("Mechanism"),
    Role.STATUS: Sentence("Status of the group"),
    Role.DECIDED_BY: Sentence("Who decided"),
    Role.BOT: Sentence("Whether a program played"),
    Role.DROPPED: Sentence("Whether the player had left"),
    Role.PILOT: Sentence("Whether it was a pilot session"),
    Role.SET_ASIDE: Sentence("Whether its study had set it aside"),
}
_PAYOUTS: Mapping[Payouts, Sentence] = {
    Payouts.FOUND_OUT: Sentence("Found out: the fund has to fit"),
    Payouts.FUND: Sentence("Coins from the fund"),
    Payouts.EARNINGS: Sentence("Total earnings: with the coins that were kept"),
    Payouts.EQUAL: Sentence("Computed: everyone had the same share"),
}
_HEADS: Mapping[HeadSeat, Sentence] = {
    HeadSeat.AS_GIVEN: Sentence("Refused, unless it is on the first seat"),
    HeadSeat.MOVED: Sentence("Given the first seat"),
}


class ColumnDialog(QDialog):
    """The columns of one file.

    Attributes:
        choices: By role the field with the file's headings; a number may be typed.
        payouts: What the payouts are.
        head: What becomes of a head on another seat than the first.
        problem: What is wrong with a file of columns.
    """

    def __init__(
        self,
        headings: Sequence[str],
        asked: ColumnMap,
        folder: Path,
        parent: QWidget | None = None,
        *,
        has_roles: bool = True,
    ) -> None:
        """Ask about headings, beginning with what was said before.

        Args:
            headings: The file's.
            asked: What was said before.
            folder: Where files of columns are looked for first.
            parent: Owner in the sense of Qt.
            has_roles: Whether the game tells a head from tails.
        """
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(translate("Columns"))
        page = QWidget()
        form = QFormLayout(page)
        form.setHorizontalSpacing(SPACE[4])
        self.choices: dict[Role, QComboBox] = {}
        for role, words in _ROLES.items():
            choice = ChoiceField()
            choice.setEditable(True)
            # As wide as its place: headings may be longer than any window.
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(16)
            choice.setAccessibleName(translate(words))
            choice.addItems(["", *headings])
            field = choice.lineEdit()
            if field is not None:
                # It writes on within the field: "T" would become "Team".
                field.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none
                field.setPlaceholderText(translate("Found by its heading"))
            self.choices[role] = choice
            form.addRow(translate(words), choice)
        self.payouts = _choice(_PAYOUTS)
        self.head = _choice(_HEADS)
        for told, what in (
            (translate("What the payouts are"), self.payouts),
            (translate("A head on another seat"), self.head),
        ):
            what.setAccessibleName(told)
            form.addRow(told, what)
        form.setRowVisible(self.head, has_roles)
        self.problem = label("")
        cancel = button(translate("&Cancel"), clicked=self.reject)
        act = button(translate("&Take them so"), "primary", clicked=self.accept)
        act.setDefault(True)
        self.open_file = button(translate("&Open…"), clicked=self._ask_what_to_open)
        self.save_file = button(translate("&Save…"), clicked=self._ask_where_to_save)
        for each in (self.open_file, self.save_file):
            each.setAutoDefault(False)
        column = dialog_column(
            self,
            label(translate("Which column is which"), "heading"),
            label(
                translate(
                    "A number instead of a heading holds for all rows, and headings joined with + "
                    "name something together."
                )
            ),
            width=_WIDTH_PX,
        )
        column.addWidget(scrolled(page, by_tab=False), stretch=1)
        column.addWidget(self.problem)
        column.addLayout(dialog_foot(self.open_file, self.save_file, cancel, act))
        self.show_map(asked)
        open_at(self, _WIDTH_PX, _HEIGHT_PX)

    def show_map(self, asked: ColumnMap) -> None:
        """Show what was said."""
        for role, choice in self.choices.items():
            choice.setCurrentText(asked.headings.get(role, ""))
        self.payouts.setCurrentIndex(self.payouts.findData(asked.payouts))
        self.head.setCurrentIndex(self.head.findData(asked.head))

    def asked(self) -> ColumnMap:
        """What is said now."""
        said = {role: choice.currentText().strip() for role, choice in self.choices.items()}
        return ColumnMap(
            {role: heading for role, heading in said.items() if heading},
            Payouts(self.payouts.currentData()),
            HeadSeat(self.head.currentData()),
        )

    def open_map(self, path: Path) -> None:
        """Show what a file says."""
        try:
            self.show_map(read_map([str(path)]))
        except OperatorError as error:
            self._say(translate(error))

    def save_map(self, path: Path) -> None:
        """Write what is said to a file."""
        try:
            write_map(path, self.asked())
        except OperatorError as error:
            self._say(translate(error))

    def _ask_what_to_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, translate("Columns"), str(self._folder), translate("Columns (*.toml)")
        )
        if chosen:
            self.open_map(Path(chosen))

    def _ask_where_to_save(self) -> None:
        suggested, kinds = self._folder / "columns.toml", translate("Columns (*.toml)")
        if place := ask_where_to_save(self, translate("Columns"), suggested, kinds):
            self.save_map(place)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        set_role(self.problem, "danger")


def _choice(of: Mapping[E, Sentence]) -> QComboBox:
    """A field to choose from what words say."""
    choice = ChoiceField()
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(16)
    for what, told in of.items():
        choice.addItem(translate(told), what)
    return choice
