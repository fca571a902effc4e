"""Type faces of windows and pictures."""

from PySide6.QtGui import QFontDatabase

FAMILIES = (
    "Inter",
    "Segoe UI Variable Text",
    "Segoe UI",
    "Helvetica Neue",
    "Source Sans 3",
    "Noto Sans",
    "Liberation Sans",
    "DejaVu Sans",
)
"""By preference; all have Greek letters, and Qt takes what one lacks from the next."""


def installed_families() -> list[str]:
    """The preferred typefaces that are installed on this computer.

    A missing one is never asked for: looking for it is slow, and Qt warns about it.
    """
    installed = set(QFontDatabase.families())
    return [family for family in FAMILIES if family in installed]
