"""Positions of the demo's windows on the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

KIOSK_SIZE = QSize(960, 540)
"""Of a participant's screen in its own logical pixels: the smallest that shows every page whole."""

_TITLE_BAR_PX = 32
_TAKE_OVER_BAR_PX = 44
"""Below the participant's screen, in the kiosk's own pixels."""

_SHARE_OF_WIDTH = 0.3
_SMALLEST_SCALE = 0.4


@dataclass(frozen=True, slots=True)
class Places:
    """Positions of the demo's windows on one screen, in its logical pixels.

    Attributes:
        control: The control window.
        kiosks: Upper left corners of the four kiosks.
        scale: Scale of a kiosk's window.
    """

    control: QRect
    kiosks: tuple[QPoint, ...]
    scale: float


def arrange(screen: QRect) -> Places:
    """Place three kiosks in a row below, one above the last, the control window in the corner.

    Args:
        screen: The available area of the screen.
    """
    scale = max(_SMALLEST_SCALE, min(1.0, _SHARE_OF_WIDTH * screen.width() / KIOSK_SIZE.width()))
    width = round(scale * KIOSK_SIZE.width())
    height = round(scale * (KIOSK_SIZE.height() + _TAKE_OVER_BAR_PX)) + _TITLE_BAR_PX
    right = screen.right() + 1 - width
    bottom = screen.bottom() + 1 - height
    kiosks = (
        QPoint(max(screen.left(), right - 2 * width), bottom),
        QPoint(max(screen.left(), right - width), bottom),
        QPoint(right, bottom),
        QPoint(right, max(screen.top(), bottom - height)),
    )
    control = QRect(
        screen.topLeft(),
        QSize(screen.width() - width, screen.height() - height),
    )
    return Places(control, kiosks, scale)
