"""Tool tips, which Qt would read as HTML if a text happens to look like it.

What a participant types at check-in, or what a study is called, stands in tool tips. As HTML it
could have Qt read a file, or ask another computer for one.
"""

from html import escape
from typing import Protocol


class _HasTip(Protocol):
    def setToolTip(self, text: str, /) -> object: ...  # noqa: N802 - Qt's name


def set_tip(shown: _HasTip, text: str) -> None:
    """Set the tool tip of a widget, an action or an item, as plain text."""
    shown.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """A text that a tool tip shows as it is written."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text
