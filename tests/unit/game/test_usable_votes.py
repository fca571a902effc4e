"""Which votes of a group MODEL can use, and how much they say."""

import dataclasses

import numpy as np
import pytest
from played_groups import played_stage

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.usable_votes import SAME_MECHANISM, groups_known_by_votes

DICE = np.random.default_rng(1)


def group(
    first: str, second: str, votes: tuple[int | None, ...] = (1, 2, None, 1), rounds: int = 10
) -> PlayedGroup:
    stages = (played_stage(DICE, 1, first), played_stage(DICE, 2, second, rounds=rounds))
    return PlayedGroup("s-1", 1, "human", "acquire", stages, votes)


def test_groups_count_by_what_their_votes_say() -> None:
    nobody = (None,) * 4
    assert groups_known_by_votes([group("a", "b")], PAPER_GAME) == 1
    assert groups_known_by_votes([group("a", "a")], PAPER_GAME) == SAME_MECHANISM < 1
    assert groups_known_by_votes([group("a", "b", nobody)], PAPER_GAME) == 0
    assert groups_known_by_votes([group("a", "b", rounds=9)], PAPER_GAME) == 0
    alone = dataclasses.replace(group("a", "b"), stages=group("a", "b").stages[:1])
    assert groups_known_by_votes([alone], PAPER_GAME) == 0
    every = [group("a", "b")] * 3 + [group("b", "b")] * 5
    assert groups_known_by_votes(every, PAPER_GAME) == pytest.approx(3 + 5 * SAME_MECHANISM)
