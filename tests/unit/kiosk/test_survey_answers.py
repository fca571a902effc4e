import pytest
from scripted import FULL_MATERIALS

from hcmd_lab.game.questionnaire import check_answers
from hcmd_lab.game.script_view import ScriptView
from ui.kiosk.survey_answers import control_answer, questionnaire_answers

PEOPLE = [f"p{number}" for number in range(300)]
CHOICE = ScriptView(question="who", options=("We", "A rule"), solution=2)
NUMBER = ScriptView(question="fund", solution=16)


@pytest.mark.parametrize("asked", [CHOICE, NUMBER])
def test_most_answers_are_right_and_some_wrong_ones_possible(asked: ScriptView) -> None:
    answers = [control_answer(asked, person) for person in PEOPLE]
    wrong = [answer for answer in answers if answer != asked.solution]
    assert 20 < len(wrong) < 80
    assert not asked.options or set(wrong) <= {1, 2}
    assert answers == [control_answer(asked, person) for person in PEOPLE]


def test_the_second_answer_is_right() -> None:
    again = ScriptView(question="who", options=("We", "A rule"), solution=2, wrong_answer=1)
    assert {control_answer(again, person) for person in PEOPLE} == {2}


def test_nobody_else_is_told_the_solution() -> None:
    with pytest.raises(ValueError, match="as simulated"):
        control_answer(ScriptView(question="fund"), "p1")


def test_every_questionnaire_can_be_handed_in() -> None:
    items = FULL_MATERIALS.sheet("en").questionnaire
    answers = [questionnaire_answers(items, person) for person in PEOPLE]
    assert all(check_answers(items, given) is None for given in answers)
    assert {given["fair"] for given in answers} == set(range(1, 8))
    assert {given["study"] for given in answers} == {1, 2}
