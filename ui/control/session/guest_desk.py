"""Who of the guest list is here, who is missing, and who comes without being on it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.parts import Part
from hcmd_lab.game.state import ParticipantState, SessionState
from hcmd_lab.guests import MOST_CHARACTERS, find_guest
from ui.control.data.table_model import Column, RecordTable
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.session.words import part_words
from ui.figures.cards import save_cards
from ui.look import SPACE
from ui.look.parts import button, label, set_role
from ui.told import told

translate = QCoreApplication.translate

_REFRESH_MS = 1000


@dataclass(frozen=True, slots=True)
class _Guest:
    label: str
    person: ParticipantState | None


class GuestDesk(QDialog):
    """The guest list of the session that the desk hosts; it follows the session.

    Signals:
        turn_away_requested(str): Somebody on the list cannot take part (the label).

    Attributes:
        table: A row for each guest.
        newcomer: The label of somebody who is to be added.
        add: Puts it on the list.
        turn_away: For the chosen guest who is not here yet.
        cards: Saves the list as cards.
    """

    turn_away_requested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the list as it is now."""
        super().__init__(parent)
        self._desk = desk
        self._shown: list[_Guest] = []
        self.setWindowTitle(self.tr("Guest list"))
        self._count = label("", "heading", wrap=False)
        self.table = RecordTable(self.tr("Guest list"), _columns())
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self._words = label("", "caption")
        self.newcomer = QLineEdit()
        self.newcomer.setMaxLength(MOST_CHARACTERS)
        self.newcomer.setPlaceholderText(self.tr("Label of someone who is not on the list"))
        self.newcomer.setAccessibleName(self.newcomer.placeholderText())
        self.newcomer.textChanged.connect(self._enable)
        self.newcomer.returnPressed.connect(self._add)
        self.add = button(self.tr("&Add to the list"))
        self.turn_away = button(self.tr("&Turn away"))
        self.cards = button(self.tr("Save car&ds…"))
        close = button(self.tr("&Close"), "primary")
        for each in (self.add, self.turn_away, self.cards, close):
            each.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        self.turn_away.clicked.connect(self._turn_away)
        self.cards.clicked.connect(self._ask_for_cards)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        row.addWidget(self.newcomer, 1)
        row.addWidget(self.add)
        column = dialog_column(self)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addLayout(dialog_foot(self.turn_away, self.cards, close))
        self.resize(560, 560)
        self._clock = QTimer(self, interval=_REFRESH_MS)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is now; the same one leaves the table alone."""
        host = self._desk.host
        if host is None:
            return
        state = host.conductor.state
        shown = _guests(state, host.conductor.guests)
        if shown != self._shown:
            self._shown = shown
            self.table.show_records(shown, key=lambda guest: guest.label)
        here = sum(guest.person is not None for guest in shown)
        self._count.setText(self.tr("{here} of {all} have come").format(here=here, all=len(shown)))
        self._enable()

    def _add(self) -> None:
        host, name = self._desk.host, " ".join(self.newcomer.text().split())
        if host is None or not name:
            return
        known = find_guest(name, host.conductor.guests)
        if known is not None:
            self._tell(self.tr("{label} is on the list already.").format(label=known), wrong=True)
            return
        try:
            host.conductor.expect(name)
        except OperatorError as error:
            self._tell(told(error), wrong=True)
            return
        self.newcomer.clear()
        self._tell(self.tr("{label} can check in now.").format(label=name))
        self.refresh()

    def _ask_for_cards(self) -> None:
        host = self._desk.host
        if host is None:
            return
        folder = self._desk.study.store.folder.exports
        place, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), str(folder / f"cards-{host.session}.pdf"), "PDF (*.pdf)"
        )
        if not place:
            return
        try:
            save_cards(Path(place), host.conductor.guests)
        except OperatorError as error:
            self._tell(told(error), wrong=True)
        else:
            self._tell(self.tr("Saved: {file}").format(file=place))

    def _turn_away(self) -> None:
        guest: _Guest | None = self.table.chosen()
        if guest is not None:
            self.turn_away_requested.emit(guest.label)
        self.refresh()

    def _enable(self) -> None:
        guest: _Guest | None = self.table.chosen()
        self.turn_away.setEnabled(guest is not None and guest.person is None)
        self.add.setEnabled(bool(self.newcomer.text().strip()))

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        set_role(self._words, "danger" if wrong else "caption")
        self._words.setText(words)


def _guests(state: SessionState, listed: tuple[str, ...]) -> list[_Guest]:
    people = {person.label: person for person in state.participants.values() if person.label}
    return [_Guest(name, people.get(name)) for name in listed]


def _columns() -> list[Column[_Guest]]:
    return [
        Column(translate("GuestDesk", "Label"), lambda g: g.label, lambda g: g.label.casefold()),
        Column(translate("GuestDesk", "State"), _state, _state),
        Column(translate("GuestDesk", "Station"), _station, _station),
    ]


def _state(guest: _Guest) -> str:
    if guest.person is None:
        return translate("GuestDesk", "Not here yet")
    return part_words(guest.person.progress.part)


def _station(guest: _Guest) -> str:
    here = guest.person is not None and guest.person.progress.part is not Part.TURNED_AWAY
    return guest.person.station if guest.person is not None and here else "–"
