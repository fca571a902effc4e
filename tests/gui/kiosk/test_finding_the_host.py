"""Kiosks and lab computers that announce themselves; the network is a pretended one."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosted_session import HostedSession
from network_lab import HOME, PIN, MemoryRegistry, lab_certificate
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hcmd_lab.network import discovery
from hcmd_lab.network.discovery import FoundHost, Tell
from hcmd_lab.network.host import LabHost
from ui.kiosk import host_search
from ui.kiosk.found_hosts import FoundHosts
from ui.kiosk.host_address import Address
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.options import parse_options
from ui.kiosk.remembered import Place, load_place
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.setup_page import SetupPage


class Air:
    """A network on which anybody can announce anything."""

    def __init__(self) -> None:
        self.announced: list[FoundHost] = []

    def announce(self, port: int, name: str = "lab", address: str = HOME) -> None:
        """Announce a host with the fingerprint of the usual certificate, whatever it has."""
        self.announced.append(FoundHost(name, (address,), port, lab_certificate().fingerprint))

    def browse(self, tell: Tell, ended: threading.Event) -> None:
        told = 0
        while not ended.wait(0.02):
            for number, host in enumerate(self.announced[told:]):
                tell(str(told + number), host)
            told = len(self.announced)


@pytest.fixture
def air(monkeypatch: pytest.MonkeyPatch) -> Air:
    air = Air()
    monkeypatch.setattr(discovery, "browse", air.browse)
    monkeypatch.setattr(host_search, "SEARCH_AFTER_MS", 50)
    return air


@pytest.fixture
def session(tmp_path: Path) -> Iterator[HostedSession]:
    owner = QObject()
    session = HostedSession(tmp_path / "study", parent=owner)
    yield session
    session.end()


@pytest.fixture
def kiosk(qtbot: QtBot, tmp_path: Path, air: Air) -> Iterator[Kiosk]:
    kiosk = Kiosk(parse_options(["--windowed", "--state-dir", str(tmp_path), "--station", "3"]))
    qtbot.addWidget(kiosk.window)
    kiosk.start()
    yield kiosk
    kiosk.stop()
    kiosk.station.screen.deleteLater()


def rows(kiosk: Kiosk) -> list[QPushButton]:
    return kiosk.window.findChildren(QPushButton, "found_host")


def pair(kiosk: Kiosk, session: HostedSession, qtbot: QtBot) -> None:
    kiosk._setup.submitted.emit(Place(Address(HOME, session.port), "3"), session.code)
    qtbot.waitUntil(lambda: isinstance(kiosk.window.face, ParticipantScreen))


def move(session: HostedSession) -> None:
    """Let the session go on at another address."""
    session.go_away()
    session.port = 0
    session.come_back()


def test_a_found_lab_computer_is_chosen_instead_of_typed(
    kiosk: Kiosk, session: HostedSession, air: Air, qtbot: QtBot
) -> None:
    assert isinstance(kiosk.window.face, SetupPage)
    assert not kiosk.window.findChild(FoundHosts).isVisible()
    air.announce(1, name="other & sons", address="192.168.1.77")
    air.announce(session.port)
    qtbot.waitUntil(lambda: len(rows(kiosk)) == 2)
    assert [row.text() for row in rows(kiosk)] == [
        "other && sons at 192.168.1.77:1",
        f"lab at {HOME}:{session.port}",
    ]
    rows(kiosk)[1].setFocus()
    qtbot.keyClick(rows(kiosk)[1], Qt.Key.Key_Space)
    server = kiosk.window.findChild(QLineEdit, "setup_server")
    code = kiosk.window.findChild(QLineEdit, "setup_code")
    assert server.text() == f"{HOME}:{session.port}"
    assert code.hasFocus(), "the pairing code is asked for as ever"
    qtbot.keyClicks(code, session.code)
    qtbot.mouseClick(
        kiosk.window.findChild(QPushButton, "setup_connect"), Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: isinstance(kiosk.window.face, ParticipantScreen))


def test_a_paired_kiosk_follows_the_lab_computer_to_another_address(
    kiosk: Kiosk, session: HostedSession, air: Air, qtbot: QtBot, tmp_path: Path
) -> None:
    pair(kiosk, session, qtbot)
    move(session)
    air.announce(session.port)
    qtbot.waitUntil(lambda: "3" in session.host.stations, timeout=10_000)
    qtbot.waitUntil(lambda: session.state.stations == {"3"})
    moved = Place(Address(HOME, session.port), "3")
    qtbot.waitUntil(lambda: load_place(tmp_path) == moved)  # also for its next start


def test_who_only_says_to_be_the_lab_computer_is_not_followed(
    kiosk: Kiosk, session: HostedSession, air: Air, qtbot: QtBot
) -> None:
    """It is told nothing, and the kiosk neither stops nor asks for a code because of it."""
    pair(kiosk, session, qtbot)
    owner = QObject()
    liar = LabHost(lab_certificate(2), MemoryRegistry(), "lies", PIN, parent=owner)
    air.announce(1)
    air.announce(liar.listen(HOME, 0))
    session.go_away()
    qtbot.wait(500)
    assert not isinstance(kiosk.window.face, SetupPage)
    assert liar.stations == frozenset()
    session.come_back()
    qtbot.waitUntil(lambda: "3" in session.host.stations, timeout=10_000)
    liar.close()
