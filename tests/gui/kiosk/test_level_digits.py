"""Numbers of earlier rounds stand below each other by their last digit, in both directions."""

import pytest
from participant_views import every_page
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.history_sheet import HistorySheet
from ui.look.style import apply_look

DARK = 128
_BESIDE_A_DIGIT = 3
"""Pixels that a digit leaves free at its right, such as a 4."""


def right_end(image: QImage, cell: QRect) -> int:
    """Where the last digit of a cell ends, in pixels from the left of the picture."""
    return max(
        x
        for x in range(cell.left(), cell.right())
        for y in range(cell.top(), cell.bottom())
        if image.pixelColor(x, y).lightness() < DARK
    )


@pytest.mark.parametrize("side", list(Qt.LayoutDirection)[:2])
def test_the_last_digits_of_a_column_are_level(
    side: Qt.LayoutDirection, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_look(qapp, "light")
    screen = ParticipantScreen(animate=False)
    qtbot.addWidget(screen)
    screen.setLayoutDirection(side)
    screen.resize(1280, 720)
    screen.show()
    screen.show_view(every_page()["outcome"])
    (act,) = screen.findChildren(QPushButton, "show_history")
    act.click()
    qapp.processEvents()
    ((table,),) = (sheet.findChildren(QTableWidget) for sheet in screen.findChildren(HistorySheet))
    rows = range(table.rowCount())
    image = table.viewport().grab().toImage()
    for column in range(table.columnCount()):
        cells = [table.model().index(row, column) for row in rows]
        ends = [right_end(image, table.visualRect(cell)) for cell in cells]
        assert max(ends) - min(ends) <= _BESIDE_A_DIGIT, [cell.data() for cell in cells]
    lengths = {len(str(table.model().index(row, 0).data())) for row in rows}
    assert lengths == {1, 2}, "of different lengths"
