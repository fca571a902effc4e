"""The payment list of a session: who is paid what, and why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.game.blind import payment_number
from hcmd_lab.game.payment import Payment, payment
from hcmd_lab.game.payment_settings import PayRule
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.settings import Choice
from hcmd_lab.game.state import SessionState

_OVER = frozenset({Part.PAYMENT, Part.DONE, Part.DECLINED, Part.TURNED_AWAY})
"""Parts of the script in which nothing is earned any more."""


class PaymentOrder(Choice):
    """The order of a payment list and of its receipts."""

    STATION = "station", "By station", "As the stations are numbered."
    LABEL = "label", "By label", "By the labels or names that participants gave."
    CODE = "code", "By participant code", "By the codes that the study gave."
    ARRIVAL = "arrival", "By arrival", "As participants checked in."


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A participant and the payment.

    Attributes:
        participant: Code.
        label: The participant's label; empty if none, and in a blind session.
        station: The participant's last station; empty for somebody who was turned away.
        group: None without a seat.
        seat: 0 is the head; None without a seat.
        is_bot: Whether a program played, so that nobody is paid.
        payment: The payment.
        paid_cents: What has been handed out.
        paid_utc: When it was handed out; empty if it was not.
        number: In a blind session, what names the person in place of label and code.
        is_final: Whether nothing that is still played can change the payment.
    """

    participant: str
    label: str
    station: str
    group: int | None
    seat: int | None
    is_bot: bool
    payment: Payment
    paid_cents: int = 0
    paid_utc: str = ""
    number: str = ""
    is_final: bool = True

    @property
    def who(self) -> str:
        """What names the person to whoever pays."""
        return self.number or self.label or self.participant


def payment_rows(
    state: SessionState, order: PaymentOrder = PaymentOrder.ARRIVAL
) -> list[PaymentRow]:
    """All participants, including those turned away.

    Args:
        state: The session; while it runs, what everyone would be paid if it ended now.
        order: Of the rows.
    """
    blind = state.plan.settings.blind
    rows = [
        PaymentRow(
            code, "" if blind else person.label, person.station, person.group, person.seat,
            person.is_bot, payment(state, code), person.paid_cents, person.paid_utc,
            payment_number(state, code) if blind else "", is_final(state, code),
        )
        for code, person in state.participants.items()
    ]  # fmt: skip
    match order:
        case PaymentOrder.STATION:
            return sorted(rows, key=lambda row: (not row.station, natural(row.station)))
        case PaymentOrder.LABEL:
            return sorted(rows, key=lambda row: (not row.label, natural(row.label.casefold())))
        case PaymentOrder.CODE:
            return sorted(rows, key=lambda row: row.participant)
        case PaymentOrder.ARRIVAL:
            return rows
        case _:
            assert_never(order)


def is_final(state: SessionState, code: str) -> bool:
    """Whether nothing that is still played can change a participant's payment."""
    person = state.participants[code]
    if state.closed or person.adjusted_cents is not None:
        return True
    if person.group is None or person.seat is None:
        return person.progress.part in _OVER
    group = state.groups[person.group]
    has_left = group.seats[person.seat].dropped
    return group.ended or (has_left and state.plan.payment.pay_dropped is not PayRule.EARNED)


def unfinished(rows: Iterable[PaymentRow]) -> int:
    """How many people's payments may still change."""
    return sum(not row.is_final for row in people_of(rows))


def natural(name: str) -> tuple[tuple[str | int, ...], str]:
    """Sort key for natural order: numbers inside names sort by value."""
    parts = re.split(r"([0-9]+)", name)
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts)), name


def people_of(rows: Iterable[PaymentRow]) -> list[PaymentRow]:
    """The rows of people, who are paid; those of simulated participants are left out."""
    return [row for row in rows if not row.is_bot]


def due_cents(rows: Iterable[PaymentRow]) -> int:
    """The sum to be paid; simulated participants receive nothing."""
    return sum(row.payment.due_cents for row in rows)
