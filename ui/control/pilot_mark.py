"""The pilot mark: a striped band and a frame around the window."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hcmd_lab.telling.translate import translate
from ui.look import tokens
from ui.look.layouts import in_column

FRAME_PX = 6
_BAND_PX = 34
_STRIPE_PX = 14.0


class PilotBand(QWidget):
    """A striped band along the top that says what a pilot is.

    Args:
        sentence: Its meaning here.
    """

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        """Create the band, hidden."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._word = translate("PILOT")
        self._sentence = sentence
        self.setAccessibleName(f"{self._word}. {self._sentence}")
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Height of a heading with padding."""
        return QSize(200, _BAND_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint stripes, with the text on a plain ground in the middle."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_stripes(painter, QRectF(self.rect()))
        font = self.font()
        font.setPixelSize(15)
        font.setBold(True)
        painter.setFont(font)
        words = f"{self._word}  ·  {self._sentence}"
        width = painter.fontMetrics().horizontalAdvance(words) + 48
        plate = QRectF(0, 0, min(width, self.width()), self.height())
        plate.moveCenter(QRectF(self.rect()).center())
        painter.fillRect(plate, QColor(colours.pilot))
        painter.setPen(QColor(colours.pilot_ink))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


class PilotFrame(QWidget):
    """Holds the window's content, with a striped frame around it during a pilot.

    Attributes:
        body: The layout of the content.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the holder without a frame."""
        super().__init__(parent)
        self._on = False
        self._band = PilotBand(translate("Nothing played now counts for the study."), self)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        in_column(self._band, (self.body, 1), of=self, gap=0)

    @property
    def is_on(self) -> bool:
        """Whether the pilot frame is shown."""
        return self._on

    def set_on(self, on: bool) -> None:
        """Show or hide the pilot frame."""
        if on is not self._on:
            self._on = on
            margin = FRAME_PX if on else 0
            self.body.setContentsMargins(margin, 0, margin, margin)
            self._band.setVisible(on)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame in the margin that the content leaves free."""
        # The content is seen through in places: each of its updates asks for this one too, but
        # only where it is, and drawing hundreds of slanted edges there would cost most of its time.
        reached = [edge for edge in self._edges() if event.region().intersects(edge)]
        if not reached:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for edge in reached:
            paint_stripes(painter, QRectF(self.rect()), QRectF(edge))

    def _edges(self) -> list[QRect]:
        """Rectangles of the frame, in logical pixels."""
        if not self._on:
            return []
        inside = self.body.contentsRect()
        top, below = inside.top(), inside.bottom() + 1
        return [
            QRect(0, top, inside.left(), inside.height()),
            QRect(inside.right() + 1, top, self.width() - inside.right() - 1, inside.height()),
            QRect(0, below, self.width(), self.height() - below),
        ]


def paint_stripes(painter: QPainter, place: QRectF, part: QRectF | None = None) -> None:
    """Fill an area, or part of it, with slanted stripes in the pilot's two colours."""
    colours = tokens()
    part = place if part is None else part
    painter.save()
    painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    painter.fillRect(part, QColor(colours.pilot))
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(colours.pilot_ink))
    height = place.height()
    # Along a stripe the sum of both coordinates is constant.
    first, last = part.left() + part.top(), part.right() + part.bottom()
    left = place.left() - height
    while left < place.right():
        if first <= left + place.bottom() + _STRIPE_PX / 2 and left + place.bottom() <= last:
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left, place.bottom()),
                        QPointF(left + height, place.top()),
                        QPointF(left + height + _STRIPE_PX / 2, place.top()),
                        QPointF(left + _STRIPE_PX / 2, place.bottom()),
                    ]
                )
            )
        left += 2 * _STRIPE_PX
    painter.restore()
