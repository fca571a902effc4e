from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.control.confirm import Question, confirm


def answer(act: Callable[[Question], None]) -> None:
    def when_asked() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Question)
        act(asked)

    QTimer.singleShot(0, when_asked)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.parametrize("danger", [True, False])
def test_a_hasty_key_is_the_safe_choice(parent: QWidget, key: Qt.Key, danger: bool) -> None:
    answer(lambda asked: QTest.keyClick(asked, key))
    assert not confirm(parent, "End group 3?", "It cannot play on.", "End group 3", danger=danger)


def test_the_act_is_chosen_by_its_own_button(parent: QWidget) -> None:
    answer(lambda asked: asked.act.click())
    assert confirm(parent, "End group 3?", "It cannot play on.", "End group 3")


def test_closing_the_question_chooses_nothing(parent: QWidget) -> None:
    answer(QDialog.close)
    assert not confirm(parent, "End group 3?", "It cannot play on.", "End group 3")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_reaches_the_act(qtbot: QtBot, parent: QWidget, key: Qt.Key) -> None:
    asked = Question(parent, "End group 3?", "It cannot play on.", "End group 3", danger=True)
    asked.show()
    qtbot.waitUntil(asked.cancel.hasFocus)
    QTest.keyClick(asked.cancel, Qt.Key.Key_Tab)
    assert asked.act.hasFocus()
    with qtbot.waitSignal(asked.accepted):
        QTest.keyClick(asked.act, key)


def test_a_question_follows_what_it_tells_of(qtbot: QtBot, parent: QWidget) -> None:
    said = ["It runs."]
    asked = Question(parent, "Leave?", said[0], "Leave", danger=True)
    qtbot.addWidget(asked)
    asked.follow(lambda: said[0])
    asked.show()
    said[0] = "It has ended."
    _title, words = asked.findChildren(QLabel)
    qtbot.waitUntil(lambda: words.text() == "It has ended.")
    assert asked.accessibleDescription() == "It has ended."


def test_what_is_over_cannot_be_ended(qtbot: QtBot, parent: QWidget) -> None:
    is_over = [False]
    asked = Question(parent, "End the session?", "It ends.", "End the session", danger=True)
    qtbot.addWidget(asked)
    asked.follow(
        lambda: "It has ended meanwhile." if is_over[0] else "It ends.", lambda: is_over[0]
    )
    asked.show()
    assert asked.act.isEnabled()
    is_over[0] = True
    qtbot.waitUntil(lambda: not asked.act.isEnabled())
    assert asked.cancel.isEnabled()
