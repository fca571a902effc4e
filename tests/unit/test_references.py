"""Qt's bindings must not lose references to Python's singletons.

PySide6 6.12.0 on Python 3.11 drops one reference to None with every void call and one to True with
every emit; after some thousands of calls the interpreter aborts.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 2000


class Bell(QObject):
    rung = Signal(int)


@pytest.mark.parametrize("singleton", [None, True])
def test_void_calls_and_emits_keep_references(qtbot: QtBot, singleton: object) -> None:
    label, bell = QLabel(), Bell()
    qtbot.addWidget(label)
    calls: list[Callable[[int], object]] = [lambda i: label.setText(str(i)), bell.rung.emit]
    for call in calls:
        before = sys.getrefcount(singleton)
        for i in range(CALLS):
            call(i)
        assert abs(sys.getrefcount(singleton) - before) < CALLS / 20
