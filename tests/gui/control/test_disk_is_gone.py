"""No page of the window takes a disk that is gone for a fault of the program, or for nothing."""

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from desk_in_window import desk_of
from gone_disk import gone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from told_studies import CASES, Bookshelf, Told

from hcmd_lab.errors import OperatorError
from ui.control.backups_dialog import BackupsDialog
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.panels import PANELS
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks the system for open files")
NEW = Told("new", {}, acquired=False)
(COMPLETE,) = (case for case in CASES if case.name == "preferred, people")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[ControlWindow]:
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    qtbot.addWidget(made)
    desk = Desk(made)
    desk.identity = tmp_path / "identity"
    made.take(desk)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    desk.close_study()


@contextmanager
def only_sentences() -> Iterator[None]:
    """Whatever a slot raises inside tells the experimenter what to do."""
    with capture_exceptions() as met:
        yield
    assert [error for _, error, _ in met if not isinstance(error, OperatorError)] == []


@pytest.mark.parametrize("told", [NEW, COMPLETE], ids=lambda told: told.name)
@pytest.mark.parametrize("panel", PANELS)
def test_a_page_says_so_and_works_again(
    window: ControlWindow, shelf: Bookshelf, qtbot: QtBot, panel: str, told: Told
) -> None:
    desk, folder = desk_of(window), shelf.study(told)
    desk.open_study(folder)
    with only_sentences(), gone(folder):
        with suppress(OperatorError):  # the program's hook shows it
            window.show_panel(panel)
        desk.study_changed.emit()
        qtbot.wait(300)
    desk.study_changed.emit()
    window.show_panel("study")
    window.show_panel(panel)
    QApplication.processEvents()


def test_the_page_of_data_is_read_again_when_it_is_shown_again(
    window: ControlWindow, shelf: Bookshelf, qtbot: QtBot
) -> None:
    folder = shelf.study(COMPLETE)
    desk_of(window).open_study(folder)
    with gone(folder):
        window.show_panel("data")
        panel = window.findChild(DataPanel)
        assert panel is not None
        bar = panel.work.bar
        qtbot.waitUntil(lambda: "check that it is connected" in bar.words.text())
        assert "could not be read" in panel._empty.text()
    window.show_panel("study")
    window.show_panel("data")
    qtbot.waitUntil(panel._tabs.isVisible)
    assert not bar.isVisible()


def test_what_is_not_there_now_is_not_offered_at_the_start(
    window: ControlWindow, shelf: Bookshelf, tmp_path: Path
) -> None:
    preferences = Preferences(tmp_path / "recent.ini")
    folder = shelf.study(NEW)
    preferences.note_study(folder)
    assert preferences.recent_studies == [folder]
    with gone(folder):
        assert preferences.recent_studies == []


def test_backups_say_so(window: ControlWindow, shelf: Bookshelf, qtbot: QtBot) -> None:
    desk, folder = desk_of(window), shelf.study(NEW)
    desk.open_study(folder)
    with only_sentences(), gone(folder):
        dialog = BackupsDialog(desk, folder, window)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.wait(300)


def test_the_window_asks_paths_so_that_a_failing_disk_says_no() -> None:
    """`Path.exists` and the like raise there, up to Python 3.13; `os.path` does not."""
    root = Path(__file__).parents[3]
    found = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in (root / "ui" / "control").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("exists", "is_file", "is_dir")
        if ast.unparse(node.value) != "os.path"
    ]
    assert found == []
