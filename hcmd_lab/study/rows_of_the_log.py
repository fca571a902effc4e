"""Compares the log with its chain, and what follows from the log with it, before either is told.

Training reads decisions, votes and groups from tables that follow from the log, and so does
whatever counts groups. Where another program has changed these, or the log, what came of them would
rest on what nobody has done.
"""

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.unseen_changes import require_unchanged, told_as_changed
from hcmd_lab.storage.ways_on import RESTORE_OR_TAKE


def require_nothing_changed(store: Store) -> None:
    """Check that another program has changed nothing, before the study leaves the lab or grows.

    Raises:
        OperatorError: It has changed something, in the log, beside it or in what follows from it.
    """
    require_unchanged(store.changed())
    require_rows_of_the_log(store)


def told_changes(store: Store) -> list[Sentence]:
    """All that another program has changed; nothing if it has not."""
    told = told_as_changed(store.changed()), told_as_altered(store)
    return [each for each in told if each is not None]


def require_rows_of_the_log(store: Store, seen: object = None) -> object:
    """Check that the log is as it was stored, and decisions, votes and groups are what it says.

    Args:
        store: The study's.
        seen: What this returned of the same store a moment ago: unless another program has written
            since, nothing is compared again.

    Returns:
        At which version of the study they were.

    Raises:
        OperatorError: Another program has changed some.
    """
    version = store.version()
    if version == seen:
        return version
    told = told_as_altered(store)
    if told is not None:
        raise OperatorError.of(told)
    return version


def told_as_altered(store: Store) -> Sentence | None:
    """What another program has changed in the log or in what follows from it; None if nothing.

    Pilots are compared as well: which sessions are pilots is said by these rows.
    """
    event = store.log.broken_event()
    if event is not None:
        return Sentence(
            "The log of events is not as it was stored: another program has changed event {event}, "
            "or has taken out or put in one before it. {way_on}",
            event=event,
            way_on=RESTORE_OR_TAKE,
        )
    seal = store.broken_seal()
    if seal is not None:
        return Sentence(
            "What is kept beside the log is not as it was stored: {seal}. {way_on}",
            seal=seal,
            way_on=RESTORE_OR_TAKE,
        )
    sessions = len(store.tables_from_log.altered_sessions())
    if sessions:
        return Sentence(
            "Rows of {n} session(s) are not what the log says: another program has changed them. "
            "Make them again from the log (in a terminal: hcmd-lab study remake STUDY).",
            n=sessions,
        )
    if store.tables_from_log.is_miscounted():
        return Sentence(
            "The count of groups is not what the log says: another program has changed it. Make "
            "it again from the log (in a terminal: hcmd-lab study remake STUDY).",
        )
    return None
