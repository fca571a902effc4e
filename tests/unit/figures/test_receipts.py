"""What stands on a receipt."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pdf_text import text_of
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_in import reading_in

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.receipts import Occasion, receipt_html, receipts_pdf, save_receipts
from hcmd_lab.game.payment import Basis, Payment
from hcmd_lab.game.payment_list import PaymentRow
from hcmd_lab.game.payment_settings import PaymentSettings
from ui.look.style import apply_look

OCCASION = Occasion("Fund & fairness", "abcd1234", "2026-01-02T03:04:05+00:00", PaymentSettings())
PLAYED = Payment(Basis.PLAYED, Decimal(500), 19_825, Decimal("793.00"), 1300, None)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with reading_in("en_US"):
        yield


def row(paid: Payment, label: str = "A <7>") -> PaymentRow:
    return PaymentRow("k7qx2m4p", label, "3", 1, 0, False, paid)


def text(paid: Payment, *, anonymous: bool = False) -> str:
    document = QTextDocument()
    document.setHtml(receipt_html(row(paid), OCCASION, anonymous=anonymous))
    return document.toPlainText()


def test_lines_add_up_to_the_total(qtbot: QtBot) -> None:
    said = text(PLAYED)
    for words in (
        "Fund & fairness", "Session abcd1234, Friday, January 2, 2026",
        "Participant: A <7> (k7qx2m4p)", "€5.00", "198.25 coins at €0.04", "€7.93", "Rounding",
        "€0.07", "Total received", "€13.00",
    ):  # fmt: skip
        assert words in said


def test_an_anonymous_receipt_has_no_label(qtbot: QtBot) -> None:
    said = text(PLAYED, anonymous=True)
    assert "A <7>" not in said
    assert "Participant: k7qx2m4p" in said


def test_whoever_did_not_play_is_paid_for_coming(qtbot: QtBot) -> None:
    said = text(Payment(Basis.NOT_SEATED, Decimal(500), 0, Decimal(0), 500, None))
    assert "did not take part in the game" in said
    assert "coins at" not in said
    assert "Rounding" not in said


def test_another_sum_is_told_as_such(qtbot: QtBot) -> None:
    said = text(Payment(Basis.PLAYED, Decimal(500), 19_825, Decimal("793.00"), 1300, 1000))
    assert "Set by the experimenter" in said
    assert "\u2212€2.93" in said
    assert "€10.00" in said


def test_where_no_person_is_paid_there_are_no_receipts(qtbot: QtBot, tmp_path: Path) -> None:
    simulated = replace(row(PLAYED), is_bot=True)
    for rows in ([simulated], []):
        with pytest.raises(OperatorError, match="There are no receipts of session abcd1234"):
            save_receipts(tmp_path / "receipts.pdf", rows, OCCASION)
    assert not (tmp_path / "receipts.pdf").exists()


def test_every_participant_has_a_page(qtbot: QtBot) -> None:
    data = receipts_pdf([row(PLAYED), row(PLAYED), row(PLAYED)], OCCASION, anonymous=False)
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 3


def test_sums_can_be_copied_from_it_under_the_programs_look(
    qapp: QApplication, tmp_path: Path
) -> None:
    apply_look(qapp, "light")
    path = tmp_path / "receipts.pdf"
    path.write_bytes(receipts_pdf([row(PLAYED)], OCCASION, anonymous=False))
    text = text_of(path)
    assert "€13.00" in text
    assert "€7.93" in text
