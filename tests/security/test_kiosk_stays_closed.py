"""Attack: whoever stands at a locked kiosk wants its set-up form, the desktop, or its PIN gone."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hosted_session import HostedSession
from kiosk_lab import EXIT_PIN, HASH, Lab, ask_to_leave, enter, press, words
from network_lab import HOME, PIN, Log, MemoryRegistry, lab_certificate
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page
from hcmd_lab.network.credentials import Credentials, load_credentials, save_credentials
from hcmd_lab.network.exit_pin import hash_pin, pin_matches
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.pairing import PairingCode
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import UNSENT, CheckIn
from ui.kiosk import kiosk as kiosk_module
from ui.kiosk.kept_pin import FILE_NAME, KeptPin
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.setup_page import SetupPage

OTHER_PIN = "9999"


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path) -> Iterator[Lab]:
    parent = QObject()
    lab = Lab(qtbot, tmp_path, HostedSession(tmp_path / "study", parent=parent), [])
    lab.ask_for_a_pin()
    yield lab
    lab.close()


@pytest.fixture
def stranger(qtbot: QtBot) -> Iterator[LabHost]:
    """A lab computer that somebody has brought, without a PIN."""
    parent = QObject()
    host = LabHost(lab_certificate(2), MemoryRegistry(), "theirs", PIN, parent=parent)
    yield host
    host.close()


def until_closed(lab: Lab, kiosk: Kiosk) -> str:
    """Wait for the page that only the PIN leads on from; what it says."""
    lab.qtbot.waitUntil(
        lambda: (
            isinstance(kiosk.window.face, SetupPage)
            and "This station is not connected" in words(kiosk.window.face)
        )
    )
    assert not kiosk.window.face.is_form
    return words(kiosk.window.face)


def assert_pin_is_asked(kiosk: Kiosk) -> None:
    """Both ways on ask for the PIN, and without it lead nowhere."""
    ended = Log(kiosk, "ended")
    for way in (lambda: press(kiosk, "change_settings"), lambda: ask_to_leave(kiosk)):
        way()
        field = kiosk.window.findChild(QLineEdit, "exit_pin")
        assert field.isVisible()
        for name in ("exit_setup", "exit_leave"):
            press(kiosk, name)
        press(kiosk, "exit_back")
    assert not kiosk.window.face.is_form
    assert ended.entries == []


def refuse(lab: Lab, code: RejectionCode) -> None:
    lab.session.host.disconnect_station("3", "No.", code)


@pytest.mark.parametrize("code", sorted(set(RejectionCode)))
def test_no_final_refusal_opens_the_form(lab: Lab, code: RejectionCode) -> None:
    kiosk = lab.paired(locked=True)
    kiosk.station.send(CheckIn(UNSENT, "", is_bot=False))
    lab.until_page(kiosk, Page.SEATING)
    with lab.qtbot.waitSignal(kiosk.station._link.rejected):
        refuse(lab, code)
    if code in (RejectionCode.SESSION_FULL, RejectionCode.SESSION_CLOSED, RejectionCode.KNOCKING):
        assert isinstance(kiosk.window.face, ParticipantScreen)  # it connects again
        return
    until_closed(lab, kiosk)
    assert_pin_is_asked(kiosk)


def forget_the_token(lab: Lab) -> None:
    lab.session.stations.release("3")


def spoil_the_pairing(lab: Lab) -> None:
    (lab.state / "3" / "pairing.json").write_text("{")


def lose_the_pairing(lab: Lab) -> None:
    (lab.state / "3" / "pairing.json").unlink()


@pytest.mark.parametrize("before", [forget_the_token, spoil_the_pairing, lose_the_pairing])
@pytest.mark.parametrize(
    "options",
    [("--child", "again"), (), ("--station", "99"), ("--server", f"{HOME}:1", "--station", "99")],
)
def test_neither_a_restart_nor_options_open_the_form(
    lab: Lab, before: Callable[[Lab], None], options: tuple[str, ...]
) -> None:
    lab.paired(locked=True).stop()
    before(lab)
    kiosk = lab.kiosk(*options, locked=True)
    until_closed(lab, kiosk)
    assert_pin_is_asked(kiosk)


def test_no_key_opens_the_form_or_ends_the_kiosk(lab: Lab) -> None:
    kiosk = lab.paired(locked=True)
    lab.session.host.revoke("3")
    until_closed(lab, kiosk)
    ended = Log(kiosk, "ended")
    none, held = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier
    modifiers = [
        none, held.ShiftModifier, held.ControlModifier, held.AltModifier, held.MetaModifier,
        held.ControlModifier | held.ShiftModifier, held.ControlModifier | held.AltModifier,
        held.AltModifier | held.ShiftModifier,
        held.ControlModifier | held.AltModifier | held.ShiftModifier,
    ]  # fmt: skip
    window = kiosk.window.windowHandle()
    keyboard = [key for key in Qt.Key if key <= 0x7F or 0x1000000 <= key <= 0x1000058]
    assert {Qt.Key.Key_F12, Qt.Key.Key_Menu, Qt.Key.Key_Super_L, Qt.Key.Key_Print} < {*keyboard}
    for key in keyboard:
        for held_down in modifiers:
            QTest.keyClick(window, key, held_down)
    assert not kiosk.window.face.is_form
    assert ended.entries == []
    assert kiosk.window.isVisible()


def test_the_pin_opens_the_form_until_nobody_goes_on(lab: Lab) -> None:
    kiosk = lab.paired(locked=True)
    lab.session.host.revoke("3")
    assert "has released this station" in until_closed(lab, kiosk)
    kiosk._guard._idle.setInterval(400)
    press(kiosk, "change_settings")
    enter(kiosk, "exit_pin", EXIT_PIN)
    press(kiosk, "exit_setup")
    form = lab.until_form(kiosk)
    assert "has released this station" in words(form)
    # Nobody goes on: the form goes, and the station tries its lab computer, which refuses it.
    with lab.qtbot.waitSignal(kiosk._guard.closed):
        pass
    until_closed(lab, kiosk)
    assert_pin_is_asked(kiosk)


def test_a_refused_code_comes_back_to_the_form_of_whoever_has_the_pin(lab: Lab) -> None:
    kiosk = lab.paired(locked=True)
    lab.session.host.revoke("3")
    until_closed(lab, kiosk)
    press(kiosk, "change_settings")
    enter(kiosk, "exit_pin", EXIT_PIN)
    press(kiosk, "exit_setup")
    lab.until_form(kiosk)
    enter(kiosk, "setup_code", "0" * 16)
    press(kiosk, "setup_connect")
    lab.qtbot.waitUntil(lambda: "another lab computer" in words(lab.until_form(kiosk)))
    enter(kiosk, "setup_code", lab.session.code)
    press(kiosk, "setup_connect")
    lab.until(kiosk, ParticipantScreen)
    assert not kiosk._gate.is_passed, "the PIN counts for one set-up"


# --- whose PIN counts ----------------------------------------------------------------------------


def join_the_stranger(lab: Lab, stranger: LabHost, *before: str) -> Kiosk:
    port = stranger.listen(HOME, 0)
    code = str(PairingCode(lab_certificate(2).fingerprint, PIN))
    place = ("--server", f"{HOME}:{port}", "--station", "3", "--code", code)
    kiosk = lab.kiosk(*place, *before, locked=True)
    lab.qtbot.waitUntil(lambda: "3" in stranger.stations)
    return kiosk


@pytest.mark.parametrize("theirs", ["", hash_pin(OTHER_PIN)])
def test_another_host_neither_clears_nor_replaces_the_pin(
    lab: Lab, stranger: LabHost, theirs: str
) -> None:
    lab.paired(locked=True).stop()
    stranger._exit_hash = theirs
    kiosk = join_the_stranger(lab, stranger)
    lab.qtbot.waitUntil(lambda: kiosk._let_in_at is not None)
    assert pin_matches(EXIT_PIN, KeptPin(lab.state).hash)
    assert_pin_is_needed(lab, kiosk)


def assert_pin_is_needed(lab: Lab, kiosk: Kiosk) -> None:
    ended = Log(kiosk, "ended")
    ask_to_leave(kiosk)
    for pin in (OTHER_PIN, EXIT_PIN):
        enter(kiosk, "exit_pin", pin)
        with lab.qtbot.waitSignal(kiosk._gate.tried) as tried:
            press(kiosk, "exit_leave")
        assert tried.args == [pin == EXIT_PIN]
    lab.qtbot.waitUntil(lambda: bool(ended.entries))
    assert ended.of("ended") == [(0,)]


def test_the_same_host_without_a_pin_does_not_clear_it(lab: Lab) -> None:
    kiosk = lab.paired(locked=True)
    lab.session.go_away()
    with lab.qtbot.waitSignal(kiosk._connector.entered):
        lab.session.come_back(exit_hash="")
    assert_pin_is_needed(lab, kiosk)


def test_the_same_host_replaces_it(lab: Lab) -> None:
    kiosk = lab.paired(locked=True)
    lab.session.go_away()
    with lab.qtbot.waitSignal(kiosk._connector.entered):
        lab.session.come_back(exit_hash=hash_pin(OTHER_PIN))
    assert pin_matches(OTHER_PIN, KeptPin(lab.state).hash)


def test_after_the_pin_another_host_may_replace_it(lab: Lab, stranger: LabHost) -> None:
    kiosk = lab.paired(locked=True)
    stranger._exit_hash = hash_pin(OTHER_PIN)
    port = stranger.listen(HOME, 0)
    ask_to_leave(kiosk)
    enter(kiosk, "exit_pin", EXIT_PIN)
    press(kiosk, "exit_setup")
    lab.until_form(kiosk)
    enter(kiosk, "setup_server", f"{HOME}:{port}")
    enter(kiosk, "setup_code", str(PairingCode(lab_certificate(2).fingerprint, PIN)))
    press(kiosk, "setup_connect")
    lab.qtbot.waitUntil(lambda: "3" in stranger.stations)
    lab.qtbot.waitUntil(lambda: pin_matches(OTHER_PIN, KeptPin(lab.state).hash))


def test_a_pin_of_an_earlier_version_counts_for_every_station(tmp_path: Path) -> None:
    kept = Credentials(lab_certificate().certificate_der, "ab" * 32, HASH)
    (tmp_path / "8").mkdir()
    save_credentials(tmp_path / "8", kept)
    assert KeptPin(tmp_path).hash == HASH
    assert KeptPin(tmp_path).hash == json.loads((tmp_path / FILE_NAME).read_text())["hash"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"hash": ""}', '{"hash": "", "host": ""}'])
def test_a_spoilt_file_frees_nobody(lab: Lab, text: str) -> None:
    lab.paired(locked=True).stop()
    (lab.state / FILE_NAME).write_text(text)
    spoilt = KeptPin(lab.state)
    assert spoilt.hash
    assert not pin_matches(EXIT_PIN, spoilt.hash)
    kiosk = lab.kiosk(locked=True)  # its lab computer mends it
    lab.until(kiosk, ParticipantScreen)
    lab.qtbot.waitUntil(lambda: pin_matches(EXIT_PIN, KeptPin(lab.state).hash))


# --- another computer at the address -------------------------------------------------------------


def test_another_certificate_is_waited_out(lab: Lab, stranger: LabHost) -> None:
    kiosk = lab.paired(locked=True)
    kiosk.station.send(CheckIn(UNSENT, "", is_bot=False))
    lab.until_page(kiosk, Page.SEATING)
    lab.session.go_away()
    asked = Log(stranger, "station_connected", "command_received")
    stranger.listen(HOME, lab.session.port)
    with lab.qtbot.waitSignal(kiosk._connector.untrusted):
        pass
    assert isinstance(kiosk.window.face, ParticipantScreen)
    lab.qtbot.waitUntil(lambda: "connection to the lab computer is lost" in words(kiosk.window),
                        timeout=10_000)  # fmt: skip
    assert kiosk.station.screen._banner._sign.text() == "C"
    stranger.close()
    lab.session.come_back(exit_hash=HASH)
    lab.qtbot.waitUntil(lambda: "3" in lab.session.host.stations)
    lab.until_page(kiosk, Page.SEATING)  # which it had shown before, too
    lab.qtbot.waitUntil(lambda: kiosk.station.screen._banner._sign.text() == "")
    assert asked.entries == [], "it has been told nothing"


def test_a_kiosk_that_starts_beside_another_host_waits_too(lab: Lab, stranger: LabHost) -> None:
    lab.paired(locked=True).stop()
    lab.session.go_away()
    stranger.listen(HOME, lab.session.port)
    kiosk = lab.kiosk("--child", "again", locked=True)
    lab.qtbot.waitUntil(lambda: "does not identify itself" in words(kiosk.window.face))
    assert_pin_is_asked(kiosk)
    stranger.close()
    lab.session.come_back(exit_hash=HASH)
    lab.until(kiosk, ParticipantScreen)


def test_a_closed_station_comes_back_by_itself_where_that_can_help(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = lab.paired(locked=True)
    kiosk._again.setInterval(200)
    refuse(lab, RejectionCode.STATION_TAKEN)
    until_closed(lab, kiosk)
    lab.until(kiosk, ParticipantScreen)
    assert kiosk_module._AGAIN_MS <= 30_000
    assert load_credentials(lab.state / "3") is not None


def test_wrong_pins_reach_the_host_also_after_a_restart(lab: Lab) -> None:
    kiosk = lab.paired(locked=True)
    lab.session.go_away()
    ask_to_leave(kiosk)
    for _ in range(2):
        enter(kiosk, "exit_pin", "0000")
        with lab.qtbot.waitSignal(kiosk._gate.tried):
            press(kiosk, "exit_leave")
    kiosk.stop()  # killed, for all that the lab computer knows
    lab.session.come_back(exit_hash=HASH)
    tries = Log(lab.session.host, "exit_tried")
    lab.kiosk("--child", "again", locked=True)
    lab.qtbot.waitUntil(lambda: len(tries.entries) == 2)
    assert tries.of("exit_tried") == [("3", False)] * 2
