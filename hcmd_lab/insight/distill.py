"""Distils a mechanism into the rule that describes it best (least squares of the payouts).

Given what counts (`k` and the thresholds), the shares are linear in `g` and `(1 - g) q`, so these
two are solved exactly; the other three are searched, first on a grid, then by a pattern search
whose steps shrink.
"""

import math
from dataclasses import dataclass

import numpy as np

from hcmd_lab.insight.condition import Condition, Floats
from hcmd_lab.insight.readable import readable
from hcmd_lab.insight.rule import Rule, by_what_counts, fidelity, known_rules

WORTH = 0.005
"""Thresholds are kept only where they raise the fidelity by as much; a simpler rule is better."""

MOST_PROFILES = 20_000
"""Profiles that a rule is fitted to; where there are more, so many are drawn."""

_COUNTS = (0.1, 0.25, 0.5, 2.0, 4.0)  # in addition to those of the known rules
_THRESHOLDS = (0.0, 0.15, 0.35, 0.55, 0.75)
_LIMITS = ((math.log(0.02), math.log(50.0)), (0.0, 0.95), (0.0, 0.95))
_STEPS = (0.2, 0.08, 0.08)
_FINEST = 1e-5
_EXACT = 1e-14  # of the squared shares: the rest is rounding in the table
_STARTS = 3

Point = tuple[float, float, float]
"""The logarithm of what the head's fraction counts, and both thresholds."""


def distill(condition: Condition) -> Rule:
    """The simplest rule that describes the mechanism about as well as the best one.

    Its numbers are those that can be said of it: see `readable`.
    """
    return readable(condition, _best(condition), WORTH)


def _best(condition: Condition) -> Rule:
    """The rule nearest to the mechanism, with thresholds only where they are worth it."""
    target = _target(condition)
    simple = _search(target, condition, thresholds=False)
    if fidelity(condition, simple).fund > 1 - WORTH:
        return simple
    full = _search(target, condition, thresholds=True)
    gain = fidelity(condition, full).fund - fidelity(condition, simple).fund
    return full if gain >= WORTH else simple


@dataclass(frozen=True, slots=True)
class _Target:
    """Shares to be described, of `M` profiles that count, and sums that no parameter changes.

    Attributes:
        fractions: `M x N`, given of the endowment.
        weights: `M x 1`: how much a squared difference of shares counts; the squared fund is in it.
        wanted: `M x N`, the shares, less an equal part for each tail.
        weighted: `M x N`, the same with their weights.
        level: `N`, what a fixed part for the head adds to the shares, by the same measure.
        ww: Sum of the weighted squares of `wanted`.
        wl: Sum of the weighted products of `wanted` and `level`.
        ll: Sum of the weighted squares of `level`.
    """

    fractions: Floats
    weights: Floats
    wanted: Floats
    weighted: Floats
    level: Floats
    ww: float
    wl: float
    ll: float


def _target(condition: Condition) -> _Target:
    counts = np.flatnonzero((condition.weights > 0) & (condition.funds > 0))
    if len(counts) > MOST_PROFILES:
        counts = np.sort(np.random.default_rng(1).choice(counts, MOST_PROFILES, replace=False))
    contributions = condition.contributions[counts]
    weights = (condition.weights[counts] * contributions.sum(axis=1) ** 2)[:, None]
    tails = contributions.shape[1] - 1
    wanted = condition.shares[counts]
    wanted[:, 1:] -= 1 / tails
    weighted = weights * wanted
    level = np.array([1.0] + [-1 / tails] * tails)
    return _Target(
        contributions / condition.endowments,
        weights,
        wanted,
        weighted,
        level,
        ww=float((weights * wanted**2).sum()),
        wl=float((weighted * level).sum()),
        ll=float((weights * level**2).sum()),
    )


def _search(target: _Target, condition: Condition, *, thresholds: bool) -> Rule:
    known = [rule.head_counts for rule in known_rules(condition).values()]
    # The known rules come first, so that they are kept in a tie.
    counts = list(dict.fromkeys([*known, *_COUNTS]))
    levels = _THRESHOLDS if thresholds else (0.0,)
    grid: list[Point] = [
        (math.log(k), head, tail) for head in levels for tail in levels for k in counts
    ]
    ranked = sorted(grid, key=lambda point: max(_solve(target, point)[0], _EXACT))
    free = (0, 1, 2) if thresholds else (0,)
    found = min((_refine(target, start, free) for start in ranked[:_STARTS]), key=lambda f: f[0])
    _, by_giving, fixed, (log_counts, head, tail) = found
    equal = 1 / condition.game.seats
    rest = 1 - by_giving
    return Rule(by_giving, fixed / rest if rest > _FINEST else equal, math.exp(log_counts),
                head, tail)  # fmt: skip


def _refine(
    target: _Target, start: Point, free: tuple[int, ...]
) -> tuple[float, float, float, Point]:
    """Move to better neighbours while there are any, then halve the step."""
    point = start
    best = _solve(target, point)
    shrink = 1.0
    while shrink > _FINEST and best[0] > _EXACT:
        moved = False
        for axis in free:
            for side in (1, -1):
                values = list(point)
                low, high = _LIMITS[axis]
                step = side * shrink * _STEPS[axis]
                values[axis] = min(max(values[axis] + step, low), high)
                tried: Point = (values[0], values[1], values[2])
                found = _solve(target, tried)
                if found[0] < best[0] * (1 - 1e-9):
                    point, best, moved = tried, found, True
        shrink = shrink if moved else shrink / 2
    return *best, point


def _solve(target: _Target, point: Point) -> tuple[float, float, float]:
    """The best `g` and `a = (1 - g) q` for given parameters, and the remaining error.

    They lie in the triangle `g, a >= 0, g + a <= 1`. The error is a sum of squares, so its minimum
    is the unconstrained one where that lies inside, and otherwise on one of the three edges.
    """
    slope = by_what_counts(target.fractions, math.exp(point[0]), point[1], point[2])
    slope[:, 1:] -= 1 / (slope.shape[1] - 1)
    ww, wl, ll = target.ww, target.wl, target.ll
    # error(g, a) = ww - 2 (g ws + a wl) + g^2 ss + 2 g a sl + a^2 ll
    ws = float((target.weighted * slope).sum())
    ss = float((target.weights * slope**2).sum())
    sl = float((target.weights * slope * target.level).sum())

    def part(numerator: float, denominator: float) -> float:
        return min(max(numerator / denominator, 0.0), 1.0) if denominator > 0 else 0.0

    along = part(ws - wl - sl + ll, ss - 2 * sl + ll)  # on the edge a = 1 - g
    choices = [(0.0, part(wl, ll)), (part(ws, ss), 0.0), (along, 1 - along)]
    determinant = ss * ll - sl**2
    if determinant > 1e-12 * ss * ll:
        g, a = (ws * ll - wl * sl) / determinant, (wl * ss - ws * sl) / determinant
        if g >= 0 and a >= 0 and g + a <= 1:
            choices = [(g, a)]

    def error(choice: tuple[float, float]) -> float:
        g, a = choice
        missed = target.wanted - g * slope - a * target.level
        return float((target.weights * missed**2).sum()) / max(ww, 1e-300)

    left, best = min(((error(each), each) for each in choices), key=lambda found: found[0])
    return left, *best
