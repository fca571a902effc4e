"""The keyboard stays on a page when the part that had it goes."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.focus import KeptFocus


def test_the_keyboard_stays_on_the_page(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rail, page, lasting, passing = (
        QPushButton("rail"),
        QWidget(),
        QPushButton("a"),
        QPushButton("b"),
    )
    row, column = QHBoxLayout(window), QVBoxLayout(page)
    row.addWidget(rail)
    row.addWidget(page)
    column.addWidget(lasting)
    column.addWidget(passing)
    QWidget.setTabOrder(passing, rail)
    KeptFocus(page, lasting)
    window.show()
    passing.setFocus()
    qtbot.waitUntil(passing.hasFocus)
    passing.hide()
    assert QApplication.focusWidget() is lasting
    rail.setFocus()
    assert QApplication.focusWidget() is rail, "whoever leaves the page by themselves may"
    lasting.setFocus()
    page.hide()
    assert QApplication.focusWidget() is rail, "a page that goes as a whole keeps nothing"
