"""The payments of a session that another lab has played can be seen, and that lab pays them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from reading_in import reading_in
from two_labs import people_played, two_labs

from hcmd_lab.study.recorded import LAB_FACT
from ui.control.desk import Desk
from ui.control.session.draft import new_draft
from ui.control.session.payment_sheet import PaymentSheet


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with two_labs(tmp_path) as labs:
        labs.there.store.facts.set(LAB_FACT, "Haifa")
        people_played(labs.there)
        labs.send(labs.there, labs.here)
        people_played(labs.here)
        folder = labs.here.store.folder.path
    made = Desk()
    made.open_study(folder)
    with reading_in("en_US"):
        yield made
        made.close_study()


def test_another_lab_s_session_is_shown_and_not_paid(desk: Desk, qtbot: QtBot) -> None:
    [theirs] = desk.study.labs()
    payments = PaymentSheet(desk, theirs)
    qtbot.addWidget(payments)
    said = "\n".join(each.text() for each in payments.findChildren(QLabel))
    assert "Played in another lab (Haifa), which pays" in said
    assert "To be paid" not in said
    payments.table.selectRow(0)
    for each in (payments.adjust, payments.file, payments.recruitment, payments.receipts):
        assert not each.isEnabled()
        assert each.toolTip() == "Whoever played in another lab is paid there."
    assert not payments.lab.isEnabled()
    ticks = payments.table.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole)
    assert ticks is None


def test_this_lab_s_session_is_paid_here(desk: Desk, qtbot: QtBot) -> None:
    payments = PaymentSheet(desk, desk.study.session_state()[0])
    qtbot.addWidget(payments)
    said = "\n".join(each.text() for each in payments.findChildren(QLabel))
    assert "To be paid" in said
    assert payments.file.isEnabled()


def test_only_a_session_of_this_lab_is_the_last_one(tmp_path: Path, qtbot: QtBot) -> None:
    with two_labs(tmp_path) as labs:
        people_played(labs.there)
        labs.send(labs.there, labs.here)
        folder = labs.here.store.folder.path
    desk = Desk()
    desk.open_study(folder)
    assert new_draft(desk).is_first
    people_played(desk.study)
    assert not new_draft(desk).is_first
    desk.close_study()
