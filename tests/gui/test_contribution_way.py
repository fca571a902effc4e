"""The map of a contribution's way is the way that a contribution takes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pkgutil import resolve_name
from types import CodeType, FrameType

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from studies import playable_study

from docs.maps.contribution import WAY
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.view import Page
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study import Study
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.station import Station

HOME = "127.0.0.1"


@contextmanager
def noted(wanted: dict[CodeType, str]) -> Iterator[list[str]]:
    """The functions that are called inside, each when it is called for the first time."""
    found: list[str] = []

    def look(frame: FrameType, event: str, _argument: object) -> None:
        name = wanted.get(frame.f_code) if event == "call" else None
        if name is not None and name not in found:
            found.append(name)

    sys.setprofile(look)
    try:
        yield found
    finally:
        sys.setprofile(None)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[SessionHost]:
    with Store.open(playable_study(tmp_path / "study", 4)) as store:
        host = SessionHost(Study(store), HOME)
        host.open_session("acquire", 1, GAME_ALONE, 0)
        yield host
        host.close()


def test_a_contribution_takes_the_way_of_the_map(
    host: SessionHost, tmp_path: Path, qtbot: QtBot
) -> None:
    owner = QObject()
    screen = ParticipantScreen(animate=False)
    qtbot.addWidget(screen)
    screen.show()
    station = Station(screen, owner)
    links = [
        StationLink(
            HOME, host.port, name, tmp_path / name, code=parse_code(host.pairing_code), parent=owner
        )
        for name in ("me", "a", "b", "c")
    ]
    station.join(links[0])
    for link in links[1:]:
        Bot(link, SimulatedPerson(1), "bot", parent=owner)
    for link in links:
        link.start()

    def at(page: Page) -> bool:
        return station.view is not None and station.view.page is page

    def click(name: str) -> None:
        button = next(b for b in screen.findChildren(QPushButton, name) if b.isVisible())
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: at(Page.CHECK_IN))
    click("check_in")
    qtbot.waitUntil(lambda: at(Page.STAGE_INTRO))
    click("proceed")
    qtbot.waitUntil(lambda: at(Page.DECIDE))
    qtbot.keyClick(screen.page, Qt.Key.Key_3)
    wanted = {resolve_name(stop.function).__code__: stop.function for stop in WAY}
    with noted(wanted) as found:
        click("confirm_contribution")
        qtbot.waitUntil(lambda: len(found) == len(WAY))
    assert found == [stop.function for stop in WAY]
    for link in links:
        link.stop()
