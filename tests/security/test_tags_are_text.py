"""Whatever a text of a study looks like, no window reads it as HTML.

As HTML a name or a label could have Qt read a file in the process that hosts the session, or have
Windows sign in at another computer.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.mechanisms_panel import MechanismsPanel
from ui.control.preferences import Preferences
from ui.control.session_panel import SessionPanel
from ui.control.study_panel import StudyPanel
from ui.control.training_panel import TrainingPanel
from ui.control.window import ControlWindow
from ui.look.tips import plain_tip

ROOT = Path(__file__).parents[2]
TAG = '<img src="file:///dev/zero">'
PANELS = (StudyPanel, SessionPanel, TrainingPanel, DataPanel, MechanismsPanel)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A study that is called a tag, in a folder that is, with a session of an earlier version.

    Labels like this one are refused today; older logs may have them.
    """
    folder = playable_study(tmp_path / "<b>study<", 4)
    with Store.open(folder) as store:
        settings = store.facts.get("settings")
        store.facts.set("settings", settings | {"name": TAG})
        play_simulated(Study(store), "acquire", 1)
        store._database.sqlite.conn.execute("UPDATE participant SET station = ?", (TAG,))
        store._database.sqlite.conn.execute(
            "INSERT OR REPLACE INTO person_label SELECT session, code, ? FROM participant", (TAG,)
        )
        store._database.sqlite.conn.commit()
    desk = Desk()
    desk.open_study(folder)
    yield desk
    desk.close_study()


def read_as_html(widget: QWidget) -> Iterator[str]:
    """Texts below a widget that Qt would read as HTML, or may."""
    for each in [widget, *widget.findChildren(QWidget)]:
        if "<" in each.toolTip() and not each.toolTip().startswith("<qt>"):
            yield f"tool tip of {each}: {each.toolTip()}"
        is_plain = not isinstance(each, QLabel) or each.textFormat() is Qt.TextFormat.PlainText
        if not is_plain and "<" in each.text():
            yield f"{each}: {each.text()}"
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from tips_of(each.model())
    for action in widget.findChildren(QAction):
        if "<" in action.toolTip() and not action.toolTip().startswith("<qt>"):
            yield f"tool tip of {action}: {action.toolTip()}"


def tips_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and "<" in tip and not tip.startswith("<qt>"):
                yield f"tool tip of a cell: {tip}"


@pytest.mark.parametrize("panel", PANELS)
def test_no_panel_reads_a_tag(desk: Desk, panel: type[QWidget], qtbot: QtBot) -> None:
    shown = panel(desk)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.wait(0)
    assert list(read_as_html(shown)) == []


def test_nor_does_the_window_around_them(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    preferences = Preferences(tmp_path / "preferences.ini")
    window = ControlWindow(preferences, {"study": lambda _, parent: QWidget(parent)})
    qtbot.addWidget(window)
    window.take(desk)
    desk.study_opened.emit()
    assert TAG in window.windowTitle()
    assert list(read_as_html(window)) == []


def test_a_tool_tip_shows_what_was_written() -> None:
    assert plain_tip("a < b") == "<qt>a &lt; b</qt>"
    assert plain_tip("plain & simple") == "plain & simple"
    assert TAG not in plain_tip(TAG)


def calls(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else ""
            name = function.id if isinstance(function, ast.Name) else name
            yield name, node.lineno


FORBIDDEN = {
    "setToolTip": {"ui/look/tips.py"},
    "setWhatsThis": set(),
    "QLabel": set(),
    "setHtml": set(),
    "insertHtml": set(),
    "QMessageBox": set(),
    "QStaticText": set(),
    "QErrorMessage": set(),
}
"""What decides by itself whether a text is HTML, and where it is allowed."""


@pytest.mark.parametrize("name", FORBIDDEN)
def test_no_window_lets_qt_guess(name: str) -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in (ROOT / "ui").rglob("*.py")
        for called, line in calls(path)
        if called == name and path.relative_to(ROOT).as_posix() not in FORBIDDEN[name]
    }
    assert not found


def test_a_label_is_asked_for_where_it_enters() -> None:
    """The lists, the wire and the form ask one function."""
    for place in (
        "hcmd_lab/hosting/participant_file.py",
        "hcmd_lab/hosting/commands.py",
        "ui/kiosk/pages/check_in.py",
    ):
        assert "label_fault" in {name for name, _ in calls(ROOT / place)}
