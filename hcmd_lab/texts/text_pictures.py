"""Pictures of a study's texts: found, checked, named by their content."""

import re
from collections.abc import Sequence
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.picture_names import DRAWN, picture_name
from hcmd_lab.sentence import Sentence
from hcmd_lab.system_faults import reason_of
from hcmd_lab.texts.picture_check import picture_fault

SHARED = "pictures"
"""Folder beside those of the languages, for pictures that serve all of them."""

MAX_PICTURES = 20
"""Of a session."""

_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}\.(png|jpg|jpeg)", re.IGNORECASE)


class PictureFiles:
    """The picture files next to a language's texts.

    Attributes:
        found: The pictures used: bytes by SHA-256.
    """

    def __init__(self, folders: Sequence[Path], found: dict[str, bytes], within: Path) -> None:
        """Search folders within another, in order, and collect the pictures read in `found`."""
        self._folders = folders
        self._within = within
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
            fault = picture_fault(data, name)
            if fault is not None:
                raise OperatorError("{place}: {fault}", place=place, fault=fault)
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
                    return read_bounded(file, FileKind.PICTURE, within=self._within)
                except OSError as error:
                    raise OperatorError(
                        "{place}: the picture {name} cannot be read ({reason}); put a PNG or JPEG "
                        "file there.",
                        place=place,
                        name=name,
                        reason=reason_of(error),
                    ) from error
        raise OperatorError(
            "{place}: there is no picture {name}; put it next to the text, or into the folder "
            "{shared} next to the language folders.",
            place=place,
            name=name,
            shared=SHARED,
        )
