"""A report's picture in a window: in the window's colours, read with the mouse or the keys."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.figures.reading import ReadableFigure, Spot, neighbour, spot_at
from hcmd_lab.figures.theme import Theme
from ui.control.picture_menu import PictureMenu
from ui.look import SPACE, tokens
from ui.look.layouts import fill, in_row
from ui.look.tips import show_tip
from ui.look.tokens import is_dark
from ui.look.widgets import Card, label

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
"""Steps to the right and up by key."""

_KEY_TIP_MS = 60_000
_NARROWEST = 0.6
"""Part of its natural width below which a picture cannot be read any more."""


def window_theme() -> Theme:
    """The colours of the current look, for a figure in a card."""
    colours = tokens()
    return Theme(
        paper=colours.surface, ink=colours.ink, muted=colours.muted, axis=colours.edge,
        grid=colours.line, head=colours.head, tail=colours.tail, head_ink=colours.head_ink,
        tail_ink=colours.tail_ink, win=colours.one, lose=colours.two, is_dark=is_dark(),
        on_sheet=False,
    )  # fmt: skip


class FigureView(QWidget):
    """Widget that paints a figure into the available space.

    Signals:
        focus_changed(): The keyboard's focus has come or gone.
    """

    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the view without a figure."""
        super().__init__(parent)
        self._figure: ReadableFigure | None = None
        self._at: int | None = None
        self._spots: tuple[QSize, list[Spot]] | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def figure(self) -> ReadableFigure | None:
        """The figure shown, in the window's colours."""
        return None if self._figure is None else replace(self._figure, theme=window_theme())

    def show_figure(self, figure: ReadableFigure | None) -> None:
        """Show a figure, or nothing."""
        self._figure = figure
        self._at = self._spots = None
        figure = self.figure
        readable = figure is not None and bool(figure.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if readable else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("" if figure is None else figure.title)
        self._point(None)
        self.updateGeometry()

    def spots(self) -> list[Spot]:
        """The readable spots."""
        if self.figure is None:
            return []
        if self._spots is None or self._spots[0] != self.size():  # there may be hundreds
            self._spots = self.size(), list(self.figure.spots(QRectF(self.rect())))
        return self._spots[1]

    def pointer_in_words(self) -> str:
        """Text of the spot at the pointer; empty without one."""
        return "" if self._at is None else self.spots()[self._at].words

    def words_at(self, at: QPointF) -> str:
        """Text of the spot at a point; empty if there is none."""
        spots = self.spots()
        found = spot_at(spots, at)
        return "" if found is None else spots[found].words

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The figure's size in a card; extra space is filled."""
        return QSize(0, 0) if self.figure is None else self.figure.size.toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Minimum size: the figure may become narrower, but not lower."""
        return QSize(round(_NARROWEST * self.sizeHint().width()), self.sizeHint().height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to copy and to save the picture, as a report has it."""
        figure = self._figure
        if figure is not None:
            PictureMenu(self, figure.title, lambda: figure).popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Show a tool tip where the mouse rests."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            show_tip(event.globalPos(), words, self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the pointer to the mouse."""
        found = spot_at(self.spots(), event.position())
        if found != self._at:
            self._point(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the pointer with arrow keys, remove it with Esc."""
        key, spots = Qt.Key(event.key()), self.spots()
        if key in ARROWS and spots:
            reached = 0 if self._at is None else neighbour(spots, self._at, *ARROWS[key])
            self._point(reached)
            spot = spots[reached]
            below = self.mapToGlobal(spot.area.bottomRight().toPoint())
            show_tip(below, spot.words, self, _KEY_TIP_MS)
        elif key is Qt.Key.Key_Escape and self._at is not None:
            self._point(None)
            show_tip(QPoint(), "", self)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Remove the pointer when the mouse leaves, unless the keyboard moves it."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point(None)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the card, which shows the focus."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Remove the pointer when the focus is lost."""
        super().focusOutEvent(event)
        self._point(None)
        self.focus_changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the figure and the spot being read."""
        figure = self.figure
        if figure is None:
            return
        painter = QPainter(self)
        # Figures run from left to right in every language.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figure.paint(painter, QRectF(self.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens().accent), 2))
        if self._at is not None:
            painter.drawRect(self.spots()[self._at].area)
        painter.end()

    def _point(self, at: int | None) -> None:
        self._at = at
        words = "" if self._figure is None else self._figure.words
        self.setAccessibleDescription(self.pointer_in_words() or words)
        self.update()


class FigureCard(Card):
    """A figure under its title and a line on how to read it.

    Attributes:
        view: The picture.
    """

    def __init__(
        self, title: str = "", beside: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        """Create the card without a figure.

        Args:
            title: Until there is a picture.
            beside: Widget at the end of the title's line, such as a legend.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent=parent)
        self.view = FigureView()
        self._title, self._caption = label(title, "heading", wrap=False), label("", "caption")
        self.body.setSpacing(SPACE[1])
        if beside is None:
            fill(self.body, self._title, self._caption)
        else:
            line = in_row(self._title, (self._caption, 1), beside, gap=3)
            self.body.addLayout(line)
        self.body.addWidget(self.view, 1)
        self.view.focus_changed.connect(self.update)

    def show_figure(self, figure: ReadableFigure | None, note: str = "") -> None:
        """Show a figure.

        Args:
            figure: The picture; None for none yet.
            note: Shown in place of the figure's subtitle.
        """
        if figure is not None:
            self._title.setText(figure.title)
        self._caption.setText(note or ("" if figure is None else figure.subtitle))
        self.view.show_figure(figure)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card, and the focus around the figure, where it crosses no numbers."""
        super().paintEvent(event)
        if self.view.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRect(self.view.geometry().adjusted(-8, -2, 8, 2))
            painter.end()
