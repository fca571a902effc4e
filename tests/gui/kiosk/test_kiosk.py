"""The whole kiosk in this process: set-up, pairing, refusals, leaving; a real host over sockets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hosted_session import HostedSession
from kiosk_lab import EXIT_PIN, Lab, ask_to_leave, enter, press, words
from network_lab import HOME, Log
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.station_messages import UNSENT, CheckIn
from ui.kiosk.exit_tries import ExitTries
from ui.kiosk.host_address import Address
from ui.kiosk.remembered import Place, load_place, save_place
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.sorry_page import SorryPage
from ui.kiosk.watchdog import CRASHED


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path) -> Iterator[Lab]:
    parent = QObject()
    lab = Lab(qtbot, tmp_path, HostedSession(tmp_path / "study", parent=parent), [])
    yield lab
    lab.close()


def test_an_assistant_sets_a_station_up_once(lab: Lab) -> None:
    first = lab.kiosk()
    lab.until_form(first)
    enter(first, "setup_server", lab.server)
    enter(first, "setup_station", "3")
    enter(first, "setup_code", lab.session.code)
    press(first, "setup_connect")
    lab.until(first, ParticipantScreen)
    assert first.window.windowTitle() == "Station 3 – HCMD Lab"
    assert load_place(lab.state) == Place(Address(HOME, lab.session.port), "3")
    first.stop()
    again = lab.kiosk()
    lab.until(again, ParticipantScreen)
    assert again.window.windowTitle() == "Station 3 – HCMD Lab"


def test_in_the_next_session_only_the_code_is_asked_for(lab: Lab) -> None:
    lab.paired().stop()
    lab.session.stations.release("3")
    kiosk = lab.kiosk()
    form = lab.until_form(kiosk)
    assert "does not know this station" in words(form)
    assert form.findChild(QLineEdit, "setup_server").text() == lab.server
    assert form.findChild(QLineEdit, "setup_code").hasFocus()
    enter(kiosk, "setup_code", lab.session.code)
    press(kiosk, "setup_connect")
    lab.until(kiosk, ParticipantScreen)


@pytest.mark.parametrize(
    ("change", "sentence", "at"),
    [
        ("host", "belongs to another lab computer", "setup_code"),
        ("pin", "last four characters", "setup_code"),
        ("taken", "Another computer has this station's name", "setup_station"),
    ],
)
def test_a_refused_pairing_comes_back_to_the_form(
    lab: Lab, change: str, sentence: str, at: str
) -> None:
    code = lab.session.code
    wrong = {
        "host": "0" * 12 + code[-4:],
        "pin": code[:-4] + ("0000" if code[-4:] != "0000" else "1111"),
        "taken": code,
    }
    if change == "taken":
        lab.session.stations.claim("3", "somebody")
    kiosk = lab.kiosk("--server", lab.server, "--station", "3", "--code", wrong[change])
    form = lab.until_form(kiosk)
    assert sentence in words(form)
    assert form.findChild(QLineEdit, at).hasFocus()


def test_a_lab_computer_that_is_not_there_yet_is_waited_for(lab: Lab) -> None:
    lab.session.go_away()
    kiosk = lab.kiosk("--server", lab.server, "--station", "3", "--code", lab.session.code)
    assert lab.server in words(kiosk.window.face)
    lab.session.come_back()
    lab.until(kiosk, ParticipantScreen)


def test_a_wrong_address_is_changed_while_it_is_tried(lab: Lab) -> None:
    kiosk = lab.kiosk("--server", f"{HOME}:1", "--station", "3", "--code", lab.session.code)
    press(kiosk, "change_settings")
    lab.until_form(kiosk)
    enter(kiosk, "setup_server", lab.server)
    enter(kiosk, "setup_code", lab.session.code)
    press(kiosk, "setup_connect")
    lab.until(kiosk, ParticipantScreen)


def test_a_station_that_runs_already_is_not_started(lab: Lab) -> None:
    lab.paired()
    with pytest.raises(OperatorError, match="already running on this computer"):
        lab.kiosk("--station", "3")
    other = lab.kiosk("--server", lab.server, "--station", "4", "--code", lab.session.code)
    lab.until(other, ParticipantScreen)
    ask_to_leave(other)
    press(other, "exit_setup")
    lab.until_form(other)
    enter(other, "setup_station", "3")
    enter(other, "setup_code", lab.session.code)
    press(other, "setup_connect")
    assert "already running on this computer" in words(lab.until_form(other))


def test_after_a_crash_what_was_entered_counts(lab: Lab) -> None:
    save_place(lab.state, Place(Address(HOME, lab.session.port), "3"))
    lab.paired().stop()
    arguments = ("--server", f"{HOME}:1", "--station", "9")
    again = lab.kiosk(*arguments, "--child", "again")
    lab.until(again, ParticipantScreen)
    first = lab.kiosk(*arguments, "--child", "first")
    assert first.window.face.findChild(QLineEdit, "setup_server").text() == f"{HOME}:1"


def test_a_locked_kiosk_is_left_with_the_pin(lab: Lab) -> None:
    lab.ask_for_a_pin()
    tries = Log(lab.session.host, "exit_tried")
    kiosk = lab.paired(locked=True)
    ended = Log(kiosk, "ended")
    ask_to_leave(kiosk)
    for pin in ("0000", "2718"):
        enter(kiosk, "exit_pin", pin)
        press(kiosk, "exit_leave")
        lab.qtbot.waitUntil(lambda: len(tries.entries) == (1 if pin == "0000" else 2))  # noqa: B023
    assert tries.of("exit_tried") == [("3", False), ("3", True)]
    lab.qtbot.waitUntil(lambda: bool(ended.entries))
    assert ended.of("ended") == [(0,)]
    kiosk.stop()
    assert ExitTries(lab.state).is_told


def test_a_try_that_has_not_arrived_is_kept_for_the_next_session(lab: Lab) -> None:
    lab.ask_for_a_pin()
    kiosk = lab.paired(locked=True)
    ask_to_leave(kiosk)
    with lab.qtbot.waitSignal(kiosk._gate.tried):
        enter(kiosk, "exit_pin", "0000")
        press(kiosk, "exit_leave")
    lab.session.go_away()  # before it has read anything
    kiosk.stop()
    assert not ExitTries(lab.state).is_told


def test_the_pin_is_known_without_the_lab_computer(lab: Lab) -> None:
    lab.ask_for_a_pin()
    lab.paired().stop()
    lab.session.go_away()
    kiosk = lab.kiosk("--child", "again", locked=True)
    ended = Log(kiosk, "ended")
    ask_to_leave(kiosk)
    assert kiosk.window.findChild(QLineEdit, "exit_pin").isVisible()
    enter(kiosk, "exit_pin", "2718")
    press(kiosk, "exit_leave")
    lab.qtbot.waitUntil(lambda: ended.of("ended") == [(0,)])


def test_another_name_in_the_form_does_not_free_a_kiosk(lab: Lab) -> None:
    lab.ask_for_a_pin()
    lab.paired().stop()
    lab.session.stations.release("3")
    kiosk = lab.kiosk(locked=True)
    ask_to_leave(kiosk)
    enter(kiosk, "exit_pin", EXIT_PIN)
    press(kiosk, "exit_setup")
    lab.until_form(kiosk)
    enter(kiosk, "setup_server", f"{HOME}:1")
    enter(kiosk, "setup_station", "99")
    enter(kiosk, "setup_code", lab.session.code)
    press(kiosk, "setup_connect")
    assert not kiosk.window.face.is_form
    kiosk._guard._idle.timeout.emit()  # nobody goes on
    press(kiosk, "change_settings")
    assert kiosk.window.findChild(QLineEdit, "exit_pin").isVisible()


def test_without_a_pin_leaving_is_free(lab: Lab) -> None:
    kiosk = lab.kiosk(locked=True)
    ended = Log(kiosk, "ended")
    ask_to_leave(kiosk)
    press(kiosk, "exit_leave")
    assert ended.of("ended") == [(0,)]


def test_an_ordinary_window_ends_the_program(lab: Lab) -> None:
    kiosk = lab.paired()
    with lab.qtbot.waitSignal(kiosk.ended) as ended:
        kiosk.window.close()
    assert ended.args == [0]


def test_a_released_station_is_set_up_anew(lab: Lab) -> None:
    kiosk = lab.paired()
    kiosk.station.send(CheckIn(UNSENT, "", is_bot=False))
    lab.until_page(kiosk, Page.SEATING)
    lab.session.host.revoke("3")
    assert "has released this station" in words(lab.until_form(kiosk))


def test_what_somebody_has_earned_stays_on_the_screen(lab: Lab) -> None:
    kiosk = lab.paired()
    lab.until_page(kiosk, Page.CHECK_IN)  # which would come after the page that is made up
    kiosk.station._on_snapshot(SeatView(Page.FINISHED, participant="p1"))
    lab.session.host.revoke("3")
    with lab.qtbot.waitSignal(kiosk.station.shut_out):
        pass
    assert isinstance(kiosk.window.face, ParticipantScreen)
    ask_to_leave(kiosk)
    press(kiosk, "exit_setup")
    lab.until_form(kiosk)


def fail(view: SeatView) -> None:
    raise ZeroDivisionError


def test_a_page_that_cannot_be_shown_starts_the_kiosk_again(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = lab.paired("--child", "first")
    monkeypatch.setattr(kiosk.station.screen, "show_view", fail)
    with lab.qtbot.captureExceptions(), lab.qtbot.waitSignal(kiosk.ended) as ended:
        kiosk.station.send(CheckIn(UNSENT, "", is_bot=False))
    assert ended.args == [CRASHED]


@pytest.mark.parametrize("child", [(), ("--child", "again")])
def test_where_that_does_not_help_a_calm_sentence_stays(
    lab: Lab, child: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = lab.paired(*child)
    monkeypatch.setattr(kiosk.station.screen, "show_view", fail)
    with lab.qtbot.captureExceptions():
        kiosk.station.send(CheckIn(UNSENT, "", is_bot=False))
        lab.until(kiosk, SorryPage)
    assert "raise your hand" in words(kiosk.window.face)
    monkeypatch.undo()
    lab.session.host.disconnect_station("3", "Once more.", "too_fast")
    lab.until_form(kiosk)
