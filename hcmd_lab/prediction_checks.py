"""Predictions checked against people, and how much wider intervals have to be for them.

Each ACQUIRE and each EVALUATE is played under mechanisms whose votes and contributions the models
of the iteration before have predicted, so that it checks them for nothing. With the predicted value
`p`, the standard deviation `s` of the set's members, the error `e` of simulation and the observed
value `o` with its standard error `u`, the models' error was widened enough by a factor `k` if

    (o - p)² ~ k² s² + e² + u².

`widening` is the mean of `k` after the checks so far of a quantity, from a lognormal prior around
`USUAL_WIDENING`: that contributions are foreseen badly does not say how badly votes are. The checks
of one session share its people and its models, so that together they count as two at most. And a
session counts less with each one that followed: the models have learned from its people since.
"""

import math
from collections import defaultdict
from collections.abc import Iterable

from hcmd_lab.jobs.modelled import Checked, PredictionCheck
from hcmd_lab.jobs.record import Z_95

USUAL_WIDENING = 1.3
"""Factor before any check, from `benchmarks.coverage`."""

_SPREAD = 0.4
"""Standard deviation of the prior's logarithm."""

_GRID = [math.exp(0.05 * step) for step in range(-20, 61)]
_AT_MOST = 2.0

_KEPT = 0.8
"""Part of a session's weight that is left with each session that was checked after it."""


def widening(checks: Iterable[PredictionCheck], quantity: Checked) -> float:
    """The factor by which the models' errors are widened after these checks.

    Args:
        checks: Of all sessions, oldest first.
        quantity: What the errors are about.
    """
    by_session: dict[tuple[str, int], list[PredictionCheck]] = defaultdict(list)
    for check in checks:
        if check.quantity is quantity:
            by_session[check.purpose, check.iteration].append(check)
    newest_first = list(reversed(by_session.values()))
    logs = [
        _log_prior(k)
        + sum(_KEPT**age * _log_likelihood(k, each) for age, each in enumerate(newest_first))
        for k in _GRID
    ]
    highest = max(logs)
    weights = [math.exp(each - highest) for each in logs]
    return sum(k * weight for k, weight in zip(_GRID, weights, strict=True)) / sum(weights)


def _log_prior(k: float) -> float:
    return -0.5 * (math.log(k / USUAL_WIDENING) / _SPREAD) ** 2


def _log_likelihood(k: float, checks: list[PredictionCheck]) -> float:
    total = 0.0
    for check in checks:
        variance = (k * check.model_error) ** 2 + check.simulation_error**2
        variance += (check.seen.reach_towards(check.predicted) / Z_95) ** 2
        if variance > 0:
            miss = check.observed - check.predicted
            total -= 0.5 * (math.log(variance) + miss**2 / variance)
    return total * min(1.0, _AT_MOST / len(checks))
