"""The privacy dialog: delete labels, note withdrawals, audit."""

from collections.abc import Iterable
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.export.renewing import folders_with
from hcmd_lab.storage.private_copies import Deleted, private_copies
from hcmd_lab.storage.private_data import PrivacyRow
from hcmd_lab.storage.records import ParticipantRow
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.withdrawals import also_there
from hcmd_lab.timestamps import utc_now
from ui.control.confirm import confirm
from ui.control.data.table_model import RecordTable, TableColumn
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.session.ask_text import ask_text
from ui.look.allowing import allow_unless
from ui.look.widgets import button, label, set_role
from ui.look.windows import open_at


class PrivacyDesk(QDialog):
    """All participants of the study, and the privacy actions taken.

    Signals:
        changed(): Something was done.
        renewal_requested(str, str): Exports that hold this participant, of this session, are to be
            made anew.

    Attributes:
        search: Narrows the participants down to a label, a code or a session.
        people: A row for each participant.
        audit: A row for each act.
        withdraw: Button for the chosen participant.
        purge: Deletes all labels.
        forget: Deletes all fingerprints.
        words: What was done, or why it was not.
    """

    changed = Signal()
    renewal_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the study's current state."""
        super().__init__(parent)
        self._desk = desk
        self._everyone: list[ParticipantRow] = []
        self.setWindowTitle(translate("Privacy"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Find a label, a code or a session"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_people)
        self._withdrawn: set[tuple[str, str]] = set()
        self.people = RecordTable(translate("Participants"), self._people_columns())
        self.people.selectionModel().selectionChanged.connect(self._enable)
        self.audit = RecordTable(translate("What was done"), _audit_columns())
        self.withdraw = button(translate("&Withdraw…"), clicked=self._ask_withdraw)
        self.purge = button(translate("&Delete all labels…"), "danger", clicked=self._ask_purge)
        self.forget = button(
            translate("Delete all &fingerprints…"), "danger", clicked=self._ask_forget
        )
        self.words = label("", "caption")
        close = button(translate("&Close"), "primary", clicked=self.accept)
        for each in (self.withdraw, self.purge, self.forget, close):
            each.setAutoDefault(False)
        column = dialog_column(self)
        column.addWidget(label(translate("Participants"), "heading"))
        column.addWidget(self.search)
        column.addWidget(self.people, 2)
        column.addWidget(label(translate("What was done"), "heading"))
        column.addWidget(self.audit, 1)
        column.addWidget(self.words)
        column.addLayout(dialog_foot(self.withdraw, self.purge, self.forget, close))
        open_at(self, 760, 640)
        self.refresh()

    def refresh(self) -> None:
        """Read the study again."""
        store = self._desk.study.store
        self._everyone = store.tables.participants()
        self._withdrawn = store.private.withdrawn()
        self.audit.show_records(list(reversed(store.private.audit())))
        self._show_people()

    def delete_labels(self, reason: str) -> None:
        """Delete every label and participant list for good."""
        store = self._desk.study.store
        try:
            deleted = store.private.purge_labels("", utc_now(), reason)
        except OperatorError as error:
            self._tell(translate(error), wrong=True)
            return
        self._done(translate("{n} label(s) deleted.", n=deleted) + self._of_copies(Deleted.LABELS))

    def delete_fingerprints(self, reason: str) -> None:
        """Delete every fingerprint for good."""
        try:
            deleted = self._desk.study.store.private.purge_fingerprints(utc_now(), reason)
        except OperatorError as error:
            self._tell(translate(error), wrong=True)
            return
        words = translate("{n} fingerprint(s) deleted.", n=deleted)
        self._done(words + self._of_copies(Deleted.FINGERPRINTS))

    def _of_copies(self, deleted: Deleted) -> str:
        """Where it still is: for somebody to delete who knows what is still needed."""
        copies = private_copies(self._desk.study.store.folder, "", deleted)
        words = []
        if holding := len(copies.backups.holding):
            words.append(
                translate(
                    "{n} backup(s) still (holds|hold) what was deleted; delete (it|them) too if "
                    "(it is|they are) no longer needed.",
                    n=holding,
                )
            )
        if copies.aside.holding:
            words.append(
                translate(
                    "The study as it was before a restoration still holds it, in {folders}.",
                    folders=_listed(copies.aside.holding),
                )
            )
        if copies.exports.holding:
            words.append(
                translate(
                    "Exports with labels: {folders}. Export there again, or delete them.",
                    folders=_listed(copies.exports.holding),
                )
            )
        if unknown := (*copies.backups.unknown, *copies.aside.unknown, *copies.exports.unknown):
            words.append(
                translate(
                    "Of {n} (copy|copies) it is not known whether (it still holds|they still hold) "
                    "it: {folders}.",
                    n=len(unknown),
                    folders=_listed(unknown),
                )
            )
        return "".join(f" {each}" for each in words)

    def note_withdrawal(self, session: str, participant: str, reason: str) -> None:
        """Exclude a participant from later exports and from training."""
        also = self._also(session, participant)
        try:
            self._desk.study.store.private.withdraw(session, participant, utc_now(), reason)
        except OperatorError as error:
            self._tell(translate(error), wrong=True)
            return
        store = self._desk.study.store
        older = folders_with(store, [(session, participant)])
        words = translate("{code} has been withdrawn.", code=participant)
        if older.exports:
            words += " " + translate(
                "{n} export(s) that (holds|hold) the data (is|are) being made again.",
                n=len(older.exports),
            )
        if older.exports or older.packages:
            self.renewal_requested.emit(session, participant)
        self._done(" ".join(filter(None, (words, also))))

    def _also(self, session: str, participant: str) -> str:
        """Where the same person has come too; known until they have withdrawn."""
        return also_there(self._desk.study.store.private.also(session, participant))

    def _ask_withdraw(self) -> None:
        chosen: ParticipantRow | None = self.people.chosen()
        if chosen is None:
            return
        title = translate("Withdraw {code}?", code=chosen.code)
        sentence = translate(
            "From now on exports leave out this participant's data, and training does not learn "
            "from them. Exports that the study has written before are made again; what was "
            "computed before stays as it is. Reason, for the audit:"
        )
        also = self._also(chosen.session, chosen.code)
        asked = " ".join(filter(None, (also, sentence)))
        reason = ask_text(self, title, asked, translate("Withdraw"))
        if reason:
            self.note_withdrawal(chosen.session, chosen.code, reason)

    def _ask_purge(self) -> None:
        title = translate("Delete all labels?")
        sentence = translate(
            "From then on, participants are known only by their codes. Pay them first. Reason, "
            "for the audit:"
        )
        reason = ask_text(self, title, sentence, translate("Continue"))
        last = translate(
            "Labels and participant lists of all sessions are deleted permanently. Fingerprints "
            "stay, by which the study recognises who has taken part before."
        )
        if reason and confirm(self, title, last, translate("Delete the labels")):
            self.delete_labels(reason)

    def _ask_forget(self) -> None:
        title = translate("Delete all fingerprints?")
        sentence = translate(
            "By fingerprints the study recognises who has taken part before, also after labels "
            "were deleted. Reason, for the audit:"
        )
        reason = ask_text(self, title, sentence, translate("Continue"))
        last = translate(
            "Fingerprints of all sessions are deleted permanently: nobody is recognised any more "
            "as having taken part before. Labels stay."
        )
        if reason and confirm(self, title, last, translate("Delete the fingerprints")):
            self.delete_fingerprints(reason)

    def _show_people(self) -> None:
        wanted = self.search.text().strip().casefold()
        shown = [
            person
            for person in self._everyone
            if not wanted
            or any(
                wanted in text.casefold() for text in (person.label, person.code, person.session)
            )
        ]
        self.people.show_records(shown, key=lambda person: (person.session, person.code))
        self._enable()

    def _enable(self) -> None:
        running = ""
        if self._desk.session_is_running:
            running = translate("A session is running; end it first.")
            self._tell(running)
        chosen: ParticipantRow | None = self.people.chosen()
        why_not = ""
        if chosen is None:
            why_not = translate("Choose a participant.")
        elif (chosen.session, chosen.code) in self._withdrawn:
            why_not = translate("{code} has been withdrawn.", code=chosen.code)
        allow_unless(self.withdraw, running or why_not)
        for each in (self.purge, self.forget):
            allow_unless(each, running)

    def _done(self, words: str) -> None:
        self._tell(words)
        self.refresh()
        self.changed.emit()

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        set_role(self.words, "danger" if wrong else "caption")
        self.words.setText(words)

    def _people_columns(self) -> list[TableColumn[ParticipantRow]]:
        return [
            TableColumn(translate("Participant"), lambda p: p.code),
            TableColumn(translate("Label"), lambda p: p.label or "–", lambda p: p.label.casefold()),
            TableColumn(translate("Session"), lambda p: p.session),
            TableColumn(translate("State"), self._state),
        ]

    def _state(self, person: ParticipantRow) -> str:
        if (person.session, person.code) in self._withdrawn:
            return translate("Withdrawn")
        return translate("Simulated") if person.is_bot else ""


def _listed(paths: Iterable[Path]) -> str:
    return ", ".join(map(str, paths))


def _audit_columns() -> list[TableColumn[PrivacyRow]]:
    return [
        TableColumn(translate("When"), lambda row: when(row.utc), lambda row: row.utc),
        TableColumn(translate("Act"), _act),
        TableColumn(
            translate("Participant"),
            lambda row: row.participant or translate("All"),
            lambda row: row.participant,
        ),
        TableColumn(translate("Reason"), lambda row: row.reason),
    ]


def _act(row: PrivacyRow) -> str:
    match row.act:
        case "labels_purged":
            return translate("Labels deleted")
        case "fingerprints_purged":
            return translate("Fingerprints deleted")
        case "withdrawn":
            return translate("Withdrawn")
        case _:
            assert_never(row.act)
