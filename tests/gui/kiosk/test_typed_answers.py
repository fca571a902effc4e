"""What people type is taken as it was meant, or they are told why not; notices are true now."""

from collections.abc import Callable

import msgspec
import pytest
from network_lab import Log
from participant_views import ITEMS, question_view, script_pages, script_view, view
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from shown_screen import find, press, shown

from hcmd_lab.game.materials import Item
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.station_messages import UNSENT, AnswerQuestion, Decide
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.item_card import ItemCard
from ui.kiosk.widgets.typed_number import TOGETHER_MS

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def texts(screen: ParticipantScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("point", [".", ","])
def test_ten_point_nought_is_ten_coins(qtbot: QtBot, point: str) -> None:
    screen = shown(qtbot, view(Page.DECIDE))
    commands = Log(screen, "commanded")
    press(qtbot, screen, f"10{point}0")
    assert "whole coins" in texts(screen)
    press(qtbot, screen, ENTER)
    assert commands.of("commanded") == [(Decide(UNSENT, 1, 4, 10),)]


def test_half_coins_are_said_not_to_go(qtbot: QtBot) -> None:
    screen = shown(qtbot, view(Page.DECIDE))
    commands = Log(screen, "commanded")
    press(qtbot, screen, "2.5")
    assert "You keep 8 coins" in texts(screen), "what Confirm would send"
    assert "whole coins" in texts(screen)
    press(qtbot, screen, Qt.Key.Key_Left)
    assert "whole coins" not in texts(screen), "another amount was chosen"
    press(qtbot, screen, ENTER)
    assert commands.of("commanded") == [(Decide(UNSENT, 1, 4, 1),)]


def test_a_control_question_takes_no_point_for_nothing(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view(options=()))
    commands = Log(screen, "commanded")
    press(qtbot, screen, "16.5")
    assert "a whole number" in texts(screen)
    press(qtbot, screen, ENTER)
    assert commands.of("commanded") == []
    press(qtbot, screen, Qt.Key.Key_Backspace, "0")
    assert "a whole number" not in texts(screen)
    press(qtbot, screen, ENTER)
    assert commands.of("commanded") == [(AnswerQuestion(UNSENT, "keep", 16),)]


@pytest.mark.parametrize("typed", ["2", "16"])
def test_after_help_the_answer_can_be_typed_at_once(qtbot: QtBot, typed: str) -> None:
    """Whoever has only a keyboard does not have to look for the field."""
    options = () if typed == "16" else ("4", "6", "10")
    asked = question_view(options=options)
    screen = shown(qtbot, asked)
    commands = Log(screen, "commanded")
    stuck = question_view(options=options, wrong_answer=1, why="Why.", must_wait=True)
    press(qtbot, screen, "1", ENTER)
    screen.show_view(stuck)
    screen.show_view(asked)
    assert screen.focusWidget() is not screen.page, "the focus can be seen"
    press(qtbot, screen, typed, ENTER)
    assert commands.of("commanded")[1:] == [(AnswerQuestion(UNSENT, "keep", int(typed)),)]


def test_an_age_with_a_point_is_not_another_age(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_view(Page.QUESTIONNAIRE, items=ITEMS[1:2]))
    field = find(screen, "typed_answer", QLineEdit)
    press(qtbot, screen, "30.5")
    assert field.text() == "30.5"
    find(screen, "hand_in").click()
    assert "whole number from 16 to 99" in texts(screen)


def test_the_notice_counts_what_is_still_wrong(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_view(Page.QUESTIONNAIRE, items=ITEMS[:3]))
    find(screen, "hand_in").click()
    assert "3 answers are missing or not valid." in texts(screen)
    press(qtbot, screen, "4")
    assert "2 answers are missing or not valid." in texts(screen)
    find(screen, "item_age", ItemCard).take_focus()
    press(qtbot, screen, "3")
    assert "2 answers are missing or not valid." in texts(screen), "nobody is 3"
    press(qtbot, screen, "0")
    assert "1 answer is missing or not valid." in texts(screen)
    find(screen, "item_study", ItemCard).take_focus()
    press(qtbot, screen, "1")
    assert "not valid" not in texts(screen)


def test_a_wrong_answer_does_not_move_the_focus_before_help_came(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_pages()["question_wrong"])
    assert not find(screen, "option_1").hasFocus()
    press(qtbot, screen, TAB)
    assert not find(screen, "option_1").isEnabled()


ARABIC_TWO = "\u0662"


@pytest.mark.parametrize(
    ("shows", "told"),
    [
        (lambda: view(Page.VOTE), "Vote"),
        (question_view, "AnswerQuestion"),
    ],
)
def test_digits_of_any_keyboard_choose(
    qtbot: QtBot, shows: Callable[[], SeatView], told: str
) -> None:
    """A page that is fresh lets digits through, whatever script they are in."""
    screen = shown(qtbot, shows())
    commands = Log(screen, "commanded")
    none = Qt.KeyboardModifier.NoModifier
    focused = screen.focusWidget()
    assert focused is not None
    QApplication.sendEvent(focused, QKeyEvent(QKeyEvent.Type.KeyPress, 0, none, ARABIC_TWO))
    press(qtbot, screen, ENTER)
    ((command,),) = commands.of("commanded")
    assert type(command).__name__ == told
    assert 2 in msgspec.structs.astuple(command)


MANY = tuple(f"Option {number}" for number in range(1, 13))


@pytest.mark.parametrize(
    ("item", "typed", "meant"),
    [
        (Item("scale", "likert", "?", ("no", "yes"), 0, 10), "10", 10),
        (Item("scale", "likert", "?", ("no", "yes"), 0, 10), "15", 5),
        (Item("scale", "likert", "?", ("no", "yes"), 1, 7), "12", 2),
        (Item("scale", "likert", "?", ("no", "yes"), 1, 7), "80", None),
        (Item("scale", "likert", "?", ("no", "yes"), -3, 3), "-2", -2),
        (Item("scale", "likert", "?", ("no", "yes"), -3, 3), "-25", -2),
        (Item("scale", "likert", "?", ("no", "yes"), -10, -1), "-10", -10),
        (Item("scale", "likert", "?", ("no", "yes"), -3, 3), "2", 2),
        (Item("choice", "choice", "?", MANY), "12", 12),
        (Item("choice", "choice", "?", MANY), "10", 10),
        (Item("choice", "choice", "?", MANY), "13", 3),
        (Item("choice", "choice", "?", MANY[:4]), "12", 2),
        (Item("choice", "choice", "?", MANY[:4]), "5", None),
    ],
)  # fmt: skip
def test_a_number_of_several_keys_is_one_answer(
    qtbot: QtBot, item: Item, typed: str, meant: int | None
) -> None:
    """As coins are typed; of a number that no answer has, its last digit, or nothing."""
    screen = shown(qtbot, script_view(Page.QUESTIONNAIRE, items=(item,)))
    press(qtbot, screen, typed)
    (card,) = screen.findChildren(ItemCard)
    assert card.answer == meant


def test_digits_that_do_not_follow_each_other_are_two_answers(qtbot: QtBot) -> None:
    """Somebody who thinks again chooses anew."""
    scale = Item("scale", "likert", "?", ("no", "yes"), 0, 10)
    screen = shown(qtbot, script_view(Page.QUESTIONNAIRE, items=(scale,)))
    press(qtbot, screen, "1")
    qtbot.wait(TOGETHER_MS + 100)
    press(qtbot, screen, "0")
    (card,) = screen.findChildren(ItemCard)
    assert card.answer == 0


def test_a_control_question_has_more_options_than_digits(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view(options=MANY))
    commands = Log(screen, "commanded")
    press(qtbot, screen, "12", ENTER)
    assert commands.of("commanded") == [(AnswerQuestion(UNSENT, "keep", 12),)]
