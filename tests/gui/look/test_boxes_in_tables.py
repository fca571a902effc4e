"""A box to be ticked is seen in a table and in a list as it is beside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QTableView
from pytestqt.qtbot import QtBot

from ui.look import tokens
from ui.look.style import apply_look


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", [QTableView, QListView])
def test_a_box_has_the_edge_of_every_box(
    qapp: QApplication, qtbot: QtBot, theme: str, kind: type[QAbstractItemView]
) -> None:
    """In the dark look those of *Payments* were dark on dark."""
    apply_look(qapp, theme)
    box = QStandardItem()
    box.setCheckable(True)
    box.setCheckState(Qt.CheckState.Unchecked)
    model = QStandardItemModel()
    model.appendRow(box)
    view = kind()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setFixedSize(160, 120)
    view.show()
    drawn = view.viewport().grab().toImage()
    edge = QColor(tokens().edge)
    seen = sum(
        drawn.pixelColor(x, y) == edge for x in range(drawn.width()) for y in range(drawn.height())
    )
    assert seen >= 40, "four sides of more than ten pixels"
    apply_look(qapp, "light")
