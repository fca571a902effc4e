"""The navigation rail: one button per panel, with its activity."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from hcmd_lab.telling.numbers import whole
from hcmd_lab.telling.translate import translate
from ui.control.icons import paint_icon
from ui.look import SPACE, tokens
from ui.look.one_of import OneOf
from ui.look.tips import set_tip

_WIDTH_PX = 92
_HEIGHT_PX = 68
_ICON_PX = 26
_TEXT_PX = 13
_COUNT_PX = 18
_EDGE_PX = 6
"""Between the rail's edge and the plate of the chosen panel."""

_PAD_PX = 6
"""Between the plate's edge, on which the ring of the keyboard lies, and the name."""


@dataclass(frozen=True, slots=True)
class Badge:
    """State of a panel that is not shown.

    Attributes:
        words: The same for a screen reader and as a tool tip.
        progress: A share of one draws a ring; None draws a dot.
        pilot: Whether it has the pilot's colour.
        count: Number of things that wait; 0 shows none.
    """

    words: str
    progress: float | None = None
    pilot: bool = False
    count: int = 0


class RailButton(QAbstractButton):
    """Button of one panel: its icon, its name and its badge."""

    def __init__(self, name: str, text: str, number: int, parent: QWidget) -> None:
        """Create the button; `number` is the digit of its shortcut."""
        super().__init__(parent)
        self._name = name
        self._number = number
        self._badge: Badge | None = None
        self.setObjectName(f"rail_{name}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(text)
        self.setAccessibleName(text)
        self.set_badge(None)

    @property
    def badge(self) -> Badge | None:
        """The panel's badge."""
        return self._badge

    def set_badge(self, badge: Badge | None) -> None:
        """Show the panel's badge."""
        self._badge = badge
        words = "" if badge is None else badge.words
        self.setAccessibleDescription(words)
        hint = f"{self.text()} (Ctrl+{self._number})"
        set_tip(self, f"{hint}: {words}" if words else hint)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the name."""
        font = self.font()
        font.setPixelSize(_TEXT_PX)
        font.setBold(True)  # as when it is chosen
        width = QFontMetrics(font).horizontalAdvance(self.text()) + 2 * (_EDGE_PX + _PAD_PX)
        return QSize(max(_WIDTH_PX, width), _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the button."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect()).adjusted(_EDGE_PX, 3, -_EDGE_PX, -3)
        if self.isChecked():
            self._paint_chosen(painter, face)
        elif self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.sunken))
            painter.drawRoundedRect(face, 9, 9)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), 9, 9)
        ink = colours.edge
        if self.isEnabled():
            ink = colours.accent if self.isChecked() else colours.muted
        icon = QRectF(0, face.top() + 7, _ICON_PX, _ICON_PX)
        icon.moveCenter(QPointF(face.center().x(), icon.center().y()))
        paint_icon(painter, self._name, icon, ink)
        font = self.font()
        font.setPixelSize(_TEXT_PX)
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if self.isChecked() else ink))
        words = QRectF(face.left(), icon.bottom() + 3, face.width(), face.bottom() - icon.bottom())
        painter.drawText(
            words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text()
        )
        if self._badge is not None:
            self._paint_badge(painter, icon, self._badge)

    def _paint_chosen(self, painter: QPainter, face: QRectF) -> None:
        colours = tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.notice_wash))
        painter.drawRoundedRect(face, 9, 9)
        # A bar as well, so that the chosen panel is not marked by colour alone.
        bar = QRectF(0, face.top() + 8, 4, face.height() - 16)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            bar.moveRight(self.width())
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(bar, 2, 2)

    def _paint_badge(self, painter: QPainter, icon: QRectF, badge: Badge) -> None:
        colours = tokens()
        right = self.layoutDirection() is not Qt.LayoutDirection.RightToLeft
        centre = QPointF(icon.right() + 5 if right else icon.left() - 5, icon.top() + 3)
        colour = QColor(colours.pilot if badge.pilot else colours.good)
        if badge.count:
            self._paint_count(painter, centre, badge.count)
            return
        if badge.progress is None:
            painter.setPen(QPen(QColor(colours.surface), 2))
            painter.setBrush(colour)
            painter.drawEllipse(centre, 5.5, 5.5)
            return
        ring = QRectF(0, 0, 13, 13)
        ring.moveCenter(centre)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(ring.adjusted(-3, -3, 3, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.line), 3.5))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(colours.accent), 3.5))
        painter.drawArc(ring, 90 * 16, round(-360 * 16 * min(1.0, max(0.02, badge.progress))))

    def _paint_count(self, painter: QPainter, centre: QPointF, count: int) -> None:
        font = self.font()
        font.setPixelSize(_TEXT_PX - 2)
        font.setBold(True)
        text = whole(count)
        width = max(_COUNT_PX, QFontMetrics(font).horizontalAdvance(text) + SPACE[2])
        plate = QRectF(0, 0, width, _COUNT_PX)
        plate.moveCenter(centre)
        painter.setPen(QPen(QColor(tokens().surface), 2))
        painter.setBrush(QColor(tokens().danger))
        painter.drawRoundedRect(plate, _COUNT_PX / 2, _COUNT_PX / 2)
        painter.setFont(font)
        painter.setPen(QColor(tokens().surface))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


class NavigationRail(QWidget):
    """Buttons of all panels, one below the other.

    Signals:
        panel_requested(str): Name of the panel to show.
    """

    panel_requested = Signal(str)

    def __init__(self, panels: dict[str, str], parent: QWidget | None = None) -> None:
        """Create the rail.

        Args:
            panels: Labels of the buttons, by panel name.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self.setAccessibleName(translate("Panels"))
        self._buttons: dict[str, RailButton] = {}
        group = OneOf(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE[2], 0, SPACE[2])
        layout.setSpacing(SPACE[1])
        for number, (name, text) in enumerate(panels.items(), start=1):
            made = RailButton(name, text, number, self)
            made.clicked.connect(lambda _checked, name=name: self.panel_requested.emit(name))
            group.add(made)
            layout.addWidget(made)
            self._buttons[name] = made
        layout.addStretch()

    def button(self, name: str) -> RailButton:
        """The button of a panel."""
        return self._buttons[name]

    def choose(self, name: str) -> None:
        """Mark the panel that is shown."""
        self._buttons[name].setChecked(True)

    def is_at_another(self, name: str) -> bool:
        """Whether the keyboard is at the button of another panel."""
        return any(made.hasFocus() for other, made in self._buttons.items() if other != name)

    def set_badge(self, name: str, badge: Badge | None) -> None:
        """Show a panel's badge."""
        if self._buttons[name].badge != badge:
            self._buttons[name].set_badge(badge)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the background and the border line."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        edge = 0 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - 1
        painter.setPen(QColor(colours.line))
        painter.drawLine(edge, 0, edge, self.height())
