"""An amount as a row of coins; fractions are drawn as part of a coin."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling.money import coins_in_words
from ui.kiosk.widgets.scale import scaled
from ui.look import tokens
from ui.look.coin import paint_coin, paint_empty_place

GAP = 0.16
"""Between two coins, of their diameter."""

_EDGE = 1.0  # logical pixels left free above and below rows that begin at the top


def places(area: QRectF, count: int, max_px: float, max_across: int) -> tuple[float, list[QPointF]]:
    """Coin positions that fit into an area, at the largest possible size.

    Args:
        area: The area in logical pixels.
        count: Number of coins.
        max_px: Maximum diameter.
        max_across: Maximum number of coins in a row.

    Returns:
        The diameter and a centre for each, in rows from left to right, the rows in the middle.
    """
    if count < 1:
        return max_px, []
    if area.isEmpty():  # no room is left, as while a window is laid out: a point for each
        return 0.0, [area.center()] * count
    diameter = _diameter(area, count, max_px, max_across)
    pitch = diameter * (1 + GAP)
    across = min(
        count, max_across, max(1, math.floor((area.width() + diameter * GAP) / pitch + 1e-6))
    )
    down = math.ceil(count / across)
    if across < max_across:
        across = math.ceil(count / down)  # rows of equal length
    left = area.center().x() - (across - 1) * pitch / 2
    top = area.center().y() - (down - 1) * pitch / 2
    return diameter, [
        QPointF(left + pitch * (place % across), top + pitch * (place // across))
        for place in range(count)
    ]


def _diameter(area: QRectF, count: int, max_px: float, max_across: int) -> float:
    diameter = max_px
    while diameter > 2:
        pitch = diameter * (1 + GAP)
        across = min(max_across, math.floor((area.width() + diameter * GAP) / pitch))
        down = math.floor((area.height() + diameter * GAP) / pitch)
        if across * down >= count:
            return diameter
        diameter *= 0.94
    return diameter


def row_length(count: int, wanted: int) -> int:
    """Number of coins per row: more than requested if that would make too many rows."""
    return max(wanted, round(math.sqrt(2 * count)))


class CoinRow(QWidget):
    """An amount in coins of one colour.

    Args:
        diameter_px: Diameter of a coin on the smallest screen, if there is room.
        lines: Number of lines of coins to request room for.
        across: The coins form rows of so many, longer ones only where there are very many coins,
            from the top; 0 makes long rows in the middle.
    """

    def __init__(
        self,
        diameter_px: float = 16,
        lines: int = 1,
        *,
        across: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._across = across
        self._diameter_px = diameter_px
        self._lines = lines
        self._hundredths = 0
        self._room_hundredths = 0
        self._player = "plain"
        self._given_away = 0
        self._like: CoinRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_amount(self, hundredths: int, kind: str, *, room_hundredths: int = 0) -> None:
        """Show an amount.

        Args:
            hundredths: Amount in hundredths of a coin.
            kind: `head`, `tail`, or `plain` for coins without an owner.
            room_hundredths: Coins are placed as if there were at least so many.
        """
        self._hundredths = hundredths
        self._room_hundredths = max(hundredths, room_hundredths)
        self._player = kind
        self.setAccessibleName(coins_in_words(hundredths))
        self.update()

    def keep_to_the_size_of(self, other: "CoinRow") -> None:
        """Draw no larger coins than another row, which is compared with this one."""
        self._like = other

    def set_given_away(self, coins: int) -> None:
        """Show the last coins as empty slots."""
        self._given_away = coins
        self.update()

    def centres(self) -> tuple[float, list[QPointF]]:
        """Diameter and centres of the coins, in this widget's coordinates."""
        count = math.ceil(self._room_hundredths / 100)
        across = row_length(count, self._across) if self._across else max(1, count)
        largest = scaled(self, self._diameter_px)
        if self._like is not None:
            largest = min(largest, self._like.centres()[0])
        area = QRectF(self.rect())
        if self._across:
            area.adjust(0, _EDGE, 0, -_EDGE)
        diameter, found = places(area, count, largest, across)
        if self._across and found:
            up = found[0].y() - diameter / 2 - _EDGE
            found = [at - QPointF(0, up) for at in found]
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            found = [QPointF(self.width() - at.x(), at.y()) for at in found]
        return diameter, found

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for ten coins per line."""
        pitch = self._diameter_px * (1 + GAP)
        return QSize(round(scaled(self, 10 * pitch)), round(scaled(self, self._lines * pitch + 2)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for smaller coins."""
        hint = self.sizeHint()
        return QSize(hint.width() // 3, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the coins."""
        painter = QPainter(self)
        diameter, found = self.centres()
        colour = coin_colour(self._player)
        whole, rest = divmod(self._hundredths, 100)
        for place in range(min(whole, len(found))):
            if place >= whole - self._given_away:
                paint_empty_place(painter, found[place], diameter, tokens().edge)
            else:
                paint_coin(painter, found[place], diameter, colour)
        if rest and whole < len(found):
            paint_part(painter, found[whole], diameter, colour, rest / 100, self.layoutDirection())


def paint_part(
    painter: QPainter,
    centre: QPointF,
    diameter_px: float,
    colour: str,
    share: float,
    direction: Qt.LayoutDirection,
) -> None:
    """Paint the first part of a coin, and the outline of the rest."""
    paint_empty_place(painter, centre, diameter_px, tokens().edge)
    box = QRectF(0, 0, diameter_px, diameter_px)
    box.moveCenter(centre)
    width = diameter_px * share
    if direction is Qt.LayoutDirection.RightToLeft:
        box.setLeft(box.right() - width)
    else:
        box.setWidth(width)
    painter.save()
    painter.setClipRect(box)
    paint_coin(painter, centre, diameter_px, colour)
    painter.restore()


def coin_colour(kind: str) -> str:
    """The current colour of a kind of coin."""
    return {"head": tokens().head, "tail": tokens().tail}.get(kind, tokens().edge)
