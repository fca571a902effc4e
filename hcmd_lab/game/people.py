"""Simulated people: what they contribute, what they learn from a round, how they vote.

One implementation for a lab bot (persons of shape `()`) and for a simulation of many groups
(persons of shape `[G, N]`). A person uses only what stands on a participant's screen: everyone's
endowments, contributions and payouts of the rounds already played. Arrays over seats are `[..., N]`
**with the person's own seat first**; `own_seat_first` puts them so.

The equations, with their sources, are in `docs/simulated-people.md`.
"""

from dataclasses import dataclass
from typing import assert_never

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hcmd_lab.game.people_traits import Comparison, Floats, Traits

Coins = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lived:
    """A person's memory of a stage, used in the vote; arrays have the shape of the persons.

    Attributes:
        rounds: Rounds played.
        earnings: Own earnings so far in coins (payout and what was kept).
        gini: Sum over the rounds of the Gini coefficient of the group's earnings.
    """

    rounds: int
    earnings: Floats
    gini: Floats


@dataclass(frozen=True, slots=True)
class Memory:
    """A person's experience; arrays have the shape of the persons.

    The first four are sums over the rounds of this stage: participants are told that each stage may
    divide the fund differently, so what they learned about returns starts afresh. Habits do not.

    Attributes:
        invested: Own fractions contributed, squared.
        returned: Own fractions contributed times own payouts (in own endowments).
        spread: Weighted squared differences of contributions, between persons and over time.
        gain: The same differences times the differences of payouts; all in own endowments.
        own: Own fraction in the previous round; before a stage, what it opens with.
        others: The others' mean fraction in the previous round; before a stage, what is expected.
        ahead: Own contribution above the others' mean in the previous round, as compared.
        lead: Own payout above the others' mean in the previous round, in own endowments.
        stages: Experience by stage; the last one is being played.
    """

    invested: Floats
    returned: Floats
    spread: Floats
    gain: Floats
    own: Floats
    others: Floats
    ahead: Floats
    lead: Floats
    stages: tuple[Lived, ...] = ()


def new_memory(traits: Traits) -> Memory:
    """The memory of persons who have not played yet."""
    nothing, opening = np.zeros(traits.shape), np.full(traits.shape, traits.population.opening)
    return Memory(nothing, nothing, nothing, nothing, opening, opening, nothing, nothing)


def begin_stage(traits: Traits, memory: Memory) -> Memory:
    """Start a stage: its returns are still unknown, and habits have partly faded."""
    people, nothing = traits.population, np.zeros(traits.shape)
    forgotten = (1 - people.carry_over) * people.opening
    return Memory(
        invested=nothing,
        returned=nothing,
        spread=nothing,
        gain=nothing,
        own=forgotten + people.carry_over * memory.own,
        others=forgotten + people.carry_over * memory.others,
        ahead=nothing,
        lead=nothing,
        stages=(*memory.stages, Lived(0, nothing, nothing)),
    )


def perceived_return(traits: Traits, memory: Memory) -> Floats:
    """Coins a person expects back for one more coin, from experience; shape `[...]`.

    The slope of payouts over contributions among what the person compares, pulled towards its own
    payout per coin contributed (the slope of a line through the origin, which says nothing to those
    who contributed nothing) as long as there was little to compare.
    """
    people = traits.population
    average = (people.prior_rounds * people.prior_return + memory.returned) / (
        people.prior_rounds + memory.invested
    )
    trust = people.trust_in_average
    slope: Floats = (trust * average + memory.gain) / (trust + memory.spread)
    return slope


def contribute(
    traits: Traits, memory: Memory, endowments: ArrayLike, rng: np.random.Generator
) -> Coins:
    """Choose whole coins from 0 to the person's endowment; shape `[...]`.

    Args:
        traits: Personalities, shape `[...]`.
        memory: Experience, shape `[...]`, with the stage begun.
        endowments: Coins per seat, own first, `[..., N]`.
        rng: Source of all randomness: one normal and one uniform number a person.
    """
    people = traits.population
    coins = np.asarray(endowments, dtype=float)
    own_coins = coins[..., 0]
    liked = (
        traits.warmth
        + traits.responsiveness * np.tanh(perceived_return(traits, memory) - 1)
        - people.modesty * np.log(own_coins / coins.mean(-1))
    )
    wanted = (
        people.inertia * memory.own
        + people.reciprocity * memory.others
        + (1 - people.inertia - people.reciprocity) * np.clip(liked, 0, 1)
    )
    fraction = np.clip(wanted + people.slip_sd * rng.standard_normal(traits.shape), 0, 1)
    round_off = rng.random(traits.shape) < traits.heaping
    fraction = np.where(round_off, np.floor(2 * fraction + 0.5) / 2, fraction)
    return np.asarray(np.floor(fraction * own_coins + 0.5), dtype=np.int64)


def observe(
    traits: Traits,
    memory: Memory,
    endowments: ArrayLike,
    contributions: ArrayLike,
    payouts: ArrayLike,
) -> Memory:
    """Update the memory with a round's outcome.

    Args:
        traits: Personalities, shape `[...]`.
        memory: Experience before, shape `[...]`.
        endowments: Coins per seat, own first, `[..., N]`.
        contributions: Coins per seat, own first, `[..., N]`.
        payouts: Coins from the fund per seat, own first, `[..., N]`.
    """
    people = traits.population
    coins = np.asarray(endowments, dtype=float)
    given = np.asarray(contributions, dtype=float)
    paid = np.asarray(payouts, dtype=float)
    own_coins = coins[..., 0]
    fractions = given / coins
    own, others = fractions[..., 0], fractions[..., 1:].mean(-1)
    received = paid / own_coins[..., None]
    lead = received[..., 0] - received[..., 1:].mean(-1)

    match people.comparison:
        case Comparison.COINS:
            compared = given / own_coins[..., None]
        case Comparison.OWN_ENDOWMENTS:
            compared = fractions
        case _:
            assert_never(people.comparison)
    # Between persons, in this round: those with a similar endowment are most informative.
    larger = np.maximum(coins[..., 1:], own_coins[..., None])
    alike = (np.minimum(coins[..., 1:], own_coins[..., None]) / larger) ** people.likeness
    differences = compared[..., :1] - compared[..., 1:]
    spread = (alike * differences**2).sum(-1)
    gain = (alike * differences * (received[..., :1] - received[..., 1:])).sum(-1)
    # Over time, relative to the others, so that a common trend does not pass for one's own effect.
    ahead = compared[..., 0] - compared[..., 1:].mean(-1)
    stage = memory.stages[-1]
    if stage.rounds:
        step = ahead - memory.ahead
        spread = spread + people.own_changes * step**2
        gain = gain + people.own_changes * step * (lead - memory.lead)

    earnings = paid + coins - given
    lived = Lived(stage.rounds + 1, stage.earnings + earnings[..., 0], stage.gini + gini(earnings))
    return Memory(
        invested=memory.invested + own**2,
        returned=memory.returned + own * received[..., 0],
        spread=memory.spread + spread,
        gain=memory.gain + gain,
        own=own,
        others=others,
        ahead=ahead,
        lead=lead,
        stages=(*memory.stages[:-1], lived),
    )


def vote(traits: Traits, memory: Memory, rng: np.random.Generator) -> Coins:
    """Vote for stage 1 or stage 2 with `vote_chance`; shape `[...]`, entries 1 and 2."""
    return np.asarray(1 + (rng.random(traits.shape) < vote_chance(traits, memory)), dtype=np.int64)


def vote_chance(traits: Traits, memory: Memory) -> Floats:
    """Probability of a vote for stage 2; shape `[...]`.

    A part of the votes is cast without looking back. The log-odds of the others are linear in the
    log of own earnings and in the inequality of the group's.
    """
    people = traits.population
    first, second = memory.stages[:2]
    richer = np.log(_per_round(second.earnings, second)) - np.log(_per_round(first.earnings, first))
    more_equal = first.gini / first.rounds - second.gini / second.rounds
    log_odds = people.vote_gain * richer + traits.equality * more_equal
    looked_back = 1 / (1 + np.exp(-log_odds))
    chance: Floats = people.vote_lapse / 2 + (1 - people.vote_lapse) * looked_back
    return chance


def gini(earnings: Floats) -> Floats:
    """Gini coefficient over the last axis, `[..., N]` to `[...]`; 0 where all earn the same."""
    seats = earnings.shape[-1]
    gaps = np.abs(earnings[..., :, None] - earnings[..., None, :]).sum((-2, -1))
    coefficient: Floats = gaps / np.maximum(2 * seats * earnings.sum(-1), 1e-9)
    return coefficient


def own_seat_first(values: ArrayLike) -> NDArray[np.float64]:
    """Each seat's view of its group: `[..., N]` over seats to `[..., N, N]`, own seat first.

    Row `i` holds seat `i`, then the seats after it, then those before it.
    """
    array = np.asarray(values, dtype=float)
    seats = np.arange(array.shape[-1])
    return array[..., (seats[:, None] + seats) % len(seats)]


def _per_round(earnings: Floats, stage: Lived) -> Floats:
    # Earnings are at least a hundredth of a coin per round, because log 0 is undefined.
    return np.maximum(earnings / stage.rounds, 0.01)
