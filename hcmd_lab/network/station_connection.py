"""One station's socket on the host: frames in, messages out, limits kept."""

import logging
import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QSslSocket
from PySide6.QtWebSockets import QWebSocket, QWebSocketProtocol
from shiboken6 import isValid

from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.network.codec import MessageError, decode_from_station, encode, opening_of
from hcmd_lab.network.heartbeat import Heartbeat, is_up
from hcmd_lab.network.host_messages import Rejected, ToStation
from hcmd_lab.network.limits import HostLimits, IdleBytes, TokenBucket
from hcmd_lab.network.message_fields import MAX_MESSAGE_BYTES, PROTOCOL
from hcmd_lab.network.rejection import RejectionCode

log = logging.getLogger(__name__)

_LINGER_MS = 1000
_FRAME_BYTES = 14  # the longest head of a frame


class StationConnection(QObject):
    """A socket opened by a station (or anyone else).

    Args:
        socket: As the acceptor hands it over; owned from now on.
        tls: The socket below it; owned too.
        limits: Limits on stations.

    Attributes:
        station: Its name once it is admitted, before that empty.
        openings: How often it has said who it is, or asked for a token.
        is_of_this_computer: Whether the other end is on this computer.
        heartbeat: Tells for how long the station has been silent.

    Signals:
        message_received(StationConnection, ToHost): A decoded message.
        answered(StationConnection, int): The answer to a question of the heartbeat, in its place
            among the messages.
        closed(StationConnection): The socket has gone, for whatever reason; emitted once.
        misused(StationConnection, AlarmKind): It is closed for something that no station does.
        other_protocol(StationConnection, Opening): Its first message is of another version of the
            protocol and cannot be decoded.
    """

    message_received = Signal(object, object)
    answered = Signal(object, object)
    closed = Signal(object)
    misused = Signal(object, object)
    other_protocol = Signal(object, object)

    def __init__(
        self, socket: QWebSocket, tls: QSslSocket, limits: HostLimits, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.station = ""
        self.openings = 0
        self.address = socket.peerAddress().toString()
        self.is_of_this_computer = socket.peerAddress() == socket.localAddress()
        self._socket = socket
        self._tls = tls
        self._limits = limits
        self._closing = self._is_gone = False
        self._waiting: deque[str | int] = deque()
        self._bucket = TokenBucket(limits.messages_per_s, time.monotonic)
        self._idle = IdleBytes(
            limits.idle_bytes_per_s, MAX_MESSAGE_BYTES + _FRAME_BYTES, time.monotonic
        )
        self._unread = 0
        socket.setParent(self)
        tls.setParent(self)
        # Called after the web socket has taken what it can, and so left what is no whole frame.
        tls.readyRead.connect(self._on_read)
        # Qt's own limit is 2 GB, and fragments of it really arrive.
        socket.setMaxAllowedIncomingFrameSize(MAX_MESSAGE_BYTES)
        socket.setMaxAllowedIncomingMessageSize(MAX_MESSAGE_BYTES)
        socket.textMessageReceived.connect(self._on_text)
        socket.binaryMessageReceived.connect(self._on_binary)
        # Queued, so that closing a connection never re-enters the code that closes it.
        socket.disconnected.connect(self._on_disconnected, Qt.ConnectionType.QueuedConnection)
        self.heartbeat = Heartbeat(socket, limits.ping_ms, limits.give_up_ms, self)
        self.heartbeat.peer_silent.connect(self._on_silent)
        self.heartbeat.answered.connect(self._on_answered)
        self._resume = self._single_shot(self._work_off)
        self._linger = self._single_shot(self.abort)
        self._unauthenticated = self._single_shot(self._on_unauthenticated)
        self._unauthenticated.start(limits.authenticate_ms)

    def __str__(self) -> str:
        return f"station {self.station}" if self.station else f"a stranger at {self.address}"

    def admit(self, station: str) -> None:
        """Admit a station that has proved its identity, and watch it for silence."""
        self.station = station
        self._unauthenticated.stop()
        self.heartbeat.start()

    def send(self, message: ToStation) -> None:
        """Send a message, unless the connection is being closed."""
        if self._closing or not is_up(self._socket):
            return
        if self._tls.encryptedBytesToWrite() + self._tls.bytesToWrite() > self._limits.unsent_bytes:
            log.warning("%s takes nothing of what it is sent and is disconnected", self)
            self.misused.emit(self, AlarmKind.NOT_READING)
            self._closing = True
            QTimer.singleShot(0, self, self.abort)  # never within a call that sends to all
            return
        self._socket.sendTextMessage(encode(message))

    def reject(self, code: RejectionCode, sentence: str, *, final: bool) -> None:
        """Tell the station the reason, and close the connection."""
        self.send(Rejected("", code, sentence, final))
        self.close()

    def close(self) -> None:
        """Close once pending data is sent, or at the latest after a second."""
        self._closing = True
        self.heartbeat.stop()
        self._unauthenticated.stop()
        self._linger.start(_LINGER_MS)
        if is_up(self._socket):
            self._socket.close(QWebSocketProtocol.CloseCode.CloseCodeNormal)

    def abort(self) -> None:
        """End it at once; `closed` follows."""
        if isValid(self._socket):
            self._socket.abort()
        elif not self._is_gone:  # nobody else will tell
            self._is_gone = True
            if isValid(self._tls):
                self._tls.abort()
            self.closed.emit(self)

    def _single_shot(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def on_bytes(self) -> None:
        """Count bytes that have arrived, before the web socket takes them."""
        if not isValid(self._tls):
            return
        if not self._idle.arrived(self._tls.bytesAvailable() - self._unread):
            log.warning("%s sends bytes that are no messages and is disconnected", self)
            if not self._closing:
                self.misused.emit(self, AlarmKind.FLOOD)
            self._closing = True
            self._tls.abort()  # what has arrived is not even looked at

    def _on_read(self) -> None:
        self._unread = self._tls.bytesAvailable() if isValid(self._tls) else 0

    def _on_text(self, text: str) -> None:
        self._idle.were_message(len(text.encode(errors="replace")) + _FRAME_BYTES)
        self.heartbeat.heard()
        if self._closing:
            return
        if len(self._waiting) >= self._limits.waiting_messages:
            log.warning("%s sends too fast and is disconnected", self)
            self.misused.emit(self, AlarmKind.FLOOD)
            self.reject(
                RejectionCode.TOO_FAST, "This station sent too many messages at once.", final=False
            )
            return
        self._queue(text)

    def _on_answered(self, number: int) -> None:
        if self._waiting and isinstance(self._waiting[-1], int):
            self._waiting[-1] = number
        elif not self._closing:
            self._queue(number)

    def _queue(self, received: str | int) -> None:
        self._waiting.append(received)
        if not self._resume.isActive():
            self._work_off()

    def _work_off(self) -> None:
        """Process queued messages at the rate allowed to a station."""
        while self._waiting and not self._closing:
            received = self._waiting.popleft()
            if isinstance(received, int):
                self.answered.emit(self, received)
                continue
            wait_s = self._bucket.take()
            if wait_s:
                self._waiting.appendleft(received)
                self._resume.start(1 + int(1000 * wait_s))
                return
            self._take(received)

    def _take(self, text: str) -> None:
        try:
            message = decode_from_station(text)
        except MessageError as error:
            self._on_garbage(text, str(error))
            return
        self.message_received.emit(self, message)

    def _on_garbage(self, text: str, why: str) -> None:
        opening = None if self.station else opening_of(text)
        if opening is not None and opening.protocol != PROTOCOL:
            self.other_protocol.emit(self, opening)
            return
        log.warning("%s sent no message of this protocol (%s) and is disconnected", self, why)
        self.misused.emit(self, AlarmKind.GARBLED)
        self.reject(
            RejectionCode.NOT_UNDERSTOOD,
            "The lab computer did not understand this station; install the same version of the "
            "program on both.",
            final=True,
        )

    def _on_binary(self) -> None:
        if not self._closing:
            self._on_garbage("", "a binary frame")

    def _on_disconnected(self) -> None:
        self.closed.emit(self)

    def _on_silent(self) -> None:
        log.info("%s has gone silent", self)
        self.abort()

    def _on_unauthenticated(self) -> None:
        log.info("%s did not say who it is in time", self)
        self.abort()
