"""When contrasts were planned, by the study's own log and not by the clock.

What another lab or an earlier version planned has no entry here: its clock tells when.
"""

from collections.abc import Iterable, Sequence

from hcmd_lab.study.contrasts import PlannedContrast
from hcmd_lab.study.study_log import LogEntry, LogKind


def place_of_plan(entries: Sequence[LogEntry], plan: PlannedContrast) -> int | None:
    """Where the log says that a contrast was planned here, from 0; None if it does not."""
    if not plan.planned_utc:
        return None
    for place in range(len(entries) - 1, -1, -1):
        entry = entries[place]
        if (plan.mechanism, plan.other) in _contrasts(entry):
            is_ours = entry.kind is LogKind.CONTRAST_PLANNED and "bundle" not in entry.details
            return place if is_ours else None
    return None


def _contrasts(entry: LogEntry) -> Iterable[tuple[str, str]]:
    """The sides of the contrasts that an entry plans, drops or sets aside."""
    if entry.kind in (LogKind.CONTRAST_PLANNED, LogKind.CONTRAST_DROPPED):
        return [(entry.details["mechanism"], entry.details["baseline"])]
    if entry.kind is LogKind.WENT_BACK:
        return [(mechanism, other) for mechanism, other, _ in entry.details.get("contrasts", ())]
    return []
