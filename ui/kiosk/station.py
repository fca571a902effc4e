"""Joins the network and the participant's screen: views go one way, what somebody wants the other.

Nothing is kept here that would be lost with the process: a new one shows the host's next view.
"""

import logging
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QLocale, QMetaObject, QObject, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.materials import Answer
from hcmd_lab.game.view import SeatView
from hcmd_lab.network.messages import MessageError, RejectionCode
from hcmd_lab.network.station import StationLink
from ui.kiosk.picture_fetch import PictureFetch
from ui.kiosk.screen import ParticipantScreen

log = logging.getLogger(__name__)

_OF_PARTICIPANT = (RejectionCode.SESSION_FULL, RejectionCode.SESSION_CLOSED)


class Station(QObject):
    """A screen that is joined to one link after another.

    Args:
        screen: Shows the views.

    Attributes:
        screen: The same, or the one that has taken its place.
        is_simulated: Whether whoever checks in now is a simulated participant.

    Signals:
        shown(SeatView): The screen shows this view.
        rejected(str, str): Something that was wanted at the screen; code and the host's sentence.
        shut_out(str, str): The station as a whole, for good; code and sentence. Its link has
            stopped.
        broken(): A view could not be shown; the error goes on to the crash log.
    """

    shown = Signal(object)
    rejected = Signal(str, str)
    shut_out = Signal(str, str)
    broken = Signal()

    def __init__(self, screen: ParticipantScreen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.screen = screen
        self.is_simulated = False
        self._link: StationLink | None = None
        self._view: SeatView | None = None
        self._since_view = QElapsedTimer()
        self._nonce: str | None = None
        self._reading: str | None = None
        self._fetch = PictureFetch(screen.pictures, self)
        self._connections = self._listen()

    @property
    def view(self) -> SeatView | None:
        """What is on the screen; None before the first view."""
        return self._view

    def show_on(self, screen: ParticipantScreen) -> None:
        """Show everything on another screen from now on; the former one is left as it is."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self.screen = screen
        self._connections = self._listen()
        screen.set_connected(self._link is not None and self._link.is_connected)
        if self._view is not None:
            self._show_again(self._view)

    def join(self, link: StationLink) -> None:
        """Show what this link brings from now on; the former one has stopped."""
        self._link = link
        self._nonce = self._reading = None
        self._fetch.join(link)
        link.connected.connect(self._on_connected)
        link.connection_lost.connect(self._on_lost)
        link.snapshot_received.connect(self._on_snapshot)
        link.accepted.connect(self._on_accepted)
        link.rejected.connect(self._on_rejected)

    def check_in(self, label: str) -> None:
        """Somebody begins at this station; from an ending it is whoever comes next."""
        if self._link is None:
            return
        try:
            self._send(self._link.check_in(label, self.is_simulated, _language()))
        except MessageError as error:
            log.warning("cannot check in: %s", error)
            self.screen.reject(RejectionCode.NOT_UNDERSTOOD)

    def _listen(self) -> list[QMetaObject.Connection]:
        """Hear what is wanted at the screen."""
        screen = self.screen
        return [
            screen.checked_in.connect(self.check_in),
            screen.decided.connect(self._decide),
            screen.voted.connect(self._vote),
            screen.proceeded.connect(self._proceed),
            screen.message_read.connect(self._read_message),
            screen.help_called.connect(self._call_help),
            screen.consented.connect(self._give_consent),
            screen.page_turned.connect(self._turn_page),
            screen.question_answered.connect(self._answer_question),
            screen.handed_in.connect(self._hand_in),
        ]

    def _decide(self, coins: int) -> None:
        if self._link is not None and self._view is not None:
            self._send(self._link.decide(self._view.stage, self._view.round, coins))

    def _vote(self, stage: int) -> None:
        if self._link is not None:
            self._send(self._link.vote(stage))

    def _proceed(self) -> None:
        if self._link is not None and self._view is not None:
            self._send(self._link.proceed(self._view))

    def _call_help(self) -> None:
        if self._link is not None:
            self._send(self._link.call_help())

    def _give_consent(self, agreed: bool) -> None:
        if self._link is not None and self._view is not None and self._view.script is not None:
            self._send(self._link.give_consent(agreed, self._view.script.version))

    def _turn_page(self, page: int) -> None:
        if self._link is not None:
            self._send(self._link.turn_page(page))

    def _answer_question(self, answer: int) -> None:
        if self._link is not None and self._view is not None and self._view.script is not None:
            self._send(self._link.answer_question(self._view.script.question, answer))

    def _hand_in(self, answers: dict[str, Answer]) -> None:
        if self._link is None:
            return
        try:
            self._send(self._link.hand_in(answers))
        except MessageError as error:
            log.warning("cannot hand in: %s", error)
            self.screen.reject(RejectionCode.NOT_UNDERSTOOD)

    def _read_message(self) -> None:
        if self._link is not None:
            self._reading = self._link.read_message() or self._reading

    def _send(self, nonce: str | None) -> None:
        """Wait for the answer; without a nonce that of an earlier choice is waited for already."""
        self._nonce = nonce or self._nonce
        self.screen.set_pending(True)

    def _on_connected(self) -> None:
        self.screen.set_connected(True)

    def _on_lost(self) -> None:
        self.screen.set_connected(False)

    def _on_snapshot(self, view: SeatView) -> None:
        self._view = view
        self._since_view.start()
        try:
            self.screen.show_view(view)
        except Exception:
            self.broken.emit()
            raise
        self.shown.emit(view)

    def _on_accepted(self, nonce: str) -> None:
        # The host shows the consequences before it confirms, so the next page is there already.
        if nonce == self._nonce:
            self._nonce = None
            self.screen.set_pending(False)
        elif nonce == self._reading:
            self._reading = None
            # The next message may have the same words, and then no view has come in between.
            if self._view is not None and self._view.message:
                self._show_again(self._view)

    def _on_rejected(self, code: str, sentence: str, final: bool) -> None:
        log.info("refused: %s: %s", code, sentence)
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
        if view.time_left_ms is not None:
            left_ms = max(0, view.time_left_ms - self._since_view.elapsed())
            view = replace(view, time_left_ms=left_ms)
        self.screen.show_view(view)

    def _start_again(self) -> None:
        """Stay with the session: it has no place for this participant, but the station has one."""
        if self._link is None:
            return
        try:
            self._link.start()
        except OperatorError as error:
            self.shut_out.emit(RejectionCode.NOT_SAVED, str(error))


def _language() -> str:
    """The language that this station speaks; empty where the computer names none."""
    return QLocale.languageToCode(QLocale().language())
