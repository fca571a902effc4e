"""A way through menus, panels and dialogs that a page or a sentence tells leads there."""

import ast
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QAbstractButton, QMenu, QTabBar
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game.session_rules import GAME_ALONE
from ui.control.desk import Desk
from ui.control.panels import panel_names
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

ROOT = Path(__file__).parents[3]
PAGES = [*sorted(ROOT.glob("docs/*.md")), *sorted(ROOT.glob("*.md"))]

DIALOGS = {
    "Backups": "backups_dialog.py",
    "Kiosks": "session/room_view.py",
    "More": "session/room_view.py",
    "Payments": "session/payment_sheet.py",
    "Privacy": "data/privacy_desk.py",
    "Sessions": "session/session_list.py",
}
"""What opens, or is, a part of the window with buttons of its own, and where these are made."""

ITALIC = re.compile(r"(?<![*\w])\*([^*\n]+(?:\n[^*\n]+)?)\*(?!\*)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def plain(text: str) -> str:
    """A text as pages quote it: without its key and what only says that a question follows."""
    return " ".join(text.replace("&", "").replace("…", "").split())


GERMAN = {
    plain(each.findtext("source") or ""): plain(each.findtext("translation") or "")
    for each in ElementTree.parse(ROOT / "resources/translations/hcmd_de.ts").iter("message")  # noqa: S314 - ours
}


def ways_of(text: str, known: set[str]) -> Iterator[tuple[str, ...]]:
    """The ways that a page tells in italics: texts of windows in a row."""
    for place in ITALIC.findall(CODE.sub("", text)):
        steps = tuple(plain(place).split(", "))
        if len(steps) > 1 and known.issuperset(steps):
            yield steps


def told_ways() -> set[tuple[str, ...]]:
    return {
        way
        for page in PAGES if not page.name.endswith(".de.md")
        for way in ways_of(page.read_text("utf-8"), set(GERMAN))
    }  # fmt: skip


def said_ways(beginnings: set[str]) -> set[tuple[str, ...]]:
    """The ways that sentences tell, in brackets: (File, Backups, or: hcmd-lab restore STUDY)."""
    found = set()
    for source in GERMAN:
        for words in re.findall(r"\(([^()]+)\)", source):
            first, *rest = words.split(", ")
            if first in beginnings and rest:
                steps = itertools.takewhile(lambda each: not each.startswith("or:"), rest)
                found.add((first, *steps))
    return found


def entries(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        yield plain(action.text())
        if isinstance(below := action.menu(), QMenu):
            yield from entries(below)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> ControlWindow:
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(made)
    desk.identity = tmp_path / "identity"
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    made.show()
    desk.open_study(playable_study(tmp_path / "study", 4))
    desk.open_session("acquire", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    return made


def doors(window: ControlWindow) -> dict[str, set[str]]:
    """What stands in each menu and panel, and in the dialogs that they open."""
    found: dict[str, set[str]] = defaultdict(set)
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found[plain(action.text())] |= set(entries(menu))
    for name, title in panel_names().items():
        window.show_panel(name)
        panel = window._panels[name]
        for each in panel.findChildren(QAbstractButton):
            found[title].add(plain(each.text()))
            opened = each.menu() if hasattr(each, "menu") else None
            if opened is not None:
                found[plain(each.text())] |= set(entries(opened))
        for bar in panel.findChildren(QTabBar):
            found[title] |= {plain(bar.tabText(number)) for number in range(bar.count())}
    for title, file in DIALOGS.items():
        found[title] |= {
            plain(node.args[0].value)
            for node in ast.walk(ast.parse((ROOT / "ui" / "control" / file).read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            and node.func.id == "translate" and isinstance(node.args[0], ast.Constant)
        }  # fmt: skip
    return found


def test_each_step_stands_where_the_one_before_leads(window: ControlWindow) -> None:
    behind = doors(window)
    ways = told_ways() | said_ways(set(behind))
    assert len(ways) > 20
    astray = {way for way in ways for here, there in itertools.pairwise(way)
              if there not in behind.get(here, ())}  # fmt: skip
    assert astray == set()


def test_german_ways_are_those_of_the_english_guide() -> None:
    for name in ("experimenter-guide", "lab-manager-guide"):
        english = set(ways_of((ROOT / f"docs/{name}.md").read_text("utf-8"), set(GERMAN)))
        german = set(ways_of((ROOT / f"docs/{name}.de.md").read_text("utf-8"), {*GERMAN.values()}))
        assert german == {tuple(GERMAN[step] for step in way) for way in english}
