"""Sleep, shutdown, lock and session switch are heard from logind, each once, and end in the log."""

import sys
from collections.abc import Iterator

import pytest
from fake_logind import FakeLogind, logind_on_a_bus_of_its_own
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from hcmd_lab.game.room import Interruption
from hcmd_lab.interruptions import Interruptions

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux'")


@pytest.fixture
def logind(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeLogind]:
    with logind_on_a_bus_of_its_own(monkeypatch) as service:
        yield service
        QDBusConnection.disconnectFromBus("hcmd-logind")


class Watched:
    """Interruptions that listen, what they told, and the clock of sleep."""

    def __init__(self, qtbot: QtBot, logind: FakeLogind) -> None:
        self.slept_s = 0.0
        self.told: list[tuple[Interruption, int]] = []
        self.parent = QObject()
        self.interruptions = Interruptions(self.parent, lambda: self.slept_s)
        self.interruptions.happened.connect(lambda what, ms: self.told.append((what, ms)))
        self.interruptions.watch(0)
        qtbot.waitUntil(lambda: logind.asked.count("Get") == 2)
        self._qtbot = qtbot

    def hears(self, *expected: Interruption) -> None:
        self._qtbot.waitUntil(lambda: [what for what, _ in self.told] == list(expected))


def test_a_shutdown_that_is_called_off(qtbot: QtBot, logind: FakeLogind) -> None:
    watched = Watched(qtbot, logind)
    logind.prepare_for_shutdown(True)
    watched.hears(Interruption.ENDING)
    watched.interruptions.tell(Interruption.ENDING)  # Qt's session manager announces it too
    logind.prepare_for_shutdown(False)
    watched.hears(Interruption.ENDING, Interruption.GOES_ON)


def test_a_sleep_is_told_at_once_on_waking(qtbot: QtBot, logind: FakeLogind) -> None:
    watched = Watched(qtbot, logind)
    watched.interruptions._tick.stop()  # only logind tells
    logind.prepare_for_sleep(True)
    watched.slept_s = 42.0
    logind.prepare_for_sleep(False)
    watched.hears(Interruption.ASLEEP)
    assert watched.told == [(Interruption.ASLEEP, 42_000)]


def test_lock_and_unlock_are_told_once_each(qtbot: QtBot, logind: FakeLogind) -> None:
    watched = Watched(qtbot, logind)
    logind.lock()
    watched.hears(Interruption.LOCKED)
    logind.change("LockedHint", True)  # the desktop has obeyed
    qtbot.waitUntil(lambda: logind.asked.count("Get") == 4)
    logind.unlock()
    watched.hears(Interruption.LOCKED, Interruption.UNLOCKED)
    logind.change("LockedHint", False)
    qtbot.waitUntil(lambda: logind.asked.count("Get") == 6)
    logind.lock()
    watched.hears(Interruption.LOCKED, Interruption.UNLOCKED, Interruption.LOCKED)


def test_a_lock_by_the_desktop_alone(qtbot: QtBot, logind: FakeLogind) -> None:
    watched = Watched(qtbot, logind)
    logind.change("LockedHint", True)
    watched.hears(Interruption.LOCKED)
    logind.change("LockedHint", False)
    watched.hears(Interruption.LOCKED, Interruption.UNLOCKED)


def test_another_user_in_front(qtbot: QtBot, logind: FakeLogind) -> None:
    watched = Watched(qtbot, logind)
    logind.change("Active", False)
    watched.hears(Interruption.AWAY)
    logind.change("Active", True)
    watched.hears(Interruption.AWAY, Interruption.RETURNED)


def test_without_a_session_sleep_and_shutdown_are_still_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with logind_on_a_bus_of_its_own(monkeypatch, knows_session=False) as logind:
        told: list[Interruption] = []
        parent = QObject()
        interruptions = Interruptions(parent, lambda: 0.0)
        interruptions.happened.connect(lambda what, _: told.append(what))
        interruptions.watch(0)
        qtbot.waitUntil(lambda: logind.asked == ["GetSession"])
        logind.prepare_for_shutdown(True)
        qtbot.waitUntil(lambda: told == [Interruption.ENDING])
        QDBusConnection.disconnectFromBus("hcmd-logind")


def test_no_bus_is_no_failure(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    parent = QObject()
    Interruptions(parent, lambda: 0.0).watch(0)
