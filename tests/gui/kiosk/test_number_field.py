"""A field for a number: where its digits stand, and what is made of what is typed."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
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


def type_in(field: NumberField, text: str) -> None:
    """Press the keys of a text, also those that a test's own keyboard lacks."""
    none = Qt.KeyboardModifier.NoModifier
    for each in text:
        field.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, 0, none, each))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("32", 32), ("-7", -7), ("32.0", 32), ("32,00", 32), ("32.", 32), ("\u0663\u0662", 32),
        ("\u0663\u0662\u066b\u0660", 32), ("\u0661\u0662\u066b\u0665", None),
        ("", None), ("-", None), ("12.5", None), ("30,5", None), ("1,000", None), (".", None),
    ],
)  # fmt: skip
def test_no_number_is_made_of_another_one(qtbot: QtBot, typed: str, value: int | None) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    type_in(field, typed)
    assert field.value == value, field.text()
    assert field.is_not_whole is (value is None and len(typed) > 1)
