import numpy as np
import pytest
from played_groups import played_stage
from scipy import stats

from hcmd_lab.inference.counting import Compared
from hcmd_lab.jobs.evaluated import ObjectiveKind
from hcmd_lab.learning.objectives import objectives, paired


def groups(count: int) -> list[Compared]:
    dice = np.random.default_rng(7)
    return [
        Compared(
            4,
            {"a": played_stage(dice, 1, "a", 4), "b": played_stage(dice, 2, "b", 4)},
            1,
            (1, 1, 1, 1),
        )
        for _ in range(count)
    ]


def rewards(group: Compared, name: str) -> list[float]:
    """Coins a round of each seat, counted by hand."""
    stage = group.stages[name]
    rounds = list(zip(stage.endowments, stage.contributions, stage.payouts, strict=True))
    return [
        sum(e[seat] - c[seat] + p[seat] for e, c, p in rounds) / len(rounds) for seat in range(4)
    ]


def test_objectives_are_what_a_count_by_hand_gives() -> None:
    played = groups(6)
    total, gini, worst = objectives(played, "a", "b")
    assert [each.kind for each in (total, gini, worst)] == list(ObjectiveKind)
    for name, value in (("a", total.mechanism), ("b", total.baseline)):
        assert value == pytest.approx(np.mean([sum(rewards(each, name)) for each in played]))
    for name, value in (("a", worst.mechanism), ("b", worst.baseline)):
        assert value == pytest.approx(np.mean([min(rewards(each, name)) for each in played]))
    by_hand = []
    for each in played:
        found = rewards(each, "a")
        by_hand.append(sum(abs(x - y) for x in found for y in found) / (2 * 4 * sum(found)))
    assert gini.mechanism == pytest.approx(np.mean(by_hand))


def test_the_interval_is_that_of_scipy() -> None:
    differences = np.array([0.3, -0.1, 0.8, 0.2, 0.05])
    found = paired(differences)
    assert found is not None
    expected = stats.ttest_1samp(differences, 0).confidence_interval(0.95)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))
    assert found.estimate == pytest.approx(differences.mean())


def test_a_single_group_has_no_interval() -> None:
    assert all(each.difference is None for each in objectives(groups(1), "a", "b"))


def test_the_interval_covers_as_often_as_it_says() -> None:
    dice = np.random.default_rng(1)
    found = [paired(dice.normal(0.3, 1, 8)) for _ in range(2000)]
    covered = np.mean([each is not None and each.low <= 0.3 <= each.high for each in found])
    assert 0.94 < covered < 0.96
