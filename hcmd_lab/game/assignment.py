"""Balanced random assignment from a recorded seed.

Every random choice of a session is drawn here, from `random.Random` seeded with a text that names
the session's seed and the purpose of the draw. Python documents that generator to give the same
numbers on every machine.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from hcmd_lab.game.plan import GroupPlan
from hcmd_lab.game.rules import Game

Used: TypeAlias = Mapping[tuple[int, tuple[str, str]], int] | Iterable[tuple[int, tuple[str, str]]]
"""Tail endowment and mechanisms of groups, or how many groups had each."""


def plan_groups(
    game: Game,
    count: int,
    pairs: Sequence[tuple[str, str]],
    seed: int,
    already: Used = (),
    practice_mechanism: str = "",
) -> tuple[GroupPlan, ...]:
    """Plans for `count` groups, balanced over endowment conditions and mechanism orders.

    Args:
        game: Names the endowment conditions.
        count: Groups to plan.
        pairs: SHA-256 of the two tables of each pair that groups may compare. Where they differ,
            both orders are used equally often (paper section 4.1), as are the pairs.
        seed: Recorded with the session.
        already: Tail endowment and mechanisms of groups played before for the same purpose, or
            how many groups had each, so that balance holds over sessions.
        practice_mechanism: SHA-256 of the table of the practice rounds, if there are any.
    """
    dice = random.Random(f"{seed}/assignment")  # noqa: S311 - reproducible, not secret
    balance = _Balance(game, pairs, already)
    return tuple(_draw(game, *balance.take(dice), practice_mechanism, dice) for _ in range(count))


def plan_contrasts(
    game: Game,
    count: int,
    targets: Mapping[tuple[str, str], int],
    seed: int,
    already: Used = (),
    practice_mechanism: str = "",
) -> tuple[GroupPlan, ...]:
    """Plans for `count` groups of several pairs of mechanisms, balanced over the pairs as well.

    The next group is of a pair that has the smallest part of its target, so that pairs are played
    side by side and a time of day, or a semester, is no difference between them.

    Args:
        game: Names the endowment conditions.
        count: Groups to plan.
        targets: Groups that each pair of tables is to have in the end, at least 1.
        seed: Recorded with the session.
        already: Tail endowment and mechanisms of groups played before for the same purpose;
            those of none of the pairs do not count.
        practice_mechanism: SHA-256 of the table of the practice rounds, if there are any.
    """
    dice = random.Random(f"{seed}/assignment")  # noqa: S311 - reproducible, not secret
    used = Counter(already)
    balances = {
        pair: _Balance(
            game,
            [pair],
            Counter({each: n for each, n in used.items() if set(each[1]) == set(pair)}),
        )
        for pair in targets
    }
    plans = []
    for _ in range(count):
        part = {pair: balances[pair].groups / target for pair, target in targets.items()}
        behind = [pair for pair in targets if part[pair] == min(part.values())]
        # With a single pair nothing is drawn: its groups are those of a study without contrasts.
        pair = behind[0] if len(behind) == 1 else dice.choice(behind)
        plans.append(_draw(game, *balances[pair].take(dice), practice_mechanism, dice))
    return tuple(plans)


class _Balance:
    """How often each condition of one or more pairs has been used.

    Attributes:
        groups: Groups in all.
    """

    def __init__(
        self,
        game: Game,
        pairs: Sequence[tuple[str, str]],
        already: Used,
    ) -> None:
        """Count the groups that there are already."""
        # A pair of one table has one order.
        orders = list(dict.fromkeys(order for a, b in pairs for order in ((a, b), (b, a))))
        self._conditions = [(tail, order) for tail in game.tail_endowments for order in orders]
        counted = Counter(already)
        self._used = {each: counted[each] for each in self._conditions}
        self._tail_used = dict.fromkeys(game.tail_endowments, 0)
        for (tail, _), groups in counted.items():
            if tail in self._tail_used:
                self._tail_used[tail] += groups
        self.groups = counted.total()

    def take(self, dice: random.Random) -> tuple[int, tuple[str, str]]:
        """Draw a condition among the least used and count it."""
        # Conditions are balanced first, orders within them second.
        least = min((self._tail_used[c[0]], self._used[c]) for c in self._conditions)
        condition = dice.choice(
            [c for c in self._conditions if (self._tail_used[c[0]], self._used[c]) == least]
        )
        self._tail_used[condition[0]] += 1
        self._used[condition] += 1
        self.groups += 1
        return condition


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
