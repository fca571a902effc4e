"""The manual: which page belongs to what the window shows, and where the manual lies."""

from collections.abc import Mapping
from pathlib import Path

from hcmd_lab.shipped_parts import PARTS, RESOURCES

HOME = "index"

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
    """The page that belongs to a panel, or the first one.

    It is part of the built manual (`make manual`) where there is one, else its source.

    Args:
        panel: Name of the panel that is shown; empty for none.

    Returns:
        A file to open; None where neither was shipped.
    """
    name = PAGES.get(panel, HOME)
    places = (RESOURCES / "manual" / f"{name}.html", PARTS / "docs" / f"{name}.md")
    return next((page for page in places if page.is_file()), None)
