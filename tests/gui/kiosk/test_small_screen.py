"""A locked window asks for no more than its screen has."""

import pytest
from participant_views import every_page
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.window import KioskWindow


@pytest.mark.parametrize("locked", [False, True])
def test_only_a_window_in_a_frame_has_a_smallest_size(qtbot: QtBot, locked: bool) -> None:
    window = KioskWindow(locked=locked)
    qtbot.addWidget(window)
    screen = ParticipantScreen(animate=False)
    window.show_face(screen)
    screen.show_view(every_page()["decide"])
    window.resize(QSize(640, 360))
    window.show()
    assert (window.size() == QSize(640, 360)) is locked
    window.release()
