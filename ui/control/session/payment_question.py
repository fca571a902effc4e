"""Asks what the experimenter pays somebody in place of what they earned, and why."""

from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.game.payment import CENTS, MAX_CENTS
from hcmd_lab.game.payment_list import PaymentRow
from hcmd_lab.telling.money import around_money, decimals_of_money, money
from hcmd_lab.telling.translate import translate
from ui.control.decimal_field import DecimalField
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.allowing import allow_unless
from ui.look.bounded_line import BoundedLine
from ui.look.widgets import button, label


class PaymentQuestion(QDialog):
    """Asks for a different amount and the reason.

    Attributes:
        amount: Amount in the currency.
        reason: The reason.
        act: The button that continues, enabled once there is a reason.
    """

    def __init__(self, row: PaymentRow, currency: str, parent: QWidget | None = None) -> None:
        """Start with the current amount."""
        super().__init__(parent)
        self.setWindowTitle(translate("Pay another amount"))
        now = money(row.payment.total_cents, currency)
        self.amount = DecimalField()
        self.amount.setDecimals(decimals_of_money(row.payment.total_cents, currency))
        self.amount.setRange(0, MAX_CENTS // CENTS)
        before, after = around_money(currency)
        self.amount.setPrefix(before)
        self.amount.setSuffix(after)
        self.amount.setValue(row.payment.total_cents / CENTS)
        self.amount.setAccessibleName(translate("Amount"))
        self.reason = BoundedLine(200)
        self.reason.setPlaceholderText(translate("Reason, for the log and the export:"))
        self.reason.setAccessibleName(translate("Reason"))
        self.act = button(translate("&Pay this"), "primary", clicked=self.accept)
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.reason.textChanged.connect(self._enable)
        self._enable()
        column = dialog_column(self, width=420)
        sentence = translate(
            "{person} receives {amount} unless you change it.", person=row.who, amount=now
        )
        column.addWidget(label(sentence, "heading"))
        column.addWidget(self.amount)
        column.addWidget(self.reason)
        column.addWidget(self.reason.told)
        column.addLayout(dialog_foot(cancel, self.act))
        self.amount.selectAll()

    def _enable(self) -> None:
        allow_unless(self.act, self.reason.why_not(translate("Type the reason.")))

    @property
    def cents(self) -> int:
        """The amount in hundredths."""
        amount = Decimal(repr(self.amount.value())) * CENTS
        return int(amount.to_integral_value(ROUND_HALF_UP))
