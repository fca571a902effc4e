"""Policies as heat maps, in the layout of the paper's Fig. 5 (section 4.4)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.head_maps import almost_equal, head_map, known_in
from hcmd_lab.figures.head_share import (
    Floats,
    HeadShareKey,
    cell_in_words,
    coin_ticks,
    fund_title,
    head_axis,
    paint_shares,
    tails_axis,
)
from hcmd_lab.figures.layout import TITLE_HEIGHT, draw_title, panels
from hcmd_lab.figures.reading import Spot
from hcmd_lab.figures.scales import ColourScale, share_of_head
from hcmd_lab.figures.text import Anchor, put_text, put_upright, shortened, wrapped
from hcmd_lab.figures.theme import HEADING, LABEL, PRINT, SMALL, TICK, Theme
from hcmd_lab.figures.unknown import UNKNOWN_KEY, paint_unknown, paint_unknown_key
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.insight.territory import Bools, Cells
from hcmd_lab.telling.mechanism_names import each_tail_has, pretty_name, role_of_row
from hcmd_lab.telling.translate import translate

_NAMES = 148.0
_SIDE = 50.0
_ROW = 128.0
_GAP = 16.0
_LOWEST = 60.0


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One mechanism of the figure.

    Attributes:
        name: The displayed name.
        note: A few words below the name.
        grids: Per tail endowment the head's share of the fund, rows by the head's contribution and
            columns by the tails' mean one, in whole coins.
        known: Per tail endowment, of the same shape: whether people had been seen deciding there
            when the mechanism was trained; empty where nothing is told of it.
    """

    name: str
    note: str
    grids: Mapping[int, Floats]
    known: Mapping[int, Bools] = field(default_factory=dict)


def policy_rows(
    policies: Sequence[FrozenPolicy], territories: Mapping[str, Cells] | None = None
) -> tuple[PolicyRow, ...]:
    """Rows for frozen policies, in the given order; one that stays as it was has one row.

    Args:
        policies: Oldest first, the competing baseline last.
        territories: Situations that were known when a policy was trained, by its name.
    """
    names = [policy.name for policy in policies]
    rows = []
    for policy in {each.name: each for each in policies}.values():
        grids = {tail: head_map(policy, tail).cells for tail in policy.game.tail_endowments}
        is_equal = almost_equal(grids.values(), 1 / policy.game.seats)
        role = role_of_row(policy.name, names, almost_equal=is_equal)
        known = known_in(grids, policy.game.seats, (territories or {}).get(policy.name))
        rows.append(PolicyRow(pretty_name(policy.name), role, grids, known))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class PolicyHeatMaps:
    """Mechanisms by tail endowments; in a card, one mechanism without its name.

    Attributes:
        rows: The mechanisms from top to bottom.
        equal_share: One divided by the number of seats.
        theme: The colours around the maps.
        has_roles: Whether the game tells a head from tails.
    """

    rows: Sequence[PolicyRow]
    equal_share: float
    theme: Theme = PRINT
    has_roles: bool = True

    @property
    def title(self) -> str:
        """Title of the figure."""
        return fund_title()

    @property
    def subtitle(self) -> str:
        """How to read the figure, in one line."""
        if not self.has_roles:
            return translate("Share of the fund that each mechanism gives seat 1, by contributions")
        return translate(
            "Share of the fund that each mechanism gives to the head, by contributions"
        )

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels; in a card the maps may be lower."""
        _, above, below = self._margins
        if not self.theme.on_sheet:
            return QSizeF(WIDTH, above + _LOWEST * len(self.rows) + below)
        gaps = _GAP * (len(self.rows) - 1)
        return QSizeF(WIDTH, above + (_ROW - _GAP) * len(self.rows) + gaps + below)

    @property
    def scale(self) -> ColourScale:
        """The colours of the head's share."""
        return share_of_head(self.equal_share)

    @property
    def words(self) -> str:
        """Each map's share at full contribution, in words."""
        return "; ".join(
            self._in_words(tail, grid.shape[0] - 1, grid.shape[1] - 1, float(grid[-1, -1]))
            for row in self.rows
            for tail, grid in row.grids.items()
        )

    def cells(self, rect: QRectF) -> list[QRectF]:
        """Rectangles of the heat maps, row by row."""
        left, above, below = self._margins
        area = rect.adjusted(left, above, -1, -below)
        return panels(area, len(self.rows), len(self._tails), _GAP, _GAP)

    def spots(self, rect: QRectF) -> list[Spot]:
        """Readable spots: every combination of contributions that is painted."""
        return [
            Spot(
                square,
                self._in_words(
                    tail, rows - 1 - index // columns, index % columns, share, is_known=is_known
                ),
            )
            for cell, (tail, grid, known) in zip(self.cells(rect), self._maps, strict=True)
            for rows, columns in [grid.shape]
            for index, (square, share, is_known) in enumerate(
                zip(
                    panels(cell, rows, columns, 0, 0),
                    grid[::-1].ravel().tolist(),
                    known[::-1].ravel().tolist(),
                    strict=True,
                )
            )
        ]

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        draw_title(painter, rect, self.title, self.subtitle, self.theme)
        cells, count = self.cells(rect), len(self._tails)
        for index, (cell, (tail, grid, known)) in enumerate(zip(cells, self._maps, strict=True)):
            paint_shares(painter, cell, grid, self.scale, self.theme)
            paint_unknown(painter, cell, known, self.scale.rgb(grid))
            if index < count:
                at = QPointF(cell.center().x(), cell.top() - 6)
                text = each_tail_has(tail, is_first=index == 0, head_endowment=grid.shape[0] - 1)
                put_text(painter, at, text, HEADING, self.theme.ink, Anchor.BOTTOM)
            if index % count == 0:
                self._paint_head_axis(painter, cell, grid.shape[0] - 1)
            if index >= len(cells) - count:
                self._number_tails(painter, cell, tail)
        if self.theme.on_sheet:
            for row, cell in zip(self.rows, cells[::count], strict=True):
                self._paint_name(painter, rect, cell, row)
        centre, bottom = (cells[0].left() + cells[-1].right()) / 2, cells[-1].bottom()
        at = QPointF(centre, bottom + 22)
        axis = tails_axis(has_roles=self.has_roles)
        put_text(painter, at, axis, LABEL, self.theme.muted, Anchor.TOP)
        if self.theme.on_sheet:
            key = HeadShareKey(self.equal_share, self.theme, self.has_roles)
            key.paint(painter, QRectF(centre - 290, bottom + 60, 580, key.size.height()))
        if self.has_unknown:
            paint_unknown_key(
                painter, rect.adjusted(0, rect.height() - UNKNOWN_KEY, 0, 0), self.theme
            )

    def _in_words(
        self, tail: int, head: int, tails: int, share: float, *, is_known: bool = True
    ) -> str:
        return cell_in_words(
            tail, head, tails, share, has_roles=self.has_roles, rounded=True, is_known=is_known
        )

    @property
    def _margins(self) -> tuple[float, float, float]:
        """Margins left of, above and below the maps."""
        key = UNKNOWN_KEY if self.has_unknown else 0.0
        if self.theme.on_sheet:
            return _NAMES, TITLE_HEIGHT + 30, 100 + key
        return _SIDE, 24, 38 + key

    @property
    def _tails(self) -> list[int]:
        return list(self.rows[0].grids)

    @property
    def has_unknown(self) -> bool:
        """Whether some square is hatched."""
        return any(not known.all() for _, _, known in self._maps)

    @property
    def _maps(self) -> list[tuple[int, Floats, Bools]]:
        return [
            (tail, grid, row.known.get(tail, np.ones(grid.shape, np.bool_)))
            for row in self.rows
            for tail, grid in row.grids.items()
        ]

    def _paint_name(self, painter: QPainter, rect: QRectF, cell: QRectF, row: PolicyRow) -> None:
        width = _NAMES - 56
        lines = [(line, HEADING, self.theme.ink) for line in _two_lines(row.name, width - 10)]
        lines += [(line, TICK, self.theme.muted) for line in wrapped(row.note, TICK, width)]
        top = cell.center().y() - 8 * (len(lines) - 1)
        for number, (line, style, colour) in enumerate(lines):
            put_text(painter, QPointF(rect.left(), top + 16 * number), line, style, colour)

    def _paint_head_axis(self, painter: QPainter, cell: QRectF, most: int) -> None:
        side = QPointF(cell.left() - 38, cell.center().y())
        put_upright(painter, side, head_axis(has_roles=self.has_roles), SMALL, self.theme.muted)
        for coins in coin_ticks(most):
            height = cell.bottom() - (coins + 0.5) / (most + 1) * cell.height()
            at = QPointF(cell.left() - 7, height)
            put_text(painter, at, f"{coins}", TICK, self.theme.muted, Anchor.RIGHT)

    def _number_tails(self, painter: QPainter, cell: QRectF, most: int) -> None:
        for coins in coin_ticks(most):
            across = cell.left() + (coins + 0.5) / (most + 1) * cell.width()
            at = QPointF(across, cell.bottom() + 5)
            put_text(painter, at, f"{coins}", TICK, self.theme.muted, Anchor.TOP)


def _two_lines(name: str, width: float) -> list[str]:
    """A name broken at a space or hyphen if it is too long for one line."""
    # The break replaces a space; a hyphen stays.
    parts = re.match(r"(\S+?-|\S+ )(.+)", name)
    if parts is None or shortened(name, HEADING, width) == name:
        return [shortened(name, HEADING, width)]
    return [shortened(part, HEADING, width) for part in (parts[1].strip(), parts[2])]
