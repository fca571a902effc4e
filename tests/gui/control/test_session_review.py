"""Any session of the study can be looked at again: from the Session panel and from Data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.study.simulated import play_simulated
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.session.log_pane import LogPane
from ui.control.session.script_preview import ScriptPages
from ui.control.session.session_review import ReviewPage, SessionReview
from ui.control.session_panel import SessionPanel
from ui.control.settings_sheet import SettingsSheet
from ui.look.selectable_text import SelectableText


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    made.open_study(playable_study(tmp_path / "study", 8))
    rules = parse_rules({"show_up_fee": 4.0, "consent": True, "participant_list": True}, GAME_ALONE)
    made.open_session(
        "acquire", 1, rules, participant_list=("Ann", "Ben"), address="127.0.0.1", port=0,
        exit_pin="",
    )  # fmt: skip
    assert made.host is not None
    made.host.runner.do(ev.StationBack, "3")
    made.host.runner.do(ev.CheckedIn, "person01", "3", "Ann", False)
    made.host.abandon()
    made.end_hosting()
    play_simulated(made.study, "acquire", 1)  # a second session, after the first
    made.study_changed.emit()
    yield made
    made.close_study()


def words(widget: QWidget) -> str:
    told = [*widget.findChildren(QLabel), *widget.findChildren(SelectableText)]
    return "\n".join(each.text() for each in told)


def looked_at(qtbot: QtBot, owner: QWidget) -> SessionReview:
    [review] = owner.findChildren(SessionReview)
    assert review.isVisible()
    return review


def check_first_session(review: SessionReview) -> None:
    """Hold everything against what happened in the first session of the desk."""
    for page in ReviewPage:
        review.show_page(page)
    assert "0 of 1" in words(review.pages[ReviewPage.SUMMARY])
    assert "To be paid: €4.00 to 1 participant." in words(review.payments)
    people = review.pages[ReviewPage.PEOPLE].model()
    assert [people.index(row, 0).data() for row in range(people.rowCount())] == ["Ann", "Ben"]
    assert people.index(1, 5).data() == "Did not come"
    log = review.pages[ReviewPage.LOG]
    assert isinstance(log, LogPane)
    assert "Ann checked in at station 3" in log.lines.toPlainText()
    sheet = review.findChild(SettingsSheet)
    assert sheet is not None
    off = {"instructions", "control_questions", "questionnaire", "payment_screen"}
    assert set(sheet.marked) == {"show_up_fee", "participant_list"} | off
    texts = review.pages[ReviewPage.TEXTS]
    assert isinstance(texts, ScriptPages)
    assert texts.pages.item(0).text() == "Consent"


def test_from_the_session_panel(desk: Desk, qtbot: QtBot) -> None:
    panel = SessionPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    sessions = panel.overview.sessions
    assert sessions.table.model().rowCount() == 2
    assert not sessions.look.isEnabled()
    oldest = sessions.table.visualRect(sessions.table.model().index(1, 0))  # it stands last
    qtbot.mouseClick(sessions.table.viewport(), Qt.MouseButton.LeftButton, pos=oldest.center())
    sessions.look.click()
    check_first_session(looked_at(qtbot, panel))


def test_from_the_data_panel(desk: Desk, qtbot: QtBot) -> None:
    panel = DataPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.sessions.model().rowCount() == 2)
    panel.sessions.activated.emit(panel.sessions.model().index(1, 0))
    check_first_session(looked_at(qtbot, panel))


def test_the_session_that_has_just_ended(desk: Desk, qtbot: QtBot) -> None:
    panel = SessionPanel(desk)
    qtbot.addWidget(panel)
    desk.open_session("pilot", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    assert desk.host is not None
    desk.host.abandon()
    panel.show()
    panel.summary.look.click()
    review = looked_at(qtbot, panel)
    assert desk.host.session in review.windowTitle()


def test_of_simulated_participants_nobody_is_paid(desk: Desk, qtbot: QtBot) -> None:
    session = desk.study.store.tables.sessions()[-1].code
    review = SessionReview(desk, session)
    qtbot.addWidget(review)
    assert "To be paid: €0.00 to 0 participants.\n4 simulated participants are not paid." in words(
        review.payments
    )
    assert not review.payments.receipts.isEnabled()
