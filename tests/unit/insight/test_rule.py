import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.insight.condition import condition
from hcmd_lab.insight.rule import Fidelity, Rule, fidelity, known_rules

TABLES = {name: freeze(mechanism, PAPER_GAME) for name, mechanism in BASELINES.items()}
PART = st.floats(0, 1)


@pytest.mark.parametrize("tail", PAPER_GAME.tail_endowments)
@pytest.mark.parametrize("name", BASELINES)
def test_the_closed_forms_are_members_of_the_family(name: str, tail: int) -> None:
    read = condition(TABLES[name], tail)
    found = known_rules(read)[name].shares(read.endowments, read.contributions)
    assert found == pytest.approx(read.shares, abs=2e-9)
    assert fidelity(read, known_rules(read)[name]).fund == pytest.approx(1, abs=1e-8)


@given(PART, PART, st.floats(0.02, 50), st.floats(0, 0.95), st.floats(0, 0.95))
def test_shares_are_shares(g: float, q: float, k: float, head: float, tail: float) -> None:
    read = condition(TABLES["libertarian"], 4)
    shares = Rule(g, q, k, head, tail).shares(read.endowments, read.contributions)
    assert (shares >= 0).all()
    assert shares.sum(axis=1) == pytest.approx(1)
    assert shares[:, 0] + shares[:, 1:].sum(axis=1) == pytest.approx(1)


def test_nothing_counts_up_to_the_threshold() -> None:
    rule = Rule(1.0, 0.25, 1.0, 0.5, 0.5)
    given_coins = np.array([[5, 4, 2, 0], [10, 2, 2, 2], [8, 4, 2, 0], [5, 2, 0, 0]])
    found = rule.shares(np.array([10, 4, 4, 4]), given_coins)
    assert found[0] == pytest.approx([0, 1, 0, 0])
    assert found[1] == pytest.approx([1, 0, 0, 0])
    assert found[2] == pytest.approx([0.6 / 1.6, 1 / 1.6, 0, 0])
    assert found[3] == pytest.approx([0.25] * 4)


def test_fidelity_against_a_count_by_hand() -> None:
    # Two profiles: a fund of 16 coins shared equally, and one of 8 coins that goes to the head.
    read = dataclasses.replace(
        condition(TABLES["strict_egalitarian"], 2),
        contributions=np.array([[10, 0, 0, 0], [5, 0, 0, 0]]),
        shares=np.array([[0.25] * 4, [1.0, 0, 0, 0]]),
        weights=np.array([0.5, 0.5]),
    )
    found = fidelity(read, Rule(0.0, 0.25))
    # A quarter of the second fund stays with the head; three quarters of 8 coins are misplaced.
    assert found.fund == pytest.approx(1 - 6 / 24)
    # Payouts 4 4 4 4 and 8 0 0 0 have the mean 3; the rule pays 2 2 2 2 in the second.
    assert found.r_squared == pytest.approx(1 - (36 + 3 * 4) / (4 * 1 + 25 + 3 * 9))


def test_payouts_that_never_differ_are_explained_or_not() -> None:
    read = dataclasses.replace(
        condition(TABLES["strict_egalitarian"], 2),
        contributions=np.array([[10, 2, 2, 2]]),
        shares=np.array([[0.25] * 4]),
        weights=np.array([1.0]),
    )
    assert fidelity(read, Rule(0.0, 0.25)) == Fidelity(1.0, 1.0)
    missed = fidelity(read, Rule(0.0, 1.0))
    assert (missed.fund, missed.r_squared) == (pytest.approx(0.25), 0)
