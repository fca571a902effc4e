"""Plain text that stands where it is read from, and never widens its window for one long word."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle

from hcmd_lab.telling.writing_direction import begins_from_right

_WORD, _LINE = 32, 64
"""Letters that a usual word has at most, and a line."""


class PlainLabel(QLabel):
    """A label whose side follows the layout, and which breaks a word that is wider than itself.

    Qt lets a text decide on which side it stands, and a number is from the left; here, a number
    that begins a line in a layout from right to left stands at the right, as words do. Qt makes a
    label, and with it the window, as wide as its longest word, be that the name of a study or a
    path.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._heights: dict[tuple[int, bool], int] = {}
        # Before it has a text: Qt would decide by itself whether that is HTML.
        self.setTextFormat(Qt.TextFormat.PlainText)
        super().setText(text)
        self._wished = self.alignment()
        self._take_side()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        self._heights.clear()
        super().setText(text)
        self._take_side()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        """Align it, as seen in a layout from left to right, or absolutely if that is wished."""
        self._wished = alignment
        self._take_side()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the layout, another font and another style."""
        self._heights.clear()
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._take_side()

    def _take_side(self) -> None:
        from_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        side = self._wished
        is_fixed = bool(side & Qt.AlignmentFlag.AlignAbsolute)
        # Qt mirrors a text with a letter that is written from the right, and no other.
        if from_right and not is_fixed and not begins_from_right(self.text()):
            if side & left:
                side = (side & ~left) | right
            elif side & right:
                side = (side & ~right) | left
        if side != self.alignment():
            super().setAlignment(side)

    # --- words that are wider than the label ---------------------------------------------------

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for usual words."""
        hint = super().minimumSizeHint()
        if self._breaks_words:
            hint.setWidth(min(hint.width(), self._px(_WORD)))
        return hint

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Not wider than a line for the sake of one word."""
        hint, line_px = super().sizeHint(), self._px(_LINE)
        if hint.width() <= line_px or not self._has_wider_word(line_px):
            return hint
        return QSize(line_px, self.heightForWidth(line_px))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height with such words broken; layouts ask for the same again and again."""
        asked = width, self.wordWrap()
        height = self._heights.get(asked)
        if height is None:
            height = self._heights[asked] = self._measured(width)
        return height

    def _measured(self, width: int) -> int:
        if not self._has_wider_word(width):
            return super().heightForWidth(width)
        around = self.size() - self._room().size()
        room = width - around.width()
        lines = height_in_lines(self.text(), self.font(), self._option(), room)
        return around.height() + ceil(lines)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as usual, unless a word has to be broken or lines begin at the right.

        Qt counts the space at which it has broken such a line as a part of it: it stands too far
        to the left, and a full line loses its last letter.
        """
        from_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if not self._has_wider_word(self.width()) and not (self._breaks_words and from_right):
            super().paintEvent(event)
            return
        room = QRectF(self._room())
        lines, height_px = broken(self.text(), self.font(), self._option(), room.width())
        if self.alignment() & Qt.AlignmentFlag.AlignBottom:
            room.translate(0, room.height() - height_px)
        elif not self.alignment() & Qt.AlignmentFlag.AlignTop:
            room.translate(0, (room.height() - height_px) / 2)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines.draw(painter, room.topLeft())

    @property
    def _breaks_words(self) -> bool:
        return self.wordWrap()

    def _has_wider_word(self, width: int) -> bool:
        return self._breaks_words and super().minimumSizeHint().width() > width

    def _px(self, letters: int) -> int:
        return letters * self.fontMetrics().averageCharWidth()

    def _room(self) -> QRect:
        margin = self.margin()
        return self.contentsRect().adjusted(margin, margin, -margin, -margin)

    def _option(self) -> QTextOption:
        option = QTextOption(QStyle.visualAlignment(self.layoutDirection(), self.alignment()))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        return option


def height_in_lines(text: str, font: QFont, option: QTextOption, width: int) -> float:
    """Height in logical pixels of a plain text that is broken into lines.

    Args:
        text: The text.
        font: Its font.
        option: How it is broken.
        width: Of a line, in logical pixels.
    """
    return broken(text, font, option, width)[1]


def broken(text: str, font: QFont, option: QTextOption, width: float) -> tuple[QTextLayout, float]:
    """A plain text in its lines, and their height in logical pixels.

    Args:
        text: The text.
        font: Its font.
        option: How it is broken.
        width: Of a line, in logical pixels.
    """
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    height_px = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height_px))
        height_px += line.height()
    layout.endLayout()
    return layout, height_px
