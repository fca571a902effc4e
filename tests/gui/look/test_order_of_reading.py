"""Tab follows the order of reading, and looking for it leaves nothing of a layout behind."""

import ast
import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.look.focus import stops_as_read

pytestmark = pytest.mark.usefixtures("qapp")


def in_a_window(qtbot: QtBot) -> QMainWindow:
    """A bar, a grid that was filled from its end, and a row in a column."""
    window, page, bar = QMainWindow(), QWidget(), QToolBar()
    qtbot.addWidget(window)
    for name in ("first", "second"):
        bar.addWidget(QPushButton(name))
    grid, row, column = QGridLayout(), QHBoxLayout(), QVBoxLayout(page)
    for name, place in (
        ("sixth", (1, 1)),
        ("fifth", (1, 0)),
        ("fourth", (0, 1)),
        ("third", (0, 0)),
    ):
        grid.addWidget(QPushButton(name), *place)
    for name in ("seventh", "eighth"):
        row.addWidget(QPushButton(name))
    column.addWidget(bar)
    column.addLayout(grid)
    column.addStretch()
    column.addLayout(row)
    column.addWidget(QPushButton("ninth"))
    window.setCentralWidget(page)
    window.show()
    return window


def names(window: QWidget) -> list[str]:
    return [
        each.text() for each in stops_as_read(window) if isinstance(each, QPushButton | QLineEdit)
    ]


def test_parts_are_read_row_by_row(qtbot: QtBot) -> None:
    assert names(in_a_window(qtbot)) == [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    ]  # fmt: skip


_ROOT = Path(__file__).parents[3]
# A layout's item that was looked at keeps its Python object after Qt has freed it: the next
# object that comes to lie there is taken for it.
_LOOKS = {"itemAt", "itemAtPosition", "spacerItem"}


@pytest.mark.parametrize("folder", ["ui", "tests", "docs", "benchmarks"])
def test_nobody_looks_at_the_items_of_a_layout(folder: str) -> None:
    found = [
        f"{path.relative_to(_ROOT)}:{node.lineno}"
        for path in (_ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in _LOOKS
    ]
    assert found == [], "ask layouts by indexOf(), and widgets by findChildren()"


def items_known() -> int:
    """How many items of layouts Python has something for."""
    gc.collect()
    known = [each for each in gc.get_objects() if isinstance(each, QLayoutItem)]
    return sum(not isinstance(each, QLayout) for each in known)


def test_nothing_stands_for_an_item_that_a_layout_may_delete(qtbot: QtBot) -> None:
    """A tool bar deletes its items each time it is laid out; widgets came to lie in their place."""
    window = in_a_window(qtbot)
    before = items_known()
    assert names(window)
    assert items_known() == before
