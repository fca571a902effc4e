"""Where the keyboard is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first(page: QWidget) -> None:
    """Lead the keyboard to the first part of a page that Tab leads to, if there is one."""
    part = page.nextInFocusChain()
    while part is not page:
        wants = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if wants and page.isAncestorOf(part) and part.isEnabled() and part.isVisibleTo(page):
            part.setFocus(Qt.FocusReason.TabFocusReason)
            return
        part = part.nextInFocusChain()
