"""The script's own inference for votes is the program's, whatever the votes, orders and plan."""

import numpy as np
import pytest

from hcmd_lab.inference.ballots import Ballots, ballots
from hcmd_lab.inference.counting import order_effect, plan_kept, without_preference
from hcmd_lab.inference.verdict import by_condition, judge
from hcmd_lab.inference.vote_shares import simultaneous_level
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting
from remade import votes

STUDIES = 25


def drawn(dice: np.random.Generator) -> tuple[Ballots, tuple[np.ndarray, np.ndarray]]:
    """Votes of a few groups in any orders, some of which lack; and those for the second stage."""
    rows = []
    for _ in range(int(dice.integers(1, 20))):
        cast = int(dice.integers(1, 5))
        second = 1 if dice.random() < 0.7 else -1
        tail = int(dice.choice([2, 4, 6]))
        rows.append((int(dice.integers(0, cast + 1)), cast, tail, second, ""))
    twice = dice.integers(1, 5, size=int(dice.integers(0, 8)))
    return ballots(rows), (dice.binomial(twice, 0.6), twice)


def remade_order(
    found: Ballots, twice: tuple[np.ndarray, np.ndarray], plan: VotePlan
) -> votes.Order:
    """As `votes.order_of`, from votes in place of groups."""
    won, cast = (int(each.sum()) for each in twice)
    if plan.looks is Looks.SEQUENTIAL:
        return votes.Order(won / cast, 0.0) if cast else votes.Order(0.5, 1.0)
    total = cast + int(found.cast.sum())
    unequal = float((found.second * found.cast).sum() / total)
    return votes.Order((won + int(found.for_second_stage.sum())) / total, unequal)


@pytest.mark.parametrize("looks", list(Looks))
@pytest.mark.parametrize("weighting", list(Weighting))
@pytest.mark.parametrize("adjusted", [True, False])
def test_the_script_judges_as_the_program_does(
    looks: Looks, weighting: Weighting, adjusted: bool
) -> None:
    plan = VotePlan(looks=looks, weighting=weighting, order_adjusted=adjusted)
    again = votes.Plan(looks is Looks.SEQUENTIAL, weighting is Weighting.CONDITIONS, adjusted)
    for seed in range(STUDIES):
        counted, twice = drawn(np.random.default_rng(seed))
        effect = order_effect(counted, twice, plan)
        kept = plan_kept(plan, effect)
        verdict = judge(counted, kept, effect.used, imbalance=effect.imbalance)
        freed = without_preference(effect, verdict.share.estimate)
        theirs = votes.Ballots(*(
            np.asarray(each, dtype=float)
            for each in (counted.won, counted.cast, counted.tails, counted.second)
        ))  # fmt: skip
        order = remade_order(counted, twice, plan)
        made = votes.judge(theirs, again, order)
        share = verdict.share
        expected = (share.estimate, share.low, share.high, verdict.p_value)
        assert made == pytest.approx(expected, abs=1e-6), seed
        freed_again = order.freed(made[0])
        assert freed_again.share == pytest.approx(freed.used), seed
        level = simultaneous_level(len(counted.conditions))
        for tail, interval in by_condition(counted, kept, freed.used).items():
            those = theirs.of(theirs.tails == tail)
            found = votes.judge(those, again, freed_again, level)[:3]
            told = (interval.estimate, interval.low, interval.high)
            assert found == pytest.approx(told, abs=1e-6), (seed, tail)
