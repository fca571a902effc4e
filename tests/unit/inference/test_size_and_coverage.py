"""Size, coverage and power by simulated studies, of few in every run and of many in a release.

A rate may lie four standard errors of its number of studies on the wrong side of what is promised.
"""

import pytest

from benchmarks.vote_inference import CORRELATIONS, GROUPS, Measured, Situation, measure, situations
from hcmd_lab.jobs.record import LEVEL
from hcmd_lab.vote_plan import VotePlan, Weighting

MANY = 2000
FEW = 60
ALL = list(situations())
UNEQUAL = (0.7, 0.45, 0.45, 0.45, 0.45)


def tolerance(rate: float, studies: int) -> float:
    return 4 * (rate * (1 - rate) / studies) ** 0.5


def check(row: Measured) -> None:
    """Hold what was measured against what is promised."""
    slack = tolerance(LEVEL, row.studies)
    assert row.covered >= 1 - LEVEL - slack, row
    if row.all_covered is not None:
        assert row.all_covered >= 1 - LEVEL - slack, row
    if row.share == 0.5:
        assert row.found <= LEVEL + slack, row
    elif row.planned is not None:
        assert row.found == pytest.approx(
            row.planned, abs=tolerance(max(row.planned, 0.05), row.studies) + 0.03
        ), row


def named(situation: Situation) -> str:
    return f"{situation.name}, {situation.groups}, {situation.correlation}, {situation.share}"


@pytest.mark.parametrize("groups", GROUPS)
def test_few_studies_keep_what_is_promised(groups: int) -> None:
    for share in (0.5, 0.65):
        check(measure(Situation("plain", groups, 0.1, share), FEW))
    even = VotePlan(weighting=Weighting.CONDITIONS)
    check(
        measure(
            Situation("unequal", groups, 0.1, 0.5, even, missing=0.2, conditions=UNEQUAL,
                      truth=0.5),
            FEW,
        )
    )  # fmt: skip


@pytest.mark.release
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("situation", ALL, ids=named)
def test_many_studies_keep_what_is_promised(situation: Situation) -> None:
    check(measure(situation, MANY))


def test_every_number_of_groups_and_correlation_is_measured() -> None:
    plain = {(each.groups, each.correlation) for each in ALL if each.name == "plain"}
    assert plain == {(groups, rho) for groups in GROUPS for rho in CORRELATIONS}
