from dataclasses import replace

import pytest
from scripted import agree, answer_all, part, read_instructions, scripted
from walks import Walk

from hcmd_lab.game import events as ev
from hcmd_lab.game.script_steps import Part
from hcmd_lab.hosting.commands import Rejection, SurveyCommand, answer_survey_command
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import (
    AnswerQuestion,
    CallHelp,
    GiveConsent,
    HandIn,
    TurnPage,
)


def judge(walk: Walk, command: SurveyCommand) -> ev.SessionEvent | Rejection | None:
    person = walk.state.participants["p1"]
    return answer_survey_command(walk.state, "p1", person, command, walk.now_ms)


def grant(walk: Walk, command: SurveyCommand) -> ev.SessionEvent:
    event = judge(walk, command)
    assert event is not None
    assert not isinstance(event, Rejection)
    walk.do(event)
    return event


@pytest.fixture
def walk() -> Walk:
    walk = scripted()
    walk.check_in(1)
    return walk


def test_each_wish_becomes_its_event(walk: Walk) -> None:
    assert grant(walk, GiveConsent("n1", True, "v1")) == ev.ConsentAnswered(
        0, "p1", True, "v1", "n1"
    )
    assert grant(walk, TurnPage("n2", 1)) == ev.PageTurned(0, "p1", 1, "n2")
    assert grant(walk, TurnPage("n3", 2)) == ev.PageTurned(0, "p1", 2, "n3")
    assert grant(walk, AnswerQuestion("n4", "fund", 10)) == ev.QuestionAnswered(
        0, "p1", "fund", 10, False, "n4"
    )
    assert grant(walk, AnswerQuestion("n5", "fund", 16)) == ev.QuestionAnswered(
        0, "p1", "fund", 16, True, "n5"
    )
    assert grant(walk, CallHelp("n6", "")) == ev.HelpCalled(0, "p1", "n6")
    assert part(walk) is Part.QUESTIONS


def test_an_event_has_the_sessions_time(walk: Walk) -> None:
    walk.wait(7)
    assert judge(walk, CallHelp("n1", "")) == ev.HelpCalled(7, "p1", "n1")


def test_a_line_is_saved_once_although_help_is_called_already(walk: Walk) -> None:
    grant(walk, CallHelp("n1", ""))
    assert grant(walk, CallHelp("n2", "It is the mouse.")) == ev.HelpCalled(
        0, "p1", "n2", "It is the mouse."
    )
    assert judge(walk, CallHelp("n2", "It is the mouse.")) is None


@pytest.mark.parametrize(
    "command",
    [
        GiveConsent("n1", True, "v1"),
        GiveConsent("n1", False, "v1"),
        CallHelp("n1", ""),
    ],
)
def test_what_was_granted_is_confirmed_again(walk: Walk, command: SurveyCommand) -> None:
    grant(walk, command)
    assert judge(walk, command) is None


def test_a_wrong_answer_said_twice_counts_once(walk: Walk) -> None:
    agree(walk, "p1")
    read_instructions(walk, "p1")
    command = AnswerQuestion("n1", "fund", 10)
    grant(walk, command)
    assert judge(walk, command) is None
    assert walk.state.participants["p1"].progress.attempts == 1
    again = grant(walk, AnswerQuestion("n2", "fund", 10))
    assert isinstance(again, ev.QuestionAnswered)
    assert walk.state.participants["p1"].progress.attempts == 2


def test_the_last_page_turned_twice_is_confirmed_in_the_next_part(walk: Walk) -> None:
    agree(walk, "p1")
    grant(walk, TurnPage("n1", 1))
    assert judge(walk, TurnPage("n2", 1)) is None, "that page is shown already"
    grant(walk, TurnPage("n3", 2))
    assert part(walk) is Part.QUESTIONS
    assert judge(walk, TurnPage("n3", 2)) is None


def test_a_call_is_one_call_under_any_nonce(walk: Walk) -> None:
    grant(walk, CallHelp("n1", ""))
    agree(walk, "p1")
    assert judge(walk, CallHelp("n2", "")) is None
    walk.do(ev.HelpGiven(0, "p1", False))
    assert judge(walk, CallHelp("n3", "")) == ev.HelpCalled(0, "p1", "n3")


@pytest.mark.parametrize(
    "command",
    [
        TurnPage("n1", 1),
        AnswerQuestion("n1", "fund", 16),
        HandIn("n1", {"fair": 3}),
    ],
)
def test_what_belongs_to_another_part_is_too_late(walk: Walk, command: SurveyCommand) -> None:
    rejected = judge(walk, command)
    assert isinstance(rejected, Rejection)
    assert rejected.code == RejectionCode.TOO_LATE


def test_consent_and_questions_are_over_once_answered(walk: Walk) -> None:
    agree(walk, "p1")
    read_instructions(walk, "p1")
    walk.do(ev.QuestionAnswered(0, "p1", "fund", 16, True))
    for command in (GiveConsent("n1", False, "v1"), AnswerQuestion("n1", "fund", 16)):
        rejected = judge(walk, command)
        assert isinstance(rejected, Rejection)
        assert rejected.code == RejectionCode.TOO_LATE
    walk.do(ev.QuestionAnswered(0, "p1", "who", 2, True))
    assert isinstance(judge(walk, AnswerQuestion("n1", "who", 2)), Rejection)


def test_the_questionnaire_is_handed_in_once() -> None:
    walk = scripted(replace(scripted().state.plan.script, payment_screen=False))
    walk.check_in()
    for code in ("p1", "p2", "p3", "p4"):
        agree(walk, code)
        read_instructions(walk, code)
        answer_all(walk, code)
    walk.do(ev.GroupEnded(0, 1, "ended_early", "time is up"))
    command = HandIn("n1", {"fair": 3})
    assert grant(walk, command) == ev.QuestionnaireAnswered(0, "p1", {"fair": 3}, "n1")
    assert judge(walk, command) is None
    assert isinstance(judge(walk, HandIn("n2", {"fair": 4})), Rejection)
    assert walk.state.participants["p1"].progress.answers == {"fair": 3}
