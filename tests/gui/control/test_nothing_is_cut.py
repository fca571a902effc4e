"""Texts of the control window have the room that the program's type face asks for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.storage.importers.column_map import ColumnMap
from hcmd_lab.telling.known_languages import lab_languages
from hcmd_lab.telling.language import install_language
from ui.control.about import AboutDialog
from ui.control.backups_dialog import BackupsDialog
from ui.control.data.column_dialog import ColumnDialog
from ui.control.data.data_header import DataHeader
from ui.control.data.import_dialog import ImportDialog
from ui.control.data.package_question import PackageQuestion
from ui.control.desk import Desk
from ui.control.duplicate_dialog import DuplicateDialog
from ui.control.icon_button import IconButton
from ui.control.preferences import Preferences
from ui.control.session.summary_page import SummaryPage
from ui.control.study.go_back_dialog import GoBackDialog
from ui.control.support_dialog import SupportDialog
from ui.control.welcome import RecentButton
from ui.control.window import ControlWindow
from ui.look.elided_line import ElidedLine
from ui.look.style import apply_look

SMALLEST = (1024, 768)
SMALL_LAPTOP_PX = 1093
"""What a screen of 1366 pixels has at 125 %, as Windows sets it."""


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> ControlWindow:
    apply_look(qapp, "light")
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(made)
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    made.resize(*SMALLEST)
    made.show()
    return made


def cut(widget: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    return [
        each.text()
        for kind in (QLabel, QPushButton)
        for each in widget.findChildren(kind)
        if each.isVisible() and each.text() and _lacks_room(each)
    ]


def _lacks_room(each: QLabel | QPushButton) -> bool:
    if isinstance(each, QLabel) and each.wordWrap():
        return each.height() < each.heightForWidth(each.width())
    return each.height() < each.minimumSizeHint().height()


def open_study(window: ControlWindow, folder: Path) -> Desk:
    desk = window.findChild(Desk)
    assert desk is not None
    desk.open_study(folder)
    return desk


def test_recent_studies_on_the_first_page(
    window: ControlWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.welcome.show_recent([tmp_path / "first", tmp_path / "second"])
    qtbot.waitUntil(lambda: window.welcome.findChildren(QLabel)[-1].height() > 0)
    qtbot.waitUntil(lambda: not cut(window))


@pytest.mark.parametrize("panel", ["study", "session", "data", "training", "mechanisms"])
def test_panels(window: ControlWindow, panel: str, tmp_path: Path, qtbot: QtBot) -> None:
    open_study(window, playable_study(tmp_path / "study", 4))
    window.show_panel(panel)
    qtbot.waitUntil(lambda: not cut(window))
    for area in window.findChildren(QScrollArea):
        assert not (area.isVisible() and area.horizontalScrollBar().maximum()), panel
    for each in window.findChildren(QPushButton):
        if each.isVisible():
            assert each.width() >= each.minimumSizeHint().width(), each.text()


@pytest.mark.parametrize("language", lab_languages())
def test_no_panel_makes_the_window_wider_than_a_small_screen(
    language: str, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    apply_look(qapp, "light")
    install_language(qapp, language, lab_languages())
    try:
        made = ControlWindow(Preferences(tmp_path / "control.ini"))
        desk = Desk(made)
        qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
        made.take(desk)
        made.resize(SMALL_LAPTOP_PX, 614)
        made.show()
        open_study(made, playable_study(tmp_path / "study", 4))
        for panel in ("study", "session", "live", "training", "data", "mechanisms"):
            made.show_panel(panel)
            qtbot.waitUntil(lambda: not cut(made))
            assert made.minimumSizeHint().width() <= SMALL_LAPTOP_PX, panel
            assert made.width() == SMALL_LAPTOP_PX, panel
    finally:
        install_language(qapp, "en")


def test_the_acts_on_data_stand_in_one_row_where_there_is_room(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_look(qapp, "light")
    header = DataHeader()
    qtbot.addWidget(header)
    header.show()
    for width, rows in ((header.minimumSizeHint().width(), 2), (1400, 1), (700, 2)):
        header.resize(width, 100)
        qapp.processEvents()
        buttons = header.findChildren(QPushButton)
        places = [QRect(each.mapTo(header, QPoint()), each.size()) for each in buttons]
        assert len({place.center().y() for place in places}) == rows
        for each, place in zip(buttons, places, strict=True):
            assert header.rect().contains(place), each.text()
            assert place.width() >= each.minimumSizeHint().width(), each.text()


def test_icons_follow_the_look(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, "light")
    header = DataHeader()
    qtbot.addWidget(header)
    header.show()
    buttons = header.findChildren(IconButton)
    assert len(buttons) == 6
    before = [each.icon().pixmap(18, 18).toImage() for each in buttons]
    apply_look(qapp, "dark")
    try:
        after = [each.icon().pixmap(18, 18).toImage() for each in buttons]
    finally:
        apply_look(qapp, "light")
    assert all(light != dark for light, dark in zip(before, after, strict=True))
    pictures = {bytes(each.constBits()) for each in after}
    assert len(pictures) == 6, "no two acts look the same"


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_buttons_after_a_session(qtbot: QtBot, qapp: QApplication, language: str) -> None:
    apply_look(qapp, "light")
    install_language(qapp, language)
    try:
        desk = Desk()
        page = SummaryPage(desk)
    finally:
        install_language(qapp, "en")
    qtbot.addWidget(page)
    page.resize(930, 700)
    page.show()
    for each in page.findChildren(QPushButton):
        if each.isVisible():
            assert each.width() >= each.sizeHint().width(), each.text()


@pytest.mark.parametrize("language", lab_languages())
def test_dialogs_are_as_wide_as_their_buttons_ask(
    window: ControlWindow, tmp_path: Path, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    try:
        desk = open_study(window, playable_study(tmp_path / "study", 4))
        study = desk.study
        for dialog in (
            ColumnDialog(["group"], ColumnMap(), tmp_path, window),
            ImportDialog(study.game, study.status(), window),
            SupportDialog(study.store.folder.path, window),
            BackupsDialog(desk, study.store.folder.path, window),
            GoBackDialog(desk, window),
            DuplicateDialog(study.store.folder.path, "study", window),
            PackageQuestion(0, window),
            AboutDialog(window),
        ):
            for button in dialog.findChildren(QPushButton):
                button.show()  # all that there may be at once
            dialog.show()
            narrow = [
                each.text()
                for each in dialog.findChildren(QPushButton)
                if each.width() < each.minimumSizeHint().width()
            ]
            assert not narrow, (type(dialog).__name__, narrow)
            dialog.close()
    finally:
        install_language(qapp, "en")


def test_a_recent_study_is_told_apart_by_its_folder(
    window: ControlWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Its status may be longer than there is room for: what is cut has dots, and is in the tip."""
    folders = [playable_study(tmp_path / ("deep" * 12) / name, 4) for name in ("first", "second")]
    window.welcome.show_recent(folders)
    window.welcome.look_into_recent()
    rows = window.welcome.findChildren(RecentButton)
    qtbot.waitUntil(lambda: all("run a session" in each.accessibleName() for each in rows))
    for row, folder in zip(rows, folders, strict=True):
        lines = row.findChildren(ElidedLine)
        assert any(each.shown.endswith(folder.name) for each in lines)
        for each in lines:
            assert each.fontMetrics().horizontalAdvance(each.shown) <= each.contentsRect().width()
            assert each.shown == each.text() or "…" in each.shown
        assert "run a session" in row.toolTip()
        assert str(folder) in row.toolTip()
