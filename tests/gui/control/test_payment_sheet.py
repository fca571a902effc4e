"""The payments of a session: seen while it runs, changed with a reason, saved and printed."""

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import studies
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from reading_in import reading_in

from hcmd_lab.export.attendance_file import AttendanceColumn
from hcmd_lab.figures.receipts import receipt_html, receipts_pdf
from hcmd_lab.game import events as ev
from hcmd_lab.game.payment_list import PaymentOrder
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.telling.times import when
from ui.control.desk import Desk
from ui.control.session.attendance_question import AttendanceQuestion
from ui.control.session.payment_question import PaymentQuestion
from ui.control.session.payment_sheet import PaymentSheet

HOME = "127.0.0.1"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    made.open_study(studies.playable_study(tmp_path / "study", 4))
    rules = parse_rules({"show_up_fee": 4.0, "consent": True}, GAME_ALONE)
    made.open_session("acquire", 1, rules, address=HOME, port=0, exit_pin="")
    host = made.host
    assert host is not None
    host.runner.do(ev.TurnedAway, "away0001", "Ann", "every seat is taken")
    host.runner.do(ev.TurnedAway, "away0002", "Ben", "every seat is taken")
    with reading_in("en_US"):
        yield made
        made.close_study()


def session_of(desk: Desk) -> str:
    assert desk.host is not None
    return desk.host.session


@pytest.fixture
def payments(desk: Desk, qtbot: QtBot) -> PaymentSheet:
    made = PaymentSheet(desk, session_of(desk))
    qtbot.addWidget(made)
    made.show()
    return made


def cells(payments: PaymentSheet) -> list[list[str]]:
    model = payments.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def receipts_menu(payments: PaymentSheet) -> dict[str, QAction]:
    return {action.text(): action for action in payments.receipts.menu().actions()}


@pytest.mark.parametrize("to_file", [True, False])
def test_receipts_that_are_printed_to_a_file_are_not_said_to_be_with_the_printer(
    payments: PaymentSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to_file: bool
) -> None:
    """The system's dialog has a file among its printers."""
    file = tmp_path / "receipts.pdf"

    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(file))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    if not to_file:
        monkeypatch.setattr(QPrinter, "outputFileName", lambda _: "")
    payments.print_receipts()
    assert file.exists()
    assert (f"Saved: {file}" in words(payments)) is to_file
    assert ("with the printer" in words(payments)) is not to_file


def words(payments: PaymentSheet) -> str:
    return "\n".join(each.text() for each in payments.findChildren(QLabel))


def test_coins_and_money_are_written_as_the_reader_does(
    desk: Desk, payments: PaymentSheet, qtbot: QtBot
) -> None:
    with reading_in("de"):
        german = PaymentSheet(desk, session_of(desk))
        qtbot.addWidget(german)
        assert cells(german)[0][4:6] == ["0,00", "4,00\u00a0€"]


def test_everyone_is_there_and_the_sum(payments: PaymentSheet, desk: Desk) -> None:
    assert cells(payments) == [
        ["", "Ann", "–", "–", "0.00", "€4.00", "Did not play"],
        ["", "Ben", "–", "–", "0.00", "€4.00", "Did not play"],
    ]
    assert "To be paid: €8.00 to 2 participants" in words(payments)
    assert desk.host is not None
    desk.host.runner.do(ev.TurnedAway, "away0003", "", "late")
    payments.refresh()
    assert cells(payments)[2][1] == "away0003"
    assert "To be paid: €12.00" in words(payments)


def test_another_sum_needs_a_reason_and_stands_in_the_log(
    payments: PaymentSheet, desk: Desk, qtbot: QtBot
) -> None:
    assert not payments.adjust.isEnabled()
    payments.table.selectRow(1)
    assert payments.adjust.isEnabled()
    question = PaymentQuestion(payments._rows[1], "EUR", payments)
    qtbot.addWidget(question)
    assert not question.act.isEnabled()
    question.amount.setValue(12.35)
    question.reason.setText("long way")
    assert question.act.isEnabled()
    payments.set_payment("away0002", question.cents, question.reason.text())
    assert cells(payments)[1][5:] == ["€12.35", "Set by the experimenter"]
    assert desk.host is not None
    log = desk.study.store.log.events(desk.host.session)
    adjusted = next(event for event in log if isinstance(event, ev.PaymentAdjusted))
    assert (adjusted.participant, adjusted.cents, adjusted.reason) == ("away0002", 1235, "long way")
    assert payments.table.selectionModel().selectedRows()[0].row() == 1
    payments.set_payment("away0002", 100, " ")
    assert "Give the reason for the changed payment." in words(payments)


@pytest.mark.parametrize("anonymous", [False, True])
def test_list_and_receipts_are_saved(
    payments: PaymentSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anonymous: bool
) -> None:
    for name in ("list.csv", "receipts.pdf"):
        place = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, p=place: (str(p), ""))
        payments.anonymous.setChecked(anonymous)
        if name == "list.csv":
            payments.file.click()
        else:
            receipts_menu(payments)["&Save as PDF…"].trigger()
        assert f"Saved: {place}" in words(payments)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["payment"] for row in rows] == ["4.00", "4.00"]
    assert [row["participant.label"] for row in rows] == (["", ""] if anonymous else ["Ann", "Ben"])
    assert (tmp_path / "receipts.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("region", "amount"), [("de_DE", "4,00"), ("en_GB", "4.00")])
def test_a_cashier_s_spreadsheet_reads_the_list_as_it_is(
    payments: PaymentSheet,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    region: str,
    amount: str,
) -> None:
    """One of Excel's: fields are parted by the region's sign, names are UTF-8 after its mark."""
    assert desk.host is not None
    desk.host.runner.do(ev.StationBack, "3")
    desk.host.runner.do(ev.CheckedIn, "here0001", "3", "Jörg", False)
    payments.refresh()
    place = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(region))
    payments.file.click()
    written = place.read_bytes()
    assert written.startswith(codecs.BOM_UTF8)
    parted = ";" if QLocale(region).decimalPoint() == "," else ","
    rows = list(csv.DictReader(written.decode("utf-8-sig").splitlines(), delimiter=parted))
    paid = {row["participant.label"]: row["payment"] for row in rows}
    assert paid["Ben"] == amount
    assert "Jörg" in paid


def test_a_folder_that_cannot_be_written_is_said(
    payments: PaymentSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    place = str(blocked / "receipts.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (place, ""))
    receipts_menu(payments)["&Save as PDF…"].trigger()
    assert "The receipts cannot be written" in words(payments)


def tick(payments: PaymentSheet, row: int) -> None:
    """Tick as the keyboard does: the cell of the row, then Space."""
    payments.table.setCurrentIndex(payments.table.model().index(row, 0))
    QTest.keyClick(payments.table, Qt.Key.Key_Space)


def test_who_has_been_paid_is_ticked_with_the_time_and_survives(
    payments: PaymentSheet, desk: Desk, qtbot: QtBot
) -> None:
    session, folder = session_of(desk), desk.study.store.folder.path
    tick(payments, 0)
    assert cells(payments)[0][0] == when(paid_utc(desk, "away0001"))
    assert "To be paid: €4.00 to 1 participant.\nPaid so far: €4.00 to 1 participant." in words(
        payments
    )
    assert desk.host is not None
    desk.host.abandon()
    assert desk.session_state is not None
    assert desk.session_state.closed
    tick(payments, 1)  # in a session that is over
    assert "To be paid: €0.00 to 0 participants.\nPaid so far: €8.00 to 2 participants." in words(
        payments
    )
    tick(payments, 0)
    assert "Paid so far: €4.00 to 1 participant." in words(payments)
    desk.open_session("acquire", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
    again = PaymentSheet(desk, session)  # of the first session, after the second one
    qtbot.addWidget(again)
    assert "Paid so far: €4.00 to 1 participant." in words(again)
    tick(again, 0)
    desk.close_study()
    desk.open_study(folder)
    reopened = PaymentSheet(desk, session)
    qtbot.addWidget(reopened)
    assert "Paid so far: €8.00 to 2 participants." in words(reopened)


def paid_utc(desk: Desk, code: str) -> str:
    assert desk.session_state is not None
    return desk.session_state.participants[code].paid_utc


def test_a_payment_that_changes_after_it_was_made_is_told(payments: PaymentSheet) -> None:
    tick(payments, 0)
    payments.set_payment("away0001", 500, "bus")
    assert cells(payments)[0][6] == "€4.00 was paid; the amount has changed since"
    assert "1 amount changed after payment: see the remark." in words(payments)
    tick(payments, 0)
    tick(payments, 0)
    assert "changed after payment" not in words(payments)


def test_a_tick_moves_no_row_under_the_mouse(payments: PaymentSheet) -> None:
    def place() -> tuple[int, int]:
        payments.layout().activate()
        return payments.table.y(), payments.table.height()

    before = place()
    tick(payments, 0)
    assert place() == before


def test_whose_amount_is_final_is_not_said_to_change(payments: PaymentSheet, desk: Desk) -> None:
    assert "may still change" not in words(payments), "they were turned away"
    assert desk.host is not None
    desk.host.runner.do(ev.StationBack, "3")
    desk.host.runner.do(ev.CheckedIn, "here0001", "3", "", False)
    payments.refresh()
    assert "1 amount may still change." in words(payments)
    payments.set_payment("here0001", 900, "bus")
    assert "may still change" not in words(payments), "the experimenter has set it"


def test_a_list_says_which_amounts_may_still_change(
    payments: PaymentSheet, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))

    def saved() -> dict[str, str]:
        payments.file.click()
        with place.open(encoding="utf-8-sig", newline="") as file:
            return {each["participant.code"]: each["may_change"] for each in csv.DictReader(file)}

    assert saved() == {"away0001": "0", "away0002": "0"}
    assert payments.words.text() == f"Saved: {place}"
    assert desk.host is not None
    desk.host.runner.do(ev.StationBack, "3")
    desk.host.runner.do(ev.CheckedIn, "here0001", "3", "", False)
    payments.refresh()
    assert saved() == {"away0001": "0", "away0002": "0", "here0001": "1"}
    assert "1 amount in it may still change" in payments.words.text()


def test_simulated_participants_are_marked_and_not_in_the_sum(
    payments: PaymentSheet, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.host is not None
    desk.host.runner.do(ev.StationBack, "3")
    desk.host.runner.do(ev.CheckedIn, "bot00001", "3", "", True)
    payments.refresh()
    assert "To be paid: €8.00 to 2 participants.\n1 simulated participant is not paid." in words(
        payments
    )
    [row] = [each for each in cells(payments) if each[1] == "bot00001"]
    assert row[5:] == ["€0.00", "Simulated: not paid"]
    place = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    payments.file.click()
    with place.open(encoding="utf-8-sig", newline="") as file:
        total = sum(float(each["payment"]) for each in csv.DictReader(file))
    assert total == 8
    occasion = payments._occasion()
    pdf = receipts_pdf(payments._rows, occasion, anonymous=False)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 2
    with pytest.raises(IllegalEventError, match="simulated participant is not paid"):
        desk.host.runner.do(ev.PaidOut, "bot00001", 0, "2030")


def test_the_order_and_the_name_of_the_lab_stay(
    payments: PaymentSheet, desk: Desk, qtbot: QtBot, opened_files: list[str]
) -> None:
    assert desk.host is not None
    for code, station, name in (("c1", "10", "Zoe"), ("c2", "9", "Cem")):
        desk.host.runner.do(ev.StationBack, station)
        desk.host.runner.do(ev.CheckedIn, code, station, name, False)
    expected = {
        PaymentOrder.STATION: ["Cem", "Zoe", "Ann", "Ben"],
        PaymentOrder.LABEL: ["Ann", "Ben", "Cem", "Zoe"],
        PaymentOrder.CODE: ["Ann", "Ben", "Zoe", "Cem"],
        PaymentOrder.ARRIVAL: ["Ann", "Ben", "Zoe", "Cem"],
    }
    for order, names in expected.items():
        payments.order.setCurrentIndex(payments.order.findData(order))
        payments.refresh()
        assert [each[1] for each in cells(payments)] == names
    payments.lab.setText("Lab of Tests")
    payments.lab.editingFinished.emit()
    again = PaymentSheet(desk, session_of(desk))
    qtbot.addWidget(again)
    assert again.lab.text() == "Lab of Tests"
    html = receipt_html(again._rows[0], again._occasion(), anonymous=False)
    assert "Lab of Tests" in html
    receipts_menu(again)["&Open as PDF"].trigger()
    assert Path(opened_files[0]).read_bytes().startswith(b"%PDF")


def test_no_receipt_has_a_part_of_the_name_of_the_lab(payments: PaymentSheet) -> None:
    payments.lab.setText("Lab " * 100)
    assert not payments.receipts.isEnabled()
    payments.table.selectRow(0)
    payments.refresh()  # as once a second while the session runs
    assert not payments.receipts.isEnabled()
    payments.lab.setText("Lab")
    assert payments.receipts.isEnabled()


def test_attendance_is_saved_in_the_columns_of_a_recruitment_system(
    payments: PaymentSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "attendance.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    payments.recruitment.click()
    question = payments.findChild(AttendanceQuestion)
    assert question is not None
    question.layout_choice.setCurrentIndex(question.layout_choice.findText("ORSEE"))
    question.columns[AttendanceColumn.CURRENCY].setChecked(True)
    question.columns[AttendanceColumn.STATUS].setChecked(False)
    question.act.click()
    rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))
    assert [row["participant_id"] for row in rows] == ["Ann", "Ben"]
    assert rows[0] == {"participant_id": "Ann", "payment_amt": "4.00", "currency": "EUR"}


def test_a_file_has_to_have_a_column(payments: PaymentSheet) -> None:
    payments.recruitment.click()
    question = payments.findChild(AttendanceQuestion)
    assert question is not None
    for box in question.columns.values():
        box.setChecked(False)
    assert not question.act.isEnabled()
