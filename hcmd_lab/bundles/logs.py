"""Session logs on both sides of a merge, in comparable form."""

from typing import TypeAlias

from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.bundles.making import without_label
from hcmd_lab.errors import UsageError
from hcmd_lab.game.events import GroupImported, RecordEvent, SessionOpened, SessionSetAside
from hcmd_lab.game.rules import Game
from hcmd_lab.game.session import replay
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.storage.codec import encode
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.wanted import wanted

Log: TypeAlias = list[tuple[str, str]]
"""The kinds and bodies of a session's events, without labels."""


def log_here(study: ReadOnlyStudy) -> dict[str, Log]:
    """The logs of the study's sessions, by session code."""
    logs: dict[str, Log] = {}
    for logged in wanted(study.store.log.logged_events()):
        logs.setdefault(logged.session, []).append(encode(without_label(logged.event)))
    return logs


def log_there(bundle: Bundle) -> dict[str, Log]:
    """The logs of the bundle's sessions, by session code."""
    return {
        code: [encode(without_label(each.event)) for each in events]
        for code, events in wanted(bundle.sessions.items())
    }


def require_playable(bundle: Bundle, code: str, game: Game, tables: set[str]) -> int:
    """Check that a bundled session can be replayed from its log.

    Args:
        bundle: The bundle.
        code: The session's code.
        game: The study's game.
        tables: SHA-256 of the mechanisms that are known.

    Returns:
        The number of its groups.

    Raises:
        UsageError: It cannot.
    """
    told = (each.event for each in bundle.sessions[code])
    events = [event for event in told if not isinstance(event, SessionSetAside)]
    played = [event for event in events if not isinstance(event, RecordEvent)]
    if not played:
        return sum(isinstance(event, GroupImported) for event in events)
    opened = played[0]
    if len(played) != len(events) or not isinstance(opened, SessionOpened):
        raise UsageError(
            "Session {session} of the bundle {name} has no valid beginning; create the bundle "
            "again.",
            session=code,
            name=bundle.name,
        )
    plan = opened.plan
    if plan.game != game:
        raise UsageError(
            "Session {session} of the bundle {name} was played with a different game from this "
            "study's.",
            session=code,
            name=bundle.name,
        )
    if not plan.mechanisms <= tables:
        raise UsageError(
            "Session {session} of the bundle {name} used a mechanism that the bundle does not "
            "contain; create the bundle again.",
            session=code,
            name=bundle.name,
        )
    try:
        state = replay(wanted(played))
    except IllegalEventError as error:
        raise UsageError(
            "Session {session} of the bundle {name} cannot be replayed from its log ({why}); "
            "create the bundle again.",
            session=code,
            name=bundle.name,
            why=error,
        ) from error
    if not state.closed:
        raise UsageError(
            "Session {session} of the bundle {name} has not ended; create the bundle again once "
            "it has.",
            session=code,
            name=bundle.name,
        )
    return len(state.groups)
