"""A switch: a check box that shows on and off by the place of its knob."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.look.tokens import tokens

_TRACK = QSize(38, 22)
_EDGE_PX = 3
"""Around the track, for the ring that shows the focus."""
_KNOB_PX = 14


class Switch(QCheckBox):
    """A check box without a text of its own; what it switches stands at the start of its row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The track, and the ring around it."""
        return _TRACK + QSize(2 * _EDGE_PX, 2 * _EDGE_PX)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint track and knob; the knob stands at the end of the reading direction when on."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(*(2 * (_EDGE_PX + 0.5,)), *(2 * (-_EDGE_PX - 0.5,)))
        on, enabled = self.isChecked(), self.isEnabled()
        edge = colours.accent if on else colours.edge
        painter.setPen(QPen(QColor(edge if enabled else colours.line), 1))
        fill = colours.accent if enabled else colours.edge
        painter.setBrush(QColor(fill if on else colours.surface))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        at_right = on is (self.layoutDirection() is Qt.LayoutDirection.LeftToRight)
        inset = track.height() / 2
        x = track.right() - inset if at_right else track.left() + inset
        knob = colours.accent_ink if on else (colours.edge if enabled else colours.line)
        painter.setBrush(QColor(knob))
        painter.drawEllipse(QPointF(x, track.center().y()), _KNOB_PX / 2, _KNOB_PX / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
