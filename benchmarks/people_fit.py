"""The search for the constants of the simulated people: one process, the same result every time."""

import contextlib
import dataclasses
import itertools
import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from benchmarks.people_measures import Policies, facts, mean_curves, root_mean_square, vote_share
from benchmarks.people_targets import FACTS, HELD_OUT_TAILS, LEARNED, Targets
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.people_traits import FIRST, Comparison, Population

Limits = dict[str, tuple[float, float]]
"""Smallest and largest value of each constant that is searched."""

CONTRIBUTION_LIMITS: Limits = {
    "warmth": (0.3, 1.2), "warmth_sd": (0.1, 0.7),
    "responsiveness": (0.05, 3.0), "responsiveness_sd": (0.0, 1.0),
    "modesty": (0.0, 1.5), "inertia": (0.0, 0.8), "reciprocity": (0.0, 0.5),
    "slip_sd": (0.02, 0.4), "heaping": (0.0, 0.5),
    "prior_return": (0.5, 2.0), "prior_rounds": (0.1, 10.0),
    "likeness": (0.0, 6.0), "trust_in_average": (0.02, 5.0), "own_changes": (0.0, 2.0),
    "opening": (0.2, 1.0), "carry_over": (0.0, 1.0),
}  # fmt: skip
VOTE_LIMITS: Limits = {
    "vote_lapse": (0.0, 0.6), "vote_gain": (0.0, 40.0),
    "vote_equality": (1.0, 30.0), "vote_equality_sd": (0.0, 1.0),
}  # fmt: skip

START = dataclasses.replace(FIRST, comparison=Comparison.COINS, vote_lapse=0.3, vote_gain=20.0)
"""Where every search begins: the first calibration, with what its people lacked."""

FACT_TOLERANCE = 0.05
"""Missing a fact by this much weighs as much as being off all curves by 0.015."""

VOTE_EVALUATIONS = 300
"""Evaluations of the second search, whose three constants are soon found."""


class SpentError(Exception):
    """The search has made the evaluations that it was given."""


def fit(targets: Targets, policies: Policies, evaluations: int) -> Population:
    """Search constants: first those of contributions, then, with these fixed, those of votes.

    Args:
        targets: The figures to meet; what is held out of `targets.fitted` has no part in it.
        policies: The mechanisms by name.
        evaluations: Of the first search.
    """

    def contribution_loss(population: Population) -> float:
        curves = mean_curves(population, targets.fitted, policies, groups=100, seed=11)
        distance = root_mean_square([curves[c] - target for c, target in targets.fitted.items()])
        reached = facts(population, policies, groups=200, seed=12)
        misses = [(reached[name] - target) / FACT_TOLERANCE for name, target in FACTS.items()]
        return distance**2 + float(np.sum(np.square(misses))) * 0.015**2

    def vote_loss(population: Population) -> float:
        misses: list[float] = []
        for name in BASELINES:
            shares = vote_share(population, policies[LEARNED], policies[name], groups=60, seed=13)
            misses += [
                share - targets.votes_for_learned[name, tail]
                for tail, share in shares.items()
                if tail not in HELD_OUT_TAILS
            ]
        return root_mean_square(misses) ** 2

    better = search(contribution_loss, START, CONTRIBUTION_LIMITS, evaluations)
    return search(vote_loss, better, VOTE_LIMITS, VOTE_EVALUATIONS)


def search(
    loss: Callable[[Population], float], start: Population, limits: Limits, evaluations: int
) -> Population:
    """Nelder-Mead from the start, then again from the shaken best point until all are made.

    Returns:
        The best population met; constants outside `limits` are those of `start`.
    """
    low, high = np.array(list(limits.values())).T
    rng = np.random.default_rng(0)
    made = itertools.count()

    def unpack(point: NDArray[np.float64]) -> Population:
        values = (low + np.clip(point, 0, 1) * (high - low)).tolist()
        return dataclasses.replace(start, **dict(zip(limits, values, strict=True)))

    best = (np.array([getattr(start, name) for name in limits]) - low) / (high - low)
    least = loss(start)

    def evaluate(point: NDArray[np.float64]) -> float:
        nonlocal best, least
        if next(made) >= evaluations:
            raise SpentError
        # The penalty leads back a simplex that has left the limits.
        value = loss(unpack(point)) + float(np.abs(point - np.clip(point, 0, 1)).sum())
        if value < least:
            best, least = point.copy(), value
        return value

    with contextlib.suppress(SpentError):
        for attempt in itertools.count():
            centre = best + 0.05 * rng.standard_normal(len(best)) * (attempt > 0)
            simplex = np.vstack([centre, centre + 0.1 * np.diag(rng.choice([-1, 1], len(best)))])
            options = {"initial_simplex": simplex, "adaptive": True, "maxfev": 1500, "fatol": 1e-6}
            optimize.minimize(evaluate, centre, method="Nelder-Mead", options=options)
            print(f"smallest loss so far {least:.6f}", file=sys.stderr)
    return unpack(best)
