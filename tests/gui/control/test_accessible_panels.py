"""Every panel and dialog of the control window: named, in order for Tab, readable in both looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessible import nameless, out_of_order, stops, too_faint, wrong_choices
from desk_in_window import desk_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from told_studies import CASES, Bookshelf, Told

from hcmd_lab.game.session_rules import SessionRules
from ui.control.about import AboutDialog
from ui.control.desk import Desk
from ui.control.new_study_dialog import NewStudyDialog
from ui.control.panels import PANELS
from ui.control.preferences import Preferences
from ui.control.session.wizard import SessionWizard
from ui.control.session_panel import SessionPanel
from ui.control.window import ControlWindow
from ui.look.style import apply_look

NEW = Told("new here", {}, acquired=False)


@pytest.fixture(scope="module", params=["light", "dark"])
def window(
    qapp: QApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ControlWindow]:
    place = tmp_path_factory.mktemp("window")
    apply_look(qapp, request.param)
    made = ControlWindow(Preferences(place / "control.ini"))
    desk = Desk(made)
    desk.identity = place / "identity"
    made.take(desk)
    made.resize(1366, 900)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    desk.close_study()
    delete(made)
    apply_look(qapp, "light")


def check(window: QWidget) -> None:
    QApplication.processEvents()
    stop = window.focusWidget() or window
    QTest.keyClick(stop, Qt.Key.Key_Tab)  # the order is made when it is asked for
    assert stops(window)
    assert nameless(window) == []
    assert wrong_choices(window) == []
    assert out_of_order(window) == []
    assert too_faint(window) == []


def test_the_first_page(window: ControlWindow, tmp_path: Path) -> None:
    desk_of(window).close_study()
    window.welcome.show_recent([tmp_path / "first", tmp_path / "second"])
    check(window)


@pytest.mark.parametrize("panel", PANELS)
def test_a_panel(window: ControlWindow, shelf: Bookshelf, panel: str) -> None:
    (told,) = (case for case in CASES if case.name == "preferred, people")
    folder, desk = shelf.study(told), desk_of(window)
    if desk.opened is None or desk.opened.store.folder.path != folder:
        desk.open_study(folder)
    window.show_panel(panel)
    check(window)


def test_a_session_from_the_wizard_on(
    window: ControlWindow, shelf: Bookshelf, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    desk.open_study(shelf.study(NEW))
    window.show_panel("session")
    panel = window.findChild(SessionPanel)
    assert panel is not None
    panel.overview.act.click()
    wizard = panel.wizard
    assert isinstance(wizard, SessionWizard)
    for _ in wizard.pages[1:]:
        check(window)
        wizard.forward.click()
    check(window)
    panel.wizard = None
    desk.open_session("acquire", 1, SessionRules(), address="127.0.0.1", port=0, exit_pin="2468")
    check(window)
    panel.running.grid.selectAll()
    check(window)
    assert desk.host is not None
    desk.host.abandon()
    qtbot.waitUntil(lambda: not desk.session_is_running)
    desk.close_study()


def test_dialogs(window: ControlWindow) -> None:
    new = NewStudyDialog(window)
    about = AboutDialog(window)
    for dialog in (new, about):
        dialog.show()
        check(dialog)
    tabs = new.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex(1)
    check(new)
    for dialog in (new, about):
        delete(dialog)
