"""The window and its lock: what gets through to the faces, and what does not."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kiosk.lock import is_harmless
from ui.kiosk.window import LEAVE_KEYS, KioskWindow

NONE, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
SHIFT, META = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.MetaModifier


class Face(QWidget):
    """A field, a slider and a list."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.list = QListWidget()
        self.list.addItems([str(number) for number in range(200)])
        rows = QVBoxLayout(self)
        for widget in (self.field, self.slider, self.list):
            rows.addWidget(widget)


@pytest.fixture
def locked(qtbot: QtBot) -> Iterator[KioskWindow]:
    window = make(qtbot, locked=True)
    window.appear(QSize(960, 540), None)
    qtbot.waitUntil(window.isActiveWindow)
    window.face.field.setFocus()
    yield window
    window.release()


def make(qtbot: QtBot, *, locked: bool) -> KioskWindow:
    window = KioskWindow(locked=locked)
    qtbot.addWidget(window)
    window.show_face(Face())
    return window


def key(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.mark.parametrize(
    "event",
    [
        key(Qt.Key.Key_A, NONE, "a"),
        key(Qt.Key.Key_A, SHIFT, "A"),
        key(Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5"),
        key(Qt.Key.Key_Backtab, SHIFT),
        key(Qt.Key.Key_Return),
        key(Qt.Key.Key_Escape),
        key(Qt.Key.Key_Left, SHIFT),
        key(Qt.Key.Key_V, CTRL),
        key(Qt.Key.Key_Q, CTRL | ALT, "@"),
        key(Qt.Key.Key_E, Qt.KeyboardModifier.GroupSwitchModifier, "€"),
    ],
)
def test_keys_that_type_and_edit_are_harmless(event: QKeyEvent) -> None:
    assert is_harmless(event)


@pytest.mark.parametrize(
    "event",
    [
        key(Qt.Key.Key_F4, ALT),
        key(Qt.Key.Key_Tab, ALT),
        key(Qt.Key.Key_Tab, CTRL),
        key(Qt.Key.Key_W, CTRL, "\x17"),
        key(Qt.Key.Key_Q, CTRL, "\x11"),
        key(Qt.Key.Key_N, CTRL, "\x0e"),
        key(Qt.Key.Key_F, ALT, "f"),
        key(Qt.Key.Key_F2),
        key(Qt.Key.Key_F11),
        key(Qt.Key.Key_Print),
        key(Qt.Key.Key_Menu),
        key(Qt.Key.Key_F10, SHIFT),
        key(Qt.Key.Key_Meta, META),
        key(Qt.Key.Key_D, META, "d"),
        key(Qt.Key.Key_Escape, CTRL | SHIFT),
        key(Qt.Key.Key_Delete, CTRL | ALT),
    ],
)
def test_keys_that_leave_are_not(event: QKeyEvent) -> None:
    assert not is_harmless(event)


def test_a_locked_window_covers_its_screen_without_a_frame(locked: KioskWindow) -> None:
    assert locked.isFullScreen()
    assert locked.geometry() == QGuiApplication.primaryScreen().geometry()
    flags = locked.windowFlags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint


def test_a_locked_window_cannot_be_closed(locked: KioskWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(locked.closed):
        assert not locked.close()
        QApplication.closeAllWindows()
    assert locked.isVisible()
    locked.release()
    with qtbot.waitSignal(locked.closed):
        assert locked.close()


def test_a_locked_window_that_is_made_small_comes_back(locked: KioskWindow, qtbot: QtBot) -> None:
    locked.showMinimized()
    qtbot.waitUntil(lambda: locked.isFullScreen() and not locked.isMinimized())


def test_a_locked_window_follows_the_size_of_its_screen(locked: KioskWindow) -> None:
    screen = locked.screen()
    usual = screen.geometry()
    screen.geometryChanged.emit(QRect(0, 0, 1000, 600))
    assert locked.size() == QSize(1000, 600)
    screen.geometryChanged.emit(usual)
    locked.release()
    screen.geometryChanged.emit(QRect(0, 0, 1000, 600))
    assert locked.size() == usual.size()


def test_a_locked_window_takes_the_keyboard_back(locked: KioskWindow, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    qtbot.waitUntil(locked.isActiveWindow)


def test_typing_gets_through_and_shortcuts_do_not(locked: KioskWindow) -> None:
    handle = locked.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert locked.face.field.text() == "a"
    field = locked.face.field
    seen: list[int] = []
    field.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    for pressed, modifier in ((Qt.Key.Key_F4, ALT), (Qt.Key.Key_W, CTRL), (Qt.Key.Key_F2, NONE)):
        QTest.keyClick(handle, pressed, modifier)
    assert seen == []
    assert locked.isVisible()


@pytest.mark.parametrize("keys", [Qt.Key.Key_F12, Qt.Key.Key_X])
def test_the_keys_for_leaving_are_heard(locked: KioskWindow, qtbot: QtBot, keys: Qt.Key) -> None:
    assert len(LEAVE_KEYS) == 2
    with qtbot.waitSignal(locked.leave_requested):
        QTest.keyClick(locked.windowHandle(), keys, CTRL | SHIFT)


def turn_wheel(window: KioskWindow, over: QWidget) -> None:
    at = QPointF(over.mapTo(window, over.rect().center()))
    event = QWheelEvent(
        at, window.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window.windowHandle(), event)


def test_the_wheel_scrolls_and_changes_nothing(locked: KioskWindow, qtbot: QtBot) -> None:
    face = locked.face
    turn_wheel(locked, face.slider)
    turn_wheel(locked, face.list.viewport())
    qtbot.waitUntil(lambda: face.list.verticalScrollBar().value() > 0)
    assert face.slider.value() == 0
    locked.release()
    face.slider.setValue(50)
    turn_wheel(locked, face.slider)
    assert face.slider.value() != 50


def test_only_the_left_button_is_heard(locked: KioskWindow) -> None:
    at = locked.face.slider.geometry().center()
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(locked.windowHandle(), button, NONE, at)
    assert locked.face.slider.value() == 0
    assert QApplication.activePopupWidget() is None
    QTest.mouseClick(locked.windowHandle(), Qt.MouseButton.LeftButton, NONE, at + QPoint(100, 0))
    assert locked.face.slider.value() > 0


def test_an_ordinary_window_locks_nothing(qtbot: QtBot) -> None:
    window = make(qtbot, locked=False)
    assert window.windowTitle() == "HCMD Lab"
    window.name_station("3")
    window.appear(QSize(640, 360), QPoint(10, 20))
    assert window.windowTitle() == "Station 3 – HCMD Lab"
    assert window.lock is None
    assert not window.isFullScreen()
    assert window.face.size() == QSize(640, 360)
    assert window.pos() == QPoint(10, 20)
    with qtbot.waitSignal(window.closed):
        assert window.close()


def test_a_bar_takes_no_room_from_the_face(qtbot: QtBot) -> None:
    window = make(qtbot, locked=False)
    bar = QWidget()
    bar.setFixedHeight(40)
    window.add_bar(bar)
    window.appear(QSize(640, 360), None)
    assert window.face.size() == QSize(640, 360)
    assert bar.isVisible()


def test_an_ordinary_window_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = make(qtbot, locked=False)
    window.appear(QSize(4000, 3000), None)
    screen = window.screen().availableGeometry()
    assert window.width() <= screen.width()
    assert window.height() <= screen.height()


def test_closed_faces_take_no_key_and_have_their_focus_back_later(locked: KioskWindow) -> None:
    locked.close_faces(True, by="exit")
    QTest.keyClick(locked.windowHandle(), Qt.Key.Key_A)
    assert locked.face.field.text() == ""
    locked.close_faces(False, by="exit")
    assert locked.face.field.hasFocus()


TWO_SCREENS = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from ui.kiosk.window import KioskWindow
application = QApplication([])
window = KioskWindow(locked=True)
window.appear(QSize(960, 540), None)
main, other = application.screens()
(covered,) = window.lock.covers.screens
assert window.geometry() == main.geometry(), window.geometry()
assert covered is other
(cover,) = (w for w in application.topLevelWidgets() if type(w).__name__ == "BlankScreen")
assert cover.isVisible() and cover.geometry() == other.geometry(), cover.geometry()
assert not cover.close() and cover.isVisible()
application.screenRemoved.emit(other)
assert window.lock.covers.screens == ()
application.screenAdded.emit(other)
assert window.lock.covers.screens == (other,)
lock = window.lock
window.release()
assert lock.covers.screens == ()
application.screenAdded.emit(other)
assert lock.covers.screens == ()
print("ok")
"""


def test_every_other_screen_is_covered(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 800, "height": 600, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1}
        for name, x in (("one", 0), ("two", 800))
    ]  # fmt: skip
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    ended = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.stdout.strip() == "ok", ended.stderr
