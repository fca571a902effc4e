"""A round as a table: one column per player, the fund in between.

The same widgets show the final picture and every moment of the story that leads to it; what flies
between them is drawn by `ui.kiosk.widgets.round_story`.
"""

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from hcmd_lab.game.rules import HUNDREDTHS
from hcmd_lab.game.view import RoundView
from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.coin_row import CoinRow
from ui.kiosk.widgets.page_words import player_kind, player_name
from ui.kiosk.widgets.scale import scaled
from ui.look import SPACE, tokens
from ui.look.widgets import TextRole, label

_COIN_PX = 19
_FUND_COIN_PX = 15
_ROW = 5  # coins, so that they are counted at a glance
_NAMES, _HAD, _GIVEN, _GIVEN_COINS, _FUND, _PAID, _PAID_COINS = range(7)


class RoundTable(QFrame):
    """Endowments, contributions, the fund before and after growth, payouts.

    Attributes:
        given: The contributions as coins, by player.
        fund: The fund as coins.
        paid: The payouts as coins, by player.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._contributions: tuple[int, ...] = ()
        self._payouts: tuple[int, ...] = ()
        self._multiplier_percent = 100
        self._kinds: tuple[str, ...] = ()
        self.given: list[CoinRow] = []
        self.paid: list[CoinRow] = []
        self.fund = CoinRow(_FUND_COIN_PX, 2)
        self._had_numbers: list[QLabel] = []
        self._given_numbers: list[QLabel] = []
        self._paid_numbers: list[QLabel] = []
        self._own_name = label("", wrap=False)
        self._own_name.setParent(self)
        self._fund_words = label("", "heading", wrap=False)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        self._grid.setHorizontalSpacing(SPACE[3])
        self._grid.setVerticalSpacing(SPACE[1])
        self._band = QFrame()
        self._band.setProperty("role", "sunken")
        inside = QHBoxLayout(self._band)
        inside.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        inside.setSpacing(SPACE[4])
        # In fixed proportions, so that the coins stay in place while the text grows.
        inside.addWidget(self._fund_words, 5)
        inside.addWidget(self.fund, 6)
        for row in (_GIVEN_COINS, _PAID_COINS):
            self._grid.setRowStretch(row, 2)
        self._grid.setRowStretch(_FUND, 1)

    def set_round(
        self, paid: RoundView, endowments: tuple[int, ...], multiplier_percent: int
    ) -> None:
        """Show a complete paid round.

        Args:
            paid: The round.
            endowments: Coins per player, the viewer first.
            multiplier_percent: Growth of the fund.
        """
        self._contributions = paid.contributions
        self._payouts = paid.payout_hundredths
        self._multiplier_percent = multiplier_percent
        self._kinds = tuple(player_kind(endowments, place) for place in range(len(endowments)))
        if len(self.given) != len(endowments):
            self._clear()
            self._add_captions()
            for place in range(len(endowments)):
                self._add_player(place)
        most = 100 * max(paid.contributions)  # coins of one size, so that columns can be compared
        for place, endowment in enumerate(endowments):
            self._had_numbers[place].setText(numbers.whole(endowment))
            self._given_numbers[place].setText(numbers.whole(paid.contributions[place]))
            coins = 100 * paid.contributions[place]
            self.given[place].set_amount(coins, self._kinds[place], room_hundredths=most)
        self.show_given(there=True)
        self.show_paid(there=True)
        self.show_fund(self.grown_hundredths, grown=True)

    @property
    def put_in_hundredths(self) -> int:
        """The fund before growth."""
        return 100 * sum(self._contributions)

    @property
    def grown_hundredths(self) -> int:
        """The fund after growth."""
        return sum(self._payouts)

    def given_places(self) -> Iterator[tuple[CoinRow, QPointF, str]]:
        """Every coin that goes into the fund: its row, its place there, its colour role."""
        for row, coins, kind in zip(self.given, self._contributions, self._kinds, strict=True):
            for at in row.centres()[1][:coins]:
                yield row, at, kind

    def paid_places(self) -> Iterator[tuple[CoinRow, QPointF, str]]:
        """Every coin, or part of one, that comes out of the fund: row, place, colour role."""
        for row, payout, kind in zip(self.paid, self._payouts, self._kinds, strict=True):
            for at in row.centres()[1][: math.ceil(payout / HUNDREDTHS)]:
                yield row, at, kind

    def show_given(self, *, there: bool) -> None:
        """Show the contributions as coins, or as the empty slots they leave."""
        for row, coins in zip(self.given, self._contributions, strict=True):
            row.set_given_away(0 if there else coins)

    def show_fund(self, hundredths: int, *, grown: bool) -> None:
        """Show an amount in the fund, and in words whether it has grown."""
        before = coins_in_words(self.put_in_hundredths)
        words = translate("Fund: {coins}", coins=before)
        if grown:
            words = translate(
                "Fund: {coins} × {factor} = {grown}",
                coins=before,
                factor=numbers.coins(self._multiplier_percent),
                grown=numbers.coins(self.grown_hundredths),
            )
        self._fund_words.setText(words)
        self.fund.set_amount(hundredths, "plain", room_hundredths=self.grown_hundredths)

    def show_paid(self, *, there: bool) -> None:
        """Show the payouts, or nothing yet."""
        most = max(self._payouts)
        for place, (row, number) in enumerate(zip(self.paid, self._paid_numbers, strict=True)):
            payout = self._payouts[place]
            row.set_amount(payout if there else 0, self._kinds[place], room_hundredths=most)
            number.setText(numbers.aligned_coins(payout) if there else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the card, and a tint behind the viewer's own column."""
        super().paintEvent(event)
        if not self._kinds:
            return
        column = QRectF(self._own_name.geometry()).united(QRectF(self.paid[0].geometry()))
        out = scaled(self, 4)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wash = tokens().head_wash if self._kinds[0] == "head" else tokens().tail_wash
        painter.setBrush(QColor(wash))
        painter.drawRoundedRect(column.adjusted(-out, -out, out, out), 2 * out, 2 * out)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._band:
                widget.hide()
                widget.deleteLater()
        self.given, self.paid = [], []
        self._had_numbers, self._given_numbers, self._paid_numbers = [], [], []

    def _add_captions(self) -> None:
        for row, words in (
            (_HAD, translate("Coins at the start")),
            (_GIVEN, translate("Into the fund")),
            (_PAID, translate("From the fund")),
        ):
            self._grid.addWidget(label(words, "caption", wrap=False), row, 0)
        players = len(self._kinds)
        self._grid.addWidget(self._band, _FUND, 0, 1, players + 1)
        self._grid.setColumnStretch(0, 3)
        for place in range(players):
            self._grid.setColumnStretch(place + 1, 4)

    def _add_player(self, place: int) -> None:
        name = _middle(player_name(place), "heading")
        had, given_number, paid_number = (
            _middle("", role) for role in ("body", "heading", "heading")
        )
        given, back = (CoinRow(_COIN_PX, 2, across=_ROW) for _ in range(2))
        self.given.append(given)
        self.paid.append(back)
        self._had_numbers.append(had)
        self._given_numbers.append(given_number)
        self._paid_numbers.append(paid_number)
        column = (name, had, given_number, given, paid_number, back)
        rows = (_NAMES, _HAD, _GIVEN, _GIVEN_COINS, _PAID, _PAID_COINS)
        for row, widget in zip(rows, column, strict=True):
            self._grid.addWidget(widget, row, place + 1)
        if place == 0:
            self._own_name = name


def _middle(text: str, role: TextRole) -> QLabel:
    made = label(text, role, wrap=False)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
