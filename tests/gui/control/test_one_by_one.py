from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.control.live.one_by_one import OneByOne


def test_widgets_that_appear_together_wait_for_a_turn_each(qtbot: QtBot) -> None:
    turns = OneByOne()
    widgets = [QWidget() for _ in range(3)]
    for widget in widgets:
        qtbot.addWidget(widget)
        turns.hold(widget)
    assert not any(widget.updatesEnabled() for widget in widgets)
    counts: list[int] = []
    watch = QTimer(turns, interval=0)
    watch.timeout.connect(lambda: counts.append(sum(w.updatesEnabled() for w in widgets)))
    watch.start()
    qtbot.waitUntil(lambda: 3 in counts)
    watch.stop()
    assert {1, 2} < set(counts)


def test_a_widget_that_is_hidden_again_does_not_wait(qtbot: QtBot) -> None:
    turns = OneByOne()
    first, second = QWidget(), QWidget()
    for widget in (first, second):
        qtbot.addWidget(widget)
        turns.hold(widget)
    turns.release(second)
    assert second.updatesEnabled()
    assert not first.updatesEnabled()
    qtbot.waitUntil(first.updatesEnabled)
    turns.release(first)
    assert first.updatesEnabled()


def test_a_widget_that_has_gone_is_passed_over(qtbot: QtBot) -> None:
    turns = OneByOne()
    first, second = QWidget(), QWidget()
    qtbot.addWidget(second)
    for widget in (first, second):
        turns.hold(widget)
    delete(first)
    qtbot.waitUntil(second.updatesEnabled)
