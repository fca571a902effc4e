"""One picture on white paper, zoomable, painted in the background."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from hcmd_lab.figures.figure import Figure, render, sheet_size
from hcmd_lab.figures.theme import PAPER
from ui.control.background import Background, OnProgress
from ui.look.tokens import SPACE, tokens

STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Zooms to step through."""

_READABLE = 0.85
_STILL_READABLE = 0.75
"""A whole picture is worth so much smaller letters; what would be smaller yet is scrolled."""


class Sheet(QWidget):
    """The sheet of paper. Stretches the last image until one of the right size is ready."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create an empty sheet."""
        super().__init__(parent)
        self.image: QImage | None = None

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint white paper with a hairline around it, and the picture."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(PAPER))
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self.image)
        painter.setPen(QColor(tokens().line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class PictureView(QScrollArea):
    """A figure that can be scrolled and zoomed.

    Signals:
        zoomed(float): Logical pixels on the screen for one of the picture.
    """

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create an empty view."""
        super().__init__(parent)
        self.sheet = Sheet()
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.hide()
        self._figure: Figure | None = None
        self._simulated = False
        self._zoom = 1.0
        self._fits = True
        self._painter: Background[QImage] | None = None
        self._is_stale = False

    @property
    def zoom(self) -> float:
        """Zoom factor: logical screen pixels per pixel of the figure."""
        return self._zoom

    def show_picture(self, figure: Figure, name: str, *, simulated: bool) -> None:
        """Show a figure as large as the view allows.

        Args:
            figure: The picture.
            name: Alternative text for screen readers.
            simulated: Whether it is marked as made from simulated participants.
        """
        self._figure, self._simulated = figure, simulated
        self.sheet.image = None
        self.sheet.setAccessibleName(name)
        self.sheet.show()
        self.verticalScrollBar().setValue(0)
        self.fit()

    def clear(self) -> None:
        """Show nothing."""
        self._figure = None
        self.sheet.hide()

    def fit(self) -> None:
        """Show the whole figure, or its full width where it would become too small to read."""
        self._fits = True
        if self._figure is not None:
            size, room = sheet_size(self._figure), self.viewport().size()
            wide = (room.width() - 2 * SPACE[1]) / size.width()
            high = (room.height() - 2 * SPACE[1]) / size.height()
            if high < _STILL_READABLE:
                high = _READABLE
            self._set_zoom(max(STEPS[0], min(wide, high)))

    def zoom_in(self) -> None:
        """Enlarge the figure by one step."""
        self._step([step for step in STEPS if step > self._zoom + 0.01][:1])

    def zoom_out(self) -> None:
        """Shrink the figure by one step."""
        self._step([step for step in STEPS if step < self._zoom - 0.01][-1:])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the picture again, unless a zoom was chosen."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def _step(self, found: list[float]) -> None:
        if found:
            self._fits = False
            self._set_zoom(found[0])

    def _set_zoom(self, zoom: float) -> None:
        if self._figure is None:
            return
        self._zoom = zoom
        size = sheet_size(self._figure) * zoom
        self.sheet.setFixedSize(QSize(round(size.width()), round(size.height())))
        self.zoomed.emit(zoom)
        self._paint()

    def _paint(self) -> None:
        """Have the image painted; while one is being painted, the next request waits."""
        if self._figure is None:
            return
        if self._painter is not None:
            self._is_stale = True
            return
        self._is_stale = False
        figure, simulated = self._figure, self._simulated
        scale = self._zoom * self.devicePixelRatioF()

        def work(_on_progress: OnProgress) -> QImage:
            return render(figure, scale, simulated=simulated)

        self._painter = Background(work, self)
        self._painter.hand_to(self._on_painted)

    def _on_painted(self, painter: Background[QImage]) -> None:
        self._painter = None
        if self._is_stale:
            self._paint()
        elif self._figure is not None:
            self.sheet.image = painter.result
            self.sheet.update()
