"""Each program is known by an icon of its own, in title bars, task lists and menus."""

import struct
from configparser import ConfigParser
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources.draw_icons import drawn
from ui.look.program_icon import SIZES_PX, Program, icon_file, identify, program_icon

DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.parametrize("program", Program)
def test_the_files_are_what_is_drawn(program: Program, qtbot: QtBot) -> None:
    for size_px in SIZES_PX:
        kept = QImage(str(icon_file(program, f"-{size_px}.png")))
        assert kept.convertToFormat(QImage.Format.Format_ARGB32) == drawn(program, size_px)
    ico = icon_file(program, ".ico").read_bytes()
    _, kind, count = struct.unpack("<HHH", ico[:6])
    assert (kind, count) == (1, len(SIZES_PX))
    for entry, size_px in enumerate(SIZES_PX):
        side, _, _, _, _, _, length, at = struct.unpack("<BBBBHHII", ico[6 + 16 * entry :][:16])
        assert side == size_px % 256
        assert ico[at : at + length] == icon_file(program, f"-{size_px}.png").read_bytes()
    icns = icon_file(program, ".icns").read_bytes()
    assert icns[:8] == b"icns" + struct.pack(">I", len(icns))
    assert icon_file(program, "-256.png").read_bytes() in icns


def test_the_two_programs_are_told_apart_even_when_small(qtbot: QtBot) -> None:
    lab, kiosk = (drawn(program, 16) for program in Program)
    places = [(x, y) for x in range(16) for y in range(16)]
    other = sum(lab.pixelColor(*place) != kiosk.pixelColor(*place) for place in places)
    assert other > len(places) / 2


@pytest.mark.parametrize("program", Program)
def test_a_window_shows_the_icon_of_its_program(
    program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = qapp.windowIcon(), QGuiApplication.desktopFileName()
    try:
        identify(qapp, program)
        shown = {size.width() for size in QApplication.windowIcon().availableSizes()}
        assert shown == set(SIZES_PX)
        assert _picture(QApplication.windowIcon()) == _picture(program_icon(program))
        # Wayland takes the icon from the file of this name.
        assert (DOCS / "desktop" / f"{QGuiApplication.desktopFileName()}.desktop").is_file()
    finally:
        qapp.setWindowIcon(before[0])
        QGuiApplication.setDesktopFileName(before[1])


@pytest.mark.parametrize("program", Program)
def test_the_entry_of_the_menu_names_what_the_installer_makes(program: Program) -> None:
    entry = ConfigParser()
    entry.read(DOCS / "desktop" / f"{program}.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    assert desktop["Exec"] == f"/opt/hcmd/{program}/{program}"
    inside = desktop["Icon"].removeprefix(f"/opt/hcmd/{program}/_internal/")
    assert (DOCS.parent / inside).samefile(icon_file(program, "-256.png"))


def test_every_program_with_windows_says_which_it_is() -> None:
    for file in (DOCS.parent / "ui").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert ("= QApplication(" in text) == ("identify(application, " in text), file
        # Qt would write it behind every title, which names the program already.
        assert "setApplicationDisplayName" not in text, file


def _picture(icon: QIcon) -> QImage:
    return icon.pixmap(48, 48).toImage()
