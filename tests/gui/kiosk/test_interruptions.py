"""What happens to a kiosk's computer reaches the session's log, also when it slept unconnected."""

from pathlib import Path

import pytest
from hosted_session import HostedSession
from network_lab import HOME
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hcmd_lab.game import events as ev
from hcmd_lab.game.room import Interruption
from hcmd_lab.interruptions import Interruptions, slept_s
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.options import parse_options


def test_a_sleep_is_told_once_with_its_length(qtbot: QtBot) -> None:
    parent, clock = QObject(), [100.0]
    watched = Interruptions(parent, lambda: clock[0])
    told: list[tuple[Interruption, int]] = []
    watched.happened.connect(lambda what, lasted_ms: told.append((what, lasted_ms)))
    watched.look()
    clock[0] += 1.0
    watched.look()
    assert told == []
    clock[0] += 90.0
    watched.look()
    watched.look()
    assert told == [(Interruption.ASLEEP, 90_000)]


def test_the_clocks_of_this_computer_can_be_read() -> None:
    assert abs(slept_s() - slept_s()) < 1


@pytest.mark.parametrize(
    ("message", "reason", "what"),
    [
        (0x02B1, 7, Interruption.LOCKED),
        (0x02B1, 8, Interruption.UNLOCKED),
        (0x02B1, 2, Interruption.AWAY),
        (0x02B1, 1, Interruption.RETURNED),
        (0x02B1, 5, None),
        (0x0218, 7, None),
    ],
)
def test_messages_of_windows_are_understood(
    qtbot: QtBot, message: int, reason: int, what: Interruption | None
) -> None:
    parent = QObject()
    watched = Interruptions(parent, lambda: 0.0)
    told: list[Interruption] = []
    watched.happened.connect(lambda what, _: told.append(what))
    watched.tell_of_windows(message, reason)
    assert told == ([] if what is None else [what])


def test_a_sleep_without_a_connection_is_in_the_log_after_the_next_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QObject()
    session = HostedSession(tmp_path / "study", parent=parent)
    kiosk = Kiosk(
        parse_options([
            "--server", f"{HOME}:{session.port}", "--station", "3", "--code", session.code,
            "--state-dir", str(tmp_path), "--windowed",
        ])
    )  # fmt: skip
    qtbot.addWidget(kiosk.window, before_close_func=lambda _: kiosk.stop())
    kiosk.start()
    qtbot.waitUntil(lambda: "3" in session.room.stations)
    session.go_away()
    kiosk.interruptions.tell(Interruption.ASLEEP, 61_000)
    session.come_back()

    def logged() -> list[tuple[str, Interruption, int]]:
        return [
            (event.station, event.what, event.lasted_ms)
            for event in session.store.log.events("session")
            if isinstance(event, ev.KioskInterrupted)
        ]

    qtbot.waitUntil(lambda: logged() == [("3", Interruption.ASLEEP, 61_000)], timeout=10_000)
    kiosk.stop()
    session.end()
