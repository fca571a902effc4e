"""Draws the icons of the two programs.

    python -m resources.draw_icons

makes resources/icons anew: for each program a PNG of each size, and of these an ICO for Windows and
an ICNS for macOS.
"""

import struct
from math import cos, pi, sin

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from ui.look.program_icon import SIZES_PX, Program, icon_file
from ui.look.tokens import DARK, LIGHT

GRID = 64
_RIM = "#ffffff"


def drawn(program: Program, size_px: int) -> QImage:
    """A program's icon on a transparent ground, `size_px` wide and high."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size_px / GRID, size_px / GRID)
    if program is Program.LAB:
        _group(painter)
    else:
        _station(painter)
    painter.end()
    return image


def _group(painter: QPainter) -> None:
    """Four coins round the fund: the head's is amber, those of the tails are blue."""
    _shape(painter, LIGHT.ink)
    painter.drawRoundedRect(QRectF(1, 1, 62, 62), 14, 14)
    _shape(painter, DARK.accent)
    painter.drawEllipse(QPointF(32, 32), 8, 8)
    for seat, colour in enumerate((DARK.head, DARK.tail, DARK.tail, DARK.tail)):
        turn = seat * pi / 2
        _shape(painter, colour)
        painter.drawEllipse(QPointF(32 + 19.5 * sin(turn), 32 - 19.5 * cos(turn)), 8.8, 8.8)


def _station(painter: QPainter) -> None:
    """One coin on a screen: what one participant has before them."""
    _shape(painter, LIGHT.tail)
    painter.drawRoundedRect(QRectF(1, 5, 62, 44), 8, 8)
    painter.drawRoundedRect(QRectF(16, 54, 32, 6), 3, 3)
    painter.drawRect(QRectF(27, 48, 10, 8))
    _shape(painter, _RIM)
    painter.drawRoundedRect(QRectF(7, 11, 50, 32), 4, 4)
    _shape(painter, DARK.head)
    painter.setPen(QPen(QColor(LIGHT.head), 3))
    painter.drawEllipse(QPointF(32, 27), 11.5, 11.5)


def _shape(painter: QPainter, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(colour)))


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def _ico(pictures: dict[int, bytes]) -> bytes:
    """The PNGs of several sizes as one ICO; its format calls a size of 256 zero."""
    at = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size_px, png in pictures.items():
        side = size_px % 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), at)
        at += len(png)
    return head + b"".join(pictures.values())


_ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08"}


def _icns(pictures: dict[int, bytes]) -> bytes:
    """The PNGs of the sizes that macOS knows as one ICNS."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size_px])) + pictures[size_px]
        for size_px, kind in _ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def main() -> None:
    """Write every file."""
    for program in Program:
        pictures = {size_px: _png(drawn(program, size_px)) for size_px in SIZES_PX}
        for size_px, png in pictures.items():
            icon_file(program, f"-{size_px}.png").write_bytes(png)
        icon_file(program, ".ico").write_bytes(_ico(pictures))
        icon_file(program, ".icns").write_bytes(_icns(pictures))


if __name__ == "__main__":
    main()
