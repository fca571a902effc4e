from pathlib import Path

import pytest
from network_lab import Log
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.network.exit_pin import hash_pin
from ui.kiosk.exit_dialog import ExitDialog
from ui.kiosk.exit_gate import ExitGate
from ui.kiosk.exit_tries import FREE_TRIES, ExitTries
from ui.kiosk.kept_pin import KeptPin
from ui.kiosk.window import KioskWindow

HASH = hash_pin("2718")


class Scene:
    """A window with a field in it and the dialog over it."""

    def __init__(
        self, qtbot: QtBot, folder: Path, *, idle_ms: int = 30_000, pin_hash: str = HASH
    ) -> None:
        self.qtbot = qtbot
        self.now_s = 1000.0
        self.window = KioskWindow(locked=False)
        qtbot.addWidget(self.window)
        face = QWidget()
        self.behind = QLineEdit()
        QVBoxLayout(face).addWidget(self.behind)
        self.window.show_face(face)
        self.gate = ExitGate(ExitTries(folder, lambda: self.now_s), KeptPin(folder), self.window)
        self.gate.tell(pin_hash, b"host")
        self.dialog = ExitDialog(self.window, self.gate, idle_ms=idle_ms)
        self.dialog.opened.connect(lambda: self.window.close_faces(True, by="exit"))
        self.dialog.closed.connect(lambda: self.window.close_faces(False, by="exit"))
        self.log = Log(self.dialog, "leave_allowed", "setup_allowed", "closed")
        self.window.appear(QSize(960, 540), None)
        qtbot.waitUntil(self.window.isActiveWindow)
        self.behind.setFocus()

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    @property
    def field(self) -> QLineEdit:
        found = self.dialog.findChild(QLineEdit, "exit_pin")
        assert isinstance(found, QLineEdit)
        return found

    def words(self) -> str:
        return " ".join(each.text() for each in self.dialog.findChildren(QLabel))

    def press(self, keys: str) -> None:
        """Type into whatever has the focus."""
        for character in keys:
            focused = self.window.focusWidget()
            assert focused is not None
            self.qtbot.keyClicks(focused, character)

    def key(self, key: Qt.Key) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key)

    def enter_pin(self, pin: str) -> None:
        with self.qtbot.waitSignal(self.gate.tried):
            self.press(pin)
            self.key(Qt.Key.Key_Return)


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Scene:
    return Scene(qtbot, tmp_path)


def test_the_right_pin_leaves_by_keyboard_alone(scene: Scene) -> None:
    scene.dialog.open_dialog()
    scene.enter_pin("2718")
    assert scene.log.entries == [("closed",), ("leave_allowed",)]
    assert scene.dialog.isHidden()


def test_the_right_pin_also_leads_to_the_setup(scene: Scene, qtbot: QtBot) -> None:
    scene.dialog.open_dialog()
    scene.press("2718")
    with qtbot.waitSignal(scene.dialog.setup_allowed):
        scene.key(Qt.Key.Key_Tab)
        scene.key(Qt.Key.Key_Tab)
        assert scene.window.focusWidget() is scene.button("exit_setup")
        scene.key(Qt.Key.Key_Return)
    assert scene.log.of("leave_allowed") == []


def test_a_wrong_pin_is_told_and_counted(scene: Scene) -> None:
    scene.dialog.open_dialog()
    scene.enter_pin("2719")
    assert "This PIN is wrong." in scene.words()
    assert "4" in scene.words()
    assert scene.field.hasFocus()
    assert scene.field.text() == ""
    scene.enter_pin("2718")
    assert scene.log.of("leave_allowed") == [()]


def test_after_five_wrong_pins_one_has_to_wait(scene: Scene, qtbot: QtBot) -> None:
    scene.dialog.open_dialog()
    for _ in range(FREE_TRIES):
        scene.enter_pin("0000")
    assert not scene.field.isEnabled()
    assert "0:30" in scene.words()
    assert not scene.button("exit_leave").isEnabled()
    scene.now_s += 29
    qtbot.waitUntil(lambda: "0:01" in scene.words())
    scene.now_s += 1
    qtbot.waitUntil(scene.field.hasFocus)
    scene.enter_pin("2718")
    assert scene.log.of("leave_allowed") == [()]


def test_opened_while_one_has_to_wait(scene: Scene) -> None:
    scene.dialog.open_dialog()
    for _ in range(FREE_TRIES):
        scene.enter_pin("0000")
    scene.dialog.close_dialog()
    scene.dialog.open_dialog()
    assert scene.button("exit_back").hasFocus()
    assert "0:30" in scene.words()


def test_without_a_pin_leaving_needs_one_key(qtbot: QtBot, tmp_path: Path) -> None:
    scene = Scene(qtbot, tmp_path, pin_hash="")
    scene.dialog.open_dialog()
    assert not scene.field.isVisible()
    scene.key(Qt.Key.Key_Return)
    assert scene.log.of("leave_allowed") == [()]


def test_a_pin_has_digits_and_at_least_four(scene: Scene) -> None:
    scene.dialog.open_dialog()
    scene.press("a2b7 1")
    assert scene.field.text() == "271"
    assert not scene.button("exit_leave").isEnabled()
    scene.press("8")
    assert scene.button("exit_leave").isEnabled()
    assert scene.field.displayText() != "2718"


@pytest.mark.parametrize("way", ["escape", "button"])
def test_going_back_leaves_everything_as_it_was(scene: Scene, way: str) -> None:
    scene.press("abc")
    scene.dialog.open_dialog()
    scene.press("12")
    if way == "escape":
        scene.key(Qt.Key.Key_Escape)
    else:
        scene.qtbot.mouseClick(scene.button("exit_back"), Qt.MouseButton.LeftButton)
    assert scene.log.entries == [("closed",)]
    assert scene.behind.hasFocus()
    scene.press("d")
    assert scene.behind.text() == "abcd"
    scene.dialog.open_dialog()
    assert scene.field.text() == ""


def test_tab_stays_inside(scene: Scene) -> None:
    scene.dialog.open_dialog()
    scene.press("2718")
    seen = []
    for _ in range(5):
        scene.key(Qt.Key.Key_Tab)
        seen.append(scene.window.focusWidget().objectName())
    assert seen == ["exit_leave", "exit_setup", "exit_back", "exit_pin", "exit_leave"]
    scene.key(Qt.Key.Key_Backtab)
    assert scene.field.hasFocus()


def test_it_closes_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    scene = Scene(qtbot, tmp_path, idle_ms=50)
    with qtbot.waitSignal(scene.dialog.closed):
        scene.dialog.open_dialog()
    assert scene.behind.hasFocus()


def test_a_pin_that_is_judged_after_it_was_closed_opens_nothing(scene: Scene, qtbot: QtBot) -> None:
    scene.dialog.open_dialog()
    with qtbot.waitSignal(scene.gate.tried):
        scene.press("2718")
        scene.key(Qt.Key.Key_Return)
        scene.dialog.close_dialog()
    assert scene.log.entries == [("closed",)]


def test_it_grows_with_the_screen(scene: Scene) -> None:
    scene.window.resize(2560, 1440)
    scene.dialog.open_dialog()
    assert scene.dialog.size() == scene.window.size()
    assert scene.field.fontMetrics().height() > 25
