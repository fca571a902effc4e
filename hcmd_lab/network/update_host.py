"""The host's end of an update: lets paired stations fetch its files, while no session is served.

It listens in the place of a session's host, on the same port and with the same certificate. To
whatever a station says first, in any version of the protocol, it answers that there is an update;
only a station that then shows its token is given anything.
"""

import logging
from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QSslSocket
from PySide6.QtWebSockets import QWebSocket, QWebSocketProtocol
from shiboken6 import isValid

from hcmd_lab.network.acceptor import Acceptor
from hcmd_lab.network.certificate import HostCertificate
from hcmd_lab.network.codec import opening_of
from hcmd_lab.network.crowd import crowding
from hcmd_lab.network.handshakes import ByteWatch
from hcmd_lab.network.heartbeat import Heartbeat, is_up
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.message_fields import MAX_MESSAGE_BYTES
from hcmd_lab.network.session_registry import Registry
from hcmd_lab.network.tokens import number_of
from hcmd_lab.network.update_messages import (
    FromHost,
    UpdateBegin,
    UpdateEnd,
    UpdateFetch,
    UpdateHello,
    UpdateOffer,
    UpdatePart,
    UpdateState,
    is_about_update,
    read_from_station,
    written,
)

log = logging.getLogger(__name__)

_LINGER_MS = 1000

PartOf = Callable[[str, int], tuple[int, bytes] | None]
"""Number of parts of a file, and one of them; None if there is no such file, or no such part."""


class UpdateHost(QObject):
    """Serves the files of an update to paired stations.

    Args:
        certificate: The lab computer's.
        registry: The stations that are paired with it.
        part_of: Reads the files.
        parent: Owner in the sense of Qt.
        limits: Limits on stations.

    Signals:
        came(UpdateHello): A paired station is here and waits for `begin`.
        fetched(str, str, int, int): A station, and the file, the part and the number of parts that
            it was given.
        told(str, UpdateState): What a station says of itself.
        left(str): A station's connection has gone.
    """

    came = Signal(object)
    fetched = Signal(str, str, int, int)
    told = Signal(str, object)
    left = Signal(str)

    def __init__(
        self,
        certificate: HostCertificate,
        registry: Registry,
        part_of: PartOf,
        parent: QObject | None = None,
        *,
        limits: HostLimits | None = None,
    ) -> None:
        super().__init__(parent)
        self._registry = registry
        self._part_of = part_of
        self._limits = limits or HostLimits()
        self._key = b""
        self._strangers: dict[_Line, None] = {}
        self._live: dict[str, _Line] = {}
        self._acceptor = Acceptor(certificate, self._limits, self)
        self._acceptor.arrived.connect(self._on_arrived)

    def listen(self, address: str, port: int) -> int:
        """Start serving; returns the port.

        Raises:
            OperatorError: The address is not one of this computer's, or the port is taken.
        """
        return self._acceptor.listen(address, port)

    def begin(self, station: str) -> None:
        """Let a station fetch."""
        if station in self._live:
            self._live[station].may_fetch = True
            self._live[station].send(UpdateBegin())

    def end(self, station: str, why: str) -> None:
        """Tell a station that nothing is to be done; its line stays, so that it does not knock."""
        if station in self._live:
            self._live[station].may_fetch = False
            self._live[station].send(UpdateEnd(why))

    def close(self) -> None:
        """Stop serving; no more signals are emitted."""
        self._acceptor.close()
        for line in (*self._strangers, *self._live.values()):
            line.over.disconnect()
            line.close()
        self._strangers.clear()
        self._live.clear()

    def _on_arrived(self, accepted: QWebSocket, tls: QSslSocket, watch: ByteWatch) -> None:
        line = _Line(accepted, tls, self._limits, self)
        line.received.connect(self._on_text)
        line.over.connect(self._on_over)
        self._strangers[line] = None
        if len(self._strangers) > self._limits.strangers:
            log.warning("too many connections that do not say who they are")
            oldest = crowding(self._strangers, lambda each: each.address)[0]
            del self._strangers[oldest]
            oldest.abort()

    def _on_text(self, line: "_Line", text: str) -> None:
        try:
            if is_about_update(text):
                self._take(line, text)
            elif line.station or line.was_offered:
                raise ValueError("a message out of place")
            elif opening_of(text) is not None:
                line.was_offered = True
                line.send(UpdateOffer())
            else:
                raise ValueError("no message of a station")
        except ValueError as error:
            log.warning("%s is disconnected: %s", line, error)
            line.end("not_understood")

    def _take(self, line: "_Line", text: str) -> None:
        message = read_from_station(text)
        if bool(line.station) is isinstance(message, UpdateHello):
            raise ValueError("a message out of place")
        match message:
            case UpdateHello():
                self._admit(line, message)
            case UpdateFetch():
                self._serve(line, message)
            case UpdateState():
                line.may_fetch = False
                self.told.emit(line.station, message)
            case _:
                assert_never(message)

    def _admit(self, line: "_Line", hello: UpdateHello) -> None:
        if not self._is_right(hello):
            log.warning("%s shows a token that is not station %s's", line, hello.station)
            line.end("unknown")
            return
        if hello.station in self._live:
            line.end("taken")
            return
        self._strangers.pop(line, None)
        self._live[hello.station] = line
        line.admit(hello.station)
        self.came.emit(hello)

    def _is_right(self, hello: UpdateHello) -> bool:
        """Whether a token is the station's newest, or the one that it was given last."""
        known = self._registry.find(hello.station)
        if known is None:
            return False
        self._key = self._key or self._registry.token_key()
        number = number_of(hello.token, self._key, known.name, known.token_sha256, known.confirmed)
        return number is not None and number >= known.confirmed

    def _serve(self, line: "_Line", asked: UpdateFetch) -> None:
        if not line.may_fetch:
            raise ValueError("it fetches without being told")
        found = self._part_of(asked.name, asked.part)
        parts, data = (0, b"") if found is None else found
        line.send(UpdatePart(asked.name, asked.part, parts, data))
        if found is not None:
            self.fetched.emit(line.station, asked.name, asked.part, parts)

    def _on_over(self, line: "_Line") -> None:
        self._strangers.pop(line, None)
        line.deleteLater()
        if line.station and self._live.get(line.station) is line:
            del self._live[line.station]
            self.left.emit(line.station)


class _Line(QObject):
    """A connection of a station.

    Attributes:
        address: Where it comes from.
        station: Its name, once it has shown its token.
        was_offered: Whether it was told that there is an update.
        may_fetch: Whether it was told to.

    Signals:
        received(_Line, str): A text frame.
        over(_Line): It has gone; once.
    """

    received = Signal(object, str)
    over = Signal(object)

    def __init__(
        self, socket: QWebSocket, tls: QSslSocket, limits: HostLimits, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.station = ""
        self.was_offered = self.may_fetch = False
        self._closing = False
        self.address = socket.peerAddress().toString()
        self._socket, self._tls, self._limits = socket, tls, limits
        socket.setParent(self)
        tls.setParent(self)
        socket.setMaxAllowedIncomingFrameSize(MAX_MESSAGE_BYTES)
        socket.setMaxAllowedIncomingMessageSize(MAX_MESSAGE_BYTES)
        socket.textMessageReceived.connect(self._on_text)
        socket.binaryMessageReceived.connect(self.abort)
        # Queued, so that closing a connection never re-enters the code that closes it.
        socket.disconnected.connect(self._on_disconnected, Qt.ConnectionType.QueuedConnection)
        self._heartbeat = Heartbeat(socket, limits.ping_ms, limits.give_up_ms, self)
        self._heartbeat.peer_silent.connect(self.abort)
        self._patience = QTimer(self, singleShot=True, interval=limits.authenticate_ms)
        self._patience.timeout.connect(self.abort)
        self._patience.start()

    def __str__(self) -> str:
        return f"station {self.station}" if self.station else f"a stranger at {self.address}"

    def admit(self, station: str) -> None:
        """It is this station; watch it for silence."""
        self.station = station
        self._patience.stop()
        self._heartbeat.start()

    def send(self, message: FromHost) -> None:
        """Send a message, unless the connection is being closed."""
        if self._closing or not is_up(self._socket):
            return
        if self._tls.encryptedBytesToWrite() + self._tls.bytesToWrite() > self._limits.unsent_bytes:
            log.warning("%s takes nothing of what it is sent and is disconnected", self)
            self._closing = True
            QTimer.singleShot(0, self, self.abort)
            return
        self._socket.sendTextMessage(written(message))

    def end(self, why: str) -> None:
        """Say why, and close."""
        self.send(UpdateEnd(why))
        self.close()

    def close(self) -> None:
        """Close once pending data is sent, or at the latest after a second."""
        self._closing = True
        self._heartbeat.stop()
        self._patience.stop()
        QTimer.singleShot(_LINGER_MS, self, self.abort)
        if is_up(self._socket):
            self._socket.close(QWebSocketProtocol.CloseCode.CloseCodeNormal)

    def abort(self) -> None:
        """End it at once; `over` follows."""
        if isValid(self._socket):
            self._socket.abort()

    def _on_text(self, text: str) -> None:
        self._heartbeat.heard()
        if not self._closing:
            self.received.emit(self, text)

    def _on_disconnected(self) -> None:
        self.over.emit(self)
