"""The fullest head of a page has room in each language, on the smallest screen and on others."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from participant_views import history, view
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shown_screen import lasting, wait_until_nothing_is_clipped

from hcmd_lab.game.game_limits import MAX_ROUNDS
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.telling.language import speak
from hcmd_lab.telling.money import coins_in_words
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.coin_row import CoinRow
from ui.kiosk.widgets.scale import SMALLEST

SIZES = [SMALLEST, QSize(1024, 768), QSize(1280, 720)]
READ = ("Text",)


@pytest.fixture(scope="module", params=["en", "de", "he"])
def screen(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[ParticipantScreen]:
    speak(qapp, request.param)
    with lasting(qapp) as made:
        yield made
    speak(qapp, "en")


def fullest() -> dict[str, SeatView]:
    usual = view(Page.DECIDE, stage=2, round=10, calls_help=True, instructions=READ)
    endowments = usual.endowments
    long = replace(
        usual, rounds=MAX_ROUNDS, round=MAX_ROUNDS, history=history(endowments, 2, MAX_ROUNDS - 1)
    )
    return {
        "ten rounds": usual,
        "most rounds": long,
        "waiting": replace(long, page=Page.WAIT, contribution=4),
        "vote": replace(usual, page=Page.VOTE, history=history(endowments, 2, 10)),
        "practice": replace(usual, stage=0, history=()),
    }


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("name", fullest())
def test_all_of_it_is_seen(screen: ParticipantScreen, qtbot: QtBot, name: str, size: QSize) -> None:
    screen.resize(size)
    screen.show_view(fullest()[name])
    wait_until_nothing_is_clipped(screen, qtbot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("coins", [10, 13, 20])
def test_equal_coins_lie_in_equal_rows(
    screen: ParticipantScreen, qtbot: QtBot, coins: int, size: QSize
) -> None:
    six = view(
        Page.STAGE_INTRO,
        stage=3,
        round=0,
        winner=1,
        endowments=(coins,) * 6,
        players=6,
        history=(),
        participant=f"P{coins}",
    )
    screen.resize(size)
    screen.show_view(six)
    assert screen.page is not None
    qtbot.wait(50)
    rows = [
        each
        for each in screen.page.findChildren(CoinRow)
        if each.isVisible() and each.accessibleName() == coins_in_words(100 * coins)
    ][:6]
    assert len(rows) == 6
    assert len({row.centres()[0] for row in rows}) == 1
