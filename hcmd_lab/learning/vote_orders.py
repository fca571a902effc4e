"""Who is interchangeable in the eyes of a voter, for the fit of votes.

Others who always had the same endowment differ in nothing but their seats, so a vote says the same
of them in any order. Slots are places as a voter sees them: 0 is the voter, the others follow in
the order of `viewing_order`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from hcmd_lab.game.played import PlayedStage

Blocks = tuple[tuple[int, ...], ...]
"""A partition of the slots from 1 on, each block in ascending order."""


def alike_slots(order: Sequence[int], compared: tuple[PlayedStage, PlayedStage]) -> Blocks:
    """Slots of others who always had equal endowments, for a voter who sees seats in `order`."""
    alike: dict[tuple[int, ...], list[int]] = {}
    for slot, seat in enumerate(order[1:], start=1):
        coins = tuple(row[seat] for stage in compared for row in stage.endowments)
        alike.setdefault(coins, []).append(slot)
    return tuple(map(tuple, alike.values()))


def common_blocks(of_voters: Iterable[Blocks]) -> Blocks:
    """Slots that are alike for every voter: the coarsest partition that refines all of them.

    The weights of such slots are equal at the one minimum of a fit, which does not change when the
    slots change places.
    """
    seen: dict[int, tuple[tuple[int, ...], ...]] = {}
    for blocks in set(of_voters):
        for block in blocks:
            for slot in block:
                seen[slot] = (*seen.get(slot, ()), block)
    common: dict[tuple[tuple[int, ...], ...], list[int]] = {}
    for slot in sorted(seen):
        common.setdefault(seen[slot], []).append(slot)
    return tuple(map(tuple, common.values()))


def equivalent_orders(order: list[int], alike: Blocks) -> list[list[int]]:
    """Orders of the seats in which those in alike slots have changed places; `order` is the first.

    Each of them comes first once, and the rest follow in each turn. Among two or three those are
    all orders. Among more they are few of them, with the same fit: what is minimised does not
    change when the rest are turned, so that at its one minimum their weights are equal, and then
    the other orders say the same again.
    """
    orders = [order]
    for slots in alike:
        orders = [
            _with_seats(before, slots, seats)
            for before in orders
            for seats in _turned([order[slot] for slot in slots])
        ]
    return orders


def merged(orders: Sequence[list[int]], common: Blocks) -> list[tuple[list[int], float]]:
    """One of all orders that differ within common blocks alone, with the share that they have."""
    first: dict[tuple[frozenset[int], ...], list[int]] = {}
    count: Counter[tuple[frozenset[int], ...]] = Counter()
    for order in orders:
        key = tuple(frozenset(order[slot] for slot in block) for block in common)
        first.setdefault(key, order)
        count[key] += 1
    return [(order, count[key] / len(orders)) for key, order in first.items()]


def _with_seats(order: list[int], slots: tuple[int, ...], seats: list[int]) -> list[int]:
    changed = dict(zip(slots, seats, strict=True))
    return [changed.get(slot, seat) for slot, seat in enumerate(order)]


def _turned(seats: list[int]) -> list[list[int]]:
    """Each seat first, and then the others in each turn."""
    found = []
    for first in seats:
        rest = [seat for seat in seats if seat != first]
        found += [[first, *rest[turn:], *rest[:turn]] for turn in range(max(1, len(rest)))]
    return found
