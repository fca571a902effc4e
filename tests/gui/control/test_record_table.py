"""A table of records, by keys alone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.control.data import table_model
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


def test_a_cell_that_is_cut_tells_its_whole_text(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(table_model, "show_tip", lambda _at, text, _shown: told.append(text))
    table = RecordTable("Names", [TableColumn("Name", str)])
    qtbot.addWidget(table)
    table.show_records(["Ann", "Bartholomew " * 20])
    table.resize(300, 200)
    table.show()
    for row in range(2):
        at = table.visualRect(table.records.index(row, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), event)
    assert told == ["", "Bartholomew " * 20]


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


def test_a_long_text_takes_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    """Also in a window that was made narrower while another page was shown."""
    table = RecordTable(
        "Steps",
        [TableColumn("Step", lambda _: "MODEL"), TableColumn("Result", str, wraps=True)],
    )
    qtbot.addWidget(table)
    text = "Fitted to 480 decisions and 16 votes of 4 groups, which is a sentence. " * 20
    table.show_records([text, "Short."])
    for width, height in ((900, 400), (400, 400), (600, 400), (400, 90)):
        table.hide()
        table.resize(width, height)
        table.show()
        for _ in range(4):  # a scroll bar may come
            QApplication.processEvents()
        cell = table.visualRect(table.records.index(0, 1))
        flags = Qt.TextFlag.TextWordWrap
        lines = table.fontMetrics().boundingRect(0, 0, cell.width() - 18, 0, flags, text)
        assert lines.height() <= cell.height() <= lines.height() + 60
        assert table.rowHeight(1) < table.rowHeight(0)
        assert table.horizontalScrollBar().maximum() == 0


def test_all_rows_are_copied_as_a_spreadsheet_takes_them(qtbot: QtBot) -> None:
    """Those too that nobody has scrolled to, in the order that is shown, and none as a formula."""
    people = [f"person {number}" for number in range(1000, 1450)]
    columns: list[TableColumn[str]] = [
        TableColumn("Paid", lambda _: "", tick=lambda name: name.endswith("9")),
        TableColumn("Name", str),
        TableColumn("Note", lambda name: "=1+1" if name.endswith("1000") else "two\nlines\there"),
    ]
    table = RecordTable("Names", columns)
    qtbot.addWidget(table)
    table.show_records(people)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.all_chosen()) == len(people)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, *rows = (line.split("\t") for line in QGuiApplication.clipboard().text().split("\n"))
    assert heading == ["Paid", "Name", "Note"]
    assert [row[1] for row in rows] == people[::-1]
    assert rows[0] == ["1", "person 1449", "two lines here"]
    assert rows[-1] == ["0", "person 1000", "'=1+1"]


def test_of_one_row_the_cell_is_copied(qtbot: QtBot) -> None:
    _window, _, table = shown(qtbot)
    press(Qt.Key.Key_Tab)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Ann"
