"""Where the keyboard is."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first(page: QWidget) -> None:
    """Lead the keyboard to the first part of a page that Tab leads to, if there is one."""
    for part in _in_order(page):
        wants = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if wants and page.isAncestorOf(part) and part.isEnabled() and part.isVisibleTo(page):
            part.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _in_order(page: QWidget) -> Iterator[QWidget]:
    """All parts of the page's window, from the page on."""
    part = page.nextInFocusChain()
    while part is not None and part is not page:
        yield part
        part = part.nextInFocusChain()
