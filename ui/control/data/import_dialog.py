"""The import dialog: shows what a file holds before anything is stored."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.column_map import (
    ColumnMap,
    HeadElsewhereError,
    HeadSeat,
    NoPayoutsError,
    Payouts,
)
from hcmd_lab.storage.importers.found_file import FoundFile
from hcmd_lab.storage.importers.importing import headings_of, read_csv
from hcmd_lab.storage.importers.recognising import Layout
from hcmd_lab.study.lacking import learned_later
from hcmd_lab.study.status import StudyStatus
from hcmd_lab.telling.import_words import told_before_storing
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress
from ui.control.data.column_dialog import ColumnDialog
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.allowing import allow_unless
from ui.look.fields import ChoiceField
from ui.look.layouts import in_row, scrolled
from ui.look.tips import set_tip
from ui.look.tokens import SPACE
from ui.look.widgets import button, label, set_role

_WIDTH_PX = 560
_FOUND_PX = 160

_LAYOUTS: Mapping[Layout, Sentence] = {
    Layout.RECOGNISED: Sentence("Recognised by its headings"),
    Layout.PLAIN: Sentence("Plain table, as in docs/data.md"),
    Layout.OWN_LONG: Sentence("long.csv of HCMD Lab"),
    Layout.OWN_WIDE: Sentence("wide.csv of HCMD Lab"),
    Layout.ZTREE: Sentence("z-Tree tables (.xls)"),
    Layout.OTREE_WIDE: Sentence("oTree, all apps wide"),
    Layout.OTREE_APP: Sentence("oTree, one app"),
    Layout.EMPIRICA: Sentence("Empirica, player rounds"),
    Layout.MAPPED: Sentence("Another table with headings"),
    Layout.GMTV: Sentence("Gächter, Mengel, Tsakas and Vostroknutov (2017)"),
    Layout.DAI_1: Sentence("Koster et al. (2022), Democratic AI, experiment 1"),
    Layout.DAI_2: Sentence("Koster et al. (2022), Democratic AI, experiment 2"),
    Layout.DAI_4: Sentence("Koster et al. (2022), Democratic AI, experiment 4"),
}


class ImportDialog(QDialog):
    """Dialog for choosing a file to import and its layout.

    Signals:
        import_requested(FoundFile): Store what was found.
    """

    import_requested = Signal(object)

    def __init__(
        self,
        game: Game,
        now: StudyStatus,
        parent: QWidget | None = None,
        checked: Callable[[FoundFile], FoundFile] = lambda found: found,
    ) -> None:
        """Ask for groups that played a game and count for an iteration.

        Args:
            game: The study's game.
            now: The study's status.
            parent: The window.
            checked: Leaves out groups that the study has already; called in the background.
        """
        super().__init__(parent)
        self._game = game
        self._checked = checked
        self.setWindowTitle(translate("Import groups"))
        self._reader: Background[FoundFile] | None = None
        self._found: FoundFile | None = None
        self._is_stale = self._reads_again = False
        self._asked = ColumnMap()
        self._path = ""
        self.file = QLineEdit()
        self.file.setAccessibleName(translate("File"))
        self.file.setPlaceholderText(translate("A text table, a workbook or a Stata file"))
        self.file.textEdited.connect(self._forget)
        self.file.editingFinished.connect(self.read)
        self.layout_choice = ChoiceField()
        self.layout_choice.setAccessibleName(translate("Layout"))
        for layout, words in _LAYOUTS.items():
            self.layout_choice.addItem(translate(words), layout.value)
        self.layout_choice.currentIndexChanged.connect(self.read)
        self.columns = button(translate("C&olumns…"), clicked=self.ask_columns)
        self.columns.setAutoDefault(False)
        self.head_first = button(translate("Put the &head first"), clicked=self.move_heads)
        self.head_first.setAutoDefault(False)
        set_tip(
            self.head_first,
            translate("The seats before the head move up by one; nobody's decisions change."),
        )
        self.head_first.hide()
        self.equal_shares = button(
            translate("Compute &equal shares"), clicked=self.compute_equal_shares
        )
        self.equal_shares.setAutoDefault(False)
        set_tip(
            self.equal_shares,
            translate(
                "Everyone was given the same share of the fund: the payouts are computed, and "
                "those of the file are not read."
            ),
        )
        self.equal_shares.hide()
        self.found = label("")
        self.found.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.cancel, self.act = (
            button(translate("&Cancel")),
            button(translate("&Import"), "primary"),
        )
        self.act.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_import)
        column = dialog_column(self, width=_WIDTH_PX)
        column.setSpacing(SPACE[4])
        column.addWidget(label(translate("Import groups played elsewhere"), "heading"))
        column.addWidget(label(_what_for(now)))
        column.addLayout(self._form())
        told = scrolled(self.found)
        told.setMinimumHeight(_FOUND_PX)
        column.addWidget(told, stretch=1)
        column.addLayout(dialog_foot(
            self.head_first, self.equal_shares, self.columns, self.cancel, self.act
        ))  # fmt: skip
        self._forget()

    def read(self) -> None:
        """Read the file in the chosen layout; `found` reports the content."""
        self._forget()
        path = self._chosen()
        self._reads_again = self._reader is not None
        if self._reads_again or not path:
            return
        self._is_stale = False
        layout, asked = self.layout_choice.currentData(), self._asked

        def work(on_progress: OnProgress) -> FoundFile:
            return self._checked(read_csv(Path(path), layout, self._game, asked, on_progress))

        self._say(translate("The file is being read."))
        self._reader = Background(work, self)
        self._reader.progressed.connect(self._show_progress)
        self._reader.hand_to(self._on_read)

    def move_heads(self) -> None:
        """Read the file with each group's head on the first seat."""
        self._asked = replace(self._asked, head=HeadSeat.MOVED)
        self.read()

    def compute_equal_shares(self) -> None:
        """Read the file with payouts that are equal shares of the fund, as the user says."""
        self._asked = replace(self._asked, payouts=Payouts.EQUAL)
        self.read()

    def ask_columns(self) -> None:
        """Ask which column is which, and read the file so."""
        path = Path(self._chosen())
        try:
            headings = headings_of(path, self.layout_choice.currentData(), self._asked)
        except OperatorError as error:
            self._say(translate(error), "danger")
            return
        if not headings:
            self._say(translate("The columns of this layout are fixed."))
            return
        dialog = ColumnDialog(
            headings, self._asked, path.parent, self, has_roles=not is_equal(self._game)
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._asked = dialog.asked()
            self.read()
        dialog.deleteLater()

    def done(self, result: int) -> None:
        """Close; a file that is still being read is not wanted any more."""
        if self._reader is not None:
            self._reader.let_go()
            self._reader = None
        super().done(result)

    def _form(self) -> QFormLayout:
        browse = button(translate("&Browse…"), clicked=self._browse)
        browse.setAutoDefault(False)
        place = in_row((self.file, 1), browse, gap=2)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(SPACE[4])
        form.setVerticalSpacing(SPACE[3])
        words = label(translate("&File"), wrap=False)
        words.setBuddy(self.file)
        form.addRow(words, place)
        form.addRow(translate("&Layout"), self.layout_choice)
        return form

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            translate("Import groups"),
            str(Path.home()),
            translate("Tables (*.csv *.tsv *.txt *.xls *.xlsx *.dta);;All (*)"),
        )
        if chosen:
            self.file.setText(chosen)
            self.read()

    def _chosen(self) -> str:
        """The file's path; what was said of the columns of another file does not hold for it."""
        path = self.file.text().strip()
        if path != self._path:
            self._path, self._asked = path, ColumnMap()
        return path

    def _forget(self) -> None:
        """What was found is not what stands in the fields now."""
        self._found = None
        self._is_stale = self._reader is not None
        self.head_first.hide()
        self.equal_shares.hide()
        self._say(_unseen())

    def _on_read(self, reader: Background[FoundFile]) -> None:
        self._reader = None
        if self._reads_again:
            self.read()
            return
        if self._is_stale:
            return
        self._found = reader.result
        self.head_first.setVisible(isinstance(reader.error, HeadElsewhereError))
        self.equal_shares.setVisible(isinstance(reader.error, NoPayoutsError))
        if reader.result is None:
            self._say(reader.sentence, "danger")
            return
        summary = reader.result.summary()
        self._say(" ".join(translate(line) for line in told_before_storing(summary)), "good")

    def _show_progress(self, done: int, total: int) -> None:
        if total and self._reader is not None and not self._is_stale:
            told = percent(min(0.99, done / total))
            self._say(translate("The file is being read: {percent}.", percent=told))

    def _on_import(self) -> None:
        if self._found is not None:
            self.import_requested.emit(self._found)
            self.accept()

    def _say(self, sentence: str, role: str = "body") -> None:
        self.found.setText(sentence)
        set_role(self.found, role)
        allow_unless(self.act, "" if self._found is not None else sentence or _unseen())


def _unseen() -> str:
    return translate("Nothing is stored until you have seen what was found.")


def _what_for(now: StudyStatus) -> str:
    """What becomes of groups that are imported now."""
    later = learned_later(now)
    if later is not None:
        return translate(later)
    return translate(
        "They count for iteration {iteration}: MODEL learns from them as it does from this lab's "
        "groups.",
        iteration=now.iteration,
    )
