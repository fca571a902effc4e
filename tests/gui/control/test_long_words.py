"""A name, a path or a label that is one long word widens no window, and is read to its end."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_in_window import desk_of
from made_dialogs import MADE, OF_A_SESSION, host
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from told_studies import CASES, Bookshelf

from hcmd_lab.game.labels import MAX_CHARACTERS
from hcmd_lab.storage.store import Store
from hcmd_lab.study.adding import add
from hcmd_lab.study.candidates import family_member
from ui.control.desk import Desk
from ui.control.error_dialog import FaultDialog
from ui.control.panels import PANELS
from ui.control.preferences import Preferences
from ui.control.session.joining import Joining
from ui.control.session.pairing_card import PairingCard
from ui.control.session.session_review import ReviewPage, SessionReview
from ui.control.shown_file import NotOpenedDialog
from ui.control.window import ControlWindow
from ui.look.selectable_text import SelectableText
from ui.look.style import apply_look
from ui.look.widgets import label

ROOT = Path(__file__).parents[3]
SMALLEST_PX = 1024
NAME = "W" * 200
FOLDER = "v" * 120
"""Not the longest that a disk takes: its drafts and backups have longer names."""


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, shelf: Bookshelf
) -> Iterator[ControlWindow]:
    """A window on a small screen, with a study whose every name is one long word."""
    apply_look(qapp, "light")
    (told,) = (each for each in CASES if each.name == "preferred, people")
    place = tmp_path / FOLDER / FOLDER
    place.parent.mkdir()
    shutil.copytree(shelf.study(told), place)
    with Store.open(place) as store:
        settings = dict(store.facts.get("settings"))  # type: ignore[call-overload]
        store.facts.set("settings", settings | {"name": NAME})
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(made)
    desk.identity = tmp_path / "identity"
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    desk.open_study(place)
    member = family_member(desk.study, own_weight=0.33, relative_weight=0.47, name="M" * 64)
    add(desk.study, member)
    desk.study_changed.emit()
    made.resize(SMALLEST_PX, 700)
    made.show()
    yield made
    desk.close_study()


def fits(widget: QWidget) -> bool:
    return widget.minimumSizeHint().width() <= SMALLEST_PX


def test_the_window_stays_as_wide_as_it_is(window: ControlWindow, qtbot: QtBot) -> None:
    desk = desk_of(window)
    for panel in PANELS:
        window.show_panel(panel)
        qtbot.wait(0)
        assert fits(window), panel
    desk.failed.emit(f"The folder {desk.study.store.folder.path} cannot be written.")
    assert window.banner.isVisible()
    assert fits(window)
    host(desk, *(letter * MAX_CHARACTERS for letter in "PQ"))
    window.show_panel("session")
    assert fits(window)
    assert window.width() == SMALLEST_PX


@pytest.mark.parametrize("kind", MADE | OF_A_SESSION, ids=lambda kind: kind.__name__)
def test_a_dialog_fits_a_small_screen(window: ControlWindow, kind: type[QDialog]) -> None:
    desk = desk_of(window)
    if kind in OF_A_SESSION:
        host(desk, *(letter * MAX_CHARACTERS for letter in "PQ"))
    dialog = (MADE | OF_A_SESSION)[kind](desk, window)
    dialog.open()
    assert fits(dialog)
    dialog.reject()


def test_each_page_about_a_session_fits(window: ControlWindow, qtbot: QtBot) -> None:
    desk = desk_of(window)
    host(desk, *(letter * MAX_CHARACTERS for letter in "PQ"))
    assert desk.host is not None
    review = SessionReview(desk, desk.host.session, window)
    review.show()
    for page in ReviewPage:
        review.show_page(page)
        qtbot.wait(0)
        assert fits(review), page
    review.close()


def inked_rows(widget: QLabel) -> int:
    """Rows of pixels with something painted, the last of which stands for the end of a text."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    widget.render(image)
    white = QColor("white").rgb()
    return sum(
        any(image.pixel(x, y) != white for x in range(0, image.width(), 3))
        for y in range(image.height())
    )


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_word_that_is_wider_than_its_label_is_broken(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    apply_look(qapp, "light")
    shown, whole = label("W" * 200), label("W" * 20)
    for each in (shown, whole):
        qtbot.addWidget(each)
        each.setStyleSheet("background: white; color: black")
        each.setLayoutDirection(direction)
        each.resize(300, each.heightForWidth(300))
        each.show()
    lines = shown.heightForWidth(300) / whole.heightForWidth(300)
    assert lines == pytest.approx(10, abs=2)
    assert inked_rows(shown) == pytest.approx(lines * inked_rows(whole), rel=0.2)
    assert shown.text() == "W" * 200, "nothing is put into what is copied or read aloud"


def test_what_can_be_selected_is_broken_and_copied_whole(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, "light")
    path = "/" + "v" * 200
    shown, row = SelectableText(path), SelectableText("v")
    for each in (shown, row):
        qtbot.addWidget(each)
        each.resize(300, each.heightForWidth(300))
        each.show()
    assert shown.minimumSizeHint().width() <= 300
    assert shown.heightForWidth(300) > 4 * row.heightForWidth(300)
    assert shown.document().size().height() <= shown.height(), "its end is in sight"
    shown.selectAll()
    shown.copy()
    assert QGuiApplication.clipboard().text() == path


@pytest.mark.parametrize("made", [NotOpenedDialog, FaultDialog])
def test_a_dialog_that_names_a_long_path_fits(
    qtbot: QtBot, qapp: QApplication, made: type[QDialog]
) -> None:
    apply_look(qapp, "light")
    path = Path("/" + "v" * 250) / ("w" * 250)
    dialog = (
        NotOpenedDialog("It is not there:", path)
        if made is NotOpenedDialog
        else FaultDialog("line\n" * 3, path)
    )
    qtbot.addWidget(dialog)
    dialog.open()
    assert fits(dialog)
    (where,) = dialog.findChildren(SelectableText)
    assert where.text().endswith(str(path))
    qtbot.waitUntil(lambda: where.document().size().height() <= where.height())


def test_the_lab_computer_s_addresses_widen_no_window(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, "light")
    card = PairingCard()
    qtbot.addWidget(card)
    card.show_joining(Joining("AAAA-BBBB-CCCC-DDDD", ("h" * 250 + ":8765", "192.168.1.10:8765")))
    card.show()
    assert card.minimumSizeHint().width() <= SMALLEST_PX - 150


def test_no_label_lets_its_text_be_selected() -> None:
    """Qt would lay it out by itself and make its window as wide as the longest word."""
    at_fault = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "ui").rglob("*.py")
        if "TextSelectable" in path.read_text("utf-8") and path.name != "selectable_text.py"
    ]
    assert not at_fault


def test_a_word_that_fits_on_the_next_line_is_not_broken(qtbot: QtBot) -> None:
    words = label("one two " + "W" * 20)
    qtbot.addWidget(words)
    px = words.fontMetrics().horizontalAdvance("W" * 20) + 20
    assert words.minimumSizeHint().width() <= px
    one = label("one")
    qtbot.addWidget(one)
    assert words.heightForWidth(px) == pytest.approx(2 * one.heightForWidth(px), abs=2)
