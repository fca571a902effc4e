"""What a mechanism's table says: the head's share, shares and returns of a seat's contribution."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from itertools import combinations_with_replacement

import numpy as np

from remade.groups import Group
from remade.tables import Game, Package, Row, rows

Profile = tuple[int, ...]
Shares = dict[Profile, list[float]]
"""By contributions, the head's first and the tails' from the largest down."""

MIN_ROUNDS = 20


CLOSED: dict[str, Callable[[int, int, int], tuple[float, float]]] = {
    "strict_egalitarian": lambda head, tail, seats: (0.0, 1.0),
    "libertarian": lambda head, tail, seats: (1.0, head / tail),
    "liberal_egalitarian": lambda head, tail, seats: (1.0, 1.0),
}
"""Closed forms as rules: the part divided by what is given, and what the head's fraction counts."""


def table_of(package: Package, name: str) -> dict[int, Shares]:
    """A mechanism's table by the tails' endowment; that of a closed form is computed."""
    game = package.study["game"]
    files = {row["mechanism.name"]: row["mechanism.file"] for row in package.table("mechanisms")}
    if name in CLOSED and name not in files:
        return _closed(name, game)
    return read_table(rows(package.root / files[name]), game["tails"])


def read_table(lines: list[Row], tails: int) -> dict[int, Shares]:
    """A table by condition; of the orders of the tails, the one from the largest down."""
    numbers = range(1, tails + 2)
    found: dict[int, Shares] = defaultdict(dict)
    for line in lines:
        given = tuple(int(line[f"contribution_{n}"]) for n in numbers)
        if list(given[1:]) == sorted(given[1:], reverse=True):
            share = [float(line[f"share_{n}"]) for n in numbers]
            found[int(line["tail_endowment"])][given] = share
    return dict(found)


def _closed(name: str, game: Game) -> dict[int, Shares]:
    head, tails = game["head_endowment"], game["tails"]
    found = {}
    for tail in game["tail_endowments"]:
        giving, counts = CLOSED[name](head, tail, 1 + tails)
        parameters = {
            "by_giving": giving, "fixed_head": 1 / (1 + tails), "head_counts": counts,
            "head_threshold": 0, "tail_threshold": 0,
        }  # fmt: skip
        shares = rule(
            {key: str(value) for key, value in parameters.items()}, [head, *[tail] * tails]
        )
        found[tail] = {each: shares(each) for each in profiles(head, tail, tails)}
    return found


def orders(profile: Profile) -> int:
    """In how many orders the tails may have contributed so."""
    return _orders(profile[1:])


@cache
def _orders(given: Profile) -> int:
    ways = math.factorial(len(given))
    for times in Counter(given).values():
        ways //= math.factorial(times)
    return ways


def head_map(table: Shares, tails: int) -> dict[tuple[int, int], float]:
    """The head's share by its contribution and the tails' mean, halves rounded up."""
    total: dict[tuple[int, int], float] = defaultdict(float)
    count: dict[tuple[int, int], int] = defaultdict(int)
    for profile, shares in table.items():
        cell = (profile[0], (2 * sum(profile[1:]) + tails) // (2 * tails))
        ways = orders(profile)
        total[cell] += ways * shares[0]
        count[cell] += ways
    return {cell: total[cell] / count[cell] for cell in total}


def weights(
    table: Shares, tail: int, groups: list[Group], mechanism: str, game: Game, hidden: bool
) -> dict[Profile, float]:
    """How much each profile counts: as often as it was played, or all orders alike."""
    counts: Counter[Profile] = Counter()
    endowments = [game["head_endowment"], *[tail] * game["tails"]]
    for group in groups:
        for number, stage in group.stages.items():
            if group.imported or stage.mechanism != mechanism:
                continue
            if hidden and group.purpose == "evaluate" and number == 3:
                continue
            for had, given in zip(stage.endowments, stage.contributions, strict=True):
                if had.tolist() == endowments:
                    whole = given.astype(int).tolist()
                    counts[whole[0], *sorted(whole[1:], reverse=True)] += 1
    played = sum(times for profile, times in counts.items() if any(profile))
    if played >= MIN_ROUNDS:
        every = counts.total()
        return {profile: counts[profile] / every for profile in table}
    alike = {profile: orders(profile) for profile in table}
    every = sum(alike.values())
    return {profile: times / every for profile, times in alike.items()}


Payout = Callable[[Profile], list[float]]


def by_contribution(
    weight: dict[Profile, float], paid: Payout, tail: int, game: Game, role: str
) -> tuple[list[float], list[float]]:
    """Expected payout of a seat, and the expected fund, by what the seat contributes."""
    head, tails = game["head_endowment"], game["tails"]
    growth = game["multiplier_percent"] / 100
    others: dict[Profile, float] = defaultdict(float)
    for profile, chance in weight.items():
        if not chance:
            continue
        if role == "head":
            others[profile[1:]] += chance
        else:
            for seat in range(1, tails + 1):
                others[*profile[:seat], *profile[seat + 1 :]] += chance / tails
    received, funds = [], []
    for own in range((head if role == "head" else tail) + 1):
        payout = fund = 0.0
        for rest, chance in others.items():
            if role == "head":
                profile, seat = (own, *rest), 0
            else:
                profile = (rest[0], *sorted((*rest[1:], own), reverse=True))
                seat = 1 + sum(each > own for each in rest[1:])
            coins = growth * sum(profile)
            payout += chance * paid(profile)[seat] * coins
            fund += chance * coins
        received.append(payout)
        funds.append(fund)
    return received, funds


def rule(row: Row, endowments: list[int]) -> Payout:
    """The shares of the readable rule with these parameters."""
    counts = [float(row["head_counts"]), *[1.0] * (len(endowments) - 1)]
    from_here = [float(row["head_threshold"]), *[float(row["tail_threshold"])] * (len(counts) - 1)]
    giving, head = float(row["by_giving"]), float(row["fixed_head"])
    fixed = [head, *[(1 - head) / (len(counts) - 1)] * (len(counts) - 1)]

    def shares(profile: Profile) -> list[float]:
        counted = [
            max(0.0, given / endowment - threshold) * weight / (1 - threshold)
            for given, endowment, threshold, weight in zip(
                profile, endowments, from_here, counts, strict=True
            )
        ]
        total = sum(counted)
        return [
            (1 - giving) * part + giving * (each / total if total else 1 / len(counted))
            for part, each in zip(fixed, counted, strict=True)
        ]

    return shares


def best(received: list[float]) -> int:
    """The contribution that earns a seat most; the smallest of several."""
    rewards = np.array(received) - np.arange(len(received))
    return int(np.argmax(rewards >= rewards.max() - 1e-6))


def profiles(head: int, tail: int, tails: int) -> list[Profile]:
    """Every profile, the tails from the largest down."""
    return [
        (first, *sorted(rest, reverse=True))
        for first in range(head + 1)
        for rest in combinations_with_replacement(range(tail + 1), tails)
    ]
