"""Simulated people (`hcmd_lab.game.people`) with a gradient: exact probabilities in torch.

A mechanism can be trained on these directly, where the program has only what it learned about
people from data: see `oracle`. The equations are those of `docs/simulated-people.md`; that they
agree with the people of the program is tested.

Shapes: `G` games, `N` seats, `K` contributions to choose from, `T` rounds.
"""

from dataclasses import dataclass
from typing import assert_never

import torch
from torch import Tensor

from hcmd_lab.game.people_traits import CALIBRATED, Comparison, Population
from hcmd_lab.game.rules import Game, fund
from hcmd_lab.learning.rollout import Choose, Episodes, Policy


@dataclass(frozen=True, slots=True)
class Persons:
    """Personalities, each `[G, N]` (see `hcmd_lab.game.people_traits.Traits`)."""

    warmth: Tensor
    responsiveness: Tensor
    heaping: Tensor
    equality: Tensor
    population: Population = CALIBRATED


def draw_persons(
    groups: int, seats: int, generator: torch.Generator, population: Population = CALIBRATED
) -> Persons:
    """Draw the people of some groups, as `draw_traits` does from generators of numpy."""
    normal = torch.randn(3, groups, seats, generator=generator)
    uniform = torch.rand(groups, seats, generator=generator)
    return Persons(
        population.warmth + population.warmth_sd * normal[0],
        population.responsiveness * (population.responsiveness_sd * normal[1]).exp(),
        2 * population.heaping * uniform,
        population.vote_equality * (population.vote_equality_sd * normal[2]).exp(),
        population,
    )


def repeat(persons: Persons, times: int) -> Persons:
    """The same groups several times over, one after the other: `[G * times, N]`."""
    return Persons(
        persons.warmth.repeat_interleave(times, 0),
        persons.responsiveness.repeat_interleave(times, 0),
        persons.heaping.repeat_interleave(times, 0),
        persons.equality.repeat_interleave(times, 0),
        persons.population,
    )


class Experience:
    """What people have seen of a stage; `observe` adds a round."""

    def __init__(self, persons: Persons, endowment: Tensor) -> None:
        """A first stage that begins; `endowment` is `[G, N]` coins."""
        self._persons, self._endowment = persons, endowment
        nothing = torch.zeros_like(endowment)
        opening = torch.full_like(endowment, persons.population.opening)
        self._invested, self._returned, self._spread, self._gain = (nothing,) * 4
        self._own, self._others = opening, opening
        self._ahead, self._lead = nothing, nothing
        self._rounds = 0
        self._earnings, self._gini = nothing, nothing
        smaller = torch.minimum(endowment.unsqueeze(-1), endowment.unsqueeze(-2))
        larger = torch.maximum(endowment.unsqueeze(-1), endowment.unsqueeze(-2))
        # Nobody compares with oneself.
        alone = torch.eye(endowment.shape[-1], dtype=endowment.dtype)
        self._alike = (smaller / larger) ** persons.population.likeness * (1 - alone)

    def wanted(self) -> Tensor:
        """`[G, N]` the fraction people would give without noise."""
        people, persons, coins = self._persons.population, self._persons, self._endowment
        average = (people.prior_rounds * people.prior_return + self._returned) / (
            people.prior_rounds + self._invested
        )
        trust = people.trust_in_average
        perceived = (trust * average + self._gain) / (trust + self._spread)
        liked = (
            persons.warmth
            + persons.responsiveness * torch.tanh(perceived - 1)
            - people.modesty * torch.log(coins / coins.mean(-1, keepdim=True))
        )
        rest = 1 - people.inertia - people.reciprocity
        habits = people.inertia * self._own + people.reciprocity * self._others
        return habits + rest * liked.clamp(0, 1)

    def observe(self, contribution: Tensor, payout: Tensor) -> Tensor:
        """Learn from a round; returns `[G, N]` the vote score of the stage so far."""
        people, coins = self._persons.population, self._endowment
        others_count = coins.shape[-1] - 1
        own, received = contribution / coins, payout / coins
        others = (own.sum(-1, keepdim=True) - own) / others_count
        # Payouts are counted in the own endowment, those of the others too.
        theirs = payout.unsqueeze(-2) / coins.unsqueeze(-1)
        mean_theirs = (payout.sum(-1, keepdim=True) - payout) / others_count / coins
        lead = received - mean_theirs
        differences, ahead = self._differences(contribution, own, others)
        spread = (self._alike * differences**2).sum(-1)
        gain = (self._alike * differences * (received.unsqueeze(-1) - theirs)).sum(-1)
        if self._rounds:
            step = ahead - self._ahead
            spread = spread + people.own_changes * step**2
            gain = gain + people.own_changes * step * (lead - self._lead)
        self._invested = self._invested + own**2
        self._returned = self._returned + own * received
        self._spread, self._gain = self._spread + spread, self._gain + gain
        self._own, self._others, self._ahead, self._lead = own, others, ahead, lead
        self._rounds += 1
        earnings = payout + coins - contribution
        self._earnings = self._earnings + earnings
        self._gini = self._gini + gini(earnings).unsqueeze(-1)
        a_round = (self._earnings / self._rounds).clamp(min=0.01)
        return people.vote_gain * a_round.log() - self._persons.equality * self._gini / self._rounds

    def _differences(
        self, contribution: Tensor, own: Tensor, others: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Differences to each other person `[G, N, N]` and to the mean of them `[G, N]`."""
        match self._persons.population.comparison:
            case Comparison.COINS:
                each = contribution.unsqueeze(-1) - contribution.unsqueeze(-2)
                differences = each / self._endowment.unsqueeze(-1)
                return differences, differences.sum(-1) / (each.shape[-1] - 1)
            case Comparison.OWN_ENDOWMENTS:
                return own.unsqueeze(-1) - own.unsqueeze(-2), own - others
            case _:
                assert_never(self._persons.population.comparison)


def gini(earnings: Tensor) -> Tensor:
    """`[..., N]` to `[...]`; 0 where all earn the same."""
    gaps = (earnings.unsqueeze(-1) - earnings.unsqueeze(-2)).abs().sum((-2, -1))
    return gaps / (2 * earnings.shape[-1] * earnings.sum(-1)).clamp(min=1e-9)


def log_probabilities(
    persons: Persons, wanted: Tensor, endowment: Tensor, max_endowment: int
) -> Tensor:
    """`[K, N, G]` log-probabilities of each contribution, as `rollout.Choose` wants them.

    Noise is normal and clipped to [0, 1]; with a person's own probability the result goes to the
    nearest of nothing, half and all; then it is rounded to whole coins.
    """
    coins = torch.arange(max_endowment + 1, dtype=wanted.dtype).view(-1, 1, 1)
    above = _below(persons, wanted, (coins + 0.5) / endowment)
    above = torch.where(coins >= endowment, 1.0, above)
    below = torch.where(
        coins <= 0, 0.0, _below(persons, wanted, (coins.clamp(max=1e3) - 0.5) / endowment)
    )
    plain = torch.where(coins <= endowment, above - below, 0.0)
    quarter, three_quarters = (_below(persons, wanted, edge) for edge in (0.25, 0.75))
    half = torch.floor(endowment / 2 + 0.5)
    heap = torch.zeros_like(plain)
    heap = heap + torch.where(coins == 0, quarter, 0.0)
    heap = heap + torch.where(coins == half, three_quarters - quarter, 0.0)
    heap = heap + torch.where(coins == endowment, 1 - three_quarters, 0.0)
    mixed = (1 - persons.heaping) * plain + persons.heaping * heap
    # Far in a tail a probability is 0 in 32 bits: nobody draws it.
    return mixed.clamp(min=1e-12).log().where(coins <= endowment, -torch.inf).transpose(1, 2)


def _below(persons: Persons, wanted: Tensor, edge: Tensor | float) -> Tensor:
    below: Tensor = torch.special.ndtr((edge - wanted) / persons.population.slip_sd)
    return below


def play(
    policy: Policy, persons: Persons, endowment: Tensor, choose: Choose, game: Game
) -> Episodes:
    """Play one stage in every game with simulated people who have not played before.

    Args:
        policy: Divides the fund.
        persons: Who plays, `[G, N]`.
        endowment: `[G, N]` coins.
        choose: How a contribution comes about.
        game: Rounds and multiplier.

    Returns:
        Episodes whose `round_score` are the changes of the vote score from round to round: it is
        no sum of rounds, but it can be told as one.
    """
    experience = Experience(persons, endowment)
    rounds: list[tuple[Tensor, Tensor, Tensor, Tensor]] = []
    for t in range(game.rounds):
        chances = log_probabilities(persons, experience.wanted(), endowment, game.max_endowment)
        contribution = choose(t, chances).T
        choice = contribution.T.long().unsqueeze(0)
        growth = fund(contribution.unbind(-1), game.multiplier)
        payout = policy(endowment, contribution) * growth.unsqueeze(-1)
        score = experience.observe(contribution, payout)
        rounds.append((contribution, payout, chances.gather(0, choice).squeeze(0).T, score))
    contributions, payouts, chosen, scores = (
        torch.stack(quantity, 1) for quantity in zip(*rounds, strict=True)
    )
    before = torch.cat([torch.zeros_like(scores[:, :1]), scores[:, :-1]], 1)
    return Episodes(endowment, contributions, payouts, chosen, scores - before)
