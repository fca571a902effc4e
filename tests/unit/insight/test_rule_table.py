import numpy as np
import pytest

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, LIBERTARIAN, ClosedForm
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.insight.condition import condition
from hcmd_lab.insight.rule import Rule, known_rules
from hcmd_lab.insight.rule_table import freeze_rules


@pytest.mark.parametrize("form", [LIBERAL_EGALITARIAN, LIBERTARIAN])
def test_the_table_of_a_known_rule_is_that_of_its_closed_form(form: ClosedForm) -> None:
    policy = freeze(form, PAPER_GAME)
    rules = {
        tail: known_rules(condition(policy, tail))[policy.name]
        for tail in PAPER_GAME.tail_endowments
    }
    table = freeze_rules(rules, PAPER_GAME, "rule")
    for tail, units in policy.tables.items():
        assert np.abs(np.array(units, int) - np.array(table.tables[tail], int)).max() <= 1


def test_a_table_follows_its_rule_in_every_profile() -> None:
    rule = Rule(0.6, 0.4, 2.0, 0.15, 0.35)
    table = freeze_rules(dict.fromkeys(PAPER_GAME.tail_endowments, rule), PAPER_GAME, "rule")
    read = condition(table, 4)
    expected = rule.shares(read.endowments, read.contributions)
    assert read.shares == pytest.approx(expected, abs=2e-9)


def test_a_fixed_part_beyond_its_end_by_rounding_gives_nobody_less_than_nothing() -> None:
    rule = Rule(0.5, 1 + 1e-12)
    table = freeze_rules(dict.fromkeys(PAPER_GAME.tail_endowments, rule), PAPER_GAME, "rule")
    assert table.weights((10, 2, 2, 2), (10, 0, 0, 0))[1:] == (0, 0, 0)


def test_a_condition_without_a_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        freeze_rules({2: Rule(1.0, 0.25)}, PAPER_GAME, "rule")
