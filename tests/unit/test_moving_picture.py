"""The moving picture of the README: every frame comes out as it went in."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from docs.screenshots.apng import save_moving

PICTURE = Path(__file__).parents[2] / "docs" / "images" / "session.png"
SIZE = 40, 24


def chunks(file: Path) -> Iterator[tuple[bytes, bytes]]:
    """Kinds and contents, each checked by its sum."""
    data, at = file.read_bytes(), 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        checked = data[at + 4 : at + 8 + length]
        (told,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert zlib.crc32(checked) == told
        yield checked[:4], checked[4:]
        at += 12 + length


def frames(file: Path) -> list[np.ndarray]:
    """Each frame as `[high, wide, 3]`, put together as a browser does."""
    found: list[np.ndarray] = []
    palette, shown, place = np.zeros((0, 3), np.uint8), np.zeros((0, 0), np.uint8), (0, 0, 0, 0)
    for kind, content in chunks(file):
        if kind == b"IHDR":
            wide, high = struct.unpack(">II", content[:8])
            shown = np.zeros((high, wide), np.uint8)
        elif kind == b"PLTE":
            palette = np.frombuffer(content, np.uint8).reshape(-1, 3)
        elif kind == b"fcTL":
            place = struct.unpack(">IIII", content[4:20])
        elif kind in (b"IDAT", b"fdAT"):
            wide, high, left, top = place
            packed = content if kind == b"IDAT" else content[4:]
            rows = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(high, wide + 1)
            assert not rows[:, 0].any(), "no filter"
            shown[top : top + high, left : left + wide] = rows[:, 1:]
            found.append(palette[shown])
    return found


def drawn(left: int, colour: str) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#f8f8f8"))
    painter = QPainter(image)
    painter.fillRect(left, 4, 8, 8, QColor(colour))
    painter.end()
    return image


def test_frames_come_out_as_they_went_in(tmp_path: Path) -> None:
    file = tmp_path / "moving.png"
    given = [drawn(2, "#1060a8"), drawn(20, "#a82018"), drawn(20, "#a82018")]
    save_moving([(image, 100) for image in given], file)
    for image, frame in zip(given, frames(file), strict=True):
        for x, y in ((5, 6), (23, 6), (39, 20)):
            asked = QColor(image.pixel(x, y)).getRgb()[:3]
            assert np.abs(frame[y, x].astype(int) - asked).max() <= 8
    assert QImage(str(file)).size() == given[0].size(), "a viewer that knows one frame shows it"


def test_the_picture_is_small_and_moves() -> None:
    assert PICTURE.stat().st_size < 1_500_000
    shown = frames(PICTURE)
    assert len(shown) >= 10
    assert len({frame.tobytes() for frame in shown}) == len(shown)
