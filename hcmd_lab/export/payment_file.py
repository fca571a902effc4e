"""The payments of a session as a file for the cashier."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hcmd_lab.export.participant_tables import money
from hcmd_lab.game.payment_list import PaymentRow
from hcmd_lab.storage.tablefile import Number, Value, coins, write_sheet, write_table

COLUMNS = (
    "participant.code", "participant.label", "station", "group", "seat", "is_bot", "basis",
    "coins", "payment", "currency", "paid_utc", "may_change",
)  # fmt: skip


def write_payment_file(
    path: Path, rows: Sequence[PaymentRow], currency: str, *, with_labels: bool = True
) -> int:
    """Write a CSV file with one row per participant, atomically, for programs.

    Of a blind session it has neither labels nor codes: the station says whom to pay.

    Args:
        path: File to write.
        rows: The payments; a simulated participant receives nothing. Whose payment what is still
            played can change is marked.
        currency: The session's currency.
        with_labels: Whether to include labels.

    Returns:
        Number of rows.

    Raises:
        OperatorError: It cannot be written.
    """
    return write_table(path, COLUMNS, _cells(rows, currency, with_labels))


def write_payment_sheet(
    path: Path,
    rows: Sequence[PaymentRow],
    currency: str,
    decimal_point: str,
    *,
    with_labels: bool = True,
) -> int:
    """Write the same for the cashier's spreadsheet, whose decimals are parted by a point or comma.

    A German one would take 12.50 for December 1950, and a whole row for one cell.
    """
    amounts = ("coins", "payment")
    there = (
        row | {name: Number(str(row[name]).replace(".", decimal_point)) for name in amounts}
        for row in _cells(rows, currency, with_labels)
    )
    return write_sheet(path, COLUMNS, there, decimal_point)


def _cells(
    rows: Sequence[PaymentRow], currency: str, with_labels: bool
) -> Iterator[dict[str, Value]]:
    for row in rows:
        yield {
            "participant.code": None if row.number else row.participant,
            "participant.label": row.label if with_labels else None,
            "station": row.station,
            "group": row.group,
            "seat": None if row.seat is None else row.seat + 1,
            "is_bot": row.is_bot,
            "basis": row.payment.basis.value,
            "coins": coins(row.payment.paid_hundredths),
            "payment": money(row.payment.due_cents),
            "currency": currency,
            "paid_utc": row.paid_utc or None,
            "may_change": not row.is_final,
        }
