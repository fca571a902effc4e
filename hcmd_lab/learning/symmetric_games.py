"""Solutions of a symmetric constant-sum game between K strategies.

`shares[i, j]` is what strategy i gets of a total of 1 when it meets strategy j.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

Floats = NDArray[np.float64]

POPULATION = 50
"""Individuals in alpha-rank's population."""

SELECTION = 20.0
"""Alpha-rank's selection intensity. A lone mutant that gets a share of 0.51 is then taken up nine
times as often as by chance, and one that gets 0.49 almost never."""


def nash_mixture(shares: Floats) -> Floats:
    """`[K]`: a mixture that gets at least 1/2 against everyone, which is a symmetric equilibrium.

    The maximin problem as a linear program: maximise v such that x' (shares - 1/2) >= v.
    """
    count = len(shares)
    advantages = shares - 0.5
    solution = linprog(
        c=np.append(np.zeros(count), -1.0),
        A_ub=np.hstack([-advantages.T, np.ones((count, 1))]),
        b_ub=np.zeros(count),
        A_eq=np.append(np.ones(count), 0.0)[None],
        b_eq=[1.0],
        bounds=[(0, 1)] * count + [(None, None)],
        method="highs",
    )
    mixture = np.abs(solution.x[:count])  # the solver may leave a 0 just below 0
    normalised: Floats = mixture / mixture.sum()
    return normalised


def alpha_rank(shares: Floats) -> Floats:
    """`[K]`: stationary share of each strategy under evolution (Omidshafiei et al. 2019).

    In a population of m that all play strategy j, a lone mutant i is taken up by everyone with

        rho = (1 - exp(-u)) / (1 - exp(-m u)),   u = alpha (shares[i, j] - shares[j, i]) / 2,

    (1/m if u is 0). Mutants of all other strategies are equally likely; the result is the
    stationary distribution of that Markov chain.
    """
    count = len(shares)
    if count == 1:
        return np.ones(1)
    strength = SELECTION * (shares - shares.T) / 2
    even = np.abs(strength) < 1e-9
    divisor = np.where(even, 1.0, np.expm1(-POPULATION * strength))
    taken_up = np.where(even, 1 / POPULATION, np.expm1(-strength) / divisor)
    chain = taken_up.T / (count - 1)  # row: the strategy played, column: the mutant's
    np.fill_diagonal(chain, 0.0)
    np.fill_diagonal(chain, 1 - chain.sum(1))
    # Stationary: p (chain - 1) = 0 and sum p = 1, by least squares.
    system = np.vstack([(chain - np.eye(count)).T, np.ones(count)])
    mass = np.linalg.lstsq(system, np.append(np.zeros(count), 1.0), rcond=None)[0]
    clipped = np.clip(mass, 0, 1)
    normalised: Floats = clipped / clipped.sum()
    return normalised


def has_cycle(beats: NDArray[np.bool_]) -> bool:
    """Whether some strategies beat each other in a cycle; `beats` is `[K, K]`.

    Strategies that beat no one who is left cannot be in a circle and are taken away, until there
    are none left or only circles and what leads to them.
    """
    left = np.ones(len(beats), dtype=bool)
    while left.any():
        ends = left & ~(beats & left).any(1)
        if not ends.any():
            return True
        left &= ~ends
    return False
