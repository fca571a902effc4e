from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.assignment import plan_groups, toss_coin
from hcmd_lab.game.plan import GroupPlan
from hcmd_lab.game.rules import PAPER_GAME

PAIR = ("a", "b")


@given(st.integers(0, 60), st.integers(0, 2**31))
def test_conditions_and_orders_are_balanced(count: int, seed: int) -> None:
    plans = plan_groups(PAPER_GAME, count, PAIR, seed)
    tails = Counter(dict.fromkeys(PAPER_GAME.tail_endowments, 0))
    tails.update(plan.tail_endowment for plan in plans)
    assert max(tails.values()) - min(tails.values()) <= 1
    for tail in tails:
        orders = Counter({PAIR: 0, PAIR[::-1]: 0})
        orders.update(plan.mechanisms for plan in plans if plan.tail_endowment == tail)
        assert max(orders.values()) - min(orders.values()) <= 1


@given(st.lists(st.integers(1, 7), max_size=6), st.integers(0, 1000))
def test_balance_holds_over_sessions(sizes: list[int], seed: int) -> None:
    played: list[tuple[int, tuple[str, str]]] = []
    for session, size in enumerate(sizes):
        plans = plan_groups(PAPER_GAME, size, PAIR, seed + session, played)
        played += [(plan.tail_endowment, plan.mechanisms) for plan in plans]
    tails = Counter(dict.fromkeys(PAPER_GAME.tail_endowments, 0))
    tails.update(tail for tail, _ in played)
    assert max(tails.values()) - min(tails.values()) <= 1


def test_the_same_mechanism_twice_has_one_order() -> None:
    plans = plan_groups(PAPER_GAME, 10, ("a", "a"), 1)
    assert {plan.mechanisms for plan in plans} == {("a", "a")}


@given(st.integers(0, 2**31))
def test_the_seed_decides_everything(seed: int) -> None:
    assert plan_groups(PAPER_GAME, 5, PAIR, seed) == plan_groups(PAPER_GAME, 5, PAIR, seed)
    assert toss_coin(seed, 3) == toss_coin(seed, 3)


def test_the_assignment_of_a_seed_never_changes() -> None:
    # A recorded seed must give the same session in every later version.
    recorded = GroupPlan(10, ("b", "a"), seat_order=(2, 0, 1, 3), left_stage=(2, 1, 1, 2))
    assert plan_groups(PAPER_GAME, 1, PAIR, 7) == (recorded,)
    assert [toss_coin(7, group) for group in range(1, 7)] == [1, 1, 2, 1, 2, 1]


@given(st.integers(0, 1000))
def test_seats_are_filled_once_and_sides_are_balanced(seed: int) -> None:
    for plan in plan_groups(PAPER_GAME, 4, PAIR, seed):
        assert sorted(plan.seat_order) == [0, 1, 2, 3]
        assert sorted(plan.left_stage) == [1, 1, 2, 2]
