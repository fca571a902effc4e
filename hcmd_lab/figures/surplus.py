"""Sum of log rewards against Gini coefficient, as in the paper's Fig. 3, bottom right."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from hcmd_lab.figures.axes import Axes, nice_ticks, plain
from hcmd_lab.figures.figure import HALF_WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, Key, draw_keys, draw_title
from hcmd_lab.figures.theme import LOSE, PAPER, WIN, pen, wash
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.translate import translate


@dataclass(frozen=True, slots=True)
class SurplusScatter:
    """One dot per group and mechanism; up and to the left is better for all.

    Attributes:
        result: Result of EVALUATE.
    """

    result: EvaluateResult

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(HALF_WIDTH, 390)

    def axes(self, rect: QRectF) -> Axes:
        """The axes in a rectangle: x is the Gini coefficient, y the sum of log rewards."""
        across, up = self._ticks
        area = rect.adjusted(62, TITLE_HEIGHT + 30, -6, -48)
        return Axes(area, (across[0], across[-1]), (up[0], up[-1]))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        rest = draw_title(
            painter, rect, translate("Total reward and inequality"),
            translate("One dot per group and mechanism; the large dots are means"),
        )  # fmt: skip
        looks = ((self.result.baseline, LOSE), (self.result.mechanism, WIN))
        keys = [Key(pretty_name(name), colour, dot=True) for name, colour in reversed(looks)]
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys)
        axes = self.axes(rect)
        across, up = self._ticks
        axes.draw_y(painter, up, plain(up))
        axes.draw_x(painter, across, plain(across))
        for name, colour in looks:
            _paint_groups(painter, axes, self.result.surplus.get(name, []), colour)
        for name, colour in looks:
            _paint_mean(painter, axes, self.result.surplus.get(name, []), colour)
        axes.name_x(painter, translate("Inequality of rewards (Gini coefficient)"))
        axes.name_y(painter, rect.left() + 8, translate("Sum of log rewards"))

    @property
    def _ticks(self) -> tuple[list[float], list[float]]:
        """Round numbers on both axes that span every group."""
        pairs = [pair for groups in self.result.surplus.values() for pair in groups]
        totals = [total for total, _ in pairs]
        across = nice_ticks(0, max(0.1, *(gini for _, gini in pairs)))
        return across, nice_ticks(min(totals), max(totals))


def _paint_groups(
    painter: QPainter, axes: Axes, pairs: Sequence[tuple[float, float]], colour: str
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(wash(colour, 0.38))
    for total, gini in pairs:
        painter.drawEllipse(axes.point(gini, total), 3.4, 3.4)


def _paint_mean(
    painter: QPainter, axes: Axes, pairs: Sequence[tuple[float, float]], colour: str
) -> None:
    if not pairs:
        return
    painter.setPen(pen(PAPER, 2))
    painter.setBrush(QColor(colour))
    mean = axes.point(fmean(gini for _, gini in pairs), fmean(total for total, _ in pairs))
    painter.drawEllipse(mean, 7.5, 7.5)
