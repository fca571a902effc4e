"""The mechanisms of a study, and which of them new groups compare."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from hcmd_lab.bundles.taking import from_bundle
from hcmd_lab.errors import OperatorError
from hcmd_lab.export.mechanism_tables import write_mechanism
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.storage.store import Store
from hcmd_lab.study import candidates
from hcmd_lab.study.adding import add, remove, rename
from hcmd_lab.study.candidates import Candidate
from hcmd_lab.study.library import LibraryEntry, require_name
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.telling.library import source_in_words
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.numbers import whole
from hcmd_lab.telling.translate import translate
from ui.control.background import OnProgress
from ui.control.confirm import confirm
from ui.control.data.study_tasks import Outcome
from ui.control.data.study_work import StudyWork
from ui.control.desk import Desk
from ui.control.gate_dialog import GateDialog
from ui.control.mechanisms.contrasts_card import ContrastsCard
from ui.control.mechanisms.family_dialog import FamilyDialog
from ui.control.mechanisms.library_card import LibraryAct, LibraryCard
from ui.control.mechanisms.mechanism_card import MechanismCard
from ui.control.mechanisms.take_dialog import TakeDialog
from ui.control.save_place import ask_where_to_save
from ui.control.session.ask_text import ask_text
from ui.control.training.explain_dialog import ExplainDialog
from ui.look.allowing import allow_unless
from ui.look.layouts import in_column, in_row, scrolled
from ui.look.widgets import label

Make = Callable[[ReadOnlyStudy], Candidate]
"""Makes or reads a mechanism beside the study's own thread."""


_BESIDE_PX = 80  # margins, and the bar of what is scrolled


class MechanismsPanel(QWidget):
    """The library with its heat maps, and the contrasts.

    Attributes:
        library: The mechanisms, and the ways to add one.
        mechanism: The chosen mechanism.
        contrasts: What EVALUATE compares.
        work: What is being made, read or written, one at a time.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the panel; the study is read when the panel is shown."""
        super().__init__(parent)
        self._desk = desk
        self._is_stale = True
        self.library = LibraryCard()
        self.mechanism = MechanismCard()
        self.contrasts = ContrastsCard(desk)
        self.work = StudyWork(desk, self)
        self._connect()
        page = QWidget()
        page.setProperty("role", "clear")
        self._pair = in_row((self.library, 1), (self.mechanism, 1), gap=4)
        in_column(self._pair, self.contrasts, of=page, gap=3, margins=(5, 2, 5, 5))
        title = label(translate("Mechanisms"), "title", wrap=False)
        # The bar has its place beside the title: what is below does not move when it comes.
        row = in_row(title, (self.work.bar, 1), gap=4)
        row.setAlignment(title, Qt.AlignmentFlag.AlignVCenter)
        row.addStrut(self.work.bar.sizeHint().height())
        head = in_column(row, margins=(5, 3, 5, 2))
        in_column(head, (scrolled(page), 1), of=self, gap=0)

    def _connect(self) -> None:
        self.library.chosen_changed.connect(self._show_chosen)
        self.library.act_requested.connect(self._act)
        self.mechanism.gate_requested.connect(self._ask_the_gate)
        self.mechanism.explain_requested.connect(self._explain)
        self.mechanism.export_requested.connect(self._ask_where_to_save)
        self.contrasts.changed.connect(self._changed)
        self.contrasts.rule_wanted.connect(
            partial(self._add_rule, then=self.contrasts.plan_waiting)
        )
        self.contrasts.failed.connect(self.work.tell_problem)
        self.work.changed.connect(self._allow)
        self._desk.standing_changed.connect(self._on_study_changed)

    def refresh(self) -> None:
        """Read the study again."""
        study = self._desk.opened
        if study is not None:
            self._is_stale = False
            self.library.show_library(study)
            self.contrasts.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read the study if it has changed since."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the chosen mechanism below the library where there is no room beside it."""
        super().resizeEvent(event)
        cards = (self.library, self.mechanism)
        wanted = sum(card.minimumSizeHint().width() for card in cards) + _BESIDE_PX
        direction = QBoxLayout.Direction
        is_wide = self.width() >= wanted
        self._pair.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    # --- the library -------------------------------------------------------------------------

    def add(self, sentence: str, make: Make, then: Callable[[], None] | None = None) -> None:
        """Make or read a mechanism in the background, and add it to the library.

        Args:
            sentence: What is going on meanwhile.
            make: Makes or reads it.
            then: What is done once it is in the library.
        """

        def work(store: Store, _on_progress: OnProgress) -> Candidate:
            return make(ReadOnlyStudy(store))

        cancelled = translate("Cancelled; nothing was added.")
        added = partial(self._add, then)
        self.work.read(sentence, work, added, cancelled=cancelled, changes_nothing=True)

    def import_table(self, path: Path) -> None:
        """Add a mechanism from a CSV table."""
        words = translate("{file} is being read.", file=path.name)
        self.add(words, partial(candidates.from_file, path=path))

    def take(self, source: Path, of: str, name: str = "") -> None:
        """Add a mechanism of another study, from its folder or from a bundle."""
        words = translate("{study} is being read.", study=source.name)
        if os.path.isfile(source):
            self.add(words, partial(from_bundle, path=source, of=of, name=name))
        else:
            self.add(words, partial(candidates.from_study, folder=source, of=of, name=name))

    def _act(self, act: LibraryAct) -> None:
        entry = self.library.chosen
        match act:
            case LibraryAct.FAMILY:
                self._ask_for_member()
            case LibraryAct.RULE if entry is not None:
                self._add_rule(entry.name)
            case LibraryAct.IMPORT:
                self._ask_for_table()
            case LibraryAct.TAKE:
                self._ask_for_study()
            case LibraryAct.RENAME if entry is not None:
                self._ask_for_name(entry)
            case LibraryAct.REMOVE if entry is not None:
                self._ask_to_remove(entry)
            case LibraryAct.RULE | LibraryAct.RENAME | LibraryAct.REMOVE:
                pass  # nothing is chosen
            case _:
                assert_never(act)

    def _add_rule(self, of: str, then: Callable[[], None] | None = None) -> None:
        words = translate("The rule of {mechanism} is being read.", mechanism=pretty_name(of))
        self.add(words, partial(candidates.rule_of, of=of), then)

    def _add(self, then: Callable[[], None] | None, made: Candidate) -> None:
        try:
            entry = add(self._desk.study, made)
        except OperatorError as error:
            self.work.tell_problem(translate(error))
            return
        self._changed(f"{pretty_name(entry.name)}: {source_in_words(entry)}")
        self.library.choose(entry.name)
        if then is not None:
            then()

    def _ask_for_member(self) -> None:
        dialog = FamilyDialog(self._desk.study.game, self, judge=self._problem_of)

        def take_it() -> None:
            own, relative = dialog.weights
            name = dialog.name.line
            words = translate("The mechanism is being made.")
            self.add(
                words,
                partial(
                    candidates.family_member, own_weight=own, relative_weight=relative, name=name
                ),
            )

        dialog.accepted.connect(take_it)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_for_table(self) -> None:
        beside = self._desk.study.store.folder.path
        chosen, _ = QFileDialog.getOpenFileName(
            self, translate("A mechanism as a table"), str(beside), _tables()
        )
        if chosen:
            self.import_table(Path(chosen))

    def _ask_for_study(self) -> None:
        beside = self._desk.study.store.folder.path.parent
        dialog = TakeDialog(beside, self, judge=self._problem_of)

        def take_it() -> None:
            if dialog.source is not None:
                self.take(dialog.source, dialog.mechanism.currentData(), dialog.name.line)

        dialog.accepted.connect(take_it)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_for_name(self, entry: LibraryEntry) -> None:
        new = ask_text(
            self,
            translate("Name the mechanism"),
            translate("Its name in tables, plans and results. Participants never see it."),
            translate("&Name it so"),
            default=entry.name,
            max_characters=64,
            judge=partial(self._problem_of, but=entry.name),
        )
        if new is not None and self._do(lambda: rename(self._desk.study, entry.name, new)):
            self._changed(translate("The mechanism is called {name} now.", name=new))
            self.library.choose(new)

    def _problem_of(self, name: str, but: str = "") -> str:
        """What is wrong with a name; empty if a mechanism may have it."""
        try:
            require_name(self._desk.study, name, but=but)
        except OperatorError as error:
            return translate(error)
        return ""

    def _ask_to_remove(self, entry: LibraryEntry) -> None:
        sentence = translate("Nobody has met it and no contrast is planned with it.")
        title = translate("Remove {mechanism}?", mechanism=pretty_name(entry.name))
        if not confirm(self, title, sentence, translate("&Remove it")):
            return
        if self._do(lambda: remove(self._desk.study, entry.name)):
            self._changed(translate("{mechanism} was removed.", mechanism=pretty_name(entry.name)))

    # --- the chosen mechanism ----------------------------------------------------------------

    def _show_chosen(self) -> None:
        entry = self.library.chosen
        self.mechanism.setVisible(entry is not None)
        if entry is None:
            return
        try:
            self.mechanism.show_mechanism(entry, self._table(entry))
        except OperatorError as error:
            self.mechanism.hide()
            self.work.tell_problem(translate(error))

    def _table(self, entry: LibraryEntry) -> FrozenPolicy:
        study = self._desk.study
        if entry.sha256:
            return study.store.learned.mechanism(entry.sha256)
        return study.mechanisms.table(entry.name)

    def _ask_the_gate(self) -> None:
        entry = self.library.chosen
        if entry is not None:
            dialog = GateDialog(self._desk, entry.name, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _explain(self) -> None:
        entry = self.library.chosen
        if entry is not None:
            dialog = ExplainDialog(self._desk, self, entry.name)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _ask_where_to_save(self) -> None:
        entry = self.library.chosen
        if entry is None:
            return
        beside = self._desk.study.store.folder.path / f"{entry.name}.csv"
        title = translate("Where to save the table")
        if place := ask_where_to_save(self, title, beside, _tables()):
            self.save(entry, place)

    def save(self, entry: LibraryEntry, path: Path) -> None:
        """Write the table of a mechanism, which can be imported again."""
        table = self._table(entry)

        def work(_on_progress: OnProgress) -> Outcome:
            rows = whole(write_mechanism(path, table))
            return Outcome(
                translate("{rows} contribution profiles are in {file}.", rows=rows, file=path.name)
            )

        self.work.write(translate("The table is being written."), work)

    # --- common ------------------------------------------------------------------------------

    def _do(self, act: Callable[[], object]) -> bool:
        """Change the study; a problem that the experimenter can fix is shown."""
        try:
            act()
        except OperatorError as error:
            self.work.tell_problem(translate(error))
            return False
        return True

    def _changed(self, told: str) -> None:
        self.work.tell(Outcome(told))
        self._desk.study_changed.emit()

    def _allow(self) -> None:
        """Nothing else is begun while something runs."""
        busy = self.work.why_busy
        self.library.allow(why_not=busy)
        allow_unless(self.mechanism.export, busy)
        allow_unless(self.contrasts.plan, busy)

    def _on_study_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()


def _tables() -> str:
    return translate("Tables") + " (*.csv)"
