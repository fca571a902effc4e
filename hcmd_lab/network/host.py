"""The host's end of the network: lets stations in and passes messages on.

It knows nothing of the game: what a station may do is for whoever listens to
`command_received`, and what it may see comes from whoever calls `send`.
"""

import logging
import time
from collections import deque
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QSslSocket
from PySide6.QtWebSockets import QWebSocket

from hcmd_lab import __version__
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.network.acceptor import Acceptor
from hcmd_lab.network.alarm import Alarms
from hcmd_lab.network.certificate import HostCertificate
from hcmd_lab.network.codec import Opening
from hcmd_lab.network.comings import Comings
from hcmd_lab.network.crowd import crowding
from hcmd_lab.network.door import Door
from hcmd_lab.network.gate import Gate, RejectedError
from hcmd_lab.network.handshakes import ByteWatch
from hcmd_lab.network.heard_reports import HeardReports
from hcmd_lab.network.host_messages import NewToken, Paired, ToStation, Welcome
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.session_registry import Registry
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
    StrangerSeen,
    ToHost,
    TokenKept,
    TurnPage,
    Vote,
)
from hcmd_lab.network.traffic import StationTraffic

log = logging.getLogger(__name__)

_KEEP_MS = 500
"""What is known anew of stations is kept for all of them together."""


class LabHost(StationTraffic):
    """Serves one session to its stations over wss.

    Args:
        certificate: This host's certificate.
        registry: Registry of the paired stations.
        session: Id of the session.
        pin: The session's PIN.
        limits: Limits on stations.
        exit_hash: Hash of the PIN for leaving kiosks; empty if there is none.
        expected: Stations after which the door closes by itself; None for any number.
        per_address: Stations that may be paired from one address of another computer; None for any
            number.
        any_address: Whether a paired station is let in wherever it is.

    Attributes:
        alarms: What looked like an attack.
        door: Who may come in, and who waits at it.

    Signals:
        knocked(): A station waits at the door.
    """

    knocked = Signal()

    def __init__(
        self,
        certificate: HostCertificate,
        registry: Registry,
        session: str,
        pin: str,
        *,
        limits: HostLimits | None = None,
        exit_hash: str = "",
        expected: int | None = None,
        per_address: int | None = None,
        any_address: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._exit_hash = exit_hash
        self._limits = limits or HostLimits()
        self.alarms = Alarms(self)
        self.door = Door(expected, per_address, time.monotonic)
        self._gate = Gate(
            registry, pin, self._limits, time.monotonic, self.door, self.alarms,
            any_address=any_address,
        )  # fmt: skip
        self._strangers: dict[StationConnection, None] = {}
        self._live: dict[str, StationConnection] = {}
        self._comings = Comings(self._limits, time.monotonic)
        self._heard = HeardReports()
        self._arriving: deque[tuple[StationConnection, Pair | Hello]] = deque()
        self._admission = QTimer(self, singleShot=True, interval=0)
        self._admission.timeout.connect(self._admit_next)
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keeping.timeout.connect(self._gate.keep_news)
        self._acceptor = Acceptor(certificate, self._limits, self)
        self._acceptor.arrived.connect(self._on_arrived)
        self._acceptor.crowded.connect(lambda at: self.alarms.sound(AlarmKind.CROWD, "", at))

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
        return self._acceptor.listen(address, port)

    def send(self, station: str, message: ToStation) -> None:
        """Send a message; without effect if the station is not connected."""
        connection = self._live.get(station)
        if connection is not None:
            connection.send(message)

    def ask(self, station: str, number: int) -> None:
        """Ask a station for a sign of life; `answered` follows all that it has sent before."""
        connection = self._live.get(station)
        if connection is not None:
            connection.heartbeat.ask(number)

    def address_of(self, station: str) -> str:
        """Where a connected station is; empty if it is not connected."""
        connection = self._live.get(station)
        return "" if connection is None else connection.address

    @property
    def unfinished_connections(self) -> tuple[int, int]:
        """Connections that are not web sockets yet, and how many of them are in a handshake."""
        return self._acceptor.unfinished, self._acceptor.in_handshake

    def renew_tokens(self) -> None:
        """Give every connected station a new token, so that copies of the old ones are void."""
        for station in self._live:
            self._renew_token(station)

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
        self._acceptor.close()
        self._admission.stop()
        self._keeping.stop()
        self._gate.keep_news()
        for connection in (*self._strangers, *self._live.values()):
            connection.closed.disconnect()
            connection.close()
        self._strangers.clear()
        self._live.clear()

    def _on_arrived(self, accepted: QWebSocket, tls: QSslSocket, watch: ByteWatch) -> None:
        connection = StationConnection(accepted, tls, self._limits, self)
        watch.watcher = connection.on_bytes
        connection.message_received.connect(self._on_message)
        connection.answered.connect(self._on_answered)
        connection.misused.connect(self._on_misused)
        connection.other_protocol.connect(self._on_other_protocol)
        connection.closed.connect(self._on_closed)
        self._strangers[connection] = None
        if len(self._strangers) > self._limits.strangers:
            # The oldest: a station says who it is at once.
            oldest = crowding(self._strangers, lambda each: each.address)[0]
            log.warning("too many connections that do not say who they are")
            self.alarms.sound(AlarmKind.CROWD, "", oldest.address)
            del self._strangers[oldest]
            oldest.abort()

    def _on_misused(self, connection: StationConnection, kind: AlarmKind) -> None:
        self.alarms.sound(kind, connection.station, connection.address)

    def _on_other_protocol(self, connection: StationConnection, opening: Opening) -> None:
        station = opening.station or ""
        try:
            self._gate.check_protocol(opening.protocol, station, connection.address)
        except RejectedError as rejected:
            _refuse(connection, station, rejected)

    def _on_message(self, connection: StationConnection, message: ToHost) -> None:
        if isinstance(message, Pair | Hello):
            # One in a turn of the event loop: those who play are not to wait for a whole room.
            self._arriving.append((connection, message))
            self._admission.start()
            return
        if not connection.station:
            self._reject_unexpected(connection)
            return
        match message:
            case FetchPicture():
                self.picture_wanted.emit(connection.station, message.picture, message.part)
            case TokenKept():
                self._gate.confirm(connection.station, message.number)
                self._keep_soon()
            case StrangerSeen():
                self.alarms.sound(AlarmKind.OTHER_CERTIFICATE, connection.station)
            case ExitReport() | Interrupted() if self._heard.again(
                connection.station, message.nonce
            ):
                pass  # the line was lost before the station knew that it had been heard
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

    def _admit_next(self) -> None:
        if self._arriving:
            connection, message = self._arriving.popleft()
            if connection in (*self._strangers, *self._live.values()):
                self._let_in(connection, message)
        if self._arriving:
            self._admission.start()

    def _let_in(self, connection: StationConnection, message: Pair | Hello) -> None:
        connection.openings += 1
        # A connection begins with a `Hello`, or with a `Pair` and a `Hello`.
        if connection.station or connection.openings > (1 if isinstance(message, Pair) else 2):
            self._reject_unexpected(connection)
            return
        try:
            if isinstance(message, Pair):
                self._pair(connection, message)
            else:
                self._admit(connection, message)
        except RejectedError as rejected:
            if rejected.code is RejectionCode.KNOCKING:
                self.knocked.emit()
            _refuse(connection, message.station, rejected)
        except OperatorError as error:
            log.warning("station %s cannot be paired: %s", message.station, error)
            connection.reject(
                RejectionCode.NOT_SAVED,
                "The lab computer could not save the pairing; see its screen.",
                final=True,
            )

    def _pair(self, connection: StationConnection, message: Pair) -> None:
        token = self._gate.pair(message, connection.address, is_here=connection.is_of_this_computer)
        connection.send(Paired(token))

    def _admit(self, connection: StationConnection, message: Hello) -> None:
        station = message.station
        if self._comings.too_often(station):
            self.alarms.sound(AlarmKind.FLOOD, station, connection.address)
            raise RejectedError(
                RejectionCode.TOO_FAST,
                "This station has come in too often; it is let in again in some seconds.",
                final=False,
            )
        live = self._live.get(station)
        try:
            self._gate.admit(
                message,
                connection.address,
                live_at="" if live is None else live.address,
                is_here=connection.is_of_this_computer,
            )
        except RejectedError as rejected:
            if (
                rejected.code is RejectionCode.STATION_TAKEN
                and live is not None
                and self._comings.is_second_use(
                    station,
                    is_elsewhere=connection.address != live.address,
                    pings=live.heartbeat.pings,
                    pongs=live.heartbeat.pongs,
                )
            ):
                self.alarms.sound(AlarmKind.SECOND_USE, station, connection.address, live.address)
            raise
        if live is not None:  # the experimenter has let this one in instead
            live.reject(
                RejectionCode.RELEASED,
                f"The experimenter has released station {station}.",
                final=True,
            )
            del self._live[station]
            self.station_lost.emit(station, live.heartbeat.silent_ms)
        self._comings.came_in(station)
        connection.admit(station)
        self._strangers.pop(connection, None)
        self._live[station] = connection
        self._acceptor.know(connection.address)
        connection.send(Welcome(self._session, __version__, self._exit_hash))
        self._renew_token(station)
        self._keep_soon()
        log.info("station %s is connected from %s", station, connection.address)
        self.station_connected.emit(station)

    def _keep_soon(self) -> None:
        if not self._keeping.isActive():  # or stations that come without end would put it off
            self._keeping.start()

    def _renew_token(self, station: str) -> None:
        connection, made = self._live.get(station), self._gate.new_token(station)
        if connection is not None and made is not None:
            connection.send(NewToken(*made))

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
        self._strangers.pop(connection, None)
        connection.deleteLater()
        station = connection.station
        if station and self._live.get(station) is connection:
            del self._live[station]
            log.info("station %s is not connected any more", station)
            self.station_lost.emit(station, connection.heartbeat.silent_ms)


def _refuse(connection: StationConnection, station: str, rejected: RejectedError) -> None:
    log.info("%s is refused as station %s: %s", connection, station, rejected)
    connection.reject(rejected.code, rejected.sentence, final=rejected.final)
