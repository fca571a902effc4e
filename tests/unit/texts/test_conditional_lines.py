"""Lines of a text that stand only where they are true."""

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.sentence import Sentence
from hcmd_lab.texts.conditional_lines import true_lines
from hcmd_lab.texts.text_numbers import CONDITIONS, conditions_of, example_coins, numbers_of

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
    known = conditions_of(SessionRules(), PAPER_GAME, (2, 4))
    assert list(known) == list(CONDITIONS)
    page = PAGE.read_text(encoding="utf-8")
    assert not [name for name in CONDITIONS if f"`{name}`" not in page]


def test_the_page_lists_every_number_that_a_text_can_name() -> None:
    table = PAGE.read_text("utf-8").partition("| Name | Stands for |")[2].partition("\n\n")[0]
    known = numbers_of("Study", PAPER_GAME, SessionRules(), (2, 4), "en")
    assert set(re.findall(r"`{(\w+)}`", table)) == known.keys()


@pytest.mark.parametrize("rule", PayRule)
def test_conditions_follow_the_settings(rule: PayRule) -> None:
    payment = PaymentSettings(show_up_fee=0.0, coin_value=0.1, round_up=False, pay_dropped=rule)
    held = conditions_of(SessionRules(script=NO_SCRIPT, payment=payment), PAPER_GAME, (2, 2))
    dropped = {f"dropped_{rule.value}"}
    assert {name for name, holds in held.items() if holds} == dropped | {
        "paid", "coins_are_paid", "rounded_nearest", "void_show_up", "several_rounds",
        "one_condition",
    }  # fmt: skip
    nothing = replace(payment, coin_value=0.0)
    alike = Game(rounds=1, head_endowment=8, tail_endowments=(8, 9))
    held = conditions_of(SessionRules(script=NO_SCRIPT, payment=nothing), alike, (8,))
    assert {name for name, holds in held.items() if holds} == {"equal_endowments"}


@pytest.mark.parametrize(
    ("tails", "holds"),
    [((2, 4), "several_conditions"), ((10, 2), "several_conditions"), ((2, 2), "one_condition"),
     ((10, 10), "equal_endowments")],
)  # fmt: skip
def test_one_sentence_about_the_others_coins_holds(tails: tuple[int, ...], holds: str) -> None:
    held = conditions_of(SessionRules(), PAPER_GAME, tails)
    names = ("several_conditions", "one_condition", "equal_endowments")
    assert [name for name in names if held[name]] == [holds]


def test_the_fund_of_the_example_is_a_whole_number() -> None:
    assert example_coins(PAPER_GAME) == 20
    smallest = Game(tails=2, head_endowment=1, tail_endowments=(1,))
    for game, percent in product((PAPER_GAME, smallest), range(10, 2001)):
        played = replace(game, multiplier_percent=percent)
        coins = example_coins(played)
        assert coins * percent % 100 == 0
        assert coins <= sum(played.endowments(max(played.tail_endowments))) or coins == 100
