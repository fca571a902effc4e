"""Participant labels: what may be one, and when two of them are the same."""

import unicodedata
from collections.abc import Collection

from hcmd_lab.errors import UsageError
from hcmd_lab.typed_text import is_unseen, label_fault, tidied_label

MAX_CHARACTERS = 64
"""Of a label; the protocol allows no more."""


def normal(label: str) -> str:
    """The label normalised for comparison.

    Case, width of letters, composition of accents, invisible characters and the amount of spacing
    are ignored.
    """
    shown = "".join(c for c in _compatible(label) if c.isspace() or not is_unseen(c))
    # Folding the case can take a composed letter apart.
    return _compatible(" ".join(shown.split()).casefold())


def find_label(label: str, labels: Collection[str]) -> str | None:
    """The one of several labels that matches a typed one; None if there is none."""
    typed = normal(label)
    return next((each for each in labels if normal(each) == typed), None)


def require_label(typed: str) -> str:
    """The label that somebody has typed.

    Raises:
        UsageError: It cannot be one; a list and a kiosk refuse the same.
    """
    label = tidied_label(typed)
    fault = label_fault(label)
    if fault:
        raise UsageError(
            "A label has letters, digits, spaces and . _ @ + - only, and does not begin with + - "
            "or @. Please check the “{character}”.",
            character=fault,
        )
    if not normal(label) or len(label) > MAX_CHARACTERS:
        raise UsageError("A label has 1 to {most} characters.", most=MAX_CHARACTERS)
    return label


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
