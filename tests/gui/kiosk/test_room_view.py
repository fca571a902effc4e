"""The room as one instrument: the experimenter's table over four real kiosks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hosted_session import HostedSession
from network_lab import HOME
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from hcmd_lab import __version__
from hcmd_lab.game.room import Interruption, Order, Outcome
from ui.control.session import room_view
from ui.control.session.room_view import RoomView
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.options import parse_options
from ui.look.tokens import tokens

NAMES = ["1", "2", "3", "10"]


class PretendedDesk(QObject):
    """As much of a desk as the view asks for."""

    session_opened = Signal()
    session_changed = Signal()

    def __init__(self, host: HostedSession, parent: QObject) -> None:
        super().__init__(parent)
        self.host: HostedSession | None = host


@pytest.fixture
def kiosks(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[RoomView, dict[str, Kiosk]]]:
    parent = QObject()
    session = HostedSession(tmp_path / "study", parent=parent)
    view = RoomView(PretendedDesk(session, parent))
    qtbot.addWidget(view)
    started: dict[str, Kiosk] = {}
    for name in NAMES:
        kiosk = started[name] = Kiosk(
            parse_options([
                "--server", f"{HOME}:{session.port}", "--station", name, "--code", session.code,
                "--state-dir", str(tmp_path / name), "--windowed",
            ])
        )  # fmt: skip
        kiosk.start()
    view.show()
    qtbot.waitUntil(lambda: len(session.room.stations) == 4, timeout=10_000)
    yield view, started
    for kiosk in started.values():
        kiosk.stop()
        kiosk.station.screen.deleteLater()
        kiosk.window.deleteLater()
    session.end()


def cells(view: RoomView, column: int) -> list[str]:
    model = view.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def told(view: RoomView) -> dict[str, str]:
    return dict(zip(cells(view, 0), cells(view, 7), strict=True))


def choose(view: RoomView, *names: str) -> None:
    view.table.clearSelection()
    for row, name in enumerate(cells(view, 0)):
        if name in names:
            view.table.setSelectionMode(view.table.SelectionMode.MultiSelection)
            view.table.selectRow(row)


def test_every_station_is_visited_and_judged(
    kiosks: tuple[RoomView, dict[str, Kiosk]], qtbot: QtBot
) -> None:
    view, _ = kiosks
    assert cells(view, 0) == NAMES
    assert view.words.text() == "No station has reported since it was connected."
    assert not [each for each in cells(view, 1) if "again" in each], "nobody was asked before"
    view.visit.click()
    assert set(told(view).values()) == {"Sent; no answer yet"}
    qtbot.waitUntil(lambda: set(told(view).values()) == {"Done: the kiosk has reported"})
    for verdict in cells(view, 1):
        assert "Start it without --windowed." in verdict
    assert "Attention at 4 of 4 stations: 1, 2, 3, 10." in view.words.text()


def inks(view: RoomView, column: int) -> set[str]:
    model = view.table.model()
    found = [
        model.index(row, column).data(Qt.ItemDataRole.ForegroundRole)
        for row in range(model.rowCount())
    ]
    return {"" if ink is None else ink.name() for ink in found}


def test_colours_tell_what_the_words_tell(
    kiosks: tuple[RoomView, dict[str, Kiosk]], qtbot: QtBot
) -> None:
    view, started = kiosks
    view.visit.click()
    qtbot.waitUntil(lambda: set(told(view).values()) == {"Done: the kiosk has reported"})
    assert inks(view, 1) == {tokens().danger}  # each kiosk is an ordinary window here
    assert inks(view, 3) == {""}  # their screens are alike
    assert inks(view, 6) == {""}  # and so are their programs
    assert set(cells(view, 6)) == {__version__}
    assert inks(view, 7) == {tokens().good}
    started["2"].interruptions.tell(Interruption.LOCKED)
    qtbot.waitUntil(lambda: any("Its screen is locked" in words for words in cells(view, 1)))
    started["2"].interruptions.tell(Interruption.UNLOCKED)
    qtbot.waitUntil(lambda: not any("Its screen is locked" in words for words in cells(view, 1)))


def test_only_chosen_stations_show_their_names_and_stay_chosen(
    kiosks: tuple[RoomView, dict[str, Kiosk]], qtbot: QtBot
) -> None:
    view, started = kiosks
    choose(view, "2", "10")
    view.identify.click()
    qtbot.waitUntil(started["2"].orders.sign.isVisible)
    qtbot.waitUntil(started["10"].orders.sign.isVisible)
    assert not started["1"].orders.sign.isVisible()
    assert view.chosen == ["2", "10"]
    # The name goes by itself, and what is told of it stays.
    done = "Done: the station’s name was put on the screen for 20 seconds"
    qtbot.waitUntil(lambda: told(view)["2"] == done)
    view.hide_names.click()
    qtbot.waitUntil(lambda: not started["10"].orders.sign.isVisible())


def test_what_is_impossible_at_a_station_is_told_there(
    kiosks: tuple[RoomView, dict[str, Kiosk]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = kiosks
    monkeypatch.setattr(room_view, "confirm", lambda *_: True)
    choose(view, "3")
    view.end(Order.SHUT_DOWN)
    assert told(view)["3"] == "Not possible here: the kiosk runs on the lab computer"
    assert told(view)["1"] == ""
    view.end(Order.RESTART)
    qtbot.waitUntil(lambda: "nothing would start the kiosk again" in told(view)["3"])


def test_nothing_ends_without_confirmation(
    kiosks: tuple[RoomView, dict[str, Kiosk]], monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = kiosks
    monkeypatch.setattr(room_view, "confirm", lambda *_: False)
    view.end(Order.QUIT)
    assert set(told(view).values()) == {""}


def test_who_is_in_a_group_is_ended_only_by_name(
    kiosks: tuple[RoomView, dict[str, Kiosk]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = kiosks
    monkeypatch.setattr("hcmd_lab.hosting.room.is_in_group", lambda _, name: name != "1")
    monkeypatch.setattr(room_view, "is_in_group", lambda _, name: name != "1")
    asked: list[str] = []

    def type_names(_: object, __: str, sentence: str, *___: object) -> str:
        asked.append(sentence)
        return "2, 99"

    monkeypatch.setattr(room_view, "ask_text", type_names)
    view.end(Order.QUIT)
    assert "In the middle of a group: 2, 3, 10." in asked[0]
    room = view._host.room
    qtbot.waitUntil(lambda: room.told["2"].outcome is Outcome.DONE)
    assert room.told["1"].outcome is Outcome.DONE
    assert {room.told[name].outcome for name in ("3", "10")} == {Outcome.IN_GROUP}
