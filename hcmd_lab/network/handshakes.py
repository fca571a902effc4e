"""TLS handshakes and upgrades that are under way: from a TCP connection to a web socket."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QSslSocket
from PySide6.QtWebSockets import QWebSocketServer
from shiboken6 import isValid

from hcmd_lab.network.certificate import HostCertificate
from hcmd_lab.network.handshake_queue import Turn
from hcmd_lab.network.tls import host_configuration


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


@dataclass(frozen=True, slots=True)
class _Handshake:
    """One that is under way."""

    tls: QSslSocket
    watch: ByteWatch


class Handshakes(QObject):
    """Takes connections through TLS and the upgrade.

    Args:
        certificate: This host's certificate.
        at_most: Web sockets that may wait to be taken.

    Signals:
        arrived(Turn, QWebSocket, QSslSocket, ByteWatch): A web socket, the socket below it, and
            what is told of bytes on it before the web socket takes them.
        ended(Turn): The connection has gone, or could not begin.
        settled(): What was under way may be less now.
    """

    arrived = Signal(object, object, object, object)
    ended = Signal(object)
    settled = Signal()

    def __init__(self, certificate: HostCertificate, at_most: int, parent: QObject) -> None:
        super().__init__(parent)
        self._tls = host_configuration(certificate.certificate_der, certificate.key_pem)
        self._under_way: dict[Turn, _Handshake] = {}
        # It never listens itself: connections are given to it after their handshake.
        self._upgrades = QWebSocketServer("hcmd-lab", QWebSocketServer.SslMode.SecureMode, self)
        self._upgrades.setMaxPendingConnections(at_most)
        self._upgrades.newConnection.connect(self._on_upgraded)

    def begin(self, turn: Turn) -> None:
        """Begin the handshake of a connection, which is taken over."""
        descriptor = turn.connection.detach()
        tls = QSslSocket(self)
        tls.setSslConfiguration(self._tls)
        if not tls.setSocketDescriptor(descriptor):
            socket.close(descriptor)
            tls.deleteLater()
            self.ended.emit(turn)
            return
        watch = ByteWatch(tls)
        self._under_way[turn] = _Handshake(tls, watch)
        watch.encrypted.connect(partial(self._upgrade, turn))
        watch.ended.connect(partial(self._on_ended, turn))
        tls.startServerEncryption()

    def drop(self, turn: Turn) -> None:
        """End a handshake, if it is under way."""
        given_up = self._under_way.pop(turn, None)
        if given_up is not None and isValid(given_up.tls):
            given_up.tls.abort()
            given_up.tls.deleteLater()

    def close(self) -> None:
        """Take nothing through any more."""
        for turn in tuple(self._under_way):
            self.drop(turn)
        self._upgrades.close()

    def _upgrade(self, turn: Turn) -> None:
        if turn in self._under_way:
            self._upgrades.handleConnection(self._under_way[turn].tls)

    def _on_ended(self, turn: Turn) -> None:
        if turn in self._under_way:
            self.drop(turn)
            self.ended.emit(turn)

    def _on_upgraded(self) -> None:
        while self._upgrades.hasPendingConnections():
            upgraded = self._upgrades.nextPendingConnection()
            place = (upgraded.peerAddress(), upgraded.peerPort())
            for turn, each in self._under_way.items():
                if (each.tls.peerAddress(), each.tls.peerPort()) == place:
                    del self._under_way[turn]
                    self.arrived.emit(turn, upgraded, each.tls, each.watch)
                    break
            else:
                upgraded.abort()
                upgraded.deleteLater()
        self.settled.emit()
