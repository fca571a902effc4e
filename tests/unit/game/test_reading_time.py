"""Time on the pages of the instructions, instructions read again, seats that are free again."""

import json
from dataclasses import replace

import msgspec
import pytest
from scripted import EVERYTHING, MATERIALS, SHEET, agree, part, read_instructions, scripted
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game import station_view as views
from hcmd_lab.game.bounds import MAX_LINES
from hcmd_lab.game.game_limits import MAX_ENDOWMENT, MAX_ROUNDS, MAX_TAILS, MIN_TAILS
from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.materials import Question
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.script import page_ms, page_wait_ms
from hcmd_lab.game.script_settings import NO_SCRIPT, ScriptSettings
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_settings import SessionSettings, TookPartBefore
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.message_fields import MAX_MESSAGE_BYTES

READING = replace(NO_SCRIPT, instructions=True)
SLOW = replace(READING, page_seconds=10)


def reading(script: ScriptSettings = SLOW, *, is_bot: bool = False) -> Walk:
    """Somebody has checked in at second 5 and begins to read."""
    walk = scripted(script)
    walk.do(ev.CheckedIn(5_000, "p1", "s1", "", is_bot))
    return walk


def arrive(walk: Walk, count: int = 1) -> None:
    """People sit down, who can read."""
    for number in range(1, count + 1):
        walk.do(ev.CheckedIn(0, f"p{number}", f"s{number}", "", is_bot=False))


def seen(walk: Walk, at_ms: int = 0, station: str = "s1") -> SeatView:
    return station_view(walk.state, station, at_ms)


def test_a_page_is_not_turned_before_its_time() -> None:
    walk = reading()
    view = seen(walk, 6_000)
    assert view.script is not None
    assert view.script.wait_ms == 9_000
    with pytest.raises(IllegalEventError, match="not been open for long enough"):
        walk.do(ev.PageTurned(14_999, "p1", 1))
    walk.do(ev.PageTurned(15_000, "p1", 1))
    assert page_wait_ms(walk.state, walk.state.participants["p1"], 15_000) == 10_000


def test_time_on_all_visits_to_a_page_counts() -> None:
    walk = reading()
    walk.do(ev.PageTurned(17_000, "p1", 1))
    walk.do(ev.PageTurned(21_000, "p1", 0))
    person = walk.state.participants["p1"]
    assert page_wait_ms(walk.state, person, 21_000) == 0, "it was read before"
    walk.do(ev.PageTurned(22_000, "p1", 1))
    person = walk.state.participants["p1"]
    assert page_wait_ms(walk.state, person, 22_000) == 6_000
    walk.wait(28_000)
    walk.do(ev.PageTurned(28_000, "p1", 2))
    assert part(walk) is Part.GAME
    assert walk.state.participants["p1"].progress.page_ms == (13_000, 10_000)


def test_nobody_waits_without_a_minimum_nor_does_a_program() -> None:
    walk = reading(READING)
    walk.do(ev.PageTurned(5_000, "p1", 1))
    walk = reading(is_bot=True)
    walk.do(ev.PageTurned(5_000, "p1", 1))


def test_time_at_the_gate_is_no_reading_time() -> None:
    walk = reading(replace(SLOW, gate_instructions=True))
    walk.do(ev.GateOpened(60_000, Part.INSTRUCTIONS))
    progress = walk.state.participants["p1"].progress
    assert page_ms(progress, 63_000) == (3_000,)
    with pytest.raises(IllegalEventError, match="long enough"):
        walk.do(ev.PageTurned(69_000, "p1", 1))


def test_the_instructions_can_be_read_again_until_the_game_has_ended() -> None:
    walk = scripted(replace(EVERYTHING, practice_rounds=1))
    arrive(walk)
    assert seen(walk).instructions == ()
    agree(walk, "p1")
    assert seen(walk).instructions == (), "they are on the screen"
    read_instructions(walk, "p1")
    assert seen(walk).page is Page.QUESTIONS
    assert seen(walk).instructions == SHEET.instructions
    for question, answer in (("fund", 16), ("who", 2)):
        walk.do(ev.QuestionAnswered(0, "p1", question, answer, True))
    assert part(walk) is Part.GAME
    assert seen(walk).page is Page.SEATING
    assert seen(walk).instructions == SHEET.instructions


def test_instructions_that_are_too_long_for_every_view_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walk = scripted()
    arrive(walk)
    agree(walk, "p1")
    read_instructions(walk, "p1")
    monkeypatch.setattr(views, "MAX_READ_AGAIN", 7)
    assert seen(walk).instructions == ()


@pytest.mark.parametrize("letter", ["a", "א", '"'])
def test_the_longest_instructions_fit_into_a_message_with_a_whole_game(letter: str) -> None:
    """Whatever their letters take as bytes, and beside the longest question."""
    size = len(json.dumps(letter, ensure_ascii=False).encode()) - 2
    page = letter * (12_000 // size)
    asked = Question("long", letter * (10_000 // size), ("a", "b"), 1, letter * (1_000 // size))
    sheet = replace(SHEET, instructions=(page, page), questions=(asked,))
    materials = replace(MATERIALS, sheets={"en": sheet})
    walk = Walk(small_plan(script=EVERYTHING, materials=materials))
    arrive(walk, 4)
    for number in range(1, 5):
        agree(walk, f"p{number}")
        read_instructions(walk, f"p{number}")
    view = seen(walk)
    assert view.page is Page.QUESTIONS
    assert view.instructions
    rounds = tuple(
        views.RoundView(stage, number, (10, 10, 10, 10), (1234, 1234, 1234, 1234), 12345)
        for stage in (1, 2, 3)
        for number in range(1, 11)
    )
    view = replace(view, history=rounds)
    assert len(msgspec.json.encode(view)) < 0.9 * MAX_MESSAGE_BYTES


@pytest.mark.parametrize(
    ("game", "practice"),
    [(PAPER_GAME, 10), (Game(MAX_ROUNDS, MAX_ENDOWMENT, (MAX_ENDOWMENT,), MAX_TAILS, 2000), 10),
     (Game(1, 1, (1,), MIN_TAILS, 160), 0)],
)  # fmt: skip
def test_all_rounds_of_the_longest_game_fit_into_a_message_with_whatever_is_said(
    game: Game, practice: int
) -> None:
    script = replace(EVERYTHING, practice_rounds=practice)
    plan = replace(small_plan(script=script, materials=MATERIALS), game=game)
    most = max(game.head_endowment, *game.tail_endowments)
    payout = game.multiplier_percent * most
    rounds = tuple(
        views.RoundView(stage, number, (most,) * game.seats, (payout,) * game.seats, payout)
        for stage in range(4)
        for number in range(1, (game.rounds if stage else practice) + 1)
    )
    assert len(msgspec.json.encode(rounds)) <= views.longest_history(plan) + 2
    read = min(views.MAX_READ_AGAIN, views._READ_AND_PLAYED - views.longest_history(plan))
    assert read >= 20_000
    said = 3 * MAX_MESSAGE_CHARACTERS * (1 + MAX_LINES.count)
    view = replace(
        views.SeatView(Page.OUTCOME, history=rounds, instructions=("a" * read,)),
        message="a" * 900,
    )
    assert len(msgspec.json.encode(view)) - 900 + said < MAX_MESSAGE_BYTES


def test_a_seat_that_somebody_declined_is_offered_to_the_next() -> None:
    walk = scripted()
    arrive(walk, 4)
    walk.do(ev.ConsentAnswered(0, "p1", False, "v1"))
    view = seen(walk)
    assert view.page is Page.GOODBYE
    assert view.can_check_in
    assert not view.label_asked
    walk.do(ev.CheckedIn(0, "p9", "s1", "", is_bot=False))
    assert seen(walk).page is Page.CONSENT


def test_a_seat_that_somebody_left_before_the_game_is_offered_to_the_next() -> None:
    walk = scripted()
    arrive(walk, 4)
    walk.do(ev.ParticipantLeft(0, "p1", "went home"))
    assert seen(walk).can_check_in


def test_no_seat_is_offered_when_all_are_taken() -> None:
    walk = scripted()
    arrive(walk, 4)
    walk.do(ev.ConsentAnswered(0, "p1", False, "v1"))
    walk.do(ev.CheckedIn(0, "p9", "s9", "", is_bot=False))
    assert seen(walk).page is Page.GOODBYE
    assert not seen(walk).can_check_in


@pytest.mark.parametrize(
    ("script", "settings", "asked", "required"),
    [
        (ScriptSettings(), SessionSettings(), False, False),
        (ScriptSettings(ask_label=True), SessionSettings(), True, False),
        (ScriptSettings(participant_list=True), SessionSettings(), False, True),
        (
            ScriptSettings(),
            SessionSettings(took_part_before=TookPartBefore.REFUSE),
            True,
            False,
        ),
    ],
)
def test_a_label_is_asked_for_where_labels_are_used(
    script: ScriptSettings, settings: SessionSettings, asked: bool, required: bool
) -> None:
    walk = Walk(small_plan(script=script, settings=settings))
    view = seen(walk)
    assert (view.label_asked, view.label_required) == (asked, required)


def test_a_hint_comes_first_and_why_when_the_attempts_are_used_up() -> None:
    asked = Question("fund", "How many?", (), 16, "10 times 1.6 is 16.", "Think of the fund.")
    sheet = replace(SHEET, questions=(asked,))
    script = replace(NO_SCRIPT, control_questions=True, question_attempts=2)
    walk = Walk(small_plan(script=script, materials=replace(MATERIALS, sheets={"en": sheet})))
    arrive(walk)

    def why() -> str:
        shown = seen(walk).script
        assert shown is not None
        return shown.why

    assert why() == ""
    walk.do(ev.QuestionAnswered(0, "p1", "fund", 10, False))
    assert why() == "Think of the fund."
    walk.do(ev.QuestionAnswered(0, "p1", "fund", 12, False))
    assert why() == "10 times 1.6 is 16."
