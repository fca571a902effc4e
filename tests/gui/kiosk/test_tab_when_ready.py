"""Tab follows the order of reading also once there is something to confirm or to choose."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from accessible import out_of_order
from participant_views import every_page, question_view
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from ui.kiosk.screen import ParticipantScreen
from ui.look.style import apply_look

PAGES = every_page()
VIEWS = PAGES | {
    "check_in_languages": replace(PAGES["check_in_label"], languages=("en", "de", "he")),
    "question_after_another": question_view(question="more", options=("a", "b", "c", "d", "e")),
}


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> Iterator[ParticipantScreen]:
    apply_look(qapp, "light")
    made = ParticipantScreen(animate=False)
    made.resize(1280, 720)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    delete(made)


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_that_can_be_confirmed(screen: ParticipantScreen, name: str) -> None:
    screen.show_view(VIEWS[name])
    assert screen.page is not None
    screen.page.footer.set_ready(True)
    QApplication.processEvents()
    assert out_of_order(screen) == []
