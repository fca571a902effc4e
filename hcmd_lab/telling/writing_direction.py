"""The side from which a text is written."""

import unicodedata

OPENS, CLOSES, FROM_RIGHT = "\u2068", "\u2069", "\u200f"
"""The marks of an isolate, and the one that makes a text begin from the right."""


def begins_from_right(text: str) -> bool | None:
    """Whether the first letter outside of isolates, by which Qt goes, is written from the right.

    Returns:
        None where there is no such letter, as in a number.
    """
    depth = 0
    for each in text:
        depth += (each == OPENS) - (each == CLOSES)
        kind = unicodedata.bidirectional(each)
        if not depth and kind in ("L", "R", "AL"):
            return kind != "L"
    return None
