"""The head's share of the fund: one scale, one key and one set of words for every map of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter

from hcmd_lab.figures.reading import Spot
from hcmd_lab.figures.scales import ColourScale, readable_on, share_of_head
from hcmd_lab.figures.text import Anchor, put_text, text_width
from hcmd_lab.figures.theme import LABEL, PRINT, TICK, Theme, pen
from hcmd_lab.jobs.record import SEEN_OFTEN
from hcmd_lab.telling.mechanism_names import each_tail_has
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate

Floats = NDArray[np.float64]

KEY_BAR = 12.0
"""Height of a colour scale's bar, in logical pixels."""

_GAP = 10.0
_KEY_STOPS = 101


def fund_title() -> str:
    """Title shared by all figures of the head's share."""
    return translate("Who gets the fund")


def head_axis(*, has_roles: bool) -> str:
    """Name of the axis of the head's contribution, or of seat 1's where nobody has a role."""
    return translate("Head (coins)") if has_roles else translate("Seat 1 (coins)")


def tails_axis(*, has_roles: bool) -> str:
    """Name of the axis of the contributions of the tails, or of the other seats."""
    if has_roles:
        return translate("Tails on average (coins)")
    return translate("The other seats on average (coins)")


def coin_ticks(most: int) -> list[int]:
    """Whole coins to write on an axis from 0 to `most`."""
    return sorted({0, most // 2, most})


def hatched() -> str:
    """What a hatched square means, in a sentence."""
    return translate(
        "Hatched: when the mechanism was trained, the situation of at least one seat there had "
        "been seen fewer than {n} time(s). Data do not determine what it does there.",
        n=SEEN_OFTEN,
    )


def cell_in_words(
    tail_endowment: int,
    head: int,
    tail_mean: float,
    share: float,
    *,
    has_roles: bool,
    rounded: bool = False,
    is_known: bool = True,
) -> str:
    """One combination of contributions and the head's payout, in words.

    Args:
        tail_endowment: Coins of each tail.
        head: Coins that the head contributes.
        tail_mean: Coins that the tails contribute on average.
        share: The head's share of the fund.
        has_roles: Whether the game tells a head from tails; if not, the head is merely seat 1.
        rounded: Whether it is the mean over all combinations that round to this one.
        is_known: Whether people had been seen deciding there.
    """
    tails = number(tail_mean, 0 if abs(tail_mean - round(tail_mean)) < 0.05 else 1)
    values = {
        "head": number(head),
        "tails": translate("about {coins}", coins=tails) if rounded else tails,
        "share": percent(share),
    }
    if has_roles:
        told = translate(
            "{condition}. If the head gives {head} and the tails give {tails} on average, the head "
            "receives {share} of the fund",
            condition=each_tail_has(tail_endowment, is_first=True),
            **values,
        )
    else:
        told = translate(
            "{condition}. If seat 1 gives {head} and the others give {tails} on average, seat 1 "
            "receives {share} of the fund",
            condition=each_tail_has(tail_endowment, is_first=True, head_endowment=tail_endowment),
            **values,
        )
    return told if is_known else f"{told}. {hatched()}"


def paint_shares(
    painter: QPainter, area: QRectF, shares: Floats, scale: ColourScale, theme: Theme = PRINT
) -> None:
    """Paint a square for each share, the first row at the bottom, with a hairline around all."""
    rgb = np.ascontiguousarray(scale.rgb(shares[::-1]))
    height, width, channels = rgb.shape
    image = QImage(
        rgb.tobytes(), width, height, channels * width, QImage.Format.Format_RGB888
    ).copy()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(area, image, QRectF(image.rect()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.axis, 0.8))
    painter.drawRect(area)


def paint_key(
    painter: QPainter,
    bar: QRectF,
    scale: ColourScale,
    numbers: Sequence[tuple[float, str]],
    theme: Theme,
) -> None:
    """Paint a scale from 0 to 1 with a mark at its middle, and numbers below.

    Args:
        painter: Paints it.
        bar: The colours' rectangle.
        scale: The colours.
        numbers: Places and their texts: first the middle, which is always written, then others
            by importance, which are where there is room.
        theme: The colours around the scale.
    """
    colours = QLinearGradient(bar.topLeft(), bar.topRight())  # no pixels: it is printed too
    for place in np.linspace(0, 1, _KEY_STOPS).tolist():
        colours.setColorAt(place, scale.colour(place))
    painter.setBrush(colours)
    painter.setPen(pen(theme.axis, 0.8))
    painter.drawRect(bar)
    middle = bar.left() + numbers[0][0] * bar.width()
    # The colours at the middle are as light or as dark as the paper.
    painter.setPen(pen(readable_on(scale.colour(numbers[0][0]), ("#000000", "#ffffff")), 1.4))
    painter.drawLine(QPointF(middle, bar.top()), QPointF(middle, bar.bottom()))
    painter.setPen(pen(theme.ink, 1.4))
    painter.drawLine(QPointF(middle, bar.bottom()), QPointF(middle, bar.bottom() + 4))
    taken: list[tuple[float, float]] = []
    for index, (share, text) in enumerate(numbers):
        at = bar.left() + share * bar.width()
        half = text_width(text, TICK) / 2 + 3
        if all(at + half < low or at - half > high for low, high in taken):
            taken.append((at - half, at + half))
            colour = theme.muted if index else theme.ink
            put_text(painter, QPointF(at, bar.bottom() + 5), text, TICK, colour, Anchor.TOP)


@dataclass(frozen=True, slots=True)
class HeadShareKey:
    """The colour scale, with a mark at the equal share.

    Attributes:
        equal_share: One divided by the number of seats.
        theme: Its colours.
        has_roles: Whether the game tells a head from tails.
    """

    equal_share: float
    theme: Theme = PRINT
    has_roles: bool = True

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(420, KEY_BAR + 22)

    @property
    def title(self) -> str:
        """The colour scale described in a sentence."""
        if not self.has_roles:
            return translate(
                "Key: from blue, all to the other seats, over white at {share} to amber, all to "
                "seat 1",
                share=percent(self.equal_share),
            )
        return translate(
            "Key: from blue, all to the tails, over white at {share} to amber, all to the head",
            share=percent(self.equal_share),
        )

    @property
    def subtitle(self) -> str:
        """Empty: the title is enough."""
        return ""

    @property
    def words(self) -> str:
        """Empty: the title is enough."""
        return ""

    def spots(self, _rect: QRectF) -> list[Spot]:
        """No readable spots."""
        return []

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        if self.has_roles:
            left, right = translate("All to the tails"), translate("All to the head")
        else:
            left, right = translate("All to the other seats"), translate("All to seat 1")
        bar = QRectF(rect.left(), rect.top() + 4, rect.width(), KEY_BAR)
        bar.adjust(text_width(left) + _GAP, 0, -text_width(right) - _GAP, 0)
        middle = bar.center().y()
        for text, x, colour, anchor in (
            (left, bar.left() - _GAP, self.theme.tail_ink, Anchor.RIGHT),
            (right, bar.right() + _GAP, self.theme.head_ink, Anchor.LEFT),
        ):
            put_text(painter, QPointF(x, middle), text, LABEL, colour, anchor)
        equal = translate("{share} equal share", share=percent(self.equal_share))
        numbers = [(share, percent(share)) for share in (0.0, 1.0, 0.5, 0.75)]
        scale = share_of_head(self.equal_share)
        paint_key(painter, bar, scale, [(self.equal_share, equal), *numbers], self.theme)
