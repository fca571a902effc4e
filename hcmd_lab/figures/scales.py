"""Perceptually even diverging colour scales.

Colours between the stops are interpolated in OKLab (Björn Ottosson, 2020), in which equal
distances look about equally large; mixing sRGB values would darken the middle.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

Floats = NDArray[np.float64]

_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


@dataclass(frozen=True, slots=True)
class ColourScale:
    """A mapping from numbers to colours.

    Attributes:
        positions: Numbers at which the colour is known, increasing.
        colours: Their colours as `#rrggbb`.
    """

    positions: tuple[float, ...]
    colours: tuple[str, ...]

    def rgb(self, values: Floats) -> NDArray[np.uint8]:
        """Colours of numbers of shape `[...]` as `[..., 3]`; numbers are clipped to the scale."""
        stops = np.array([_oklab(colour) for colour in self.colours])
        lab = np.stack(
            [np.interp(values, self.positions, stops[:, axis]) for axis in range(3)], axis=-1
        )
        linear = (lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_CONES).T
        linear = np.clip(linear, 0, 1)
        srgb = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
        return np.asarray(np.round(255 * srgb), dtype=np.uint8)

    def colour(self, value: float) -> QColor:
        """The colour of one number."""
        red, green, blue = self.rgb(np.array(value)).tolist()
        return QColor(red, green, blue)


def share_of_head(equal_share: float) -> ColourScale:
    """The head's share of the fund: blue below the equal share (tails get it), amber above."""
    return ColourScale(
        (0.0, 0.5 * equal_share, equal_share, equal_share + 0.4 * (1 - equal_share), 1.0),
        ("#0f4a86", "#6ea3d2", "#f6f3ec", "#f7ba46", "#d07600"),
    )


def share_of_votes(*, dark: bool = False) -> ColourScale:
    """A share of votes: violet below one half, green above, the same in every picture.

    Half the strength is reached ten percentage points from one half: most shares lie within.

    Args:
        dark: Whether it is shown among dark surfaces: the middle is dark then, the ends light up.
    """
    colours = ("#6d3491", "#bf9fd3", "#f6f5f3", "#98cda8", "#1f6b41")
    if dark:
        colours = ("#a45fd0", "#5d3f74", "#2b2f37", "#2c573d", "#379a60")
    return ColourScale((0.0, 0.4, 0.5, 0.6, 1.0), colours)


def surprise(reach: float) -> ColourScale:
    """Relative surprise of models: violet above 0, green below, full strength at `reach`."""
    colours = ("#1f6b41", "#98cda8", "#f6f5f3", "#bf9fd3", "#6d3491")
    return ColourScale((-reach, -reach / 2, 0.0, reach / 2, reach), colours)


def readable_on(background: QColor, choices: Sequence[str]) -> str:
    """The text colour with the highest contrast (WCAG 2) to a background."""
    behind = _luminance(background)

    def contrast(choice: str) -> float:
        front = _luminance(QColor(choice))
        return (max(front, behind) + 0.05) / (min(front, behind) + 0.05)

    return max(choices, key=contrast)


def _linear(colour: QColor) -> Floats:
    srgb = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def _luminance(colour: QColor) -> float:
    return float(_linear(colour) @ np.array([0.2126, 0.7152, 0.0722]))


def _oklab(colour: str) -> Floats:
    lab: Floats = _TO_LAB @ np.cbrt(_TO_CONES @ _linear(QColor(colour)))
    return lab
