from dataclasses import replace
from typing import get_args

import pytest
from scripted import (
    SHEET,
    agree,
    answer_all,
    come_to_the_game,
    part,
    play_to_the_end,
    read_instructions,
    scripted,
)
from walks import MECHANISMS, Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.materials import Item, ItemAbout, Materials, Sheet
from hcmd_lab.game.script import items_for
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import IllegalEventError, Phase


def test_everyone_goes_through_the_parts_in_their_order() -> None:
    walk = scripted()
    walk.check_in()
    seen = [part(walk)]
    agree(walk, "p1")
    seen.append(part(walk))
    read_instructions(walk, "p1")
    seen.append(part(walk))
    answer_all(walk, "p1")
    seen.append(part(walk))
    for code in ("p2", "p3", "p4"):
        agree(walk, code)
        read_instructions(walk, code)
        answer_all(walk, code)
    play_to_the_end(walk)
    seen.append(part(walk))
    walk.do(ev.QuestionnaireAnswered(0, "p1", {"fair": 6}))
    seen.append(part(walk))
    assert seen == [
        Part.CONSENT,
        Part.INSTRUCTIONS,
        Part.QUESTIONS,
        Part.GAME,
        Part.QUESTIONNAIRE,
        Part.PAYMENT,
    ]
    assert walk.state.participants["p1"].progress.answers == {"fair": 6}
    assert replay(walk.events) == walk.state


def test_a_session_without_a_script_is_the_game_alone() -> None:
    walk = scripted(NO_SCRIPT)
    walk.check_in()
    assert part(walk) is Part.GAME
    play_to_the_end(walk)
    assert part(walk) is Part.DONE


def test_a_seat_is_taken_when_the_questions_are_answered_and_not_before() -> None:
    walk = scripted()
    come_to_the_game(walk, 3)
    walk.do(ev.CheckedIn(0, "p4", "s4", "", False))
    assert walk.state.groups[1].phase is Phase.SEATING
    with pytest.raises(IllegalEventError, match="not ready for the game"):
        apply(walk.state, ev.Seated(0, "p4", 1, walk.state.groups[1].plan.seat_order[3]))
    agree(walk, "p4")
    read_instructions(walk, "p4")
    answer_all(walk, "p4")
    assert walk.state.groups[1].phase is Phase.STAGE_INTRO


def test_who_does_not_agree_is_done_and_the_station_is_free() -> None:
    walk = scripted()
    walk.check_in(1)
    walk.do(ev.ConsentAnswered(0, "p1", False, "v1"))
    assert part(walk) is Part.DECLINED
    assert walk.state.participants["p1"].progress.agreed is False
    assert walk.state.is_free("s1")


def test_consent_is_to_the_wording_of_this_session() -> None:
    walk = scripted()
    walk.check_in(1)
    with pytest.raises(IllegalEventError, match="not the consent text"):
        walk.do(ev.ConsentAnswered(0, "p1", True, "v0"))


def test_pages_are_turned_one_by_one_and_back() -> None:
    walk = scripted()
    walk.check_in(1)
    agree(walk, "p1")
    with pytest.raises(IllegalEventError, match="before or after page 1"):
        walk.do(ev.PageTurned(0, "p1", 2))
    walk.do(ev.PageTurned(0, "p1", 1))
    walk.do(ev.PageTurned(0, "p1", 0))
    assert walk.state.participants["p1"].progress.page == 0
    with pytest.raises(IllegalEventError):
        walk.do(ev.PageTurned(0, "p1", -1))


def test_wrong_answers_are_counted_and_the_last_one_calls_the_experimenter() -> None:
    walk = scripted()
    walk.check_in(1)
    agree(walk, "p1")
    read_instructions(walk, "p1")
    walk.do(ev.QuestionAnswered(0, "p1", "fund", 10, False))
    progress = walk.state.participants["p1"].progress
    assert (progress.attempts, progress.last_answer, progress.calls_help) == (1, 10, False)
    walk.do(ev.QuestionAnswered(0, "p1", "fund", 12, False))
    assert walk.state.participants["p1"].progress.calls_help
    with pytest.raises(IllegalEventError, match="is waiting for the experimenter"):
        walk.do(ev.QuestionAnswered(0, "p1", "fund", 16, True))


@pytest.mark.parametrize(("passed", "page", "attempts"), [(True, 1, 0), (False, 0, 0)])
def test_the_experimenter_explains_or_lets_a_question_pass(
    passed: bool, page: int, attempts: int
) -> None:
    walk = scripted()
    walk.check_in(1)
    agree(walk, "p1")
    read_instructions(walk, "p1")
    for wrong in (10, 12):
        walk.do(ev.QuestionAnswered(0, "p1", "fund", wrong, False))
    walk.do(ev.HelpGiven(0, "p1", passed))
    progress = walk.state.participants["p1"].progress
    assert (progress.page, progress.attempts, progress.calls_help) == (page, attempts, False)
    assert progress.last_answer is None


def test_an_answer_is_marked_by_the_materials() -> None:
    walk = scripted()
    walk.check_in(1)
    agree(walk, "p1")
    read_instructions(walk, "p1")
    for event in (
        ev.QuestionAnswered(0, "p1", "fund", 10, True),
        ev.QuestionAnswered(0, "p1", "fund", 16, False),
        ev.QuestionAnswered(0, "p1", "who", 2, True),
    ):
        with pytest.raises(IllegalEventError):
            apply(walk.state, event)


def test_help_can_be_called_at_any_time_and_is_given() -> None:
    walk = scripted()
    walk.check_in(1)
    walk.do(ev.HelpCalled(0, "p1"))
    assert walk.state.participants["p1"].progress.calls_help
    with pytest.raises(IllegalEventError, match="has already called"):
        walk.do(ev.HelpCalled(0, "p1"))
    with pytest.raises(IllegalEventError, match="no control question"):
        walk.do(ev.HelpGiven(0, "p1", True))
    walk.do(ev.HelpGiven(0, "p1", False))
    assert not walk.state.participants["p1"].progress.calls_help


def test_a_gate_holds_everyone_until_it_is_opened() -> None:
    walk = scripted(replace(NO_SCRIPT, instructions=True, gate_instructions=True))
    walk.check_in(2)
    with pytest.raises(IllegalEventError, match="is waiting for the experimenter"):
        walk.do(ev.PageTurned(0, "p1", 1))
    walk.do(ev.GateOpened(0, Part.INSTRUCTIONS))
    read_instructions(walk, "p1")
    read_instructions(walk, "p2")
    assert part(walk) is Part.GAME
    with pytest.raises(IllegalEventError, match="already open"):
        walk.do(ev.GateOpened(0, Part.INSTRUCTIONS))
    with pytest.raises(IllegalEventError, match="no gate"):
        walk.do(ev.GateOpened(0, Part.CONSENT))


def test_the_session_stays_open_for_the_questionnaire() -> None:
    walk = scripted(replace(NO_SCRIPT, questionnaire=True))
    walk.check_in()
    walk.do(ev.GroupEnded(0, 1, "ended_early", "time is up"))
    with pytest.raises(IllegalEventError, match="all answers are in"):
        walk.do(ev.SessionClosed(0))
    for code in ("p1", "p2", "p3"):
        walk.do(ev.QuestionnaireAnswered(0, code, {"fair": 1}))
    walk.do(ev.PartSkipped(0, "p4", Part.QUESTIONNAIRE, "had to leave"))
    walk.do(ev.SessionClosed(0))
    assert walk.state.closed


def test_answers_that_do_not_fit_are_refused() -> None:
    walk = scripted(replace(NO_SCRIPT, questionnaire=True))
    walk.check_in()
    walk.do(ev.GroupEnded(0, 1, "ended_early", "time is up"))
    with pytest.raises(IllegalEventError, match="from 1 to 7"):
        walk.do(ev.QuestionnaireAnswered(0, "p1", {"fair": 8}))


def test_who_was_dropped_is_asked_nothing_more() -> None:
    walk = scripted(replace(NO_SCRIPT, questionnaire=True, payment_screen=True))
    walk.check_in()
    walk.do(ev.SeatDropped(0, 1, 0, "left"))
    walk.do(ev.GroupEnded(0, 1, "ended_early", "time is up"))
    parts = {
        seat.dropped: part(walk, seat.participant or "") for seat in walk.state.groups[1].seats
    }
    assert parts == {True: Part.DONE, False: Part.QUESTIONNAIRE}


def test_nobody_is_asked_about_what_they_were_not_there_for() -> None:
    items = tuple(
        Item(f"about_{about}", "text", "?", required=False, about=about)
        for about in get_args(ItemAbout)
    )
    materials = Materials({"en": Sheet(questionnaire=items)})
    limits = SessionSettings(intro_s=1, decide_s=1, outcome_s=1)
    script = replace(NO_SCRIPT, questionnaire=True)
    walk = Walk(small_plan(settings=limits, script=script, materials=materials))
    walk.check_in()
    walk.play_stage(1)

    def asked(seat: int) -> list[str]:
        code = walk.state.groups[1].seats[seat].participant or ""
        return [item.about for item in items_for(walk.state, walk.state.participants[code])]

    assert asked(0) == ["", "stage_1"]
    walk.do(ev.SeatDropped(0, 1, 3, "left"))
    while walk.state.groups[1].phase is not Phase.VOTE:
        walk.wait(1000)
    for seat, choice in enumerate((1, 2, 2)):
        walk.do(ev.VoteCast(walk.now_ms, 1, seat, choice, "participant"))
    assert [asked(seat) for seat in (0, 3)] == [["", "stage_1", "stage_2", "vote"], ["", "stage_1"]]


def test_who_was_dropped_can_be_moved_on_while_the_group_plays() -> None:
    walk = scripted(replace(NO_SCRIPT, questionnaire=True, payment_screen=True))
    walk.check_in()
    code = walk.state.groups[1].seats[0].participant or ""
    with pytest.raises(IllegalEventError, match="cannot end this part"):
        walk.do(ev.PartSkipped(0, code, Part.GAME, "still plays"))
    walk.do(ev.SeatDropped(0, 1, 0, "left"))
    walk.do(ev.PartSkipped(0, code, Part.GAME, "has stayed in the room"))
    assert part(walk, code) is Part.QUESTIONNAIRE
    walk.do(ev.QuestionnaireAnswered(0, code, {"fair": 7}))
    walk.do(ev.GroupEnded(0, 1, "ended_early", "time is up"))
    assert part(walk, code) is Part.PAYMENT


def test_who_goes_home_before_the_game_frees_the_station() -> None:
    walk = scripted()
    walk.check_in(1)
    walk.do(ev.ParticipantLeft(0, "p1", "felt ill"))
    assert part(walk) is Part.DONE
    assert walk.state.is_free("s1")
    walk = scripted(NO_SCRIPT)
    walk.check_in(1)
    with pytest.raises(IllegalEventError, match="has a seat"):
        walk.do(ev.ParticipantLeft(0, "p1", "felt ill"))


def test_consent_and_game_are_not_skipped() -> None:
    walk = scripted()
    walk.check_in(1)
    with pytest.raises(IllegalEventError, match="experimenter cannot end"):
        walk.do(ev.PartSkipped(0, "p1", Part.CONSENT, "in a hurry"))
    agree(walk, "p1")
    with pytest.raises(IllegalEventError, match="different part"):
        walk.do(ev.PartSkipped(0, "p1", Part.QUESTIONS, "knows it"))
    walk.do(ev.PartSkipped(0, "p1", Part.INSTRUCTIONS, "has read them on paper"))
    assert part(walk) is Part.QUESTIONS


def test_who_is_turned_away_is_known_and_at_no_station() -> None:
    walk = scripted()
    walk.do(ev.TurnedAway(0, "p9", "A17", "the session is full"))
    assert part(walk, "p9") is Part.TURNED_AWAY
    with pytest.raises(IllegalEventError, match="give the reason"):
        walk.do(ev.TurnedAway(0, "p10", "A18", " "))


def test_practice_is_played_first_and_forgotten() -> None:
    walk = scripted(replace(NO_SCRIPT, practice_rounds=1))
    walk.check_in()
    group = walk.state.groups[1]
    assert (group.phase, group.stage) == (Phase.STAGE_INTRO, 0)
    assert group.mechanism == MECHANISMS[0]
    walk.read(1)
    walk.play_round(1)
    group = walk.state.groups[1]
    assert (group.phase, group.stage, group.history) == (Phase.STAGE_INTRO, 1, ())
    play_to_the_end(walk)
    assert {paid.stage for paid in walk.state.groups[1].history} == {1, 2, 3}


def test_each_language_has_its_own_texts() -> None:
    german = Sheet(instructions=("Eins.",))
    materials = Materials({"en": SHEET, "de": german}, "v1")
    assert materials.sheet("de_AT") is german
    assert materials.sheet("de-CH") is german
    assert materials.sheet("fr") is SHEET
    walk = Walk(small_plan(script=replace(NO_SCRIPT, instructions=True), materials=materials))
    walk.do(ev.CheckedIn(0, "p1", "s1", "", False, "de"))
    walk.do(ev.PageTurned(0, "p1", 1))
    assert part(walk) is Part.GAME
