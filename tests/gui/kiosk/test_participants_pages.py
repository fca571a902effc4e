"""What a participant finds on the pages: instructions again, time to read, a seat that is free."""

from dataclasses import replace
from functools import partial

import pytest
import shown_screen
from network_lab import Log
from participant_views import READ, every_page, question_view, script_pages, script_view
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shown_screen import find, press

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.station_messages import UNSENT, CheckIn, TurnPage
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.instructions_sheet import InstructionsSheet
from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.radio_mark import RadioMark

LEFT = Qt.MouseButton.LeftButton
FREE = SeatView(Page.GOODBYE, participant="p1", can_check_in=True)
shown = partial(shown_screen.shown, size=QSize(1024, 640))


def sheet(screen: ParticipantScreen) -> InstructionsSheet:
    return screen.findChild(InstructionsSheet)


# --- the instructions again ---


@pytest.mark.parametrize("page", ["question", "decide"])
def test_the_instructions_are_opened_read_and_closed_with_keys(qtbot: QtBot, page: str) -> None:
    screen = shown(qtbot, every_page()[page])
    sent = Log(screen, "commanded")
    press(qtbot, screen, Qt.Key.Key_F3)
    reader = sheet(screen).findChild(Reader)
    assert reader.isVisible()
    assert reader.markdown == READ[0]
    press(qtbot, screen, Qt.Key.Key_Right)
    assert reader.markdown == READ[1]
    press(qtbot, screen, Qt.Key.Key_Right)
    press(qtbot, screen, Qt.Key.Key_Return)
    press(qtbot, screen, Qt.Key.Key_PageUp)
    assert reader.markdown == READ[0]
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert sheet(screen).isHidden()
    assert sent.entries == []
    assert screen.page.isAncestorOf(screen.focusWidget()) or screen.page is screen.focusWidget()


def test_the_instructions_are_opened_read_and_closed_with_the_mouse(qtbot: QtBot) -> None:
    screen = shown(qtbot, every_page()["question"])
    qtbot.mouseClick(find(screen, "show_instructions"), LEFT)
    reader = sheet(screen).findChild(Reader)
    assert not find(screen, "sheet_back").isEnabled()
    qtbot.mouseClick(find(screen, "sheet_next"), LEFT)
    assert reader.markdown == READ[1]
    assert not find(screen, "sheet_next").isEnabled()
    qtbot.mouseClick(find(screen, "close_instructions"), LEFT)
    assert sheet(screen).isHidden()


def test_looking_them_up_takes_no_choice_away_and_a_new_page_closes_them(qtbot: QtBot) -> None:
    screen = shown(qtbot, every_page()["question"])
    qtbot.keyClicks(screen.focusWidget(), "2")
    press(qtbot, screen, Qt.Key.Key_F3)
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert find(screen, "option_2", QAbstractButton).isChecked()
    press(qtbot, screen, Qt.Key.Key_F3)
    screen.show_view(every_page()["decide"])
    assert sheet(screen).isHidden()


def test_without_instructions_there_is_nothing_to_open(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view())
    assert not screen.findChild(QPushButton, "show_instructions").isVisible()
    press(qtbot, screen, Qt.Key.Key_F3)
    assert sheet(screen).isHidden()


# --- time to read ---


def test_a_page_cannot_be_turned_before_its_button_is_full(qtbot: QtBot) -> None:
    waits = script_view(Page.INSTRUCTIONS, text="# One", page=0, pages=2, wait_ms=900)
    screen = shown(qtbot, SeatView(Page.CLOSED))
    screen.show_view(waits)
    sent = Log(screen, "commanded")
    turn = screen.page.footer.button
    assert not turn.isEnabled()
    assert "0:01" in turn.accessibleDescription()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
        press(qtbot, screen, key)
    assert sent.entries == []
    qtbot.waitUntil(turn.isEnabled)
    press(qtbot, screen, Qt.Key.Key_Return)
    assert sent.of("commanded") == [(TurnPage(UNSENT, 1),)]


def test_a_page_that_was_read_before_is_turned_at_once(qtbot: QtBot) -> None:
    first = script_view(Page.INSTRUCTIONS, text="# One", page=0, pages=2, wait_ms=60_000)
    screen = shown(qtbot, first)
    screen.show_view(script_view(Page.INSTRUCTIONS, text="# Two", page=1, pages=2))
    assert screen.page.footer.button.isEnabled()


# --- a wrong answer ---


def test_a_wrong_answer_has_a_cross_and_words_and_the_next_question_none(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view())
    rows = [find(screen, f"option_{n}", QAbstractButton) for n in (1, 2, 3)]
    whole = [row.grab().toImage() for row in rows]
    screen.show_view(question_view(wrong_answer=1, why="Think of it."))
    assert [row.accessibleDescription() for row in rows] == ["Not right", "", ""]
    crosses = [mark for mark in screen.page.findChildren(RadioMark) if mark._wrong]
    assert sum(mark.isVisible() for mark in crosses) == 2, "at the option and at the verdict"
    assert rows[0].grab().toImage() != whole[0]
    screen.show_view(question_view(question="next", page=2))
    assert [row.accessibleDescription() for row in rows] == ["", "", ""]


def test_a_wrong_number_has_a_cross_too(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view(options=()))
    screen.show_view(question_view(options=(), wrong_answer=7))
    assert any(mark.isVisible() for mark in screen.page.findChildren(RadioMark))


# --- consent ---


def test_both_answers_to_the_consent_look_alike(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_pages()["consent"])
    agree, decline = find(screen, "agree"), find(screen, "decline")
    assert agree.size() == decline.size()
    assert agree.y() == decline.y()
    assert agree.property("kind") == decline.property("kind")
    assert agree.font() == decline.font()
    assert agree.autoDefault() == decline.autoDefault()


# --- check-in ---


def test_without_labels_checking_in_is_one_press(qtbot: QtBot) -> None:
    screen = shown(qtbot, SeatView(Page.CHECK_IN))
    sent = Log(screen, "commanded")
    assert not any(field.isVisible() for field in screen.findChildren(QLineEdit))
    press(qtbot, screen, Qt.Key.Key_Return)
    assert sent.of("commanded") == [(CheckIn(UNSENT, "", is_bot=False),)]


@pytest.mark.parametrize("asks", ["label_asked", "label_required"])
def test_where_labels_are_used_one_is_asked_for(qtbot: QtBot, asks: str) -> None:
    screen = shown(qtbot, replace(SeatView(Page.CHECK_IN), **{asks: True}))
    sent = Log(screen, "commanded")
    assert find(screen, "check_in").isEnabled() == (asks == "label_asked")
    find(screen, "check_in_label", QLineEdit).insert("\u200fנועה ")
    press(qtbot, screen, Qt.Key.Key_Return)
    assert sent.of("commanded") == [(CheckIn(UNSENT, "נועה", is_bot=False),)]


# --- a seat that is free again ---


def test_a_free_seat_says_so_and_lets_somebody_else_check_in(qtbot: QtBot) -> None:
    screen = shown(qtbot, FREE)
    sent = Log(screen, "commanded")
    said = [label.text() for label in screen.page.findChildren(QLabel) if label.isVisible()]
    assert "This seat is free for somebody else." in said
    qtbot.mouseClick(find(screen, "check_in_here"), LEFT)
    assert find(screen, "check_in").isVisible()
    screen.show_view(replace(FREE, calls_help=True))
    press(qtbot, screen, Qt.Key.Key_Return)
    assert sent.of("commanded") == [(CheckIn(UNSENT, "", is_bot=False),)]
    screen.show_view(replace(script_pages()["consent"], participant="p2"))
    assert screen.newcomer_after == ""
    screen.show_view(FREE)
    assert find(screen, "check_in_here").isVisible(), "the next one is asked anew"


def test_a_seat_that_is_taken_meanwhile_is_not_offered(qtbot: QtBot) -> None:
    screen = shown(qtbot, FREE)
    qtbot.mouseClick(find(screen, "check_in_here"), LEFT)
    screen.show_view(replace(FREE, can_check_in=False))
    assert not screen.findChild(QPushButton, "check_in_here").isVisible()
    assert not screen.findChild(QPushButton, "check_in").isVisible()
