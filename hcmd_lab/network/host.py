"""The host's end of the network: lets stations in and passes messages on.

It knows nothing of the game: what a station may do is for whoever listens to
`command_received`, and what it may see comes from whoever calls `send`.
"""

import logging
import socket
import time
from collections.abc import Collection
from typing import assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QHostAddress
from PySide6.QtWebSockets import QWebSocketServer

from hcmd_lab import __version__
from hcmd_lab.errors import OperatorError
from hcmd_lab.network.certificate import HostCertificate
from hcmd_lab.network.gate import Gate, Registry, RejectedError
from hcmd_lab.network.host_messages import Paired, ToStation, Welcome
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_connection import StationConnection
from hcmd_lab.network.station_messages import (
    AnswerQuestion,
    CallHelp,
    CheckIn,
    Continue,
    Decide,
    ExitReport,
    FetchPicture,
    GiveConsent,
    HandIn,
    Hello,
    Interrupted,
    KioskReport,
    OrderAnswer,
    Pair,
    Read,
    ToHost,
    TurnPage,
    Vote,
)
from hcmd_lab.network.tls import host_configuration

log = logging.getLogger(__name__)


class LabHost(QObject):
    """Serves one session to its stations over wss.

    Args:
        certificate: This host's certificate.
        registry: Registry of the paired stations.
        session: Id of the session.
        pin: The session's PIN.
        stations: The names that may be claimed; None allows any.
        limits: Limits on stations.
        exit_hash: Hash of the PIN for leaving kiosks; empty if there is none.

    Signals:
        station_connected(str): A station was let in; it waits for its first snapshot.
        station_lost(str, int): A station's connection has gone, after so many milliseconds of
            silence.
        command_received(str, object): A station and the `Command` it sent.
        exit_tried(str, bool): At a station somebody entered a PIN to leave the kiosk; whether it
            was the right one.
        kiosk_told(str, FromKiosk): A station, and what its kiosk says of itself.
        answered(str, int): A station has answered the question with this number.
    """

    station_connected = Signal(str)
    station_lost = Signal(str, int)
    command_received = Signal(str, object)
    exit_tried = Signal(str, bool)
    kiosk_told = Signal(str, object)
    picture_wanted = Signal(str, str, int)
    answered = Signal(str, object)

    def __init__(
        self,
        certificate: HostCertificate,
        registry: Registry,
        session: str,
        pin: str,
        *,
        stations: Collection[str] | None = None,
        limits: HostLimits | None = None,
        exit_hash: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._exit_hash = exit_hash
        self._limits = limits or HostLimits()
        self._gate = Gate(registry, pin, stations, self._limits, time.monotonic)
        self._strangers: set[StationConnection] = set()
        self._live: dict[str, StationConnection] = {}
        self._server = QWebSocketServer("hcmd-lab", QWebSocketServer.SslMode.SecureMode, self)
        self._server.setSslConfiguration(
            host_configuration(certificate.certificate_der, certificate.key_pem)
        )
        # With Qt's defaults 60 silent sockets keep a station out for 10 s.
        self._server.setMaxPendingConnections(2000)
        self._server.setHandshakeTimeout(3000)
        self._server.newConnection.connect(self._on_new_connection)

    @property
    def stations(self) -> frozenset[str]:
        """The connected stations."""
        return frozenset(self._live)

    def listen(self, address: str, port: int) -> int:
        """Start serving; returns the port, which the system chooses if `port` is 0.

        Args:
            address: Numeric address of this computer; `0.0.0.0` and `::` mean all of its addresses.
            port: TCP port.

        Raises:
            OperatorError: The address is not one of this computer's, or the port is taken.
        """
        host_address = QHostAddress(address)
        if host_address.isNull():
            raise OperatorError(
                "{address} is not a network address; give this computer's numeric address, or "
                "0.0.0.0 for all of its networks.",
                address=repr(address),
            )
        if not self._server.listen(host_address, port):
            raise OperatorError(
                "The lab computer cannot listen on {address} port {port} ({reason}); close the "
                "program that uses the port, perhaps another session, or choose another port.",
                address=address,
                port=port,
                reason=self._server.errorString(),
            )
        _send_without_delay(int(self._server.socketDescriptor()))
        return self._server.serverPort()

    def send(self, station: str, message: ToStation) -> None:
        """Send a message; without effect if the station is not connected."""
        connection = self._live.get(station)
        if connection is not None:
            connection.send(message)

    def ask(self, station: str, number: int) -> None:
        """Ask a station for a sign of life; `answered` follows all that it has sent before.

        Without effect if it is not connected.
        """
        connection = self._live.get(station)
        if connection is not None:
            connection.heartbeat.ask(number)

    def is_of_this_computer(self, station: str) -> bool:
        """Whether a connected station runs on the lab computer itself."""
        connection = self._live.get(station)
        return connection is not None and connection.is_of_this_computer

    def disconnect_station(
        self, station: str, sentence: str, code: RejectionCode = RejectionCode.RELEASED
    ) -> None:
        """Close a station's connection and tell it not to reconnect.

        Nothing that it sends is passed on any more; `station_lost` follows.
        """
        connection = self._live.get(station)
        if connection is not None:
            connection.reject(code, sentence, final=True)

    def revoke(self, station: str) -> None:
        """Invalidate a station's token and free its name for another computer."""
        self._gate.release(station)
        self.disconnect_station(station, f"The experimenter has released station {station}.")

    def close(self) -> None:
        """Stop serving. Stations will try to reconnect; no more signals are emitted."""
        self._server.close()
        for connection in (*self._strangers, *self._live.values()):
            connection.closed.disconnect()
            connection.close()
        self._strangers.clear()
        self._live.clear()

    def _on_new_connection(self) -> None:
        while self._server.hasPendingConnections():
            accepted = self._server.nextPendingConnection()
            if len(self._strangers) >= self._limits.strangers:
                log.warning("too many connections that do not say who they are")
                accepted.abort()
                accepted.deleteLater()
                continue
            connection = StationConnection(accepted, self._limits, self)
            connection.message_received.connect(self._on_message)
            connection.answered.connect(self._on_answered)
            connection.closed.connect(self._on_closed)
            self._strangers.add(connection)

    def _on_message(self, connection: StationConnection, message: ToHost) -> None:
        if isinstance(message, Pair | Hello):
            self._let_in(connection, message)
            return
        if not connection.station:
            self._reject_unexpected(connection)
            return
        match message:
            case FetchPicture():
                self.picture_wanted.emit(connection.station, message.picture, message.part)
            case ExitReport():
                self.exit_tried.emit(connection.station, message.succeeded)
            case OrderAnswer() | KioskReport() | Interrupted():
                self.kiosk_told.emit(connection.station, message)
            case (
                CheckIn() | Decide() | Vote() | Continue() | Read() | GiveConsent() | TurnPage()
                | AnswerQuestion() | CallHelp() | HandIn()
            ):  # fmt: skip
                self.command_received.emit(connection.station, message)
            case _:
                assert_never(message)

    def _let_in(self, connection: StationConnection, message: Pair | Hello) -> None:
        if connection.station:
            self._reject_unexpected(connection)
            return
        try:
            if isinstance(message, Pair):
                self._pair(connection, message)
            else:
                self._admit(connection, message)
        except RejectedError as rejected:
            log.info("%s is refused as station %s: %s", connection, message.station, rejected)
            connection.reject(rejected.code, rejected.sentence, final=rejected.final)
        except OperatorError as error:
            log.warning("station %s cannot be paired: %s", message.station, error)
            connection.reject(
                RejectionCode.NOT_SAVED,
                "The lab computer could not save the pairing; see its screen.",
                final=True,
            )

    def _pair(self, connection: StationConnection, message: Pair) -> None:
        connection.granted_token = self._gate.pair(message, connection.address)
        connection.granted = message
        connection.send(Paired(connection.granted_token))

    def _admit(self, connection: StationConnection, message: Hello) -> None:
        station = message.station
        self._gate.admit(message, connection.granted, connection.granted_token)
        if station in self._live:
            # The old connection may be dead without anyone having noticed yet, so that the
            # rightful station has to be able to try again until it is.
            raise RejectedError(
                RejectionCode.STATION_TAKEN,
                f"Station {station} is in use by another program; end it there first.",
                final=False,
            )
        connection.admit(station)
        self._strangers.discard(connection)
        self._live[station] = connection
        connection.send(Welcome(self._session, __version__, self._exit_hash))
        log.info("station %s is connected from %s", station, connection.address)
        self.station_connected.emit(station)

    def _reject_unexpected(self, connection: StationConnection) -> None:
        log.warning("%s sent a message out of place and is disconnected", connection)
        connection.reject(
            RejectionCode.NOT_UNDERSTOOD,
            "The lab computer did not expect this message.",
            final=True,
        )

    def _on_answered(self, connection: StationConnection, number: int) -> None:
        if connection.station:
            self.answered.emit(connection.station, number)

    def _on_closed(self, connection: StationConnection) -> None:
        self._strangers.discard(connection)
        connection.deleteLater()
        if connection.station:
            del self._live[connection.station]
            log.info("station %s is not connected any more", connection.station)
            self.station_lost.emit(connection.station, connection.heartbeat.silent_ms)


def _send_without_delay(descriptor: int) -> None:
    """Turn Nagle's algorithm off for every connection that the listening socket will accept.

    Otherwise the second of two short messages waits for the first one's acknowledgement, which
    the other end delays: 40 ms on Linux, 200 ms on Windows. Qt's web sockets have no such option,
    but accepted sockets take it over from the listening one.
    """
    with socket.socket(fileno=descriptor) as listening:
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.detach()  # it is Qt's to close
