"""Which groups count towards what a study has planned."""

import dataclasses

import pytest

from hcmd_lab.game.played import Aside, Purpose
from hcmd_lab.storage.group_tally import GroupTally
from hcmd_lab.study.counting import Exclusion, count_of

COMPARED = GroupTally(
    purpose="evaluate", iteration=1, source="human", status="complete", tail_endowment=2,
    mechanisms=("a", "b"), rounds=(10, 10), votes=4, set_aside=Aside.NO, groups=1,
)  # fmt: skip


@pytest.mark.parametrize(
    ("purpose", "votes", "exclusion"),
    [
        ("evaluate", 4, None),
        ("evaluate", 1, None),
        ("evaluate", 0, Exclusion.UNVOTED),
        ("acquire", 0, None),
        ("pilot", 0, Exclusion.PILOT),
    ],
)
def test_a_comparison_in_which_nobody_voted_counts_for_nothing(
    purpose: Purpose, votes: int, exclusion: Exclusion | None
) -> None:
    kind = dataclasses.replace(COMPARED, purpose=purpose, votes=votes)
    assert count_of(kind, simulated=False).exclusion is exclusion


def test_one_that_still_plays_may_still_count() -> None:
    playing = dataclasses.replace(COMPARED, status="playing", votes=0)
    found = count_of(playing, simulated=False)
    assert (found.exclusion, found.is_complete) == (None, False)
