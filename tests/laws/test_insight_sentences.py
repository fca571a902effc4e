"""What is said of a mechanism is read back as a rule, and that rule is held against the mechanism.

Whatever a table divides, the sentences either give up or describe a rule completely enough to be
computed; the fidelity that they tell has to be that of the rule as it was worded, not of numbers
with more digits behind it. What they say of another coin is counted again from the table.
"""

import itertools
import re
from array import array

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.mechanisms import to_units
from hcmd_lab.game.profile_arrays import table_rows
from hcmd_lab.game.rules import Game
from hcmd_lab.insight.condition import condition
from hcmd_lab.insight.explanation import ConditionInsight, explain_condition
from hcmd_lab.insight.rule import Rule, fidelity
from hcmd_lab.telling.insight import incentive_sentences, rule_sentences

GAMES = (
    Game(head_endowment=4, tail_endowments=(2,), tails=3),
    Game(head_endowment=5, tail_endowments=(3,), tails=2),
    Game(head_endowment=3, tail_endowments=(3,), tails=3),
    Game(head_endowment=2, tail_endowments=(2,), tails=4, multiplier_percent=250),
)
PERCENT = r"(\d+(?:\.\d+)?)%"

rules = st.builds(
    Rule,
    st.sampled_from([0.0, 0.02, 0.4, 0.83, 0.97, 1.0]) | st.floats(0, 1),
    st.sampled_from([0.25, 1 / 3, 0.2, 0.26, 0.0, 0.7]) | st.floats(0, 1),
    st.sampled_from([0.01, 0.08, 0.5, 1.0, 1.05, 5 / 3, 2.0]) | st.floats(0.02, 20),
    st.sampled_from([0.0, 0.03, 0.4]) | st.floats(0, 0.9),
    st.sampled_from([0.0, 0.03, 0.4]) | st.floats(0, 0.9),
)


@st.composite
def tables(draw: st.DrawFn) -> FrozenPolicy:
    """A table that follows some rule, more or less."""
    game = draw(st.sampled_from(GAMES))
    (tail,) = game.tail_endowments
    rows = table_rows(game, tail)
    shares = draw(rules).shares(np.array(game.endowments(tail)), rows)
    dice = np.random.default_rng(draw(st.integers(0, 2**16)))
    noise = draw(st.sampled_from([0.0, 0.02, 0.1, 0.5, 1.0]))
    # Tails who give the same get the same, as from every mechanism.
    chance = dice.dirichlet([1.0] * (2 + game.max_endowment), len(rows))
    chance = np.stack([chance[:, 0], *(chance[np.arange(len(rows)), 1 + each]
                                       for each in rows[:, 1:].T)], 1)  # fmt: skip
    shares = (1 - noise) * shares + noise * chance / chance.sum(1, keepdims=True)
    units = array("I", [unit for row in shares.tolist() for unit in to_units(row)])
    return FrozenPolicy("theta_1", game, {tail: units})


def parts(said: str) -> list[float]:
    return [float(each) / 100 for each in re.findall(PERCENT, said)]


def read_back(said: str, game: Game) -> Rule:
    """The rule that a reader takes from the sentences."""
    equal = 1 / game.seats
    division = re.search(r"By the rule that comes closest, (.*?)\. (?=[A-Z])", said)
    assert division is not None, said
    words = division[1]
    by_giving = 1.0
    if re.match(rf"{PERCENT} of the fund is divided in proportion", words):
        by_giving = parts(words)[0]
    elif "whatever is contributed" in words:
        by_giving = 0.0
    fixed = re.search(rf"fixed parts \({PERCENT} to (?:the head|seat 1)", words)
    head_counts = 1.0
    if counting := re.search(rf"(?:the head's|seat 1) counting {PERCENT} as much", words):
        head_counts = float(counting[1]) / 100
    elif times := re.search(r"(?:the head's|seat 1) counting ([\d.]+) times as much", words):
        head_counts = float(times[1])
    elif "does not count" in words:
        head_counts = 0.0
    elif "coins that each seat" in words:
        head_counts = game.head_endowment / game.tail_endowments[0]
    head = tail = 0.0
    if both := re.search(rf"threshold: {PERCENT} of the endowment for [^,]*, {PERCENT} for", said):
        head, tail = (float(each) / 100 for each in both.groups())
    elif alike := re.search(rf"Contributions count only beyond {PERCENT} of the endowment", said):
        head = tail = float(alike[1]) / 100
    elif of_head := re.search(rf"The head's contribution counts only beyond {PERCENT}", said):
        head = float(of_head[1]) / 100
    elif of_tail := re.search(rf"A tail's contribution counts only beyond {PERCENT}", said):
        tail = float(of_tail[1]) / 100
    assert ("Where nothing counts, the parts are equal." in said) == bool(head or tail)
    return Rule(by_giving, float(fixed[1]) / 100 if fixed else equal, head_counts, head, tail)


def explained(table: FrozenPolicy) -> tuple[ConditionInsight, str]:
    found = explain_condition(table, table.game.tail_endowments[0], {})
    return found, " ".join(map(str, rule_sentences(found))).replace("\u202f", "")


@settings(max_examples=60)
@given(table=tables())
def test_the_fidelity_that_is_told_is_that_of_the_rule_in_words(table: FrozenPolicy) -> None:
    _, said = explained(table)
    (tail,) = table.game.tail_endowments
    told = re.search(rf"The rule divides {PERCENT} of the fund", said)
    assert told is not None
    if "no short rule" in said:
        assert float(told[1]) < 90.05
        return
    read = condition(table, tail)
    in_words = fidelity(read, read_back(said, table.game)).fund
    assert abs(100 * in_words - float(told[1])) <= 0.0501, said
    assert in_words > 0.899


@settings(max_examples=40)
@given(table=tables())
def test_what_all_get_who_give_everything_is_in_the_table(table: FrozenPolicy) -> None:
    _, said = explained(table)
    found = re.search(
        rf"everyone contributes everything, [^.]* receives? {PERCENT} of the fund"
        rf"(?: and each (?:tail|other seat) {PERCENT})?\.",
        said,
    )
    if found is None:
        assert "no short rule" in said
        return
    endowments = table.game.endowments(table.game.tail_endowments[0])
    head, *tails = table.weights(endowments, endowments)
    assert abs(float(found[1]) - 100 * head) <= 0.51
    assert abs(float(found[2] or found[1]) - 100 * sum(tails) / len(tails)) <= 0.51


def paid_by_own(table: FrozenPolicy, seat: int) -> NDArray[np.float64]:
    """What a seat is paid on average by what it gives, all contributions of the others alike."""
    game = table.game
    endowments = game.endowments(game.tail_endowments[0])
    others = [range(each + 1) for place, each in enumerate(endowments) if place != seat]
    paid = np.zeros(endowments[seat] + 1)
    for own, theirs in itertools.product(range(len(paid)), itertools.product(*others)):
        profile = (*theirs[:seat], own, *theirs[seat:])
        if sum(profile):
            paid[own] += table.weights(endowments, profile)[seat] * game.multiplier * sum(profile)
    means: NDArray[np.float64] = paid / np.prod([len(each) for each in others])
    return means


def check_returns(told: str, returns: NDArray[np.float64]) -> None:
    low, _, high = told.partition(" to ")
    for figure, true in ((float(low), returns.min()), (float(high or low), returns.max())):
        assert abs(figure - true) <= 0.0501
        # Whether a coin pays is never lost in rounding.
        if abs(true - 1) > 1e-4:
            assert (figure > 1, figure < 1) == (true > 1, true < 1)


RETURNS = r"(-?[\d.]+(?: to -?[\d.]+)?)"
OF_ROLES = re.compile(
    rf"returns {RETURNS} coins to the head, who earns most in the round by contributing (\d+) of "
    rf"\d+; it returns {RETURNS} to a tail, who earns most by contributing (\d+) of \d+\."
)
OF_SEATS = re.compile(
    rf"returns {RETURNS} coins to its giver(?:, who|; seat 1) earns most in the round by "
    r"contributing (\d+) of \d+(?:, another seat by contributing (\d+))?\."
)


@settings(max_examples=30)
@given(table=tables())
def test_what_another_coin_returns_is_counted_from_the_table(table: FrozenPolicy) -> None:
    found, _ = explained(table)
    (sentence,) = map(str, incentive_sentences(found))
    said = sentence.replace("−", "-")
    paid = [paid_by_own(table, seat) for seat in (0, 1)]
    if found.has_roles:
        told = OF_ROLES.search(said)
        assert told is not None, said
        check_returns(told[1], np.diff(paid[0]))
        check_returns(told[3], np.diff(paid[1]))
        best = int(told[2]), int(told[4])
    else:
        told = OF_SEATS.search(said)
        assert told is not None, said
        check_returns(told[1], np.concatenate([np.diff(each) for each in paid]))
        best = int(told[2]), int(told[3] or told[2])
    for each, contribution in zip(paid, best, strict=True):
        rewards = each - np.arange(len(each))
        assert rewards[contribution] >= rewards.max() - 1e-5
