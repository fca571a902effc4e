import sys
from array import array
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.frozen import (
    MAGIC,
    FrozenPolicy,
    freeze,
    profile_count,
    profile_index,
    profiles,
)
from hcmd_lab.game.mechanisms import BASELINES, LIBERAL_EGALITARIAN, LIBERTARIAN, ClosedForm
from hcmd_lab.game.rules import PAPER_GAME, WEIGHT_UNITS, Game

LIBERAL_EGALITARIAN_SHA256 = "a59fa83e2184e2564eb20329269a54bf5297a9ef27eb2b2f88ae58375e3c9d30"
"""Written down once: a change would mean that sessions of two releases paid differently."""

SMALL_GAME = Game(rounds=2, head_endowment=3, tail_endowments=(1, 2), tails=2)
SMALL = freeze(ClosedForm("mixed", 0.7, 0.4), SMALL_GAME)
SMALL_BYTES = SMALL.to_bytes()


def test_the_papers_game_has_28105_profiles() -> None:
    assert sum(profile_count(PAPER_GAME, tail) for tail in PAPER_GAME.tail_endowments) == 28_105


@pytest.mark.parametrize("game", [SMALL_GAME, Game(tail_endowments=(2, 4))], ids=["small", "paper"])
def test_profiles_are_counted_and_indexed_in_their_order(game: Game) -> None:
    for tail in game.tail_endowments:
        indices = [profile_index(game.endowments(tail), p) for p in profiles(game, tail)]
        assert indices == list(range(profile_count(game, tail)))


@pytest.mark.parametrize("contributions", [(4, 0, 0), (-1, 0, 0), (0, 0, 2), (0, 0), (0, 0, 0, 0)])
def test_a_profile_outside_the_condition_has_no_index(contributions: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"outside|argument"):
        profile_index((3, 1, 1), contributions)


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
