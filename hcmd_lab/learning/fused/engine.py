"""The gradient of a whole batch: tiles forward, votes, tiles back, each in all threads."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.arithmetic import Real, Reals
from hcmd_lab.learning.fused.backward import pull_tile
from hcmd_lab.learning.fused.forward import play_tile
from hcmd_lab.learning.fused.participant_arrays import read_people
from hcmd_lab.learning.fused.rating import Rating, pull_sums
from hcmd_lab.learning.fused.restriction_arrays import read_bounds
from hcmd_lab.learning.fused.seat_states import SeatStates, add_up, states_of
from hcmd_lab.learning.fused.share_tables import ShareTables
from hcmd_lab.learning.fused.tape import Record, new_record
from hcmd_lab.learning.fused.votes import compare_seat
from hcmd_lab.learning.gradient import member_of_pool
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.policy import PolicyNetwork

Item = TypeVar("Item")

TILE_GAMES = 100
"""At the paper's sizes what one round of so many games touches fits into a core's own cache."""


@dataclass(frozen=True, slots=True)
class _Tile:
    condition: int
    games: slice  # within its pool
    record: Record


class FusedGradient:
    """The gradient of the expected vote share, as `reference_step` defines it.

    Its baseline is the history baseline.
    """

    def __init__(
        self,
        policy: PolicyNetwork,
        participants: ParticipantSet,
        game: Game,
        games_per_condition: int,
        threads: int,
    ) -> None:
        """Set up; compiles the loops the first time on a computer.

        Args:
            policy: Whose gradient, 32-bit floats on the CPU.
            participants: Models that contribute and vote; they are read now.
            game: The game; its conditions share the batch equally.
            games_per_condition: m, the episodes of a pool, at least 2.
            threads: To compute with.
        """
        self._game = game
        self._tables = ShareTables(policy, game)
        self._people = [read_people(member, game) for member in participants]
        self._bounds = read_bounds(policy.architecture.restriction, game)
        architecture = participants.architecture
        pools, episodes = len(game.tail_endowments), games_per_condition
        shape = (pools, game.seats, game.rounds, episodes)
        self._score = np.zeros(shape, Real)
        self._baseline = np.zeros(shape, Real)
        self._value = np.zeros((pools, game.seats, episodes), Real)
        self._slope = np.zeros_like(self._value)
        # Where there are fewer states than seats that are in one, each is computed once.
        looked_up = states_of(game) <= pools * game.rounds * game.seats * episodes
        self._states = SeatStates(game) if looked_up else None
        self._tiles = [
            _Tile(
                condition,
                part,
                new_record(
                    game.rounds,
                    game.seats,
                    part.stop - part.start,
                    game.max_endowment + 1,
                    architecture.linear_size,
                    architecture.lstm_size,
                ),
            )
            for condition in range(pools)
            for part in _parts(episodes)
        ]
        # The thread that asks works too, so that one alone needs no other.
        self._helpers = threads - 1
        self._threads = ThreadPoolExecutor(max(1, self._helpers), "gradient")
        self(np.zeros((game.rounds, game.seats, pools * episodes), Real))

    def __call__(self, uniforms: Reals | Tensor, turn: int = 0) -> list[Tensor]:
        """Play a batch and differentiate it.

        Args:
            uniforms: `[T, N, G]` numbers in [0, 1) from `draw_uniforms`, the games condition by
                condition.
            turn: Whose turn it is among the members (see `gradient.member_of_pool`).

        Returns:
            The gradient by each parameter of the policy, to be ascended.
        """
        self._tables.fill()
        pools, members = range(len(self._game.tail_endowments)), len(self._people)
        ratings = [self._rating(pool) for pool in pools]
        drawn = np.asarray(uniforms).reshape(*self._score.shape[2:0:-1], len(pools), -1)
        multiplier, seats = Real(self._game.multiplier), self._game.seats
        people = [self._people[member_of_pool(pool, turn, members)] for pool in pools]
        tables = self._tables.alone, self._tables.heard
        by_alone, by_heard = (np.zeros_like(each) for each in tables)
        by_readout = np.zeros((len(pools), len(self._tables.readout)), Real)

        def play(tile: _Tile) -> None:
            c = tile.condition
            uniform = drawn[:, :, c, tile.games].reshape(self._game.rounds, -1)
            play_tile(
                people[c], self._bounds, ratings[c], c, multiplier, uniform, tile.record
            )  # fmt: skip
            self._score[c][..., tile.games] = tile.record.score

        def compare(pool_and_seat: tuple[int, ...]) -> None:
            value, slope = self._value[pool_and_seat], self._slope[pool_and_seat]
            compare_seat(self._score[pool_and_seat], value, slope, self._baseline[pool_and_seat])

        def pull(tile: _Tile) -> None:
            c = tile.condition
            by_score = np.ascontiguousarray(slope[c][:, tile.games])
            by_log_probability = np.ascontiguousarray(advantage[c][:, tile.games])
            pull_tile(
                people[c], c, multiplier * self._bounds.room, by_score, by_log_probability,
                tile.record,
            )  # fmt: skip

        def gather(c: int) -> None:
            by_tables = by_alone[c], by_heard[c], by_readout[c]
            records = [tile.record for tile in self._tiles if tile.condition == c]
            if self._states is None:
                for record in records:
                    pull_sums(ratings[c], record.choice, seats, record.by_logit, *by_tables)
                return
            by_state = np.zeros_like(self._states.logits[c])
            for record in records:
                add_up(record.state, record.by_logit, by_state)
            self._states.pull(c, *ratings[c][:3], by_state, *by_tables)

        # The largest endowments have the most states: nobody waits for them if they come first.
        largest_first = sorted(pools, key=lambda c: -self._game.tail_endowments[c])
        if self._states is not None:
            fill = self._states.fill
            self._each(lambda c: fill(c, *ratings[c][:3]), largest_first)
        self._each(play, self._tiles)
        self._each(compare, np.ndindex(self._value.shape[:2]))
        games = Real(self._value.shape[0] * self._value.shape[2])
        slope = self._slope / (games * self._game.seats)
        advantage = (self._value.mean(1)[:, None] - self._baseline.mean(1)) / games
        self._each(pull, self._tiles)
        self._each(gather, largest_first)
        return self._tables.pull(by_alone, by_heard, by_readout.sum(0))

    def _rating(self, condition: int) -> Rating:
        """The mechanism as it is now, in a condition."""
        tables, states, nothing = self._tables, self._states, np.zeros(0, np.int32)
        return Rating(
            tables.alone[condition],
            tables.heard[condition],
            tables.readout,
            nothing.astype(Real) if states is None else states.logits[condition],
            nothing if states is None else states.head.rank,
            nothing if states is None else states.tail.rank,
            self._game.max_endowment + 1,
            0 if states is None else states.head.multisets,
            0 if states is None else states.tail.multisets,
        )

    def _each(self, work: Callable[[Item], None], items: Iterable[Item]) -> None:
        """Work on all items; each thread takes the next one that nobody has taken."""
        waiting = deque(items)

        def take() -> None:
            while True:
                try:
                    item = waiting.popleft()
                except IndexError:
                    return
                work(item)

        helpers = [self._threads.submit(take) for _ in range(self._helpers)]
        take()
        for helper in helpers:
            helper.result()


def _parts(episodes: int) -> list[slice]:
    return [
        slice(first, min(first + TILE_GAMES, episodes)) for first in range(0, episodes, TILE_GAMES)
    ]
