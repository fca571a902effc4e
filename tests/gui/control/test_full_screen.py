"""*Full screen* is ticked while the window fills the screen, and gives back what was before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

WHOLE = Qt.WindowState.WindowFullScreen
LARGEST = Qt.WindowState.WindowMaximized


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "control.ini"


def opened(qtbot: QtBot, file: Path) -> ControlWindow:
    made = ControlWindow(Preferences(file), {"study": lambda *_: QLabel()})
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def entry(window: ControlWindow) -> QAction:
    (found,) = (
        each for each in window.findChildren(QAction) if each.shortcut().toString() == "F11"
    )
    return found


def fills(window: ControlWindow) -> bool:
    return bool(window.windowState() & WHOLE)


def test_it_fills_the_screen_and_leaves_it(qtbot: QtBot, file: Path) -> None:
    window = opened(qtbot, file)
    for wanted in (True, False, True):
        entry(window).trigger()
        assert fills(window) is wanted
        assert entry(window).isChecked() is wanted


def test_a_window_that_was_left_so_is_left_at_once(qtbot: QtBot, file: Path) -> None:
    first = opened(qtbot, file)
    entry(first).trigger()
    first.close()
    again = opened(qtbot, file)
    assert fills(again)
    assert entry(again).isChecked()
    entry(again).trigger()
    assert not fills(again)
    assert not entry(again).isChecked()


def test_it_follows_the_desktop_too(qtbot: QtBot, file: Path) -> None:
    window = opened(qtbot, file)
    window.setWindowState(window.windowState() | WHOLE)
    assert entry(window).isChecked()
    window.setWindowState(window.windowState() & ~WHOLE)
    assert not entry(window).isChecked()


def test_a_window_as_large_as_the_screen_is_so_again(qtbot: QtBot, file: Path) -> None:
    window = opened(qtbot, file)
    window.setWindowState(LARGEST)
    entry(window).trigger()
    assert fills(window)
    entry(window).trigger()
    assert window.windowState() == LARGEST
