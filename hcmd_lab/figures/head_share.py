"""The head's share of the fund: one scale, one key and one set of words for every map of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from hcmd_lab.figures.reading import Spot
from hcmd_lab.figures.scales import ColourScale, share_of_head
from hcmd_lab.figures.text import Anchor, put_text, text_width
from hcmd_lab.figures.theme import LABEL, PRINT, TICK, Theme, pen
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate

Floats = NDArray[np.float64]

_BAR = 12.0
_GAP = 10.0


def fund_title() -> str:
    """Title shared by all figures of the head's share."""
    return translate("Who gets the fund")


def head_axis() -> str:
    """Name of the axis of the head's contribution."""
    return translate("Head (coins)")


def tails_axis() -> str:
    """Name of the axis of the tails' contributions."""
    return translate("Mean contribution of the tails (coins)")


def coin_ticks(most: int) -> list[int]:
    """Whole coins to write on an axis from 0 to `most`."""
    return sorted({0, most // 2, most})


def cell_in_words(
    tail_endowment: int, head: int, tail_mean: float, share: float, *, rounded: bool = False
) -> str:
    """One combination of contributions and the head's payout, in words.

    Args:
        tail_endowment: Coins of each tail.
        head: Coins that the head contributes.
        tail_mean: Coins that the tails contribute on average.
        share: The head's share of the fund.
        rounded: Whether it is the mean over all combinations that round to this one.
    """
    tails = number(tail_mean, 0 if abs(tail_mean - round(tail_mean)) < 0.05 else 1)
    return translate(
        "Tails receive {endowment}: head {head}, tails {tails} on average: "
        "the head receives {share} of the fund",
        endowment=number(tail_endowment),
        head=number(head),
        tails=translate("about {coins}", coins=tails) if rounded else tails,
        share=percent(share),
    )


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


@dataclass(frozen=True, slots=True)
class HeadShareKey:
    """The colour scale, with a mark at the equal share.

    Attributes:
        equal_share: One divided by the number of seats.
        theme: Its colours.
    """

    equal_share: float
    theme: Theme = PRINT

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(420, _BAR + 22)

    @property
    def title(self) -> str:
        """The colour scale described in a sentence."""
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
        left, right = translate("All to the tails"), translate("All to the head")
        bar = QRectF(rect.left(), rect.top() + 4, rect.width(), _BAR)
        bar.adjust(text_width(left) + _GAP, 0, -text_width(right) - _GAP, 0)
        middle = bar.center().y()
        for text, x, colour, anchor in (
            (left, bar.left() - _GAP, self.theme.tail_ink, Anchor.RIGHT),
            (right, bar.right() + _GAP, self.theme.head_ink, Anchor.LEFT),
        ):
            put_text(painter, QPointF(x, middle), text, LABEL, colour, anchor)
        shares = np.linspace(0, 1, 256)[None]
        paint_shares(painter, bar, shares, share_of_head(self.equal_share), self.theme)
        equal = bar.left() + self.equal_share * bar.width()
        painter.setPen(pen("#000000", 1.4))  # the colours below are light here in every theme
        painter.drawLine(QPointF(equal, bar.top()), QPointF(equal, bar.bottom()))
        painter.setPen(pen(self.theme.ink, 1.4))
        painter.drawLine(QPointF(equal, bar.bottom()), QPointF(equal, bar.bottom() + 4))
        self._paint_numbers(painter, bar)

    def _paint_numbers(self, painter: QPainter, bar: QRectF) -> None:
        """Paint the equal share always, round shares where there is room."""
        equal = translate("{share} equal share", share=percent(self.equal_share))
        labels = [(self.equal_share, equal, self.theme.ink)]
        labels += [(share, percent(share), self.theme.muted) for share in (0.0, 1.0, 0.5, 0.75)]
        taken: list[tuple[float, float]] = []
        for share, text, colour in labels:
            at = bar.left() + share * bar.width()
            half = text_width(text, TICK) / 2 + 3
            if all(at + half < low or at - half > high for low, high in taken):
                taken.append((at - half, at + half))
                place = QPointF(at, bar.bottom() + 5)
                put_text(painter, place, text, TICK, colour, Anchor.TOP)
