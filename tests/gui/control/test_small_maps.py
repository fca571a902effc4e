"""The live maps of a large session in a small window."""

import figure_records as records
import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no stubs
from pytestqt.qtbot import QtBot

from hcmd_lab.figures.head_maps import head_map
from hcmd_lab.figures.scales import share_of_head
from hcmd_lab.game.rules import PAPER_GAME
from ui.control.live.board import LiveBoard
from ui.control.live.heat_plot import HeatPlot
from ui.control.live.rounds import PaidRound

REWARDS = (8.0,) * 4


def marked(qtbot: QtBot, *, numbers: bool = True) -> HeatPlot:
    plot = HeatPlot(4, numbers=numbers)
    qtbot.addWidget(plot)
    plot.show_map(head_map(records.policies(3)[-1], 4), share_of_head(0.25))
    plot.show_rounds(
        [
            PaidRound(1, 1, at, "", (10, 4, 4, 4), (at, 1, 2, 3), REWARDS, newest=at == 3)
            for at in (1, 2, 3)
        ],
        [1],
    )
    plot.resize(300, 300)
    plot.show()
    return plot


def sizes(plot: HeatPlot) -> list[int]:
    return sorted(
        item.opts["size"] for item in plot.items() if isinstance(item, pg.ScatterPlotItem)
    )


def test_marks_are_small_on_a_small_map_and_grow_with_it(qtbot: QtBot) -> None:
    plot = marked(qtbot)
    large = sizes(plot)
    plot.resize(110, 120)
    qtbot.waitUntil(lambda: all(a < b for a, b in zip(sizes(plot), large, strict=True)))
    plot.show_rounds([], [1])
    assert sizes(plot) < large
    plot.resize(300, 300)
    qtbot.waitUntil(lambda: sizes(plot) == large)


def test_beside_another_map_the_numbers_are_not_written_again(qtbot: QtBot) -> None:
    def numbers(plot: HeatPlot) -> set[str]:
        (ticks,) = plot.axes[0]._tickLevels
        return {text for _, text in ticks}

    assert numbers(marked(qtbot)) == {"0", "5", "10"}
    assert numbers(marked(qtbot, numbers=False)) == {""}


def test_several_maps_get_more_of_the_width_than_one(qtbot: QtBot) -> None:
    board = LiveBoard(PAPER_GAME)
    qtbot.addWidget(board)
    board.resize(900, 600)
    board.show()
    board.heat.show_rounds((), {4: [1]}, {})
    one = board.heat.width()
    board.give_room(maps=5)
    qtbot.waitUntil(lambda: board.heat.width() > one)
    board.give_room(maps=1)
    qtbot.waitUntil(lambda: board.heat.width() == one)
