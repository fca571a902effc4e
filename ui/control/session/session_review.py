"""A session of the study to look at: figures, payments, people, log, settings, texts."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from hcmd_lab.game.blind import shown_name
from hcmd_lab.game.events import VotesCounted
from hcmd_lab.game.rules import Game
from hcmd_lab.game.session_rules import PARTS_OF_PLAN, SessionRules
from hcmd_lab.game.settings import describe
from hcmd_lab.game.state import ParticipantState, SessionState
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.purposes import purpose_words
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate
from ui.control.data.table_model import RecordTable, TableColumn
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.session.log_pane import LogPane
from ui.control.session.payment_sheet import PaymentSheet
from ui.control.session.reading_times import ReadingTimes
from ui.control.session.script_preview import ScriptPages
from ui.control.session.session_facts import SessionFacts
from ui.control.session.state_words import person_words, seat_words
from ui.control.settings_sheet import SettingsGroup, SettingsSheet
from ui.look.layouts import Spare, in_column, scrolled
from ui.look.widgets import button, label
from ui.look.windows import open_at

_SIZE_PX = (980, 640)

_PARTS = {
    "settings": Sentence("Procedure"),
    "script": Sentence("Instructions and surveys"),
    "payment": Sentence("Payment"),
}


class ReviewPage(Enum):
    """A page of the review."""

    SUMMARY = auto()
    PAYMENTS = auto()
    PEOPLE = auto()
    READING = auto()
    LOG = auto()
    SETTINGS = auto()
    TEXTS = auto()


_NAMES = {
    ReviewPage.SUMMARY: Sentence("Summary"),
    ReviewPage.PAYMENTS: Sentence("Payments"),
    ReviewPage.PEOPLE: Sentence("Participants"),
    ReviewPage.READING: Sentence("Reading times"),
    ReviewPage.LOG: Sentence("Log"),
    ReviewPage.SETTINGS: Sentence("Settings"),
    ReviewPage.TEXTS: Sentence("Texts"),
}


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody who came, or was on the list and did not."""

    label: str
    code: str
    arrived_utc: str
    person: ParticipantState | None


def review_session(
    desk: Desk, session: str, parent: QWidget, page: ReviewPage = ReviewPage.SUMMARY
) -> None:
    """Open the review of a session above a window.

    Raises:
        OperatorError: The session was not played here, or cannot be read.
    """
    review = SessionReview(desk, session, parent)
    review.show_page(page)
    review.finished.connect(review.deleteLater)
    review.open()


class SessionReview(QDialog):
    """All that is known of a session; nothing but payments can be changed.

    Attributes:
        payments: The payments.
        pages: The pages by name; each is made when it is first looked at.
    """

    def __init__(self, desk: Desk, session: str, parent: QWidget | None = None) -> None:
        """Read the session.

        Args:
            desk: With an open study.
            session: Code of one of its sessions that was not imported.
            parent: Owner in the sense of Qt.

        Raises:
            OperatorError: The session was not played here, or cannot be read.
        """
        super().__init__(parent)
        self._desk, self._session = desk, session
        self.payments = PaymentSheet(desk, session)
        state = self.payments.state
        row = desk.study.store.sessions.get(session)
        purpose = purpose_words(state.plan.purpose)
        self.setWindowTitle(translate("{purpose} session {code}", purpose=purpose, code=session))
        self.pages: dict[ReviewPage, QWidget] = {}
        self.tabs = QTabWidget()
        for page in ReviewPage:
            place = QWidget()
            place.setLayout(QVBoxLayout())
            self.tabs.addTab(place, translate(_NAMES[page]))
        self.tabs.currentChanged.connect(self._make)
        self._make(0)
        caption = translate("Opened {opened}", opened=when(row.opened_utc))
        if row.closed_utc:
            caption += " · " + translate("closed {closed}", closed=when(row.closed_utc))
        close = button(translate("&Close"), "primary", clicked=self.accept)
        dialog_column(
            self, label(self.windowTitle(), "title"), label(caption, "caption"), (self.tabs, 1),
            dialog_foot(close),
        )  # fmt: skip
        open_at(self, *_SIZE_PX)

    def show_page(self, page: ReviewPage) -> None:
        """Turn to a page."""
        self.tabs.setCurrentIndex(list(ReviewPage).index(page))

    def _make(self, number: int) -> None:
        page = list(ReviewPage)[number]
        place = self.tabs.widget(number)
        layout = None if place is None else place.layout()
        if page not in self.pages and layout is not None:
            self.pages[page] = self._page(page, self.payments.state)
            layout.addWidget(self.pages[page])

    def _page(self, page: ReviewPage, state: SessionState) -> QWidget:
        study = self._desk.study
        match page:
            case ReviewPage.SUMMARY:
                facts = SessionFacts()
                facts.show_session(study, self._session, state)
                around = QWidget()
                in_column(facts, Spare(), of=around)
                return around
            case ReviewPage.PAYMENTS:
                return self.payments
            case ReviewPage.PEOPLE:
                table = RecordTable(translate("Participants"), _columns(state))
                table.show_records(self._people(state))
                return table
            case ReviewPage.READING:
                reading = ReadingTimes()
                reading.show_state(state, state.clock_ms)
                return reading
            case ReviewPage.LOG:
                log = LogPane(max_lines=None)
                hides = study.hides_votes and state.plan.purpose == "evaluate"
                log.add(
                    event
                    for event in study.store.log.events(self._session)
                    if not (hides and isinstance(event, VotesCounted))
                )
                log.write(state)
                return log
            case ReviewPage.SETTINGS:
                return scrolled(SettingsSheet(_settings(state), translate("the usual ones")))
            case ReviewPage.TEXTS:
                plan = state.plan
                rules = SessionRules(plan.settings, plan.script, plan.payment)
                picture = study.store.learned.picture
                return ScriptPages(plan.materials, rules, plan.game, picture)
            case _:
                assert_never(page)

    def _people(self, state: SessionState) -> list[_Person]:
        store = self._desk.study.store
        rows = store.tables.participants(self._session)
        came = [
            _Person(row.label, row.code, row.checked_in_utc, state.participants.get(row.code))
            for row in sorted(rows, key=lambda row: row.checked_in_utc)
        ]
        known = {row.label for row in rows}
        listed = store.private.participant_list(self._session)
        return came + [_Person(name, "", "", None) for name in listed if name not in known]


def _settings(state: SessionState) -> list[SettingsGroup]:
    groups = []
    for name, settings_class in PARTS_OF_PLAN.items():
        declared = tuple(describe(settings_class))
        chosen = getattr(state.plan, name)
        groups.append(
            SettingsGroup(
                translate(_PARTS[name]),
                declared,
                {each.name: getattr(chosen, each.name) for each in declared},
                {each.name: each.default for each in declared},
            )
        )
    return groups


def _columns(state: SessionState) -> list[TableColumn[_Person]]:
    blind = state.plan.settings.blind

    def label_of(each: _Person) -> str:
        if blind and each.code:
            return translate("not shown")
        return each.label or "–"

    def name_of(each: _Person) -> str:
        return shown_name(state, each.code) if blind and each.person else each.code or "–"

    return [
        TableColumn(translate("Label"), label_of),
        TableColumn(translate("Participant"), name_of),
        TableColumn(
            translate("Station"), lambda each: (each.person and each.person.station) or "–"
        ),
        TableColumn(translate("Place"), lambda each: _place(each, state.plan.game)),
        TableColumn(
            translate("Arrived"), lambda each: when(each.arrived_utc) or "–",
            lambda each: each.arrived_utc,
        ),
        TableColumn(translate("State"), lambda each: _state(state, each)),
    ]  # fmt: skip


def _place(each: _Person, game: Game) -> str:
    person = each.person
    if person is None or person.group is None or person.seat is None:
        return "–"
    seat = seat_words(person.seat, game)
    return translate("Group {group}, {seat}", group=person.group, seat=seat)


def _state(state: SessionState, each: _Person) -> str:
    if each.person is None:
        return translate("Did not come")
    words = person_words(state, each.person)
    if each.person.is_bot:
        return translate("{state} (simulated)", state=words)
    return words
