"""When contrasts were planned, by the study's own log and not by the clock.

What another lab or an earlier version planned or counted has no entry here: its clock tells when.
"""

from collections.abc import Sequence

from hcmd_lab.storage.intake import NewRun
from hcmd_lab.storage.records import RunRow
from hcmd_lab.study.contrasts import PlannedContrast
from hcmd_lab.study.study_log import LogEntry, LogKind


def place_of_plan(entries: Sequence[LogEntry], plan: PlannedContrast) -> int | None:
    """Where the log says that a contrast was planned here, from 0; None if it does not."""
    for place in range(len(entries) - 1, -1, -1):
        entry = entries[place]
        if entry.kind is LogKind.CONTRAST_PLANNED:
            sides = entry.details["mechanism"], entry.details["baseline"]
            if sides == (plan.mechanism, plan.other):
                is_ours = plan.planned_utc and "bundle" not in entry.details
                return place if is_ours else None
    return None


def is_counted_before(
    entries: Sequence[LogEntry], run: RunRow | NewRun, plan: PlannedContrast
) -> bool:
    """Whether EVALUATE had counted the votes of a result when a contrast was planned."""
    place = place_of_plan(entries, plan)
    if place is not None and isinstance(run, RunRow):
        for looked, entry in enumerate(entries):
            if entry.kind is LogKind.LOOKED and entry.details.get("run") == run.id:
                return looked < place
    return run.finished_utc <= plan.planned_utc


def in_order_of_planning(
    ours: Sequence[PlannedContrast], theirs: Sequence[PlannedContrast]
) -> list[PlannedContrast]:
    """The contrasts of two labs; ours stay in their order, which a clock set back does not change.

    Args:
        ours: In the order in which they were planned here.
        theirs: Those of them that another lab planned, to be put among ours by their time.
    """
    latest, placed = "", []
    for plan in ours:
        latest = max(latest, plan.planned_utc)
        placed.append((latest, plan))
    placed += [(plan.planned_utc, plan) for plan in theirs]
    return [plan for _, plan in sorted(placed, key=lambda each: each[0])]
