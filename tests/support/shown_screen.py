"""A participant's screen in a test, and what can be seen on it."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import SeatView
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.scale import SMALLEST


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
