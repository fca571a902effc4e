"""The card of heat maps beside a session."""

import figure_records as records
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from hcmd_lab.figures.head_maps import head_map
from hcmd_lab.game.rules import PAPER_GAME
from ui.control.live.heat_card import HeatCard
from ui.control.live.mechanism_maps import MechanismMaps


def test_maps_of_a_row_stand_in_a_line_where_headings_differ_in_height(qtbot: QtBot) -> None:
    card = HeatCard(PAPER_GAME)
    qtbot.addWidget(card)
    policy = records.policies(3)[2]
    maps = {tail: head_map(policy, tail) for tail in policy.tables}
    card.offer({"one": "one"})
    # The groups of 4 coins need two lines in so narrow a card, those of 2 and 6 coins one.
    card.show_rounds(
        (),
        {2: [1], 4: [100, 101, 102, 103, 104, 105], 6: [2], 8: [3], 10: [4]},
        {"one": MechanismMaps("θ₂", maps)},
    )
    card.resize(420, 720)
    with qtbot.waitExposed(card):
        card.show()
    qtbot.waitUntil(lambda: len(card.plots) == 5)
    qtbot.waitUntil(lambda: all(50 < plot.height() < 360 for plot in card.plots))

    def stand_in_a_line() -> None:
        for row in (card.plots[:3], card.plots[3:]):
            assert len({plot.mapTo(card, QPoint()).y() for plot in row}) == 1
            assert len({plot.height() for plot in row}) == 1

    # A plot that the layout has not reached yet stands anywhere.
    qtbot.waitUntil(stand_in_a_line)

    card.show_rounds((), {2: [1], 4: [2]}, {"one": MechanismMaps("θ₂", maps)})
    qtbot.waitUntil(lambda: len(card.plots) == 2)
    qtbot.waitUntil(lambda: all(plot.height() > 350 for plot in card.plots))
