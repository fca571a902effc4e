"""A plot of curves and levels that can be read with the mouse or the arrow keys."""

import math
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no stubs
from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling.numbers import significant, whole
from ui.control.live.plot import LivePlot, line_px
from ui.control.training.lines import Picture, PlotLine
from ui.control.training.number_axis import OVER_RIGHT_PX, OVER_TOP_PX, NumberAxis, thinned
from ui.look.tokens import tokens

_ROOM = 0.06  # of the height, above and below the lines
_DOT_PX = 9
_BAND_ALPHA = 48
_NO_PICTURE = Picture((), str, lambda value, _: str(value))


class CurvePlot(LivePlot):
    """Draws curves and keeps them fitted into the axes.

    Signals:
        drawn(): The axes may have changed; ask `height_of`.
    """

    drawn = Signal()

    _picture = _NO_PICTURE  # the library asks for numbers before there is one

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create an empty plot."""
        axes = {
            "left": NumberAxis("left", self._written),
            "bottom": NumberAxis("bottom", _place, is_whole=True),  # updates, epochs, groups
        }
        super().__init__(parent, axes)
        self.getPlotItem().layout.setContentsMargins(1, OVER_TOP_PX, OVER_RIGHT_PX, 1)
        # A page that scrolls makes room for what a plot asks for, which one that is ignored cannot.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._items: list[_Item] = []
        self._specs: list[tuple[object, ...]] = []
        self._ticks: list[list[tuple[float, str]]] | None = None
        self._at: float | None = None
        self._cross = pg.InfiniteLine(angle=90)
        self.addItem(self._cross)
        self.showGrid(y=True, alpha=0.12)
        self.restyle()
        self.drop_pointer()

    def show_picture(self, picture: Picture) -> None:
        """Draw other curves in place of the current ones."""
        self._picture = picture
        specs = [_spec(line) for line in picture.lines]
        if specs != self._specs:
            for item in self._items:
                item.leave(self)
            self._specs = specs
            self._items = [_Item(self, line) for line in picture.lines]
        for item, line in zip(self._items, picture.lines, strict=True):
            item.draw(line, picture)
        self._fit()
        self.pointed.emit()
        self.drawn.emit()

    @property
    def picture(self) -> Picture:
        """The curves shown."""
        return self._picture

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        super().restyle()
        self._cross.setPen(pg.mkPen(tokens().edge, width=1))
        for item, line in zip(self._items, self._picture.lines, strict=True):
            item.restyle(line)

    def height_of(self, line: PlotLine) -> float:
        """Distance of a line's end from this widget's upper edge, in logical pixels."""
        place = QPointF(0, line.ys[-1])
        scene = self.getViewBox().mapViewToScene(place)
        return float(self.mapFromScene(scene).y())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No more than the least: the library asks for a size of its own."""
        return QSize(self.minimumWidth(), self.minimumHeight())

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Notify the labels next to the lines."""
        super().resizeEvent(event)
        if event is not None:  # pyqtgraph calls this once itself
            if self._has_marks:
                self._fit()
            else:
                self._name_places()
            self.drawn.emit()

    # --- the pointer -------------------------------------------------------------------------

    def pointer_in_words(self) -> str:
        """The position and every curve's value there, in words."""
        if self._at is None:
            return ""
        numbers = [
            f"{line.text} {self._picture.written(line, index)}".strip()
            for line in self._picture.curves
            if (index := _nearest(line.xs, self._at)) is not None
        ]
        return f"{self._picture.place(self._at)}: {', '.join(numbers)}"

    def point_at(self, place: QPointF) -> None:
        """Point at the nearest position of a curve."""
        places = self._places()
        if places:
            wished = 10 ** place.x() if self._picture.logarithmic else place.x()
            self._point(min(places, key=lambda known: abs(known - wished)))

    def step(self, right: int, up: int) -> None:
        """Move to the next position right or left; up and down have no effect."""
        places = self._places()
        if not places or not right:
            return
        at = len(places) - 1 if self._at is None else bisect_left(places, self._at) + right
        self._point(places[min(max(0, at), len(places) - 1)])

    def drop_pointer(self) -> None:
        """Remove the pointer."""
        self._at = None
        self._cross.hide()
        self.pointed.emit()

    def _places(self) -> Sequence[float]:
        return sorted({x for line in self._picture.curves for x in line.xs})

    def _point(self, at: float) -> None:
        self._at = at
        self._cross.setValue(math.log10(at) if self._picture.logarithmic else at)
        self._cross.show()
        self.pointed.emit()

    # --- the axes ----------------------------------------------------------------------------

    def _fit(self) -> None:
        values = [
            value
            for line in self._picture.lines
            for ends in _band(line, self._picture)
            for value in ends
            if math.isfinite(value)
        ]
        if values:
            low, high = min(values), max(values)
            missing = max(0.0, self._picture.min_span - (high - low)) / 2
            low, high = low - missing, high + missing
            room = max(_ROOM, self._mark_room(self.getViewBox().height())) * (high - low) or 0.5
            self.setYRange(low - room, high + room, padding=0)
        places = [place for line in self._picture.curves for place in (line.xs[0], line.xs[-1])]
        left, bottom = self.axes
        left.setVisible(bool(values))  # numbers beside nothing would be made up
        bottom.setVisible(bool(places))
        self._name_places()
        if places:
            if self._picture.reach:
                places += [0.0, self._picture.reach]
            if self._picture.logarithmic:
                places = [math.log10(place) for place in places]
            first, last = min(places), max(places)
            if first == last:  # one place is in the middle
                first, last = first - 0.5, last + 0.5
            room = 0.08 if self._picture.logarithmic else 0.01
            room = max(room, self._mark_room(self.getViewBox().width())) * (last - first)
            self.setXRange(first - room, last + room, padding=0)

    def _mark_room(self, length_px: float) -> float:
        """Part of an axis that half a mark at its end takes, which would be cut else."""
        return min(0.25, (_DOT_PX / 2 + 1) / max(1.0, length_px)) if self._has_marks else 0.0

    @property
    def _has_marks(self) -> bool:
        return any(item.has_marks for item in self._items)

    def _written(self, value: float, spacing: float) -> str:
        return self._picture.tick(value, spacing)

    def _name_places(self) -> None:
        """Name the positions themselves, as the usual logarithmic numbers would be crowded."""
        ticks = None
        bottom = self.axes[1]
        if self._picture.logarithmic:
            named = {place: significant(place, 3) for place in self._places()}
            room = bottom.room_px(list(named.values())) if named else 1.0
            some = thinned(list(named), int(self.getViewBox().width() / room))
            ticks = [[(math.log10(place), named[place]) for place in some]]
        if ticks != self._ticks:  # the library repaints the axis even if they are equal
            self._ticks = ticks
            bottom.setTicks(ticks)


def _place(value: float, _spacing: float) -> str:
    return whole(round(value))


class _Item:
    """A line as a plot item of the library."""

    def __init__(self, plot: CurvePlot, line: PlotLine) -> None:
        self._parts: list[pg.GraphicsObject] = []
        dotted = line.dots or line.is_few
        self._dots = pg.ScatterPlotItem(size=_DOT_PX) if dotted else None
        self._edges: list[pg.PlotCurveItem] = []
        if line.is_level:
            self._line = pg.InfiniteLine(angle=0)
        elif line.is_few:
            self._line = pg.ErrorBarItem()
        else:
            self._line = pg.PlotDataItem(antialias=True)
            if line.band:
                self._edges = [pg.PlotCurveItem(), pg.PlotCurveItem()]
                self._fill = pg.FillBetweenItem(*self._edges)
                self._parts.append(self._fill)
        self._parts.append(self._line)
        if self._dots is not None:
            self._parts.append(self._dots)
        for part in self._parts:
            plot.addItem(part)
        self.restyle(line)

    @property
    def has_marks(self) -> bool:
        """Whether its numbers are marked one by one."""
        return self._dots is not None

    def leave(self, plot: CurvePlot) -> None:
        for part in self._parts:
            plot.removeItem(part)

    def draw(self, line: PlotLine, picture: Picture) -> None:
        if line.is_level:
            self._line.setValue(line.ys[0])
            return
        xs = [math.log10(x) for x in line.xs] if picture.logarithmic else list(line.xs)
        ys = list(line.ys)
        if line.is_few:
            low, high = np.array(_band(line, picture)).T
            self._line.setData(
                x=np.array(xs), y=np.array(ys), bottom=np.array(ys) - low, top=high - np.array(ys)
            )
        else:
            self._line.setData(xs, ys)
        if self._dots is not None:
            self._dots.setData(xs, ys)
        for edge, ends in zip(self._edges, zip(*_band(line, picture), strict=True), strict=False):
            edge.setData(xs, list(ends))

    def restyle(self, line: PlotLine) -> None:
        colour = QColor(getattr(tokens(), line.colour))
        pen = QPen(colour, line_px(line.width_px))
        pen.setCosmetic(True)
        if line.dashed:
            pen.setDashPattern([5.0, 4.0])
        if line.is_few:
            self._line.setData(pen=pen)
        else:
            self._line.setPen(pen)
        if line.is_level:
            return
        if self._dots is not None:
            self._dots.setPen(pg.mkPen(tokens().surface, width=1))
            self._dots.setBrush(pg.mkBrush(colour))
        if self._edges:
            tint = QColor(colour)
            tint.setAlpha(_BAND_ALPHA)
            self._fill.setBrush(tint)
            for edge in self._edges:
                edge.setPen(None)


def _spec(line: PlotLine) -> tuple[object, ...]:
    """Key that decides whether a plot item can be reused."""
    return (
        line.is_level,
        line.colour,
        line.width_px,
        line.dashed,
        line.dots,
        bool(line.band),
        line.is_few,
    )


def _band(line: PlotLine, picture: Picture) -> list[tuple[float, float]]:
    """The ends of each number's band, which are the number itself where it has none."""
    least, most = picture.within
    reaches = line.band or [0.0] * len(line.ys)
    return [
        (max(least, y - reach), min(most, y + reach))
        for y, reach in zip(line.ys, reaches, strict=True)
    ]


def _nearest(xs: Sequence[float], at: float) -> int | None:
    """The index of a position, or of the last one before it; None before the first."""
    index = bisect_left(xs, at)
    if index < len(xs) and xs[index] == at:
        return index
    return index - 1 if index else None
