"""Where the keyboard is."""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)
from shiboken6 import isValid


def focus_first(page: QWidget) -> None:
    """Lead the keyboard to the first part of a page that Tab leads to, if there is one."""
    for part in _in_order(page):
        wants = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if wants and page.isAncestorOf(part) and part.isEnabled() and part.isVisibleTo(page):
            part.setFocus(Qt.FocusReason.TabFocusReason)
            return


class LentFocus:
    """Lends the keyboard to a part while whoever had it is disabled, and gives it back.

    Qt would lead it to whatever is enabled next, which may be at the other end of the window, and
    leave it there.
    """

    def __init__(self, to: QWidget) -> None:
        """Lend it to this part, by `lend`."""
        self._to = to
        self._owner: QWidget | None = None
        self._is_due = False

    def lend(self, owner: QWidget | None) -> None:
        """Lend the keyboard if its owner, who had it, is disabled now.

        Args:
            owner: Where it was before; None if it was nowhere.
        """
        if owner is not None and owner is not self._to and not owner.isEnabled():
            self._owner = owner
            self._to.setFocus(Qt.FocusReason.OtherFocusReason)

    def call_in(self) -> None:
        """Settle that its owner gets it, if it is still where it was lent to.

        This comes before that part is disabled or hidden, and Qt leads the keyboard on.
        """
        if self._owner is not None and QApplication.focusWidget() is self._to:
            self._is_due = True

    def give_back(self) -> None:
        """Give it back if it was called in, and its owner can have it."""
        owner, self._owner = self._owner, None
        is_due, self._is_due = self._is_due, False
        if owner is None or not is_due:
            return
        if isValid(owner) and owner.isEnabled() and owner.isVisible():
            owner.setFocus(Qt.FocusReason.OtherFocusReason)


class KeptFocus(QObject):
    """Keeps the keyboard on a page whose parts come and go.

    When the part that has it is hidden, Qt leads it to whatever comes next in the window, which may
    be another page's button.
    """

    def __init__(self, page: QWidget, to: QWidget) -> None:
        """Lead it to a part of the page that is always there."""
        super().__init__(page)
        self._page, self._to = page, to
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_changed)

    def _on_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or new is None or not isValid(old) or not self._page.isVisible():
            return
        is_hidden = self._page.isAncestorOf(old) and not old.isVisible()
        if is_hidden and not self._page.isAncestorOf(new):
            self._to.setFocus(Qt.FocusReason.OtherFocusReason)


def tab_as_read(window: QWidget) -> None:
    """Let Tab lead through what a window shows in the order in which it is read.

    By itself Qt keeps the order in which parts were made, and what has appeared later comes last.
    """
    for part, after in pairwise(stops_as_read(window)):
        QWidget.setTabOrder(part, after)


def stops_as_read(page: QWidget) -> list[QWidget]:
    """The shown parts of a page that Tab can lead to, in the order in which they are read."""
    return [part for part in _as_read(page) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _as_read(part: QWidget | None) -> Iterator[QWidget]:
    """A part and what is shown in it, as its layouts have it."""
    if part is None or part.isHidden():
        return
    yield part
    if isinstance(part, QMainWindow):
        yield from _as_read(part.centralWidget())
    elif isinstance(part, QScrollArea):
        yield from _as_read(part.widget())
    elif isinstance(part, QTabWidget):
        yield part.tabBar()
        yield from _as_read(part.currentWidget())
    elif isinstance(part, QStackedWidget):
        yield from _as_read(part.currentWidget())
    elif isinstance(part, QSplitter):
        for number in range(part.count()):
            yield from _as_read(part.widget(number))
    elif (layout := part.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """What a layout holds.

    It is asked where its parts are, never for its items: Python keeps what stands for an item when
    the layout has deleted that, and takes it for whatever comes to lie in its place.
    """
    owner = layout.parentWidget()
    if owner is None:
        return
    parts: list[QWidget | QLayout] = [
        each
        for each in (*owner.children(), *layout.children())
        if isinstance(each, QWidget | QLayout) and layout.indexOf(each) >= 0
    ]
    for part in sorted(parts, key=lambda each: _place(layout, layout.indexOf(each))):
        if isinstance(part, QLayout):
            yield from _laid_out(part)
        else:
            yield from _as_read(part)


def _place(layout: QLayout, number: int) -> tuple[int, ...]:
    """By row and column in a grid, whenever it was put there."""
    if isinstance(layout, QGridLayout):
        return cast("tuple[int, ...]", layout.getItemPosition(number))
    return (number,)


def _in_order(page: QWidget) -> Iterator[QWidget]:
    """All parts of the page's window, from the page on."""
    part = page.nextInFocusChain()
    while part is not None and part is not page:
        yield part
        part = part.nextInFocusChain()
