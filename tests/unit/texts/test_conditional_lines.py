"""Lines of a text that stand only where they are true."""

from dataclasses import replace
from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.sentence import Sentence
from hcmd_lab.texts.conditional_lines import true_lines
from hcmd_lab.texts.text_numbers import CONDITIONS, conditions_of

PLACE = Sentence("{file}", file="en/consent.md")
TEXT = "One.\n{if practice}Two {rounds}.\n{if not practice}Three.\nFour."
PAGE = Path(__file__).parents[3] / "docs" / "session-script.md"


@pytest.mark.parametrize(
    ("holds", "text"), [(True, "One.\nTwo {rounds}.\nFour."), (False, "One.\nThree.\nFour.")]
)
def test_a_line_stands_where_its_condition_holds(holds: bool, text: str) -> None:
    assert true_lines(TEXT, {"practice": holds}, PLACE) == text


def test_an_unknown_condition_is_named_with_those_that_there_are() -> None:
    with pytest.raises(OperatorError, match=r"en/consent.md: {if pracice} is not .*practice"):
        true_lines("{if pracice}One.", {"practice": True}, PLACE)


def test_every_condition_is_explained_and_known() -> None:
    known = conditions_of(SessionRules(), (2, 4))
    assert list(known) == list(CONDITIONS)
    page = PAGE.read_text(encoding="utf-8")
    assert not [name for name in CONDITIONS if f"`{name}`" not in page]


@pytest.mark.parametrize("rule", PayRule)
def test_conditions_follow_the_settings(rule: PayRule) -> None:
    payment = PaymentSettings(show_up_fee=0.0, coin_value=0.1, round_up=False, pay_dropped=rule)
    held = conditions_of(SessionRules(script=NO_SCRIPT, payment=payment), (2, 2))
    dropped = {f"dropped_{rule.value}"}
    assert {name for name, holds in held.items() if holds} == dropped | {
        "paid", "coins_are_paid", "rounded_nearest", "void_show_up"
    }  # fmt: skip
    nothing = replace(payment, coin_value=0.0)
    held = conditions_of(SessionRules(script=NO_SCRIPT, payment=nothing), (2,))
    assert not any(held.values())
