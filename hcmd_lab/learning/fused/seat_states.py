"""The states that a seat's share depends on, where a batch has more seats than there are states.

The logit of a seat's share depends on its kind, its own coins, those of the head and those of the
other tails, in any order. With the paper's endowments that makes some 22,000 states, while a batch
of 1,000 games has 40,000 seats and rounds: the network is applied to each state once, and seats
look up. On the way back the derivatives of all seats in a state are added before they go through
the network. Nothing is approximated; only sums are taken in another order.

In a state of a tail, the network's hidden unit w is

    relu( alone[own] + heard[head, own] + sum over the other tails of heard[tail, own] )

(`share_tables`). For an own contribution the last sum is, for all units and all combinations of the
others at once, a product with how often each combination has each coin.

Shapes: `C` conditions, `K` contributions, `W` the width, `M` others among the tails, `Q` multisets
of their coins. Multisets stand in the order of their coins, the largest first: those of small
endowments come before all others.
"""

from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import comb

import numpy as np

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.arithmetic import ZERO, Reals, Whole, add_product, in_fours
from hcmd_lab.learning.fused.compiler import compiled
from hcmd_lab.learning.fused.memory import add_outer
from hcmd_lab.learning.fused.rating import heard_row

HEAD, TAIL = 0, 1


@dataclass(frozen=True, slots=True)
class Others:
    """What tails may have given that a seat sees.

    Attributes:
        counts: By condition, `[K', q]` how often each multiset of its q first has each coin; `K'`
            are the contributions of its tails, up to whole fours.
        rank: `[K^M]` the number of a multiset, by its coins in any order as digits to the base K.
        multisets: Q.
    """

    counts: list[Reals]
    rank: Whole
    multisets: int

    @classmethod
    def of(cls, game: Game, tails: int) -> "Others":
        """All multisets of the coins of so many tails."""
        contributions = game.max_endowment + 1
        ascending = combinations_with_replacement(range(contributions), tails)
        each = sorted(multiset[::-1] for multiset in ascending)
        coins = np.array(each, dtype=np.int32).reshape(len(each), tails)
        digits = np.indices((contributions,) * tails, dtype=np.int32).reshape(
            tails, contributions**tails
        )
        rank = np.zeros(contributions**tails, np.int32)
        # Before a multiset stand those whose largest coins are smaller, and so on.
        for place, coin in enumerate(-np.sort(-digits, axis=0)):
            left = tails - place
            below = [comb(value + left - 1, left) for value in range(contributions)]
            rank += np.array(below, dtype=np.int32)[coin]
        counts = [
            (coins[: comb(most + tails, tails), None] == np.arange(in_fours(most + 1))[:, None])
            .sum(-1, dtype=np.float32)
            .T
            for most in game.tail_endowments
        ]
        return cls([np.ascontiguousarray(each) for each in counts], rank, len(coins))


def states_of(game: Game) -> int:
    """States of all conditions."""
    heads, tails = game.head_endowment + 1, game.tails
    return heads * sum(
        comb(tail + tails, tails) + (tail + 1) * comb(tail + tails - 1, tails - 1)
        for tail in game.tail_endowments
    )


class SeatStates:
    """The states of a game.

    Attributes:
        head: What a head sees of the tails.
        tail: What a tail sees of the others.
        logits: `[C, states]` the logit of each state; those above an endowment are never read.
    """

    def __init__(self, game: Game) -> None:
        self._game, self._contributions = game, game.max_endowment + 1
        self.head, self.tail = Others.of(game, game.tails), Others.of(game, game.tails - 1)
        self._split = self._contributions * self.head.multisets
        states = self._split + self._contributions**2 * self.tail.multisets
        self.logits = np.zeros((len(game.tail_endowments), states), np.float32)

    def fill(self, condition: int, alone: Reals, heard: Reals, readout: Reals) -> None:
        """Apply the network to all states of a condition.

        Args:
            condition: Its number.
            alone: `[S * K, W]` of the condition (see `share_tables`).
            heard: `[S * S * K * K, W]` of the condition.
            readout: `[W]`.
        """
        most, tail_most = self._game.head_endowment, self._game.tail_endowments[condition]
        head, tail = self._by_kind(self.logits[condition])
        of_head, of_tail = self.head.counts[condition], self.tail.counts[condition]
        _fill(HEAD, most, 0, of_head, alone, heard, readout, head)
        _fill(TAIL, tail_most, most, of_tail, alone, heard, readout, tail)

    def pull(
        self,
        condition: int,
        alone: Reals,
        heard: Reals,
        readout: Reals,
        by_state: Reals,
        by_alone: Reals,
        by_heard: Reals,
        by_readout: Reals,
    ) -> None:
        """Backpropagate from the logits of a condition, adding to `by_alone` and its kin.

        Args:
            condition: Its number.
            alone: As in `fill`.
            heard: As in `fill`.
            readout: As in `fill`.
            by_state: `[states]` the derivative by each logit.
            by_alone: As `alone`, the derivative by it.
            by_heard: As `heard`.
            by_readout: As `readout`.
        """
        most, tail_most = self._game.head_endowment, self._game.tail_endowments[condition]
        head, tail = self._by_kind(by_state)
        tables, by_tables = (alone, heard, readout), (by_alone, by_heard, by_readout)
        _pull(HEAD, most, 0, self.head.counts[condition], tables, head, by_tables)
        _pull(TAIL, tail_most, most, self.tail.counts[condition], tables, tail, by_tables)

    def _by_kind(self, states: Reals) -> tuple[Reals, Reals]:
        """Of heads `[K, 1, Q]` by their own coins, of tails `[K, K, Q]` also by the head's."""
        k = self._contributions
        return states[: self._split].reshape(k, 1, -1), states[self._split :].reshape(k, k, -1)


@compiled
def _sum_others(
    kind: int, own: int, counts: Reals, alone: Reals, heard: Reals, known: Reals
) -> None:
    """What the hidden units know without the head, into `known` `[W, q]`."""
    contributions, width = len(alone) // 2, alone.shape[1]
    by_coin = np.zeros((width, len(counts)), np.float32)
    for coin in range(min(len(counts), contributions)):
        row = heard[heard_row(TAIL, kind, coin, own, contributions)]
        for unit in range(width):
            by_coin[unit, coin] = row[unit]
    for unit in range(width):
        known[unit, :] = alone[kind * contributions + own, unit]
    add_product(known, by_coin, counts)


@compiled
def _fill(
    kind: int,
    own_most: int,
    head_most: int,
    counts: Reals,
    alone: Reals,
    heard: Reals,
    readout: Reals,
    logit: Reals,
) -> None:
    contributions, count = len(alone) // 2, counts.shape[1]
    known = np.empty((len(readout), count), np.float32)
    for own in range(own_most + 1):
        _sum_others(kind, own, counts, alone, heard, known)
        for head in range(head_most + 1):
            row = logit[own, head]
            row[:count] = ZERO
            said = heard[heard_row(HEAD, kind, head, own, contributions)]
            for unit in range(len(readout)):
                weight, alike = readout[unit], known[unit]
                shift = said[unit] if kind == TAIL else ZERO
                for q in range(count):
                    row[q] += weight * max(alike[q] + shift, ZERO)


@compiled
def _pull(
    kind: int,
    own_most: int,
    head_most: int,
    counts: Reals,
    tables: tuple[Reals, Reals, Reals],
    by_logit: Reals,
    by_tables: tuple[Reals, Reals, Reals],
) -> None:
    alone, heard, readout = tables
    by_alone, by_heard, by_readout = by_tables
    contributions, count, width = len(alone) // 2, counts.shape[1], len(readout)
    known, by_known = np.empty((width, count), np.float32), np.empty((width, count), np.float32)
    by_coin = np.empty((width, len(counts)), np.float32)
    for own in range(own_most + 1):
        _sum_others(kind, own, counts, alone, heard, known)
        by_known[:, :] = ZERO
        for head in range(head_most + 1):
            slope, at = by_logit[own, head], heard_row(HEAD, kind, head, own, contributions)
            for unit in range(width):
                alike, by_alike = known[unit], by_known[unit]
                shift = heard[at, unit] if kind == TAIL else ZERO
                by_shift, by_weight = ZERO, ZERO
                for q in range(count):
                    inside = alike[q] + shift
                    passed = slope[q] if inside > ZERO else ZERO
                    by_alike[q] += passed
                    by_shift += passed
                    by_weight += slope[q] * max(inside, ZERO)
                by_readout[unit] += by_weight
                by_alone[kind * contributions + own, unit] += readout[unit] * by_shift
                if kind == TAIL:
                    by_heard[at, unit] += readout[unit] * by_shift
        by_coin[:, :] = ZERO
        add_outer(by_coin, by_known, counts)
        for coin in range(min(len(counts), contributions)):
            row = by_heard[heard_row(TAIL, kind, coin, own, contributions)]
            for unit in range(width):
                row[unit] += readout[unit] * by_coin[unit, coin]


@compiled
def add_up(states: Whole, by_logits: Reals, by_state: Reals) -> None:
    """Add the derivatives by the logits of all seats, `[T, L]`, to those by their states."""
    for t in range(len(states)):
        state, by_logit = states[t], by_logits[t]
        for lane in range(len(state)):
            by_state[state[lane]] += by_logit[lane]
