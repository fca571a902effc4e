"""The alarms that the sessions' logs tell of."""

from dataclasses import dataclass, replace

from hcmd_lab.game.alarm import Alarm, AlarmKind
from hcmd_lab.game.events import AlarmRaised
from hcmd_lab.storage.store import Store


@dataclass(frozen=True, slots=True)
class LoggedAlarm:
    """An alarm of a session, with all of its repetitions.

    Attributes:
        session: The session's code.
        alarm: The alarm.
        first_utc: When it was stored first.
        last_utc: When it was stored last.
    """

    session: str
    alarm: Alarm
    first_utc: str
    last_utc: str


def logged_alarms(store: Store) -> tuple[LoggedAlarm, ...]:
    """The alarms of all sessions, each once, in the order in which they came first.

    Raises:
        OperatorError: An event is damaged.
    """
    found: dict[tuple[str, AlarmKind, str, str], LoggedAlarm] = {}
    for logged in store.tables.alarms():
        event = logged.event
        if not isinstance(event, AlarmRaised):
            continue
        key = (logged.session, event.kind, event.station, event.address)
        known = found.get(key)
        before = 0 if known is None else known.alarm.count
        alarm = Alarm(event.kind, event.station, event.address, event.usual, before + event.times)
        found[key] = (
            LoggedAlarm(logged.session, alarm, logged.utc, logged.utc)
            if known is None
            else replace(known, alarm=alarm, last_utc=logged.utc)
        )
    return tuple(found.values())
