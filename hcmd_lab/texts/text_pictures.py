"""Pictures of a study's texts: found, checked, named by their content."""

import re
from collections.abc import Sequence
from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.picture_names import DRAWN, picture_name
from hcmd_lab.sentence import Sentence

SHARED = "pictures"
"""Folder beside those of the languages, for pictures that serve all of them."""

MAX_BYTES = 1_000_000
"""Of a picture; it travels to every station."""

MAX_PICTURES = 20
"""Of a session."""

MAX_PIXELS = 8_000_000
"""Of a picture when it is unpacked."""

_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}\.(png|jpg|jpeg)", re.IGNORECASE)


class PictureFiles:
    """The picture files next to a language's texts.

    Attributes:
        found: The pictures used: bytes by SHA-256.
    """

    def __init__(self, folders: Sequence[Path], found: dict[str, bytes]) -> None:
        """Search these folders, in this order, and collect the pictures read in `found`."""
        self._folders = folders
        self.found = found

    def target(self, name: str, place: Sentence) -> str:
        """The target that replaces a picture's name in a text.

        Args:
            name: The name in the study's text.
            place: Location of the text, for error messages.

        Raises:
            OperatorError: There is no such picture, or it cannot be shown.
        """
        if name == DRAWN:
            return name
        if not _FILE.fullmatch(name):
            raise OperatorError(
                "{place}: {name} is not the name of a picture; give {drawn}, or a PNG or JPEG "
                "file without folders, such as fund.png.",
                place=place,
                name=name,
                drawn=DRAWN,
            )
        data = self._read(name, place)
        sha256 = picture_name(data)
        if sha256 not in self.found:
            _check(data, name, place)
            if len(self.found) == MAX_PICTURES:
                raise OperatorError(
                    "{place}: the texts show more than {most} pictures; leave some out.",
                    place=place,
                    most=MAX_PICTURES,
                )
            self.found[sha256] = data
        return f"picture:{sha256}"

    def _read(self, name: str, place: Sentence) -> bytes:
        for folder in self._folders:
            file = folder / name
            if file.is_file():
                try:
                    return file.read_bytes()
                except OSError as error:
                    raise OperatorError(
                        "{place}: the picture {name} cannot be read ({reason}).",
                        place=place,
                        name=name,
                        reason=error.strerror,
                    ) from error
        raise OperatorError(
            "{place}: there is no picture {name}; put it next to the text, or into the folder "
            "{shared} next to the language folders.",
            place=place,
            name=name,
            shared=SHARED,
        )


def _check(data: bytes, name: str, place: Sentence) -> None:
    if len(data) > MAX_BYTES:
        raise OperatorError(
            "{place}: the picture {name} has {bytes} kB, but at most {most} kB are allowed; make "
            "it smaller.",
            place=place,
            name=name,
            bytes=len(data) // 1000,
            most=MAX_BYTES // 1000,
        )
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
        raise OperatorError(
            "{place}: the picture {name} has {width} x {height} pixels, more than a screen shows; "
            "make it smaller.",
            place=place,
            name=name,
            width=size.width(),
            height=size.height(),
        )
    if not shown or reader.read().isNull():
        raise OperatorError(
            "{place}: {name} is not a picture that can be shown; save it as PNG or JPEG.",
            place=place,
            name=name,
        )
