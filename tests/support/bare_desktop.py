"""Sees whether a desktop's background shows: some of its pixels, many times a second, from X."""

import ctypes
import ctypes.util
import time
from collections.abc import Callable

_ZPIXMAP = 2
_EVERY_S = 0.002
RED = 0xFF0000


class BareDesktop:
    """Looks at nine points of a display whose background is red.

    Args:
        display: Its name, such as `:99`.
        size: Width and height of its screen.
    """

    def __init__(self, display: str, size: tuple[int, int]) -> None:
        found = ctypes.util.find_library("X11")
        assert found is not None, "libX11 is missing"
        self._x = ctypes.CDLL(found)
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XGetImage.restype = ctypes.c_void_p
        self._x.XGetImage.argtypes = [
            ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
            ctypes.c_uint, ctypes.c_ulong, ctypes.c_int,
        ]  # fmt: skip
        self._x.XGetPixel.restype = ctypes.c_ulong
        self._x.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
        self._x.XDestroyImage.argtypes = [ctypes.c_void_p]
        self._display = self._x.XOpenDisplay(display.encode())
        assert self._display, f"no display {display}"
        self._root = self._x.XDefaultRootWindow(self._display)
        width, height = size
        self._points = [
            (column * (width - 1) // 2, row * (height - 1) // 2)
            for column in range(3)
            for row in range(3)
        ]

    def is_seen(self) -> bool:
        """Whether the background shows at any of the points."""
        return any(self._pixel(x, y) == RED for x, y in self._points)

    def seen_s(self, until: Callable[[], bool], at_most_s: float) -> float:
        """For how long altogether the background shows until something happens."""
        seen, before = 0.0, time.monotonic()
        end = before + at_most_s
        while not until():
            assert time.monotonic() < end, "nothing happened"
            is_seen = self.is_seen()
            now = time.monotonic()
            if is_seen:
                seen += now - before
            before = now
            time.sleep(_EVERY_S)
        return seen

    def _pixel(self, x: int, y: int) -> int:
        image = self._x.XGetImage(self._display, self._root, x, y, 1, 1, 0xFFFFFF, _ZPIXMAP)
        assert image
        pixel = int(self._x.XGetPixel(image, 0, 0)) & 0xFFFFFF
        self._x.XDestroyImage(image)
        return pixel
