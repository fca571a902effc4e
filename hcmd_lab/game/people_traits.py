"""Personalities of simulated people, and the fitted constants they are drawn from.

The constants were fitted by `python -m benchmarks.calibrate_people` to the contribution curves and
votes of Koster et al. (2022), Nature Human Behaviour, doi 10.1038/s41562-022-01383-x (data CC BY
4.0), and to the persistence of contributions in Gächter et al. (2017), Journal of Public Economics
150. `docs/simulated-people.md` tells how close they come and where they fall short.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Comparison(StrEnum):
    """What people compare when they compare themselves with others."""

    COINS = "coins"
    """Coins contributed with coins paid: more from others is more, whatever they have."""
    OWN_ENDOWMENTS = "own_endowments"
    """Fractions of the endowments contributed with payouts counted in the own endowment, as the
    first calibration had it. Between unequal endowments it misleads: a head of 10 who gives half
    sees tails of 2 give more (.8) and be paid less, and learns that giving costs."""


@dataclass(frozen=True, slots=True)
class Population:
    """Constants of the simulated population; fractions are of the endowment.

    Attributes:
        warmth: Mean fraction a person likes to contribute where a coin returns just one coin.
        warmth_sd: Standard deviation of that between persons.
        responsiveness: Median change of the liked fraction when contributing pays very well.
        responsiveness_sd: Standard deviation of its logarithm between persons.
        modesty: Fall of the liked fraction per unit of log(own endowment / mean endowment).
        inertia: Weight of the person's own previous fraction.
        reciprocity: Weight of the others' previous mean fraction.
        slip_sd: Standard deviation of the round-to-round noise of the fraction.
        heaping: Mean probability of choosing the nearest of nothing, half and all.
        prior_return: Coins a person expects back for a coin before any experience.
        prior_rounds: Strength of that expectation, in rounds of contributing everything.
        comparison: What people compare when they compare themselves with others.
        likeness: How much more a person with a similar endowment counts in that: the exponent of
            the smaller endowment over the larger.
        trust_in_average: Strength of "I get back what I get on average per coin" against
            comparisons, in units of the sum of squared differences of fractions.
        own_changes: Weight of comparing with one's own previous round, against comparing with a
            person of the same endowment in the same round.
        opening: Fraction with which people open and which they expect of the others.
        carry_over: Part of the habits of a stage that is left when the next one begins.
        vote_lapse: Part of the votes that are cast without looking back, either way equally often.
        vote_gain: Log-odds of any other vote per unit of log own earnings.
        vote_equality: Median log-odds of a vote per unit of the Gini coefficient of earnings.
        vote_equality_sd: Standard deviation of its logarithm between persons.
    """

    warmth: float = 1.102
    warmth_sd: float = 0.2772
    responsiveness: float = 1.805
    responsiveness_sd: float = 0.888
    modesty: float = 0.703
    inertia: float = 0.3555
    reciprocity: float = 0.2504
    slip_sd: float = 0.1903
    heaping: float = 0.1519
    prior_return: float = 0.7456
    prior_rounds: float = 3.527
    comparison: Comparison = Comparison.COINS
    likeness: float = 2.292
    trust_in_average: float = 0.9686
    own_changes: float = 0.02974
    opening: float = 0.9026
    carry_over: float = 0.9665
    vote_lapse: float = 0.3574
    vote_gain: float = 40.0
    vote_equality: float = 1.0
    vote_equality_sd: float = 0.2219


CALIBRATED = Population()
"""The fitted population, used everywhere unless a study or a test asks for another."""

FIRST = Population(
    warmth=0.947, warmth_sd=0.216, responsiveness=1.478, responsiveness_sd=0.754, modesty=0.467,
    inertia=0.444, reciprocity=0.2075, slip_sd=0.1814, heaping=0.1143, prior_return=0.79,
    prior_rounds=1.536, comparison=Comparison.OWN_ENDOWMENTS, likeness=2.0, trust_in_average=0.692,
    own_changes=0.4075, opening=0.7244, carry_over=0.8576, vote_lapse=0.0, vote_gain=6.0,
    vote_equality=1.0, vote_equality_sd=0.5,
)  # fmt: skip
"""The people of the first calibration, who play in the studies that were made with them."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Individual differences between persons; every array has the shape of the persons.

    Attributes:
        population: The population's constants, which they all share.
        warmth: Liked fraction where a coin returns just one coin.
        responsiveness: Change of the liked fraction when contributing pays very well; positive.
        heaping: Probability of choosing the nearest of nothing, half and all.
        equality: Log-odds of a vote per unit of the Gini coefficient of earnings; positive.
    """

    population: Population
    warmth: Floats
    responsiveness: Floats
    heaping: Floats
    equality: Floats

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the persons: `()` for one, `(G, N)` for groups."""
        return self.warmth.shape


def draw_traits(
    rng: np.random.Generator, shape: tuple[int, ...] = (), population: Population = CALIBRATED
) -> Traits:
    """Draw personalities, independent of endowments, seats and mechanisms.

    Args:
        rng: Source of all randomness.
        shape: Shape of the persons, `()` for a single one.
        population: The constants to draw from.
    """
    normal = rng.standard_normal((3, *shape))
    return Traits(
        population=population,
        warmth=np.asarray(population.warmth + population.warmth_sd * normal[0]),
        responsiveness=np.asarray(
            population.responsiveness * np.exp(population.responsiveness_sd * normal[1])
        ),
        # Uniform between 0 and twice the mean: some people never round, others nearly always.
        heaping=np.asarray(2 * population.heaping * rng.random(shape)),
        equality=np.asarray(
            population.vote_equality * np.exp(population.vote_equality_sd * normal[2])
        ),
    )
