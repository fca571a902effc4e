"""The alarm: makes itself heard and seen when somebody or something begins to wait."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.navigation import Badge
from ui.control.preferences import Preferences
from ui.control.session.attention import LOST_MS, Waiting, waiting_in

if TYPE_CHECKING:  # the window is shown before the database is loaded
    from ui.control.desk import Desk

_SOON_MS = 200


class Alarm(QObject):
    """Follows a desk's session, whichever panel is shown.

    Signals:
        changed(): `count` is another number.
        rang(): Something new waits: the task bar is alerted and, unless muted, a sound is made.

    Attributes:
        count: The number of things that wait for the experimenter.
    """

    changed = Signal()
    rang = Signal()

    def __init__(self, desk: "Desk", preferences: Preferences, window: QWidget) -> None:
        """Follow this desk.

        Args:
            desk: Whose session is followed.
            preferences: Whether there is a sound.
            window: Whose entry in the task bar is alerted.
        """
        super().__init__(window)
        self._desk = desk
        self._preferences = preferences
        self._window = window
        self._known: frozenset[str] = frozenset()
        self.count = 0
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._look)
        self._later = QTimer(self, singleShot=True, interval=LOST_MS)
        self._later.timeout.connect(self._look)
        desk.session_changed.connect(self._look_soon)

    @property
    def badge(self) -> Badge | None:
        """The session panel's badge while something waits."""
        if not self.count:
            return None
        return Badge(
            translate("{n} thing(s) (waits|wait) for you in the session", n=self.count),
            count=self.count,
        )

    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        host = self._desk.host
        now = Waiting() if host is None else waiting_in(host)
        if host is not None and host.runner.state.lost_ms:
            self._later.start()  # a station that is lost now may still be lost then
        new, self._known = now.keys - self._known, now.keys
        if len(now.keys) != self.count:
            self.count = len(now.keys)
            self.changed.emit()
        if new:
            self._ring()

    def _ring(self) -> None:
        self.rang.emit()
        QApplication.alert(self._window)
        if self._preferences.sound:
            QApplication.beep()
