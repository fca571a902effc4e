"""The pairing code in large type, with spelling."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.session.joining import spelled
from ui.look import tokens

_PARTS = 4
_SPELLING_SHARE = 0.3
"""Height of the spelling, of the whole."""


class CodeView(QWidget):
    """Shows a pairing code, with the spelling below each part.

    Args:
        min_height_px: With which it can still be read.
    """

    def __init__(self, min_height_px: int = 76, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._min_height_px = min_height_px
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, code: str) -> None:
        """Show a code, written with dashes."""
        self._code = code
        self.setAccessibleName(translate("Pairing code {code}", code=code))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide, and of the minimum readable height."""
        return QSize(6 * self._min_height_px, self._min_height_px)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same for a narrow window."""
        return QSize(4 * self._min_height_px, self._min_height_px)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the parts from left to right in every language."""
        del event
        parts = self._code.split("-")
        if len(parts) != _PARTS:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        gap = self.height() * 0.14
        width = (self.width() - gap * (_PARTS - 1)) / _PARTS
        large_height = self.height() * (1 - _SPELLING_SHARE)
        font = _fitted(_fixed(), "MMMM", width * 0.86, large_height * 0.86)
        small = QFont(self.font())
        longest = max((spelled(part) for part in parts), key=len)
        small = _fitted(small, longest, width * 0.94, self.height() * 0.17)
        for number, part in enumerate(parts):
            box = QRectF(number * (width + gap), 0, width, self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().sunken))
            painter.drawRoundedRect(box, 8, 8)
            painter.setPen(QColor(tokens().ink))
            painter.setFont(font)
            upper = QRectF(box.left(), box.top() + 2, width, large_height)
            painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, part)
            painter.setPen(QColor(tokens().muted))
            painter.setFont(small)
            lower = QRectF(box.left(), large_height - 4, width, self.height() - large_height)
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, spelled(part))


def _fixed() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _fitted(font: QFont, text: str, width_px: float, height_px: float) -> QFont:
    """The font in the largest size at which a text fits."""
    font.setPixelSize(100)
    metrics = QFontMetricsF(font)
    scale = min(width_px / metrics.horizontalAdvance(text), height_px / metrics.height())
    font.setPixelSize(max(9, int(100 * scale)))
    return font
