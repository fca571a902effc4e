"""The manual: which page belongs to what the window shows, and where the manual lies."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hcmd_lab.shipped_parts import PARTS, RESOURCES
from hcmd_lab.telling.language import spoken_language
from hcmd_lab.telling.translate import translate
from ui.control.dialog import open_notice
from ui.control.error_dialog import ProblemDialog
from ui.control.shown_file import show_file

HOME = "index"
SETTINGS = "settings"

PAGES: Mapping[str, str] = {
    "study": "experimenter-guide",
    "session": "windows",
    "live": "windows",
    "training": "learning",
    "data": "data",
    "mechanisms": "arena",
}
"""Pages by panel."""


def manual_page(panel: str = "") -> Path | None:
    """The page that belongs to a panel, or the first one, in the window's language if there is one.

    It is part of the built manual (`make manual`) where there is one, else its source.

    Args:
        panel: Name of the panel that is shown; empty for none.

    Returns:
        A file to open; None where neither was shipped.
    """
    name = PAGES.get(panel, HOME)
    places = [
        place
        for each in (f"{name}.{spoken_language()}", name)
        for place in (RESOURCES / "manual" / f"{each}.html", PARTS / "docs" / f"{each}.md")
    ]
    return next((page for page in places if os.path.isfile(page)), None)


def setting_page(name: str) -> Path | None:
    """The page that leads to one setting's explanation.

    It is a file of its own, because systems drop what stands behind the `#` of a file's address.

    Args:
        name: Of the setting, as in files.

    Returns:
        A file to open; without a built manual the source of the page of all settings; None where
        neither was shipped.
    """
    places = (
        RESOURCES / "manual" / "setting" / f"{name}.html",
        PARTS / "docs" / f"{SETTINGS}.md",
    )
    return next((page for page in places if os.path.isfile(page)), None)


def open_page(page: Path | None) -> None:
    """Show a page in the system's browser, or whatever it opens such files with.

    A copy of the program that was made without its manual says so.
    """
    if page is not None:
        show_file(page)
        return
    sentence = translate(
        "This copy of the program came without the manual. Its pages are the folder docs of the "
        "program's sources, where make manual builds them."
    )
    open_notice(ProblemDialog(sentence, QApplication.activeWindow()))


def open_setting(name: str) -> None:
    """Show where the manual explains a setting."""
    open_page(setting_page(name))
