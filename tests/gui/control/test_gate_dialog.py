"""The gate in the window: what is found, looking ahead, and going on nevertheless."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from gated_studies import modelled_study, prospect
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.hosting import preflight
from hcmd_lab.hosting.preflight import Check, Verdict
from hcmd_lab.study import foreseeing
from ui.control.desk import Desk
from ui.control.gate_dialog import GateDialog
from ui.control.session.ask_text import TextQuestion


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk()
    desk.open_study(modelled_study(tmp_path / "study", foreseen=prospect(0.8)))
    yield desk
    desk.close_study()


def words(dialog: GateDialog) -> str:
    return " ".join(each.text() for each in dialog.rows.findChildren(QLabel))


def passing(dialog: GateDialog) -> list[QPushButton]:
    return [each for each in dialog.rows.findChildren(QPushButton) if not each.isHidden()]


def answer(reason: str) -> None:
    question = QApplication.activeModalWidget()
    assert isinstance(question, TextQuestion)
    question.field.setText(reason)
    question.act.click()


def test_what_stops_can_be_passed_over_with_a_reason(desk: Desk, qtbot: QtBot) -> None:
    dialog = GateDialog(desk, "theta_1")
    qtbot.addWidget(dialog)
    assert "should not meet people" in dialog.verdict.text()
    assert "In 80% of the groups somebody earns less" in words(dialog)
    (act,) = passing(dialog)
    QTimer.singleShot(0, lambda: answer("approved by the board"))
    act.click()
    assert "has passed over" in dialog.verdict.text()
    assert "approved by the board" in words(dialog)
    (kept,) = foreseeing.passed_over(desk.study)
    assert kept.reason == "approved by the board"


@pytest.mark.parametrize("participants", ["people", "simulated"])
def test_only_a_session_of_people_is_said_to_be_prevented(
    tmp_path: Path, qtbot: QtBot, participants: str
) -> None:
    """Simulated participants are never stopped."""
    desk = Desk()
    desk.open_study(
        modelled_study(tmp_path / "study", foreseen=prospect(0.8), participants=participants)
    )
    dialog = GateDialog(desk, "theta_1")
    qtbot.addWidget(dialog)
    signs = {each.accessibleName() for each in dialog.rows.findChildren(QWidget)}
    desk.close_study()
    assert ("Prevents the session" in signs) is (participants == "people")


def test_another_mechanism_has_to_be_looked_at_first(desk: Desk, qtbot: QtBot) -> None:
    dialog = GateDialog(desk, "theta_1")
    qtbot.addWidget(dialog)
    assert dialog.look.isHidden()
    dialog.mechanism.setCurrentIndex(dialog.mechanism.findData("libertarian"))
    assert not dialog.look.isHidden()
    assert "Nobody has looked yet" in words(dialog)
    assert not passing(dialog)  # looking is the way past it


def test_a_failure_to_look_ahead_is_told_and_nothing_is_kept(desk: Desk, qtbot: QtBot) -> None:
    dialog = GateDialog(desk, "libertarian")
    qtbot.addWidget(dialog)
    dialog.look.click()  # the study's MODEL has no checkpoint
    qtbot.waitUntil(dialog.look.isEnabled, timeout=90_000)
    assert "checkpoint" in dialog.verdict.text()
    assert "Nobody has looked yet" in words(dialog)


@pytest.mark.parametrize(
    ("purpose", "verdict"), [("acquire", Verdict.STOPS), ("pilot", Verdict.ATTENTION)]
)
def test_the_check_before_a_session_asks_the_gate(
    desk: Desk, purpose: preflight.Purpose, verdict: Verdict
) -> None:
    findings = preflight.examine(desk.study, purpose, address="127.0.0.1", port=0)
    found = [finding for finding in findings if finding.check is Check.GATE]
    assert [finding.verdict for finding in found] == [verdict]
