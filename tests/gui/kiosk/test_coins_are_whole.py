"""No coin of a row is cut off, and rows that are compared have coins of one size."""

import pytest
from participant_views import view
from pytestqt.qtbot import QtBot
from shown_screen import shown

from hcmd_lab.game.view import Page
from ui.kiosk.pages.stage_intro import StageIntroPage
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


@pytest.mark.parametrize("growth_percent", [10, 100, 160, 250, 400, 2000])
def test_the_coins_of_a_fund_are_as_large_before_and_after(
    qtbot: QtBot, growth_percent: int
) -> None:
    screen = shown(qtbot, view(Page.STAGE_INTRO, multiplier_percent=growth_percent))
    page = screen.page
    assert isinstance(page, StageIntroPage)
    before, after = page._before.centres()[0], page._after.centres()[0]
    assert before == pytest.approx(after, rel=0.02), "more coins would look like as many"
