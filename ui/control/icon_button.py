"""A button with an icon that follows the look."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton

from ui.control.icons import ICON_PX, Icon, icon_strokes, stroke_icon
from ui.look import tokens
from ui.look.widgets import ButtonKind, dress

_BESIDE_PX = 3


class IconButton(QPushButton):
    """A push button whose icon has the colour of its text."""

    def __init__(self, icon: Icon) -> None:
        super().__init__()
        self._icon = icon

    def draw_icon(self) -> None:
        """Draw the icon in the colours of the present look and of the button's kind."""
        colours = tokens()
        ink = {
            "primary": colours.accent_ink, "danger": colours.danger, "quiet": colours.accent,
        }.get(self.property("kind"), colours.ink)  # fmt: skip
        beside_px = _BESIDE_PX if self.property("size") != "icon" else 0
        self.setIconSize(QSize(ICON_PX + 2 * beside_px, ICON_PX))
        strokes = icon_strokes(self._icon)
        self.setIcon(stroke_icon(strokes, ink, colours.edge, beside_px=beside_px))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change between the light and the dark look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.draw_icon()


def icon_button(
    icon: Icon, text: str, kind: ButtonKind = "plain", *, clicked: object = None
) -> IconButton:
    """A button as `ui.look.widgets.button` makes it, with an icon before its text."""
    made = IconButton(icon)
    dress(made, text, kind, clicked)
    made.setProperty("extent", "icon" if not text else None)
    made.draw_icon()
    return made
