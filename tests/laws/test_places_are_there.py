"""Where a page says that something is found in the window, it is; and a key does what it says.

`test_pages_are_true.py` holds each text against all texts of the windows; here a whole way, such as
a menu and an entry of it, is walked in a window of the page's language, with a session that runs.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGroupBox,
    QLabel,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from test_pages_are_true import ITALIC, PAGES, plain, prose
from told_studies import BEFORE_EVALUATE, Bookshelf, Told

from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.telling.language import install_language
from ui.control.desk import Desk
from ui.control.panels import PANELS, panel_names
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow
from ui.look.selectable_text import SelectableText

HOME = "127.0.0.1"
GERMAN = tuple(page for page in PAGES if page.endswith(".de.md"))
KEY = re.compile(r"\*([^*\n]+)\*\s+\(((?:Ctrl\+|Shift\+|Strg\+|Umschalt\+)*(?:F\d+|[A-Z]))\)")
Places = dict[str, set[str]]


@pytest.fixture(params=["en", "de"])
def spoken(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "en")


@pytest.fixture
def window(spoken: str, qtbot: QtBot, tmp_path: Path, shelf: Bookshelf) -> Iterator[ControlWindow]:
    """The window with a study before EVALUATE; every panel was shown, and a session runs."""
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(made)
    desk.identity = tmp_path / "identity"
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    made.resize(1366, 900)
    made.show()
    desk.open_study(shelf.study(Told("before", BEFORE_EVALUATE, True)))
    for panel in PANELS:
        made.show_panel(panel)
    desk.open_session("pilot", 2, SessionRules(), address=HOME, port=0, exit_pin="")
    made.show_panel("session")
    yield made
    if desk.host is not None:
        desk.host.abandon()


def entries(menu: QMenu) -> Iterator[QAction]:
    """All that is in a menu and its submenus."""
    for action in menu.actions():
        yield action
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from entries(submenu)


def texts_in(widget: QWidget) -> set[str]:
    """What stands anywhere in a part of the window, also where it is not shown now."""
    found: set[str] = set()
    for part in [widget, *widget.findChildren(QWidget)]:
        if isinstance(part, QAbstractButton | QLabel | SelectableText):
            found.add(plain(part.text()))
        elif isinstance(part, QGroupBox):
            found.add(plain(part.title()))
        elif isinstance(part, QTabBar):
            found |= {plain(part.tabText(number)) for number in range(part.count())}
        elif isinstance(part, QMenu):
            found |= {plain(each.text()) for each in entries(part)}
    return found


def places(window: ControlWindow) -> Places:
    """What is found under each menu, each button with a menu, and each panel."""
    found: Places = defaultdict(set)
    for title in window.menuBar().actions():
        menu = title.menu()
        assert isinstance(menu, QMenu)
        found[plain(title.text())] |= {plain(each.text()) for each in entries(menu)}
    for opener in window.findChildren(QAbstractButton):
        menu = opener.menu() if isinstance(opener, QPushButton | QToolButton) else None
        if menu is not None:
            found[plain(opener.text())] |= {plain(each.text()) for each in entries(menu)}
    for name, title in panel_names().items():
        window.show_panel(name)
        found[plain(title)] |= texts_in(window._stack.currentWidget())
    return found


def ways(page: str) -> Iterator[tuple[str, str]]:
    """The ways that a page names: where to begin, and what is there."""
    for place in ITALIC.findall(prose(PAGES[page])):
        first, *others = plain(place).split(", ")
        if others:
            yield first, others[0]


def test_what_is_said_to_be_somewhere_is_there(window: ControlWindow, spoken: str) -> None:
    there = places(window)
    pages = GERMAN if spoken == "de" else [page for page in PAGES if page not in GERMAN]
    missing = [
        f"{page}: {first}, {second}"
        for page in pages
        for first, second in ways(page)
        if first in there and second not in there[first]
    ]
    assert missing == []
    guides = [page for page in pages if "guide" in page]
    unknown = [
        f"{page}: {first}" for page in guides for first, _ in ways(page) if first not in there
    ]
    assert unknown == []


def test_the_table_of_acts_names_them_and_their_keys(window: ControlWindow, spoken: str) -> None:
    if spoken != "en":
        return  # the page is English
    shown: dict[str, str] = {}
    for action in window.findChildren(QAction):
        shown[plain(action.text())] = action.shortcut().toString() or "menu"
    for menu in window.findChildren(QMenu):
        shown.setdefault(plain(menu.title()), "menu")
    _, _, table = PAGES["windows.md"].read_text("utf-8").partition("| Act | Key |")
    rows = [line.split("|")[1:3] for line in table.split("\n\n")[0].splitlines()[2:]]
    told = {
        name.strip(): key.strip()
        for names, keys in rows
        for name, key in zip(names.split(","), keys.split(","), strict=True)
    }
    assert len(told) > 12
    assert told == {name: shown.get(name) for name in told}


def test_a_key_is_that_of_what_it_stands_behind(window: ControlWindow, spoken: str) -> None:
    keys: dict[str, set[str]] = defaultdict(set)
    for action in window.findChildren(QAction):
        for key in action.shortcuts():
            keys[key.toString()].add(plain(action.text()))
    pages = GERMAN if spoken == "de" else [page for page in PAGES if page not in GERMAN]
    said = [
        (page, text, key.replace("Strg", "Ctrl").replace("Umschalt", "Shift"))
        for page in pages
        for text, key in KEY.findall(prose(PAGES[page]))
    ]
    assert said
    wrong = [
        f"{page}: {text} ({key}) is {keys[key]}"
        for page, text, key in said
        if key in keys and plain(text) not in {each.removeprefix("… ") for each in keys[key]}
    ]
    assert wrong == []
    assert [f"{page}: {text} ({key})" for page, text, key in said if key not in keys] == []
