import dataclasses
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from played_groups import played_groups

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.insight.explanation import ConditionInsight, explain, explain_condition
from hcmd_lab.insight.rule import Fidelity, Rule
from hcmd_lab.jobs.evaluated import RoleShare
from hcmd_lab.jobs.record import Interval
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.insight import (
    incentive_sentences,
    minority_sentences,
    nobody_played,
    rule_sentences,
    votes_not_told,
)


def insight(**changes: object) -> ConditionInsight:
    found = explain_condition(freeze(BASELINES["libertarian"], PAPER_GAME), 2, {})
    values = {name: getattr(found, name) for name in found.__slots__}
    return ConditionInsight(**{**values, **changes})  # type: ignore[arg-type]


def said(sentences: Sequence[Sentence]) -> str:
    return " ".join(map(str, sentences))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("strict_egalitarian", "the fund is divided in equal parts, whatever is contributed."),
        ("libertarian", "divided in proportion to the coins that each seat contributes."),
        ("liberal_egalitarian", "in proportion to the fraction of the endowment that each seat"),
    ],
)
def test_the_closed_forms_in_words(name: str, words: str) -> None:
    text = said(rule_sentences(explain_condition(freeze(BASELINES[name], PAPER_GAME), 4, {})))
    assert words in text
    assert "The rule divides 100.0% of the fund as the mechanism does, all contributions" in text
    assert "threshold" not in text


def test_a_rule_with_thresholds_in_words() -> None:
    text = said(rule_sentences(insight(rule=Rule(0.8, 0.1, 0.6, 0.5, 0.3), as_played=True)))
    assert "80% of the fund is divided in proportion to the fraction" in text
    assert "the head's counting 60% as much as a tail's" in text
    assert "fixed parts (10% to the head, 30% to each tail)" in text
    assert "50% of the endowment for the head, 30% for a tail" in text
    assert "in the rounds that were played" in text


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule(1.0, 0.25, 1.0, 0.5, 0.0), "The head's contribution counts only beyond 50%"),
        (Rule(1.0, 0.25, 1.0, 0.0, 0.5), "A tail's contribution counts only beyond 50%"),
        (Rule(1.0, 0.25, 0.0, 0.0, 0.5), "A tail's contribution counts only beyond 50%"),
        (Rule(1.0, 0.25, 0.0, 0.0, 0.5), "the head's contribution does not count"),
        (Rule(1.0, 0.25, 0.0, 0.0, 0.5), "Where nothing counts, the parts are equal."),
    ],
)
def test_thresholds_are_named_for_those_whom_they_bind(rule: Rule, words: str) -> None:
    assert words in said(rule_sentences(insight(rule=rule)))


def test_an_unfaithful_rule_is_not_put_into_words() -> None:
    text = said(rule_sentences(insight(fidelity=Fidelity(0.72, 0.4))))
    assert "no short rule describes the mechanism" in text
    assert "72.0%" in text
    assert "in proportion" not in text


def test_incentives_in_words() -> None:
    assert said(incentive_sentences(insight())) == (
        "Where each tail has 2 coins and all contributions of the others count alike: another coin "
        "returns 1.6 coins to the head, who earns most in the round by contributing 10 of 10; it "
        "returns 1.6 to a tail, who earns most by contributing 2 of 2."
    )


def test_the_least_served_in_words_and_nobody() -> None:
    table = freeze(BASELINES["strict_egalitarian"], PAPER_GAME)
    nobody = explain(table, [], "liberal_egalitarian")
    assert minority_sentences(nobody) == []
    assert str(nobody_played(nobody)).startswith("No group has played a whole stage with strict")
    assert "strict egalitarian and liberal egalitarian" in str(votes_not_told(nobody))
    renamed = type(table)("theta_0", PAPER_GAME, table.tables)
    found = explain(renamed, played_groups(10), "liberal_egalitarian")
    (sentence,) = minority_sentences(found)
    assert str(sentence).startswith("Under θ₀, the seat that gained least")
    assert "of 10 groups" in str(sentence)


def test_votes_that_are_not_counted_are_not_told() -> None:
    nobody = explain(freeze(BASELINES["libertarian"], PAPER_GAME), [], "liberal_egalitarian")
    waiting = dataclasses.replace(nobody, compared=12)
    assert str(votes_not_told(waiting)) == (
        "12 groups have compared libertarian with liberal egalitarian; what they voted is told "
        "once EVALUATE has counted the votes."
    )


def test_a_baseline_is_compared_with_nothing() -> None:
    assert explain(freeze(BASELINES["libertarian"], PAPER_GAME), [], "libertarian").baseline == ""


def test_votes_by_role_are_told() -> None:
    share = Interval.of_share(0.5, 0.1)
    votes = [RoleShare(role, None, 4, 4, share) for role in ("head", "tail")]
    table = freeze(BASELINES["libertarian"], PAPER_GAME)
    told = said(minority_sentences(explain(table, [], "liberal_egalitarian", votes)))
    assert "is 50.0% among heads (40.0% to 60.0%) and 50.0% among tails (40.0% to 60.0%)" in told


def test_roles_that_voted_in_other_groups_are_told_with_their_own() -> None:
    share = Interval.of_share(0.5, 0.1)
    votes = [RoleShare(role, None, groups, 4, share) for role, groups in (("head", 3), ("tail", 4))]
    table = freeze(BASELINES["libertarian"], PAPER_GAME)
    told = said(minority_sentences(explain(table, [], "liberal_egalitarian", votes)))
    assert "among heads (40.0% to 60.0%, 3 groups)" in told
    assert "among tails (40.0% to 60.0%, 4 groups)" in told


@pytest.mark.parametrize(("low", "high"), [(0.4996, 0.76), (0.50004, 0.76), (0.2, 0.49996)])
def test_no_rounding_hides_on_which_side_of_one_half_a_role_votes(low: float, high: float) -> None:
    found = Interval(estimate=(low + high) / 2, low=low, high=high)
    votes = [RoleShare(role, None, 4, 4, found) for role in ("head", "tail")]
    table = freeze(BASELINES["libertarian"], PAPER_GAME)
    told = said(minority_sentences(explain(table, [], "liberal_egalitarian", votes)))
    for below, above in re.findall(r"\(([\d.]+)% to ([\d.]+)%\)", told):
        assert (float(below) < 50 < float(above)) == (low < 0.5 < high)
        assert "50.0" not in (below, above)


ALIKE = Game(head_endowment=4, tail_endowments=(4,))
"""Where everyone has the same coins, nobody is a head."""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "in proportion to the fraction of the endowment that each seat contributes."),
        ({"head_counts": 0.5}, "those of seat 1 counting 50% as much as those of another seat."),
        ({"head_counts": 0.0}, "(the contribution of seat 1 does not count)."),
        ({"by_giving": 0.0, "fixed_head": 0.4}, "(40% to seat 1, 20% to each other seat)"),
        ({"by_giving": 0.0, "fixed_head": 0.3}, "(30.0% to seat 1, 23.3% to each other seat)"),
        ({"head_threshold": 0.3, "tail_threshold": 0.3},
         "Contributions count only beyond 30% of the endowment."),
        ({"head_threshold": 0.3, "tail_threshold": 0.0}, "30% of the endowment for seat 1, 0% for"),
    ],
)  # fmt: skip
def test_a_rule_without_roles_is_told_by_seats(changes: dict[str, float], expected: str) -> None:
    found = explain_condition(freeze(BASELINES["libertarian"], ALIKE), 4, {})
    rule = replace(found.rule, **{
        "by_giving": 1.0, "fixed_head": 0.25, "head_counts": 1.0, "head_threshold": 0.0,
        "tail_threshold": 0.0, **changes,
    })  # fmt: skip
    told = said(rule_sentences(replace(found, rule=rule)))
    assert expected in told
    assert not re.search(r"\b(head|tails?)\b", told)


def test_what_a_coin_returns_is_told_once_where_nobody_has_a_role() -> None:
    found = explain_condition(freeze(BASELINES["strict_egalitarian"], ALIKE), 4, {})
    assert said(incentive_sentences(found)) == (
        "Where everyone has 4 coins and all contributions of the others count alike: another coin "
        "returns 0.4 coins to its giver, who earns most in the round by contributing 0 of 4."
    )
    other = replace(found, tail=replace(found.tail, best=3))
    told = said(incentive_sentences(other))
    assert "seat 1 earns most in the round by contributing 0 of 4, another seat by" in told
