"""Names of pictures in the texts of a session."""

import hashlib
import re

DRAWN = "picture:round"
"""A picture that the program draws itself: how a round goes."""

_KNOWN = re.compile(r"picture:([0-9a-f]{64})")


def picture_name(data: bytes) -> str:
    """The name of a picture: the SHA-256 of its bytes."""
    return hashlib.sha256(data).hexdigest()


def named_pictures(markdown: str) -> list[str]:
    """The study's pictures that a text shows, by name."""
    return _KNOWN.findall(markdown)
