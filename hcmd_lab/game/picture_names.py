"""Pictures in the texts of a session, and their names."""

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

DRAWN = "picture:round"
"""A picture that the program draws itself: how a round goes."""

_KNOWN = re.compile(r"picture:([0-9a-f]{64})")


def picture_name(data: bytes) -> str:
    """The name of a picture: the SHA-256 of its bytes."""
    return hashlib.sha256(data).hexdigest()


class ShownPicture(NamedTuple):
    """A picture where a text shows it, written as `![description](name)`.

    Attributes:
        start: Where it begins in the text.
        end: Where it has ended.
        description: For those who cannot see it.
        name: Up to the first space; a title may follow in the brackets.
    """

    start: int
    end: int
    description: str
    name: str


def shown_pictures(markdown: str) -> Iterator[ShownPicture]:
    """The pictures of a text, in order; each character is looked at a fixed number of times.

    A pattern would begin anew at every `![` and look as far as the text's end: a page without a
    closing bracket took minutes.
    """
    start = markdown.find("![")
    bracket = parenthesis = 0
    while start >= 0:
        bracket = markdown.find("]", start) if bracket <= start else bracket
        if bracket < 0:
            return
        following = start + 2
        if markdown.startswith("(", bracket + 1):
            inside = bracket + 2
            parenthesis = markdown.find(")", inside) if parenthesis < inside else parenthesis
            if parenthesis < 0:
                return
            name = _up_to_space(markdown[inside:parenthesis])
            following = parenthesis + 1
            yield ShownPicture(start, following, markdown[start + 2 : bracket], name)
        start = markdown.find("![", following)


def _up_to_space(text: str) -> str:
    words = text.split(maxsplit=1)
    return words[0] if words and not text[0].isspace() else ""


def named_pictures(markdown: str) -> list[str]:
    """The study's pictures that a text shows, by name."""
    return _KNOWN.findall(markdown)
