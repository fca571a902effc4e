"""Participant labels: when two of them are the same."""

import unicodedata
from collections.abc import Collection

from hcmd_lab.typed_text import is_unseen


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


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
