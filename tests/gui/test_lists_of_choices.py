"""The list that a field of choices opens shows all of its entries."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.style import apply_look


@pytest.mark.parametrize("entries", [1, 2, 6, 10])
def test_no_entry_is_cut(qtbot: QtBot, qapp: QApplication, entries: int) -> None:
    apply_look(qapp, "light")
    window, field = QWidget(), QComboBox()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(field)
    field.addItems([f"Choice {number}" for number in range(entries)])
    with qtbot.waitExposed(window):
        window.show()
    field.showPopup()
    view = field.view()
    qtbot.waitUntil(view.isVisible)
    shown = view.viewport().rect()
    for row in range(entries):
        place = view.visualRect(view.model().index(row, 0))
        assert shown.top() <= place.top(), row
        assert place.bottom() <= shown.bottom(), f"entry {row} of {entries} is cut"
        assert place.height() >= 24, "it can be hit with the mouse"
    field.hidePopup()
