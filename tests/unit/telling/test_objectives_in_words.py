"""Differences between the mechanisms are told with intervals that do not hide where 0 lies."""

import re

import msgspec
import numpy as np
import pytest
from figure_records import evaluate_result

from hcmd_lab.jobs.evaluated import Objective, ObjectiveKind
from hcmd_lab.jobs.record import Interval
from hcmd_lab.learning.objectives import paired
from hcmd_lab.telling.objectives import objectives_in_words


def told(kind: ObjectiveKind, difference: Interval | None) -> str:
    objective = Objective(kind=kind, mechanism=12.0, baseline=11.0, difference=difference)
    result = msgspec.structs.replace(evaluate_result(), objectives=(objective,), by_role=())
    return objectives_in_words(result)


@pytest.mark.parametrize("groups", [2, 3, 20])
@pytest.mark.parametrize("difference", [0.0, -0.125, 1 / 3])
def test_groups_that_all_differ_alike_have_no_interval_without_width(
    groups: int, difference: float
) -> None:
    said = told(ObjectiveKind.TOTAL_REWARD, paired(np.full(groups, difference)))
    assert "interval" not in said
    assert "in every group)" in said


@pytest.mark.parametrize("kind", ObjectiveKind)
@pytest.mark.parametrize(("low", "high"), [(0.0004, 0.02), (-0.02, -0.0003), (-0.0004, 0.02)])
def test_no_rounding_hides_on_which_side_of_0_an_end_lies(
    kind: ObjectiveKind, low: float, high: float
) -> None:
    said = told(kind, Interval(estimate=(low + high) / 2, low=low, high=high))
    found = re.search(r"interval (\S+) to ([^)]+)\)", said)
    assert found is not None
    ends = [float(each.replace("\N{MINUS SIGN}", "-")) for each in found.groups()]
    assert [np.sign(end) for end in ends] == [np.sign(low), np.sign(high)]
