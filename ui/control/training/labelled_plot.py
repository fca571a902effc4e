"""A plot with line labels at the right and a readout below."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hcmd_lab.figures.layout import draw_line_names
from hcmd_lab.figures.text import shortened, text_width
from hcmd_lab.figures.theme import TICK
from ui.control.figure_view import window_theme
from ui.control.training.curve_plot import CurvePlot
from ui.control.training.lines import Picture, PlotLine
from ui.look import SPACE, tokens
from ui.look.widgets import label

_LEADER_PX = 14
_MIN_HEIGHT_PX = 104  # of the curves with both axes


class LabelledPlot(QWidget):
    """Curves and levels with labels.

    Attributes:
        plot: The curves.
    """

    def __init__(self, name: str, up: str, across: str, parent: QWidget | None = None) -> None:
        """Create an empty plot.

        Args:
            name: Description of the plot for screen readers.
            up: Quantity on the vertical axis, with its unit.
            across: Quantity on the horizontal axis.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._name = name
        self.plot = CurvePlot()
        self.plot.setMinimumHeight(_MIN_HEIGHT_PX)
        self.plot.setAccessibleName(name)
        self._names = LineNames(self.plot)
        self.plot.name_axes(up, across)
        self._caption = ""
        self._below = label("", "caption")
        self.plot.pointed.connect(self._tell_pointer)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(SPACE[1])
        # The labels are at the ends of the lines, which run from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid.addWidget(self.plot, 0, 0)
        grid.addWidget(self._names, 0, 1)
        grid.addWidget(self._below, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(0, 1)

    def show_picture(self, picture: Picture, caption: str = "") -> None:
        """Draw curves.

        Args:
            picture: The curves.
            caption: What is drawn around them; stands below while nothing is pointed at.
        """
        self._caption = caption
        self.plot.show_picture(picture)
        self._names.make_room(self.width())
        told = [f"{line.text} {_number(line, picture)}" for line in picture.lines if line.text]
        self.plot.setAccessibleDescription(", ".join(told))

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        self.plot.restyle()
        self._names.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep room for labels and caption: a page is filled before it is laid out."""
        super().resizeEvent(event)
        self._names.make_room(self.width())
        self._hold_caption()

    def _tell_pointer(self) -> None:
        self._below.setText(self.plot.pointer_in_words() or self._caption)
        self._hold_caption()

    def _hold_caption(self) -> None:
        """A scrolled page asks for the least height alone, in which wrapped lines do not count."""
        self._below.setMinimumHeight(max(0, self._below.heightForWidth(self.width())))


class LineNames(QWidget):
    """Labels at the ends of the lines, moved apart where they would overlap."""

    def __init__(self, plot: CurvePlot) -> None:
        """Follow a plot."""
        super().__init__()
        self._plot = plot
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        plot.drawn.connect(self.update)

    @property
    def shown(self) -> list[str]:
        """The labels with their numbers, names as far as there is room for them."""
        picture = self._plot.picture
        told = []
        for line in picture.lines:
            if line.text:
                number = _number(line, picture)
                room = self.width() - _LEADER_PX - 2 - text_width(f"  {number}", TICK)
                told.append(f"{shortened(line.text, TICK, room)}  {number}")
        return told

    def make_room(self, whole_px: int) -> None:
        """Be as wide as the labels need, up to half of the whole width."""
        picture = self._plot.picture
        texts = [f"{line.text}  {_number(line, picture)}" for line in picture.lines if line.text]
        widest = ceil(max((text_width(text, TICK) for text in texts), default=0))
        # In steps, so that numbers that change do not move the curves.
        wanted = -(-(widest + _LEADER_PX + 4) // 12) * 12 if texts else 0
        self.setFixedWidth(min(wanted, max(120, whole_px // 2)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the labels with a thin line to each end."""
        picture = self._plot.picture
        lines = [line for line in picture.lines if line.text]
        if not lines or not self.width():
            return
        colours = tokens()
        names = []
        for line, text in zip(lines, self.shown, strict=True):
            # Thin lines may be pale, but not their labels.
            colour = "muted" if line.colour == "edge" else line.colour
            names.append((text, self._plot.height_of(line), getattr(colours, colour)))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_line_names(painter, 0, names, 0, self.height(), window_theme())
        painter.end()


def _number(line: PlotLine, picture: Picture) -> str:
    return picture.written(line, -1)
