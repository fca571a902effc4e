"""Enter goes on although a click beside the button has taken the keyboard from it."""

from collections.abc import Iterator

import pytest
from participant_views import every_page
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shown_screen import lasting

from ui.kiosk.screen import ParticipantScreen

ANSWERS = {"consent", "questionnaire", "questionnaire_short"}
"""What is answered by a button is answered by the button alone."""

PAGES = every_page()


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> Iterator[ParticipantScreen]:
    with lasting(qapp, QSize(1280, 720)) as made:
        yield made


@pytest.mark.parametrize("name", PAGES)
def test_enter_presses_what_can_be_pressed(screen: ParticipantScreen, name: str) -> None:
    screen.show_view(PAGES[name])
    page = screen.page
    assert page is not None
    pressed: list[str] = []
    button = page.footer.button
    heard = button.clicked.connect(lambda: pressed.append(button.text()))
    can_be = button.isVisible() and button.isEnabled() and name not in ANSWERS
    expected = [button.text()] if can_be else []
    page.setFocus()  # as a click beside everything does
    QTest.qWait(450)  # a page that has just come takes no press
    QTest.keyClick(page, Qt.Key.Key_Return)
    button.disconnect(heard)
    assert pressed == expected
