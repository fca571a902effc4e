"""Which squares of a map people have been seen in."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.insight.territory import cells, known_cells, known_squares
from hcmd_lab.jobs.record import SEEN_OFTEN

HEAD, TAIL, SEATS = 10, 4, 4
ENDOWMENTS = (HEAD, TAIL, TAIL, TAIL)


def stage(
    profiles: Sequence[tuple[int, ...]], head_share: float, *, own: bool = True
) -> PlayedStage:
    """Rounds with these contributions, where the head is always paid the same share."""
    parts = (head_share, *[(1 - head_share) / 3] * 3)
    rounds = len(profiles)
    paid = tuple(tuple(1.6 * sum(profile) * part for part in parts) for profile in profiles)
    return PlayedStage(
        1, "theta_0", (ENDOWMENTS,) * rounds, tuple(profiles), paid, ((own,) * 4,) * rounds
    )


def group(*stages: PlayedStage) -> PlayedGroup:
    return PlayedGroup("1-1", 1, "human", "acquire", stages, (None,) * 4)


def squares(groups: Sequence[PlayedGroup], head_share: float) -> np.ndarray:
    grid = np.full((HEAD + 1, TAIL + 1), head_share)
    return known_squares(grid, SEATS, known_cells(groups))


@pytest.mark.parametrize("seen", [SEEN_OFTEN - 1, SEEN_OFTEN])
def test_a_square_is_known_once_its_situation_was_seen_often_enough(seen: int) -> None:
    profile = (5, 2, 2, 2)
    # Tails are alike, and each of three is seen in a round: the head decides.
    groups = [group(stage([profile] * (seen + 1), 0.25))]
    known = squares(groups, 0.25)
    assert known[5, 2] == (seen == SEEN_OFTEN)
    assert not known[0, 4]
    assert not known[10, 0]


def test_a_square_paid_as_nobody_was_paid_is_not_known() -> None:
    groups = [group(stage([(5, 2, 2, 2)] * 10, 0.25))]
    assert squares(groups, 0.25)[5, 2]
    assert not squares(groups, 1.0)[5, 2]


def test_what_time_outs_decided_is_not_seen() -> None:
    assert not squares([group(stage([(5, 2, 2, 2)] * 10, 0.25, own=False))], 0.25).any()


def test_nothing_is_known_of_nobody() -> None:
    assert not squares([], 0.25).any()


profiles = st.lists(
    st.tuples(st.integers(0, HEAD), *[st.integers(0, TAIL)] * 3), min_size=1, max_size=12
)


@given(
    played=st.lists(profiles, max_size=6), head_share=st.sampled_from([0.0, 0.1, 0.25, 0.6, 1.0])
)
def test_a_square_is_known_exactly_where_each_seats_situation_was_seen(
    played: list[list[tuple[int, ...]]], head_share: float
) -> None:
    groups = [group(stage(each, head_share)) for each in played]
    counted: Counter[int] = Counter()
    for each in groups:
        coins = (each.stages[0].endowments, each.stages[0].contributions, each.stages[0].payouts)
        counted.update(cells(*(np.array(one, float) for one in coins)).ravel().tolist())
    known = squares(groups, head_share)
    for head in range(HEAD + 1):
        for tail in range(TAIL + 1):
            alike = stage([(head, tail, tail, tail)] * 2, head_share)
            coins = (alike.endowments, alike.contributions, alike.payouts)
            after = cells(*(np.array(one, float) for one in coins))[1].tolist()
            assert known[head, tail] == all(counted[cell] >= SEEN_OFTEN for cell in after)
