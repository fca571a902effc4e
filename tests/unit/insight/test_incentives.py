import numpy as np
import pytest

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES, LIBERAL_EGALITARIAN
from hcmd_lab.game.profiles import distinct_count, distinct_index
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.insight.condition import condition
from hcmd_lab.insight.incentives import incentive
from hcmd_lab.insight.rule import known_rules

TABLES = {name: freeze(mechanism, PAPER_GAME) for name, mechanism in BASELINES.items()}


@pytest.mark.parametrize("tail", PAPER_GAME.tail_endowments)
@pytest.mark.parametrize("role", ["head", "tail"])
@pytest.mark.parametrize(("name", "returned"), [("libertarian", 1.6), ("strict_egalitarian", 0.4)])
def test_a_coin_returns_what_the_formula_says(
    name: str, returned: float, role: str, tail: int
) -> None:
    found = incentive(condition(TABLES[name], tail), role)
    endowment = 10 if role == "head" else tail
    assert found.returns == pytest.approx([returned] * endowment, abs=1e-6)
    assert found.best == (endowment if returned > 1 else 0)
    assert found.gain == pytest.approx(0.6 * endowment if returned > 1 else 0, abs=1e-6)


def test_the_others_give_what_they_gave_when_it_was_played() -> None:
    """Liberal egalitarian, tails of 2 coins that give everything: 1.6 C rho / (rho + 3)."""
    counts = np.zeros(distinct_count(PAPER_GAME, 2), dtype=np.int64)
    counts[distinct_index(PAPER_GAME, 2, (3, 2, 2, 2))] = 30
    counts[distinct_index(PAPER_GAME, 2, (8, 2, 2, 2))] = 10
    found = incentive(condition(TABLES["liberal_egalitarian"], 2, {2: counts}), "head")
    paid = [1.6 * (c + 6) * (c / 10) / (c / 10 + 3) for c in range(11)]
    assert found.returns == pytest.approx(np.diff(paid).tolist(), abs=1e-6)
    assert found.share == pytest.approx([(c / 10) / (c / 10 + 3) for c in range(11)], abs=1e-6)
    assert found.best == int(np.argmax(np.array(paid) - np.arange(11)))


def test_tails_are_averaged_over_their_seats() -> None:
    counts = np.zeros(distinct_count(PAPER_GAME, 2), dtype=np.int64)
    counts[distinct_index(PAPER_GAME, 2, (10, 0, 2, 2))] = 20
    read = condition(TABLES["liberal_egalitarian"], 2, {2: counts})
    table = TABLES["liberal_egalitarian"]

    def paid(*given: int) -> tuple[float, ...]:
        return tuple(1.6 * sum(given) * w for w in table.weights((10, 2, 2, 2), given))

    first_coin = [
        paid(10, 1, 2, 2)[1] - paid(10, 0, 2, 2)[1],
        paid(10, 0, 1, 2)[2] - paid(10, 0, 0, 2)[2],
        paid(10, 0, 2, 1)[3] - paid(10, 0, 2, 0)[3],
    ]
    assert incentive(read, "tail").returns[0] == pytest.approx(np.mean(first_coin), abs=1e-6)


def test_a_share_of_nothing_is_none() -> None:
    counts = np.zeros(distinct_count(PAPER_GAME, 2), dtype=np.int64)
    counts[distinct_index(PAPER_GAME, 2, (4, 0, 0, 0))] = 20
    found = incentive(condition(freeze(LIBERAL_EGALITARIAN, PAPER_GAME), 2, {2: counts}), "head")
    assert found.share[0] is None
    assert found.share[1:] == pytest.approx([1.0] * 10)


def test_a_rule_can_stand_for_the_mechanism() -> None:
    read = condition(TABLES["libertarian"], 4)
    rule = known_rules(read)["strict_egalitarian"]
    found = incentive(read, "tail", rule.shares(read.endowments, read.contributions))
    assert found.share == pytest.approx([0.25] * 5)
    assert PAPER_GAME.multiplier / 4 == pytest.approx(found.returns[0])
