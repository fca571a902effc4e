"""The alarms of a session: each once, with the number of times, until they are noted."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hcmd_lab.game.alarm import Alarm, AlarmKind

_MOST_OF_A_KIND = 20
"""Alarms of a kind that are told apart: who makes up names hides no alarm of another kind."""

_ONCE = frozenset({AlarmKind.OLDER_PROGRAM, AlarmKind.NEWER_PROGRAM})
"""What lasts until somebody has been at the station, which tries again and again until then."""


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
        """Raise an alarm; one of something that lasts only for the first time."""
        key = (kind, station, address)
        of_kind = sum(1 for each in self._kept if each[0] is kind)
        if key not in self._kept and of_kind >= _MOST_OF_A_KIND:
            key = (kind, "", "")
        known = self._kept.get(key)
        if known is not None and kind in _ONCE:
            return
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
