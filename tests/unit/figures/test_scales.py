"""Colours: neutral in the middle, apart for colour-blind eyes, readable under text."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from hcmd_lab.figures.scales import ColourScale, readable_on, share_of_head, share_of_votes
from hcmd_lab.figures.theme import HEAD, LOSE, PAPER, TAIL, WIN

# Machado, Oliveira & Fernandes (2009), severity 1, on linear RGB.
VISIONS = {
    "full": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}

shares = st.floats(0, 1)


def linear(colour: QColor) -> NDArray[np.float64]:
    srgb = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def luminance(colour: QColor) -> float:
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HEAD, TAIL),
        (WIN, LOSE),
        (share_of_head(0.25).colours[0], share_of_head(0.25).colours[-1]),
        (share_of_votes().colours[0], share_of_votes().colours[-1]),
        (share_of_votes(dark=True).colours[0], share_of_votes(dark=True).colours[-1]),
    ],
)
def test_colours_that_mean_opposites_stay_apart(one: str, other: str, vision: str) -> None:
    seen = [np.cbrt(np.clip(VISIONS[vision] @ linear(QColor(c)), 0, 1)) for c in (one, other)]
    # Cube roots of linear RGB: about 0.02 is the least difference that is seen side by side.
    assert np.linalg.norm(seen[0] - seen[1]) > 0.15


def test_the_head_is_amber_and_the_tails_are_blue() -> None:
    scale = share_of_head(0.25)
    head, tails, equal = scale.colour(1.0), scale.colour(0.0), scale.colour(0.25)
    assert head.red() > head.green() > head.blue()
    assert tails.blue() > tails.green() > tails.red()
    assert equal.hslSaturationF() * (1 - equal.lightnessF()) < 0.05


@given(st.sampled_from([0.2, 0.25, 0.5]), shares, shares)
def test_further_from_equal_is_darker(equal: float, one: float, other: float) -> None:
    near, far = sorted((one, other), key=lambda share: abs(share - equal))
    if (near < equal) == (far < equal):
        scale = share_of_head(equal)
        # Rounding to whole steps of 8-bit colours may undo a tiny difference.
        assert luminance(scale.colour(far)) <= luminance(scale.colour(near)) + 0.01


@given(shares, st.booleans())
def test_numbers_on_vote_shares_can_be_read(share: float, dark: bool) -> None:
    background = share_of_votes(dark=dark).colour(share)
    assert contrast(QColor(readable_on(background, ("#000000", PAPER))), background) >= 4.5


@given(shares, shares)
def test_among_dark_surfaces_the_further_from_a_half_is_the_lighter(
    one: float, other: float
) -> None:
    near, far = sorted((one, other), key=lambda share: abs(share - 0.5))
    if (near < 0.5) == (far < 0.5):
        scale = share_of_votes(dark=True)
        assert luminance(scale.colour(far)) >= luminance(scale.colour(near)) - 0.01
        assert luminance(scale.colour(far)) < 0.3, "nothing glares"


def test_stops_keep_their_colours_and_outside_takes_the_ends() -> None:
    scale = ColourScale((0.0, 1.0, 3.0), ("#102030", "#ffffff", "#a05000"))
    named = [scale.colour(value).name() for value in (-1.0, 0.0, 1.0, 3.0, 9.0)]
    assert named == ["#102030", "#102030", "#ffffff", "#a05000", "#a05000"]


def test_shapes_are_kept() -> None:
    grid = np.array(list(itertools.product((0.0, 0.5), repeat=3))).reshape(4, 6)
    assert share_of_head(0.25).rgb(grid).shape == (4, 6, 3)
