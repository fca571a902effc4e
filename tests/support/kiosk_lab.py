"""A session and the kiosks of one computer, in this process, over real sockets."""

from dataclasses import dataclass
from pathlib import Path

from hosted_session import HostedSession
from network_lab import HOME
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page
from hcmd_lab.network.exit_pin import hash_pin
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.options import parse_options
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.setup_page import SetupPage

EXIT_PIN = "2718"
HASH = hash_pin(EXIT_PIN)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass
class Lab:
    """A session, and the kiosks of one computer."""

    qtbot: QtBot
    state: Path
    session: HostedSession
    kiosks: list[Kiosk]

    @property
    def server(self) -> str:
        return f"{HOME}:{self.session.port}"

    def kiosk(self, *arguments: str, locked: bool = False) -> Kiosk:
        """Start a kiosk."""
        look = [] if locked else ["--windowed"]
        kiosk = Kiosk(parse_options([*look, "--state-dir", str(self.state), *arguments]))
        self.qtbot.addWidget(kiosk.window, before_close_func=lambda _: kiosk.stop())
        self.kiosks.append(kiosk)
        kiosk.start()
        self.qtbot.waitUntil(kiosk.window.isActiveWindow)
        return kiosk

    def paired(self, *arguments: str, locked: bool = False) -> Kiosk:
        """Start a kiosk that is let in."""
        place = ("--server", self.server, "--station", "3", "--code", self.session.code)
        kiosk = self.kiosk(*place, *arguments, locked=locked)
        self.until(kiosk, ParticipantScreen)
        return kiosk

    def until(self, kiosk: Kiosk, face: type[QWidget]) -> None:
        self.qtbot.waitUntil(lambda: isinstance(kiosk.window.face, face))

    def until_form(self, kiosk: Kiosk) -> SetupPage:
        self.qtbot.waitUntil(
            lambda: isinstance(kiosk.window.face, SetupPage) and kiosk.window.face.is_form
        )
        return kiosk.window.face

    def until_page(self, kiosk: Kiosk, page: Page) -> None:
        self.qtbot.waitUntil(
            lambda: kiosk.station.view is not None and kiosk.station.view.page is page
        )

    def ask_for_a_pin(self) -> None:
        """Let the session go on at a host with a PIN."""
        self.session.go_away()
        self.session.come_back(exit_hash=HASH)

    def close(self) -> None:
        """End every kiosk and the session."""
        for kiosk in self.kiosks:
            kiosk.stop()
            kiosk.station.screen.deleteLater()  # no window has it while its setup page is shown
            kiosk.deleteLater()
        self.session.end()


def words(face: QWidget) -> str:
    return " ".join(each.text() for each in face.findChildren(QLabel) if each.isVisible())


def ask_to_leave(kiosk: Kiosk) -> None:
    QTest.keyClick(kiosk.window.windowHandle(), Qt.Key.Key_F12, CTRL_SHIFT)


def enter(kiosk: Kiosk, name: str, text: str) -> None:
    field = kiosk.window.findChild(QLineEdit, name)
    field.clear()
    QTest.keyClicks(field, text)


def press(kiosk: Kiosk, name: str) -> None:
    QTest.mouseClick(kiosk.window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
