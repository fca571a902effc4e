"""Frozen policies: a mechanism as a table, the only form in which one enters a session.

A mechanism's answer depends on the endowment condition and the contributions alone, all small
integers, so every possible answer is computed once and looked up in the session. The rows of a
table are those of `hcmd_lab.game.profiles`: 11 * (3^3 + 5^3 + 7^3 + 9^3 + 11^3) = 28,105 in the
paper's game, in others one for all orders of the tails.
"""

import hashlib
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from hcmd_lab.game.mechanisms import ClosedForm, Mechanism, to_units
from hcmd_lab.game.profiles import (
    orders_have_rows,
    profile_count,
    profile_index,
    profiles,
    tail_order,
)
from hcmd_lab.game.rules import WEIGHT_UNITS, Game

MAGIC = b"hcmd-frozen-policy-1"
"""Begins a table that has a row for each order of the tails."""

FOLDED_MAGIC = b"hcmd-frozen-policy-2"
"""Begins a table whose rows stand for every order of their tails."""

MAX_SEATS = 8
"""More seats than any table that fits in memory; a larger number in a file is damage."""


@dataclass(frozen=True)
class FrozenPolicy:
    """Weights in parts per billion for every contribution profile of every condition.

    Attributes:
        name: A short name for tables and plots.
        game: The game whose profiles the table covers.
        tables: Per tail endowment a flat array, `profile_count * seats` long, seat varying fastest.
        checkpoint: SHA-256 of the checkpoint it was computed from; empty for a closed form.
    """

    name: str
    game: Game
    tables: Mapping[int, "array[int]"]
    checkpoint: str = ""

    def __post_init__(self) -> None:
        from hcmd_lab.game.unit_rows import sum_to_one  # noqa: PLC0415 - kiosks need no numpy

        if tuple(self.tables) != self.game.tail_endowments:
            raise ValueError("a frozen policy needs one table per endowment condition, in order")
        seats = self.game.seats
        for tail_endowment, table in self.tables.items():
            if len(table) != profile_count(self.game, tail_endowment) * seats:
                raise ValueError(f"the table for tail endowment {tail_endowment} has a wrong size")
            if not sum_to_one(table, seats):
                raise ValueError(
                    f"some weights for tail endowment {tail_endowment} do not sum to one"
                )

    def units(self, tail_endowment: int, contributions: Sequence[int]) -> tuple[int, ...]:
        """The weights in parts per billion for one contribution profile.

        Raises:
            ValueError: The condition or a contribution is outside the table.
        """
        if tail_endowment not in self.tables:
            raise ValueError(f"the table has no condition with tail endowment {tail_endowment}")
        seats = self.game.seats
        start = profile_index(self.game, tail_endowment, contributions) * seats
        row = self.tables[tail_endowment][start : start + seats]
        if orders_have_rows(self.game):
            return tuple(row)
        units = [row[0]] * seats
        for place, seat in enumerate(tail_order(contributions), start=1):
            units[seat] = row[place]
        return tuple(units)

    def weights(self, endowments: Sequence[int], contributions: Sequence[int]) -> tuple[float, ...]:
        """Shares of the fund per seat, as a `Mechanism` gives them.

        Raises:
            ValueError: The endowments or a contribution are outside the table.
        """
        if tuple(endowments) != self.game.endowments(endowments[-1]):
            raise ValueError(f"the table has no condition with endowments {tuple(endowments)}")
        return tuple(unit / WEIGHT_UNITS for unit in self.units(endowments[-1], contributions))

    @cached_property
    def sha256(self) -> str:
        """Hash of `to_bytes()`, which identifies the mechanism that was played."""
        return hashlib.sha256(self.to_bytes()).hexdigest()

    def to_bytes(self) -> bytes:
        """Canonical bytes: a header with the game, then the tables as little-endian uint32."""
        game = self.game
        header = [
            game.rounds, game.head_endowment, game.tails, game.multiplier_percent,
            *game.tail_endowments,
        ]  # fmt: skip
        parts = [_magic(game), bytes([len(header)]), _little_endian(array("I", header))]
        return b"".join([*parts, *map(_little_endian, self.tables.values())])

    @classmethod
    def from_bytes(cls, data: bytes, name: str, checkpoint: str = "") -> "FrozenPolicy":
        """Read a policy from the bytes of `to_bytes()`.

        Raises:
            ValueError: The bytes are not a frozen policy, or are cut short.
        """
        if not data.startswith((MAGIC, FOLDED_MAGIC)) or len(data) <= len(MAGIC):
            raise ValueError("these bytes are not a frozen policy")
        position = len(MAGIC) + 1
        end = position + 4 * data[len(MAGIC)]
        header = _from_little_endian(data[position:end])
        if len(header) < 5:
            raise ValueError("the frozen policy's header is cut short")
        rounds, head, tails, multiplier, *conditions = header
        if tails >= MAX_SEATS:
            raise ValueError(f"the frozen policy claims {tails} tail seats")
        game = Game(rounds, head, tuple(conditions), tails, multiplier)
        if not data.startswith(_magic(game)):
            raise ValueError("the frozen policy has not the rows of its game")
        tables: dict[int, array[int]] = {}
        for tail_endowment in game.tail_endowments:
            position, end = end, end + 4 * game.seats * profile_count(game, tail_endowment)
            tables[tail_endowment] = _from_little_endian(data[position:end])
        if end != len(data):
            raise ValueError("the frozen policy is cut short or followed by other bytes")
        return cls(name, game, tables, checkpoint)


@lru_cache(maxsize=8)  # a report, an explanation and a check ask for the same baselines
def freeze(mechanism: Mechanism, game: Game) -> FrozenPolicy:
    """Evaluate a mechanism on every contribution profile of every condition."""
    tables = {tail: _rows(mechanism, game, tail) for tail in game.tail_endowments}
    return FrozenPolicy(mechanism.name, game, tables)


def _rows(mechanism: Mechanism, game: Game, tail_endowment: int) -> "array[int]":
    if isinstance(mechanism, ClosedForm):
        return _closed_form_rows(mechanism, game, tail_endowment)
    endowments, table = game.endowments(tail_endowment), array("I")
    for contributions in profiles(game, tail_endowment):
        table.extend(to_units(mechanism.weights(endowments, contributions)))
    return table


def _closed_form_rows(form: ClosedForm, game: Game, tail_endowment: int) -> "array[int]":
    """The same a hundred times as fast."""
    from hcmd_lab.game.unit_rows import closed_form_units  # noqa: PLC0415 - kiosks need no numpy

    return array("I", closed_form_units(form, game, tail_endowment).astype("uint32").tobytes())


def _magic(game: Game) -> bytes:
    return MAGIC if orders_have_rows(game) else FOLDED_MAGIC


def _little_endian(values: "array[int]") -> bytes:
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values.tobytes()


def _from_little_endian(data: bytes) -> "array[int]":
    values = array("I")
    values.frombytes(data[: len(data) // 4 * 4])
    if sys.byteorder == "big":
        values.byteswap()
    return values
