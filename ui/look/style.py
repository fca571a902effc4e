"""Applies the look: style, palette, type and style sheet."""

from dataclasses import asdict
from functools import cache
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from hcmd_lab.shipped_parts import RESOURCES
from hcmd_lab.type_faces import preferred_font
from ui.look.tokens import Tokens, set_dark, tokens

Mode = Literal["light", "dark", "system"]

_STYLE = RESOURCES / "style"  # Qt reads the images by their paths

BODY_PX = 14
"""Height of running text in logical pixels."""


def apply_look(application: QApplication, mode: Mode = "system") -> None:
    """Apply the light or the dark look everywhere; may be called again at any time.

    Args:
        application: Its widgets are restyled.
        mode: `system` follows the computer's setting.
    """
    hints = application.styleHints()
    dark = mode == "dark" or (mode == "system" and hints.colorScheme() is Qt.ColorScheme.Dark)
    set_dark(dark)
    colours = tokens()
    tick = _STYLE.joinpath("tick-dark.png" if dark else "tick-light.png")
    sheet = _sheet().substitute(asdict(colours), tick=tick.as_posix())
    if application.styleSheet() == sheet:
        return  # Qt would style every widget anew, which takes long where there are many
    application.setStyle("Fusion")
    application.setPalette(_palette(colours))
    application.setStyleSheet(sheet)
    # Last: with a style Qt gives menus, tables and tips the fonts of the system's own, where it has
    # such, as Windows and KDE do. This takes them back.
    application.setFont(body_font())


def body_font() -> QFont:
    """The font of running text."""
    font = preferred_font()
    font.setPixelSize(BODY_PX)
    font.setFeature(QFont.Tag("tnum"), 1)  # digits of one width: a running clock stands still
    return font


@cache
def _sheet() -> Template:
    return Template(_STYLE.joinpath("family.qss").read_text(encoding="utf-8"))


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for names, colour in (
        ((role.Window,), colours.window),
        ((role.Base, role.Button), colours.surface),
        ((role.AlternateBase, role.Midlight, role.ToolTipBase), colours.sunken),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.ink),
        ((role.PlaceholderText,), colours.muted),
        ((role.Mid, role.Dark), colours.edge),
        ((role.Light,), colours.surface),
        ((role.Shadow,), colours.line),
        ((role.Highlight, role.Accent), colours.accent),
        ((role.HighlightedText,), colours.accent_ink),
        ((role.Link, role.LinkVisited), colours.accent),
    ):
        for name in names:
            palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.edge))
    return palette
