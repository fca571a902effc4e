"""How the pictures differ: one plain variant, and others that change one thing each."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSize

_SCREEN = (1280, 800)
"""Logical pixels of the screen on which windows and dialogs open."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One run of all pages.

    Attributes:
        name: Of its folder.
        theme: Light or dark.
        language: Code of the language.
        scale: Device pixels per logical pixel.
    """

    name: str
    theme: Literal["light", "dark"] = "light"
    language: str = "en"
    scale: int = 1

    @property
    def kiosk_size(self) -> QSize:
        """Of a participant's screen, in logical pixels; the smallest there is where doubled."""
        return QSize(1280, 720) if self.scale == 1 else QSize(960, 540)

    def environment(self, folder: Path) -> dict[str, str]:
        """What Qt has to know before it starts; its screen is told by a file in this folder."""
        told = folder / f"{self.name}.json"
        width, height = (self.scale * length for length in _SCREEN)
        screen = {"name": "lab", "x": 0, "y": 0, "width": width, "height": height}
        told.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        return {
            "QT_QPA_PLATFORM": f"offscreen:configfile={told}",
            "QT_SCALE_FACTOR": str(self.scale),
        }


VARIANTS = (
    Variant("light"),
    Variant("dark", theme="dark"),
    Variant("german", language="de"),
    Variant("hebrew", language="he"),
    Variant("double", scale=2),
)
