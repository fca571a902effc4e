"""Joins network and screen: views go in, commands go out.

Nothing is kept here that would be lost with the process: a new one shows the host's next view.
"""

import logging

import msgspec
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.view import SeatView, later
from hcmd_lab.network.codec import MessageError
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import CheckIn, Command, Read
from hcmd_lab.telling.language import spoken_language
from ui.kiosk.picture_fetch import PictureFetch
from ui.kiosk.read_pages import ReadPages
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.lost_banner import NOTICED_MS, LinkSign

log = logging.getLogger(__name__)

_OF_PARTICIPANT = (RejectionCode.SESSION_FULL, RejectionCode.SESSION_CLOSED)


class Station(QObject):
    """A screen that can be connected to one link after another.

    Args:
        screen: Shows the views.

    Attributes:
        screen: The same, or the one that has taken its place.
        is_simulated: Whether whoever checks in now is a simulated participant.
        simulated_label: Their label where none is asked for.

    Signals:
        shown(SeatView): The screen shows this view.
        rejected(str, str): A command from the screen; code and the host's sentence.
        shut_out(str, str): The station as a whole, for good; code and sentence. Its link has
            stopped.
        waits_at_door(): The station comes in once the experimenter lets it; it goes on trying.
        broken(): A view could not be shown; the error is also written to the crash log.
    """

    shown = Signal(object)
    rejected = Signal(str, str)
    shut_out = Signal(str, str)
    waits_at_door = Signal()
    broken = Signal()

    def __init__(self, screen: ParticipantScreen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.screen = screen
        self.is_simulated = False
        self.simulated_label = ""
        self._link: StationLink | None = None
        self._view: SeatView | None = None
        self._since_view = QElapsedTimer()
        self._nonce: str | None = None
        self._reading: str | None = None
        self._is_lost = False
        self._short_cut = QTimer(self, singleShot=True)
        self._short_cut.timeout.connect(self._on_lost_for_long)
        self._read_pages = ReadPages()
        self._fetch = PictureFetch(screen.pictures, self)
        screen.commanded.connect(self.send)

    @property
    def view(self) -> SeatView | None:
        """The view on the screen; None before the first one."""
        return self._view

    def show_on(self, screen: ParticipantScreen) -> None:
        """Show everything on another screen from now on; the former one is left as it is."""
        self.screen.commanded.disconnect(self.send)
        self.screen = screen
        screen.commanded.connect(self.send)
        screen.set_connected(not self._is_lost)
        if self._view is not None:
            self._show_again(self._view)

    def join(self, link: StationLink) -> None:
        """Show views from this link from now on; the former one has stopped."""
        self._link = link
        self._nonce = self._reading = None
        self._fetch.join(link)
        link.connected.connect(self._on_connected)
        link.connection_lost.connect(self._on_lost)
        link.untrusted.connect(lambda _: self.screen.show_sign(LinkSign.STRANGER))
        link.misdated.connect(lambda _: self.screen.show_sign(LinkSign.MISDATED))
        link.snapshot_received.connect(self._on_snapshot)
        link.accepted.connect(self._on_accepted)
        link.rejected.connect(self._on_rejected)

    def send(self, command: Command) -> None:
        """Send a participant's command, and wait for the answer.

        A `CheckIn` is completed by what the station knows of them; from an ending it is that of
        whoever comes next.
        """
        if self._link is None:
            return
        if isinstance(command, CheckIn):
            command = msgspec.structs.replace(
                command,
                label=command.label or (self.simulated_label if self.is_simulated else ""),
                is_bot=self.is_simulated,
                language=spoken_language(),
            )
        try:
            nonce = self._link.send(command)
        except MessageError as error:
            log.warning("cannot send %s: %s", type(command).__name__, error)
            self.screen.reject(RejectionCode.NOT_UNDERSTOOD)
            return
        # Without a nonce, the answer to an earlier command is still pending.
        if isinstance(command, Read):
            self._reading = nonce or self._reading
        else:
            self._nonce = nonce or self._nonce
            self.screen.set_pending(True)

    def _on_connected(self) -> None:
        self._short_cut.stop()
        self._is_lost = False
        self.screen.show_sign(LinkSign.NONE)
        self.screen.set_connected(True)

    def _on_lost(self) -> None:
        """Leave the screen alone for as long as a cut is short: a choice waits in the link."""
        silent_ms = 0 if self._link is None else self._link.silent_ms
        self._short_cut.start(max(0, NOTICED_MS - silent_ms))

    def _on_lost_for_long(self) -> None:
        self._is_lost = True
        self.screen.set_connected(False)

    def _on_snapshot(self, view: SeatView) -> None:
        self._view = view = self._read_pages.complete(view)
        self._since_view.start()
        try:
            self.screen.show_view(view)
        except Exception:
            self.broken.emit()
            raise
        self.shown.emit(view)

    def _on_accepted(self, nonce: str) -> None:
        # The host shows the consequences before it confirms, so the next page is already shown.
        if nonce == self._nonce:
            self._nonce = None
            self.screen.set_pending(False)
        elif nonce == self._reading:
            self._reading = None
            # The next message may have the same text, without a view in between.
            if self._view is not None and self._view.message:
                self._show_again(self._view)

    def _on_rejected(self, code: str, sentence: str, final: bool) -> None:
        log.info("rejected: %s: %s", code, sentence)
        if code == RejectionCode.KNOCKING:
            self.waits_at_door.emit()
            return
        if final and code not in _OF_PARTICIPANT:
            self.shut_out.emit(code, sentence)
            return
        if self._view is None:
            return
        self._nonce = None
        self.screen.reject(code)
        if self._view.message:
            self._show_again(self._view)  # so that it can be acknowledged once more
        if final:
            self._start_again()
        self.rejected.emit(code, sentence)

    def _show_again(self, view: SeatView) -> None:
        self.screen.show_view(later(view, self._since_view.elapsed()))

    def _start_again(self) -> None:
        """Reconnect: the session has no place for this participant, but has this station."""
        if self._link is None:
            return
        try:
            self._link.start()
        except OperatorError as error:
            self.shut_out.emit(RejectionCode.NOT_SAVED, str(error))
