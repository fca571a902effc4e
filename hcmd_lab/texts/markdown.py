"""What a Markdown text may hold, so that it looks the same wherever it is shown."""

import re

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence

PICTURES = ("picture:round",)
"""Pictures that the program draws itself: how a round goes."""

_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]*)[^)]*\)")


def checked_markdown(text: str, place: Sentence) -> str:
    """The same text.

    Raises:
        OperatorError: A picture has no description, or is none of the program's.
    """
    for description, name in _IMAGE.findall(text):
        if name not in PICTURES:
            raise OperatorError(
                "{place}: there is no picture {name}; there is: {pictures}.",
                place=place,
                name=name,
                pictures=", ".join(PICTURES),
            )
        if not description.strip():
            raise OperatorError(
                "{place}: the picture {name} needs a description for those who cannot see it: "
                "![what it shows]({name}).",
                place=place,
                name=name,
            )
    return text
