"""The pictures of a session's texts, as stations fetch them: part by part."""

from collections.abc import Callable, Collection

from hcmd_lab.network.host_messages import PicturePart
from hcmd_lab.network.message_fields import PICTURE_PART_BYTES


class PictureParts:
    """Cuts pictures into parts that fit into a message; each is read once.

    Args:
        shown: SHA-256 of the pictures that the session's texts show.
        read: Reads a picture by its SHA-256; None if it is damaged or missing.
    """

    def __init__(self, shown: Collection[str], read: Callable[[str], bytes | None]) -> None:
        self._shown = shown
        self._read = read
        self._pictures: dict[str, bytes] = {}

    def part(self, sha256: str, number: int) -> PicturePart | None:
        """A part of a picture; None if the session shows no such picture, or it has no such part.

        Args:
            sha256: The picture's SHA-256.
            number: The part's number, from 0.
        """
        if sha256 not in self._shown:
            return None
        if sha256 not in self._pictures:
            self._pictures[sha256] = self._read(sha256) or b""
        data = self._pictures[sha256]
        start, parts = number * PICTURE_PART_BYTES, -(-len(data) // PICTURE_PART_BYTES)
        if number >= parts:
            return None
        return PicturePart(sha256, number, parts, data[start : start + PICTURE_PART_BYTES])
