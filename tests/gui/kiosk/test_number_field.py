"""Digits stand at the side from which is read, where the empty field has its cursor."""

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from ui.kiosk.widgets.number_field import NumberField


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_digits_stay_where_the_cursor_was(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.setLayoutDirection(direction)
    field.resize(140, 40)
    field.show()

    def is_at_the_right() -> bool:
        field.grab()  # Qt finds the place when it paints
        place = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        assert isinstance(place, QRect)
        return place.center().x() > field.width() / 2

    from_right = direction is Qt.LayoutDirection.RightToLeft
    assert is_at_the_right() is from_right
    field.setText("42")
    assert is_at_the_right() is from_right
    field.setText("-7")
    assert is_at_the_right() is from_right
    assert field.value == -7
