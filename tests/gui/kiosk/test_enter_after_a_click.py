"""Enter goes on although a click beside the button has taken the keyboard from it."""

from collections.abc import Iterator

import pytest
from participant_views import every_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from ui.kiosk.screen import ParticipantScreen
from ui.look.style import apply_look

ANSWERS = {"consent", "questionnaire", "questionnaire_short"}
"""What is answered by a button is answered by the button alone."""

PAGES = every_page()


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> Iterator[ParticipantScreen]:
    apply_look(qapp, "light")
    made = ParticipantScreen(animate=False)
    made.resize(1280, 720)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    delete(made)


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
