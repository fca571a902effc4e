"""Alarms are written into the session's log: the first at once, repetitions together."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.hosting.alarm_log import AlarmLog
from hcmd_lab.network.alarm import Alarms

HERE = ("s1", "10.0.0.9")


class Room:
    """Alarms, and what is stored of them."""

    def __init__(self) -> None:
        self.parent = QObject()
        self.alarms = Alarms(self.parent)
        self.stored: list[ev.AlarmRaised] = []
        self.log = AlarmLog(self.alarms, self.note, self.parent)

    def note(self, kind: type[ev.AlarmRaised], *details: object) -> None:
        self.stored.append(kind(0, *details))  # type: ignore[arg-type]

    @property
    def times(self) -> list[tuple[str, int]]:
        return [(event.kind.value, event.times) for event in self.stored]


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    del qtbot  # for the application
    room = Room()
    yield room
    room.parent.deleteLater()


def test_the_first_is_written_at_once_but_not_within_what_raised_it(
    room: Room, qtbot: QtBot
) -> None:
    room.alarms.sound(AlarmKind.OLD_TOKEN, *HERE, "10.0.0.1")
    assert room.stored == []
    qtbot.waitUntil(lambda: bool(room.stored))
    assert room.stored == [ev.AlarmRaised(0, AlarmKind.OLD_TOKEN, 1, *HERE, "10.0.0.1")]


def test_a_flood_is_one_event_and_none_of_it_is_left_out(room: Room, qtbot: QtBot) -> None:
    for _ in range(1000):
        room.alarms.sound(AlarmKind.FLOOD, *HERE)
    qtbot.waitUntil(lambda: bool(room.stored))
    assert room.times == [("flood", 1000)]
    for _ in range(7):
        room.alarms.sound(AlarmKind.FLOOD, *HERE)
    room.alarms.sound(AlarmKind.BOT, *HERE)
    qtbot.waitUntil(lambda: len(room.stored) == 3)
    assert room.times == [("flood", 1000), ("flood", 7), ("bot", 1)]


def test_repetitions_are_written_after_a_while(room: Room, qtbot: QtBot) -> None:
    room.log._later.setInterval(30)
    room.alarms.sound(AlarmKind.WRONG_CODE, "", HERE[1])
    qtbot.waitUntil(lambda: bool(room.stored))
    room.alarms.sound(AlarmKind.WRONG_CODE, "", HERE[1])
    qtbot.waitUntil(lambda: room.times == [("wrong_code", 1), ("wrong_code", 1)])


def test_what_is_not_written_yet_is_at_the_end(room: Room) -> None:
    room.alarms.sound(AlarmKind.GARBLED, *HERE)
    room.log.close()
    assert room.times == [("garbled", 1)]
