"""Whole sessions with faults, from one seed each: what must hold, holds.

A failing one prints the command that plays it again.
"""

import pytest
from lab_simulation.session import simulate, told_wrong

CI_SEEDS = 200
RELEASE_SEEDS = 10_000
_BATCH = 25

NAMED_SEEDS: dict[str, int] = {}
"""Seeds that have found something, by what it was; they are played first."""


@pytest.mark.parametrize("seed", NAMED_SEEDS.values(), ids=NAMED_SEEDS)
def test_what_was_found_once_is_not_found_again(seed: int) -> None:
    assert told_wrong(simulate(seed)) == ""


@pytest.mark.parametrize("first", range(1, CI_SEEDS + 1, _BATCH))
def test_sessions_with_faults(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert told_wrong(simulate(seed)) == ""


@pytest.mark.release
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("first", range(CI_SEEDS + 1, RELEASE_SEEDS + 1, 200))
def test_many_sessions_with_faults(first: int) -> None:
    for seed in range(first, min(first + 200, RELEASE_SEEDS + 1)):
        assert told_wrong(simulate(seed)) == ""


def test_a_seed_is_the_same_session_each_time() -> None:
    assert simulate(7) == simulate(7)
