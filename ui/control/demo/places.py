"""Positions of the demo's windows on the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

KIOSK_SIZE = QSize(960, 540)
"""Of a participant's screen in its own logical pixels: the smallest that shows every page whole."""

_TITLE_BAR_PX = 32
_TAKE_OVER_BAR_PX = 44
"""Below the participant's screen, in the kiosk's own pixels."""

_OUTER = QSize(KIOSK_SIZE.width(), KIOSK_SIZE.height() + _TAKE_OVER_BAR_PX)

_PANEL_WIDTH_PX = 920
"""Of the narrowest control window that shows every panel whole."""

_LARGEST_SHARE = 0.35
"""Of the screen's width for the kiosks."""

_READABLE = 0.35
"""Scale of the smallest kiosk whose words can be read."""

_BAR_BOTTOM_PX = 190
"""Of the demo's bar in the control window, which the kiosks leave in sight."""


@dataclass(frozen=True, slots=True)
class KioskPlace:
    """Upper left corner of a kiosk's window on the screen, and the scale of all that is in it."""

    corner: QPoint
    scale: float

    @property
    def outer(self) -> QRect:
        """The window with its title bar, on the screen."""
        size = QSize(
            round(self.scale * _OUTER.width()), round(self.scale * _OUTER.height()) + _TITLE_BAR_PX
        )
        return QRect(self.corner, size)


@dataclass(frozen=True, slots=True)
class Places:
    """Positions of the demo's windows on one screen, in its logical pixels.

    Attributes:
        screen: The available area of the screen.
        control: The control window with its title bar, while the kiosks are shown.
        kiosks: The four kiosks.
        person: The kiosk at which a person plays.
        beside: Whether nothing covers anything; on a small screen the kiosks lie on the control
            window, until it comes to the front.
    """

    screen: QRect
    control: QRect
    kiosks: tuple[KioskPlace, ...]
    person: KioskPlace
    beside: bool


def arrange(screen: QRect) -> Places:
    """Place the control window at the left, one readable kiosk at the right and three small ones.

    Args:
        screen: The available area of the screen.
    """
    wide = min(_LARGEST_SHARE * screen.width(), screen.width() - _PANEL_WIDTH_PX)
    high = (screen.height() - 4 * _TITLE_BAR_PX) / (2 * _OUTER.height())
    scale = min(1.0, wide / _OUTER.width(), high)
    if scale < _READABLE:
        return _one_behind_the_other(screen)
    # Some desktops put the inside of a window at the corner, and its title bar above.
    corner = QPoint(
        screen.right() + 1 - round(scale * _OUTER.width()), screen.top() + _TITLE_BAR_PX
    )
    large = KioskPlace(corner, scale)
    control = QRect(screen.topLeft(), QPoint(large.corner.x() - 1, screen.bottom()))
    small = _grid(large.outer.bottomLeft() + QPoint(0, 1), scale / 2)
    return Places(screen, control, (large, *small[:3]), _person(screen), beside=True)


def _one_behind_the_other(screen: QRect) -> Places:
    free = screen.adjusted(0, _BAR_BOTTOM_PX, 0, 0)
    scale = min(
        free.width() / 2 / _OUTER.width(),
        (free.height() / 2 - _TITLE_BAR_PX) / _OUTER.height(),
    )
    left = free.center().x() - round(scale * _OUTER.width())
    kiosks = _grid(QPoint(left, free.top()), scale)
    return Places(screen, screen, kiosks, _person(screen), beside=False)


def _person(screen: QRect) -> KioskPlace:
    free = screen.adjusted(0, _BAR_BOTTOM_PX, 0, 0)
    scale = min(
        1.0, free.width() / _OUTER.width(), (free.height() - _TITLE_BAR_PX) / _OUTER.height()
    )
    return KioskPlace(QPoint(free.right() + 1 - round(scale * _OUTER.width()), free.top()), scale)


def _grid(corner: QPoint, scale: float) -> tuple[KioskPlace, ...]:
    """Four windows in two rows, from an upper left corner."""
    outer = KioskPlace(corner, scale).outer
    return tuple(
        KioskPlace(corner + QPoint(column * outer.width(), row * outer.height()), scale)
        for row in range(2)
        for column in range(2)
    )
