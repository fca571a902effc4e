from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.assignment import plan_contrasts, plan_groups, toss_coin
from hcmd_lab.game.plan import GroupPlan
from hcmd_lab.game.rules import PAPER_GAME

PAIR = ("a", "b")


@given(st.integers(0, 60), st.integers(0, 2**31))
def test_conditions_and_orders_are_balanced(count: int, seed: int) -> None:
    plans = plan_groups(PAPER_GAME, count, [PAIR], seed)
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
        plans = plan_groups(PAPER_GAME, size, [PAIR], seed + session, played)
        played += [(plan.tail_endowment, plan.mechanisms) for plan in plans]
    tails = Counter(dict.fromkeys(PAPER_GAME.tail_endowments, 0))
    tails.update(tail for tail, _ in played)
    assert max(tails.values()) - min(tails.values()) <= 1


def test_the_same_mechanism_twice_has_one_order() -> None:
    plans = plan_groups(PAPER_GAME, 10, [("a", "a")], 1)
    assert {plan.mechanisms for plan in plans} == {("a", "a")}


@given(st.integers(0, 2**31))
def test_the_seed_decides_everything(seed: int) -> None:
    assert plan_groups(PAPER_GAME, 5, [PAIR], seed) == plan_groups(PAPER_GAME, 5, [PAIR], seed)
    assert toss_coin(seed, 3) == toss_coin(seed, 3)


def test_the_assignment_of_a_seed_never_changes() -> None:
    # A recorded seed must give the same session in every later version.
    recorded = GroupPlan(10, ("b", "a"), seat_order=(2, 0, 1, 3), left_stage=(2, 1, 1, 2))
    assert plan_groups(PAPER_GAME, 1, [PAIR], 7) == (recorded,)
    assert [toss_coin(7, group) for group in range(1, 7)] == [1, 1, 2, 1, 2, 1]


@given(st.integers(0, 1000))
def test_seats_are_filled_once_and_sides_are_balanced(seed: int) -> None:
    for plan in plan_groups(PAPER_GAME, 4, [PAIR], seed):
        assert sorted(plan.seat_order) == [0, 1, 2, 3]
        assert sorted(plan.left_stage) == [1, 1, 2, 2]


@given(
    planned=st.integers(1, 8),
    changes=st.lists(st.one_of(st.none(), st.integers(0, 20)), max_size=8),
    seed=st.integers(0, 99),
    same=st.booleans(),
)
def test_groups_that_open_late_keep_the_balance_of_the_plan(
    planned: int, changes: list[int | None], seed: int, same: bool
) -> None:
    """None opens a group, a number closes one; an opened group takes what is played least."""
    pair = ("a", "a") if same else PAIR
    groups = list(plan_groups(PAPER_GAME, planned, [pair], seed))
    for number, change in enumerate(changes):
        if change is not None:
            if groups:
                groups.pop(change % len(groups))
            continue
        used = [(group.tail_endowment, group.mechanisms) for group in groups]
        tails = Counter(dict.fromkeys(PAPER_GAME.tail_endowments, 0))
        tails.update(tail for tail, _ in used)
        (late,) = plan_groups(PAPER_GAME, 1, [pair], seed + number, used)
        assert tails[late.tail_endowment] == min(tails.values())
        orders = {order: used.count((late.tail_endowment, order)) for order in (pair, pair[::-1])}
        assert orders[late.mechanisms] == min(orders.values())
        groups.append(late)


@given(planned=st.integers(1, 8), more=st.integers(0, 8), seed=st.integers(0, 99))
def test_late_groups_and_planned_ones_are_as_balanced_as_a_longer_plan(
    planned: int, more: int, seed: int
) -> None:
    groups = list(plan_groups(PAPER_GAME, planned, [PAIR], seed))
    for number in range(more):
        used = [(group.tail_endowment, group.mechanisms) for group in groups]
        groups += plan_groups(PAPER_GAME, 1, [PAIR], seed + number, used)
    planned_at_once = plan_groups(PAPER_GAME, planned + more, [PAIR], seed)
    for key in (lambda g: g.tail_endowment, lambda g: (g.tail_endowment, g.mechanisms)):
        made, wanted = (Counter(map(key, each)) for each in (groups, planned_at_once))
        assert sorted(made.values()) == sorted(wanted.values())


@given(st.integers(1, 40), st.integers(0, 100))
def test_each_draw_is_among_those_used_least(count: int, seed: int) -> None:
    """As a registration says."""
    plans = plan_groups(PAPER_GAME, count, [("a", "b")], seed)
    tails: Counter[int] = Counter()
    orders: Counter[tuple[int, tuple[str, str]]] = Counter()
    for plan in plans:
        order = (plan.tail_endowment, plan.mechanisms)
        other = (plan.tail_endowment, (plan.mechanisms[1], plan.mechanisms[0]))
        assert tails[plan.tail_endowment] == min(tails[tail] for tail in PAPER_GAME.tail_endowments)
        assert orders[order] <= orders[other]
        tails[plan.tail_endowment] += 1
        orders[order] += 1


TARGETS = {("a", "b"): 6, ("a", "c"): 6, ("d", "c"): 12}


@given(st.integers(0, 80), st.integers(0, 2**31))
def test_several_pairs_are_played_side_by_side(count: int, seed: int) -> None:
    plans = plan_contrasts(PAPER_GAME, count, TARGETS, seed)
    for pair, target in TARGETS.items():
        of_pair = [plan for plan in plans if set(plan.mechanisms) == set(pair)]
        assert abs(len(of_pair) - count * target / 24) <= 1
        tails = Counter(dict.fromkeys(PAPER_GAME.tail_endowments, 0))
        tails.update(plan.tail_endowment for plan in of_pair)
        assert max(tails.values()) - min(tails.values()) <= 1
        for tail in tails:
            orders = Counter({pair: 0, pair[::-1]: 0})
            orders.update(plan.mechanisms for plan in of_pair if plan.tail_endowment == tail)
            assert max(orders.values()) - min(orders.values()) <= 1


def test_pairs_that_lag_behind_come_first() -> None:
    already = [(2, ("a", "b")), (4, ("b", "a")), (6, ("a", "c"))]
    plans = plan_contrasts(PAPER_GAME, 5, TARGETS, 3, already)
    played = Counter(frozenset(plan.mechanisms) for plan in plans)
    assert played == {frozenset("cd"): 4, frozenset("ac"): 1}


def test_a_single_pair_is_drawn_as_ever() -> None:
    assert plan_contrasts(PAPER_GAME, 9, {PAIR: 30}, 5) == plan_groups(PAPER_GAME, 9, [PAIR], 5)
