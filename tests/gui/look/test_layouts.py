"""Rows and columns hold their parts in the given order, at steps of the scale."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.look import SPACE
from ui.look.layouts import Spare, fill, in_column, in_row, scrolled

pytestmark = pytest.mark.usefixtures("qapp")


def test_parts_stand_in_order_with_their_shares() -> None:
    owner, first, second, last = QWidget(), QLabel("1"), QLabel("2"), QLabel("3")
    inner = in_row(first)
    column = in_column(inner, (second, 3), Spare(2), of=owner, gap=3, margins=(1, 2, 4, 5))
    fill(column, last)
    assert owner.layout() is column
    assert [column.stretch(place) for place in range(column.count())] == [0, 3, 2, 0]
    assert [column.indexOf(each) for each in (inner, second, last)] == [0, 1, 3]
    assert all(each.parent() is owner for each in (first, second, last))
    margins = column.contentsMargins()
    found = (margins.left(), margins.top(), margins.right(), margins.bottom())
    assert found == (SPACE[1], SPACE[2], SPACE[4], SPACE[5])
    assert column.spacing() == SPACE[3]


def test_without_a_gap_the_style_decides() -> None:
    plain, owner = QWidget(), QWidget()
    usual = in_row(of=plain).spacing()
    assert in_row(of=owner, gap=0).spacing() == 0
    assert usual > 0


def test_what_is_scrolled_is_as_wide_as_its_place() -> None:
    content = QLabel("1")
    area = scrolled(content)
    area.resize(400, 50)
    area.show()
    assert area.widget() is content
    assert content.width() == area.viewport().width()
    assert area.focusPolicy() is not Qt.FocusPolicy.NoFocus
    assert scrolled(by_tab=False).focusPolicy() is Qt.FocusPolicy.NoFocus
