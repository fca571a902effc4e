"""F1 opens the page that belongs to what is shown."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from ui.control.manual import HOME, PAGES, manual_page
from ui.control.panels import PANELS
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow


def test_every_panel_has_a_page() -> None:
    assert set(PAGES) == set(PANELS)
    for panel in PANELS:
        page = manual_page(panel)
        assert page is not None
        assert page.stem == PAGES[panel]


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


def test_the_key_opens_it(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    window = ControlWindow(Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    assert window.menus.docs.shortcut().toString() == "F1"
    window.menus.docs.trigger()
    assert [Path(each).stem for each in opened] == [HOME]
