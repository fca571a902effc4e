"""The frame of something that can be chosen: plain, chosen, wrong, and whether keys go to it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.kiosk.widgets.scale import scaled
from ui.look import tokens


def paint_choice_frame(
    widget: QWidget, *, edge: str, filling: str, radius_px: float, strong: bool
) -> None:
    """Paint a frame, with a ring around it if the widget has the focus.

    The focus alone is not a choice and must not look like one; and what is chosen must still show
    whether it has the focus.

    Args:
        widget: Is painted on.
        edge: Colour of the frame.
        filling: Colour inside.
        radius_px: Of the corners, on the smallest screen.
        strong: Whether the frame says something, and is drawn wider.
    """
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = scaled(widget, 2)
    area, radius = QRectF(widget.rect()), scaled(widget, radius_px)
    if widget.hasFocus():
        painter.setPen(QPen(QColor(tokens().ink), ring))
        painter.setBrush(QColor(filling))
        painter.drawRoundedRect(_inside(area, ring / 2), radius, radius)
        if not strong:
            return
    width = scaled(widget, 2.5 if strong else 1)
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(filling))
    inset = 1.5 * ring if widget.hasFocus() else 0
    frame = _inside(area, inset + width / 2)
    painter.drawRoundedRect(frame, radius - inset, radius - inset)


def _inside(area: QRectF, away: float) -> QRectF:
    return area.adjusted(away, away, -away, -away)
