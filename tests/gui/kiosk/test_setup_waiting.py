"""The page of a kiosk that is found but not let in says no longer that it is looking."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hcmd_lab.network.rejection import RejectionCode
from ui.kiosk.host_address import Address
from ui.kiosk.remembered import Place
from ui.kiosk.setup_page import SetupPage
from ui.kiosk.setup_words import setup_words


def told(page: SetupPage) -> str:
    return " | ".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def test_who_waits_at_the_door_is_told_so(qtbot: QtBot) -> None:
    page = SetupPage(animate=False)
    qtbot.addWidget(page)
    place = Place(Address("10.0.0.1", 8765), "K7")
    page.show_attempt(place)
    assert "Looking for the lab computer at 10.0.0.1:8765" in told(page)
    page.show_waiting(place, setup_words(RejectionCode.KNOCKING, ""))
    said = told(page)
    assert "Station K7 waits" in said
    assert "The lab computer is at 10.0.0.1:8765" in said
    assert "until the experimenter lets it in" in said
    assert "ooking" not in said
    assert "connecting" not in said
