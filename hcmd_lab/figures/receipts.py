"""Receipts to print and sign: one A5 page per participant."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from html import escape
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import (
    QMarginsF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.pdf_pages import painted_pdf
from hcmd_lab.files import atomic_write
from hcmd_lab.game.payment import Basis
from hcmd_lab.game.payment_list import PaymentRow, people_of
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.telling.money import coins_in_words, money, money_of_coin
from hcmd_lab.telling.numbers import spoken_locale
from hcmd_lab.telling.times import day
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.writing_direction import CLOSES, OPENS
from hcmd_lab.type_faces import preferred_font

_MARGIN_MM = 15
_POINTS, _LEAST_POINTS = 11, 6
_NAME_CHARACTERS, _CURRENCY_CHARACTERS = 150, 40
"""Of names that nothing bounds: a receipt has them as far as there is room beside the sums."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Session details shared by all receipts.

    Attributes:
        study: Name of the study.
        session: Code of the session.
        day: Day on which it was opened, ISO 8601.
        settings: The rules of payment.
        lab: Name of the lab; empty leaves it out.
        log: Number of the study's log when the receipt was made; empty leaves it out.
    """

    study: str
    session: str
    day: str
    settings: PaymentSettings
    lab: str = ""
    log: str = ""


def save_receipts(
    path: Path, rows: Sequence[PaymentRow], occasion: Occasion, *, anonymous: bool = False
) -> None:
    """Write a PDF with one receipt for each person, atomically.

    Args:
        path: File to write.
        rows: Whom receipts are for; simulated participants get none.
        occasion: Their common details.
        anonymous: Whether the label is left out; the code alone names the person then.
            In a blind session the payment number does in any case.

    Raises:
        OperatorError: There is nobody to get one, or the file cannot be written.
    """
    require_people(rows, occasion)
    data = receipts_pdf(rows, occasion, anonymous=anonymous)
    try:
        atomic_write(path, data)
    except OSError as error:
        raise OperatorError(
            "The receipts cannot be written to {path} ({reason}); {remedy}, or choose another "
            "folder.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def require_people(rows: Sequence[PaymentRow], occasion: Occasion) -> None:
    """Check that somebody gets a receipt.

    Raises:
        OperatorError: Nobody does.
    """
    if not people_of(rows):
        raise OperatorError(
            "There are no receipts of session {session}: no person is paid for it.",
            session=occasion.session,
        )


def receipts_pdf(rows: Sequence[PaymentRow], occasion: Occasion, *, anonymous: bool) -> bytes:
    """The bytes of the PDF."""

    def paint(writer: QPdfWriter, painter: QPainter) -> None:
        paint_receipts(writer, painter, rows, occasion, anonymous=anonymous)

    return painted_pdf(receipts_title(occasion), receipt_layout(), paint)


def receipts_title(occasion: Occasion) -> str:
    """Title of the PDF and of the print job."""
    return translate("Receipts of session {code}", code=occasion.session)


def receipt_layout() -> QPageLayout:
    """Layout of a receipt's page."""
    margin = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, margin,
        QPageLayout.Unit.Millimeter,
    )  # fmt: skip


def paint_receipts(
    device: QPagedPaintDevice,
    painter: QPainter,
    rows: Sequence[PaymentRow],
    occasion: Occasion,
    *,
    anonymous: bool,
) -> None:
    """Paint a page for each person: into a PDF or on a printer."""
    writing = QTextOption()
    writing.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # nothing is cut off
    writing.setTextDirection(spoken_locale().textDirection())
    for number, row in enumerate(people_of(rows)):
        if number:
            device.newPage()
        html = receipt_html(row, occasion, anonymous=anonymous)
        _laid_out(html, writing, device).drawContents(painter)


def _laid_out(html: str, writing: QTextOption, device: QPagedPaintDevice) -> QTextDocument:
    """A receipt on its one page, in smaller letters if it has to be: a sum is never cut off."""
    page = QTextDocument()
    page.documentLayout().setPaintDevice(device)
    page.setDocumentMargin(0)
    page.setDefaultTextOption(writing)
    page.setHtml(html)
    font = preferred_font()
    for points in range(_POINTS, _LEAST_POINTS - 1, -1):
        font.setPointSizeF(points)
        page.setDefaultFont(font)
        page.setPageSize(QSizeF(device.width(), device.height()))
        if page.pageCount() == 1:
            break
    return page


def receipt_html(row: PaymentRow, occasion: Occasion, *, anonymous: bool) -> str:
    """One receipt as HTML."""
    currency = _shortened(occasion.settings.currency, _CURRENCY_CHARACTERS)
    session = translate(
        "Session {code}, {day}",
        code=occasion.session,
        day=day(occasion.day),
    )
    who = row.who if row.number else row.participant
    if row.label and not anonymous:
        who = f"{_by_itself(row.label)} ({row.participant})"
    person = f"{translate('Participant')}: {who}"
    table = "".join(_line(name, cents, currency) for name, cents in _lines(row, occasion))
    total = _line(translate("Total received"), row.payment.total_cents, currency, "b")
    signature = translate("Date and signature")
    number = escape(translate("Log of the study: {number}", number=occasion.log))
    log = f"<p><small>{number}</small></p>" if occasion.log else ""
    name = escape(_shortened(occasion.lab, _NAME_CHARACTERS))
    lab = f"<p><b>{name}</b></p>" if name else ""
    study = escape(_shortened(occasion.study, _NAME_CHARACTERS))
    return (
        f"{lab}<p><b>{study}</b><br/>{escape(session)}</p>"
        f"<h2>{escape(translate('Receipt'))}</h2><p>{escape(person)}</p>"
        f"<table width='100%' cellpadding='4'>{table}{total}</table>"
        f"<p>{escape(_remark(row))}</p>"
        f"<p><br/><br/><br/>______________________________<br/>{escape(signature)}</p>{log}"
    )


def _lines(row: PaymentRow, occasion: Occasion) -> Iterator[tuple[str, int]]:
    """The items that add up to the total, in hundredths of the currency."""
    settings, paid = occasion.settings, row.payment
    currency = _shortened(settings.currency, _CURRENCY_CHARACTERS)
    fee, coins = _whole(paid.show_up_cents), _whole(paid.coins_cents)
    yield translate("Show-up fee"), fee
    if paid.paid_hundredths:
        yield (
            translate(
                "{coins} at {value}",
                coins=coins_in_words(paid.paid_hundredths),
                value=money_of_coin(settings.coin_value, currency),
            ),
            coins,
        )
    rest = paid.total_cents - fee - coins
    if paid.adjusted_cents is not None:
        yield translate("Set by the experimenter"), rest
    elif rest:
        yield translate("Rounding"), rest


def _line(name: str, cents: int, currency: str, tag: str = "span") -> str:
    words, amount = escape(name), escape(money(cents, currency))
    if spoken_locale().textDirection() is Qt.LayoutDirection.RightToLeft:
        # Qt mirrors the lines of a table, not its columns.
        cells = (("left", amount), ("right", words))
    else:
        cells = (("left", words), ("right", amount))
    row = "".join(f"<td align='{side}'><{tag}>{text}</{tag}></td>" for side, text in cells)
    return f"<tr>{row}</tr>"


def _shortened(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _by_itself(label: str) -> str:
    """A label that keeps the code behind it where it belongs, whatever letters it has."""
    kinds = {unicodedata.bidirectional(each) for each in label}
    return f"{OPENS}{label}{CLOSES}" if kinds & {"R", "AL", "AN"} else label


def _remark(row: PaymentRow) -> str:
    if not row.is_final:
        return translate("The session was not over yet: the amount may still change.")
    match row.payment.basis:
        case Basis.VOID:
            return translate("The group could not finish the game.")
        case Basis.NOT_SEATED:
            return translate("The participant came but did not take part in the game.")
        case Basis.PLAYED | Basis.DROPPED:
            return ""
        case _:
            assert_never(row.payment.basis)


def _whole(cents: Decimal) -> int:
    return int(cents.to_integral_value(ROUND_HALF_UP))
