"""Numbers that stand below each other end at one line, in both directions of writing."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from participant_views import PAID, history, script_view, view
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shown_screen import shown

from hcmd_lab.game.view import Page, SeatView
from ui.kiosk.pages.ending import EndingPage
from ui.kiosk.pages.outcome import OutcomePage
from ui.kiosk.pages.payment import PaymentPage
from ui.kiosk.pages.stage_intro import StageIntroPage

OWN = (3, 12, 4, 20)
LONG, SHORT = history(OWN, 3, 10), history(OWN, 1, 3)

COLUMNS: dict[str, tuple[SeatView, Callable[[QWidget], list[QLabel]]]] = {
    "ending": (
        view(Page.ENDED_EARLY, endowments=OWN, stage=2, round=1, history=(*LONG[:10], LONG[10])),
        lambda page: [amount for _, amount in page._lines] if isinstance(page, EndingPage) else [],
    ),
    "payment": (
        script_view(Page.PAYMENT, payment=replace(PAID, coins_cents=12_345, total_cents=13_000)),
        lambda page: (
            [page._fee[1], page._coins[1], page._rounding[1]]
            if isinstance(page, PaymentPage)
            else []
        ),
    ),
    "stage": (
        view(Page.STAGE_INTRO, endowments=OWN),
        lambda page: [line[2] for line in page._lines] if isinstance(page, StageIntroPage) else [],
    ),
    "outcome": (
        view(Page.OUTCOME, contribution=1, history=SHORT, endowments=OWN, round=3),
        lambda page: [page._kept, page._paid] if isinstance(page, OutcomePage) else [],
    ),
}


def last_ink(part: QLabel) -> int:
    """Where the last digit of a number ends, on the screen."""
    image = part.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    darkest = rows[:, : image.width()].min(axis=0)
    inked = np.flatnonzero(darkest < 128)
    return int(part.mapToGlobal(QPoint(0, 0)).x() + inked[-1] / part.devicePixelRatioF())


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("name", COLUMNS)
def test_the_last_digits_stand_below_each_other(
    qtbot: QtBot, name: str, direction: Qt.LayoutDirection
) -> None:
    shown_view, numbers = COLUMNS[name]
    screen = shown(qtbot, shown_view)
    screen.setLayoutDirection(direction)
    assert screen.page is not None
    qtbot.waitUntil(lambda: screen.layoutDirection() is direction)
    column = [each for each in numbers(screen.page) if each.isVisible()]
    assert len({len(each.text()) for each in column}) > 1, "or any alignment would do"
    ends = [last_ink(each) for each in column]
    assert max(ends) - min(ends) <= 3, [each.text() for each in column]
