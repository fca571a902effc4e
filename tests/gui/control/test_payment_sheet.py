"""The payments of a session: seen while it runs, changed with a reason, saved and printed."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
import studies
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from reading_in import reading_in

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from ui.control.desk import Desk
from ui.control.session.payment_desk import PaymentDesk, PaymentQuestion

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


@pytest.fixture
def payments(desk: Desk, qtbot: QtBot) -> PaymentDesk:
    made = PaymentDesk(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def cells(payments: PaymentDesk) -> list[list[str]]:
    model = payments.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def words(payments: PaymentDesk) -> str:
    return "\n".join(each.text() for each in payments.findChildren(QLabel))


def test_coins_and_money_are_written_as_the_reader_does(
    desk: Desk, payments: PaymentDesk, qtbot: QtBot
) -> None:
    with reading_in("de"):
        german = PaymentDesk(desk)
        qtbot.addWidget(german)
        assert cells(german)[0][3:5] == ["0,00", "4,00\u00a0€"]


def test_everyone_is_there_and_the_sum(payments: PaymentDesk, desk: Desk) -> None:
    assert cells(payments) == [
        ["Ann", "–", "–", "0.00", "€4.00", "Did not play"],
        ["Ben", "–", "–", "0.00", "€4.00", "Did not play"],
    ]
    assert "Total: €8.00 for 2 participants" in words(payments)
    assert desk.host is not None
    desk.host.runner.do(ev.TurnedAway, "away0003", "", "late")
    payments.refresh()
    assert cells(payments)[2][0] == "away0003"
    assert "Total: €12.00" in words(payments)


def test_another_sum_needs_a_reason_and_stands_in_the_log(
    payments: PaymentDesk, desk: Desk, qtbot: QtBot
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
    assert cells(payments)[1][4:] == ["€12.35", "Set by the experimenter"]
    assert desk.host is not None
    log = desk.study.store.log.events(desk.host.session)
    adjusted = next(event for event in log if isinstance(event, ev.PaymentAdjusted))
    assert (adjusted.participant, adjusted.cents, adjusted.reason) == ("away0002", 1235, "long way")
    assert payments.table.selectionModel().selectedRows()[0].row() == 1
    payments.set_payment("away0002", 100, " ")
    assert "Give the reason for the changed payment." in words(payments)


@pytest.mark.parametrize("anonymous", [False, True])
def test_list_and_receipts_are_saved(
    payments: PaymentDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anonymous: bool
) -> None:
    for name in ("list.csv", "receipts.pdf"):
        place = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, p=place: (str(p), ""))
        payments.anonymous.setChecked(anonymous)
        (payments.file if name == "list.csv" else payments.receipts).click()
        assert f"Saved: {place}" in words(payments)
    with (tmp_path / "list.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["payment"] for row in rows] == ["4.00", "4.00"]
    assert [row["participant.label"] for row in rows] == (["", ""] if anonymous else ["Ann", "Ben"])
    assert (tmp_path / "receipts.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_said(
    payments: PaymentDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    place = str(blocked / "receipts.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (place, ""))
    payments.receipts.click()
    assert "The receipts cannot be written" in words(payments)
