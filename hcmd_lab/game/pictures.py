"""How the texts of a session name the pictures that they show."""

import hashlib
import re

DRAWN = "picture:round"
"""A picture that the program draws itself: how a round goes."""

_KNOWN = re.compile(r"picture:([0-9a-f]{64})")


def picture_name(data: bytes) -> str:
    """What a picture is called: the SHA-256 of its bytes."""
    return hashlib.sha256(data).hexdigest()


def named_pictures(markdown: str) -> list[str]:
    """The pictures of the study that a text shows, by their names."""
    return _KNOWN.findall(markdown)
