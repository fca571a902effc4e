"""What all tests of windows share."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.control import system_opener
from ui.kiosk import press_guard
from ui.look import act_guard


@pytest.fixture(autouse=True)
def _keys_are_let_go() -> Iterator[None]:
    """To Qt, Ctrl stays held after a click with it, and the next test's clicks would differ."""
    yield
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture(autouse=True)
def _pages_take_presses_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests press as soon as they can; those of the two guards wait as a hand would."""
    monkeypatch.setattr(press_guard, "SETTLE_MS", 0)
    monkeypatch.setattr(act_guard, "SETTLE_MS", 0)


@pytest.fixture(autouse=True)
def _no_desktop_opens_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test starts another program's windows; `test_shown_file.py` has a desktop of its own."""
    monkeypatch.setattr(system_opener, "desktop_opener", lambda: None)


@pytest.fixture
def opened_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files and folders that the system has been asked to open, which it did."""
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return opened
