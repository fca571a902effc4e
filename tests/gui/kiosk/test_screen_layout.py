"""Every page fits into the smallest screen, in both directions of writing, and grows with it."""

from collections.abc import Iterator

import pytest
from participant_views import every_page, view
from PySide6.QtCore import QLocale, QSize, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shown_screen import clipped, lasting, wait_until_nothing_is_clipped

from hcmd_lab.game.view import Page
from resources.translate import FOLDER
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.scale import SMALLEST, scale_for
from ui.look.style import apply_look

PAGES = every_page()


@pytest.fixture
def screen(qapp: QApplication) -> Iterator[ParticipantScreen]:
    """A new screen, with which a test may do anything."""
    with lasting(qapp) as made:
        yield made


@pytest.fixture(scope="module")
def lasting_screen(qapp: QApplication) -> Iterator[ParticipantScreen]:
    """A screen that only goes from page to page, as at a station."""
    with lasting(qapp) as made:
        yield made


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_clipped_on_the_smallest_screen(
    lasting_screen: ParticipantScreen, qtbot: QtBot, name: str, direction: Qt.LayoutDirection
) -> None:
    screen = lasting_screen
    screen.setLayoutDirection(direction)
    screen.show_view(PAGES[name])
    page = screen.page
    qtbot.waitUntil(lambda: page.width() > 0.9 * screen.width())
    assert page.minimumSizeHint().width() <= page.width()
    assert page.minimumSizeHint().height() <= page.height()
    wait_until_nothing_is_clipped(screen, qtbot)


def test_the_test_of_clipping_sees_what_is_clipped(screen: ParticipantScreen) -> None:
    screen.show_view(PAGES["decide"])
    screen.grab()
    screen.findChild(QPushButton, "confirm_contribution").setFixedWidth(20)
    assert any("Confirm" in text for text in clipped(screen))


@pytest.mark.parametrize("overlay", ["paused", "message", "history", "lost"])
def test_nothing_that_interrupts_is_clipped(
    screen: ParticipantScreen, qtbot: QtBot, overlay: str
) -> None:
    if overlay == "paused":
        screen.show_view(
            view(Page.DECIDE, paused=True, pause_reason="A lamp is being repaired. " * 4)
        )
    elif overlay == "message":
        screen.show_view(view(Page.DECIDE, message="Please wait until the lamp is repaired. " * 8))
    else:
        screen.show_view(PAGES["outcome"])
    if overlay == "history":
        qtbot.mouseClick(screen.findChild(QPushButton, "show_history"), Qt.MouseButton.LeftButton)
    screen.set_connected(overlay != "lost")
    wait_until_nothing_is_clipped(screen, qtbot)


def test_things_grow_with_the_screen_and_shrink_again(
    screen: ParticipantScreen, qtbot: QtBot
) -> None:
    screen.show_view(PAGES["decide"])
    button = screen.findChild(QPushButton, "confirm_contribution")
    small = button.sizeHint().height()
    screen.resize(1920, 1080)
    qtbot.waitUntil(lambda: button.sizeHint().height() > 1.3 * small)
    screen.resize(SMALLEST)
    qtbot.waitUntil(lambda: screen.size() == SMALLEST and button.sizeHint().height() == small)
    wait_until_nothing_is_clipped(screen, qtbot)


def test_things_grow_less_than_the_screen_and_shrink_as_it_does() -> None:
    assert scale_for(SMALLEST) == 1
    assert scale_for(SMALLEST / 2) == 0.5
    assert 1.4 < scale_for(2 * SMALLEST) < 2


@pytest.mark.parametrize("size", [QSize(910, 512), QSize(640, 360), QSize(512, 384)], ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_where_the_system_enlarges_everything(
    lasting_screen: ParticipantScreen, qtbot: QtBot, name: str, size: QSize
) -> None:
    """1366 x 768 at 150 %, 1280 x 720 and 1024 x 768 at 200 %: fewer logical pixels."""
    screen = lasting_screen
    screen.setMinimumSize(1, 1)
    screen.resize(size)
    screen.show_view(PAGES[name])
    assert screen.size() == size
    wait_until_nothing_is_clipped(screen, qtbot)
    screen.grab()
    screen.resize(SMALLEST)


@pytest.mark.parametrize("name", ["decide", "outcome", "stage_intro"])
def test_a_screen_without_room_is_painted(screen: ParticipantScreen, name: str) -> None:
    """An exception while something is painted ends the program."""
    screen.setMinimumSize(1, 1)
    screen.show_view(PAGES[name])
    for size in (QSize(200, 100), QSize(40, 40), QSize(2, 2)):
        screen.resize(size)
        QTest.qWait(20)
        assert not screen.grab().isNull()


def test_a_change_to_the_dark_look_reaches_the_screen(
    screen: ParticipantScreen, qapp: QApplication, qtbot: QtBot
) -> None:
    screen.show_view(PAGES["decide"])
    light = screen.grab().toImage().pixelColor(4, 4).lightness()
    apply_look(qapp, "dark")
    qtbot.waitUntil(lambda: screen.grab().toImage().pixelColor(4, 4).lightness() < light - 100)
    assert "#1e2229" in screen.styleSheet()


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_can_be_used_has_a_name(
    lasting_screen: ParticipantScreen, name: str
) -> None:
    screen = lasting_screen
    screen.show_view(PAGES[name])
    for widget in screen.findChildren(QWidget):
        usable = (
            widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        if usable and widget is not screen.page:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


# Last in the module, which speaks another language from here on.
@pytest.fixture(scope="module", params=["de", "he"])
def translated_screen(
    request: pytest.FixtureRequest, qapp: QApplication
) -> Iterator[ParticipantScreen]:
    """A screen in a language with other lengths of words than English, going from page to page."""
    translator = QTranslator()
    assert translator.load(f"hcmd_{request.param}", str(FOLDER))
    QApplication.installTranslator(translator)
    with lasting(qapp) as made:
        made.setLayoutDirection(QLocale(request.param).textDirection())
        yield made
    QApplication.removeTranslator(translator)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_clipped_in_other_languages(
    translated_screen: ParticipantScreen, qtbot: QtBot, name: str
) -> None:
    translated_screen.show_view(PAGES[name])
    wait_until_nothing_is_clipped(translated_screen, qtbot)
