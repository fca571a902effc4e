"""Balanced random assignment from a recorded seed.

Every random choice of a session is drawn here, from `random.Random` seeded with a text that names
the session's seed and the purpose of the draw. Python documents that generator to give the same
numbers on every machine.
"""

import random
from collections.abc import Sequence

from hcmd_lab.game.plan import GroupPlan
from hcmd_lab.game.rules import Game


def plan_groups(
    game: Game,
    count: int,
    pairs: Sequence[tuple[str, str]],
    seed: int,
    already: Sequence[tuple[int, tuple[str, str]]] = (),
    practice_mechanism: str = "",
) -> tuple[GroupPlan, ...]:
    """Plans for `count` groups, balanced over endowment conditions and mechanism orders.

    Args:
        game: Names the endowment conditions.
        count: Groups to plan.
        pairs: SHA-256 of the two tables of each pair that groups may compare. Where they differ,
            both orders are used equally often (paper section 4.1), as are the pairs.
        seed: Recorded with the session.
        already: Tail endowment and mechanisms of groups played before for the same purpose, so
            that balance holds over sessions.
        practice_mechanism: SHA-256 of the table of the practice rounds, if there are any.
    """
    # A pair of one table has one order.
    orders = list(dict.fromkeys(order for a, b in pairs for order in ((a, b), (b, a))))
    conditions = [(tail, order) for tail in game.tail_endowments for order in orders]
    tails_used = [tail for tail, _ in already]
    dice = random.Random(f"{seed}/assignment")  # noqa: S311 - reproducible, not secret
    plans = []
    used = {condition: list(already).count(condition) for condition in conditions}
    tail_used = {tail: tails_used.count(tail) for tail in game.tail_endowments}
    for _ in range(count):
        # Conditions are balanced first, orders within them second.
        least = min((tail_used[c[0]], used[c]) for c in conditions)
        condition = dice.choice([c for c in conditions if (tail_used[c[0]], used[c]) == least])
        tail_used[condition[0]] += 1
        used[condition] += 1
        plans.append(_draw(game, *condition, practice_mechanism, dice))
    return tuple(plans)


def _draw(
    game: Game,
    tail_endowment: int,
    mechanisms: tuple[str, str],
    practice_mechanism: str,
    dice: random.Random,
) -> GroupPlan:
    seat_order = dice.sample(range(game.seats), game.seats)
    # Half of the seats see stage 1 on the left, so that sides are balanced within each group.
    sides = [1 + seat % 2 for seat in range(game.seats)]
    dice.shuffle(sides)
    return GroupPlan(
        tail_endowment, mechanisms, tuple(seat_order), tuple(sides), practice_mechanism
    )


def toss_coin(seed: int, group: int) -> int:
    """The stage (1 or 2) that wins a tied vote of a group."""
    return random.Random(f"{seed}/coin/{group}").choice((1, 2))  # noqa: S311 - see above
