"""No coin of a row is cut off, however many there are and however high the row is."""

import pytest
from pytestqt.qtbot import QtBot

from ui.kiosk.widgets.coin_row import CoinRow
from ui.kiosk.widgets.scale import BODY_PX


@pytest.mark.parametrize("across", [0, 5, 10])
@pytest.mark.parametrize("height", [17, 24, 26, 31, 39, 40, 64])
def test_every_coin_lies_within_its_widget(qtbot: QtBot, across: int, height: int) -> None:
    row = CoinRow(16, 2, across=across)
    qtbot.addWidget(row)
    font = row.font()
    font.setPixelSize(BODY_PX)
    row.setFont(font)
    row.resize(210, height)
    for coins in range(1, 61):
        row.set_amount(100 * coins, "plain")
        diameter, centres = row.centres()
        assert len(centres) == coins
        for at in centres:
            assert 0 <= at.y() - diameter / 2 <= at.y() + diameter / 2 <= height
            assert 0 <= at.x() - diameter / 2 <= at.x() + diameter / 2 <= row.width()
