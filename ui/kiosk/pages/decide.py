"""The decision page: how many coins go into the fund."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.station_messages import UNSENT, Decide
from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.translate import translate
from hcmd_lab.typed_text import plain_digits
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.amount_slider import AmountSlider
from ui.kiosk.widgets.centred import centred
from ui.kiosk.widgets.coin_board import CoinBoard
from ui.kiosk.widgets.footer import Footer
from ui.kiosk.widgets.page_words import player_kind
from ui.kiosk.widgets.players import Players
from ui.kiosk.widgets.scale import limit_height
from ui.kiosk.widgets.typed_number import TypedNumber, digit_of
from ui.look.widgets import label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip


class DecidePage(KioskPage):
    """Choice of an amount by coins, slider or number keys; nothing is chosen at first.

    Args:
        still: Whether coins never glide.
    """

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Footer(translate("Confirm"), "confirm_contribution"), parent)
        self._typed = TypedNumber()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._question = label("", "title")
        self._players = Players()
        self._board = CoinBoard(still=still)
        self._slider = AmountSlider()
        self._slider.setObjectName("contribution_slider")
        self._slider.setAccessibleName(translate("Coins into the fund"))
        self._slider.setAccessibleDescription(
            translate("Arrow keys move one coin at a time, Home none, End all. Or type a number.")
        )
        self._preview = label("", "heading")
        for line in (self._question, self._preview):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.inputs = (self._slider, self._board)
        self.first = self._slider
        self._board.amount_requested.connect(self._slider.choose)
        self._slider.valueChanged.connect(self._show_choice)
        self.footer.button.clicked.connect(self._decide)
        players = QHBoxLayout()
        players.addStretch()
        players.addWidget(self._players)
        players.addStretch()
        limit_height(self._board, 250)
        self.body.addStretch(1)
        self.body.addWidget(self._question)
        self.body.addLayout(players)
        self.body.addLayout(centred(self._board, 880), 100)
        self.body.addLayout(centred(self._slider, 660))
        self.body.addWidget(self._preview)
        self.body.addStretch(1)
        self.body.addWidget(self.footer)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Start a new round with nothing chosen; within a round, keep the choice."""
        self._view = view
        if not fresh:
            return
        endowment = view.endowments[0]
        kind = player_kind(view.endowments, 0)
        self.heading = translate(
            "(Does your coin|How many of your {n} coins) go into the fund?", n=endowment
        )
        self._question.setText(self.heading)
        self._players.show_endowments(view.endowments)
        self._board.begin(endowment, kind)
        self._slider.begin(endowment, kind)
        self._typed.forget()
        self._preview.setText(translate("Move the slider, click coins or type a number."))
        self.footer.say("")
        self.footer.set_ready(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits and arrows choose wherever the focus is on this page; Enter confirms."""
        if not self.is_open:
            event.ignore()
        elif (digit := digit_of(event)) is not None:
            self._press_digit(digit, self._pressed_ms(event))
        elif plain_digits(event.text()) in (".", ","):
            self._typed.point(self._pressed_ms(event))
            self.footer.say(translate("Only whole coins can go into the fund."))
        elif event.key() in _MOVES:
            self._typed.forget()
            self._slider.keyPressEvent(event)
        elif event.key() in _ENTER and not event.isAutoRepeat():
            self.footer.button.click()
        else:
            super().keyPressEvent(event)

    def _decide(self) -> None:
        view = self._view
        if view is not None:
            self.commanded.emit(Decide(UNSENT, view.stage, view.round, self._slider.value()))

    def _pressed_ms(self, event: QKeyEvent) -> int:
        """When a key was pressed, not when a busy computer comes to it: 1 and 0 are 10."""
        return event.timestamp() or self._clock.elapsed()

    def _press_digit(self, digit: int, at_ms: int) -> None:
        if self._typed.press_behind_point(at_ms):
            return
        limit = self._slider.maximum()
        number, allowed = self._typed.press(digit, at_ms, limit)
        if allowed:
            self._slider.choose(number)
            self.footer.say("")
        else:
            self.footer.say(
                translate(
                    "You have {coins}, so {number} is not possible.",
                    coins=coins_in_words(100 * limit),
                    number=numbers.whole(number),
                )
            )

    def _show_choice(self, given: int) -> None:
        kept = self._slider.maximum() - given
        self._board.set_given(given)
        self._preview.setText(
            translate(
                "You keep {kept}  ·  {given} into the fund",
                kept=coins_in_words(100 * kept),
                given=coins_in_words(100 * given),
            )
        )
        self.footer.say("")
        self.footer.set_ready(True)
