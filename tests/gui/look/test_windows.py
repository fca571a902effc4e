"""No window opens larger than its screen."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look.windows import open_at, within

UI = Path(__file__).parents[3] / "ui"


@pytest.mark.parametrize("screen", [(1024, 768), (1280, 720), (1366, 728), (800, 600)])
@pytest.mark.parametrize("size", [(1180, 720), (860, 680), (560, 560), (1920, 1080)])
def test_a_window_and_its_frame_fit(screen: tuple[int, int], size: tuple[int, int]) -> None:
    found = within(QSize(*size), QRect(10, 20, *screen))
    assert found.width() <= min(screen[0], size[0])
    assert found.height() <= min(screen[1] - 30, size[1]), "a title bar is above it"
    if size[0] + 16 <= screen[0] and size[1] + 40 <= screen[1]:
        assert found == QSize(*size)


def test_a_window_opens_within_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_at(window, 9000, 9000)
    screen = window.screen().availableGeometry()
    assert window.width() <= screen.width()
    assert window.height() <= screen.height()


def test_windows_take_their_size_in_one_place() -> None:
    found = [
        f"{path.relative_to(UI)}:{node.lineno}"
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "resize"
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "self"
    ]
    assert found == []
