"""What the colours and marks of the live plots stand for."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling.translate import translate
from ui.look.style import body_font
from ui.look.tokens import SPACE, tokens

_SAMPLE_PX = 26
_TEXT_PX = 12


class RoleKey(QWidget):
    """Head: a line with round marks. Tails: a line with square ones. A band: its meaning.

    What does not fit into a line goes on in the next one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it without a word on the band."""
        super().__init__(parent)
        self._band = ""
        self._seats = ""
        self.setFont(_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def explain(self, *, one_group: bool) -> None:
        """Say what goes with the lines of one group, or of all."""
        self._band = "" if one_group else translate("± 1 standard error over groups")
        self._seats = translate("each tail") if one_group else ""
        self.setAccessibleName(translate("Key: head round marks, tails square marks"))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line of text."""
        return QSize(200, self.fontMetrics().height() + SPACE[1])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take as many lines as are needed."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the entries one after another in the direction of reading."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entries = self._entries()
        for (at, line), (text, colour, shape, width) in zip(self._places(), entries, strict=True):
            top = line * self.sizeHint().height()
            self._paint_entry(painter, QPointF(at, top), text, QColor(colour), shape, width)
        painter.end()

    def _entries(self) -> list[tuple[str, str, str, float]]:
        """Text, colour, mark and thickness of the line of each entry."""
        colours = tokens()
        entries = [(translate("Head"), colours.head, "o", 2.0),
                   (translate("Tails, mean"), colours.tail, "s", 2.0)]  # fmt: skip
        if self._seats:
            entries.append((self._seats, colours.tail, "", 1.0))
        if self._band:
            entries.append((self._band, colours.muted, "band", 0.0))
        return entries

    def _places(self) -> list[tuple[float, int]]:
        """Where each entry begins: from the side where reading begins, and in which line."""
        places: list[tuple[float, int]] = []
        at, line = 0.0, 0
        for text, *_ in self._entries():
            length = _SAMPLE_PX + 6 + self.fontMetrics().horizontalAdvance(text) + 2
            if at and at + length > self.width():
                at, line = 0.0, line + 1
            places.append((at, line))
            at += length + SPACE[4]
        return places

    def _fit(self) -> None:
        lines = 1 + self._places()[-1][1]
        self.setFixedHeight(lines * self.sizeHint().height())

    def _paint_entry(
        self, painter: QPainter, at: QPointF, text: str, colour: QColor, shape: str, width: float
    ) -> None:
        """Paint a sample and its text."""
        height = self.sizeHint().height()
        length = self.fontMetrics().horizontalAdvance(text) + 2
        sample = QRectF(self._left(at.x(), _SAMPLE_PX), at.y(), _SAMPLE_PX, height)
        words = QRectF(self._left(at.x() + _SAMPLE_PX + 6, length), at.y(), length, height)
        middle = sample.center()
        if shape == "band":
            tint = QColor(colour)
            tint.setAlpha(70)
            painter.fillRect(QRectF(sample.left(), middle.y() - 5, _SAMPLE_PX, 10), tint)
        else:
            painter.setPen(QPen(colour, width))
            reach = QPointF(_SAMPLE_PX / 2, 0)
            painter.drawLine(middle - reach, middle + reach)
        mark = QRectF(middle - QPointF(4, 4), middle + QPointF(4, 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if shape == "o":
            painter.drawEllipse(mark)
        elif shape == "s":
            painter.drawRect(mark)
        painter.setPen(QColor(tokens().muted))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    def _left(self, at: float, width: float) -> float:
        """Left edge of something that begins `at` from the side where reading begins."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return self.width() - at - width
        return at


def _font() -> QFont:
    font = body_font()
    font.setPixelSize(_TEXT_PX)
    return font
