"""Payments: show-up fee and earnings of each participant, rounded.

Exact: coins are whole hundredths, and the settings' numbers are read as the decimals that were
written, so that the same payments follow from the export by hand.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import assert_never

from hcmd_lab.game.mailbox import participant
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule
from hcmd_lab.game.rules import HUNDREDTHS, reward_hundredths
from hcmd_lab.game.state import ParticipantState, Phase, SessionState

CENTS = 100
"""Hundredths of the currency in one of it: payments are whole cents."""

MAX_CENTS = 10**12
"""The most that an experimenter can set: every amount up to it is written exactly as it is."""


class Basis(StrEnum):
    """The reason for a participant's pay."""

    PLAYED = "played"  # the show-up fee and all earnings, to the end or an early end
    DROPPED = "dropped"  # left a group that went on
    VOID = "void"  # the group's data are unusable
    NOT_SEATED = "not_seated"  # declined, went home, or was turned away: the show-up fee


@dataclass(frozen=True, slots=True)
class Payment:
    """One participant's pay.

    Attributes:
        basis: Basis of the payment.
        show_up_cents: The show-up fee.
        paid_hundredths: Coins that are paid, in hundredths; 0 where only the fee is.
        coins_cents: Their value, not rounded.
        computed_cents: Fee and coins, rounded by the session's rule.
        adjusted_cents: Payment set by the experimenter; None if not.
        is_bot: Whether a program played; it earned the payment, and nobody receives it.
    """

    basis: Basis
    show_up_cents: Decimal
    paid_hundredths: int
    coins_cents: Decimal
    computed_cents: int
    adjusted_cents: int | None
    is_bot: bool = False

    @property
    def total_cents(self) -> int:
        """The payment, also that of a simulated participant."""
        return self.computed_cents if self.adjusted_cents is None else self.adjusted_cents

    @property
    def due_cents(self) -> int:
        """What is to be handed out; nothing for a simulated participant."""
        return 0 if self.is_bot else self.total_cents


def payment(state: SessionState, code: str) -> Payment:
    """The payment a participant would receive if they left now.

    Raises:
        IllegalEventError: There is no such participant.
    """
    person = participant(state, code)
    settings = state.plan.payment
    basis = _basis(state, person)
    match _rule(settings, basis):
        case PayRule.PLAYED:
            paid = earned_hundredths(state, person, until_left=True)
        case PayRule.EARNED:
            paid = earned_hundredths(state, person, until_left=False)
        case PayRule.SHOW_UP:
            paid = 0
        case never:
            assert_never(never)
    show_up = CENTS * _decimal(settings.show_up_fee)
    coins = CENTS * _decimal(settings.coin_value) * paid / HUNDREDTHS
    return Payment(
        basis,
        show_up,
        paid,
        coins,
        rounded_cents(show_up + coins, settings),
        person.adjusted_cents,
        person.is_bot,
    )


def earned_hundredths(state: SessionState, person: ParticipantState, *, until_left: bool) -> int:
    """A participant's earnings in the paid rounds so far, in hundredths of a coin.

    Args:
        state: The session.
        person: The participant.
        until_left: Whether rounds that were played for the seat after they had left are omitted.
    """
    if person.group is None or person.seat is None:
        return 0
    group, seat = state.groups[person.group], person.seat
    rounds = group.seats[seat].rounds_stayed if until_left else None
    endowment = state.plan.game.endowments(group.plan.tail_endowment)[seat]
    return sum(
        reward_hundredths(endowment, paid.contributions[seat], paid.payout_hundredths[seat])
        for paid in group.history[:rounds]
        if paid.stage
    )


def rounded_cents(exact_cents: Decimal, settings: PaymentSettings) -> int:
    """Whole cents, rounded by the session's rule."""
    step = CENTS * Decimal(settings.round_to)
    rounding = ROUND_CEILING if settings.round_up else ROUND_HALF_UP
    return int((exact_cents / step).to_integral_value(rounding) * step)


def _basis(state: SessionState, person: ParticipantState) -> Basis:
    if person.group is None or person.seat is None:
        return Basis.NOT_SEATED
    group = state.groups[person.group]
    if group.phase is Phase.VOID:
        return Basis.VOID
    return Basis.DROPPED if group.seats[person.seat].dropped else Basis.PLAYED


def _rule(settings: PaymentSettings, basis: Basis) -> PayRule:
    match basis:
        case Basis.PLAYED | Basis.NOT_SEATED:
            return PayRule.PLAYED
        case Basis.DROPPED:
            return settings.pay_dropped
        case Basis.VOID:
            return settings.pay_void
        case _:
            assert_never(basis)


def _decimal(number: float) -> Decimal:
    # The shortest decimal equal to this float: the one in the settings.
    return Decimal(repr(number))
