"""The rule finds what is there, and does not claim what is not."""

from array import array

import numpy as np
import pytest
from numpy.typing import NDArray

from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES, ClosedForm, to_units
from hcmd_lab.game.profile_arrays import table_rows
from hcmd_lab.game.profiles import profile_count
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.insight.condition import condition
from hcmd_lab.insight.distill import MOST_PROFILES, distill
from hcmd_lab.insight.rule import Rule, fidelity, known_rules
from hcmd_lab.insight.rule_table import freeze_rules


def table_of(shares: dict[int, NDArray[np.float64]], name: str = "theta_1") -> FrozenPolicy:
    """A table with these shares, `S x N` by tail endowment; equal shares in other conditions."""
    tables = {}
    for tail in PAPER_GAME.tail_endowments:
        equal = np.full((profile_count(PAPER_GAME, tail), 4), 0.25)
        rows = shares.get(tail, equal).tolist()
        tables[tail] = array("I", [unit for row in rows for unit in to_units(row)])
    return FrozenPolicy(name, PAPER_GAME, tables)


def by_rule(rule: Rule, tail: int) -> FrozenPolicy:
    endowments = np.array(PAPER_GAME.endowments(tail))
    return table_of({tail: rule.shares(endowments, table_rows(PAPER_GAME, tail))})


@pytest.mark.parametrize("tail", [2, 6, 10])
@pytest.mark.parametrize("name", BASELINES)
def test_closed_forms_are_recovered(name: str, tail: int) -> None:
    read = condition(freeze(BASELINES[name], PAPER_GAME), tail)
    found, known = distill(read), known_rules(read)[name]
    assert found.by_giving == pytest.approx(known.by_giving, abs=1e-7)
    assert found.head_threshold == found.tail_threshold == 0
    if known.by_giving:
        assert found.head_counts == pytest.approx(known.head_counts)
    else:
        assert found.fixed_head == pytest.approx(known.fixed_head)
    assert fidelity(read, found).fund == pytest.approx(1, abs=1e-8)
    assert fidelity(read, found).r_squared == pytest.approx(1, abs=1e-8)


@pytest.mark.parametrize("relative_weight", [0.0, 1.0])
def test_the_weight_of_ones_own_is_recovered(relative_weight: float) -> None:
    read = condition(freeze(ClosedForm("theta_1", 0.6, relative_weight), PAPER_GAME), 4)
    found = distill(read)
    assert found.by_giving == 0.47  # 7/15, in whole percents
    assert found.fixed_head == 0.25
    assert found.head_counts == pytest.approx(1 if relative_weight else 2.5)


def test_thresholds_and_roles_are_recovered() -> None:
    rule = Rule(0.8, 0.1, 0.6, 0.47, 0.3)
    read = condition(by_rule(rule, 6), 6)
    found = distill(read)
    assert fidelity(read, found).fund > 0.999
    for name in ("by_giving", "fixed_head", "head_counts", "head_threshold", "tail_threshold"):
        assert getattr(found, name) == pytest.approx(getattr(rule, name), abs=0.01)


def test_only_what_was_played_is_described() -> None:
    """Head and tails give everything in every round: the shares there are all that matters."""
    read = condition(by_rule(Rule(1.0, 0.25, 0.5), 2), 2)
    counts = np.zeros(len(read.contributions), dtype=np.int64)
    counts[-1] = 40
    played = condition(by_rule(Rule(1.0, 0.25, 0.5), 2), 2, {2: counts})
    assert fidelity(played, distill(played)).fund > 0.995


def test_a_table_of_chance_is_not_claimed_to_follow_a_rule() -> None:
    dice = np.random.default_rng(3)
    read = condition(table_of({4: dice.dirichlet(np.ones(4), profile_count(PAPER_GAME, 4))}), 4)
    found = fidelity(read, distill(read))
    assert found.fund < 0.75
    assert found.fund < fidelity(read, known_rules(read)["strict_egalitarian"]).fund + 0.03


def test_a_threshold_that_buys_nothing_is_left_out() -> None:
    read = condition(by_rule(Rule(0.5, 0.25, 1.0, 0.01, 0.01), 8), 8)
    found = distill(read)
    assert found.head_threshold == found.tail_threshold == 0


def test_a_rule_is_recovered_where_a_table_is_too_large_to_be_read_whole() -> None:
    game = Game(head_endowment=3, tail_endowments=(13,), tails=5)
    rule = Rule(0.8, 0.1, 0.6, 0.4, 0.3)
    read = condition(freeze_rules({13: rule}, game, "theta_1"), 13)
    assert len(read.contributions) > MOST_PROFILES
    found = distill(read)
    assert fidelity(read, found).fund > 0.999
    assert found.by_giving == pytest.approx(rule.by_giving, abs=0.01)
