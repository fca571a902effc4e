"""Whether bytes are a picture that a kiosk can show; its size is read before it is unpacked."""

from hcmd_lab.sentence import Sentence

MAX_PIXELS = 8_000_000
"""Of a picture when it is unpacked."""


def picture_fault(data: bytes, name: str) -> Sentence | None:
    """What is wrong with a picture; None if it can be shown.

    Args:
        data: Its bytes, no more than are read of a picture.
        name: Its name, for the sentence.
    """
    # Only sessions with pictures need to draw.
    from PySide6.QtCore import QBuffer, QIODevice  # noqa: PLC0415
    from PySide6.QtGui import QImageReader  # noqa: PLC0415

    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    shown = reader.format().toStdString() in ("png", "jpeg") and size.isValid()
    if shown and size.width() * size.height() > MAX_PIXELS:
        return Sentence(
            "the picture {name} has {width} x {height} pixels, more than a screen shows; make it "
            "smaller.",
            name=name,
            width=size.width(),
            height=size.height(),
        )
    if not shown or reader.read().isNull():
        return Sentence(
            "{name} is not a picture that can be shown; save it as PNG or JPEG.", name=name
        )
    return None
