"""Tests and intervals of a share of votes; the unit is the group.

Groups g cast votes `n_g`, of which `w_g` went to the mechanism. The plan gives each group a weight
`a_g`, and takes out what the order of the stages does, the shift `b_g`. The score is
`a_g (2 w_g - n_g - b_g)`; the test flips the signs of the scores. Where more votes were cast in one
order of the stages than in the other, part of a preference for the mechanism is in the shift: a
group then counts by `n_g` less its part of that (least squares). An interval holds the shares that
none of three tests rejects: flipped residuals, signs drawn with tilted odds, and votes drawn one by
one. Where votes may be looked at any time, the test and the interval are those of bets.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from remade.groups import Group, first_two, stage_of

Floats = NDArray[np.float64]
Interval = tuple[float, float, float]

LEVEL = 0.05
GRID = 8000
GRID_OF_A_GROUP = 10
MOST_STEPS = 40_000
ROUNDING = 1e-9
STEEPEST = 10.0
UNKNOWN = "unknown"  # an imported stage whose file names no mechanism
BETS = (0.02, 0.04, 0.08, 0.12, 0.16, 0.24, 0.32, 0.48, 0.64, 0.8, 0.95)


@dataclass
class Plan:
    """How votes are judged."""

    sequential: bool
    by_condition: bool
    adjusted: bool


@dataclass
class Ballots:
    """Votes of groups: for the mechanism, cast, the condition, 1 or -1 for second or first."""

    won: Floats
    cast: Floats
    tails: Floats
    second: Floats

    def of(self, mask: Floats) -> "Ballots":
        """Some of the groups."""
        return Ballots(self.won[mask], self.cast[mask], self.tails[mask], self.second[mask])


def ballots(groups: list[Group], mechanism: str, seats: slice = slice(None)) -> Ballots:
    """The votes of all seats of groups, or of some; groups without are left out."""
    rows = []
    for group in groups:
        votes, stage = group.votes[seats], stage_of(group, mechanism)
        cast = sum(vote is not None for vote in votes)
        if cast:
            tail = group.tail_endowment
            rows.append((votes.count(stage), cast, tail, 1 if stage == 2 else -1))
    columns = np.array(rows, dtype=float).reshape(-1, 4).T
    return Ballots(*columns)


@dataclass
class Order:
    """What the order of the stages does: the share of all votes for the one played second.

    Attributes:
        share: That share, whatever its cause.
        unequal: Votes cast where the mechanism was second, less the others, as a part of all.
    """

    share: float
    unequal: float

    @property
    def can_be_told(self) -> bool:
        """Whether the order can be told from a preference for the mechanism."""
        return abs(self.unequal) < 1

    def freed(self, preference: float) -> "Order":
        """The share without the part that a preference for the mechanism has in it."""
        if not self.can_be_told:
            return self
        return Order(self.share - (preference - 0.5) * self.unequal, 0.0)


def order_of(
    found: Ballots, groups: list[Group], plan: Plan, rounds: int, seats: slice = slice(None)
) -> Order:
    """The order effect that the plan takes out, from these groups and those of one mechanism."""
    won = cast = 0
    for group in groups:
        stages = first_two(group, rounds)
        names = {stage.mechanism for stage in stages.values()}
        if len(stages) == 2 and len(names) == 1 and UNKNOWN not in names:
            votes = group.votes[seats]
            won += votes.count(2)
            cast += sum(vote is not None for vote in votes)
    if plan.sequential:
        return Order(won / cast, 0.0) if cast else Order(0.5, 1.0)
    for_second = np.where(found.second > 0, found.won, found.cast - found.won).sum()
    total = cast + found.cast.sum()
    return Order(
        float((won + for_second) / total), float((found.second * found.cast).sum() / total)
    )


def judge(found: Ballots, plan: Plan, order: Order, level: float = LEVEL) -> tuple[float, ...]:
    """Share, lower and upper end, p-value."""
    is_adjusted = plan.adjusted and order.can_be_told
    taken_out, unequal = (order.share, order.unequal) if is_adjusted else (0.5, 0.0)
    shifts = (2 * taken_out - 1) * found.second * found.cast
    if plan.sequential:
        return _bets(
            found.won / found.cast - shifts / (2 * found.cast), abs(taken_out - 0.5), level
        )
    weights = np.ones(len(found.won))
    conditions = np.unique(found.tails)
    if plan.by_condition:
        votes = {tail: found.cast[found.tails == tail].sum() for tail in conditions}
        if len(set(votes.values())) > 1:
            even = found.cast.sum() / len(votes)
            weights = np.array([even / votes[tail] for tail in found.tails])
    score = weights * (2 * found.won - found.cast - shifts)
    counted = weights * found.cast * (1 - unequal * found.second)
    independent = counted.sum() ** 2 / (weights**2 * found.cast).sum()
    return _flips(score, counted, independent, level)


def simultaneous(level: float, count: int) -> float:
    """The level of each of several intervals that hold together."""
    return float(1 - (1 - level) ** (1 / max(1, count)))


def _flips(score: Floats, cast: Floats, independent: float, level: float) -> tuple[float, ...]:
    won = (cast + score) / 2
    estimate = float(np.clip(won.sum() / cast.sum(), 0, 1))
    score = np.where(np.abs(score) < ROUNDING, 0.0, score)
    step = _step(score)
    whole = np.rint(score / step).astype(int)
    sizes, total = np.abs(whole[whole != 0]), int(whole.sum())
    p_value = 1.0
    if total:
        chances = _sums(sizes, 0.0)
        p_value = min(1.0, 2 * chances[: (sizes.sum() - abs(total)) // 2 + 1].sum())
    z2 = NormalDist().inv_cdf(1 - level / 2) ** 2
    favourable = estimate * independent
    ends = [
        _tilted(sizes, total, step, float(cast.sum()), level),
        _roots(
            cast.sum() ** 2 - z2 * (cast**2).sum(),
            won.sum() * cast.sum() - z2 * (won * cast).sum(),
            won.sum() ** 2 - z2 * (won**2).sum(),
        ),
        _roots(
            independent**2 + z2 * independent,
            favourable * independent + z2 * independent / 2,
            favourable**2,
        ),
    ]
    low = max(0.0, min(estimate, *(end for end, _ in ends)))
    high = min(1.0, max(estimate, *(end for _, end in ends)))
    return (estimate, *_agree(low, high, estimate, p_value < level), p_value)


def _step(score: Floats) -> float:
    """What the scores are counted in: their common measure, or a fine grid where that is finer."""
    sizes = np.abs(score)
    if np.array_equal(sizes, np.rint(sizes)):
        return 1.0
    grid = float(sizes.sum()) / max(GRID, GRID_OF_A_GROUP * len(score))
    finest = max(1, int(MOST_STEPS / max(float(sizes.sum()), ROUNDING)))
    exact = [Fraction(size).limit_denominator(finest) for size in sizes.tolist()]
    parts = math.lcm(*(each.denominator for each in exact))
    apart = max(abs(float(each) - size) for each, size in zip(exact, sizes.tolist(), strict=True))
    if apart > ROUNDING or parts > finest:
        return grid
    return math.gcd(*(int(each * parts) for each in exact)) / parts or grid


def _sums(sizes: Floats, tilt: float) -> Floats:
    """Chances of the sums -S, -S + 2, …, S of signed sizes; a plus has log odds 2 tilt size."""
    chances = np.ones(1)
    for size in np.sort(sizes).tolist():
        plus = 1 / (1 + math.exp(-2 * tilt * size)) if abs(tilt * size) < 300 else float(tilt > 0)
        grown = np.zeros(len(chances) + size)
        grown[: len(chances)] += (1 - plus) * chances
        grown[size:] += plus * chances
        chances = grown
    return chances


def _tilted(
    sizes: Floats, total: int, step: float, cast: float, level: float
) -> tuple[float, float]:
    """Shares that signs drawn with tilted odds do not reject."""
    place = (total + int(sizes.sum())) // 2

    def share(tilt: float) -> float:
        return (1 + step * float((sizes * np.tanh(tilt * step * sizes)).sum()) / cast) / 2

    def above(tilt: float) -> float:
        return float(_sums(sizes, tilt * step)[place:].sum()) - level / 2

    def below(tilt: float) -> float:
        return level / 2 - float(_sums(sizes, tilt * step)[: place + 1].sum())

    return share(_crossing(above, -STEEPEST, STEEPEST)), share(
        _crossing(below, -STEEPEST, STEEPEST)
    )


def _crossing(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a function that rises reaches 0, by bisection."""
    if rising(low) >= 0:
        return low
    if rising(high) < 0:
        return high
    for _ in range(60):
        middle = (low + high) / 2
        if rising(middle) < 0:
            low = middle
        else:
            high = middle
    return high


def _roots(square: float, half_linear: float, constant: float) -> tuple[float, float]:
    if square <= 0:
        return 0.0, 1.0
    middle = half_linear / square
    half = math.sqrt(max(0.0, middle**2 - constant / square))
    return middle - half, middle + half


def _agree(low: float, high: float, estimate: float, rejected: bool) -> tuple[float, float]:
    """One half lies outside exactly if the test rejects it."""
    if not rejected:
        return min(low, 0.5), max(high, 0.5)
    if estimate > 0.5:
        return max(low, math.nextafter(0.5, 1)), high
    return low, min(high, math.nextafter(0.5, 0))


def _bets(shares: Floats, reach: float, level: float) -> tuple[float, ...]:
    """Share, interval and p-value that stay right however often one looks."""
    log = max(_capital(shares, 0.5, reach), _capital(1 - shares, 0.5, reach))
    p_value = min(1.0, 2 / math.exp(min(log, 700.0)))
    estimate = float(np.clip(shares.mean(), 0, 1))
    wanted = math.log(2 / level)
    low = _crossing(lambda share: wanted - _capital(shares, share, reach), 0.0, 1.0)
    high = _crossing(lambda share: _capital(1 - shares, 1 - share, reach) - wanted, 0.0, 1.0)
    ends = min(estimate, low), max(estimate, high)
    return (estimate, *_agree(*ends, estimate, p_value < level), p_value)


def _capital(shares: Floats, share: float, reach: float) -> float:
    room = share + reach
    if room <= 0:
        return 700.0 if (shares > share).any() else 0.0
    logs = np.log1p(np.array(BETS)[:, None] * (shares - share)[None, :] / room).sum(1)
    return float(logs.max() + math.log(np.exp(logs - logs.max()).mean()))
