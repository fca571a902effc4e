"""A round as a table: a column for each player, the fund in between.

The same widgets show the final picture and every moment of the story that leads to it; what flies
between them is drawn by `ui.kiosk.parts.round_story`.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hcmd_lab.game.view import RoundView
from ui.kiosk.parts.coin_row import CoinRow
from ui.kiosk.parts.words import coins_in_words, player_kind, player_name
from ui.look import SPACE, numbers
from ui.look.parts import label

_COIN_PX = 15


class RoundTable(QFrame):
    """Endowments, contributions, the fund before and after it has grown, payouts.

    Attributes:
        given: The contributions as coins, by player.
        fund: The fund as coins.
        paid: The payouts as coins, by player.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._round: RoundView | None = None
        self._multiplier_percent = 100
        self._kinds: tuple[str, ...] = ()
        self.given: list[CoinRow] = []
        self.paid: list[CoinRow] = []
        self.fund = CoinRow(_COIN_PX, 2)
        self._paid_numbers: list[QLabel] = []
        self._fund_words = label("", "heading", wrap=False)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        self._grid.setHorizontalSpacing(SPACE[3])
        self._grid.setVerticalSpacing(SPACE[2])
        self._band = QFrame()
        self._band.setProperty("role", "sunken")
        inside = QHBoxLayout(self._band)
        inside.setContentsMargins(SPACE[4], SPACE[2], SPACE[4], SPACE[2])
        inside.setSpacing(SPACE[4])
        inside.addWidget(self._fund_words)
        inside.addWidget(self.fund, 1)

    def set_round(
        self, paid: RoundView, endowments: tuple[int, ...], multiplier_percent: int
    ) -> None:
        """Show a paid round whole.

        Args:
            paid: The round.
            endowments: Coins per player, the viewer first.
            multiplier_percent: Growth of the fund.
        """
        self._round = paid
        self._multiplier_percent = multiplier_percent
        self._kinds = tuple(player_kind(endowments, place) for place in range(len(endowments)))
        self._clear()
        self._add_captions()
        for place, endowment in enumerate(endowments):
            self._add_player(place, endowment, paid)
        self.show_fund(self.grown_hundredths, grown=True)

    @property
    def put_in_hundredths(self) -> int:
        """The fund before it grows."""
        return 100 * sum(self._round.contributions) if self._round else 0

    @property
    def grown_hundredths(self) -> int:
        """The fund after it has grown."""
        return sum(self._round.payout_hundredths) if self._round else 0

    def show_given(self, *, there: bool) -> None:
        """Show the contributions as coins, or the empty places they have left."""
        for row, coins in zip(
            self.given, self._round.contributions if self._round else (), strict=True
        ):
            row.set_given_away(0 if there else coins)

    def show_fund(self, hundredths: int, *, grown: bool) -> None:
        """Show so much in the fund, and in words whether it has grown."""
        before = coins_in_words(self.put_in_hundredths)
        words = self.tr("Fund: {coins}").format(coins=before)
        if grown:
            words = self.tr("Fund: {coins} × {factor} = {grown}").format(
                coins=before,
                factor=numbers.coins(self._multiplier_percent),
                grown=numbers.coins(self.grown_hundredths),
            )
        self._fund_words.setText(words)
        self.fund.set_amount(hundredths, "plain", room_hundredths=self.grown_hundredths)

    def show_paid(self, *, there: bool) -> None:
        """Show the payouts, or nothing yet."""
        payouts = self._round.payout_hundredths if self._round else ()
        for place, (row, number) in enumerate(zip(self.paid, self._paid_numbers, strict=True)):
            hundredths = payouts[place] if there else 0
            row.set_amount(hundredths, self._kinds[place], room_hundredths=payouts[place])
            number.setText(numbers.coins(payouts[place]) if there else "")

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._band:
                widget.hide()
                widget.deleteLater()
        self.given, self.paid, self._paid_numbers = [], [], []

    def _add_captions(self) -> None:
        for row, words in (
            (1, self.tr("Coins to decide on")),
            (2, self.tr("Into the fund")),
            (4, self.tr("From the fund")),
        ):
            self._grid.addWidget(label(words, "caption"), row, 0)
        players = len(self._kinds)
        self._grid.addWidget(self._band, 3, 0, 1, players + 1)
        self._grid.setRowStretch(2, 2)
        self._grid.setRowStretch(4, 3)
        self._grid.setColumnStretch(0, 3)
        for place in range(players):
            self._grid.setColumnStretch(place + 1, 4)

    def _add_player(self, place: int, endowment: int, paid: RoundView) -> None:
        name = label(player_name(place), "heading", wrap=False)
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if place == 0:
            name.setProperty("own", True)
        had = label(numbers.whole(endowment), "body", wrap=False)
        had.setAlignment(Qt.AlignmentFlag.AlignCenter)
        given, _, given_cell = self._cell(100 * paid.contributions[place], place, 1)
        back, number, back_cell = self._cell(paid.payout_hundredths[place], place, 2)
        self.given.append(given)
        self.paid.append(back)
        self._paid_numbers.append(number)
        for row, widget in enumerate((name, had, given_cell)):
            self._grid.addWidget(widget, row, place + 1)
        self._grid.addWidget(back_cell, 4, place + 1)

    def _cell(self, hundredths: int, place: int, lines: int) -> tuple[CoinRow, QLabel, QWidget]:
        """Coins, their number above them, and the cell with both."""
        cell = QWidget()
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        number = label(numbers.coins(hundredths), "heading", wrap=False)
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        coins = CoinRow(_COIN_PX, lines)
        coins.set_amount(hundredths, self._kinds[place])
        inside.addWidget(number)
        inside.addWidget(coins, 1)
        return coins, number, cell
