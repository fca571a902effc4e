from collections.abc import Iterator
from pathlib import Path

import pytest
import studies
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.network import wake
from hcmd_lab.network.lab_identity import FILE_NAME, LabIdentity, identity_folder
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from ui.control.desk import Desk
from ui.control.session.wake_card import WakeCard

HOME = "127.0.0.1"
MACS = {"1": "02:00:00:00:00:01", "2": "02:00:00:00:00:02", "3": ""}


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    made.open_study(studies.playable_study(tmp_path / "study", 4))
    for name, mac in MACS.items():
        LabIdentity(identity_folder()).claim(name, "0" * 64)
        LabIdentity(identity_folder()).note({name: {"mac": mac}})
    yield made
    made.close_study()


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> WakeCard:
    made = WakeCard(desk)
    qtbot.addWidget(made)
    made.refresh()
    return made


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    macs: list[str] = []
    monkeypatch.setattr(wake, "send_wake", macs.append)
    return macs


def lines(card: WakeCard) -> list[str]:
    return [card.stations.item(row).text() for row in range(card.stations.count())]


def test_chosen_kiosks_are_sent_the_signal_and_no_more_is_claimed(
    card: WakeCard, sent: list[str], qtbot: QtBot
) -> None:
    assert lines(card) == [
        "1: not connected",
        "2: not connected",
        "3: not connected, its network card is not known",
    ]
    card.stations.setFocus()
    card.stations.setCurrentRow(0)
    qtbot.keyClick(card.stations, Qt.Key.Key_Space)
    card.wake.click()
    assert sent == [MACS["2"]]
    assert card.said.text() == (
        "The wake signal was sent to 1 station: 2. A computer starts only if its own settings "
        "allow it."
    )
    card.stations.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert not card.wake.isEnabled()
    card.stations.setCurrentRow(2)
    qtbot.keyClick(card.stations, Qt.Key.Key_Space)
    assert not card.wake.isEnabled(), "nothing can be sent to a card that is not known"


def test_a_connected_kiosk_is_not_woken(
    desk: Desk, card: WakeCard, sent: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open_session("acquire", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
    assert desk.host is not None
    code = parse_code(desk.host.pairing_code)
    LabIdentity(identity_folder()).release("1")
    link = StationLink(HOME, desk.host.port, "1", tmp_path / "1", code=code, parent=desk)
    with qtbot.waitSignal(link.connected):
        link.start()
    card.refresh()
    assert lines(card)[0] == "1: connected"
    card.wake.click()
    assert sent == [MACS["2"]]
    link.stop()
    qtbot.waitUntil(lambda: not desk.host.stations)
    LabIdentity(identity_folder()).note({"1": {"mac": MACS["1"]}})
    card.refresh()
    assert lines(card)[0] == "1: not connected"


def test_a_card_that_stays_open_follows_the_room(
    desk: Desk, card: WakeCard, sent: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    card.wake.click()
    said = card.said.text()
    assert said
    desk.open_session("acquire", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
    assert desk.host is not None
    code = parse_code(desk.host.pairing_code)
    LabIdentity(identity_folder()).release("1")
    link = StationLink(HOME, desk.host.port, "1", tmp_path / "1", code=code, parent=desk)
    with qtbot.waitSignal(link.connected):
        link.start()
    qtbot.waitUntil(lambda: lines(card)[0] == "1: connected")
    assert card.said.text() == said, "what was sent stays to be read"
    link.stop()
    qtbot.waitUntil(lambda: lines(card)[0].startswith("1: not connected"))


def test_what_keeps_it_from_being_sent_is_said(
    card: WakeCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> None:
        raise OperatorError("The wake signal could not be sent.")

    monkeypatch.setattr(wake, "send_wake", fail)
    card.wake.click()
    assert card.said.text() == "The wake signal could not be sent."


def test_without_kiosks_there_is_no_card_and_damage_is_told(card: WakeCard) -> None:
    path = identity_folder() / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:50])
    card.refresh()
    assert "is damaged" in card.said.text()
    assert not card.isHidden()
    path.write_bytes(whole)
    for name in MACS:
        LabIdentity(identity_folder()).release(name)
    card.refresh()
    assert card.isHidden()
