"""The payment list of a session: who is paid what, and why."""

from dataclasses import dataclass

from hcmd_lab.game.payment import Payment, payment
from hcmd_lab.game.state import SessionState


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A participant and the payment.

    Attributes:
        participant: Code.
        label: The participant's label; empty if none.
        station: The participant's last station; empty for somebody who was turned away.
        group: None without a seat.
        seat: 0 is the head; None without a seat.
        is_bot: Whether a program played, so that nobody is paid.
        payment: The payment.
    """

    participant: str
    label: str
    station: str
    group: int | None
    seat: int | None
    is_bot: bool
    payment: Payment


def payment_rows(state: SessionState) -> list[PaymentRow]:
    """All participants in order of arrival, including those turned away.

    Args:
        state: The session; while it runs, what everyone would be paid if it ended now.
    """
    return [
        PaymentRow(
            code, person.label, person.station, person.group, person.seat, person.is_bot,
            payment(state, code),
        )
        for code, person in state.participants.items()
    ]  # fmt: skip


def total_cents(rows: list[PaymentRow]) -> int:
    """The sum of all payments."""
    return sum(row.payment.total_cents for row in rows)
