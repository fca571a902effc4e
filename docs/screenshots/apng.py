"""Writes a moving picture: a PNG of several frames (PNG, third edition), in 256 colours."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def save_moving(frames: Sequence[tuple[QImage, int]], file: Path) -> None:
    """Write frames that follow each other for ever.

    Args:
        frames: Pictures of one size, each with the milliseconds for which it is shown.
        file: Where to write it; its name should end in `.png`.
    """
    shown = [_pixels(image) for image, _ in frames]
    colours, index = np.unique(np.stack(shown) & 0xF8F8F8, return_inverse=True)
    counts = np.bincount(index.ravel())
    chosen = np.argsort(-counts, kind="stable")[:256]
    parts = np.stack([(colours >> shift & 255).astype(np.int32) for shift in (16, 8, 0)], axis=1)
    nearest = np.empty(len(colours), np.uint8)
    for begin in range(0, len(colours), 512):
        some = parts[begin : begin + 512]
        apart = ((some[:, None] - parts[chosen][None]) ** 2).sum(axis=2)
        nearest[begin : begin + 512] = apart.argmin(axis=1)
    rows = nearest[index].reshape(len(frames), *shown[0].shape)
    high, wide = shown[0].shape
    palette = parts[chosen] | parts[chosen] >> 5
    written = [
        _SIGNATURE,
        _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)),
        _chunk(b"acTL", struct.pack(">II", len(frames), 0)),
        _chunk(b"PLTE", palette.astype(np.uint8).tobytes()),
    ]
    number = 0
    for place, (_, shown_ms) in enumerate(frames):
        top, left, part = _changed(rows, place)
        size = (part.shape[1], part.shape[0], left, top)
        told = struct.pack(">IIIIIHHBB", number, *size, shown_ms, 1000, 0, 0)
        written.append(_chunk(b"fcTL", told))
        number += 1
        packed = zlib.compress(np.pad(part, ((0, 0), (1, 0))).tobytes(), 9)  # no filter on any row
        if place == 0:
            written.append(_chunk(b"IDAT", packed))
        else:
            written.append(_chunk(b"fdAT", struct.pack(">I", number) + packed))
            number += 1
    written.append(_chunk(b"IEND", b""))
    file.write_bytes(b"".join(written))


def _pixels(image: QImage) -> np.ndarray:
    rgb = image.convertToFormat(QImage.Format.Format_RGB32)
    stored = np.frombuffer(rgb.constBits(), np.uint32).reshape(rgb.height(), -1)
    return stored[:, : rgb.width()].copy()


def _changed(rows: np.ndarray, place: int) -> tuple[int, int, np.ndarray]:
    """Top, left and content of what differs from the frame before; at least one pixel."""
    if place == 0:
        return 0, 0, rows[0]
    high, wide = np.nonzero(rows[place] != rows[place - 1])
    if not len(high):
        return 0, 0, rows[place][:1, :1]
    top, left = int(high.min()), int(wide.min())
    return top, left, rows[place][top : high.max() + 1, left : wide.max() + 1]


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
