import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game.session_rules import GAME_ALONE, SessionRules, describe_rules, parse_rules


def test_no_two_settings_share_a_name() -> None:
    names = [setting.name for setting in describe_rules()]
    assert len(set(names)) == len(names)


def test_each_value_finds_its_place() -> None:
    rules = parse_rules({"decide_s": 5, "consent": True, "coin_value": 1})
    assert (rules.settings.decide_s, rules.script.consent, rules.payment.coin_value) == (5, True, 1)
    assert parse_rules({}) == SessionRules()
    assert parse_rules({}, GAME_ALONE) == GAME_ALONE


def test_people_are_informed_and_paid_unless_that_is_switched_off() -> None:
    script = parse_rules({}).script
    parts = (script.consent, script.instructions, script.control_questions,
             script.questionnaire, script.payment_screen)  # fmt: skip
    assert parts == (True,) * 5
    assert not parse_rules({"consent": False}).script.consent
    assert parse_rules({"consent": True}, GAME_ALONE).script.consent
    assert not parse_rules({"consent": True}, GAME_ALONE).script.questionnaire


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"coins": 1}, "There is no setting coins; the settings are intro_s, .*consent.*currency"),
        ({"question_attempts": 0}, "question_attempts must be a whole number between 1 and 20"),
        ({"round_to": "0.03"}, "round_to must be one of 0.01, 0.05"),
        ({"consent": 1}, "consent must be true or false"),
        ({"show_up_fee": -1}, "show_up_fee must be a number between 0 and 10000"),
    ],
)
def test_what_is_wrong_gets_its_sentence(values: dict[str, object], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        parse_rules(values)
