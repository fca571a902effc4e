"""Common base of live plots: look, no mouse gestures, a hover position."""

from collections.abc import Mapping
from functools import cache
from html import escape, unescape

import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no stubs
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.control.figure_view import ARROWS
from ui.control.live.one_by_one import OneByOne
from ui.control.picture_menu import PictureMenu, WidgetPicture
from ui.look.style import body_font
from ui.look.tokens import tokens
from ui.look.widgets import Card

_TICK_PX = 11
_MIN_PX = 68
_NUMBERS_PX = 22
TITLE_PX = 16
"""Room that a title takes beside or below an axis's numbers."""


class LivePlot(pg.PlotWidget):  # type: ignore[misc]  # its base has no types
    """A fixed plot that is read with the mouse or the arrow keys.

    Signals:
        pointed(): The pointer is at another place; ask `pointer_in_words`.
    """

    pointed = Signal()

    def __init__(
        self, parent: QWidget | None = None, axes: Mapping[str, pg.AxisItem] | None = None
    ) -> None:
        """Create an empty plot; a subclass calls `restyle` once it is complete.

        Args:
            parent: Owner in the sense of Qt.
            axes: Those of a kind of its own, by side.
        """
        super().__init__(parent, axisItems=axes)
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        # A plot requests a size of its own; here it takes the remaining space.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(_MIN_PX, _MIN_PX)
        self.axes = [self.getAxis("left"), self.getAxis("bottom")]
        for axis in self.axes:
            axis.setTickFont(tick_font())
            axis.setStyle(tickLength=4, tickTextOffset=4)
            axis.label.setFont(tick_font())
            # Numbers are written in the title's unit: it need not be laid out with each range.
            axis.enableAutoSIPrefix(False)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        colours = tokens()
        self.setBackground(QColor(colours.surface))
        for axis in self.axes:
            axis.setPen(pg.mkPen(colours.edge))
            axis.setTextPen(pg.mkPen(colours.muted))
            axis.setLabel(axis.labelText, color=colours.muted)

    def name_axes(self, left: str, bottom: str) -> None:
        """Write a title at each axis: what is measured, and its unit."""
        for axis, title in zip(self.axes, (escape(left), escape(bottom)), strict=True):
            if axis.labelText != title:
                axis.setLabel(title)
        self.axes[1].setHeight(_NUMBERS_PX + (TITLE_PX if bottom else 0))

    @property
    def axis_titles(self) -> tuple[str, str]:
        """Titles of the left and the bottom axis."""
        left, bottom = (unescape(axis.labelText) for axis in self.axes)
        return left, bottom

    def pointer_in_words(self) -> str:
        """Text for the position of the pointer; empty without one."""
        return ""

    def point_at(self, place: QPointF) -> None:
        """Put the pointer at a position in plot coordinates."""
        raise NotImplementedError

    def step(self, right: int, up: int) -> None:
        """Move the pointer by one position."""
        raise NotImplementedError

    def drop_pointer(self) -> None:
        """Remove the pointer."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the pointer with arrow keys, remove it with Esc."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            self.step(*ARROWS[key])
            event.accept()
        elif key is Qt.Key.Key_Escape:
            self.drop_pointer()
            event.accept()
        else:
            QWidget.keyPressEvent(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer to copy and to save the card with this plot, its titles and keys."""
        card = self.parentWidget()
        while card is not None and not isinstance(card, Card):
            card = card.parentWidget()
        whole = self if card is None else card

        def picture() -> WidgetPicture:
            self.clearFocus()  # neither the pointer nor the focus belongs to the picture
            return WidgetPicture(whole)

        PictureMenu(self, self.accessibleName(), picture).popup(event.globalPos())
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Wait for a turn to paint."""
        super().showEvent(event)
        _turns().hold(self.viewport())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Stop waiting for a turn to paint."""
        super().hideEvent(event)
        _turns().release(self.viewport())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Remove the pointer when the mouse leaves, unless the keyboard moves it."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.drop_pointer()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Remove the pointer when the focus is lost."""
        super().focusOutEvent(event)
        self.drop_pointer()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the plot, and the focus around it."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def _on_mouse_moved(self, at: QPointF) -> None:
        box = self.getViewBox()
        if box.sceneBoundingRect().contains(at):
            self.point_at(box.mapSceneToView(at))


@cache
def _turns() -> OneByOne:
    """The instance shared by all plots of the program."""
    return OneByOne(QGuiApplication.instance())


def tick_font() -> QFont:
    """The font of axis numbers."""
    font = body_font()
    font.setPixelSize(_TICK_PX)
    return font


def line_px(width_px: float) -> float:
    """Width for a cosmetic pen, in device pixels, from logical pixels."""
    return width_px * QGuiApplication.primaryScreen().devicePixelRatio()
