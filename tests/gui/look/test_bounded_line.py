"""A field never cuts off what is pasted: it keeps it and says that it is too long."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from ui.control.session.ask_text import TextQuestion
from ui.control.session.talk_pane import TalkPane
from ui.kiosk.widgets.clock import Clock
from ui.kiosk.widgets.help_sheet import HelpSheet
from ui.look.bounded_line import BoundedLine

WINDOWS = Path(__file__).parents[3] / "ui"


def test_what_is_too_long_stays_and_is_told(qtbot: QtBot) -> None:
    line = BoundedLine(10)
    qtbot.addWidget(line)
    qtbot.addWidget(line.told)
    QGuiApplication.clipboard().setText("0123456789X")
    line.paste()
    assert line.text() == "0123456789X"
    assert not line.is_right
    assert line.told.text() == "Too long: at most 10 characters fit, and these are 11."
    line.setText("0123456789 ")  # spaces around it are not taken
    assert line.is_right
    assert line.told.isHidden()


def test_a_reason_that_is_too_long_cannot_be_given_and_is_not_lost(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    question = TextQuestion(owner, "Drop", "Reason:", "Continue", BoundedLine(200))
    question.field.setText("x" * 201)
    assert not question.act.isEnabled()
    assert question.field.told.isVisibleTo(question)
    question.field.setText("x" * 200)
    assert question.act.isEnabled()


def test_a_text_that_is_judged_says_why_it_cannot_be_taken(qtbot: QtBot) -> None:
    line = BoundedLine(64, judge=lambda text: "" if text.isalnum() else "No such name.")
    qtbot.addWidget(line)
    qtbot.addWidget(line.told)
    line.setText("§")
    assert line.told.text() == "No such name."


def test_a_message_that_is_too_long_is_not_sent_in_part(qtbot: QtBot) -> None:
    pane = TalkPane()
    qtbot.addWidget(pane)
    sent: list[str] = []
    pane.sent.connect(lambda _, text: sent.append(text))
    pane._code = "p1"
    pane.field.setText("x" * (MAX_MESSAGE_CHARACTERS + 1))
    assert not pane.send.isEnabled()
    pane.field.returnPressed.emit()
    assert not sent
    assert pane.field.text()


def test_a_call_that_is_too_long_is_not_made_in_part(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    sheet = HelpSheet(page, Clock())
    called: list[str] = []
    sheet.called.connect(called.append)
    sheet.field.setText("x" * (MAX_MESSAGE_CHARACTERS + 1))
    assert not sheet.field.told.isHidden()
    sheet.field.returnPressed.emit()
    assert not called
    sheet.field.setText("x" * MAX_MESSAGE_CHARACTERS)
    sheet.field.returnPressed.emit()
    assert called == ["x" * MAX_MESSAGE_CHARACTERS]


def test_no_field_of_any_window_cuts_texts_off() -> None:
    sources = {each.name: each.read_text("utf-8") for each in WINDOWS.rglob("*.py")}
    assert sources
    assert not [name for name, source in sources.items() if "setMaxLength" in source]


UNSEEN = "\u202ebackwards\u2028 and\n on\x07\x00 <b>{n}</b> \U0001f469\u200d\U0001f52c\u2066"
LINE = "backwards  and  on <b>{n}</b> \U0001f469\u200d\U0001f52c"


def test_what_is_pasted_becomes_one_line_that_turns_nothing(qtbot: QtBot) -> None:
    line = BoundedLine(len(LINE))
    qtbot.addWidget(line)
    QGuiApplication.clipboard().setText(UNSEEN)
    line.paste()
    assert line.line == LINE
    assert line.is_right


def test_a_text_of_nothing_that_can_be_seen_is_none(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    question = TextQuestion(owner, "Drop", "Reason:", "Continue", BoundedLine(200))
    question.field.setText("\x07\u202e \n")
    assert not question.act.isEnabled()


def test_a_message_loses_what_cannot_be_sent_and_nothing_else(qtbot: QtBot) -> None:
    pane, sheet = TalkPane(), HelpSheet(owner := QWidget(), Clock())
    qtbot.addWidget(pane)
    qtbot.addWidget(owner)
    sent: list[str] = []
    pane.sent.connect(lambda _, text: sent.append(text))
    sheet.called.connect(sent.append)
    pane._code = "p1"
    pane.field.setText(UNSEEN)
    pane.field.returnPressed.emit()
    sheet.field.setText(UNSEEN)
    sheet.field.returnPressed.emit()
    assert sent == [LINE, LINE]
