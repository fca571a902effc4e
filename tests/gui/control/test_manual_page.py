"""F1 opens the page that belongs to what is shown."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from hcmd_lab.telling.language import install_language
from ui.control.manual import HOME, PAGES, manual_page
from ui.control.panels import PANELS
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

ROOT = Path(__file__).parents[3]
PLACE = re.compile(r"(?<![*\w])\*([A-Z][^*\n,]+,\s[^*]+?)\*(?!\*)")


def test_every_panel_has_a_page() -> None:
    assert set(PAGES) == set(PANELS)
    for panel in PANELS:
        page = manual_page(panel)
        assert page is not None
        assert page.stem == PAGES[panel]


def test_a_german_window_opens_the_german_page(qapp: QApplication) -> None:
    install_language(qapp, "de")
    try:
        german = manual_page("study")
        english = manual_page("data")
    finally:
        install_language(qapp, "en")
    assert german is not None
    assert german.name.startswith("experimenter-guide.de.")
    assert english is not None
    assert english.name.startswith("data.")


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_place_in_a_menu_is_there(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    install_language(qapp, language)
    try:
        window = ControlWindow(Preferences(tmp_path / "window.ini"))
    finally:
        install_language(qapp, "en")
    qtbot.addWidget(window)
    menus = {
        plain(action.text()): {plain(entry.text()) for entry in action.menu().actions()}
        for action in window.menuBar().actions()
        if isinstance(action.menu(), QMenu)
    }
    named = [
        re.split(r",\s", place)
        for page in sorted((ROOT / "docs").glob("*.md"))
        if (page.suffixes[0] == ".de") == (language == "de")
        for place in PLACE.findall(page.read_text("utf-8"))
    ]
    assert any(plain(menu) in menus for menu, *_ in named)
    for menu, entry, *_ in named:
        if plain(menu) in menus:
            assert plain(entry) in menus[plain(menu)], f"{menu}, {entry}"


def plain(text: str) -> str:
    return " ".join(text.replace("&", "").replace("…", "").split())


def test_a_built_manual_goes_before_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.control.manual.RESOURCES", tmp_path)
    source = manual_page("data")
    assert source is not None
    assert source.suffix == ".md"
    (tmp_path / "manual").mkdir()
    (tmp_path / "manual" / "data.html").touch()
    assert manual_page("data") == tmp_path / "manual" / "data.html"


def test_the_key_opens_it(qtbot: QtBot, tmp_path: Path, opened_files: list[str]) -> None:
    window = ControlWindow(Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    assert window.menus.docs.shortcut().toString() == "F1"
    window.menus.docs.trigger()
    assert [Path(each).stem for each in opened_files] == [HOME]
