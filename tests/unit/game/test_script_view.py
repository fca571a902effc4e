from dataclasses import replace

import pytest
from scripted import (
    EVERYTHING,
    MATERIALS,
    SHEET,
    agree,
    answer_all,
    come_to_the_game,
    play_to_the_end,
    read_instructions,
    scripted,
)
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.group_events import Ending
from hcmd_lab.game.materials import Item, Materials, Question, Sheet
from hcmd_lab.game.payment import Basis
from hcmd_lab.game.payment_settings import PaymentSettings, RoundTo
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.script_view import PaymentView, ScriptView
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page, SeatView


def seen(walk: Walk, station: str = "s1") -> SeatView:
    return station_view(walk.state, station, walk.now_ms)


def script_of(walk: Walk, station: str = "s1") -> ScriptView:
    script = seen(walk, station).script
    assert script is not None
    return script


def payment_of(walk: Walk, station: str = "s1") -> PaymentView:
    found = script_of(walk, station).payment
    assert found is not None
    return found


def after_the_game(payment: PaymentSettings) -> Walk:
    script = replace(NO_SCRIPT, payment_screen=True)
    walk = Walk(small_plan(script=script, materials=MATERIALS, payment=payment))
    walk.check_in()
    play_to_the_end(walk)
    return walk


def test_consent_is_shown_with_the_name_of_its_wording() -> None:
    walk = scripted()
    walk.check_in(1)
    assert seen(walk).page is Page.CONSENT
    assert script_of(walk) == ScriptView(text="Do you take part?", version="v1")


def test_instructions_are_shown_page_by_page() -> None:
    walk = scripted()
    walk.check_in(1)
    agree(walk, "p1")
    assert seen(walk).page is Page.INSTRUCTIONS
    assert script_of(walk) == ScriptView(text="One.", page=0, pages=2)
    walk.do(ev.PageTurned(0, "p1", 1))
    assert script_of(walk) == ScriptView(text="Two.", page=1, pages=2)


def test_why_is_said_after_a_wrong_answer_and_the_right_one_never() -> None:
    walk = scripted()
    walk.do(ev.CheckedIn(0, "p1", "s1", "", is_bot=False))
    agree(walk, "p1")
    read_instructions(walk, "p1")
    asked = ScriptView(text="How many coins?", page=0, pages=2, question="fund")
    assert seen(walk).page is Page.QUESTIONS
    assert script_of(walk) == asked
    walk.do(ev.QuestionAnswered(0, "p1", "fund", 10, False))
    wrong = replace(asked, wrong_answer=10, why="10 times 1.6.")
    assert script_of(walk) == wrong
    walk.do(ev.QuestionAnswered(0, "p1", "fund", 12, False))
    assert script_of(walk) == replace(wrong, wrong_answer=12, must_wait=True)
    assert seen(walk).calls_help
    walk.do(ev.HelpGiven(0, "p1", False))
    assert script_of(walk) == asked
    assert not seen(walk).calls_help
    walk.do(ev.QuestionAnswered(0, "p1", "fund", 16, True))
    assert script_of(walk) == ScriptView(
        text="Who divides?", page=1, pages=2, question="who", options=("We", "A rule")
    )


def test_simulated_participants_alone_are_told_the_solution() -> None:
    walk = scripted()
    walk.check_in(1)
    agree(walk, "p1")
    read_instructions(walk, "p1")
    assert script_of(walk).solution == 16


def test_a_gate_shows_nothing_of_what_comes() -> None:
    walk = scripted(replace(NO_SCRIPT, instructions=True, gate_instructions=True))
    walk.check_in(1)
    assert (seen(walk).page, seen(walk).script) == (Page.GATE, None)
    walk.do(ev.GateOpened(0, Part.INSTRUCTIONS))
    assert (seen(walk).page, script_of(walk).text) == (Page.INSTRUCTIONS, "One.")


def test_the_game_has_no_script() -> None:
    walk = scripted()
    come_to_the_game(walk)
    assert (seen(walk).page, seen(walk).script) == (Page.STAGE_INTRO, None)


def test_the_questionnaire_comes_at_once_for_everyone_without_a_gate() -> None:
    walk = scripted()
    come_to_the_game(walk)
    play_to_the_end(walk)
    assert seen(walk).page is Page.QUESTIONNAIRE
    assert script_of(walk) == ScriptView(items=SHEET.questionnaire)


def test_the_questionnaire_waits_at_its_gate() -> None:
    walk = scripted(replace(EVERYTHING, gate_questionnaire=True))
    come_to_the_game(walk)
    play_to_the_end(walk)
    assert (seen(walk).page, seen(walk).script) == (Page.GATE, None)


def test_who_does_not_agree_sees_goodbye_and_no_texts() -> None:
    walk = scripted()
    walk.check_in(2)
    walk.do(ev.ConsentAnswered(0, "p1", False, "v1"))
    walk.do(ev.ParticipantLeft(0, "p2", "felt ill"))
    for station in ("s1", "s2"):
        assert (seen(walk, station).page, seen(walk, station).script) == (Page.GOODBYE, None)


GERMAN = Sheet(
    consent="Nehmen Sie teil?",
    instructions=("Eins.", "Zwei."),
    questions=(
        Question("fund", "Wie viele Münzen?", (), 16, "10 mal 1,6."),
        Question("who", "Wer teilt?", ("Wir", "Eine Regel"), 2, "Eine Regel."),
    ),
    questionnaire=(Item("fair", "likert", "War es fair?", ("nein", "ja"), 1, 7),),
)


def test_every_part_is_shown_in_the_participants_language() -> None:
    materials = Materials({"en": SHEET, "de": GERMAN}, "v1")
    walk = Walk(small_plan(script=EVERYTHING, materials=materials))
    for number, language in enumerate(("de", "en", "de_AT", "fr"), start=1):
        walk.do(ev.CheckedIn(0, f"p{number}", f"s{number}", "", False, language))
    texts = [script_of(walk, f"s{number}").text for number in range(1, 5)]
    assert texts == [GERMAN.consent, SHEET.consent, GERMAN.consent, SHEET.consent]
    for number in range(1, 5):
        agree(walk, f"p{number}")
    assert script_of(walk).text == "Eins."
    for number in range(1, 5):
        read_instructions(walk, f"p{number}")
    walk.do(ev.QuestionAnswered(0, "p1", "fund", 1, False))
    assert (script_of(walk).text, script_of(walk).why) == ("Wie viele Münzen?", "10 mal 1,6.")
    for number in range(1, 5):
        answer_all(walk, f"p{number}")
    play_to_the_end(walk)
    assert script_of(walk).items == GERMAN.questionnaire
    assert script_of(walk, "s2").items == SHEET.questionnaire


@pytest.mark.parametrize(
    ("round_to", "round_up", "total_cents"),
    [("0.01", False, 541), ("0.10", True, 550), ("0.50", False, 550), ("1.00", True, 600)],
)
def test_payment_is_rounded_by_the_rule_and_its_parts_to_cents(
    round_to: str, round_up: bool, total_cents: int
) -> None:
    rules = PaymentSettings(
        show_up_fee=5.0, coin_value=0.025, round_to=RoundTo(round_to), round_up=round_up
    )
    walk = after_the_game(rules)
    paid = payment_of(walk)
    earned = seen(walk).total_hundredths
    assert seen(walk).page is Page.PAYMENT
    assert (paid.basis, paid.currency, paid.coin_value) == (Basis.PLAYED, "EUR", 0.025)
    assert paid.paid_hundredths == earned
    assert (paid.show_up_cents, paid.is_adjusted) == (500, False)
    assert earned == 1652, "16.52 coins are worth 41.3 cents"
    assert (paid.coins_cents, paid.total_cents) == (41, total_cents)


def test_a_sum_of_the_experimenter_says_so() -> None:
    walk = after_the_game(PaymentSettings())
    before = payment_of(walk)
    walk.do(ev.PaymentAdjusted(0, "p1", 1234, "waited long"))
    assert payment_of(walk) == replace(before, total_cents=1234, is_adjusted=True)


def test_a_void_group_is_paid_the_fee_alone() -> None:
    walk = Walk(small_plan(script=replace(NO_SCRIPT, payment_screen=True), materials=MATERIALS))
    walk.check_in()
    walk.play_stage(1)
    walk.do(ev.GroupEnded(0, 1, "void", "the fire alarm"))
    paid = payment_of(walk)
    assert (paid.basis, paid.paid_hundredths, paid.coins_cents) == (Basis.VOID, 0, 0)
    assert paid.total_cents == paid.show_up_cents == 500


@pytest.mark.parametrize("ending", ["ended_early", "void"])
@pytest.mark.parametrize("stages", [0, 1, 2])
def test_the_pages_after_a_game_that_was_cut_short_know_it(ending: Ending, stages: int) -> None:
    walk = scripted()
    come_to_the_game(walk)
    for _ in range(stages):
        walk.play_stage(1)
    walk.do(ev.SeatDropped(walk.now_ms, 1, 3, ""))
    walk.do(ev.GroupEnded(walk.now_ms, 1, ending, ""))
    # Whoever was dropped is told nothing of what became of the group.
    for code, person in walk.state.participants.items():
        here = station_view(walk.state, person.station, walk.now_ms)
        assert here.is_cut_short is (person.seat != 3), code


def test_the_pages_after_a_whole_game_say_nothing_of_an_early_end() -> None:
    walk = scripted()
    come_to_the_game(walk)
    play_to_the_end(walk)
    for person in walk.state.participants.values():
        here = station_view(walk.state, person.station, walk.now_ms)
        assert here.page is Page.QUESTIONNAIRE
        assert not here.is_cut_short
