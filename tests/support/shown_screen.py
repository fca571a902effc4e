"""A participant's screen in a test, and what can be seen on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import SeatView
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.scale import SMALLEST
from ui.look.style import apply_look


def shown(
    qtbot: QtBot, seat_view: SeatView, *, size: QSize = SMALLEST, animate: bool = False
) -> ParticipantScreen:
    """A visible screen with a view."""
    screen = ParticipantScreen(animate=animate)
    qtbot.addWidget(screen)
    screen.resize(size)
    screen.show_view(seat_view)
    with qtbot.waitActive(screen):
        screen.show()
    return screen


@contextmanager
def lasting(qapp: QApplication, size: QSize = SMALLEST) -> Iterator[ParticipantScreen]:
    """A visible screen without a view that more than one test may have."""
    apply_look(qapp, "light")
    made = ParticipantScreen(animate=False)
    made.resize(size)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    made.close()
    made.deleteLater()
    apply_look(qapp, "light")


def clipped(screen: ParticipantScreen) -> list[str]:
    """Texts that are not visible whole."""
    inside = QRect(0, 0, screen.width(), screen.height())
    found = []
    for widget in screen.findChildren(QWidget):
        if not isinstance(widget, QLabel | QPushButton) or not widget.isVisible():
            continue
        where = QRect(widget.mapTo(screen, widget.rect().topLeft()), widget.size())
        wanted = widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            wanted.setWidth(0)
            wanted.setHeight(widget.heightForWidth(widget.width()))
        small = wanted.width() > where.width() or wanted.height() > where.height()
        if widget.text() and (small or not inside.contains(where)):
            found.append(f"{widget.text()}: wants {wanted}, has {where}")
    return found


def wait_until_nothing_is_clipped(screen: ParticipantScreen, qtbot: QtBot) -> None:
    def settled() -> None:
        assert clipped(screen) == []

    qtbot.waitUntil(settled, timeout=2000)


def find(screen: ParticipantScreen, name: str, kind: Any = QAbstractButton) -> Any:
    """The first widget of the name that can be seen; several pages may have one."""
    found = next((w for w in screen.findChildren(kind, name) if w.isVisible()), None)
    assert found is not None, name
    return found


def press(qtbot: QtBot, screen: ParticipantScreen, *keys: str | Qt.Key) -> None:
    """Type texts and press keys wherever the focus is."""
    for key in keys:
        if isinstance(key, str):
            qtbot.keyClicks(screen.focusWidget(), key)
        else:
            qtbot.keyClick(screen.focusWidget(), key)
