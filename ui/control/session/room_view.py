"""The kiosks that are connected: how each one is, and what can be asked of chosen ones."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from PySide6.QtWidgets import QDialog, QHeaderView, QMenu, QWidget

from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.room import IDENTIFY_S, Order, Outcome
from hcmd_lab.hosting.room import Told, is_in_group
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network.room_check import Trouble, Visited, check_room, screen_of
from hcmd_lab.telling.room import outcome_words
from hcmd_lab.telling.room_check import room_sentence, screen_words, sound_words, visited_words
from hcmd_lab.telling.times import took
from hcmd_lab.telling.translate import translate
from ui.control.confirm import confirm
from ui.control.data.table_model import RecordTable, TableColumn
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.session.ask_text import ask_text
from ui.control.session.wake_card import WakeCard
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, in_column, in_row
from ui.look.tokens import tokens
from ui.look.widgets import button, label
from ui.look.windows import open_at

_HEIGHT_PX = 160
_SIZE_PX = (1140, 680)


@dataclass(frozen=True, slots=True)
class _Row:
    visited: Visited
    told: Told | None
    is_connected: bool = True


class RoomView(QWidget):
    """Table of the connected kiosks, with buttons; without a chosen row they are for all.

    Attributes:
        table: A row for each station.
        visit: Asks every station how it is.
        identify: Has the names shown.
        more: The other things that can be asked.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the view for the desk's session, running or just ended."""
        super().__init__(parent)
        self._desk = desk
        self._host: SessionHost | None = None
        self.words = label("")
        self.table = RecordTable(translate("Kiosks"), _columns())
        self.table.setMinimumHeight(_HEIGHT_PX)
        for column in (1, len(_columns()) - 1):  # sentences, on as many lines as they need
            self.table.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch
            )
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.visit = button(
            translate("Vis&it every station"), "primary", clicked=lambda: self._ask(Order.VISIT)
        )
        self.identify = button(
            translate("Sho&w station names"), clicked=lambda: self._ask(Order.IDENTIFY)
        )
        self.hide_names = button(
            translate("Hide n&ames"), clicked=lambda: self._ask(Order.IDENTIFY, seconds=0)
        )
        self.message = button(translate("&Message…"), clicked=self._write)
        self.more = QMenu(self)
        self.more.addAction(translate("Take the message away"), lambda: self._ask(Order.MESSAGE))
        for order in (Order.RESTART, Order.QUIT, Order.SHUT_DOWN):
            self.more.addAction(f"{_act_words(order)}…", partial(self.end, order))
        self.opener = button(translate("Mor&e"))
        self.opener.setMenu(self.more)
        self._acts = in_row(
            self.visit, self.identify, self.hide_names, self.message, self.opener, Spare(), gap=2
        )
        in_column(self.words, self.table, self._acts, of=self, gap=2)
        desk.session_opened.connect(self.refresh)
        desk.session_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the kiosks that are connected now."""
        host = self._desk.host
        if host is not self._host:
            self._host = host
            if host is not None:
                host.room.changed.connect(self.refresh)
        rows: list[_Row] = []
        if host is not None:
            room = host.room
            visited = check_room(room.stations, room.reported, room.interrupted)
            rows = [_Row(each, room.told.get(each.station)) for each in visited]
            gone = sorted(room.told.keys() - room.stations)
            rows += [_Row(Visited(name, None, (), {}), room.told[name], False) for name in gone]
            self.words.setText(
                translate(room_sentence(visited))
                if visited and room.reported
                else translate("No station has reported since it was connected.")
            )
        self.table.show_records(rows, key=lambda row: row.visited.station)
        self.table.setVisible(bool(rows))
        nobody = ""
        if not rows:
            nobody = translate(
                "No kiosk is connected. Kiosks connect while a session is open, and stay "
                "connected after its end until the next one."
            )
            self.words.setText(nobody)
        for each in (self.visit, self.identify, self.hide_names, self.message, self.opener):
            allow_unless(each, nobody)

    @property
    def chosen(self) -> list[str]:
        """The chosen stations, or all that are connected."""
        rows = [row.visited.station for row in self.table.all_chosen()]
        if rows or self._host is None:
            return rows
        return sorted(self._host.room.stations, key=lambda name: (len(name), name))

    def end(self, order: Order) -> None:
        """End kiosks or computers, after a confirmation; in a group only those that are named."""
        host, stations = self._host, self.chosen
        if host is None or not stations:
            return
        name, sentence = _act_words(order), _consequence(order, ", ".join(stations))
        playing = [each for each in stations if is_in_group(host.runner.state, each)]
        named: list[str] = []
        if playing:
            sentence += " " + translate(
                "In the middle of a group: {stations}. Type the names of those that are meant "
                "all the same, with commas; the others are left alone.",
                stations=", ".join(playing),
            )
            typed = ask_text(self, name, sentence, name)
            if typed is None:
                return
            named = [each.strip() for each in typed.split(",")]
        elif not confirm(self, name, sentence, name):
            return
        host.room.order(order, stations, confirmed=named)

    def _write(self) -> None:
        stations = self.chosen
        text = ask_text(
            self,
            translate("Message on the kiosks"),
            translate(
                "Shown at {stations}, whether or not somebody sits there, until it is put away:",
                stations=", ".join(stations),
            ),
            translate("Send"),
            max_characters=MAX_MESSAGE_CHARACTERS,
        )
        if text and self._host is not None:
            self._host.room.order(Order.MESSAGE, stations, text=text)

    def _ask(self, order: Order, seconds: int = IDENTIFY_S) -> None:
        if self._host is not None:
            everyone = order is Order.VISIT
            stations = sorted(self._host.room.stations) if everyone else self.chosen
            self._host.room.order(order, stations, seconds=seconds)


def _act_words(order: Order) -> str:
    """Names an act that ends a kiosk."""
    if order is Order.RESTART:
        return translate("Restart the kiosk")
    if order is Order.QUIT:
        return translate("Quit the kiosk")
    return translate("Shut the computer down")


def _consequence(order: Order, stations: str) -> str:
    if order is Order.RESTART:
        return translate(
            "The kiosk program starts again at {stations} and shows the same page.",
            stations=stations,
        )
    if order is Order.QUIT:
        return translate(
            "The kiosk program ends at {stations}; somebody has to start it there by hand.",
            stations=stations,
        )
    return translate("The computers shut down at {stations}.", stations=stations)


class RoomDialog(QDialog):
    """The kiosks during a session, and those that can be woken.

    Attributes:
        room: The connected ones.
        wake: The paired ones.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the kiosks of the desk's session."""
        super().__init__(parent)
        self.setWindowTitle(translate("Kiosks"))
        self.room = RoomView(desk)
        self.wake = WakeCard(desk)
        self.wake.refresh()
        done = button(translate("&Close"), clicked=self.accept)
        dialog_column(self, self.room, self.wake, dialog_foot(done))
        open_at(self, *_SIZE_PX)


def _columns() -> list[TableColumn[_Row]]:
    return [
        TableColumn(translate("Station"), lambda row: row.visited.station),
        TableColumn(translate("Check"), _verdict, ink=_verdict_ink),
        TableColumn(
            translate("Clock"), _clock, _clock_order, is_number=True, ink=_of(Trouble.CLOCK)
        ),
        TableColumn(translate("Screen"), _screen, ink=_of(Trouble.SCREEN)),
        TableColumn(translate("Keyboard"), _keyboard, ink=_of(Trouble.KEYBOARD, Trouble.LANGUAGE)),
        TableColumn(translate("Sound"), _sound, ink=_of(Trouble.SOUND)),
        TableColumn(translate("Program"), _program, ink=_of(Trouble.VERSION)),
        TableColumn(translate("Last asked"), _told, ink=_told_ink),
    ]


def _verdict_ink(row: _Row) -> str:
    if not row.is_connected:
        return tokens().muted
    return tokens().danger if row.visited.troubles else tokens().good


def _of(*troubles: Trouble) -> Callable[[_Row], str | None]:
    """The colour of a cell that shows what may be wrong in these ways."""
    wrong = set(troubles)
    return lambda row: tokens().danger if wrong.intersection(row.visited.troubles) else None


def _told_ink(row: _Row) -> str | None:
    if row.told is None:
        return None
    match row.told.outcome:
        case Outcome.DONE | Outcome.READ | Outcome.BACK:
            return tokens().good
        case Outcome.SENT:
            return tokens().muted
        case (
            Outcome.NOT_CONNECTED | Outcome.IN_GROUP | Outcome.NO_ANSWER | Outcome.SIMULATED
            | Outcome.WINDOWED | Outcome.UNGUARDED | Outcome.LAB_COMPUTER | Outcome.NO_WAY
            | Outcome.REFUSED
        ):  # fmt: skip
            return tokens().danger
        case _:
            assert_never(row.told.outcome)


def _verdict(row: _Row) -> str:
    return visited_words(row.visited) if row.is_connected else translate("Not connected")


def _clock(row: _Row) -> str:
    reported = row.visited.reported
    return "" if reported is None else f"±{took(abs(reported.clock_off_ms) / 1000)}"


def _clock_order(row: _Row) -> int:
    reported = row.visited.reported
    return -1 if reported is None else abs(reported.clock_off_ms)


def _screen(row: _Row) -> str:
    reported = row.visited.reported
    return "" if reported is None else screen_words(screen_of(reported.report))


def _keyboard(row: _Row) -> str:
    reported = row.visited.reported
    if reported is None:
        return ""
    return f"{reported.report.keyboard} · {reported.report.language}"


def _sound(row: _Row) -> str:
    reported = row.visited.reported
    return "" if reported is None else sound_words(reported.report.sound)


def _program(row: _Row) -> str:
    reported = row.visited.reported
    return "" if reported is None else reported.report.version


def _told(row: _Row) -> str:
    told = row.told
    if told is None:
        return ""
    return outcome_words(told.order, told.outcome, told.detail, is_end=told.is_end)
