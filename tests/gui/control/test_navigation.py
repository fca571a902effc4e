"""The rail of the panels."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_in import reading_in

from hcmd_lab.telling.translate import translate
from ui.control.navigation import NavigationRail, RailButton
from ui.look import tokens
from ui.look.style import apply_look

_AIR_PX = 4


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_chosen_panels_name_keeps_off_the_edge_of_its_plate(
    qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    apply_look(qapp, "light")
    with reading_in(language):
        rail = NavigationRail({"mechanisms": translate("Mechanisms"), "data": translate("Data")})
        qtbot.addWidget(rail)
        rail.choose("mechanisms")
        rail.show()
        button = rail.findChild(RailButton, "rail_mechanisms")
        assert button is not None
        picture = button.grab().toImage()
    plate = _columns(picture, QColor(tokens().notice_wash))
    name = _columns(picture, QColor(tokens().ink))
    assert min(name) - min(plate) >= _AIR_PX
    assert max(plate) - max(name) >= _AIR_PX


def _columns(picture: QImage, colour: QColor) -> list[int]:
    """Where the colour is in the lower half, below the icon."""
    half = range(picture.height() // 2, picture.height())
    return [
        x for x in range(picture.width()) if any(picture.pixelColor(x, y) == colour for y in half)
    ]
