"""Windows open no larger than the screen that they are on."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 40)
"""What a desktop draws around a window, about."""


def within(size: QSize, screen: QRect) -> QSize:
    """A window's size, made smaller where its frame would not fit.

    Args:
        size: The wished size of its inside, in logical pixels.
        screen: The available area of its screen.
    """
    return size.boundedTo(screen.size() - _FRAME)


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window its size, or what its screen has room for."""
    window.resize(within(QSize(width, height), window.screen().availableGeometry()))
