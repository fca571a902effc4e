"""A press that was meant for what a button did does not do what it does now."""

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ui.look import act_guard
from ui.look.act_guard import ActGuard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pressed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QPushButton:
    """A button whose meanings stay new for as long as a test takes."""
    monkeypatch.setattr(act_guard, "SETTLE_MS", 60_000)
    made = QPushButton("&Watch")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def press_each_way(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_button_that_means_the_same_takes_each_press(pressed: QPushButton) -> None:
    guard, clicked = ActGuard(pressed), QSignalSpy(pressed.clicked)
    guard.means("watch")
    guard.means("watch")
    press_each_way(pressed)
    assert clicked.count() == 2


def test_a_button_with_a_new_meaning_takes_no_press(pressed: QPushButton) -> None:
    guard, clicked = ActGuard(pressed), QSignalSpy(pressed.clicked)
    guard.means("watch")
    guard.means("start")
    press_each_way(pressed)
    assert clicked.count() == 0
    pressed.click()  # as from the program itself
    assert clicked.count() == 1


def test_a_press_that_has_begun_is_given_up(
    pressed: QPushButton, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard, clicked = ActGuard(pressed), QSignalSpy(pressed.clicked)
    guard.means("watch")
    QTest.mousePress(pressed, LEFT)
    guard.means("start")
    monkeypatch.setattr(act_guard, "SETTLE_MS", 0)  # the hand stays down until then
    QTest.mouseRelease(pressed, LEFT)
    assert clicked.count() == 0


def test_it_takes_presses_again_after_less_than_half_a_second(
    pressed: QPushButton, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert act_guard.SETTLE_MS == 400
    guard, clicked = ActGuard(pressed), QSignalSpy(pressed.clicked)
    guard.means("watch")
    guard.means("start")
    stood = QElapsedTimer()
    stood.start()
    qtbot.waitUntil(lambda: stood.elapsed() > 450)
    QTest.mouseClick(pressed, LEFT)
    assert clicked.count() == 1


def test_an_open_menu_takes_no_press_on_what_it_offers_now(
    pressed: QPushButton, qtbot: QtBot
) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction("Start MODEL")
    guard, triggered = ActGuard(menu), QSignalSpy(action.triggered)
    guard.means("model")
    menu.popup(pressed.mapToGlobal(pressed.rect().center()))
    action.setText("Start OPTIMIZE")
    guard.means("optimize")
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    assert triggered.count() == 0
