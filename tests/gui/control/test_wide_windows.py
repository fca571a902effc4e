"""On a large screen lines stay readable, and cards below each other share their edges."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from ui.control.desk import Desk
from ui.control.session.overview_page import OverviewPage
from ui.control.study_panel import StudyPanel
from ui.look.style import apply_look
from ui.look.widgets import Card

SIZES = ((1074, 620), (1814, 960), (2454, 1320))
"""What windows of 1180, 1920 and 2560 pixels leave for a panel."""


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Desk:
    apply_look(qapp, "light")
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
    made = Desk()
    made.open_study(folder)
    return made


def show(widget: QWidget, size: tuple[int, int], qtbot: QtBot, desk: Desk) -> None:
    qtbot.addWidget(widget, before_close_func=lambda _: desk.close_study())
    widget.resize(*size)
    widget.show()
    QApplication.processEvents()


@pytest.mark.parametrize("size", SIZES)
def test_the_study_is_read_in_a_column(size: tuple[int, int], qtbot: QtBot, desk: Desk) -> None:
    panel = StudyPanel(desk)
    show(panel, size, qtbot, desk)
    left = panel.sheet.mapTo(panel, QPoint()).x()
    assert panel.picture.mapTo(panel, QPoint()).x() == left
    assert panel.sheet.width() <= 1360
    if size[0] < 1360:
        assert left <= 26, "a small window is used from edge to edge"
    else:
        assert abs(panel.width() - panel.sheet.width() - 2 * left) <= 24, "in the middle"


@pytest.mark.parametrize("size", SIZES)
def test_what_comes_next_is_as_wide_as_the_list_below_it(
    size: tuple[int, int], qtbot: QtBot, desk: Desk
) -> None:
    page = OverviewPage(desk)
    show(page, size, qtbot, desk)
    offer, listed = [card for card in page.findChildren(Card) if card.isVisible()]
    assert (offer.x(), offer.width()) == (listed.x(), listed.width())
    assert offer.height() < listed.height()
