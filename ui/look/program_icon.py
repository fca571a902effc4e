"""How a program is shown by the desktop: its icon, and the name its windows are grouped under."""

import ctypes
import sys
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hcmd_lab.shipped_parts import RESOURCES

SIZES_PX = (16, 24, 32, 48, 64, 128, 256)


class Program(StrEnum):
    """A program with windows, by the name of its icons and of its desktop file."""

    LAB = "hcmd-lab"
    KIOSK = "hcmd-kiosk"


def icon_file(program: Program, ending: str) -> Path:
    """A file of a program's icon; `python -m resources.draw_icons` makes them."""
    return RESOURCES / "icons" / f"{program}{ending}"


def program_icon(program: Program) -> QIcon:
    """The icon in every size."""
    icon = QIcon()
    for size_px in SIZES_PX:
        icon.addFile(str(icon_file(program, f"-{size_px}.png")))
    return icon


def identify(application: QApplication, program: Program) -> None:
    """Show the application's windows, from the first on, as those of a program."""
    application.setWindowIcon(program_icon(program))
    application.setDesktopFileName(program)
    if sys.platform == "win32":  # else the task bar groups them with every Python program
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(f"hcmd.{program}")
