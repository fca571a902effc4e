"""The survey pages, by mouse and by keyboard alone."""

from dataclasses import replace

import pytest
from network_lab import Log
from participant_views import (
    HEAD,
    ITEMS,
    PAID,
    ROUNDS,
    every_page,
    history,
    question_view,
    script_pages,
    script_view,
    view,
)
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from reading_in import reading_in
from shown_screen import find, press, shown

from hcmd_lab.game.payment import Basis
from hcmd_lab.game.script_view import ScriptView
from hcmd_lab.game.state import TalkLine
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import (
    UNSENT,
    AnswerQuestion,
    CallHelp,
    CheckIn,
    GiveConsent,
    HandIn,
    Read,
    TurnPage,
)
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.help_sheet import HelpSheet
from ui.kiosk.widgets.item_card import ItemCard
from ui.kiosk.widgets.markdown_view import Reader

LEFT = Qt.MouseButton.LeftButton
LONG = "\n\n".join(f"Paragraph {number} of a long text." for number in range(60))


def texts(screen: ParticipantScreen) -> str:
    labels = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    readers = [r.toPlainText() for r in screen.findChildren(Reader) if r.isVisible()]
    return "\n".join(labels + readers)


# --- consent ---


def test_consent_is_given_with_a_click(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_pages()["consent"])
    commands = Log(screen, "commanded")
    assert "You may stop at any time." in texts(screen)
    qtbot.mouseClick(find(screen, "agree"), LEFT)
    assert commands.of("commanded") == [(GiveConsent(UNSENT, True, "v1"),)]


def test_declining_is_asked_once_more(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_pages()["consent"])
    commands = Log(screen, "commanded")
    qtbot.mouseClick(find(screen, "decline"), LEFT)
    assert "cannot be undone" in texts(screen)
    assert commands.entries == []
    press(qtbot, screen, Qt.Key.Key_Space)  # the focus is on the way back
    assert "You may stop at any time." in texts(screen)
    qtbot.mouseClick(find(screen, "decline"), LEFT)
    qtbot.mouseClick(find(screen, "decline_for_good"), LEFT)
    assert commands.of("commanded") == [(GiveConsent(UNSENT, False, "v1"),)]


def test_enter_alone_agrees_to_nothing(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_pages()["consent"])
    commands = Log(screen, "commanded")
    press(qtbot, screen, Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert commands.entries == []


# --- instructions ---


def test_pages_are_turned_with_keys(qtbot: QtBot) -> None:
    middle = script_view(Page.INSTRUCTIONS, text="# Two", page=1, pages=3)
    screen = shown(qtbot, middle)
    commands = Log(screen, "commanded")
    press(qtbot, screen, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert commands.of("commanded") == [(TurnPage(UNSENT, page),) for page in (2, 0, 2)]


def test_the_last_page_is_left_on_purpose(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_pages()["instructions"])
    commands = Log(screen, "commanded")
    press(qtbot, screen, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
    assert commands.entries == []
    assert find(screen, "next_page").text() == "I have read everything"
    qtbot.mouseClick(find(screen, "next_page"), LEFT)
    assert commands.of("commanded") == [(TurnPage(UNSENT, 3),)]


def test_a_long_page_is_scrolled_before_it_is_turned(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_view(Page.INSTRUCTIONS, text=LONG, page=0, pages=2))
    commands = Log(screen, "commanded")
    bar = screen.page.findChild(Reader).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    press(qtbot, screen, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert commands.entries == []
    press(qtbot, screen, Qt.Key.Key_End, Qt.Key.Key_PageDown)
    assert commands.of("commanded") == [(TurnPage(UNSENT, 1),)]


def test_a_text_shows_no_foreign_files_and_no_html(qtbot: QtBot) -> None:
    text = "<b>bold</b> ![x](/etc/hostname) ![y](https://example.org/y.png) [z](https://a.b)"
    screen = shown(qtbot, script_view(Page.INSTRUCTIONS, text=text, page=0, pages=1))
    reader = screen.page.findChild(Reader)
    assert "<b>bold</b>" in reader.toPlainText()
    assert reader.loadResource(2, "/etc/hostname").width() == 1


def test_the_programs_picture_stands_in_the_text(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_pages()["instructions"])
    reader = screen.page.findChild(Reader)
    screen.resize(1280, 720)  # laid out again, in other letters
    screen.grab()
    with_picture = reader.document().size().height()
    reader.show_text("# A round\n\n- It grows.")
    assert reader.document().size().height() < with_picture - 100


# --- control questions ---


def test_an_option_is_chosen_with_its_digit(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view())
    commands = Log(screen, "commanded")
    assert not find(screen, "confirm_answer").isEnabled()
    press(qtbot, screen, Qt.Key.Key_Return)
    press(qtbot, screen, "2", Qt.Key.Key_Return)
    assert commands.of("commanded") == [(AnswerQuestion(UNSENT, "keep", 2),)]


def test_question_and_explanation_are_read_out(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view())
    press(qtbot, screen, "1")
    told = [r for r in screen.findChildren(Reader) if r.isVisible()]
    assert told
    assert all(reader.accessibleName() == reader.toPlainText() != "" for reader in told)


def test_a_number_is_typed(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view(options=()))
    commands = Log(screen, "commanded")
    press(qtbot, screen, "x16", Qt.Key.Key_Return)
    assert commands.of("commanded") == [(AnswerQuestion(UNSENT, "keep", 16),)]


def test_a_wrong_answer_is_explained_and_not_given_twice(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view())
    press(qtbot, screen, "1")
    screen.show_view(question_view(wrong_answer=1, why="What you do not put in you keep."))
    assert "This is not right yet" in texts(screen)
    assert "What you do not put in you keep." in texts(screen)
    assert not find(screen, "confirm_answer").isEnabled()
    press(qtbot, screen, "2")
    assert find(screen, "confirm_answer").isEnabled()


def test_after_too_many_attempts_nothing_can_be_answered_until_help_came(qtbot: QtBot) -> None:
    stuck = script_pages()["question_wrong"]
    screen = shown(qtbot, stuck)
    assert "The experimenter has been called" in texts(screen)
    assert "coming" not in texts(screen)
    press(qtbot, screen, "2")
    assert not find(screen, "option_2").isEnabled()
    screen.show_view(question_view())
    qtbot.mouseClick(find(screen, "option_2"), LEFT)
    assert find(screen, "confirm_answer").isEnabled()


# --- questionnaire ---


def card(screen: ParticipantScreen, name: str) -> ItemCard:
    return find(screen, f"item_{name}", ItemCard)


def test_a_questionnaire_by_keyboard(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_view(Page.QUESTIONNAIRE, items=ITEMS))
    commands = Log(screen, "commanded")
    press(qtbot, screen, "6")
    age = card(screen, "age").findChild(QLineEdit)
    age.setFocus()
    press(qtbot, screen, "30")
    card(screen, "study").take_focus()
    press(qtbot, screen, "2")
    words = card(screen, "words").findChild(QPlainTextEdit)
    words.setFocus()
    press(qtbot, screen, "fair", Qt.Key.Key_Tab)
    find(screen, "hand_in").click()
    answers = {"fair": 6, "age": 30, "study": 2, "words": "fair"}
    assert commands.of("commanded") == [(HandIn(UNSENT, answers),)]


@pytest.mark.parametrize(
    ("age", "sentence"),
    [
        ("", "This question needs an answer."),
        ("12", "The answer is a whole number from 16 to 99."),
        ("-", "The answer is a whole number from 16 to 99."),
    ],
)
def test_what_cannot_be_taken_is_said_at_the_item(qtbot: QtBot, age: str, sentence: str) -> None:
    screen = shown(qtbot, script_view(Page.QUESTIONNAIRE, items=ITEMS))
    commands = Log(screen, "commanded")
    card(screen, "age").findChild(QLineEdit).setText(age)
    find(screen, "hand_in").click()
    assert commands.entries == []
    assert card(screen, "age").problem == sentence
    assert card(screen, "fair").problem == "This question needs an answer."
    assert not card(screen, "words").problem
    assert screen.focusWidget() is find(screen, "point_1")


def test_a_text_that_is_too_long_is_said_to_be(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_view(Page.QUESTIONNAIRE, items=ITEMS))
    card(screen, "words").findChild(QPlainTextEdit).setPlainText("x" * 1001)
    find(screen, "hand_in").click()
    assert card(screen, "words").problem == "A text has at most 1,000 characters."


def test_a_lost_connection_takes_no_answer_away(qtbot: QtBot) -> None:
    screen = shown(qtbot, script_view(Page.QUESTIONNAIRE, items=ITEMS))
    press(qtbot, screen, "6")
    screen.set_connected(False)
    screen.set_connected(True)
    screen.show_view(replace(script_view(Page.QUESTIONNAIRE, items=ITEMS), calls_help=True))
    assert card(screen, "fair").answer == 6


# --- payment and help ---


def test_the_number_for_the_payment_is_told_in_a_blind_session(qtbot: QtBot) -> None:
    payment = replace(PAID, number="7 (2)")
    words = texts(shown(qtbot, script_view(Page.PAYMENT, payment=payment)))
    assert "Your payment number: 7 (2)." in words
    assert "number" not in texts(shown(qtbot, script_pages()["payment"]))


def test_the_payment_adds_up_on_the_page(qtbot: QtBot) -> None:
    with reading_in("en_US"):
        shown_texts = texts(shown(qtbot, script_pages()["payment"]))
    for amount in ("€13.00", "€5.00", "€7.93", "198.25 coins × €0.04", "€0.07"):
        assert amount in shown_texts


def test_a_void_group_is_told_what_it_is_paid_for(qtbot: QtBot) -> None:
    void = replace(PAID, basis=Basis.VOID, paid_hundredths=0, coins_cents=0, total_cents=500)
    words = texts(shown(qtbot, script_view(Page.PAYMENT, payment=void)))
    assert "could not finish the game" in words
    # Why a group is void, the experimenter knows and the program does not.
    assert "fault" not in words
    assert "×" not in words
    assert "Rounding" not in words


@pytest.mark.parametrize("basis", [Basis.VOID, Basis.NOT_SEATED])
def test_nobody_is_promised_a_fee_that_the_session_does_not_pay(qtbot: QtBot, basis: Basis) -> None:
    fee = replace(PAID, basis=basis, paid_hundredths=0, coins_cents=0, total_cents=500)
    assert "ou receive the show-up fee" in texts(
        shown(qtbot, script_view(Page.PAYMENT, payment=fee))
    )
    unpaid = replace(fee, show_up_cents=0, total_cents=0)
    words = texts(shown(qtbot, script_view(Page.PAYMENT, payment=unpaid))).lower()
    assert "fee" not in words
    changed = replace(fee, total_cents=0, is_adjusted=True)
    words = texts(shown(qtbot, script_view(Page.PAYMENT, payment=changed)))
    assert "ou receive the show-up fee" not in words


@pytest.mark.parametrize("basis", Basis)
def test_an_amount_that_the_experimenter_set_is_not_called_the_fee(
    qtbot: QtBot, basis: Basis
) -> None:
    fee = replace(
        PAID, basis=basis, paid_hundredths=0, coins_cents=0, total_cents=1234, is_adjusted=True
    )
    words = texts(shown(qtbot, script_view(Page.PAYMENT, payment=fee)))
    assert "set this amount for you" in words
    assert "You receive the show-up fee" not in words


def test_coins_that_are_worth_nothing_are_no_line_of_the_sum(qtbot: QtBot) -> None:
    unpaid = replace(PAID, coin_value=0.0, coins_cents=0, total_cents=500)
    assert "×" not in texts(shown(qtbot, script_view(Page.PAYMENT, payment=unpaid)))


@pytest.mark.parametrize("basis", Basis)
def test_where_nothing_is_paid_no_amount_of_nothing_is_told(qtbot: QtBot, basis: Basis) -> None:
    nothing = replace(
        PAID, basis=basis, show_up_cents=0, coin_value=0.0, coins_cents=0, total_cents=0,
        is_final=False,
    )  # fmt: skip
    screen = shown(qtbot, script_view(Page.PAYMENT, payment=nothing))
    words = texts(screen)
    assert "Taking part is not paid." in words
    assert "receive" not in words
    assert "0.00" not in words
    assert "amount" not in words
    assert screen.page is not None
    assert screen.page.heading == "Taking part is not paid."
    given = replace(nothing, is_adjusted=True, total_cents=300, is_final=True)
    screen.show_view(script_view(Page.PAYMENT, payment=given))
    assert "not paid" not in texts(screen)
    assert "€3.00" in texts(screen)


@pytest.mark.parametrize("name", ["payment", "finished", "closed", "dropped"])
def test_on_a_last_page_no_connection_is_promised_again(qtbot: QtBot, name: str) -> None:
    """The lab computer may have ended the session."""
    screen = shown(qtbot, every_page()[name])
    screen.set_connected(False)
    assert "or has ended the session" in texts(screen)
    assert "keeps trying" not in texts(screen)


def test_an_amount_that_may_change_says_so(qtbot: QtBot) -> None:
    final = shown(qtbot, script_view(Page.PAYMENT, payment=PAID))
    assert "so far" not in texts(final)
    assert "may change" not in texts(final)
    open_yet = replace(PAID, basis=Basis.DROPPED, is_final=False)
    changing = shown(qtbot, script_view(Page.PAYMENT, payment=open_yet))
    assert "You receive so far" in texts(changing)
    assert "this amount may change" in texts(changing)
    assert changing.page is not None
    assert changing.page.heading == "You receive €13.00 so far."


@pytest.mark.parametrize("page", [Page.QUESTIONNAIRE, Page.PAYMENT])
def test_whose_group_ended_early_is_told_so_after_the_game(qtbot: QtBot, page: Page) -> None:
    script = ScriptView(items=ITEMS) if page is Page.QUESTIONNAIRE else ScriptView(payment=PAID)
    words = "The game of your group has ended early."
    for short in (view(page, stage=2), view(page, stage=3), view(page, stage=0, history=())):
        assert words in texts(shown(qtbot, replace(short, script=script)))
    whole = view(page, stage=3, history=history(HEAD, 3, ROUNDS), script=script)
    assert words not in texts(shown(qtbot, whole))
    # Somebody without a group, or who has left theirs.
    assert words not in texts(shown(qtbot, SeatView(page, participant="K7QX", script=script)))


def test_whoever_was_dropped_reads_why_the_game_is_over_and_nobody_else_does(qtbot: QtBot) -> None:
    words = "Your part in the game ended early."
    for basis in Basis:
        paid = replace(PAID, basis=basis)
        assert (words in texts(shown(qtbot, script_view(Page.PAYMENT, payment=paid)))) is (
            basis is Basis.DROPPED
        )


def test_a_label_that_is_too_long_is_said_to_be_and_not_cut(qtbot: QtBot) -> None:
    screen = shown(qtbot, SeatView(Page.CHECK_IN, label_asked=True, players=4))
    commands = Log(screen, "commanded")
    press(qtbot, screen, "a" * 65, Qt.Key.Key_Return)
    assert "A label has 1 to 64 characters." in texts(screen)
    assert not find(screen, "check_in").isEnabled()
    assert commands.of("commanded") == []
    press(qtbot, screen, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert commands.of("commanded") == [(CheckIn(UNSENT, "a" * 64, is_bot=False),)]


def test_a_label_without_a_list_is_not_said_to_be_on_a_card(qtbot: QtBot) -> None:
    screen = shown(qtbot, SeatView(Page.CHECK_IN, label_asked=True, players=4))
    assert "card" not in texts(screen)


def test_help_is_called_with_two_keys_from_anywhere(qtbot: QtBot) -> None:
    screen = shown(qtbot, question_view(options=()))
    commands = Log(screen, "commanded")
    press(qtbot, screen, "1", Qt.Key.Key_F1)
    assert "You need not write anything" in texts(screen)
    press(qtbot, screen, Qt.Key.Key_Return)
    assert commands.of("commanded") == [(CallHelp(UNSENT, ""),)]
    assert "Call the experimenter" not in texts(screen), "the sheet has gone"
    screen.show_view(replace(question_view(options=()), calls_help=True))
    assert find(screen, "call_help").text() == "Called for help"
    press(qtbot, screen, Qt.Key.Key_F1)
    press(qtbot, screen, Qt.Key.Key_Return)
    assert commands.of("commanded") == [(CallHelp(UNSENT, ""),)], "one call is enough"


def test_a_line_is_written_with_the_call_and_answered(qtbot: QtBot) -> None:
    before = question_view(options=())
    screen = shown(qtbot, before)
    commands = Log(screen, "commanded")
    press(qtbot, screen, Qt.Key.Key_F1)
    field = find(screen, "help_text", QLineEdit)
    qtbot.keyClicks(field, "Is it whole coins?")
    press(qtbot, screen, Qt.Key.Key_Return)
    assert commands.of("commanded") == [(CallHelp(UNSENT, "Is it whole coins?"),)]
    screen.set_pending(True)
    screen.reject(RejectionCode.NOT_SAVED)
    assert field.text() == "Is it whole coins?", "what was not saved is not lost"
    own = TalkLine(5, True, "Is it whole coins?")
    screen.show_view(replace(before, calls_help=True, talk=(own,)))
    assert field.text() == ""
    assert "You: Is it whole coins?" in texts(screen)
    answered = replace(
        before, calls_help=True, talk=(own, TalkLine(6, False, "Yes.")), message="Yes."
    )
    screen.show_view(answered)
    qtbot.mouseClick(find(screen, "message_answer"), Qt.MouseButton.LeftButton)
    assert commands.of("commanded")[1:] == [(Read(UNSENT),)]
    screen.show_view(replace(answered, message=""))
    assert field.isVisible()
    assert field.hasFocus()
    assert "Experimenter: Yes." in texts(screen)
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_the_sheet_ends_with_the_calls(qtbot: QtBot) -> None:
    screen = shown(qtbot, replace(view(Page.DECIDE), time_left_ms=50_000))
    press(qtbot, screen, Qt.Key.Key_F1)
    sheet = screen.findChild(HelpSheet)
    assert sheet is not None
    assert sheet.isVisible()
    screen.show_view(view(Page.FINISHED))
    assert not sheet.isVisible(), "nobody calls from an ending"


def test_tab_stays_in_front(qtbot: QtBot) -> None:
    screen = shown(qtbot, replace(question_view(options=()), message="Please sit still."))
    names = []
    for _ in range(4):
        press(qtbot, screen, Qt.Key.Key_Tab)
        names.append(screen.focusWidget().objectName())
    assert names == ["message_answer", "message_read"] * 2


def test_a_screen_that_is_made_opens_no_other_window(qtbot: QtBot) -> None:
    windows: list[QWidget] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            is_shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
            if is_shown and watched.isWindow():  # type: ignore[attr-defined]
                windows.append(watched)  # type: ignore[arg-type]
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]
    screen = ParticipantScreen(animate=False)
    qtbot.addWidget(screen)
    for each in (*script_pages().values(), view(Page.DECIDE), view(Page.OUTCOME)):
        screen.show_view(each)
    QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]
    assert windows == []


def test_nobody_calls_from_an_empty_station(qtbot: QtBot) -> None:
    screen = shown(qtbot, SeatView(Page.CHECK_IN))
    commands = Log(screen, "commanded")
    press(qtbot, screen, Qt.Key.Key_F1)
    assert commands.entries == []


def test_practice_is_said_to_be_practice(qtbot: QtBot) -> None:
    words = texts(shown(qtbot, view(Page.DECIDE, stage=0, round=2)))
    assert "Practice, not paid" in words
    assert "So far" not in words
