"""Ends the kiosk with the computer's session, without unlocking it when that is only announced."""

import logging

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hcmd_lab.game.room import Interruption

log = logging.getLogger(__name__)

_STILL_HERE_MS = 60_000


class SessionEnd(QObject):
    """Watches for the end of the desktop's session: a shutdown, a restart or a log-off.

    The announcement can be taken back, by another program or by whoever sees the list of programs
    that are still open, so it gives nothing up: the window stays locked and refuses to be closed.
    All that changes is that Qt's own request to quit, which follows when the session really ends,
    is obeyed. Qt would ask the windows first, and a locked one refuses.

    Signals:
        ended(): The session ends now; the program is to end too.
        announced(Interruption): Its end is announced, or was called off.
    """

    ended = Signal()
    announced = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._still_here = QTimer(self, singleShot=True, interval=_STILL_HERE_MS)
        self._still_here.timeout.connect(self._on_still_here)
        application.commitDataRequest.connect(self._on_announced)
        application.aboutToQuit.connect(self._still_here.stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Obey the request to quit."""
        if event.type() is QEvent.Type.Quit and watched is self._application:
            log.warning("the computer's session has ended")
            self.ended.emit()
            return True
        return False

    def _on_announced(self) -> None:
        log.warning("the end of the computer's session is announced; the kiosk stays locked")
        self._application.installEventFilter(self)
        self._still_here.start()
        self.announced.emit(Interruption.ENDING)

    def _on_still_here(self) -> None:
        log.warning("the computer's session goes on after its end was announced")
        self.announced.emit(Interruption.GOES_ON)
