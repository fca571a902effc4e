"""Compares the rows that follow from the log with it, before anything is learned or told of them.

Training reads decisions, votes and groups from tables that follow from the log. Where another
program has changed these, what came of them would rest on what nobody has done.
"""

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store


def require_rows_of_the_log(store: Store) -> None:
    """Check that decisions, votes and groups are what the log says.

    Pilots are compared as well: which sessions are pilots is said by these rows.

    Raises:
        OperatorError: Another program has changed some.
    """
    told = told_as_altered(len(store.tables_from_log.altered_sessions()))
    if told is None and store.tables_from_log.is_miscounted():
        told = Sentence(
            "The count of groups is not what the log says: another program has changed it. Make "
            "it again from the log (in a terminal: hcmd-lab study remake STUDY), then do this "
            "again.",
        )
    if told is not None:
        raise OperatorError.of(told)


def told_as_altered(sessions: int) -> Sentence | None:
    """That rows of so many sessions are not what the log says; None if there are none."""
    if not sessions:
        return None
    return Sentence(
        "Rows of {n} session(s) are not what the log says: another program has changed them. Make "
        "them again from the log (in a terminal: hcmd-lab study remake STUDY), then do this again.",
        n=sessions,
    )
