"""What the simulated people do, measured as the published human figures were."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from benchmarks.people_targets import Curve, PayoutCell
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.people_traits import Population, draw_traits
from hcmd_lab.game.playout import Playout, play
from hcmd_lab.game.rules import PAPER_GAME

Policies = Mapping[str, FrozenPolicy]

STAGES = 3
"""The published curves average over the stages in which participants met a mechanism; how many
these were for whom is not published. Here everyone meets it three times in a row."""


def simulate(
    population: Population,
    stages: Sequence[FrozenPolicy],
    tails: Sequence[int],
    groups: int,
    seed: int,
) -> Playout:
    """Play `groups` groups in each condition of `tails`; same seed, same people and slips."""
    rng = np.random.default_rng(seed)
    traits = draw_traits(rng, (groups * len(tails), PAPER_GAME.seats), population)
    return play(traits, stages, np.repeat(tails, groups).tolist(), rng)


def mean_curves(
    population: Population, wanted: Iterable[Curve], policies: Policies, groups: int, seed: int
) -> dict[Curve, NDArray[np.float64]]:
    """Mean fraction contributed by round, `T` numbers a curve."""
    wanted = list(wanted)
    tails = sorted({tail for _, tail, _ in wanted})
    curves: dict[Curve, NDArray[np.float64]] = {}
    for name in sorted({mechanism for mechanism, _, _ in wanted}):
        played = simulate(population, [policies[name]] * STAGES, tails, groups, seed)
        fraction = (played.contributions / played.endowments).mean(0)
        for position, tail in enumerate(tails):
            block = fraction[:, position * groups : (position + 1) * groups]
            curves[name, tail, "head"] = block[..., 0].mean(1)
            curves[name, tail, "tail"] = block[..., 1:].mean((1, 2))
    return curves


def facts(population: Population, policies: Policies, groups: int, seed: int) -> dict[str, float]:
    """`persistence` in first stages of equals under the strict egalitarian division."""
    played = simulate(population, [policies["strict_egalitarian"]], [10], groups, seed)
    return persistence([played.contributions[0] / played.endowments])


def persistence(blocks: Sequence[NDArray[np.float64]]) -> dict[str, float]:
    """Persistence and heaping of fractions contributed.

    `own_lag` and `others_lag` are the coefficients of one pooled regression of a person's fraction
    on the own and the others' mean fraction of the round before; `person_mean_correlation` is the
    correlation between members of a group of their mean fractions.

    Args:
        blocks: `[T, G, N]` each: games of one length; all are pooled.
    """
    inputs, next_fraction = [], []
    for fraction in blocks:
        others = (fraction.sum(-1, keepdims=True) - fraction) / (fraction.shape[-1] - 1)
        lagged = fraction[:-1].ravel(), others[:-1].ravel(), np.ones(fraction[1:].size)
        inputs.append(np.stack(lagged, 1))
        next_fraction.append(fraction[1:].ravel())
    own_lag, others_lag, _ = np.linalg.lstsq(
        np.concatenate(inputs), np.concatenate(next_fraction), rcond=None
    )[0]
    means = np.concatenate([fraction.mean(0) for fraction in blocks])
    means = means - means.mean()
    seats = means.shape[-1]
    covariance = ((means.sum(1) ** 2 - (means**2).sum(1)) / (seats * (seats - 1))).mean()
    every = np.concatenate([fraction.ravel() for fraction in blocks])
    return {
        "own_lag": float(own_lag),
        "others_lag": float(others_lag),
        "person_mean_correlation": float(covariance / (means**2).mean()),
        "share_nothing": float((every == 0).mean()),
        "share_half": float((every == 0.5).mean()),
        "share_all": float((every == 1).mean()),
    }


def mean_payouts(
    population: Population, wanted: Iterable[PayoutCell], policies: Policies, groups: int, seed: int
) -> dict[PayoutCell, float]:
    """Mean payout in coins by own contribution; cells in which nobody ever was are left out."""
    found: dict[PayoutCell, float] = {}
    blocks = dict.fromkeys((name, tail, role) for name, tail, role, _ in wanted)
    for name, tail in dict.fromkeys((name, tail) for name, tail, _ in blocks):
        played = simulate(population, [policies[name]] * STAGES, [tail], groups, seed)
        for role, seats in (("head", slice(0, 1)), ("tail", slice(1, None))):
            given = played.contributions[..., seats].astype(int).ravel()
            times = np.bincount(given)
            paid = np.bincount(given, played.payouts[..., seats].ravel())
            found |= {(name, tail, role, int(c)): float(paid[c] / times[c]) for c in set(given)}
    return found


def vote_share(
    population: Population, first: FrozenPolicy, second: FrozenPolicy, groups: int, seed: int
) -> dict[int, float]:
    """Expected share of votes for `first` against `second`, half of it in each order.

    Returns:
        The share by tail endowment.
    """
    tails = PAPER_GAME.tail_endowments
    ahead = 1 - simulate(population, [first, second], tails, groups, seed).second_chances
    behind = simulate(population, [second, first], tails, groups, seed + 1).second_chances
    shares = [np.reshape(chances, (len(tails), -1)).mean(1) for chances in (ahead, behind)]
    return dict(zip(tails, np.mean(shares, axis=0).tolist(), strict=True))


def root_mean_square(differences: ArrayLike) -> float:
    """Root of the mean of the squares of all entries."""
    return float(np.sqrt(np.mean(np.square(differences))))
