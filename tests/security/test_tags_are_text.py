"""Whatever a text of a study looks like, no window reads it as HTML.

As HTML a name or a label could have Qt read a file in the process that hosts the session, or have
Windows sign in at another computer.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QAbstractItemView, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.mechanisms_panel import MechanismsPanel
from ui.control.picture_menu import PictureMenu
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
    assert plain_tip("a\n< b") == "<qt>a<br>&lt; b</qt>"
    assert TAG not in plain_tip(TAG)


@given(st.text(st.sampled_from("<>&;ltqamp/b \n'\"=#")))
def test_what_qt_would_read_as_html_is_written_as_such(text: str) -> None:
    """Qt's own guess decides, and what its HTML shows is what was written."""
    tip = plain_tip(text)
    if tip == text:
        assert not QtText.mightBeRichText(text)
    else:
        shown = QTextDocumentFragment.fromHtml(tip).toPlainText()
        assert shown.split() == text.split()


@pytest.mark.parametrize("text", [TAG, "&lt;b&gt;bold&lt;/b&gt;"])
def test_a_picture_says_a_place_as_it_is_written(
    text: str, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder may be called anything, and a mechanism of an earlier version."""
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, words, *rest: told.append(words))
    place = QWidget()
    qtbot.addWidget(place)
    PictureMenu(place, "picture", lambda: None)._say(str(tmp_path / text))  # type: ignore[arg-type, return-value]
    assert [QtText.mightBeRichText(each) and text not in each for each in told] == [True]


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def calls(path: Path) -> Iterator[tuple[str, int]]:
    """What is called, or is the base of a class."""
    for node in nodes(path):
        used = [node.func] if isinstance(node, ast.Call) else []
        used += node.bases if isinstance(node, ast.ClassDef) else []
        for each in used:
            name = each.attr if isinstance(each, ast.Attribute) else ""
            yield (each.id if isinstance(each, ast.Name) else name), node.lineno


def names(path: Path) -> Iterator[tuple[str, int]]:
    """Every name, whatever is done with it."""
    for node in nodes(path):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield name, node.lineno


FORBIDDEN = {
    "setWhatsThis": set(),
    "setToolTip": {"ui/look/tips.py"},
    "showText": {"ui/look/tips.py"},
    "QToolTip": {"ui/look/tips.py"},
    "setHtml": set(),
    "insertHtml": set(),
    "setMarkdown": {"ui/kiosk/widgets/markdown_view.py"},
    "QTextBrowser": {"ui/kiosk/widgets/markdown_view.py"},
    "QTextEdit": {"ui/look/selectable_text.py"},
    "QErrorMessage": set(),
    "QGraphicsTextItem": set(),
    "QInputDialog": set(),
    "QMessageBox": set(),
    "QProgressDialog": set(),
    "QStaticText": set(),
    "QWizard": set(),
    "LabelItem": set(),
    "addLegend": set(),
    "setTitle": set(),
}
"""What decides by itself whether a text is HTML, or knows nothing else, and where it is allowed."""


@pytest.mark.parametrize("name", FORBIDDEN)
def test_no_window_lets_qt_guess(name: str) -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in (ROOT / "ui").rglob("*.py")
        for used, line in names(path)
        if used == name and path.relative_to(ROOT).as_posix() not in FORBIDDEN[name]
    }
    assert not found


def test_every_label_is_told_that_it_is_text() -> None:
    """A label is made in two places, which say that it is text; elsewhere its class is a type."""
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "ui").rglob("*.py")
        for used, _ in calls(path)
        if used == "QLabel"
    }
    assert found == {"ui/look/elided_line.py", "ui/look/plain_label.py"}
    assert all("PlainText" in (ROOT / each).read_text("utf-8") for each in found)


def test_a_label_is_asked_for_where_it_enters() -> None:
    """The lists, the wire and every form ask one function."""
    asked = {
        path.relative_to(ROOT).as_posix()
        for folder in ("hcmd_lab", "ui")
        for path in (ROOT / folder).rglob("*.py")
        for name, _ in calls(path)
        if name in ("label_fault", "require_label")
    }
    assert asked == {
        "hcmd_lab/game/labels.py",
        "hcmd_lab/hosting/commands.py",
        "hcmd_lab/hosting/participant_file.py",
        "hcmd_lab/hosting/session_runner.py",
        "ui/control/session/arrivals.py",
        "ui/kiosk/pages/check_in.py",
    }
