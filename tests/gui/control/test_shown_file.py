"""Files are opened by the system's program, and one that nothing opens is named."""

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui
from ui.control import manual, system_opener
from ui.control.error_dialog import ProblemDialog
from ui.control.shown_file import NotOpenedDialog, show_file
from ui.control.system_opener import users_environment
from ui.look.selectable_text import SelectableText

NAMES = ["a #1 50% file.pdf", "תיקייה"]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _windows_are_closed() -> Iterator[None]:
    yield
    for window in QApplication.topLevelWidgets():
        if isinstance(window, NotOpenedDialog | ProblemDialog):
            window.reject()


def told(qtbot: QtBot) -> NotOpenedDialog:
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    return dialogs()[0]


def dialogs() -> list[NotOpenedDialog]:
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, NotOpenedDialog) and each.isVisible()]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_opened_as_it_is_called(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened_files: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).touch()
    show_file(tmp_path / name)
    show_file(Path(name))
    assert list(map(Path, opened_files)) == 2 * [tmp_path / name]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they have no such program")
@pytest.mark.parametrize("name", NAMES)
def test_linux_opens_it_by_the_desktop_s_program(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen = opener(tmp_path, monkeypatch, code=0)
    (tmp_path / name).touch()
    show_file(tmp_path / name)
    qtbot.waitUntil(seen.exists)
    assert seen.read_text("utf-8") == f"{tmp_path / name}\n"
    qtbot.wait(500)
    assert dialogs() == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they have no such program")
def test_what_nothing_opens_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opener(tmp_path, monkeypatch, code=3)  # "a required tool could not be found"
    page = tmp_path / "index.html"
    page.touch()
    show_file(page)
    dialog = told(qtbot)
    assert str(page) in {each.text() for each in dialog.findChildren(SelectableText)}
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == str(page)


def test_the_system_s_no_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    show_file(tmp_path)
    assert str(tmp_path) in told(qtbot).accessibleDescription()


def test_what_is_gone_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    show_file(tmp_path / "gone")
    assert "not there any more" in told(qtbot).accessibleDescription()


def test_a_program_without_its_manual_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manual, "RESOURCES", tmp_path)
    monkeypatch.setattr(manual, "PARTS", tmp_path)
    manual.open_page(manual.manual_page("data"))
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, ProblemDialog)]
    assert "without the manual" in dialog.accessibleDescription()


def test_a_packaged_program_s_libraries_are_not_handed_on() -> None:
    packaged = {"HOME": "/home/lab", "LD_LIBRARY_PATH": "/opt/hcmd/lab", "QT_PLUGIN_PATH": "/opt"}
    assert users_environment(packaged, True) == {"HOME": "/home/lab"}
    before = packaged | {"LD_LIBRARY_PATH_ORIG": "/usr/local/lib"}
    theirs = {"HOME": "/home/lab", "LD_LIBRARY_PATH": "/usr/local/lib"}
    assert users_environment(before, True) == theirs
    assert users_environment(packaged, False) == packaged


def test_nothing_else_opens_files() -> None:
    sources = Path(ui.__file__).parent.rglob("*.py")
    naming = {path.name for path in sources if "QDesktopServices" in path.read_text("utf-8")}
    assert naming == {"system_opener.py"}


def opener(place: Path, monkeypatch: pytest.MonkeyPatch, *, code: int) -> Path:
    """A desktop's program that notes what it is given; the file that it notes it in."""
    programs, seen = place / "programs", place / "seen"
    programs.mkdir()
    script = programs / "xdg-open"
    script.write_text(f'#!/bin/sh\necho "$1" > {shlex.quote(str(seen))}\nexit {code}\n', "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(system_opener, "desktop_opener", lambda: str(script))
    return seen
