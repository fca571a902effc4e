"""The animation of a round: coins in, the fund grows, coins out."""

import math
from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from PySide6.QtCore import QEasingCurve, QPointF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kiosk.widgets.coin_row import CoinRow, coin_colour
from ui.kiosk.widgets.round_table import RoundTable
from ui.look.coin import paint_coin

STORY_MS = 4200
"""How long the story takes."""

# Parts of the story, as shares of its time.
_INTO_FUND = (0.06, 0.34)
_GROWS = (0.40, 0.56)
_OUT = (0.62, 0.92)

_LAG = 0.35  # of a part, between its first and its last coin


class StoryPart(Enum):
    """A part of the story."""

    BEGIN = auto()  # the coins lie before the players
    INTO = auto()  # they fly into the fund
    FULL = auto()  # all are there
    GROWS = auto()  # the fund grows
    OUT = auto()  # coins fly to the players
    END = auto()  # the final picture


@dataclass(frozen=True, slots=True)
class Flight:
    """A coin's path, in the story's coordinates."""

    start: QPointF
    goal: QPointF
    colour_kind: str
    share_of_queue: float  # 0 for the coin that leaves first, 1 for the last one


class RoundStory(QWidget):
    """A pane over a `RoundTable` on which its coins fly; transparent to the mouse.

    Args:
        table: Covered by the pane.

    Signals:
        part_entered(Part): The story has entered this part.
        ended(): The final picture is shown.
    """

    part_entered = Signal(object)
    ended = Signal()

    def __init__(self, table: RoundTable) -> None:
        super().__init__(table)
        self._table = table
        self._flights: list[Flight] = []
        self._moment = 1.0
        self._part = StoryPart.END
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(STORY_MS)
        self._animation.valueChanged.connect(self._show_moment)
        self._animation.finished.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Whether the story is running."""
        return self._animation.state() is QVariantAnimation.State.Running

    def tell(self) -> None:
        """Play the story of the table's round from the start."""
        self._part = StoryPart.END
        self.setGeometry(self._table.rect())
        self.show()
        self.raise_()
        self._animation.start()

    def skip(self) -> None:
        """Jump to the final picture."""
        if self.is_running:
            self._animation.stop()
            self._end()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the coins in flight."""
        begin, end = _INTO_FUND if self._part is StoryPart.INTO else _OUT
        along = (self._moment - begin) / (end - begin)
        painter = QPainter(self)
        curve = QEasingCurve(QEasingCurve.Type.InOutCubic)
        diameter = self._table.fund.centres()[0]
        for flight in self._flights:
            own = (along - _LAG * flight.share_of_queue) / (1 - _LAG)
            share = curve.valueForProgress(min(1.0, max(0.0, own)))
            at = flight.start + (flight.goal - flight.start) * share
            paint_coin(painter, at, diameter, coin_colour(flight.colour_kind))

    def _show_moment(self, moment: float) -> None:
        self._moment = moment
        self.setGeometry(self._table.rect())
        part = _part_at(moment)
        if part is not self._part:
            self._part = part
            self._enter(part)
        if part is StoryPart.GROWS:
            begin, end = _GROWS
            share = min(1.0, max(0.0, (moment - begin) / (end - begin)))
            before, after = self._table.put_in_hundredths, self._table.grown_hundredths
            amount = before + (after - before) * share
            self._table.show_fund(
                100 * math.floor(amount / 100) if share < 1 else after, grown=True
            )
        self.update()

    def _enter(self, part: StoryPart) -> None:
        table = self._table
        self._flights = []
        match part:
            case StoryPart.BEGIN:
                table.show_given(there=True)
                table.show_fund(0, grown=False)
                table.show_paid(there=False)
            case StoryPart.INTO:
                table.show_given(there=False)
                self._flights = self._flights_into_fund()
            case StoryPart.FULL:
                table.show_fund(table.put_in_hundredths, grown=False)
            case StoryPart.GROWS:
                pass  # the fund grows with the clock
            case StoryPart.OUT:
                table.show_fund(0, grown=True)
                self._flights = self._flights_out()
            case StoryPart.END:
                table.show_fund(table.grown_hundredths, grown=True)
                table.show_given(there=True)
                table.show_paid(there=True)
            case _:
                assert_never(part)
        self.part_entered.emit(part)

    def _flights_into_fund(self) -> list[Flight]:
        starts = [(self._place(row, at), kind) for row, at, kind in self._table.given_places()]
        goals = [self._place(self._table.fund, at) for at in self._table.fund.centres()[1]]
        last = max(1, len(starts) - 1)
        # A fund that becomes smaller has fewer coins than go into it.
        return [
            Flight(start, goals[min(number, len(goals) - 1)], kind, number / last)
            for number, (start, kind) in enumerate(starts)
        ]

    def _flights_out(self) -> list[Flight]:
        goals = [(self._place(row, at), kind) for row, at, kind in self._table.paid_places()]
        starts = [self._place(self._table.fund, at) for at in self._table.fund.centres()[1]]
        last = max(1, len(goals) - 1)
        # Parts of coins make more coins come out than there are in the fund.
        return [
            Flight(starts[min(number, len(starts) - 1)], goal, kind, number / last)
            for number, (goal, kind) in enumerate(goals)
        ]

    def _place(self, row: CoinRow, at: QPointF) -> QPointF:
        return QPointF(row.mapTo(self._table, at))

    def _end(self) -> None:
        self._flights = []
        self._enter(StoryPart.END)
        self.hide()
        self.ended.emit()


def _part_at(moment: float) -> StoryPart:
    if moment < _INTO_FUND[0]:
        return StoryPart.BEGIN
    if moment < _INTO_FUND[1]:
        return StoryPart.INTO
    if moment < _GROWS[0]:
        return StoryPart.FULL
    if moment < _OUT[0]:
        return StoryPart.GROWS
    return StoryPart.OUT if moment < _OUT[1] else StoryPart.END
