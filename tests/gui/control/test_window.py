import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pretended_training
import pytest
from desk_in_window import desk_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab import training
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from ui.control import departure
from ui.control.desk import Desk
from ui.control.preferences import Preferences
from ui.control.session_panel import SessionPanel
from ui.control.welcome import RecentButton
from ui.control.window import ControlWindow

ROOT = Path(__file__).parents[3]
NAMES = ("study", "session", "live", "training", "data")


def plain_panel(desk: Desk, parent: QWidget) -> QWidget:
    return QLabel(desk.study.settings.name, parent)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "control.ini")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "study", 4)


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> ControlWindow:
    made = ControlWindow(preferences, dict.fromkeys(NAMES, plain_panel))
    # A window with a session would ask at the end of the test, and nobody would answer.
    qtbot.addWidget(made, before_close_func=lambda _: desk_of(made).close_study())
    made.take(Desk(made))
    made.show()
    return made


def open_session(window: ControlWindow, purpose: str) -> None:
    assert purpose in ("acquire", "pilot")
    desk_of(window).open_session(
        "pilot" if purpose == "pilot" else "acquire",
        1,
        GAME_ALONE,
        address="127.0.0.1",
        port=0,
        exit_pin="",
    )


def test_without_a_study_the_welcome_is_shown(window: ControlWindow) -> None:
    assert window.welcome.isVisible()
    assert not window.rail.isVisible()
    window.show_panel("session")
    assert window.panel == ""


def test_an_open_study_is_named_and_its_panels_are_reached_by_keys(
    window: ControlWindow, study: Path, qtbot: QtBot
) -> None:
    desk_of(window).open_study(study)
    assert window.panel == "study"
    assert "Public Investment Game" in window.windowTitle()
    assert "Iteration 1 of at most 2" in window.strip.text
    assert window.strip.says_simulated
    qtbot.waitUntil(window.isActiveWindow)
    for number, name in enumerate(NAMES, start=1):
        key = Qt.Key(Qt.Key.Key_0 + number)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.panel == name
        assert window.rail.button(name).isChecked()


def test_a_click_on_the_rail_shows_a_panel(window: ControlWindow, study: Path) -> None:
    desk_of(window).open_study(study)
    QTest.mouseClick(window.rail.button("data"), Qt.MouseButton.LeftButton)
    assert window.panel == "data"


def test_a_panel_is_made_when_it_is_first_shown(
    qtbot: QtBot, preferences: Preferences, study: Path
) -> None:
    made: list[str] = []

    def panel(desk: Desk, parent: QWidget) -> QWidget:
        made.append(str(desk.study.store.folder.path.name))
        return QWidget(parent)

    window = ControlWindow(preferences, dict.fromkeys(NAMES, panel))
    qtbot.addWidget(window)
    desk = Desk(window)
    window.take(desk)
    assert made == []
    desk.open_study(study)
    assert len(made) == 1
    window.show_panel("data")
    window.show_panel("study")
    assert len(made) == 2
    desk.close_study()


def test_only_a_pilot_looks_like_one(window: ControlWindow, study: Path) -> None:
    desk = desk_of(window)
    desk.open_study(study)
    open_session(window, "pilot")
    assert window.frame.is_on
    badge = window.rail.button("session").badge
    assert badge is not None
    assert badge.pilot
    desk.end_hosting()
    window.refresh()
    assert not window.frame.is_on


def test_a_session_is_told_at_the_foot_and_on_the_rail(window: ControlWindow, study: Path) -> None:
    desk_of(window).open_study(study)
    assert "No session" in window.status.text
    open_session(window, "acquire")
    assert not window.frame.is_on
    assert "0 of 1 group ended" in window.status.text
    assert window.rail.button("session").accessibleDescription() == "A session is running"


def test_enter_opens_the_recent_study_that_has_the_keyboard(
    qtbot: QtBot, preferences: Preferences, study: Path
) -> None:
    preferences.note_study(study)
    window = ControlWindow(preferences, dict.fromkeys(NAMES, plain_panel))
    qtbot.addWidget(window, before_close_func=lambda _: desk_of(window).close_study())
    window.take(Desk(window))
    window.show()
    recent = window.welcome.findChild(RecentButton)
    assert recent is not None
    recent.setFocus()
    QTest.keyClick(recent, Qt.Key.Key_Return)
    opened = desk_of(window).opened
    assert opened is not None
    assert opened.store.folder.path == study
    button = window.rail.button("data")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert window.panel == "data"


def saved_at(window: ControlWindow) -> str:
    window.status.show_state(desk_of(window))
    _, _, told = window.status.text.partition("Last saved at ")
    return told


def test_nothing_is_said_to_be_saved_where_nothing_was(window: ControlWindow, study: Path) -> None:
    desk = desk_of(window)
    desk.open_study(study)
    assert saved_at(window) == ""
    desk.study_changed.emit()  # as when a step was cancelled
    assert saved_at(window) == ""
    desk.study.store.facts.set("lamp", "on")
    first = saved_at(window)
    assert first
    desk.session_changed.emit()
    assert saved_at(window) == first
    desk.close_study()
    assert saved_at(window) == ""


def test_a_study_is_open_by_whatever_way_it_is_reached(
    window: ControlWindow, study: Path, qtbot: QtBot
) -> None:
    desk_of(window).open_study(study)
    link = study.parent / "link"
    try:
        link.symlink_to(study, target_is_directory=True)
    except OSError:
        pytest.skip("this account makes no links")
    window.menus.study_requested.emit(link)
    window.menus.study_requested.emit(study / ".." / study.name)
    assert window.banner.text == ""
    assert desk_of(window).opened is not None


def test_the_keyboard_stays_on_the_page_when_a_banner_goes(
    preferences: Preferences, study: Path, qtbot: QtBot
) -> None:
    window = ControlWindow(preferences)
    qtbot.addWidget(window, before_close_func=lambda _: desk_of(window).close_study())
    window.take(Desk(window))
    window.show()
    window.activateWindow()
    desk_of(window).open_study(study)
    window.show_panel("session")
    panel = window.centralWidget().findChild(SessionPanel)
    assert panel is not None

    def is_on_the_page() -> bool:
        focus = window.focusWidget()
        return focus is not None and panel.isAncestorOf(focus)

    assert is_on_the_page()
    for by_mouse in (True, False):
        window.banner.tell("The disk is full.")
        if by_mouse:
            qtbot.mouseClick(window.banner.dismiss, Qt.MouseButton.LeftButton)
        else:
            window.banner.dismiss.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(window.banner.dismiss, Qt.Key.Key_Space)
        assert window.banner.isHidden()
        assert is_on_the_page()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What whoever leaves has been asked; they stay."""
    sentences: list[str] = []

    def reject(parent: QWidget, title: str, sentence: str, action: str, **_: object) -> bool:
        del parent, title, action
        sentences.append(sentence)
        return False

    monkeypatch.setattr(departure, "confirm", reject)
    return sentences


def test_closing_asks_only_while_something_runs(
    window: ControlWindow, study: Path, qtbot: QtBot, asked: list[str]
) -> None:
    desk = desk_of(window)
    desk.open_study(study)
    open_session(window, "acquire")
    window.close()
    assert window.isVisible()
    assert desk.session_is_running
    assert "resume the session" in asked[0]
    desk.end_hosting()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(asked) == 1
    assert desk.opened is None


def test_agreeing_closes_and_the_session_can_be_resumed(
    window: ControlWindow, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(departure, "confirm", lambda *_, **__: True)
    desk = desk_of(window)
    desk.open_study(study)
    open_session(window, "acquire")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    desk.open_study(study)
    assert desk.unfinished_session() is not None


@pytest.mark.parametrize("step", [Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE])
def test_whoever_leaves_is_told_what_is_kept_of_the_running_step(
    window: ControlWindow, study: Path, step: Step, asked: list[str]
) -> None:
    desk = desk_of(window)
    desk.open_study(study)
    desk.training.running = SimpleNamespace(step=step)
    window.close()
    desk.training.running = None
    assert asked[0].startswith(f"{step.upper()} is running")
    keeps = step in (Step.MODEL, Step.OPTIMIZE)  # as the manual says
    assert ("continues with it" in asked[0], "will start over" in asked[0]) == (keeps, not keeps)


def test_a_result_that_cannot_be_stored_is_lost_only_by_who_was_told(
    window: ControlWindow, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever leaves while a step ends agreed that it saves its state, not to lose its result."""
    monkeypatch.setattr(training, "_enter", pretended_training.draws)
    desk = desk_of(window)
    with qtbot.waitSignal(desk.study_opened):
        desk.create_study(study.parent / "new", make_settings("quick", {}))
    asked: list[str] = []

    def agree(parent: QWidget, title: str, sentence: str, action: str, **_: object) -> bool:
        del parent, title, action
        asked.append(sentence)
        return True

    def full(*_: object) -> None:
        raise OperatorError("The disk is full.")

    monkeypatch.setattr(departure, "confirm", agree)
    monkeypatch.setattr(desk.study.store.learned, "add_mechanism", full)
    desk.training.start(Step.INITIALISE)
    monkeypatch.setattr(desk.training, "pause", lambda: None)  # it ends before it hears of it
    with qtbot.waitSignal(desk.training.ended, timeout=60_000):
        window.close()
    assert "INITIALISE is running" in asked[0]
    assert window.isVisible()
    assert desk.opened is not None
    assert window.banner.text == "The disk is full."
    with pytest.raises(OperatorError, match="not stored yet"):
        desk.open_study(study)
    window.welcome.study_requested.emit(study)
    assert "The result of INITIALISE could not be stored and is lost." in asked[1]
    assert desk.study.store.folder.path == study


def test_problems_are_told_in_a_banner_and_repeated_ones_counted(window: ControlWindow) -> None:
    desk = desk_of(window)
    desk.failed.emit("The disk is full.")
    assert window.banner.isVisible()
    desk.failed.emit("The disk is full.")
    assert window.banner.text.startswith("The disk is full. (2 ")
    QTest.mouseClick(window.banner.dismiss, Qt.MouseButton.LeftButton)
    assert not window.banner.isVisible()


def test_a_study_that_cannot_be_opened_is_a_sentence(window: ControlWindow, tmp_path: Path) -> None:
    window.welcome.study_requested.emit(tmp_path / "nothing")
    assert "There is no study" in window.banner.text
    assert window.welcome.isVisible()


def test_what_is_remembered_is_there_at_the_next_start(
    window: ControlWindow, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk_of(window).open_study(study)
    window.resize(760, 560)  # the screen without a display is small
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    again = Preferences(tmp_path / "control.ini")
    assert again.last_study == study
    assert again.recent_studies == [study]
    reopened = ControlWindow(again)
    qtbot.addWidget(reopened)
    assert (reopened.width(), reopened.height()) == (760, 560)


def test_studies_that_are_gone_are_not_offered(preferences: Preferences, study: Path) -> None:
    preferences.note_study(study)
    assert preferences.recent_studies == [study]
    shutil.rmtree(study)
    assert preferences.recent_studies == []


def test_the_shown_window_is_light() -> None:
    program = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "from PySide6.QtCore import QTimer;"
        "application = QApplication([]);"
        "from ui.control.main import begin, make_window;"
        "from ui.control.preferences import Preferences; import tempfile;"
        "folder = tempfile.mkdtemp();"
        "window = make_window(application, Preferences(Path(folder) / 'c.ini'), 'light');"
        "window.painted.connect(lambda: (begin(window, None), window.close()));"
        "window.show(); application.exec(); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True,
        timeout=60,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert "ui.control.desk" in loaded
    assert not loaded & {"torch", "torch_geometric", "pyqtgraph", "scipy", "typer", "rich"}


def test_a_problem_while_a_study_is_opened_leaves_the_old_one(
    window: ControlWindow, study: Path, tmp_path: Path
) -> None:
    desk = desk_of(window)
    desk.open_study(study)
    with pytest.raises(OperatorError):
        desk.open_study(tmp_path / "nothing")
    assert window.panel == "study"
    assert desk.study.store.folder.path == study
