"""The host's front door: TCP at once and for nothing, TLS in turn, then the web socket.

A TLS handshake costs the host some milliseconds, a TCP connection next to nothing. So that nobody
can make the host busy or fill its places by connecting, connections wait here for their handshake:
a bounded number at a time and an address, at a bounded rate, the slow ones dropped. Addresses at
which a station has been let in go first, the others in turn, and within one address the newest
first: who floods waits behind himself.
"""

import logging
import os
import socket
import struct
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtNetwork import QHostAddress, QSslConfiguration, QSslSocket
from PySide6.QtWebSockets import QWebSocketServer
from shiboken6 import isValid

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.certificate import HostCertificate
from hcmd_lab.network.limits import HostLimits, TokenBucket, network_of
from hcmd_lab.network.tls import host_configuration

log = logging.getLogger(__name__)

_BACKLOG = 1024
_AT_ONCE = 64
"""Connections taken in one turn of the event loop, which others need too."""
_SWEEP_MS = 50
_NO_PLACE_MS = 200  # until a connection is taken again where the system has no place for one


class ByteWatch(QObject):
    """Watches a socket from the beginning of its handshake.

    It is connected before the web socket is, and so called before it.

    Args:
        tls: The socket, which owns it.

    Signals:
        encrypted(): The handshake is done.
        ended(): The connection has gone.

    Attributes:
        watcher: Called when bytes have arrived; None while nobody cares.
    """

    encrypted = Signal()
    ended = Signal()

    def __init__(self, tls: QSslSocket) -> None:
        super().__init__(tls)
        self.watcher: Callable[[], None] | None = None
        # Not of functions: to those Qt's web socket says goodbye with a complaint.
        tls.readyRead.connect(self._on_bytes)
        tls.encrypted.connect(self._on_encrypted)
        tls.disconnected.connect(self._on_disconnected)

    def _on_bytes(self) -> None:
        if self.watcher is not None:
            self.watcher()

    def _on_encrypted(self) -> None:
        self.encrypted.emit()

    def _on_disconnected(self) -> None:
        self.ended.emit()


@dataclass(slots=True, eq=False)
class _Unfinished:
    """A connection before its upgrade: waiting for its handshake, or in it.

    Attributes:
        address: Where it comes from, as `limits.network_of` gives it.
        lane: Its queue.
        since_s: When its handshake began.
        waiting: The plain socket, until the handshake begins.
        tls: The socket from then on, until it is handed over or given up.
        watch: Told of bytes that arrive.
    """

    address: str
    lane: "_Lane"
    since_s: float
    waiting: socket.socket | None
    tls: QSslSocket | None = None
    watch: ByteWatch | None = None


@dataclass(slots=True)
class Turned:
    """Connections that were turned away, counted by why.

    Attributes:
        crowded: There was no place.
        slow: Their handshake took too long.
    """

    crowded: int = 0
    slow: int = 0


@dataclass(slots=True, eq=False)
class _Lane:
    """One of two queues: addresses where stations are, and all others.

    Attributes:
        bucket: Its rate of handshakes.
        waiting: Connections that wait, by address, the newest last.
        busy: Handshakes that are under way, by address.
        count: Connections in it, waiting or busy.
    """

    bucket: TokenBucket
    waiting: dict[str, list[_Unfinished]] = field(default_factory=dict)
    busy: Counter[str] = field(default_factory=Counter)
    count: int = 0

    def next_address(self, at_most: int) -> str | None:
        """The address whose turn it is, of those with fewer handshakes than this; None if none."""
        return next((each for each in self.waiting if self.busy[each] < at_most), None)

    def take_newest(self, address: str) -> _Unfinished:
        """Take the newest connection of an address, which then goes to the end of the queue."""
        waiting = self.waiting.pop(address)
        newest = waiting.pop()
        if waiting:
            self.waiting[address] = waiting
        return newest

    def take_oldest(self, address: str) -> _Unfinished | None:
        """Take the connection of an address that has waited longest."""
        waiting = self.waiting.get(address, [])
        if not waiting:
            return None
        oldest = waiting.pop(0)
        if not waiting:
            del self.waiting[address]
        return oldest


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
        self._limits = limits
        self._tls: QSslConfiguration = host_configuration(
            certificate.certificate_der, certificate.key_pem
        )
        self._known: set[str] = set()
        self._unfinished: list[_Unfinished] = []
        self._of_address: Counter[str] = Counter()
        self._known_lane, self._other_lane = (
            _Lane(TokenBucket(limits.handshakes_per_s, time.monotonic)) for _ in range(2)
        )
        self._told_s = 0.0
        self._listening: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._sweep = QTimer(self, interval=_SWEEP_MS)
        self._sweep.timeout.connect(self._on_sweep)
        # It never listens itself: connections are given to it after their handshake.
        self._upgrades = QWebSocketServer("hcmd-lab", QWebSocketServer.SslMode.SecureMode, self)
        self._upgrades.setMaxPendingConnections(limits.unfinished + limits.strangers)
        self._upgrades.newConnection.connect(self._on_upgraded)

    @property
    def unfinished(self) -> int:
        """Connections that are not web sockets yet."""
        return len(self._unfinished)

    @property
    def in_handshake(self) -> int:
        """Those of them whose handshake or upgrade is under way."""
        return self._known_lane.busy.total() + self._other_lane.busy.total()

    def listen(self, address: str, port: int) -> int:
        """Start to listen; arguments and errors are those of `LabHost.listen`."""
        if QHostAddress(address).isNull():
            raise OperatorError(
                "{address} is not a network address; give this computer's numeric address, or "
                "0.0.0.0 for all of its networks.",
                address=repr(address),
            )
        try:
            listening = _listening_socket(address, port)
        except OSError as error:
            raise OperatorError(
                "The lab computer cannot listen on {address} port {port} ({reason}); close the "
                "program that uses the port, perhaps another session, or choose another port.",
                address=address,
                port=port,
                reason=error.strerror or str(error),
            ) from error
        self._listening = listening
        self.destroyed.connect(listening.close)
        self._notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_connections)
        return int(listening.getsockname()[1])

    def know(self, address: str) -> None:
        """Let connections from an address go first: a station has been let in from there."""
        self._known.add(network_of(address))

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
        for each in tuple(self._unfinished):
            self._drop(each)
        self._upgrades.close()

    # --- TCP -------------------------------------------------------------------------------------

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
        address = network_of(peer)
        lane = self._known_lane if address in self._known else self._other_lane
        if self._of_address[address] >= self._limits.unfinished_per_address:
            # The newest has the better chance of being somebody's who is still waiting for it.
            self._turn_away(peer)
            oldest = lane.take_oldest(address)
            if oldest is None:
                _reset(accepted)
                return
            self._drop(oldest)
        elif lane is self._other_lane and lane.count >= self._limits.unfinished:
            self._turn_away(peer)
            _reset(accepted)
            return
        accepted.setblocking(False)
        each = _Unfinished(address, lane, time.monotonic(), accepted)
        self._unfinished.append(each)
        self._of_address[address] += 1
        lane.count += 1
        lane.waiting.setdefault(address, []).append(each)
        if not self._sweep.isActive():
            self._sweep.start()

    def _turn_away(self, peer: str) -> None:
        self.turned_away.crowded += 1
        now_s = time.monotonic()
        if now_s - self._told_s >= 1:  # not a thousand times in a second
            self._told_s = now_s
            self.crowded.emit(peer)

    # --- TLS -------------------------------------------------------------------------------------

    def _begin_some(self) -> None:
        """Begin as many handshakes as are allowed now."""
        for lane in (self._known_lane, self._other_lane):
            while lane.busy.total() < self._limits.handshakes:
                address = lane.next_address(self._limits.handshakes_per_address)
                if address is None or lane.bucket.take():
                    break
                self._begin(lane.take_newest(address))

    def _begin(self, each: _Unfinished) -> None:
        if each.waiting is None:
            return
        descriptor = each.waiting.detach()
        each.waiting, each.since_s = None, time.monotonic()
        each.tls = tls = QSslSocket(self)
        each.lane.busy[each.address] += 1
        tls.setSslConfiguration(self._tls)
        if not tls.setSocketDescriptor(descriptor):
            socket.close(descriptor)
            self._drop(each)
            return
        each.watch = ByteWatch(tls)
        each.watch.encrypted.connect(partial(self._upgrade, each))
        each.watch.ended.connect(partial(self._drop, each))
        tls.startServerEncryption()

    def _upgrade(self, each: _Unfinished) -> None:
        if each.tls is not None:
            self._upgrades.handleConnection(each.tls)

    def _on_upgraded(self) -> None:
        while self._upgrades.hasPendingConnections():
            upgraded = self._upgrades.nextPendingConnection()
            place = (upgraded.peerAddress(), upgraded.peerPort())
            for each in self._unfinished:
                tls = each.tls
                if tls is not None and (tls.peerAddress(), tls.peerPort()) == place:
                    self._forget(each)
                    self.arrived.emit(upgraded, tls, each.watch)
                    break
            else:
                upgraded.abort()
                upgraded.deleteLater()
        self._begin_some()

    # --- the end of what does not go on ----------------------------------------------------------

    def _on_sweep(self) -> None:
        """Drop what is too slow: sooner where others wait for its place."""
        now_s = time.monotonic()
        for each in tuple(self._unfinished):
            if each.tls is None:
                allowed_ms = self._limits.queue_ms
            elif each.lane.waiting:
                allowed_ms = self._limits.slow_handshake_ms
            else:
                allowed_ms = self._limits.handshake_ms
            if 1000 * (now_s - each.since_s) >= allowed_ms:
                self.turned_away.slow += 1
                self._drop(each)
        self._begin_some()
        if not self._unfinished:
            self._sweep.stop()

    def _drop(self, each: _Unfinished) -> None:
        tls, waiting = each.tls, each.waiting
        self._forget(each)
        if waiting is not None:
            _reset(waiting)
        if tls is not None and isValid(tls):
            tls.abort()
            tls.deleteLater()

    def _forget(self, each: _Unfinished) -> None:
        """Count a connection no longer: it is handed over, or given up."""
        if each not in self._unfinished:
            return
        self._unfinished.remove(each)
        each.lane.count -= 1
        _less(self._of_address, each.address)
        if each.tls is not None:
            _less(each.lane.busy, each.address)
        elif each in (waiting := each.lane.waiting.get(each.address, [])):
            waiting.remove(each)
            if not waiting:
                del each.lane.waiting[each.address]
        each.tls = each.waiting = None


def _less(counted: Counter[str], address: str) -> None:
    counted[address] -= 1
    if not counted[address]:
        del counted[address]


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
