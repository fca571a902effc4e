"""The participant list during a session: present, missing, added."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.cards import save_cards
from hcmd_lab.game.labels import MAX_CHARACTERS, find_label
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.state import ParticipantState, SessionState
from hcmd_lab.telling.participant_lists import recognised_words
from hcmd_lab.telling.translate import translate
from hcmd_lab.typed_text import tidied_label
from ui.control.data.table_model import RecordTable, TableColumn
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.save_place import ask_where_to_save
from ui.control.session.state_words import person_words
from ui.look.allowing import allow_unless
from ui.look.bounded_line import BoundedLine
from ui.look.layouts import in_row
from ui.look.widgets import button, label, set_role
from ui.look.windows import open_at

_REFRESH_MS = 1000


@dataclass(frozen=True, slots=True)
class _Guest:
    label: str
    person: ParticipantState | None
    state: SessionState


class ParticipantListDesk(QDialog):
    """Participant list of the hosted session, updated while it runs.

    Signals:
        turn_away_requested(str): Somebody on the list cannot take part (the label).

    Attributes:
        table: A row for each guest.
        newcomer: The label of somebody who is to be added.
        add: Puts it on the list.
        turn_away: Button for a chosen participant who has not arrived.
        cards: Saves the list as cards.
    """

    turn_away_requested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the current list."""
        super().__init__(parent)
        self._desk = desk
        self._shown: list[_Guest] = []
        self.setWindowTitle(translate("Participant list"))
        self._count = label("", "heading", wrap=False)
        self.table = RecordTable(translate("Participant list"), _columns())
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self._words = label("", "caption")
        self.newcomer = BoundedLine(MAX_CHARACTERS)
        self.newcomer.setPlaceholderText(translate("Label of someone who is not on the list"))
        self.newcomer.setAccessibleName(self.newcomer.placeholderText())
        self.newcomer.textChanged.connect(self._enable)
        self.newcomer.returnPressed.connect(self._add)
        self.add = button(translate("&Add to the list"), clicked=self._add)
        self.turn_away = button(translate("&Turn away"), clicked=self._turn_away)
        self.cards = button(translate("Save car&ds…"), clicked=self._ask_for_cards)
        close = button(translate("&Close"), "primary", clicked=self.accept)
        for each in (self.add, self.turn_away, self.cards, close):
            each.setAutoDefault(False)
        row = in_row((self.newcomer, 1), self.add, gap=2)
        column = dialog_column(self)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.newcomer.told)
        column.addWidget(self._words)
        column.addLayout(dialog_foot(self.turn_away, self.cards, close))
        open_at(self, 560, 560)
        self._clock = QTimer(self, interval=_REFRESH_MS)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        self.refresh()

    def refresh(self) -> None:
        """Show the current list; the table is untouched if nothing has changed."""
        host = self._desk.host
        if host is None:
            return
        state = host.runner.state
        shown = _participant_list(state, host.runner.participant_list)
        if shown != self._shown:
            self._shown = shown
            # Who has come can be found at no station in a blind session.
            blind = state.plan.settings.blind
            missing = [each for each in shown if not blind or each.person is None]
            self.table.show_records(missing, key=lambda listed_label: listed_label.label)
        here = sum(listed_label.person is not None for listed_label in shown)
        self._count.setText(translate("{here} of {all} have arrived", here=here, all=len(shown)))
        self._enable()

    def _add(self) -> None:
        host, name = self._desk.host, tidied_label(self.newcomer.text())
        if host is None or not name or not self.newcomer.is_right:
            return
        known = find_label(name, host.runner.participant_list)
        if known is not None:
            self._tell(translate("{label} is already on the list.", label=known), wrong=True)
            return
        try:
            host.runner.expect(name)
        except OperatorError as error:
            self._tell(translate(error), wrong=True)
            return
        self.newcomer.clear()
        words = translate("{label} can check in now.", label=name)
        before = self._desk.study.store.fingerprints.earlier(name, host.session)
        self._tell(f"{words} {recognised_words([name] if before else [])}", wrong=bool(before))
        self.refresh()

    def _ask_for_cards(self) -> None:
        host = self._desk.host
        if host is None:
            return
        folder = self._desk.study.store.folder.exports
        place = ask_where_to_save(self, self.windowTitle(), folder / f"cards-{host.session}.pdf")
        if place is None:
            return
        try:
            save_cards(place, host.runner.participant_list)
        except OperatorError as error:
            self._tell(translate(error), wrong=True)
        else:
            self._tell(translate("Saved: {file}", file=place))

    def _turn_away(self) -> None:
        listed_label: _Guest | None = self.table.chosen()
        if listed_label is not None:
            self.turn_away_requested.emit(listed_label.label)
        self.refresh()

    def _enable(self) -> None:
        listed_label: _Guest | None = self.table.chosen()
        why_not = ""
        if listed_label is None:
            why_not = translate("Choose a label.")
        elif listed_label.person is not None:
            why_not = translate("{label} has arrived.", label=listed_label.label)
        allow_unless(self.turn_away, why_not)
        nothing = ""
        if not tidied_label(self.newcomer.text()):
            nothing = translate("Type the label of someone who is not on the list.")
        allow_unless(self.add, self.newcomer.why_not() or nothing)

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        set_role(self._words, "danger" if wrong else "caption")
        self._words.setText(words)


def _participant_list(state: SessionState, listed: tuple[str, ...]) -> list[_Guest]:
    people = {person.label: person for person in state.participants.values() if person.label}
    return [_Guest(name, people.get(name), state) for name in listed]


def _columns() -> list[TableColumn[_Guest]]:
    return [
        TableColumn(translate("Label"), lambda g: g.label, lambda g: g.label.casefold()),
        TableColumn(translate("State"), _state),
        TableColumn(translate("Station"), _station),
    ]


def _state(listed_label: _Guest) -> str:
    if listed_label.person is None:
        return translate("Not here yet")
    words = person_words(listed_label.state, listed_label.person)
    if listed_label.person.took_part_before:
        return translate("{state}, has taken part before", state=words)
    return words


def _station(listed_label: _Guest) -> str:
    here = (
        listed_label.person is not None
        and listed_label.person.progress.part is not Part.TURNED_AWAY
    )
    return listed_label.person.station if listed_label.person is not None and here else "–"
