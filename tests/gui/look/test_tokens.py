"""Colours of the look: readable on their surfaces, apart for colour-blind eyes."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui.look.style import apply_look
from ui.look.tokens import DARK, LIGHT, Tokens, is_dark, tokens

BOTH = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])

# Viénot, Brettel and Mollon (1999): linear RGB as seen with one kind of cone missing.
MISSING_CONES = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def linear(colour: str) -> tuple[float, float, float]:
    channels = QColor(colour).getRgbF()[:3]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@BOTH
def test_every_token_is_a_colour(look: Tokens) -> None:
    assert all(QColor(getattr(look, field.name)).isValid() for field in fields(look))


@BOTH
@pytest.mark.parametrize("name", ["ink", "muted", "head_ink", "tail_ink", "good", "danger"])
def test_text_is_readable_on_every_surface(look: Tokens, name: str) -> None:
    text = getattr(look, name)
    surfaces = ("window", "surface", "sunken") if name in ("ink", "muted") else ("surface",)
    for surface in surfaces:
        assert contrast(text, getattr(look, surface)) >= 4.5, surface


@BOTH
def test_text_is_readable_on_its_own_background(look: Tokens) -> None:
    pairs = (
        (look.accent_ink, look.accent),
        (look.pilot_ink, look.pilot),
        (look.head_ink, look.head_wash),
        (look.tail_ink, look.tail_wash),
        (look.danger, look.danger_wash),
        (look.ink, look.notice_wash),
    )
    for text, background in pairs:
        assert contrast(text, background) >= 4.5, (text, background)


@BOTH
def test_what_can_be_used_has_a_visible_edge(look: Tokens) -> None:
    for colour in (look.edge, look.accent, look.head, look.tail):
        assert contrast(colour, look.surface) >= 2.9, colour


@BOTH
@pytest.mark.parametrize("kind", MISSING_CONES)
def test_head_and_tails_stay_apart_without_a_cone(look: Tokens, kind: str) -> None:
    for one, other in ((look.head, look.tail), (look.one, look.two)):
        seen = [
            [sum(w * c for w, c in zip(row, linear(colour), strict=True)) for row in
             MISSING_CONES[kind]]
            for colour in (one, other)
        ]  # fmt: skip
        distance = sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5
        assert distance > 0.2, (one, other)


def test_the_look_changes_while_the_program_runs(qapp: QApplication) -> None:
    apply_look(qapp, "dark")
    try:
        assert is_dark()
        assert tokens() is DARK
        assert qapp.palette().window().color() == QColor(DARK.window)
    finally:
        apply_look(qapp, "light")
    assert tokens() is LIGHT
    assert qapp.palette().window().color() == QColor(LIGHT.window)
