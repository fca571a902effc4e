"""The columns of a session's payments."""

from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.game.payment import Basis
from hcmd_lab.game.payment_list import PaymentRow
from hcmd_lab.game.rules import Game
from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import money
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate
from ui.control.data.table_model import TableColumn
from ui.control.session.state_words import seat_words


@dataclass(frozen=True, slots=True)
class ShownPayment:
    """A row of the table.

    Attributes:
        row: The payment.
        currency: Of the session.
        game: The session's.
        is_of_this_lab: Whether this lab pays, and can note it.
    """

    row: PaymentRow
    currency: str
    game: Game
    is_of_this_lab: bool = True


def payment_columns() -> list[TableColumn[ShownPayment]]:
    """All of them, with a tick for whoever has been paid."""
    return [
        TableColumn(
            translate("Paid"),
            lambda shown: when(shown.row.paid_utc),
            lambda shown: shown.row.paid_utc,
            tick=_tick,
        ),
        TableColumn(
            translate("Participant"),
            lambda shown: shown.row.who,
            lambda shown: shown.row.participant,
        ),
        TableColumn(
            translate("Station"),
            lambda shown: shown.row.station or "–",
            lambda shown: int(shown.row.station) if shown.row.station.isdecimal() else 10**9,
        ),
        TableColumn(translate("Place"), _place, _place_order),
        TableColumn(
            translate("Coins"),
            lambda shown: numbers.aligned_coins(shown.row.payment.paid_hundredths),
            lambda shown: shown.row.payment.paid_hundredths,
            is_number=True,
        ),
        TableColumn(
            translate("Amount"),
            lambda shown: money(shown.row.payment.due_cents, shown.currency),
            lambda shown: shown.row.payment.due_cents,
            is_number=True,
        ),
        TableColumn(translate("Remark"), _remark),
    ]


def _tick(shown: ShownPayment) -> bool | None:
    """Whether it has been paid; None where nobody here can note that."""
    return bool(shown.row.paid_utc) if shown.is_of_this_lab and not shown.row.is_bot else None


def _place(shown: ShownPayment) -> str:
    if shown.row.group is None or shown.row.seat is None:
        return "–"
    return translate(
        "Group {group}, {seat}", group=shown.row.group, seat=seat_words(shown.row.seat, shown.game)
    )


def _place_order(shown: ShownPayment) -> int:
    return 10 * (shown.row.group or 0) + (shown.row.seat or 0)


def _remark(shown: ShownPayment) -> str:
    if shown.row.is_bot:
        return translate("Simulated: not paid")
    rest = shown.row.payment.due_cents - shown.row.paid_cents
    if shown.row.paid_utc and rest:
        paid = money(shown.row.paid_cents, shown.currency)
        return translate("{amount} was paid; the amount has changed since", amount=paid)
    if shown.row.payment.adjusted_cents is not None:
        return translate("Set by the experimenter")
    match shown.row.payment.basis:
        case Basis.PLAYED:
            return ""
        case Basis.DROPPED:
            return translate("Dropped")
        case Basis.VOID:
            return translate("Group is void")
        case Basis.NOT_SEATED:
            return translate("Did not play")
        case _:
            assert_never(shown.row.payment.basis)
