"""Takes a study as it is, though another program has changed it; the study's log tells so."""

from typing import Any

from hcmd_lab.storage.completeness import Gap
from hcmd_lab.storage.differences import Differences, differences
from hcmd_lab.storage.restoring import accept
from hcmd_lab.storage.seals import Place
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.study_log import LogEntry, LogKind, add_to_log


def take_as_it_is(folder: StudyFolder) -> LogEntry | None:
    """Go on with what a study's database holds now.

    Args:
        folder: The study; no program has it open.

    Returns:
        What the study's log tells of it; None if nothing was missing or changed.

    Raises:
        OperatorError: It cannot be opened even so, or its log contradicts itself.
    """
    gaps = accept(folder)
    with Store.open(folder.path) as store, store.transaction():
        event, broken_seal = store.take_log_as_it_is(), store.take_seals_as_they_are()
        changed = store.take_as_it_is()
        is_doubtful = store.take_without_mark()
        found = Differences(None if is_doubtful else gaps, changed, event, broken_seal)
        if not found:
            return None
        return add_to_log(store.facts, LogKind.TAKEN_AS_IT_IS, **_details(found))


def would_be_taken(folder: StudyFolder) -> dict[str, Any] | None:
    """What the study's log would tell if a study were taken as it is now.

    Args:
        folder: The study; it may be open.

    Returns:
        The details of the entry; None if there is nothing to take, or it cannot be read.
    """
    found = differences(folder)
    return _details(found) if found else None


def changed_places_of(details: dict[str, Any]) -> list[Place]:
    """What had been changed beside the log when a study was taken as it is."""
    return [Place.of(table, row) for table, row in details["changed"]]


def differs_for_sure(details: dict[str, Any]) -> bool:
    """Whether something is known to be missing or changed, and not only that nobody can tell."""
    missing = details["missing_events"] or details["missing_changes"]
    links = details.get("event") or details.get("seal")
    return bool(missing or details["is_other"] or details["changed"] or links)


def _details(found: Differences) -> dict[str, Any]:
    events, seals = found.gaps or (Gap(), Gap())
    return {
        "is_known": found.gaps is not None,
        "missing_events": events.missing,
        "missing_changes": seals.missing,
        "is_other": events.is_other or seals.is_other,
        "changed": [[place.table, place.row] for place in found.changed],
        "event": found.event,
        "seal": found.seal,
    }
