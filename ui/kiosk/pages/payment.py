"""The payment page: the amount and how it is made up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from hcmd_lab.game.payment import Basis
from hcmd_lab.game.script_view import PaymentView
from hcmd_lab.game.view import SeatView
from hcmd_lab.telling.money import coins_in_words, money, money_of_coin
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.early_end import early_end
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.centred import centred
from ui.look import SPACE
from ui.look.widgets import AT_LAST_DIGIT, Card, label


class PaymentPage(KioskPage):
    """The fee, the coins, the rounding and the sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        thanks = label(translate("Thank you for taking part"), "display")
        self._early = label("")
        remain = label(translate("Please remain seated until the experimenter speaks to you."))
        caption = self._caption = label("", "caption")
        self._total = label("", "display", wrap=False)
        self._remark = label("", "body")
        self._sums = QGridLayout()
        self._sums.setHorizontalSpacing(SPACE[4])
        self._sums.setVerticalSpacing(SPACE[2])
        self._sums.setColumnStretch(0, 1)
        self._fee = self._add_line(0)
        self._coins = self._add_line(1)
        self._rounding = self._add_line(2)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        card = Card()
        card.body.addWidget(caption)
        card.body.addWidget(self._total)
        card.body.addWidget(self._rule)
        card.body.addLayout(self._sums)
        card.body.addWidget(self._remark)
        for line in (thanks, self._early, remain, caption, self._total):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch(2)
        self.body.addWidget(thanks)
        self.body.addLayout(centred(self._early, 560))
        self.body.addLayout(centred(remain, 560))
        self.body.addSpacing(SPACE[3])
        self.body.addLayout(centred(card, 460))
        self.body.addStretch(3)
        self.body.addWidget(self.footer)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Show the current total, which the experimenter may have changed."""
        del fresh
        if view.script is None or view.script.payment is None:
            return
        paid = view.script.payment
        self._early.setText(_early(view, paid.basis))
        self._early.setVisible(bool(self._early.text()))
        total = money(paid.total_cents, paid.currency)
        self._total.setText(total)
        self._caption.setText(
            translate("You receive") if paid.is_final else translate("You receive so far")
        )
        if _is_unpaid(paid):
            self.heading = translate("Taking part is not paid.")
        elif paid.is_final:
            self.heading = translate("You receive {amount}.", amount=total)
        else:
            self.heading = translate("You receive {amount} so far.", amount=total)
        _fill(
            self._fee,
            translate("Show-up fee"),
            money(paid.show_up_cents, paid.currency),
            there=paid.show_up_cents > 0,
        )
        _fill(
            self._coins,
            translate(
                "{coins} × {value}",
                coins=coins_in_words(paid.paid_hundredths),
                value=money_of_coin(paid.coin_value, paid.currency),
            ),
            money(paid.coins_cents, paid.currency),
            there=paid.paid_hundredths > 0 and paid.coin_value > 0,
        )
        rounding = paid.total_cents - paid.show_up_cents - paid.coins_cents
        _fill(
            self._rounding,
            translate("Rounding"),
            money(rounding, paid.currency),
            there=bool(rounding) and not paid.is_adjusted,
        )
        self._remark.setText(self._words(paid))
        self._remark.setVisible(bool(self._remark.text()))
        for part in (self._caption, self._total, self._rule):
            part.setVisible(not _is_unpaid(paid))

    def _words(self, paid: PaymentView) -> str:
        sentences = []
        if _is_unpaid(paid):
            sentences.append(translate("Taking part is not paid."))
        if paid.number:
            sentences.append(translate("Your payment number: {number}", number=paid.number) + ".")
        if paid.basis is Basis.VOID:
            sentences.append(translate("Your group could not finish the game."))
            if paid.show_up_cents and not paid.paid_hundredths and not paid.is_adjusted:
                sentences.append(translate("You receive the show-up fee only."))
        if paid.basis is Basis.NOT_SEATED:
            sentences.append(
                translate("There is no group for you to play in. You receive the show-up fee.")
                if paid.show_up_cents and not paid.is_adjusted
                else translate("There is no group for you to play in.")
            )
        if not paid.is_final and not _is_unpaid(paid):
            sentences.append(translate("Your group is still playing: this amount may change."))
        if paid.is_adjusted:
            sentences.append(translate("The experimenter has set this amount for you."))
        return " ".join(sentences)

    def _add_line(self, row: int) -> tuple[QLabel, QLabel]:
        name, amount = label("", "body"), label("", "body", wrap=False)
        amount.setAlignment(AT_LAST_DIGIT)
        self._sums.addWidget(name, row, 0)
        self._sums.addWidget(amount, row, 1)
        return name, amount


def _is_unpaid(paid: PaymentView) -> bool:
    """Whether the session pays nothing to anybody, and the experimenter has set no amount."""
    return not paid.show_up_cents and not paid.coin_value and not paid.is_adjusted


def _early(view: SeatView, basis: Basis) -> str:
    """That the game was not played to its end; the pages before this one need not have said it."""
    if basis is Basis.DROPPED:
        return translate("Your part in the game ended early.")
    return "" if basis is Basis.VOID else early_end(view)  # of a void group the remark says it


def _fill(line: tuple[QLabel, QLabel], name: str, amount: str, *, there: bool = True) -> None:
    for part, text in zip(line, (name, amount), strict=True):
        part.setText(text)
        part.setVisible(there)
