"""What is drawn anew all the time: Qt's bindings lose references with each new thing painted on."""

from itertools import count

from lost_references import REPEATED, keeps_references
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ui.control.live.heat_plot import HeatPlot
from ui.control.live.rounds import PaidRound
from ui.control.session.cells import EmptyCell
from ui.control.session.grid_delegate import GridDelegate
from ui.control.session.grid_model import CELL_ROLE


@REPEATED
def test_new_cells_of_the_grid_keep_references(qtbot: QtBot, times: int) -> None:
    del qtbot  # there has to be an application
    model, delegate, number = QStandardItemModel(1, 1), GridDelegate(), count()
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 120, 80)
    screen = QPixmap(120, 80)
    painter = QPainter(screen)

    def draw() -> None:
        place = model.index(0, 0)
        model.setData(place, EmptyCell(f"Nobody at {next(number)}", "H", 0), CELL_ROLE)
        delegate.paint(painter, option, place)

    keeps = keeps_references(draw, times)
    painter.end()
    assert keeps


@REPEATED
def test_marks_on_the_map_keep_references(qtbot: QtBot, times: int) -> None:
    plot = HeatPlot(4)
    qtbot.addWidget(plot)
    rewards = (8.0,) * 4
    paid = [
        PaidRound(1, 1, at, "", (10, 4, 4, 4), (at, 1, 2, 3), rewards, newest=at == 3)
        for at in (1, 2, 3)
    ]

    assert keeps_references(lambda: plot.show_rounds(paid, [1]), times)
