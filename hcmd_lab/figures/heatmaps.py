"""Policies as heat maps, in the layout of the paper's Fig. 5 (section 4.4)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.head_maps import head_map
from hcmd_lab.figures.layout import TITLE_HEIGHT, draw_title, panels
from hcmd_lab.figures.scales import ColourScale, share_of_head
from hcmd_lab.figures.text import Anchor, put_text, put_upright, shortened
from hcmd_lab.figures.theme import AXIS, HEADING, INK, LABEL, MUTED, SMALL, TICK, pen
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.rules import Game
from hcmd_lab.telling.mechanism_names import pretty_name, role_of_row, tails_receive
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate

Grid = Sequence[Sequence[float]]
"""The head's share of the fund: rows by head contribution, columns by mean tail contribution."""

_NAMES = 148.0
_HEADINGS = 30.0
_BELOW = 100.0
_ROW = 128.0


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One mechanism of the picture.

    Attributes:
        name: As shown.
        note: A few words below the name.
        grids: Per tail endowment the head's share of the fund, one square a whole coin.
    """

    name: str
    note: str
    grids: Mapping[int, Grid]


def policy_rows(policies: Sequence[FrozenPolicy]) -> tuple[PolicyRow, ...]:
    """Rows for frozen policies, in the order given.

    Args:
        policies: Oldest first, the competing baseline last.
    """
    names = [policy.name for policy in policies]
    return tuple(
        PolicyRow(
            pretty_name(policy.name),
            role_of_row(policy.name, names),
            {tail: head_map(policy, tail).cells.tolist() for tail in policy.game.tail_endowments},
        )
        for policy in policies
    )


@dataclass(frozen=True, slots=True)
class PolicyHeatMaps:
    """Mechanisms by tail endowments.

    Attributes:
        rows: The mechanisms from top to bottom.
        game: What they divide the fund of.
    """

    rows: Sequence[PolicyRow]
    game: Game

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, TITLE_HEIGHT + _HEADINGS + _ROW * len(self.rows) + _BELOW)

    @property
    def scale(self) -> ColourScale:
        """The colours of the head's share."""
        return share_of_head(1 / self.game.seats)

    def cells(self, rect: QRectF) -> list[QRectF]:
        """Where the heat maps are painted in a rectangle, row by row."""
        area = rect.adjusted(_NAMES, TITLE_HEIGHT + _HEADINGS, 0, -_BELOW)
        return panels(area, len(self.rows), len(self.game.tail_endowments), 16, 16)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        draw_title(
            painter,
            rect,
            translate("Who gets the fund"),
            translate(
                "Share of the fund that each mechanism gives to the head, by what is contributed"
            ),
        )
        cells = self.cells(rect)
        tails = self.game.tail_endowments
        centre = (cells[0].left() + cells[-1].right()) / 2
        for column, tail in enumerate(tails):
            at = QPointF(cells[column].center().x(), cells[0].top() - 9)
            text = tails_receive(tail, is_first=column == 0)
            put_text(painter, at, text, HEADING, INK, Anchor.BOTTOM)
        for index, cell in enumerate(cells):
            row, column = divmod(index, len(tails))
            _paint_grid(painter, cell, self.rows[row].grids[tails[column]], self.scale)
        for row, mechanism in enumerate(self.rows):
            cell = cells[row * len(tails)]
            self._paint_row_labels(painter, rect, cell, mechanism)
        bottom = cells[-1].bottom()
        for column, tail in enumerate(tails):
            cell = cells[(len(self.rows) - 1) * len(tails) + column]
            _number_x(painter, cell, tail)
        at = QPointF(centre, bottom + 26)
        put_text(
            painter,
            at,
            translate("Mean contribution of the tails (coins)"),
            LABEL,
            MUTED,
            Anchor.TOP,
        )
        self._paint_colour_bar(painter, QRectF(centre - 190, bottom + 66, 380, 12))

    def _paint_row_labels(
        self, painter: QPainter, rect: QRectF, cell: QRectF, row: PolicyRow
    ) -> None:
        width = _NAMES - 66
        middle = cell.center().y()
        lines = _two_lines(row.name, width)
        top = middle - 8 * (len(lines) - 1 + bool(row.note))
        for number, line in enumerate(lines):
            put_text(painter, QPointF(rect.left(), top + 16 * number), line, HEADING, INK)
        if row.note:
            at = QPointF(rect.left(), top + 16 * len(lines))
            put_text(painter, at, row.note, TICK, MUTED)
        side = cell.left() - 38
        put_upright(painter, QPointF(side, middle), translate("Head (coins)"), SMALL, MUTED)
        most = self.game.head_endowment
        inset = cell.height() / (most + 1) / 2
        for share in (0.0, 0.5, 1.0):
            height = cell.bottom() - inset - share * (cell.height() - 2 * inset)
            at = QPointF(cell.left() - 7, height)
            put_text(painter, at, f"{share * most:g}", TICK, MUTED, Anchor.RIGHT)

    def _paint_colour_bar(self, painter: QPainter, bar: QRectF) -> None:
        values = np.linspace(0, 1, 256)[None]
        _paint_grid(painter, bar, values.tolist(), self.scale)
        equal = 1 / self.game.seats
        for share in (0.0, 0.5, 0.75, 1.0):
            at = QPointF(bar.left() + share * bar.width(), bar.bottom() + 5)
            put_text(painter, at, percent(share), TICK, MUTED, Anchor.TOP)
        place = bar.left() + equal * bar.width()
        painter.setPen(pen(INK, 1.2))
        painter.drawLine(QPointF(place, bar.top() - 3), QPointF(place, bar.bottom() + 3))
        at = QPointF(place, bar.bottom() + 5)
        put_text(
            painter,
            at,
            translate("{share} equal share", share=percent(equal)),
            TICK,
            INK,
            Anchor.TOP,
        )
        left = QPointF(bar.left() - 12, bar.center().y())
        put_text(painter, left, translate("All to the tails"), LABEL, "#0f4a86", Anchor.RIGHT)
        right = QPointF(bar.right() + 12, bar.center().y())
        put_text(painter, right, translate("All to the head"), LABEL, "#8f4d00", Anchor.LEFT)


def _paint_grid(painter: QPainter, cell: QRectF, grid: Grid, scale: ColourScale) -> None:
    """Paint a grid, its first row at the bottom, with a hairline around it."""
    rgb = np.ascontiguousarray(scale.rgb(np.asarray(grid, dtype=float))[::-1])
    height, width, channels = rgb.shape
    image = QImage(
        rgb.tobytes(), width, height, channels * width, QImage.Format.Format_RGB888
    ).copy()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(cell, image, QRectF(image.rect()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(AXIS, 0.8))
    painter.drawRect(cell)


def _number_x(painter: QPainter, cell: QRectF, tail: int) -> None:
    inset = cell.width() / (tail + 1) / 2  # to the middle of the outer squares
    for share in (0.0, 0.5, 1.0):
        at = QPointF(cell.left() + inset + share * (cell.width() - 2 * inset), cell.bottom() + 6)
        put_text(painter, at, f"{share * tail:g}", TICK, MUTED, Anchor.TOP)


def _two_lines(name: str, width: float) -> list[str]:
    """A name broken at a space or a hyphen where it is too long for one line."""
    # A space goes with the break; a hyphen stays.
    parts = re.match(r"(\S+?-|\S+ )(.+)", name)
    if parts is None or shortened(name, HEADING, width) == name:
        return [shortened(name, HEADING, width)]
    return [shortened(part, HEADING, width) for part in (parts[1].strip(), parts[2])]
