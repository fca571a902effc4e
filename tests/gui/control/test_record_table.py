"""A table of records, by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.control.data.table_model import RecordTable, TableColumn


def shown(qtbot: QtBot) -> tuple[QWidget, QLineEdit, RecordTable]:
    window = QWidget()
    qtbot.addWidget(window)
    before, table = QLineEdit(), RecordTable("Names", [TableColumn("Name", str)])
    table.show_records(["Ann", "Ben", "Cleo"])
    column = QVBoxLayout(window)
    column.addWidget(before)
    column.addWidget(table)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before.setFocus()
    return window, before, table


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_who_comes_by_tab_has_the_first_record_chosen(qtbot: QtBot) -> None:
    _window, _, table = shown(qtbot)
    press(Qt.Key.Key_Tab)
    assert table.hasFocus()
    assert table.chosen() == "Ann"
    press(Qt.Key.Key_Down)
    assert table.all_chosen() == ["Ben"]


def test_who_comes_back_finds_the_chosen_record(qtbot: QtBot) -> None:
    _window, before, table = shown(qtbot)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert table.all_chosen() == ["Ben"]


def test_an_empty_table_chooses_nothing(qtbot: QtBot) -> None:
    _window, _, table = shown(qtbot)
    table.show_records([])
    press(Qt.Key.Key_Tab)
    assert table.chosen() is None


def test_many_rows_are_shown_in_pages_and_sorted_as_a_whole(qtbot: QtBot) -> None:
    asked: list[int] = []

    def order(number: int) -> int:
        asked.append(number)
        return -number

    table = RecordTable("Numbers", [TableColumn("Number", str, order)])
    qtbot.addWidget(table)
    numbers = list(range(10_000))
    table.show_records(numbers, key=lambda number: number)
    model = table.model()
    assert 0 < model.rowCount() < 1000
    assert model.canFetchMore(table.rootIndex())
    table.selectRow(3)
    assert not asked
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert len(asked) == len(numbers), "each record is asked once"
    assert model.index(0, 0).data() == "9999"
    assert table.all_chosen() == [3], "which is among the last rows now"
    table.show_records(numbers[:5000], key=lambda number: number)
    assert model.index(0, 0).data() == "4999"
    assert table.chosen() == 3
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert model.index(0, 0).data() == "0"
