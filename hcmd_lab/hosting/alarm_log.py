"""Writes alarms into the session's log, chained like all that happens in it.

Whoever attacks may raise an alarm a thousand times a second, and each line of the log waits for the
disk. So the first of a kind is written at once and its repetitions together.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import Alarm, AlarmKind
from hcmd_lab.network.alarm import Alarms

TOGETHER_MS = 10_000
"""Repetitions of this time are one event."""


class AlarmLog(QObject):
    """Keeps the log up to date with the alarms.

    Args:
        alarms: The session's.
        note: Stores an event, as `SessionRunner.note` does.
        parent: Owner in the sense of Qt.
    """

    def __init__(self, alarms: Alarms, note: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._alarms, self._note = alarms, note
        self._written: dict[tuple[AlarmKind, str, str], int] = {}
        # Never within what raised the alarm: that may be the storing or sending of something else.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.write)
        self._later = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._later.timeout.connect(self.write)
        alarms.raised.connect(self._on_raised)

    def write(self) -> None:
        """Store what was raised since the last time."""
        self._soon.stop()
        self._later.stop()
        for alarm in self._alarms.all:
            times = alarm.count - self._written.get(_key(alarm), 0)
            if times:
                self._written[_key(alarm)] = alarm.count
                self._note(
                    ev.AlarmRaised, alarm.kind, times, alarm.station, alarm.address, alarm.usual
                )

    def close(self) -> None:
        """Store what is left; the session is about to end."""
        self._alarms.raised.disconnect(self._on_raised)
        self.write()

    def _on_raised(self, alarm: Alarm) -> None:
        if _key(alarm) not in self._written:
            self._soon.start()
        elif not self._later.isActive():
            self._later.start()


def _key(alarm: Alarm) -> tuple[AlarmKind, str, str]:
    return alarm.kind, alarm.station, alarm.address
