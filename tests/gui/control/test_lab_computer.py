"""What happens to the lab computer during a session is in the log, and said where it helps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_logind import logind_on_a_bus_of_its_own
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.room import Interruption
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.hosting.session_clock import LOGGED_MS
from ui.control.desk import Desk
from ui.control.lab_computer import LabComputer
from ui.control.session.event_words import event_words


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot
    desk = Desk()
    desk.identity = tmp_path / "identity"
    desk.open_study(playable_study(tmp_path / "study", 4))
    yield desk
    desk.close_study()


def watched(qtbot: QtBot, desk: Desk) -> tuple[LabComputer, list[str]]:
    window = QWidget()
    qtbot.addWidget(window)
    computer = LabComputer(desk, window)
    said: list[str] = []
    computer.noticed.connect(said.append)
    return computer, said


def logged(desk: Desk) -> list[ev.HostInterrupted]:
    assert desk.host is not None
    events = desk.study.store.log.events(desk.host.session)
    return [event for event in events if isinstance(event, ev.HostInterrupted)]


def opened(desk: Desk) -> None:
    desk.open_session("pilot", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")


def test_each_is_logged_and_said_when_somebody_can_read_it(qtbot: QtBot, desk: Desk) -> None:
    computer, said = watched(qtbot, desk)
    opened(desk)
    for what in Interruption:
        computer.interruptions.tell(what, 45_000 if what is Interruption.ASLEEP else 0)
    kinds = [event.what for event in logged(desk)]
    assert kinds == [what for what in Interruption if what is not Interruption.ASLEEP]
    assert said[0].startswith("This computer slept for 45.0 s. The session’s clock stood")
    assert [words.split(".")[0] for words in said[1:]] == [
        "The screen of this computer was locked or another user was in front; the session has "
        "gone on",
        "The screen of this computer was locked or another user was in front; the session has "
        "gone on",
        "This computer announces a shutdown or log-off",
        "The shutdown was called off; the session goes on",
    ]
    state = desk.session_state
    assert state is not None
    assert event_words(logged(desk)[0], state).startswith("The lab computer’s screen was locked")


def test_a_sleep_that_the_clock_may_not_have_noticed_promises_nothing(
    qtbot: QtBot, desk: Desk
) -> None:
    computer, said = watched(qtbot, desk)
    opened(desk)
    computer.interruptions.tell(Interruption.ASLEEP, LOGGED_MS - 1)
    assert said == []
    computer.interruptions.tell(Interruption.ASLEEP, LOGGED_MS)
    assert len(said) == 1


def test_nothing_is_said_without_a_session(qtbot: QtBot, desk: Desk) -> None:
    computer, said = watched(qtbot, desk)
    computer.interruptions.tell(Interruption.ENDING)
    assert said == []


def test_what_logind_tells_arrives_in_the_log(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with logind_on_a_bus_of_its_own(monkeypatch) as logind:
        computer, said = watched(qtbot, desk)
        opened(desk)
        computer.watch()
        qtbot.waitUntil(lambda: logind.asked.count("Get") == 2)
        logind.prepare_for_shutdown(True)
        qtbot.waitUntil(lambda: [each.what for each in logged(desk)] == [Interruption.ENDING])
        assert said
        assert "resume it after the next start" in said[0]
        QDBusConnection.disconnectFromBus("hcmd-logind")
