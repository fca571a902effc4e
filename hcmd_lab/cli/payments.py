"""`hcmd-lab payments`: the payments of a session."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, tell
from hcmd_lab.cli.paper_language import language_option, writing_in
from hcmd_lab.cli.targets import Written, require_replaceable
from hcmd_lab.errors import UsageError
from hcmd_lab.export.participant_tables import money as decimal_money
from hcmd_lab.export.payment_file import write_payment_file
from hcmd_lab.game.events import PaymentAdjusted
from hcmd_lab.game.payment import CENTS, MAX_CENTS
from hcmd_lab.game.payment_list import (
    PaymentOrder,
    PaymentRow,
    due_cents,
    payment_rows,
    unfinished,
)
from hcmd_lab.storage.store import Store
from hcmd_lab.study.recorded import LAB_FACT
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_sessions import paid_out
from hcmd_lab.telling.known_languages import languages
from hcmd_lab.telling.money import money
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate
from hcmd_lab.typed_text import tidied_line


def payments(
    study: StudyArgument,
    session: Annotated[
        str,
        typer.Argument(help="Code of the session; by default the newest that was played here."),
    ] = "",
    table: Annotated[Path | None, typer.Option(help="Write the list as a CSV file.")] = None,
    receipts: Annotated[
        Path | None, typer.Option(help="Write a PDF with a receipt for each participant.")
    ] = None,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Leave the labels out of both.")
    ] = False,
    language: Annotated[str, language_option("the receipts", languages())] = "en",
    adjust: Annotated[
        str, typer.Option(help="Pay a participant a different amount, as in k7qx2m4p=12.50.")
    ] = "",
    reason: Annotated[str, typer.Option(help="The reason, recorded in the log.")] = "",
    order: Annotated[
        PaymentOrder, typer.Option("--sort", help="Order of the list and the receipts.")
    ] = PaymentOrder.STATION,
    lab: Annotated[
        str | None, typer.Option(help="Name of the lab on the receipts; kept in the study.")
    ] = None,
    paid: Annotated[
        list[str] | None,
        typer.Option(help="Note that this participant has been paid now. May be repeated."),
    ] = None,
    unpaid: Annotated[
        list[str] | None, typer.Option(help="Note that this participant has not been paid.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Show, change and print all participants' payments in any session of the study."""
    if both := sorted(set(paid or ()) & set(unpaid or ())):
        raise UsageError(
            "{participants} cannot be noted as paid and as not paid at once; leave one of the two "
            "out.",
            participants=", ".join(both),
        )
    if reason and not adjust:
        raise UsageError("A reason belongs to a payment that is changed; name it with --adjust.")
    if table is not None:
        require_replaceable(table, Written.TEXT)
    if receipts is not None:
        require_replaceable(receipts, Written.PDF)
    if adjust or paid or unpaid or lab is not None:
        with Store.open(study) as opened_store:
            writing = Study(opened_store)
            if adjust:
                _adjust(writing, session, adjust, reason)
            for code, is_paid in [(c, True) for c in paid or ()] + [
                (c, False) for c in unpaid or ()
            ]:
                played, state = writing.session_state(session)
                writing.add_payment(played, paid_out(state, code, is_paid=is_paid))
            if lab is not None:
                writing.store.facts.set(LAB_FACT, tidied_line(lab).strip())
    with Store.read(study) as store:
        read = Study(store)
        code, state = read.session_state(session)
        if table is not None or receipts is not None:
            read.require_paid_here(code)
        opened, other_lab = store.sessions.get(code).opened_utc, read.labs().get(code, "")
        name, lab = read.settings.name, store.facts.get(LAB_FACT, "")
        log = store.log.number()
    rows, settings = payment_rows(state, order), state.plan.payment
    if receipts is not None:
        # Imported here: other commands draw nothing.
        from hcmd_lab.figures.receipts import Occasion, save_receipts  # noqa: PLC0415

        occasion = Occasion(name, code, opened, settings, lab or "", log)
        with writing_in(language):
            save_receipts(receipts, rows, occasion, anonymous=anonymous)
    if table is not None:
        write_payment_file(table, rows, settings.currency, with_labels=not anonymous)
    if as_json:
        print_json(
            {
                "session": code,
                "currency": settings.currency,
                "total": str(decimal_money(due_cents(rows))),
                "payments": {
                    row.participant: str(decimal_money(row.payment.due_cents)) for row in rows
                },
                "earned": {
                    row.participant: str(decimal_money(row.payment.total_cents)) for row in rows
                },
                "paid": {row.participant: row.paid_utc for row in rows if row.paid_utc},
                "simulated": [row.participant for row in rows if row.is_bot],
                "other_lab": other_lab,
            }
        )
        return
    for what, file in (("Payments", table), ("Receipts", receipts)):
        if file is not None:
            tell(f"{what}: {file}")
    tell(f"Payments of session {code}:")
    _show(rows, settings.currency, other_lab)


def _show(rows: list[PaymentRow], currency: str, other_lab: str) -> None:
    shown = Table()
    for heading in ("Participant", "Label", "Station", "Group", "Basis", "Payment", "Paid"):
        is_number = heading in ("Group", "Payment")
        shown.add_column(heading, justify="right" if is_number else "left")
    for row in rows:
        mark = " (set)" if row.payment.adjusted_cents is not None else ""
        basis = "simulated" if row.is_bot else row.payment.basis.value
        shown.add_row(
            row.participant, row.label, row.station, str(row.group or ""), basis,
            f"{money(row.payment.due_cents, currency)}{mark}", when(row.paid_utc),
        )  # fmt: skip
    tell(shown)
    tell(f"Total: {money(due_cents(rows), currency)}.")
    if other_lab:
        tell(f"Played in another lab ({other_lab}), which pays its participants.")
    if open_ones := unfinished(rows):
        tell(translate("{n} amount(s) may still change.", n=open_ones))


def _adjust(study: Study, session: str, change: str, reason: str) -> None:
    code, equals, text = change.partition("=")
    try:
        cents = Decimal(text) * CENTS
    except ArithmeticError:  # no number, or one with too many digits
        cents = Decimal("NaN")
    if cents.is_finite() and cents > MAX_CENTS:
        raise UsageError(
            "{change} is more than is ever paid; at most {most} can be set.",
            change=change,
            most=number(MAX_CENTS // CENTS, 0),
        )
    if not equals or not cents.is_finite() or cents != cents.to_integral_value():
        raise UsageError(
            "{change} is not a payment; write the participant's code and an amount in whole "
            "cents, as in k7qx2m4p=12.50.",
            change=change,
        )
    played, state = study.session_state(session)
    why = tidied_line(reason)
    study.add_payment(played, PaymentAdjusted(state.clock_ms, code, int(cents), why))
