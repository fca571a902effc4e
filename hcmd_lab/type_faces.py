"""Type faces of windows and pictures: the program brings its own."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from hcmd_lab.shipped_parts import RESOURCES

FAMILIES = ("Inter", "Noto Sans Hebrew")
"""By preference; for a letter that both lack, Qt takes a face of the computer."""


def preferred_font() -> QFont:
    """The program's font; its size is for the caller to set.

    The faces are made known to Qt at the first call, which needs a QGuiApplication.
    """
    _make_known()
    font = QFont(FAMILIES)
    # A PDF from which text is copied knows no letter of a letter's alternates.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


@cache
def _make_known() -> None:
    for face in (RESOURCES / "fonts").iterdir():
        if face.name.endswith((".otf", ".ttf")):
            QFontDatabase.addApplicationFontFromData(face.read_bytes())
