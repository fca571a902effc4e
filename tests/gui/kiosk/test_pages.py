"""Each page by mouse and by keyboard alone."""

from dataclasses import replace
from typing import Any

import pytest
from participant_views import HEAD, TAIL, every_page, history, view, vote_view
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSlider
from pytestqt.qtbot import QtBot
from shown_screen import press, shown

from hcmd_lab.game.rules import apportion, reward_hundredths
from hcmd_lab.game.state import DefaultCause
from hcmd_lab.game.view import Page, RoundView, SeatView
from hcmd_lab.network.station_messages import UNSENT, CheckIn, Continue, Decide, Vote
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.busy_dots import BusyDots
from ui.kiosk.widgets.coin_board import CoinBoard
from ui.kiosk.widgets.round_story import RoundStory
from ui.kiosk.widgets.round_table import RoundTable
from ui.kiosk.widgets.stage_card import StageCard
from ui.look.motion import CALM

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lively(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CALM, "0")


def find(screen: ParticipantScreen, name: str, kind: Any = QPushButton) -> Any:
    found = next((w for w in screen.page.findChildren(kind, name)), None)
    assert found is not None, name
    return found


def texts(screen: ParticipantScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def slider(screen: ParticipantScreen) -> QSlider:
    return find(screen, "contribution_slider", QSlider)


# --- check-in ---


def test_check_in_by_keyboard_alone(qtbot: QtBot) -> None:
    screen = shown(qtbot, SeatView(Page.CHECK_IN, label_asked=True))
    with qtbot.waitSignal(screen.commanded) as commanded:
        press(qtbot, screen, " Place 7", Qt.Key.Key_Return)
    assert commanded.args == [CheckIn(UNSENT, "Place 7", is_bot=False)]


def test_check_in_by_mouse_without_a_label(qtbot: QtBot) -> None:
    screen = shown(qtbot, SeatView(Page.CHECK_IN))
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.mouseClick(find(screen, "check_in"), LEFT)
    assert commanded.args == [CheckIn(UNSENT, "", is_bot=False)]


def test_a_label_has_no_characters_that_cannot_be_printed(qtbot: QtBot) -> None:
    screen = shown(qtbot, SeatView(Page.CHECK_IN, label_asked=True))
    find(screen, "check_in_label", QLineEdit).setText("a\tb\x7f")
    with qtbot.waitSignal(screen.commanded) as commanded:
        press(qtbot, screen, Qt.Key.Key_Return)
    assert commanded.args == [CheckIn(UNSENT, "a b", is_bot=False)]  # a tab is a gap


# --- reading pages ---


@pytest.mark.parametrize("name", ["stage_intro", "outcome", "vote_result"])
def test_a_page_to_read_is_left_by_key_or_mouse(qtbot: QtBot, name: str) -> None:
    page = every_page()[name]
    screen = shown(qtbot, page)
    with qtbot.waitSignal(screen.commanded) as commanded:
        press(qtbot, screen, Qt.Key.Key_Return)
    assert commanded.args == [Continue(UNSENT, page.page, page.stage, page.round)]
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.mouseClick(find(screen, "proceed"), LEFT)
    assert commanded.args == [Continue(UNSENT, page.page, page.stage, page.round)]


@pytest.mark.parametrize("name", ["stage_intro", "outcome", "vote_result"])
def test_after_it_the_others_are_waited_for(qtbot: QtBot, name: str) -> None:
    screen = shown(qtbot, every_page()[name])
    screen.show_view(replace(every_page()[name], continued=True))
    assert "Waiting for the others" in texts(screen)
    assert not find(screen, "proceed").isVisible()
    assert screen.page.isAncestorOf(screen.focusWidget()) or screen.focusWidget() is screen.page


@pytest.mark.parametrize("name", ["stage_intro", "outcome", "vote_result"])
def test_nothing_moves_while_the_others_are_waited_for(qtbot: QtBot, name: str) -> None:
    screen = shown(qtbot, every_page()[name], size=QSize(1024, 768))

    def places() -> list[tuple[str, QPoint]]:
        lines = screen.page.findChildren(QLabel)
        return [
            (each.text(), each.mapTo(screen, QPoint()))
            for each in lines
            if each.isVisible() and not screen.page.footer.isAncestorOf(each)
        ]

    before = places()
    screen.show_view(replace(every_page()[name], continued=True))
    qtbot.wait(50)
    assert places() == before


def test_a_stage_is_introduced_with_its_numbers(qtbot: QtBot) -> None:
    screen = shown(qtbot, view(Page.STAGE_INTRO, round=0, history=(), endowments=TAIL))
    assert "The fund is multiplied by 1.6: 10 coins become 16." in texts(screen)
    assert "your 4 coins" in texts(screen)


@pytest.mark.parametrize("page", [Page.STAGE_INTRO, Page.DECIDE])
def test_whoever_has_one_coin_is_not_asked_how_many_of_it(qtbot: QtBot, page: Page) -> None:
    one = view(page, endowments=(1, 5, 1), players=3, history=(), round=1)
    words = texts(shown(qtbot, one))
    assert "how many of" not in words.lower()
    assert "your coin go" in words


def test_the_third_stage_tells_which_rule_is_played_again(qtbot: QtBot) -> None:
    screen = shown(qtbot, every_page()["stage_intro"])
    assert "the rule of stage 2 again" in texts(screen)


# --- the decision ---


def test_nothing_is_chosen_and_nothing_can_be_confirmed_at_first(qtbot: QtBot) -> None:
    screen = shown(qtbot, view(Page.DECIDE))
    assert slider(screen).value() < 0
    assert screen.focusWidget() is slider(screen)
    with qtbot.assertNotEmitted(screen.commanded):
        press(qtbot, screen, Qt.Key.Key_Return)
        qtbot.mouseClick(find(screen, "confirm_contribution"), LEFT)


@pytest.mark.parametrize(
    ("keys", "amount"),
    [
        (["0"], 0),
        (["7"], 7),
        (["10"], 10),
        (["4", "5"], 5),
        ([Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_End], 10),
        ([Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down], 1),
        (["9", Qt.Key.Key_Right, Qt.Key.Key_Right], 10),
    ],
)
def test_an_amount_is_chosen_by_keys_and_confirmed_by_enter(
    qtbot: QtBot, keys: list[str | Qt.Key], amount: int
) -> None:
    screen = shown(qtbot, view(Page.DECIDE))
    press(qtbot, screen, *keys)
    with qtbot.waitSignal(screen.commanded) as commanded:
        press(qtbot, screen, Qt.Key.Key_Return)
    assert commanded.args == [Decide(UNSENT, 1, 4, amount)]
    counted = f"{amount} coin" if amount == 1 else f"{amount} coins"
    assert f"{counted} into the fund" in texts(screen)


@pytest.mark.parametrize("keys", ["7", "15"])
def test_more_than_one_has_is_refused_gently(qtbot: QtBot, keys: list[str | Qt.Key]) -> None:
    endowments = TAIL if keys == "7" else HEAD
    screen = shown(qtbot, view(Page.DECIDE, endowments=endowments))
    press(qtbot, screen, keys)
    assert "is not possible" in texts(screen)
    press(qtbot, screen, "3")
    assert slider(screen).value() == 3
    assert "is not possible" not in texts(screen)


def test_in_the_other_direction_of_writing_arrows_follow_the_slider(qtbot: QtBot) -> None:
    screen = shown(qtbot, view(Page.DECIDE))
    screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(qtbot, screen, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert slider(screen).value() == 2
    qtbot.mouseClick(slider(screen), LEFT, pos=QPoint(5, 15))
    assert slider(screen).value() == 10


def test_the_slider_follows_the_mouse(qtbot: QtBot) -> None:
    screen = shown(qtbot, view(Page.DECIDE))
    width = slider(screen).width()
    qtbot.mousePress(slider(screen), LEFT, pos=QPoint(3, 15))
    assert slider(screen).value() == 0
    qtbot.mouseMove(slider(screen), pos=QPoint(width // 2, 15))
    assert slider(screen).value() == 5
    qtbot.mouseRelease(slider(screen), LEFT, pos=QPoint(width - 3, 15))
    qtbot.mouseMove(slider(screen), pos=QPoint(3, 15))
    assert slider(screen).value() == 5
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.mouseClick(find(screen, "confirm_contribution"), LEFT)
    assert commanded.args == [Decide(UNSENT, 1, 4, 5)]


def test_coins_move_when_they_are_clicked(qtbot: QtBot) -> None:
    screen = shown(qtbot, view(Page.DECIDE))
    board = screen.page.findChild(CoinBoard)

    def click_coin(begin: float, end: float) -> None:
        """Click a coin between two shares of the board's width."""
        places = board.positions().values()
        place = next(at for at in places if begin <= at.x() / board.width() < end)
        qtbot.mouseClick(board, LEFT, pos=place.toPoint())

    click_coin(0.4, 0.6)
    assert slider(screen).value() == 1
    click_coin(0, 0.4)
    assert slider(screen).value() == 2
    click_coin(0.6, 1)
    assert slider(screen).value() == 1
    qtbot.mouseClick(board, LEFT, pos=QPoint(board.width() // 2, 2))
    assert slider(screen).value() == 1


def test_coins_glide_unless_calm_is_asked_for(
    qtbot: QtBot, lively: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(qtbot, view(Page.DECIDE), animate=True)
    board = screen.page.findChild(CoinBoard)
    press(qtbot, screen, "6")
    assert board.is_gliding
    qtbot.waitUntil(lambda: not board.is_gliding)
    monkeypatch.setenv(CALM, "1")
    press(qtbot, screen, Qt.Key.Key_End)
    assert not board.is_gliding


# --- waiting ---


def test_waiting_tells_the_own_choice_and_nothing_about_the_others(qtbot: QtBot) -> None:
    screen = shown(qtbot, view(Page.WAIT, contribution=6))
    assert "Your choice is saved: 6 coins" in texts(screen)
    assert "Waiting for the others" in texts(screen)
    assert "Player" not in texts(screen)


def test_waiting_for_votes_tells_the_own_vote(qtbot: QtBot) -> None:
    screen = shown(qtbot, vote_view(page=Page.WAIT, vote=2, contribution=9))
    assert "Your vote is saved: Stage 2" in texts(screen)
    assert "The vote" in texts(screen)
    assert "Round" not in texts(screen)


def test_without_a_vote_in_time_no_choice_is_claimed(qtbot: QtBot) -> None:
    late = vote_view(page=Page.WAIT, contribution=9, default=DefaultCause.TIME_UP)
    screen = shown(qtbot, late)
    assert "saved" not in texts(screen)
    assert "Your time was up: no vote was counted for you" in texts(screen)


def test_waiting_is_still_where_calm_is_asked_for(qtbot: QtBot, lively: None) -> None:
    moving = shown(qtbot, view(Page.WAIT, contribution=6), animate=True)
    assert moving.page.findChild(BusyDots).is_moving
    still = shown(qtbot, view(Page.WAIT, contribution=6), animate=False)
    assert not still.page.findChild(BusyDots).is_moving


# --- the outcome ---


def test_the_final_picture_holds_every_number(qtbot: QtBot) -> None:
    paid = RoundView(1, 1, (8, 3, 0, 4), (1049, 451, 500, 400), 1249)
    screen = shown(qtbot, view(Page.OUTCOME, round=1, history=(paid,)))
    read = texts(screen)
    for text in ("10.49", "4.51", "5.00", "12.49", "+ 10.49", "Fund: 15 coins × 1.6 = 24"):
        assert text in read
    assert not find(screen, "skip_animation").isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return, None])
def test_the_story_can_be_skipped_by_key_or_mouse(
    qtbot: QtBot, lively: None, key: Qt.Key | None
) -> None:
    screen = shown(qtbot, view(Page.OUTCOME), animate=True)
    story = screen.page.findChild(RoundStory)
    assert story.is_running
    assert "You earned" not in texts(screen)
    with qtbot.waitSignal(story.ended), qtbot.assertNotEmitted(screen.commanded):
        if key is None:
            qtbot.mouseClick(find(screen, "skip_animation"), LEFT)
        else:
            press(qtbot, screen, key)
    assert "You earned" in texts(screen)
    assert not find(screen, "skip_animation").isVisible()
    if key is not None:
        with qtbot.waitSignal(screen.commanded) as commanded:
            press(qtbot, screen, Qt.Key.Key_Return)
        assert commanded.args == [Continue(UNSENT, Page.OUTCOME, 1, 4)]


def test_the_story_ends_by_itself_in_the_same_picture(qtbot: QtBot, lively: None) -> None:
    outcome = view(Page.OUTCOME, time_left_ms=None)
    told = shown(qtbot, outcome, animate=True)
    qtbot.waitSignal(told.page.findChild(RoundStory).ended, timeout=15_000).wait()
    at_once = shown(qtbot, outcome, animate=False)
    assert texts(told) == texts(at_once)


@pytest.mark.parametrize(
    ("percent", "given"),
    [(200, (20, 13, 20, 0, 7, 1)), (50, (3, 1, 0)), (10, (1, 0, 0)), (133, (0, 0, 0))],
)
def test_the_story_of_any_game_has_a_coin_for_each_coin(
    qtbot: QtBot, lively: None, percent: int, given: tuple[int, ...]
) -> None:
    paid = apportion(percent * sum(given), (1,) * len(given))
    played = RoundView(1, 1, given, paid, reward_hundredths(20, given[0], paid[0]))
    outcome = view(
        Page.OUTCOME, round=1, endowments=(20,) * len(given), multiplier_percent=percent,
        history=(played,), players=len(given),
    )  # fmt: skip
    screen = shown(qtbot, outcome, animate=True)
    story, table = screen.page.findChild(RoundStory), screen.page.findChild(RoundTable)
    assert len(list(table.given_places())) == sum(given)
    assert len(list(table.paid_places())) == sum(-(-each // 100) for each in paid)
    sizes = {row.centres()[0] for row in table.given}
    assert len(sizes) == 1
    qtbot.waitSignal(story.ended, timeout=15_000).wait()
    assert "You earned" in texts(screen)


def test_one_may_go_on_while_the_story_is_told(qtbot: QtBot, lively: None) -> None:
    screen = shown(qtbot, view(Page.OUTCOME), animate=True)
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.mouseClick(find(screen, "proceed"), LEFT)
    assert commanded.args == [Continue(UNSENT, Page.OUTCOME, 1, 4)]


def test_a_view_during_the_story_does_not_begin_it_anew(qtbot: QtBot, lively: None) -> None:
    outcome = view(Page.OUTCOME)
    screen = shown(qtbot, outcome, animate=True)
    story = screen.page.findChild(RoundStory)
    story.skip()
    screen.show_view(replace(outcome, time_left_ms=20_000))
    assert not story.is_running


# --- the vote ---


@pytest.mark.parametrize("left_stage", [1, 2])
def test_stages_stand_where_the_host_says_and_none_is_selected(
    qtbot: QtBot, left_stage: int
) -> None:
    screen = shown(qtbot, vote_view(left_stage=left_stage))
    left, right = (find(screen, name, StageCard) for name in ("vote_left", "vote_right"))
    assert (left.stage, right.stage) == (left_stage, 3 - left_stage)
    assert left.x() < right.x()
    assert not left.isChecked()
    assert not right.isChecked()
    with qtbot.assertNotEmitted(screen.commanded):
        press(qtbot, screen, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("keys", "stage"),
    [
        (["1"], 1),
        (["2"], 2),
        ([Qt.Key.Key_Left], 2),
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Left, Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Tab, Qt.Key.Key_Space], 2),
    ],
)
def test_a_vote_by_keyboard_alone(qtbot: QtBot, keys: list[str | Qt.Key], stage: int) -> None:
    screen = shown(qtbot, vote_view(left_stage=2))
    press(qtbot, screen, *keys)
    with qtbot.waitSignal(screen.commanded) as commanded:
        press(qtbot, screen, Qt.Key.Key_Return)
    assert commanded.args == [Vote(UNSENT, stage)]


def test_a_vote_by_mouse(qtbot: QtBot) -> None:
    screen = shown(qtbot, vote_view(left_stage=2))
    qtbot.mouseClick(find(screen, "vote_left", StageCard), LEFT)
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.mouseClick(find(screen, "confirm_vote"), LEFT)
    assert commanded.args == [Vote(UNSENT, 2)]


def test_a_tied_vote_is_explained(qtbot: QtBot) -> None:
    screen = shown(qtbot, every_page()["vote_result"])
    assert "Stage 2 is played again" in texts(screen)
    assert "a coin was tossed" in texts(screen)
    clear = shown(qtbot, vote_view(page=Page.VOTE_RESULT, votes=(3, 1), winner=1))
    assert "coin was tossed" not in texts(clear)


# --- the end ---


def test_the_end_sums_up_every_stage(qtbot: QtBot) -> None:
    screen = shown(qtbot, every_page()["finished"])
    earned = history(HEAD, 3, 10)
    total = sum(paid.reward_hundredths for paid in earned) / 100
    assert f"{total:g} coin" in texts(screen)
    assert "Stage 3" in texts(screen)
    assert "remain seated" in texts(screen)


@pytest.mark.parametrize("name", ["ended_early", "void", "closed"])
def test_every_other_end_says_what_it_is(qtbot: QtBot, name: str) -> None:
    words = {
        "ended_early": "game of your group ends here",
        "void": "could not finish the game",
        "closed": "is over",
    }
    assert words[name] in texts(shown(qtbot, every_page()[name]))


@pytest.mark.parametrize(("gap_ms", "chosen"), [(200, 10), (5_000, 0)])
def test_digits_belong_together_by_when_they_were_pressed(
    qtbot: QtBot, gap_ms: int, chosen: int
) -> None:
    screen = shown(qtbot, view(Page.DECIDE, endowments=HEAD))
    slider = find(screen, "contribution_slider", QSlider)
    for key, at_ms in ((Qt.Key.Key_1, 70_000), (Qt.Key.Key_0, 70_000 + gap_ms)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, chr(key))
        event.setTimestamp(at_ms)
        QApplication.sendEvent(slider, event)
    assert slider.value() == chosen
