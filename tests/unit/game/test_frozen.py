import sys
from array import array
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.frozen import FOLDED_MAGIC, MAGIC, FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import (
    BASELINES,
    LIBERAL_EGALITARIAN,
    LIBERTARIAN,
    ClosedForm,
    to_units,
)
from hcmd_lab.game.profiles import profiles
from hcmd_lab.game.rules import PAPER_GAME, WEIGHT_UNITS, Game

LIBERAL_EGALITARIAN_SHA256 = "a59fa83e2184e2564eb20329269a54bf5297a9ef27eb2b2f88ae58375e3c9d30"
"""Written down once: a change would mean that sessions of two releases paid differently."""

SMALL_GAME = Game(rounds=2, head_endowment=3, tail_endowments=(1, 2), tails=2)
SMALL = freeze(ClosedForm("mixed", 0.7, 0.4), SMALL_GAME)
SMALL_BYTES = SMALL.to_bytes()


@pytest.mark.parametrize("mechanism", BASELINES.values(), ids=lambda m: m.name)
def test_the_table_equals_the_mechanism(mechanism: ClosedForm) -> None:
    game = Game(tail_endowments=(2, 6))
    table = freeze(mechanism, game)
    assert table.name == mechanism.name
    for tail in game.tail_endowments:
        endowments = game.endowments(tail)
        for contributions in profiles(game, tail):
            looked_up = table.weights(endowments, contributions)
            computed = mechanism.weights(endowments, contributions)
            assert max(abs(a - b) for a, b in zip(looked_up, computed, strict=True)) <= 1e-9


def test_units_sum_to_a_billion_for_every_profile() -> None:
    for tail in SMALL_GAME.tail_endowments:
        for contributions in profiles(SMALL_GAME, tail):
            assert sum(SMALL.units(tail, contributions)) == WEIGHT_UNITS


def test_what_is_outside_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="tail endowment 3"):
        SMALL.units(3, (0, 0, 0))
    with pytest.raises(ValueError, match="outside"):
        SMALL.units(2, (0, 0, 3))
    with pytest.raises(ValueError, match="endowments"):
        SMALL.weights((4, 2, 2), (0, 0, 0))


def test_bytes_round_trip() -> None:
    back = FrozenPolicy.from_bytes(SMALL_BYTES, "mixed")
    assert back == SMALL
    assert back.to_bytes() == SMALL_BYTES
    assert back.sha256 == SMALL.sha256


def test_the_hash_names_what_is_played_and_nothing_else() -> None:
    assert FrozenPolicy("other name", SMALL_GAME, SMALL.tables, "c0ffee").sha256 == SMALL.sha256
    assert freeze(LIBERTARIAN, SMALL_GAME).sha256 != SMALL.sha256
    longer = Game(rounds=3, head_endowment=3, tail_endowments=(1, 2), tails=2)
    assert FrozenPolicy("mixed", longer, SMALL.tables).sha256 != SMALL.sha256


def test_the_hash_of_a_baseline_is_the_same_on_every_machine() -> None:
    assert freeze(LIBERAL_EGALITARIAN, PAPER_GAME).sha256 == LIBERAL_EGALITARIAN_SHA256


def test_big_endian_machines_write_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    swapped = {tail: array("I", table) for tail, table in SMALL.tables.items()}
    monkeypatch.setattr(sys, "byteorder", "big")
    foreign = FrozenPolicy("mixed", SMALL_GAME, swapped).to_bytes()
    # This machine is little-endian, so its swapped bytes stand for what it would have in memory.
    start = len(MAGIC) + 1
    words = array("I", foreign[start:])
    words.byteswap()
    assert words.tobytes() == SMALL_BYTES[start:]
    assert FrozenPolicy.from_bytes(foreign, "mixed") == SMALL


def test_the_tables_of_the_paper_are_those_of_every_version() -> None:
    """They have a row for each order of the tails, in parts per billion as they always were."""
    table = freeze(LIBERAL_EGALITARIAN, PAPER_GAME)
    assert table.to_bytes().startswith(MAGIC)
    assert table.sha256 == LIBERAL_EGALITARIAN_SHA256
    odd = ClosedForm("odd", 1 / 3, 0.5)
    for profile in ((3, 0, 1, 4), (3, 4, 1, 0), (10, 4, 4, 3), (0, 0, 0, 0)):
        units = freeze(odd, PAPER_GAME).units(4, profile)
        assert units == to_units(odd.weights((10, 4, 4, 4), profile))


def test_other_games_have_one_row_for_all_orders_of_the_tails() -> None:
    assert SMALL_BYTES.startswith(FOLDED_MAGIC)
    assert len(SMALL.tables[2]) == 4 * 6 * 3
    assert SMALL.units(2, (3, 0, 2)) == tuple(SMALL.units(2, (3, 2, 0))[seat] for seat in (0, 2, 1))
    first, *tails = SMALL.units(2, (3, 0, 2))
    assert (first, *sorted(tails, reverse=True)) == tuple(SMALL.units(2, (3, 2, 0)))


def test_bytes_with_the_rows_of_another_game_are_refused() -> None:
    for one, other in ((MAGIC, FOLDED_MAGIC), (FOLDED_MAGIC, MAGIC)):
        data = (SMALL if one == FOLDED_MAGIC else freeze(LIBERTARIAN, PAPER_GAME)).to_bytes()
        with pytest.raises(ValueError, match="has not the rows of its game"):
            FrozenPolicy.from_bytes(other + data.removeprefix(one), "mixed")


def test_truncated_bytes_are_refused() -> None:
    for length in range(len(SMALL_BYTES)):
        with pytest.raises(ValueError, match=r"frozen policy|game"):
            FrozenPolicy.from_bytes(SMALL_BYTES[:length], "cut")


@given(st.binary(min_size=1, max_size=64))
def test_extra_bytes_are_refused(extra: bytes) -> None:
    with pytest.raises(ValueError, match="frozen policy"):
        FrozenPolicy.from_bytes(SMALL_BYTES + extra, "long")


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="frozen policy"):
        FrozenPolicy.from_bytes(data, "other")


@given(st.binary(max_size=200))
def test_any_header_is_read_or_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"frozen policy|game|table|weights"):
        FrozenPolicy.from_bytes(MAGIC + data, "header")


@given(st.integers(0, len(SMALL_BYTES) - 1), st.integers(1, 255))
def test_a_damaged_byte_is_refused_or_changes_the_hash(position: int, flip: int) -> None:
    damaged = bytearray(SMALL_BYTES)
    damaged[position] ^= flip
    try:
        read = FrozenPolicy.from_bytes(bytes(damaged), "mixed")
    except ValueError:
        return
    assert read.sha256 != SMALL.sha256


@given(st.integers(0, len(SMALL.tables[2]) - 1), st.integers(1, 1000))
def test_weights_that_do_not_sum_to_one_are_refused(position: int, excess: int) -> None:
    table = SMALL.tables[2][:]
    table[position] += excess
    with pytest.raises(ValueError, match="do not sum to one"):
        FrozenPolicy("mixed", SMALL_GAME, {1: SMALL.tables[1], 2: table})


def test_tables_that_do_not_fit_the_game_are_refused() -> None:
    with pytest.raises(ValueError, match="one table per"):
        FrozenPolicy("mixed", SMALL_GAME, {1: SMALL.tables[1]})
    with pytest.raises(ValueError, match="one table per"):
        FrozenPolicy("mixed", SMALL_GAME, dict(reversed(SMALL.tables.items())))
    with pytest.raises(ValueError, match="wrong size"):
        FrozenPolicy("mixed", SMALL_GAME, {1: SMALL.tables[1], 2: SMALL.tables[1]})


def test_a_file_that_claims_a_crowd_is_refused_before_memory_is_taken() -> None:
    header = array("I", [10, 10, 2**32 - 1, 160, 2])
    with pytest.raises(ValueError, match="tail seats"):
        FrozenPolicy.from_bytes(MAGIC + bytes([5]) + header.tobytes(), "crowd")


@dataclass(frozen=True)
class Greedy:
    name: str = "greedy"

    def weights(self, endowments: object, contributions: object) -> tuple[float, ...]:
        return (2.0, -1.0, 0.0)


def test_a_mechanism_with_negative_weights_cannot_be_frozen() -> None:
    with pytest.raises(ValueError, match="at least 0"):
        freeze(Greedy(), SMALL_GAME)
