"""Where the keyboard is stands out in both looks, on each kind of part."""

from collections.abc import Callable

import pytest
from accessible import MARK_CONTRAST, ring_contrast
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.kiosk.widgets.option_rows import OptionRow
from ui.kiosk.widgets.stage_card import StageCard
from ui.look.style import apply_look
from ui.look.switch import Switch
from ui.look.widgets import Card, button


def filled(box: QComboBox) -> QComboBox:
    box.addItems(["One", "Two"])
    return box


def two_tabs(bar: QTabBar) -> QTabBar:
    bar.addTab("One")
    bar.addTab("Two")
    return bar


def chosen(part: QAbstractButton) -> QAbstractButton:
    part.setChecked(True)
    return part


def wrong(part: OptionRow) -> OptionRow:
    part.mark_wrong(True)
    return part


def point() -> QPushButton:
    made = QPushButton("1")
    made.setProperty("kind", "point")
    made.setCheckable(True)
    return made


PARTS: dict[str, Callable[[], QWidget]] = {
    "plain": lambda: button("Plain"),
    "primary": lambda: button("Primary", "primary"),
    "danger": lambda: button("Danger", "danger"),
    "quiet": lambda: button("Quiet", "quiet"),
    "tool": QToolButton,
    "line": QLineEdit,
    "number": QSpinBox,
    "choice": lambda: filled(QComboBox()),
    "check": lambda: QCheckBox("Check"),
    "radio": lambda: QRadioButton("Radio"),
    "switch": Switch,
    "tabs": lambda: two_tabs(QTabBar()),
    "list": QListWidget,
    "option": lambda: OptionRow(1),
    "chosen option": lambda: chosen(OptionRow(1)),
    "wrong option": lambda: wrong(OptionRow(1)),
    "stage": StageCard,
    "chosen stage": lambda: chosen(StageCard()),
    "point": point,
    "chosen point": lambda: chosen(point()),
}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("kind", PARTS)
def test_the_focus_is_seen(qapp: QApplication, qtbot: QtBot, kind: str, look: str) -> None:
    apply_look(qapp, "dark" if look == "dark" else "light")
    try:
        window = QMainWindow()
        qtbot.addWidget(window)
        card = Card()
        part = PARTS[kind]()
        card.body.addWidget(part)
        around = QWidget()
        QVBoxLayout(around).addWidget(card)
        window.setCentralWidget(around)
        window.resize(320, 200)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        assert ring_contrast(part) >= MARK_CONTRAST
    finally:
        apply_look(qapp, "light")


@pytest.mark.parametrize("kind", ["plain", "primary", "danger", "quiet", "point", "tool"])
def test_one_ring_is_seen_by_whatever_way_one_came(
    qapp: QApplication, qtbot: QtBot, kind: str
) -> None:
    """The system's own mark would be a second ring, drawn through the words."""
    apply_look(qapp, "light")
    window = QMainWindow()
    qtbot.addWidget(window)
    part, other = PARTS[kind](), QLineEdit()
    around = QWidget()
    column = QVBoxLayout(around)
    column.addWidget(other)
    column.addWidget(part)
    window.setCentralWidget(around)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    part.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(part.hasFocus)
    by_mouse = part.grab().toImage()
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Tab)
    assert part.hasFocus()
    assert part.grab().toImage() == by_mouse
