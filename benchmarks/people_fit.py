"""The search for the constants of the simulated people: one process, bounded time."""

import contextlib
import dataclasses
import itertools
import sys
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from benchmarks.people_measures import Policies, facts, mean_curves, root_mean_square, vote_share
from benchmarks.people_targets import FACTS, Targets
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.people_traits import Population

Limits = dict[str, tuple[float, float]]
"""Smallest and largest value of each constant that is searched."""

CONTRIBUTION_LIMITS: Limits = {
    "warmth": (0.3, 1.2), "warmth_sd": (0.1, 0.7),
    "responsiveness": (0.05, 1.5), "responsiveness_sd": (0.0, 1.0),
    "modesty": (0.0, 0.5), "inertia": (0.0, 0.8), "reciprocity": (0.0, 0.5),
    "slip_sd": (0.02, 0.4), "heaping": (0.0, 0.5),
    "prior_return": (0.5, 2.0), "prior_rounds": (0.1, 10.0),
    "trust_in_average": (0.02, 5.0), "own_changes": (0.0, 2.0),
    "opening": (0.2, 1.0), "carry_over": (0.0, 1.0),
}  # fmt: skip
VOTE_LIMITS: Limits = {
    "vote_gain": (0.0, 15.0), "vote_equality": (1.0, 30.0), "vote_equality_sd": (0.0, 1.0),
}  # fmt: skip

FACT_TOLERANCE = 0.05
"""Missing a fact by this much weighs as much as being off all curves by 0.015."""


class OutOfTimeError(Exception):
    """The search has used the time it was given."""


def fit(targets: Targets, policies: Policies, start: Population, minutes: float) -> Population:
    """Search constants: first those of contributions, then, with these fixed, those of votes."""

    def contribution_loss(population: Population) -> float:
        curves = mean_curves(population, targets.curves, policies, groups=100, seed=11)
        distance = root_mean_square([curves[c] - target for c, target in targets.curves.items()])
        reached = facts(population, policies, groups=200, seed=12)
        misses = [(reached[name] - target) / FACT_TOLERANCE for name, target in FACTS.items()]
        return distance**2 + float(np.sum(np.square(misses))) * 0.015**2

    def vote_loss(population: Population) -> float:
        misses: list[float] = []
        for name in BASELINES:
            shares = vote_share(population, policies["hcrm"], policies[name], groups=60, seed=13)
            misses += [s - targets.votes_for_learned[name, tail] for tail, s in shares.items()]
        return root_mean_square(misses) ** 2

    better = search(contribution_loss, start, CONTRIBUTION_LIMITS, 0.8 * minutes)
    return search(vote_loss, better, VOTE_LIMITS, 0.2 * minutes)


def search(
    loss: Callable[[Population], float], start: Population, limits: Limits, minutes: float
) -> Population:
    """Nelder-Mead from the start, then again from the shaken best point until the time is over.

    Returns:
        The best population met; constants outside `limits` are those of `start`.
    """
    low, high = np.array(list(limits.values())).T
    rng = np.random.default_rng(0)
    deadline = time.monotonic() + 60 * minutes

    def unpack(point: NDArray[np.float64]) -> Population:
        values = (low + np.clip(point, 0, 1) * (high - low)).tolist()
        return dataclasses.replace(start, **dict(zip(limits, values, strict=True)))

    best = (np.array([getattr(start, name) for name in limits]) - low) / (high - low)
    least = loss(start)

    def evaluate(point: NDArray[np.float64]) -> float:
        nonlocal best, least
        if time.monotonic() > deadline:
            raise OutOfTimeError
        # The penalty leads back a simplex that has left the limits.
        value = loss(unpack(point)) + float(np.abs(point - np.clip(point, 0, 1)).sum())
        if value < least:
            best, least = point.copy(), value
        return value

    with contextlib.suppress(OutOfTimeError):
        for attempt in itertools.count():
            centre = best + 0.05 * rng.standard_normal(len(best)) * (attempt > 0)
            simplex = np.vstack([centre, centre + 0.1 * np.diag(rng.choice([-1, 1], len(best)))])
            options = {"initial_simplex": simplex, "adaptive": True, "maxfev": 1500, "fatol": 1e-6}
            optimize.minimize(evaluate, centre, method="Nelder-Mead", options=options)
            print(f"smallest loss so far {least:.6f}", file=sys.stderr)
    return unpack(best)
