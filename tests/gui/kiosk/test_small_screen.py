"""A locked window asks for no more than its screen has."""

import pytest
from participant_views import every_page
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.setup_page import SetupPage
from ui.kiosk.widgets.scale import BODY_PX, scale_for
from ui.kiosk.window import KioskWindow
from ui.look.style import apply_look


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


@pytest.mark.parametrize("size", [QSize(640, 360), QSize(960, 540), QSize(1920, 1080)], ids=str)
def test_the_set_up_form_is_scaled_as_a_whole(
    qapp: QApplication, qtbot: QtBot, size: QSize
) -> None:
    """Also where the size is one for which it was scaled before it was shown."""
    apply_look(qapp, "light")
    window = KioskWindow(locked=True)
    qtbot.addWidget(window)
    page = SetupPage(animate=False)
    window.show_face(page)
    page.show_form()
    window.resize(size)
    window.show()
    wanted = round(BODY_PX * scale_for(size))

    def scaled() -> None:
        lines = [each for each in page.findChildren(QLabel) if each.property("role") == "body"]
        assert {each.font().pixelSize() for each in lines if each.isVisible()} == {wanted}

    qtbot.waitUntil(scaled, timeout=2000)
    window.release()
