"""The picture of MODEL beside people: calibration (left) and the mean curve (right)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from benchmarks.calibration import Calibration
from hcmd_lab.figures.axes import Axes, draw_dot, plain
from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, Key, draw_keys, draw_title, panels
from hcmd_lab.figures.text import Anchor, put_text, put_upright
from hcmd_lab.figures.theme import AXIS, HEADING, INK, LABEL, MUTED, TAIL, WIN, pen

_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class HumanQuality:
    """Both panels.

    Attributes:
        calibration: Of the predictions for groups set aside.
        people: `[seeds, T]` mean fraction contributed by round, of the groups set aside.
        model: `[seeds, T]` the same of the model in their place.
    """

    calibration: Calibration
    people: NDArray[np.float64]
    model: NDArray[np.float64]

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, 420)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        draw_title(
            painter, rect, "The contribution model beside people it has not seen",
            "Groups of Gächter, Mengel, Tsakas and Vostroknutov (2017) that were set aside;"
            f" {len(self.people)} random divisions",
        )  # fmt: skip
        area = rect.adjusted(62, TITLE_HEIGHT + 52, -8, -50)
        left, right = panels(area, 1, 2, 84, 0)
        self._paint_calibration(painter, left)
        self._paint_curves(painter, right)

    def _paint_calibration(self, painter: QPainter, area: QRectF) -> None:
        found = self.calibration
        top = max(0.2, np.ceil(5 * max(found.predicted.max(), found.high.max())) / 5)
        ticks = [tick for tick in _TICKS if tick <= top + 1e-9]
        axes = Axes(area, (0.0, float(top)), (0.0, float(top)))
        _label(
            painter, axes, "Calibration", "Probability that was predicted", "Share that was chosen"
        )
        draw_keys(
            painter, area.topLeft() + QPointF(0, -12), [Key("Right on average", AXIS, dashed=True)]
        )
        axes.draw_y(painter, ticks, plain(ticks))
        axes.draw_x(painter, ticks, plain(ticks))
        axes.draw_line(painter, (0.0, float(top)), (0.0, float(top)), AXIS, dashed=True)
        bins = zip(found.predicted, found.observed, found.low, found.high, strict=True)
        for predicted, observed, low, high in bins:
            painter.setPen(pen(WIN, 1.6))
            painter.drawLine(axes.point(predicted, low), axes.point(predicted, high))
            draw_dot(painter, axes.point(predicted, observed), WIN, 4.0)

    def _paint_curves(self, painter: QPainter, area: QRectF) -> None:
        rounds = self.people.shape[1]
        axes = Axes(area, (0.5, rounds + 0.5), (0.0, 1.0))
        _label(painter, axes, "Played by itself", "Round", "Share of endowment contributed")
        keys = [Key("People", TAIL), Key("Model", WIN), Key("95% of divisions", MUTED, band=True)]
        draw_keys(painter, area.topLeft() + QPointF(0, -12), keys)
        axes.draw_y(painter, _TICKS, plain(_TICKS))
        axes.draw_x(painter, range(1, rounds + 1, 2), "{:g}".format)
        xs = [float(number) for number in range(1, rounds + 1)]
        for curves, colour in ((self.people, TAIL), (self.model, WIN)):
            low, high = np.quantile(curves, (0.025, 0.975), axis=0).tolist()
            axes.draw_band(painter, xs, low, high, colour)
        for curves, colour in ((self.people, TAIL), (self.model, WIN)):
            axes.draw_line(painter, xs, curves.mean(0).tolist(), colour)


def _label(painter: QPainter, axes: Axes, title: str, below: str, beside: str) -> None:
    area = axes.area
    put_text(painter, area.topLeft() + QPointF(0, -34), title, HEADING, INK)
    at = QPointF(area.center().x(), area.bottom() + 26)
    put_text(painter, at, below, LABEL, MUTED, Anchor.TOP)
    put_upright(painter, QPointF(area.left() - 46, area.center().y()), beside, LABEL, MUTED)
