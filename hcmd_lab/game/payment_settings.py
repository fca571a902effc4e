"""Payment settings: show-up fee, value of a coin, rounding."""

from dataclasses import dataclass

from hcmd_lab.game.settings import Choice, setting


class RoundTo(Choice):
    """The unit to which computed payments are rounded."""

    CENT = "0.01", "0.01", "Every hundredth of the currency is paid."
    FIVE_CENTS = "0.05", "0.05", "Payments end in 0 or 5 hundredths."
    TEN_CENTS = "0.10", "0.10", "Payments are whole tenths of the currency."
    FIFTY_CENTS = "0.50", "0.50", "Payments are whole or half amounts."
    ONE = "1.00", "1.00", "Payments are whole amounts."
    TEN = "10", "10", "Payments are whole tens."
    HUNDRED = "100", "100", "Payments are whole hundreds."
    THOUSAND = "1000", "1000", "Payments are whole thousands."


class PayRule(Choice):
    """The payment of a participant who did not play to the end."""

    PLAYED = (
        "played",
        "Fee and own earnings",
        "The show-up fee, and what was earned in the rounds that were over when the participant "
        "left. Whoever stayed is paid for every round.",
    )
    EARNED = (
        "earned",
        "Fee and seat's earnings",
        "The show-up fee, and everything that was earned at the seat, with the rounds that were "
        "played for it after the participant had left.",
    )
    SHOW_UP = "show_up", "Fee only", "The show-up fee, whatever was earned."


@dataclass(frozen=True, slots=True)
class PaymentSettings:
    """The rules of payment."""

    currency: str = setting(
        "EUR",
        "Currency of the payments, as it is shown. Nothing smaller than a hundredth of it is paid, "
        "also where it has thousandths, as dinars have.",
        title="Currency", longest=20,
    )  # fmt: skip
    show_up_fee: float = setting(
        5.0, "Paid to everyone who has checked in, even if they decline or cannot play.",
        title="Show-up fee", unit="in the currency", minimum=0.0, maximum=10_000_000.0,
    )  # fmt: skip
    coin_value: float = setting(
        0.04, "Money for one coin.",
        title="Value of a coin", unit="in the currency", minimum=0.0, maximum=10_000.0,
    )  # fmt: skip
    round_to: RoundTo = setting(
        RoundTo.TEN_CENTS,
        "Computed payments are whole multiples of this; one that the experimenter sets is not "
        "rounded.",
        title="Payments are rounded to",
    )
    round_up: bool = setting(
        True,
        "Whether payments are rounded up; otherwise to the nearest multiple, halves up.",
        title="Rounded up",
    )
    pay_dropped: PayRule = setting(
        PayRule.PLAYED, "Pay of a participant who was dropped.",
        title="Who was dropped receives",
    )  # fmt: skip
    pay_void: PayRule = setting(
        PayRule.SHOW_UP,
        "Pay of the participants of a group whose data are unusable.",
        title="Who was in a void group receives",
    )
