"""Takes one picture: lets a window come to rest, puts a dialog over it, saves it small."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from ui.look import tokens

_PALETTE = 256
_POPULAR = 192
_MAX_COLOURS = 20_000
_STEP_MS = 20


def rest(milliseconds: int = 60) -> None:
    """Let Qt lay out and draw for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool], what: str, max_ms: int = 30_000) -> None:
    """Let Qt work until something has come about.

    Raises:
        TimeoutError: It has not.
    """
    for _ in range(max_ms // _STEP_MS):
        if condition():
            return
        rest(_STEP_MS)
    raise TimeoutError(what)


def picture(window: QWidget, dialog: QDialog | None = None) -> QImage:
    """What a window looks like, with a dialog of its own over it if there is one."""
    shown = window.grab()
    if dialog is not None:
        over = dialog.grab()
        place = QRect(QPoint(), dialog.size())
        place.moveCenter(window.rect().center())
        _put_over(shown, over, place)
    return shown.toImage().convertToFormat(QImage.Format.Format_RGB32)


def _put_over(shown: QPixmap, over: QPixmap, place: QRect) -> None:
    painter = QPainter(shown)
    painter.fillRect(QRect(QPoint(), shown.deviceIndependentSize().toSize()), QColor(0, 0, 0, 70))
    painter.drawPixmap(place.topLeft(), over)
    painter.setPen(QColor(tokens().edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()


def save(image: QImage, file: Path) -> None:
    """Write a PNG with as few bytes as its colours allow."""
    image.setDevicePixelRatio(1)
    writer = QImageWriter(str(file), b"png")
    writer.setCompression(100)
    if not writer.write(_with_palette(image)):
        raise OSError(f"{file}: {writer.errorString()}")


def _with_palette(image: QImage) -> QImage:
    """The same picture with 256 colours, or with all where a gradient has too many."""
    width, height = image.width(), image.height()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(height, -1)[:, :width]
    colours, index, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    if len(colours) > _MAX_COLOURS:
        return image.convertToFormat(QImage.Format.Format_RGB888)
    parts = np.stack([(colours >> shift & 255).astype(np.int32) for shift in (16, 8, 0)], axis=1)
    chosen = _chosen(parts, counts)
    distance = ((parts[:, None] - parts[chosen][None]) ** 2).sum(axis=2)
    nearest = distance.argmin(axis=1).astype(np.uint8)
    rows = np.zeros((height, (width + 3) // 4 * 4), np.uint8)
    rows[:, :width] = nearest[index].reshape(height, width)
    content = rows.tobytes()
    indexed = QImage(content, width, height, rows.shape[1], QImage.Format.Format_Indexed8)
    indexed.setColorTable([int(colour) | 0xFF000000 for colour in colours[chosen]])
    return indexed.copy()


def _chosen(parts: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The most frequent colours, and those that are farthest from all others."""
    chosen = list(np.argsort(-counts, kind="stable")[:_POPULAR])
    nearest = ((parts[:, None] - parts[chosen][None]) ** 2).sum(axis=2).min(axis=1)
    while len(chosen) < min(_PALETTE, len(parts)):
        farthest = int(nearest.argmax())
        chosen.append(farthest)
        nearest = np.minimum(nearest, ((parts - parts[farthest]) ** 2).sum(axis=1))
    return np.array(chosen)
