"""Tool tips, which Qt would read as HTML if a text happens to look like it.

What a participant types at check-in, or what a study is called, stands in tool tips. As HTML it
could have Qt read a file, or ask another computer for one.
"""

from html import escape
from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QToolTip, QWidget


class _HasTip(Protocol):
    def setToolTip(self, text: str, /) -> object: ...  # noqa: N802 - Qt's name


def set_tip(shown: _HasTip, text: str) -> None:
    """Set the tool tip of a widget, an action or an item, as plain text."""
    shown.setToolTip(plain_tip(text))


def show_tip(at: QPoint, text: str, shown: QWidget, ms: int = -1) -> None:
    """Show a tool tip now, as plain text; an empty text hides it.

    Args:
        at: Where, on the screen.
        text: Its words.
        shown: The widget that it belongs to.
        ms: How long it stays at most; by default as long as Qt finds right for its length.
    """
    QToolTip.showText(at, plain_tip(text), shown, QRect(), ms)


def plain_tip(text: str) -> str:
    """A text that a tool tip shows as it is written.

    Qt guesses HTML from a tag or an escaped one; in HTML a line end is a space.
    """
    if "<" not in text and "&lt;" not in text:
        return text
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>")
