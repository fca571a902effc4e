"""How the pictures differ: one plain variant, and others that change one thing each."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize


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

    @property
    def environment(self) -> dict[str, str]:
        """What Qt has to know before it starts."""
        return {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(self.scale)}


VARIANTS = (
    Variant("light"),
    Variant("dark", theme="dark"),
    Variant("german", language="de"),
    Variant("hebrew", language="he"),
    Variant("double", scale=2),
)
