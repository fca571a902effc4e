"""Alarms: what looks like an attack, or like a mistake that the experimenter should know of."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

_MOST = 60
"""Alarms that are told apart; further ones of a kind are counted together."""


class AlarmKind(StrEnum):
    """What has happened."""

    WRONG_CODE = "wrong_code"  # somebody gave a wrong pairing code
    GUESSING = "guessing"  # so many wrong codes that nobody is paired for a while
    OLD_TOKEN = "old_token"  # noqa: S105 - a key that its station has replaced: a copy of its files
    OTHER_ADDRESS = "other_address"  # a station's key came from another address than last time
    SECOND_USE = "second_use"  # a station's key was used while the station is connected
    UNKNOWN_TOKEN = "unknown_token"  # noqa: S105 - a key that no station ever had
    BOT = "bot"  # a program wanted to check in where people play
    LIST_PROBED = "list_probed"  # one label after the other that is not on the list
    WRONG_EXIT_PIN = "wrong_exit_pin"  # a wrong PIN at a kiosk
    OTHER_CERTIFICATE = "other_certificate"  # another computer answered a station as the host
    FLOOD = "flood"  # messages or bytes without number
    NOT_READING = "not_reading"  # takes nothing of what it is sent
    GARBLED = "garbled"  # what is no message of a station
    CROWD = "crowd"  # so many connections that some are turned away


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm, and how often it has been raised.

    Attributes:
        kind: What has happened.
        station: At which station; empty if it is none.
        address: From which address; empty if it is none, or several.
        usual: The address of the station last time, if that matters.
        count: How often.
    """

    kind: AlarmKind
    station: str = ""
    address: str = ""
    usual: str = ""
    count: int = 1


class Alarms(QObject):
    """Keeps the alarms of a session: each once, with the number of times.

    Signals:
        raised(Alarm): A new one, or one that was raised again.
    """

    raised = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without any."""
        super().__init__(parent)
        self._kept: dict[tuple[AlarmKind, str, str], Alarm] = {}
        self._noted: dict[tuple[AlarmKind, str, str], int] = {}

    @property
    def pending(self) -> tuple[Alarm, ...]:
        """Those that the experimenter has not noted since they were raised last."""
        return tuple(
            alarm for key, alarm in self._kept.items() if alarm.count > self._noted.get(key, 0)
        )

    @property
    def all(self) -> tuple[Alarm, ...]:
        """All of the session."""
        return tuple(self._kept.values())

    def sound(self, kind: AlarmKind, station: str = "", address: str = "", usual: str = "") -> None:
        """Raise an alarm."""
        key = (kind, station, address)
        if key not in self._kept and len(self._kept) >= _MOST:
            key = (kind, "", "")
        known = self._kept.get(key)
        alarm = (
            Alarm(kind, key[1], key[2], usual if key[2] else "")
            if known is None
            else replace(known, count=known.count + 1, usual=usual or known.usual)
        )
        self._kept[key] = alarm
        self.raised.emit(alarm)

    def note(self) -> None:
        """Note that the experimenter has seen them all; they come back when raised again."""
        self._noted = {key: alarm.count for key, alarm in self._kept.items()}
