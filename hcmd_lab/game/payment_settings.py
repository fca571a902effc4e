"""What participants are paid for coming and for their coins."""

from dataclasses import dataclass

from hcmd_lab.game.settings import setting


@dataclass(frozen=True, slots=True)
class PaymentSettings:
    """The rules of payment."""

    currency: str = setting("EUR", "Currency of the payments, as it is shown.")
    show_up_fee: float = setting(
        5.0, "What everyone receives who came, whatever happens then.",
        unit="in the currency", minimum=0.0, maximum=10_000.0,
    )  # fmt: skip
    coin_value: float = setting(
        0.04, "What a coin is worth.", unit="in the currency", minimum=0.0, maximum=1000.0,
        title="Value of a coin",
    )  # fmt: skip
    round_to: str = setting(
        "0.10",
        "What a payment is a whole multiple of.",
        choices=("0.01", "0.05", "0.10", "0.50", "1.00"),
        title="Payments are rounded to",
    )
    round_up: bool = setting(
        True,
        "Whether payments are rounded up; otherwise to the nearest multiple, halves up.",
        title="Rounded up",
    )
    pay_dropped: str = setting(
        "earned",
        "What a participant receives who was dropped: what was earned to that point besides the "
        "show-up fee, or the show-up fee alone.",
        choices=("earned", "show_up"),
        title="Who was dropped receives",
    )
    pay_void: str = setting(
        "show_up",
        "The same for the participants of a group whose data are unusable.",
        choices=("earned", "show_up"),
        title="Who was in a void group receives",
    )
