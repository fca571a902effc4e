"""One connection from a station to its host, from opening to its end."""

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkProxy, QNetworkRequest, QSslError
from PySide6.QtWebSockets import QWebSocket

from hcmd_lab.network.addresses import hardware_address
from hcmd_lab.network.codec import MessageError, decode_from_host, encode
from hcmd_lab.network.heartbeat import Heartbeat
from hcmd_lab.network.message_fields import MAX_MESSAGE_BYTES
from hcmd_lab.network.station_messages import ToHost
from hcmd_lab.network.tls import HOST_NAME, date_errors, expected_errors, pinned_configuration
from hcmd_lab.network.update_messages import FromStation, is_about_update, read_from_host, written

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LinkTiming:
    """Time-outs and retry intervals of a station.

    Attributes:
        connect_ms: Time limit for one attempt to connect, up to the host's `Welcome`.
        ping_ms: Between two pings.
        give_up_ms: Silence after which the connection counts as lost.
        first_retry_ms: Before the first new try; each further one waits twice as long.
        max_retry_ms: Up to this.
        taken_ms: How long to try again where the station's seat seems to be taken: the host
            needs up to `give_up_ms` to notice that the former connection is dead.
        repeat_ms: Before a command is sent again that the host has not answered.
    """

    connect_ms: int = 5000
    ping_ms: int = 1000
    give_up_ms: int = 2500
    first_retry_ms: int = 100
    max_retry_ms: int = 1000
    taken_ms: int = 5000
    repeat_ms: int = 3000


class HostLine(QObject):
    """A connection that is used once.

    Args:
        host: Name or address of the host.
        port: TCP port.
        certificate_der: The only certificate that is trusted.
        timing: Time-outs and retry intervals.

    Signals:
        opened(): The host has proved to own the certificate.
        message_received(ToStation): A decoded message.
        update_told(FromHost): A decoded message about an update, which no protocol is needed for.
        untrusted(str): The host has another certificate; why it is not trusted.
        misdated(str): The host has the certificate, not valid by this computer's clock; why.
        answered(int): The host has received all that was sent before it was asked (`ask`).
        ended(): The connection could not be made, or has gone.
    """

    opened = Signal()
    message_received = Signal(object)
    update_told = Signal(object)
    untrusted = Signal(str)
    misdated = Signal(str)
    answered = Signal(object)  # a number of any size
    ended = Signal()

    def __init__(
        self, host: str, port: int, certificate_der: bytes, timing: LinkTiming, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._over = False
        self._socket = QWebSocket(parent=self)
        self._socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._socket.setSslConfiguration(pinned_configuration(certificate_der))
        self._expected = expected_errors(certificate_der)
        self._of_dates = date_errors(certificate_der)
        self._socket.ignoreSslErrors(self._expected)
        self._socket.setMaxAllowedIncomingFrameSize(MAX_MESSAGE_BYTES)
        self._socket.setMaxAllowedIncomingMessageSize(MAX_MESSAGE_BYTES)
        self._socket.connected.connect(self.opened)
        self._socket.textMessageReceived.connect(self._on_text)
        self._socket.sslErrors.connect(self._on_ssl_errors)
        self._socket.errorOccurred.connect(self._end)
        self._socket.disconnected.connect(self._end)
        self._heartbeat = Heartbeat(self._socket, timing.ping_ms, timing.give_up_ms, self)
        self._heartbeat.peer_silent.connect(self._end)
        self._heartbeat.answered.connect(self._on_answered)
        self._connecting = QTimer(self)
        self._connecting.setSingleShot(True)
        self._connecting.setInterval(timing.connect_ms)
        self._connecting.timeout.connect(self._end)
        url = QUrl()
        url.setScheme("wss")
        url.setHost(host)
        url.setPort(port)
        self._request = QNetworkRequest(url)
        self._request.setPeerVerifyName(HOST_NAME)

    @property
    def silent_ms(self) -> int:
        """How long nothing has been heard of the host while this program was running."""
        return self._heartbeat.silent_ms

    @property
    def hardware_address(self) -> str:
        """That of the network card which leads to the host; empty if it has none."""
        return hardware_address(self._socket.localAddress())

    def open(self) -> None:
        """Connect."""
        self._connecting.start()
        self._socket.open(self._request)

    def welcome(self) -> None:
        """Note that the host has admitted the station; watch for silence from now on."""
        self._connecting.stop()
        self._heartbeat.start()

    def send(self, message: ToHost) -> None:
        """Send a message; without effect on a connection that is about to end.

        Raises:
            MessageError: The message breaks its own bounds.
        """
        if self._socket.isValid():
            self._socket.sendTextMessage(encode(message))
            self._socket.flush()  # a program may end right after its last message

    def ask(self, number: int) -> None:
        """Ask whether all that was sent before has arrived; `answered` repeats the number."""
        self._heartbeat.ask(number)

    def tell_update(self, message: FromStation) -> None:
        """Send a message about an update; without effect on a connection that is about to end."""
        if self._socket.isValid():
            self._socket.sendTextMessage(written(message))
            self._socket.flush()

    def abort(self) -> None:
        """End without emitting a signal."""
        self._over = True
        self._connecting.stop()
        self._heartbeat.stop()
        self._socket.abort()

    def _on_answered(self, number: int) -> None:
        if not self._over:
            self.answered.emit(number)

    def _on_text(self, text: str) -> None:
        self._heartbeat.heard()
        if self._over:
            return
        if is_about_update(text):
            self._on_update(text)
            return
        try:
            message = decode_from_host(text)
        except MessageError as error:
            log.warning("the host sent no message of this protocol: %s", error)
            self._end()
            return
        self.message_received.emit(message)

    def _on_update(self, text: str) -> None:
        try:
            message = read_from_host(text)
        except ValueError as error:
            log.warning("the host sent no message about updates that is known: %s", error)
            self._end()
            return
        self.update_told.emit(message)

    def _on_ssl_errors(self, errors: list[QSslError]) -> None:
        # Told of all errors, also of those that are expected, after which the connection goes on.
        serious = [error for error in errors if error not in self._expected]
        if serious and not self._over:
            self.abort()
            is_dated = all(error in self._of_dates for error in serious)
            (self.misdated if is_dated else self.untrusted).emit(serious[0].errorString())

    def _end(self) -> None:
        if not self._over:
            self.abort()
            self.ended.emit()
