"""The host's front door: TCP at once and for nothing, TLS in turn, then the web socket.

Connections are taken here and wait in a queue (`handshake_queue.py`) until their handshake begins
(`handshakes.py`); the slow ones are dropped.
"""

import logging
import os
import socket
import struct
import time
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtNetwork import QHostAddress

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.certificate import HostCertificate
from hcmd_lab.network.handshake_queue import HandshakeQueue, Turn
from hcmd_lab.network.handshakes import Handshakes
from hcmd_lab.network.limits import HostLimits, network_of
from hcmd_lab.network.listening_faults import listening_reason, listening_remedy
from hcmd_lab.typed_text import quoted

log = logging.getLogger(__name__)

_BACKLOG = 1024
_AT_ONCE = 64
"""Connections taken in one turn of the event loop, which others need too."""
_SWEEP_MS = 50
_NO_PLACE_MS = 200  # until a connection is taken again where the system has no place for one


@dataclass(slots=True)
class Turned:
    """Connections that were turned away, counted by why.

    Attributes:
        crowded: There was no place.
        slow: Their handshake took too long.
    """

    crowded: int = 0
    slow: int = 0


class Acceptor(QObject):
    """Listens, and hands over each connection that has become a web socket.

    Args:
        certificate: This host's certificate.
        limits: How many at once, and how fast.

    Signals:
        arrived(QWebSocket, QSslSocket, ByteWatch): A web socket, the socket below it, and what is
            told of bytes on it before the web socket takes them.
        crowded(str): A connection from this address was turned away, since there was no place.

    Attributes:
        turned_away: How many were turned away.
    """

    arrived = Signal(object, object, object)
    crowded = Signal(str)

    def __init__(self, certificate: HostCertificate, limits: HostLimits, parent: QObject) -> None:
        super().__init__(parent)
        self.turned_away = Turned()
        self._queue = HandshakeQueue(limits)
        self._handshakes = Handshakes(certificate, limits.unfinished + limits.strangers, self)
        self._handshakes.arrived.connect(self._on_arrived)
        self._handshakes.ended.connect(self._queue.leave)
        self._handshakes.settled.connect(self._begin_some)
        self._told_s = 0.0
        self._listening: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._sweep = QTimer(self, interval=_SWEEP_MS)
        self._sweep.timeout.connect(self._on_sweep)

    @property
    def unfinished(self) -> int:
        """Connections that are not web sockets yet."""
        return len(self._queue)

    @property
    def in_handshake(self) -> int:
        """Those of them whose handshake or upgrade is under way."""
        return self._queue.in_handshake

    def listen(self, address: str, port: int) -> int:
        """Start to listen; arguments and errors are those of `LabHost.listen`."""
        if QHostAddress(address).isNull():
            raise OperatorError(
                "{address} is not a network address; give this computer's numeric address, or "
                "0.0.0.0 for all of its networks.",
                address=quoted(address),
            )
        try:
            listening = _listening_socket(address, port)
        except OSError as error:
            raise OperatorError(
                "The lab computer cannot listen on {address} port {port} ({reason}); {remedy}.",
                address=address,
                port=port,
                reason=listening_reason(error),
                remedy=listening_remedy(error),
            ) from error
        self._listening = listening
        self.destroyed.connect(listening.close)
        self._notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_connections)
        return int(listening.getsockname()[1])

    def know(self, address: str) -> None:
        """Let connections from an address go first: a station has been let in from there."""
        self._queue.know(network_of(address))

    def close(self) -> None:
        """Stop listening and drop everything unfinished."""
        self._sweep.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        for turn in self._queue.all():
            self._drop(turn)
        self._handshakes.close()

    def _on_connections(self) -> None:
        for _ in range(_AT_ONCE):
            if self._listening is None:
                return
            try:
                accepted, peer = self._listening.accept()
            except BlockingIOError:
                break
            except OSError as error:
                log.warning("a connection cannot be taken: %s", error)
                self._pause()
                break
            self._take(accepted, str(peer[0]))
        self._begin_some()

    def _pause(self) -> None:
        """Wait before the next connection: the system has no place for one now."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            QTimer.singleShot(_NO_PLACE_MS, self, self._resume)

    def _resume(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(True)

    def _take(self, accepted: socket.socket, peer: str) -> None:
        accepted.setblocking(False)
        crowded_out = self._queue.enter(accepted, network_of(peer))
        if crowded_out is not None:
            self._turn_away(peer)
            _reset(crowded_out)
        if len(self._queue) and not self._sweep.isActive():
            self._sweep.start()

    def _turn_away(self, peer: str) -> None:
        self.turned_away.crowded += 1
        now_s = time.monotonic()
        if now_s - self._told_s >= 1:  # not a thousand times in a second
            self._told_s = now_s
            self.crowded.emit(peer)

    def _begin_some(self) -> None:
        """Begin as many handshakes as are allowed now."""
        while (turn := self._queue.next()) is not None:
            self._handshakes.begin(turn)

    def _on_arrived(self, turn: Turn, upgraded: object, tls: object, watch: object) -> None:
        self._queue.leave(turn)
        self.arrived.emit(upgraded, tls, watch)

    def _on_sweep(self) -> None:
        """Drop what is too slow."""
        for turn in self._queue.too_slow():
            self.turned_away.slow += 1
            self._drop(turn)
        self._begin_some()
        if not len(self._queue):
            self._sweep.stop()

    def _drop(self, turn: Turn) -> None:
        self._queue.leave(turn)
        if turn.has_begun:
            self._handshakes.drop(turn)
        else:
            _reset(turn.connection)


def _listening_socket(address: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        OSError: The address is not one of this computer's, or the port is taken.
    """
    family, kind, protocol, _, place = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
    )[0]
    listening = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # elsewhere it would let two programs listen on one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Accepted sockets take this over. Otherwise the second of two short messages waits for the
        # first one's acknowledgement, which the other end delays: 40 ms on Linux, 200 on Windows.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.setblocking(False)
        listening.bind(place)
        listening.listen(_BACKLOG)
    except OSError:
        listening.close()
        raise
    return listening


def _reset(connection: socket.socket) -> None:
    """Close a connection at once, with nothing left of it on this side."""
    with suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
