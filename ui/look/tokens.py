"""Colours of light and dark, and spacing.

Amber is the head and blue are the tails, as in the paper; green and violet are the two sides of a
vote or a comparison. Both pairs stay apart in the common forms of colour blindness, and text has
a contrast of at least 4.5 to 1 on every surface it is used on; the tests check both.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

SPACE = (0, 4, 8, 12, 16, 24, 32, 48)
"""Distances in logical pixels; `SPACE[4]` is the usual gap between two parts."""

_PROPERTY = "hcmd_dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one look, as `#rrggbb`.

    Attributes:
        window: Behind everything.
        surface: Cards and fields on the window.
        sunken: Places inside a card: tracks, table heads, quiet areas.
        ink: Text.
        muted: Secondary text.
        line: Hairlines and borders that only separate.
        edge: Borders of things that can be used (3 to 1 against the surface).
        accent: The primary button, focus and progress.
        accent_ink: Text on the accent.
        head: The head's colour where it fills an area or draws a line.
        head_ink: The head's colour as text.
        head_wash: A light background for what belongs to the head.
        tail: The tails' colour where it fills an area or draws a line.
        tail_ink: The tails' colour as text.
        tail_wash: A light background for what belongs to the tails.
        good: Text or mark of a success or of readiness.
        danger: Text or mark of a failure or of something irreversible.
        danger_wash: A light background for it.
        notice_wash: Background of a quiet notice.
        one: First side of a comparison (green).
        two: Second side of a comparison (violet).
        pilot: The stripes and the frame of a pilot session.
        pilot_ink: Text on the pilot's colour.
    """

    window: str
    surface: str
    sunken: str
    ink: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_ink: str
    head: str
    head_ink: str
    head_wash: str
    tail: str
    tail_ink: str
    tail_wash: str
    good: str
    danger: str
    danger_wash: str
    notice_wash: str
    one: str
    two: str
    pilot: str
    pilot_ink: str


LIGHT = Tokens(
    window="#f3f4f6", surface="#ffffff", sunken="#eceef2",
    ink="#1a1e26", muted="#565e6c", line="#dfe2e8", edge="#868e9c",
    accent="#0b6e69", accent_ink="#ffffff",
    head="#d98200", head_ink="#8f5200", head_wash="#fdf1dc",
    tail="#1f66ad", tail_ink="#1a5a9a", tail_wash="#e4eefa",
    good="#23703f", danger="#b3261e", danger_wash="#fbe9e7", notice_wash="#e6f2f1",
    one="#2a7a4b", two="#7b3fa0", pilot="#a3195b", pilot_ink="#ffffff",
)  # fmt: skip

DARK = Tokens(
    window="#14171c", surface="#1e2229", sunken="#282d36",
    ink="#eceef2", muted="#a9b0bd", line="#333a45", edge="#7b8494",
    accent="#4cc3b8", accent_ink="#06211f",
    head="#f2a63a", head_ink="#f7b75c", head_wash="#3a2c14",
    tail="#5fa5ea", tail_ink="#84bbf1", tail_wash="#17304b",
    good="#6fd195", danger="#ff8f85", danger_wash="#43201d", notice_wash="#17322f",
    one="#63c78d", two="#c18be6", pilot="#d4488a", pilot_ink="#1c0a12",
)  # fmt: skip


def tokens() -> Tokens:
    """The current colours; call this in every paint event, because they can change."""
    return DARK if is_dark() else LIGHT


def is_dark() -> bool:
    """Whether the dark look is on."""
    application = QCoreApplication.instance()
    return application is not None and bool(application.property(_PROPERTY))


def set_dark(dark: bool) -> None:
    """Remember which look is on; `ui.look.style.apply_look` also shows it."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("there is no application yet")
    application.setProperty(_PROPERTY, dark)
