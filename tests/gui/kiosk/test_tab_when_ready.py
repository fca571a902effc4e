"""Tab follows the order of reading also once there is something to confirm or to choose."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from accessible import out_of_order
from participant_views import every_page, question_view
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from shown_screen import lasting

from ui.kiosk.screen import ParticipantScreen

PAGES = every_page()
VIEWS = PAGES | {
    "check_in_languages": replace(PAGES["check_in_label"], languages=("en", "de", "he")),
    "question_after_another": question_view(question="more", options=("a", "b", "c", "d", "e")),
}


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> Iterator[ParticipantScreen]:
    with lasting(qapp, QSize(1280, 720)) as made:
        yield made


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_that_can_be_confirmed(screen: ParticipantScreen, name: str) -> None:
    screen.show_view(VIEWS[name])
    assert screen.page is not None
    screen.page.footer.set_ready(True)
    QApplication.processEvents()
    assert out_of_order(screen) == []
