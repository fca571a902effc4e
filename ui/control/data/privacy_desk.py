"""What can be done for the participants' privacy: labels deleted, withdrawals noted, an audit."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.privacy import PrivacyRow
from hcmd_lab.storage.records import ParticipantRow
from hcmd_lab.timestamps import utc_now
from ui.control.confirm import confirm
from ui.control.data.table_model import Column, RecordTable
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.session.ask_text import ask_text
from ui.look.parts import button, label, set_role
from ui.told import told

translate = QCoreApplication.translate


class PrivacyDesk(QDialog):
    """Everyone who took part in the study, and what was done for their privacy.

    Signals:
        changed(): Something was done.

    Attributes:
        search: Narrows the participants down to a label, a code or a session.
        people: A row for each participant.
        audit: A row for each act.
        withdraw: For the chosen participant.
        purge: Deletes all labels.
        words: What was done, or why not.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the study as it is now."""
        super().__init__(parent)
        self._desk = desk
        self._everyone: list[ParticipantRow] = []
        self.setWindowTitle(self.tr("Privacy"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a label, a code or a session"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_people)
        self._withdrawn: set[tuple[str, str]] = set()
        self.people = RecordTable(self.tr("Participants"), self._people_columns())
        self.people.selectionModel().selectionChanged.connect(self._enable)
        self.audit = RecordTable(self.tr("What was done"), _audit_columns())
        self.withdraw = button(self.tr("&Withdraw…"))
        self.purge = button(self.tr("&Delete all labels…"), "danger")
        self.words = label("", "caption")
        close = button(self.tr("&Close"), "primary")
        for each in (self.withdraw, self.purge, close):
            each.setAutoDefault(False)
        self.withdraw.clicked.connect(self._ask_withdraw)
        self.purge.clicked.connect(self._ask_purge)
        close.clicked.connect(self.accept)
        column = dialog_column(self)
        column.addWidget(label(self.tr("Participants"), "heading"))
        column.addWidget(self.search)
        column.addWidget(self.people, 2)
        column.addWidget(label(self.tr("What was done"), "heading"))
        column.addWidget(self.audit, 1)
        column.addWidget(self.words)
        column.addLayout(dialog_foot(self.withdraw, self.purge, close))
        self.resize(760, 640)
        self.refresh()

    def refresh(self) -> None:
        """Read the study again."""
        store = self._desk.study.store
        self._everyone = store.participants()
        self._withdrawn = store.withdrawn()
        self.audit.show_records(list(reversed(store.privacy_log())))
        self._show_people()

    def delete_labels(self, reason: str) -> None:
        """Delete every label and guest list for good."""
        store = self._desk.study.store
        try:
            deleted = store.purge_labels("", utc_now(), reason)
        except OperatorError as error:
            self._tell(told(error), wrong=True)
            return
        words = self.tr("%n label(s) deleted.", "", deleted)
        if any(store.folder.backups.glob("*.db")):
            words += " " + self.tr(
                "Copies in the study’s folder backups may still hold labels; delete them too if "
                "they are no longer needed."
            )
        self._done(words)

    def note_withdrawal(self, session: str, participant: str, reason: str) -> None:
        """Take a participant out of later exports and out of training."""
        try:
            self._desk.study.store.withdraw(session, participant, utc_now(), reason)
        except OperatorError as error:
            self._tell(told(error), wrong=True)
            return
        self._done(self.tr("{code} has been withdrawn.").format(code=participant))

    def _ask_withdraw(self) -> None:
        chosen: ParticipantRow | None = self.people.chosen()
        if chosen is None:
            return
        title = self.tr("Withdraw {code}?").format(code=chosen.code)
        sentence = self.tr(
            "What this person did is in no later export, and training does not learn from it. "
            "Files that were exported before are not changed. Reason, for the audit:"
        )
        reason = ask_text(self, title, sentence, self.tr("Withdraw"))
        if reason:
            self.note_withdrawal(chosen.session, chosen.code, reason)

    def _ask_purge(self) -> None:
        title = self.tr("Delete all labels?")
        sentence = self.tr(
            "Everyone is known by a code alone from then on. Pay them first. Reason, for the audit:"
        )
        reason = ask_text(self, title, sentence, self.tr("Go on"))
        last = self.tr("Labels and guest lists of all sessions are deleted for good.")
        if reason and confirm(self, title, last, self.tr("Delete the labels")):
            self.delete_labels(reason)

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
        running = self._desk.session_is_running
        chosen: ParticipantRow | None = self.people.chosen()
        known = chosen is not None and (chosen.session, chosen.code) not in self._withdrawn
        self.withdraw.setEnabled(known and not running)
        self.purge.setEnabled(not running)
        if running:
            self._tell(self.tr("A session is running; end it first."))

    def _done(self, words: str) -> None:
        self._tell(words)
        self.refresh()
        self.changed.emit()

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        set_role(self.words, "danger" if wrong else "caption")
        self.words.setText(words)

    def _people_columns(self) -> list[Column[ParticipantRow]]:
        return [
            Column(self.tr("Participant"), lambda p: p.code, lambda p: p.code),
            Column(self.tr("Label"), lambda p: p.label or "–", lambda p: p.label.casefold()),
            Column(self.tr("Session"), lambda p: p.session, lambda p: p.session),
            Column(self.tr("State"), self._state, self._state),
        ]

    def _state(self, person: ParticipantRow) -> str:
        if (person.session, person.code) in self._withdrawn:
            return self.tr("Withdrawn")
        return self.tr("Simulated") if person.is_bot else ""


def _audit_columns() -> list[Column[PrivacyRow]]:
    return [
        Column(translate("PrivacyDesk", "When"), _when, lambda row: row.utc),
        Column(translate("PrivacyDesk", "Act"), _act, _act),
        Column(
            translate("PrivacyDesk", "Participant"),
            lambda row: row.participant or translate("PrivacyDesk", "All"),
            lambda row: row.participant,
        ),
        Column(translate("PrivacyDesk", "Reason"), lambda row: row.reason, lambda row: row.reason),
    ]


def _when(row: PrivacyRow) -> str:
    time = QDateTime.fromString(row.utc, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def _act(row: PrivacyRow) -> str:
    match row.act:
        case "labels_purged":
            return translate("PrivacyDesk", "Labels deleted")
        case "withdrawn":
            return translate("PrivacyDesk", "Withdrawn")
