"""Whoever begins to wait for the experimenter is heard and seen, whichever panel is shown."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from scripted import EVERYTHING, agree, scripted
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.network.alarm import Alarms
from hcmd_lab.network.door import Knock, WhyKnocks
from ui.control.alarm import Alarm
from ui.control.preferences import Preferences
from ui.control.session.attention import LOST_MS


class Room(QObject):
    """A desk with a session, an alarm, and what the alarm did."""

    session_changed = Signal()

    def __init__(
        self, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, walk: Walk
    ) -> None:
        super().__init__()
        self.walk = walk
        self.beeps = 0
        self.alerts: list[QWidget] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        monkeypatch.setattr(QApplication, "beep", self._beep)
        monkeypatch.setattr(QApplication, "alert", self.alerts.append)
        self.preferences = Preferences(folder / "control.ini")
        self.knocks: tuple[Knock, ...] = ()
        self.alarms = Alarms(self)
        self.alarm = Alarm(self, self.preferences, self.window)  # type: ignore[arg-type]

    @property
    def host(self) -> SimpleNamespace:
        return SimpleNamespace(
            runner=SimpleNamespace(state=self.walk.state, now_ms=self.walk.now_ms),
            door=SimpleNamespace(knocks=self.knocks),
            alarms=self.alarms,
        )

    def do(self, event: ev.SessionEvent) -> None:
        self.walk.do(event)
        self.look()

    def look(self) -> None:
        self.alarm._look()

    def _beep(self) -> None:
        self.beeps += 1

    @property
    def words(self) -> str:
        return "" if self.alarm.badge is None else self.alarm.badge.words


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    walk = Walk(small_plan(settings=SessionSettings(auto_start=False)))
    for number in range(1, 5):
        walk.do(ev.StationBack(0, f"s{number}"))
    return Room(qtbot, tmp_path, monkeypatch, walk)


def test_a_call_rings_once_and_counts_until_it_is_answered(room: Room) -> None:
    room.do(ev.CheckedIn(0, "p1", "s1", "", False))
    assert (room.beeps, room.words) == (0, "")
    room.do(ev.HelpCalled(0, "p1"))
    assert (room.beeps, room.alerts) == (1, [room.window])
    assert room.words == "1 thing waits for you in the session"
    room.do(ev.HelpCalled(0, "p1", "n", "still here"))
    assert room.beeps == 1
    room.do(ev.HelpGiven(0, "p1", False))
    assert (room.beeps, room.words) == (1, "")
    room.do(ev.HelpCalled(0, "p1"))
    assert room.beeps == 2


def test_a_group_that_waits_to_begin_rings(room: Room) -> None:
    room.walk.check_in()
    room.look()
    assert room.beeps == 1
    room.do(ev.GroupStarted(0, 1))
    assert room.alarm.count == 0


def test_a_lost_station_rings_when_it_does_not_come_back(room: Room, qtbot: QtBot) -> None:
    room.walk.check_in()
    room.do(ev.GroupStarted(0, 1))
    room.beeps = 0
    room.do(ev.StationLost(0, "s2"))
    assert room.beeps == 0
    room.walk.now_ms = LOST_MS
    with qtbot.waitSignal(room.alarm.rang, timeout=2 * LOST_MS):
        pass  # without another event
    assert (room.beeps, room.alarm.count) == (1, 1)
    room.do(ev.StationBack(LOST_MS, "s2"))
    assert room.alarm.count == 0


def test_a_closed_gate_rings_and_muted_there_is_no_sound(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = scripted(replace(EVERYTHING, gate_instructions=True))
    walk.check_in(2)
    room = Room(qtbot, tmp_path, monkeypatch, walk)
    room.preferences.sound = False
    agree(walk, "p1")
    room.session_changed.emit()
    with qtbot.waitSignal(room.alarm.rang):
        pass
    assert (room.beeps, len(room.alerts)) == (0, 1)
    agree(walk, "p2")
    room.look()
    assert len(room.alerts) == 1, "the same gate"
    room.do(ev.GateOpened(0, Part.INSTRUCTIONS))
    assert room.alarm.count == 0


def test_the_preference_is_kept(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "control.ini")
    assert preferences.sound
    preferences.sound = False
    preferences.save()
    assert not Preferences(tmp_path / "control.ini").sound


def test_who_knocks_rings_and_so_does_an_alarm_until_it_is_noted(room: Room) -> None:
    room.knocks = (Knock("7", "10.0.0.7", WhyKnocks.CLOSED),)
    room.look()
    assert (room.beeps, room.alarm.count) == (1, 1)
    room.knocks = ()
    room.alarms.sound(AlarmKind.OLD_TOKEN, "7", "10.0.0.9")
    room.look()
    assert (room.beeps, room.alarm.count) == (2, 1)
    room.alarms.note()
    room.look()
    assert room.alarm.count == 0
    room.alarms.sound(AlarmKind.OLD_TOKEN, "7", "10.0.0.9")
    room.look()
    assert (room.beeps, room.alarm.count) == (3, 1), "again"
