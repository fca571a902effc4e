"""When a contrast was planned is what the study's log says of this plan, not of one before it."""

import pytest

from hcmd_lab.study.contrasts import PlannedContrast
from hcmd_lab.study.order_of_plans import place_of_plan
from hcmd_lab.study.study_log import LogEntry, LogKind, followed

SIDES = "libertarian", "strict_egalitarian"
PLAN = PlannedContrast(*SIDES, 4, "2099-01-01T00:00:00.000+00:00")

PLANNED = LogKind.CONTRAST_PLANNED, {"mechanism": SIDES[0], "baseline": SIDES[1]}
CAME = LogKind.CONTRAST_PLANNED, {**PLANNED[1], "bundle": "theirs.hcmd"}
DROPPED = LogKind.CONTRAST_DROPPED, PLANNED[1]
ANOTHER_DROPPED = LogKind.CONTRAST_DROPPED, {"mechanism": SIDES[0], "baseline": "theta_1"}
WENT_BACK = LogKind.WENT_BACK, {"contrasts": [[*SIDES, 4]]}
WENT_BACK_ELSEWHERE = LogKind.WENT_BACK, {"contrasts": [["theta_1", SIDES[1], 4]]}


def log_of(*said: tuple[LogKind, dict[str, object]]) -> list[LogEntry]:
    entries: list[LogEntry] = []
    for kind, details in said:
        entries = followed(entries, kind, **details)
    return entries


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ([], None),
        ([ANOTHER_DROPPED], None),
        ([ANOTHER_DROPPED, PLANNED], 1),
        ([PLANNED, ANOTHER_DROPPED, WENT_BACK_ELSEWHERE], 0),
        ([PLANNED, DROPPED], None),
        ([PLANNED, WENT_BACK], None),
        ([PLANNED, DROPPED, WENT_BACK, PLANNED], 3),
        ([PLANNED, DROPPED, CAME], None),
        ([CAME, DROPPED, PLANNED], 2),
    ],
)
def test_the_last_that_is_said_of_a_contrast_holds(
    said: list[tuple[LogKind, dict[str, object]]], place: int | None
) -> None:
    assert place_of_plan(log_of(*said), PLAN) == place


def test_a_contrast_of_the_settings_was_not_planned() -> None:
    assert place_of_plan(log_of(PLANNED), PlannedContrast(*SIDES, 4)) is None
