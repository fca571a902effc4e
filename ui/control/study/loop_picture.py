"""Algorithm 1 of the paper as a diagram of the study's progress."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate
from ui.control.study.step_views import Standing, StepView
from ui.control.study.step_words import LOOP
from ui.look import SPACE, tokens
from ui.look.layouts import Spare, fill, in_column, in_row
from ui.look.widgets import label

_MARK_PX = 40
_GAP_PX = 30
_RETURN_PX = 44


class StepMark(QWidget):
    """A ring that fills with progress, and a tick when the step is finished."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """Create the mark for the step with that number."""
        super().__init__(parent)
        self._number = number
        self._view: StepView | None = None
        self.setFixedSize(_MARK_PX, _MARK_PX)

    def show_view(self, view: StepView) -> None:
        """Draw this state."""
        self._view = view
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark."""
        del event
        if self._view is None:
            return
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if self._view.standing is Standing.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.good))
            painter.drawEllipse(ring)
            pen = QPen(QColor(colours.surface), 3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(13, 20.5), QPointF(18, 25.5), QPointF(27.5, 15)])
            return
        is_later = self._view.standing is Standing.LATER
        painter.setPen(QPen(QColor(colours.line), 4))
        painter.drawEllipse(ring)
        if not is_later and self._view.share > 0:
            pen = QPen(QColor(colours.accent), 4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, round(-360 * 16 * min(1.0, self._view.share)))
        font = self.font()
        font.setPixelSize(16)
        font.setBold(not is_later)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted if is_later else colours.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepCard(QFrame):
    """One step: its mark, its name, its figure and the figure's meaning."""

    def __init__(self, step: Step, number: int, parent: QWidget | None = None) -> None:
        """Create the card without content."""
        super().__init__(parent)
        self.setObjectName(f"step_{step.value}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(118)
        self._standing = Standing.LATER
        self._mark = StepMark(number)
        self._chip = label("", "caption", wrap=False)
        self._name = label(step.upper(), wrap=False)
        self._figure = label("", "heading")
        self._note = label("", "caption")
        head = in_row(self._mark, Spare())
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        layout = in_column(head, of=self, gap=1, margins=(3, 3, 3, 3))
        layout.addSpacing(SPACE[1])
        fill(layout, self._name, self._figure, self._note, Spare())

    @property
    def text(self) -> str:
        """The complete text of the card."""
        return self.accessibleName()

    def show_view(self, view: StepView) -> None:
        """Show the step's progress."""
        self._standing = view.standing
        self._mark.show_view(view)
        chip = {
            Standing.DONE: translate("done"),
            Standing.NOW: translate("now"),
            Standing.RUNNING: translate("running"),
            Standing.LATER: "",
        }[view.standing]
        self._chip.setText(chip)
        self._figure.setText(view.figure)
        self._figure.setVisible(bool(view.figure))
        self._note.setText(view.note)
        words = (view.step.upper(), chip, view.figure, view.note)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in words if part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the background: lifted for the current step, flat for later ones."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_present = self._standing in (Standing.NOW, Standing.RUNNING)
        is_later = self._standing is Standing.LATER
        painter.setBrush(QColor(colours.window if is_later else colours.surface))
        edge = QPen(QColor(colours.accent if is_present else colours.line), 2 if is_present else 1)
        if is_later:
            edge.setStyle(Qt.PenStyle.DashLine)
            edge.setColor(QColor(colours.edge))
        if self.hasFocus():
            edge = QPen(QColor(colours.ink), 2)
        painter.setPen(edge)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)


class LoopPicture(QWidget):
    """The five steps with the arrows between them, and the way back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the diagram without content."""
        super().__init__(parent)
        self.setAccessibleName(translate("The loop of the study"))
        self._views: tuple[StepView, ...] = ()
        self._went_on = False
        self._is_last = False
        self._way_back = translate("not at its end: another iteration")
        self.cards = {step: StepCard(step, number) for number, step in enumerate(LOOP, start=1)}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, _RETURN_PX)
        layout.setSpacing(_GAP_PX)
        for card in self.cards.values():
            layout.addWidget(card, 1)

    def show_views(
        self, views: tuple[StepView, ...], *, went_on: bool, is_last: bool = False
    ) -> None:
        """Show the steps of one iteration.

        Args:
            views: One view per step.
            went_on: Whether the way back was taken.
            is_last: Whether no iteration is planned after this one, so that there is no way back.
        """
        self._views = views
        self._went_on = went_on
        self._is_last = is_last
        for view in views:
            self.cards[view.step].show_view(view)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the arrows between the cards."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        done = {view.step for view in self._views if view.standing is Standing.DONE}
        for step, following in pairwise(LOOP):
            taken = step in done and not (following is Step.EVALUATE and self._went_on)
            self._arrow(painter, self.cards[step], self.cards[following], taken=taken)
        if self._went_on or not self._is_last:
            self._return(painter)

    def _pen(self, *, taken: bool) -> QPen:
        colours = tokens()
        pen = QPen(QColor(colours.good if taken else colours.edge), 2.2 if taken else 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _arrow(self, painter: QPainter, start: QWidget, end: QWidget, *, taken: bool) -> None:
        painter.setPen(self._pen(taken=taken))
        right = start.x() < end.x()
        y = start.y() + 32.0
        x_from = float(start.geometry().right() + 6 if right else start.x() - 5)
        x_to = float(end.x() - 6 if right else end.geometry().right() + 6)
        painter.drawLine(QPointF(x_from, y), QPointF(x_to, y))
        back = -6 if right else 6
        painter.drawPolyline(
            [QPointF(x_to + back, y - 5), QPointF(x_to, y), QPointF(x_to + back, y + 5)]
        )

    def _return(self, painter: QPainter) -> None:
        """Paint the way back from CONVERGENCE to ACQUIRE, below the cards."""
        start = self.cards[Step.CONVERGENCE].geometry()
        end = self.cards[Step.ACQUIRE].geometry()
        x_from, x_to = float(start.center().x()), float(end.center().x())
        top, foot = float(start.bottom() + 5), float(start.bottom() + 26)
        bend = 10.0 if x_from > x_to else -10.0
        path = QPainterPath(QPointF(x_from, top))
        path.lineTo(x_from, foot - 10)
        path.quadTo(x_from, foot, x_from - bend, foot)
        path.lineTo(x_to + bend, foot)
        path.quadTo(x_to, foot, x_to, foot - 10)
        path.lineTo(x_to, top + 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen(taken=self._went_on))
        painter.drawPath(path)
        tip = QPointF(x_to, top + 1)
        painter.drawPolyline([tip + QPointF(-5, 6), tip, tip + QPointF(5, 6)])
        font = self.font()
        font.setPixelSize(12)
        painter.setFont(font)
        plate = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(self._way_back) + 20, 20)
        plate.moveCenter(QPointF((x_from + x_to) / 2, foot))
        painter.fillRect(plate, QColor(tokens().window))
        painter.setPen(QColor(tokens().ink if self._went_on else tokens().muted))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._way_back)
