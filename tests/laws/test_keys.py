"""A key that is underlined in the control window does what it stands at, in every language."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_in_window import desk_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from told_studies import BEFORE_EVALUATE, CASES, MODELLED, Bookshelf, Told

from hcmd_lab.game.alarm import Alarm, AlarmKind
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.jobs.report import Failure
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.status import Step
from hcmd_lab.telling.known_languages import lab_languages
from hcmd_lab.telling.language import install_language
from hcmd_lab.vote_plan import Looks
from ui.control.data.picture_page import PicturePage
from ui.control.data.study_tasks import Outcome
from ui.control.data.work_bar import WorkBar
from ui.control.desk import Desk
from ui.control.panels import PANELS
from ui.control.preferences import Preferences
from ui.control.session.as_last_time import AsLastTime
from ui.control.session.wizard import SessionWizard
from ui.control.session_panel import SessionPanel
from ui.control.training.headline import Headline, _paused, _unkept
from ui.control.training.training_header import TrainingHeader
from ui.control.window import ControlWindow

HOME = "127.0.0.1"
ENOUGH_MS = 20_000


@pytest.fixture(params=lab_languages())
def window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[ControlWindow]:
    install_language(qapp, request.param)
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(made)
    desk.identity = tmp_path / "identity"
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    made.resize(1366, 900)
    made.show()
    yield made
    install_language(qapp, "en")


def underlined(window: ControlWindow) -> dict[str, list[str]]:
    """What each underlined key stands at, among what is visible: it may be used any moment."""
    found: dict[str, list[str]] = defaultdict(list)

    def add(text: str) -> None:
        key = QKeySequence.mnemonic(text).toString()
        if key:
            found[key].append(text)

    for action in window.menuBar().actions():
        add(action.text())
    for part in window.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, QAbstractButton) or (isinstance(part, QLabel) and part.buddy()):
            add(part.text())
        elif isinstance(part, QTabBar):
            for number in range(part.count()):
                add(part.tabText(number))
    return found


def in_menu(menu: QMenu) -> dict[str, list[str]]:
    """The same of an open menu, whose keys are its own."""
    found: dict[str, list[str]] = defaultdict(list)
    for action in menu.actions():
        key = QKeySequence.mnemonic(action.text()).toString()
        if key and action.isVisible():
            found[key].append(action.text())
    return found


def check(window: ControlWindow) -> None:
    for keys in (underlined(window), *map(in_menu, window.findChildren(QMenu))):
        assert not {key: at for key, at in keys.items() if len(at) > 1}


def test_on_the_first_page(window: ControlWindow) -> None:
    check(window)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("case", ["new", "acquiring", "preferred, people"])
def test_in_every_panel(
    window: ControlWindow, shelf: Bookshelf, panel: str, case: str, qtbot: QtBot
) -> None:
    (told,) = (each for each in CASES if each.name == case)
    desk_of(window).open_study(shelf.study(told))
    window.show_panel(panel)
    assert window.panel == panel
    check(window)


@pytest.mark.parametrize("case", CASES, ids=lambda told: told.name)
def test_in_training_whatever_comes_next(
    window: ControlWindow, shelf: Bookshelf, case: Told, qtbot: QtBot
) -> None:
    desk_of(window).open_study(shelf.study(case))
    window.show_panel("training")
    check(window)


def test_in_training_whatever_has_happened(
    window: ControlWindow, shelf: Bookshelf, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    desk.open_study(shelf.study(Told("next", {Step.MODEL: MODELLED})))
    window.show_panel("training")
    header = window.findChild(TrainingHeader)
    assert header is not None
    failure = Failure(Sentence("It failed."), operator=False, traceback="of a test")
    for told in (
        _paused(desk, Step.OPTIMIZE, "OPTIMIZE", None),
        _paused(desk, Step.OPTIMIZE, "OPTIMIZE", failure),
        _unkept(Step.OPTIMIZE, "OPTIMIZE"),
        Headline("", "", step=Step.OPTIMIZE, can_pause=True, can_cancel=True),
    ):
        header.tell(told, None, is_running=told.can_pause)
        check(window)


@pytest.mark.parametrize("panel", ["study", "mechanisms"])
def test_while_the_votes_may_be_looked_at(
    window: ControlWindow, shelf: Bookshelf, panel: str, qtbot: QtBot
) -> None:
    changes: dict[str, object] = {"looks": Looks.SEQUENTIAL, "evaluation_groups": 8}
    told = Told("looking", BEFORE_EVALUATE, True, evaluated=True, changes=changes)
    desk_of(window).open_study(shelf.study(told))
    window.show_panel(panel)
    check(window)


def session_panel(window: ControlWindow) -> SessionPanel:
    window.show_panel("session")
    panel = window.findChild(SessionPanel)
    assert panel is not None
    return panel


def test_while_a_session_is_asked_for_runs_and_is_over(
    window: ControlWindow, shelf: Bookshelf, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    desk.open_study(shelf.study(Told("new here", {}, acquired=False)))
    panel = session_panel(window)
    panel.overview.act.click()
    wizard = panel.wizard
    assert isinstance(wizard, SessionWizard)
    for _ in wizard.pages[1:]:
        check(window)
        wizard.forward.click()
    check(window)
    panel.wizard = None
    desk.open_session("acquire", 1, SessionRules(), address=HOME, port=0, exit_pin="2468")
    check(window)
    panel.running.attention.show_door((), (Alarm(AlarmKind.BOT, "3", HOME),))
    assert panel.running.attention.alarms_seen.isVisible()
    for line in panel.running.attention.findChildren(QWidget):
        line.show()  # everybody waits at once
    panel.running.pairing.free.show()
    panel.running.grid.selectAll()
    check(window)
    panel.running.pairing.hide_requested.emit()
    check(window)
    assert desk.host is not None
    desk.host.abandon()
    qtbot.waitUntil(lambda: not desk.session_is_running)
    check(window)
    panel.begin_session()
    again = panel.wizard
    assert isinstance(again, AsLastTime)
    for section in again.sections:
        section.act.click()
        check(window)


@pytest.mark.parametrize("panel", ["data", "mechanisms"])
def test_while_something_is_being_done_and_once_it_is(
    window: ControlWindow, shelf: Bookshelf, panel: str, tmp_path: Path, qtbot: QtBot
) -> None:
    (told,) = (each for each in CASES if each.name == "preferred, people")
    desk_of(window).open_study(shelf.study(told))
    window.show_panel(panel)
    if panel == "data":
        (pictures,) = window.findChildren(PicturePage)
        qtbot.waitUntil(lambda: pictures.list.count() > 0, timeout=ENOUGH_MS)
    (bar,) = window.findChildren(WorkBar)  # the other panel is not made yet
    bar.show_running("It is being done.")
    assert bar.cancel.isVisible()
    check(window)
    bar.show_outcome(Outcome("It is done.", tmp_path))
    assert bar.open_file.isVisible()
    check(window)


def test_the_keyboard_comes_along_to_another_panel(
    window: ControlWindow, shelf: Bookshelf, qtbot: QtBot
) -> None:
    desk_of(window).open_study(shelf.study(CASES[1]))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for number, name in enumerate(PANELS, start=1):
        window.rail.button("study").setFocus()
        QTest.keyClick(window, Qt.Key.Key_0 + number, Qt.KeyboardModifier.ControlModifier)
        assert window.panel == name
        focus = QApplication.focusWidget()
        assert focus is not None
        assert name == "study" or not window.rail.isAncestorOf(focus)


def test_the_keyboard_is_never_nowhere(
    window: ControlWindow, shelf: Bookshelf, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.say_opening(Path("study"))
    if (before := window.focusWidget()) is not None:
        before.clearFocus()
    desk_of(window).open_study(shelf.study(CASES[1]))
    for name in PANELS:
        window.show_panel(name)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.isVisible()
