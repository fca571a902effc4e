"""Replays a session from its log, which has to be as it was stored."""

from collections.abc import Callable
from typing import TypeVar

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import GroupImported, RecordEvent
from hcmd_lab.game.session import replay
from hcmd_lab.game.state import IllegalEventError, SessionState
from hcmd_lab.storage.session_log import SessionLog

T = TypeVar("T")


def played_state(log: SessionLog, session: str) -> SessionState:
    """The state of a session after the last event of its log.

    Raises:
        OperatorError: Another program has changed the log, or it contradicts itself.
    """
    log.require_as_stored(session)
    events = (event for event in log.events(session) if not isinstance(event, RecordEvent))
    return as_replayed(session, lambda: replay(events))


def require_replayable(log: SessionLog) -> None:
    """Check that every session that was played follows from its log.

    Raises:
        OperatorError: Another program has changed the log, or it contradicts itself.
    """
    for session in log.sessions():
        if not isinstance(log.first_event(session), GroupImported):
            played_state(log, session)


def as_replayed(session: str, replaying: Callable[[], T]) -> T:
    """What a replay of a session gives.

    Raises:
        OperatorError: The log contradicts itself, by the rules of this version.
    """
    try:
        return replaying()
    except IllegalEventError as error:
        raise OperatorError(
            "The log of session {session} contradicts itself ({error}): it was changed, or a "
            "version of this program that has other rules has written it. Restore a backup (File, "
            "Backups, or: hcmd-lab restore STUDY), use the version that wrote it, or keep the "
            "study folder as it is and start a new session.",
            session=session,
            error=error,
        ) from error
