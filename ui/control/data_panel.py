"""The study's data: pictures and tables to look at, files to write, groups to import."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.bundles import SUFFIX
from hcmd_lab.bundles.merging import Merge, merge
from hcmd_lab.codes import new_code
from hcmd_lab.export.study_export import place_in
from hcmd_lab.figures.report.report_pictures import Picture
from hcmd_lab.replication_package.writing import Choices, package_place
from hcmd_lab.storage.importers.found_file import FoundFile
from hcmd_lab.storage.importers.importing import import_found
from hcmd_lab.storage.importers.known_groups import known_groups, without_known
from hcmd_lab.storage.records import GroupRow
from hcmd_lab.storage.store import Store
from hcmd_lab.study.counting import GroupCount, count_of
from hcmd_lab.study.study import Study
from hcmd_lab.telling.translate import translate
from hcmd_lab.timestamps import utc_now
from ui.control.background import Background, OnProgress, with_store
from ui.control.confirm import confirm
from ui.control.data import study_tasks as errands
from ui.control.data.contents import Contents, read_contents
from ui.control.data.data_header import DataHeader
from ui.control.data.import_dialog import ImportDialog
from ui.control.data.package_question import PackageQuestion
from ui.control.data.picture_page import PicturePage
from ui.control.data.privacy_desk import PrivacyDesk
from ui.control.data.study_tables import group_columns, run_columns
from ui.control.data.study_tasks import Outcome
from ui.control.data.study_work import StudyWork
from ui.control.data.table_model import RecordTable
from ui.control.desk import Desk
from ui.control.save_place import ask_where_to_save
from ui.control.session.session_list import SessionList
from ui.control.training.explain_dialog import open_explanation
from ui.look.layouts import in_column
from ui.look.tokens import SPACE
from ui.look.widgets import label


class DataPanel(QWidget):
    """A study's data and results, with everything that can be made from them.

    Attributes:
        pictures: The page of pictures.
        sessions: The table of sessions.
        session_list: The same with the way into each session.
        groups: The table of groups.
        runs: The table of training steps.
        work: What is being done with the study, one task at a time.
        altered: What another program has changed in what groups did, above all pages; hidden if
            nothing.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the panel; the study is read when the panel is shown."""
        super().__init__(parent)
        self._desk = desk
        self._is_stale, self._unread_for = True, ""
        self._simulated = False
        self._mechanisms: dict[str, str] = {}
        self._hides_votes = False
        self._results: dict[int, str] = {}
        self._reader: Background[Contents] | None = None
        self.work = StudyWork(desk, self)
        self.work.changed.connect(self._set_buttons)
        self.pictures = PicturePage()
        self.pictures.save_requested.connect(self._save_picture)
        self.pictures.copied.connect(self._on_copied)
        self.session_list = SessionList(desk)
        self.sessions = self.session_list.table
        self.groups = RecordTable(
            translate("Groups"),
            group_columns(self._mechanisms, self._count, self._are_votes_told),
        )
        self.runs = RecordTable(translate("Training steps"), run_columns(self._results))
        self._acts = self._header()
        self.altered = label("", "danger")
        self._empty = label("", "heading")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tabs = QTabWidget()
        self._tabs.tabBar().setDrawBase(False)
        for page, name in (
            (self.pictures, translate("Pictures")),
            (self.session_list, translate("Sessions")),
            (_below_tabs(self.groups), translate("Groups")),
            (_below_tabs(self.runs), translate("Training steps")),
        ):
            self._tabs.addTab(page, name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        layout.setSpacing(SPACE[3])
        layout.addWidget(self._acts)
        layout.addWidget(self.work.bar)
        layout.addWidget(self.altered)
        layout.addWidget(self._empty, stretch=1)
        layout.addWidget(self._tabs, stretch=1)
        desk.standing_changed.connect(self._on_study_changed)
        self._show_contents(None)

    def refresh(self) -> None:
        """Read the study again, in the background."""
        study = self._folder
        if study is None:
            self._show_contents(None)
        elif self._reader is None:
            self._is_stale = False
            self._reader = Background(with_store(study, read_contents), self)
            self._reader.hand_to(partial(self._on_read, study))

    def export(
        self, folder: Path, *, include_pilots: bool = False, with_labels: bool = True
    ) -> None:
        """Export the study's decisions as tables into a folder."""
        work = partial(
            errands.export, folder=folder, include_pilots=include_pilots, with_labels=with_labels
        )
        self.work.read(translate("The data are being exported."), work)

    def package(self, folder: Path, choices: Choices) -> None:
        """Write a replication package into a folder."""
        work = partial(errands.package, folder=folder, choices=choices)
        self.work.read(translate("The package is being written."), work)

    def renew(self, people: Collection[tuple[str, str]]) -> None:
        """Make the exports anew that hold data of people who have withdrawn."""
        work = partial(errands.renew, people=people)
        cancelled = translate(
            "Cancelled; exports that were not made again still hold data of whoever has withdrawn."
        )
        self.work.read(
            translate("Exports are being made again."), work, cancelled=cancelled, waits=True
        )

    def check(self) -> None:
        """Compare everything in the study with its log."""
        self.work.read(translate("The study is being checked."), errands.check)

    def write_page(self) -> None:
        """Write the report as a web page."""
        self.work.read(translate("The report is being written."), errands.write_page)

    def write_pdf(self) -> None:
        """Write the report as a PDF."""
        self.work.read(translate("The report is being written."), errands.write_pdf)

    def make_bundle(self, path: Path, *, with_fingerprints: bool = False) -> None:
        """Write everything that another lab needs into one file."""
        self.work.read(
            translate("The bundle is being made."),
            partial(errands.bundle, path=path, with_fingerprints=with_fingerprints),
        )

    def merge(self, file: Path) -> None:
        """Show what a bundle would add, and merge it once confirmed."""
        self.work.read(
            translate("The bundle is being checked."),
            partial(errands.plan, file=file),
            partial(self._merge, file),
            changes_nothing=True,
        )

    def ask_what_to_import(self) -> None:
        """Ask for a file with groups that were played elsewhere."""
        study = self._desk.study
        folder = study.store.folder.path

        def without_those_here(found: FoundFile) -> FoundFile:
            with Store.read(folder) as store:
                return without_known(found, known_groups(store))

        dialog = ImportDialog(study.game, study.status(), self, without_those_here)
        dialog.import_requested.connect(self._import)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read the study if it has changed since."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    @property
    def _folder(self) -> Path | None:
        study = self._desk.opened
        return None if study is None else study.store.folder.path

    def _count(self, group: GroupRow) -> GroupCount:
        return count_of(group, simulated=self._simulated)

    def _are_votes_told(self, group: GroupRow) -> bool:
        return group.purpose != "evaluate" or not self._hides_votes

    def _header(self) -> DataHeader:
        header = DataHeader()
        header.import_requested.connect(self.ask_what_to_import)
        header.merge_requested.connect(self._ask_what_to_merge)
        header.check_requested.connect(self.check)
        header.privacy_requested.connect(self._show_privacy)
        header.explain_requested.connect(lambda: open_explanation(self._desk, self))
        header.export_requested.connect(self._ask_where_to_export)
        header.package_requested.connect(self._ask_what_to_package)
        header.bundle_requested.connect(self._ask_where_to_bundle)
        header.pdf_requested.connect(self.write_pdf)
        header.page_requested.connect(self.write_page)
        return header

    def _show_privacy(self) -> None:
        dialog = PrivacyDesk(self._desk, self)
        dialog.changed.connect(self._desk.study_changed)
        dialog.renewal_requested.connect(
            lambda session, participant: self.renew([(session, participant)])
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where_to_export(self, pilots: bool, labels: bool) -> None:
        study = self._desk.study.store.folder
        chosen = QFileDialog.getExistingDirectory(
            self, translate("Where to export the data"), str(study.exports)
        )
        if chosen:
            place = place_in(Path(chosen), study, with_labels=labels, include_pilots=pilots)
            self.export(place, include_pilots=pilots, with_labels=labels)

    def _ask_what_to_package(self) -> None:
        question = PackageQuestion(self._desk.study.uncounted_groups, self)
        question.accepted.connect(partial(self._ask_where_to_package, question))
        question.finished.connect(question.deleteLater)
        question.open()

    def _ask_where_to_package(self, question: PackageQuestion) -> None:
        study = self._desk.study.store.folder
        chosen = QFileDialog.getExistingDirectory(
            self, translate("Where to write the package"), str(study.exports)
        )
        if chosen:
            self.package(package_place(Path(chosen), study), question.choices)

    def _ask_where_to_bundle(self, with_fingerprints: bool) -> None:
        study = self._desk.study.store.folder.path
        title, suggested = translate("Where to save the bundle"), study / f"{study.name}{SUFFIX}"
        if place := ask_where_to_save(self, title, suggested, _bundles()):
            self.make_bundle(place, with_fingerprints=with_fingerprints)

    def _ask_what_to_merge(self) -> None:
        study = self._desk.study.store.folder.path
        chosen, _ = QFileDialog.getOpenFileName(
            self, translate("The bundle of another lab"), str(study), _bundles()
        )
        if chosen:
            self.merge(Path(chosen))

    def _merge(self, file: Path, planned: Merge) -> None:
        """Merge the planned bundle once the experimenter has confirmed."""
        if planned.is_empty:
            self.work.tell(
                Outcome(
                    translate("The study already contains everything in {file}.", file=file.name)
                )
            )
            return
        self.work.bar.hide()
        title = translate("Merge {file}?", file=file.name)
        sentence = errands.merge_words(planned) + " " + translate("They cannot be removed again.")
        if not confirm(self, title, sentence, translate("&Merge"), danger=False):
            return
        if self._desk.training.running is not None or self._desk.session_is_running:
            self.work.tell_problem(
                translate("A session or training is running; merge the bundle when it has ended.")
            )
            return
        store = self._desk.study.store

        def work(_on_progress: OnProgress) -> Outcome:
            with store.beside() as other:
                merge(Study(other), planned)
                renewed = errands.renewed_by_merge(other, planned)
            return Outcome(f"{errands.merge_words(planned)} {renewed}".rstrip())

        self.work.add(translate("The bundle is being merged."), work, self._on_stored)

    def _save_picture(self, picture: Picture, path: Path) -> None:
        simulated = self._simulated

        def work(_on_progress: OnProgress) -> Outcome:
            return errands.save(picture, path, simulated=simulated)

        self.work.write(translate("The picture is being saved."), work)

    def _on_copied(self) -> None:
        self.work.tell(Outcome(translate("The picture is in the clipboard.")))

    def _import(self, found: FoundFile) -> None:
        """Store what was found beside the window; cancelled, nothing is stored."""
        store, iteration = self._desk.study.store, self._desk.study.status().iteration
        if self._desk.session_is_running:
            problem = translate("A session is running; import the groups when it has ended.")
            self.work.tell_problem(problem)
            return

        def work(on_progress: OnProgress) -> Outcome:
            with store.beside() as other:
                summary = import_found(other, found, iteration, utc_now(), new_code(), on_progress)
            return Outcome(translate("Imported {n} group(s).", n=summary.groups))

        self.work.add(translate("The groups are being stored."), work, self._on_stored)

    def _on_stored(self, outcome: Outcome) -> None:
        self.work.tell(outcome)
        self._desk.study_changed.emit()

    def _on_study_changed(self) -> None:
        self._is_stale = True
        # To read the whole study at each end of a group would cost a large one's session time; it
        # is read when the session has ended, and whenever the panel is shown.
        is_kept_waiting = self._desk.session_is_running and self._tabs.isVisibleTo(self)
        if self.isVisible() and not is_kept_waiting:
            self.refresh()

    def _on_read(self, study: Path, reader: Background[Contents]) -> None:
        self._reader = None
        if study != self._folder or (self._is_stale and not self._desk.session_is_running):
            self.refresh()
        elif reader.result is not None:
            self.work.bar.take_back(self._unread_for)
            self._show_contents(reader.result)
        elif reader.sentence:
            self._is_stale = True  # it is tried again whenever the panel is shown
            self._unread_for = reader.sentence
            self._empty.setText(translate("The study could not be read."))
            if not self.work.is_running:
                self.work.tell_problem(reader.sentence)

    def _show_contents(self, contents: Contents | None) -> None:
        is_open = self._folder is not None
        self._tabs.setVisible(contents is not None)
        self._empty.setVisible(contents is None)
        self._empty.setText(
            translate("The study is being read.")
            if is_open
            else translate("No study is open. Open one, or make a new one, under Study.")
        )
        self.altered.setText("" if contents is None else contents.altered)
        self.altered.setVisible(bool(self.altered.text()))
        self._set_buttons()
        if contents is None:
            return
        self._simulated = contents.simulated
        self._hides_votes = contents.hides_votes
        self._mechanisms.clear()
        self._mechanisms |= contents.mechanisms
        self._results.clear()
        self._results |= contents.results
        self.pictures.show_pictures(
            contents.pictures,
            simulated=contents.simulated,
            next_step=contents.next_step,
            are_withheld=bool(contents.altered),
        )
        self.session_list.show_sessions(contents.sessions)
        self.groups.show_records(contents.groups)
        self.runs.show_records(contents.runs)

    def _set_buttons(self) -> None:
        closed = "" if self._folder is not None else translate("Open a study first.")
        self._acts.allow(why_not=closed or self.work.why_busy)
        self.pictures.allow_saving(why_not=self.work.why_busy)


def _bundles() -> str:
    return translate("Study bundles") + f" (*{SUFFIX})"


def _below_tabs(table: RecordTable) -> QWidget:
    """A page with a small margin between the tabs and the table."""
    page = QWidget()
    in_column(table, of=page, margins=(0, 3, 0, 0))
    return page
