"""A kiosk says truly what it waits for while the lab computer updates its stations."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hcmd_lab.network.update_messages import UpdateOffer
from ui.kiosk.host_address import Address
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.options import parse_options
from ui.kiosk.remembered import Place


@pytest.fixture
def kiosk(qtbot: QtBot, tmp_path: Path) -> Iterator[Kiosk]:
    made = Kiosk(parse_options(["--windowed", "--state-dir", str(tmp_path)]))
    made._connector._place = Place(Address("10.0.0.1", 8765), "7")
    made.window.show()
    yield made
    made.stop()
    made.station.screen.deleteLater()
    made.deleteLater()
    made.window.deleteLater()


def said(kiosk: Kiosk) -> str:
    labels = kiosk._setup.findChildren(QLabel)
    return " | ".join(each.text() for each in labels if each.isVisible() and each.text())


def test_each_step_is_told(kiosk: Kiosk) -> None:
    place = kiosk._connector.place
    assert place is not None
    kiosk._setup.show_attempt(place)
    assert "Station 7 is connecting" in said(kiosk)
    kiosk._connector.update_told.emit(UpdateOffer())
    assert "Station 7 waits" in said(kiosk)
    assert "The lab computer is updating its stations." in said(kiosk)
    kiosk.updates.began.emit()
    assert "This station gets a new version from the lab computer." in said(kiosk)
    kiosk.updates.failed.emit()
    assert "This station stays at its version." in said(kiosk)
    kiosk._connector.update_over.emit()
    assert "Station 7 is connecting" in said(kiosk)
    assert "version" not in said(kiosk)


def test_a_line_that_is_lost_is_told_not_waited_for(kiosk: Kiosk) -> None:
    place = kiosk._connector.place
    assert place is not None
    kiosk._setup.show_attempt(place)
    kiosk._connector.update_told.emit(UpdateOffer())
    kiosk.updates.began.emit()
    kiosk._connector.update_over.emit()  # and then what fetches gives up
    kiosk.updates.failed.emit()
    assert "Station 7 is connecting" in said(kiosk)
    assert "waits" not in said(kiosk)


def test_the_form_and_a_participants_page_are_left_alone(kiosk: Kiosk) -> None:
    kiosk._setup.show_form()
    kiosk._connector.update_told.emit(UpdateOffer())
    kiosk.updates.began.emit()
    assert kiosk._setup.is_form
    kiosk._setup.show_attempt(kiosk._connector.place)
    kiosk.window.show_face(kiosk.station.screen)
    kiosk._connector.update_told.emit(UpdateOffer())
    assert kiosk.window.face is kiosk.station.screen
    kiosk.updates.began.emit()  # the station is about to restart, and nobody sits there
    assert kiosk.window.face is kiosk._setup
