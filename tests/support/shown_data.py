"""The page Data of the control window, shown and read."""

from pytestqt.qtbot import QtBot

from ui.control.data_panel import DataPanel
from ui.control.desk import Desk

ENOUGH_MS = 20_000


def shown_data(qtbot: QtBot, desk: Desk) -> DataPanel:
    """The page of the open study, as soon as its pictures are listed."""
    panel = DataPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1100, 700)
    panel.show()
    qtbot.waitUntil(lambda: panel.pictures.list.count() > 0, timeout=ENOUGH_MS)
    return panel
