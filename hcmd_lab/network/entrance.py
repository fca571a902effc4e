"""A station's entrance: certificate, pairing, token, and reconnecting after every loss."""

import logging
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from hcmd_lab import __version__
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.network.credentials import Credentials, load_credentials, save_credentials
from hcmd_lab.network.fetch import CertificateFetch
from hcmd_lab.network.host_line import HostLine, LinkTiming
from hcmd_lab.network.host_messages import (
    Accepted,
    Identify,
    NewToken,
    Paired,
    PicturePart,
    QuitKiosk,
    Rejected,
    RestartKiosk,
    ShowNotice,
    ShutDown,
    Snapshot,
    ToStation,
    Visit,
    Welcome,
)
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.pairing import PairingCode
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import Hello, Pair, StrangerSeen, ToHost, TokenKept
from hcmd_lab.network.update_messages import FromHost, FromStation, UpdateHello, UpdateOffer
from hcmd_lab.timestamps import local_day

log = logging.getLogger(__name__)


class Entrance(QObject):
    """Keeps one connection to the host open until it is stopped or finally rejected.

    Args:
        host: Name or address of the host.
        port: Its TCP port.
        station: This station's name.
        folder: Folder of this station's pairing, not shared with other stations.
        code: The pairing code, if one was given.
        timing: Time-outs and retry intervals.

    Attributes:
        silent_ms: How long the last line had been silent when it was lost.

    Signals:
        entered(str): The host has let the station in, to the session with this id.
        message_received(ToStation): A message for the station that is in.
        answered(int): The host has received all that was sent before it was asked (`ask`).
        lost(): The line of a station that was in has gone; it is being opened again.
        untrusted(str): Another computer answers at the host's address; the sentence. The rightful
            one is waited for.
        misdated(str): The host's certificate is not valid by this computer's clock; the sentence.
            It is tried again.
        refused(str, str, bool): Code, sentence, and whether the entrance has stopped for good.
        update_told(FromHost): There is an update instead of a session, or what follows of it.
        update_over(): The line that this came over has gone; it is being opened again.
    """

    entered = Signal(str)
    message_received = Signal(object)
    answered = Signal(object)  # a number of any size
    lost = Signal()
    untrusted = Signal(str)
    misdated = Signal(str)
    rejected = Signal(object, str, bool)
    update_told = Signal(object)
    update_over = Signal()

    def __init__(
        self,
        host: str,
        port: int,
        station: str,
        folder: Path,
        code: PairingCode | None,
        timing: LinkTiming,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._host = host
        self._port = port
        self._station = station
        self._folder = folder
        self._code = code
        self._timing = timing
        self._certificate_der = b""
        self._token = ""
        self._exit_hash = ""
        self._attempt: HostLine | CertificateFetch | None = None
        self._line: HostLine | None = None
        self._is_in = self._is_updating = False
        self._strangers = 0
        self.silent_ms = 0
        self._paired_again = False
        self._taken_until: QDeadlineTimer | None = None
        self._retry_ms = timing.first_retry_ms
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._try)

    @property
    def is_in(self) -> bool:
        """Whether the host has admitted the station and the connection is up."""
        return self._is_in

    @property
    def exit_hash(self) -> str:
        """Hash of the PIN for leaving the kiosk, from the last host that let the station in."""
        return self._exit_hash

    @property
    def certificate_der(self) -> bytes:
        """The only certificate that is trusted; empty before one is known."""
        return self._certificate_der

    def start(self) -> None:
        """Start connecting.

        Raises:
            UsageError: The station is not paired, and there is no pairing code.
            OperatorError: The kept pairing cannot be read.
        """
        kept = load_credentials(self._folder)
        if kept is None and self._code is None:
            raise UsageError(
                "Station {station} is not paired with a lab computer yet; start it with --code - "
                "and type the pairing code that the lab computer shows.",
                station=self._station,
            )
        # A code for another host than last time replaces the old pairing.
        if kept is not None and (self._code is None or self._code.is_for(kept.certificate_der)):
            self._certificate_der, self._token = kept.certificate_der, kept.token
        self._try()

    def stop(self) -> None:
        """Close the connection for good; no more signals are emitted but `update_over`."""
        self._retry.stop()
        self._drop_attempt()

    def move(self, host: str, port: int) -> None:
        """Look for the host at another address from now on; without effect while it is heard."""
        if not self._is_in and not self._is_updating:
            self._host, self._port = host, port
            self._retry.stop()
            self._try()

    def send(self, message: ToHost) -> None:
        """Send a message; without effect while the station is not admitted."""
        if self._is_in:
            self._say(message)

    def ask(self, number: int) -> None:
        """Ask whether all that was sent has arrived; without effect while not admitted."""
        if self._is_in and self._line is not None:
            self._line.ask(number)

    def show_token(self, system: str, version: str, busy: bool, failed: tuple[str, str]) -> None:
        """Answer the offer of an update; the arguments are those of `UpdateHello`."""
        self.tell_update(UpdateHello(self._station, self._token, system, version, busy, *failed))

    def tell_update(self, message: FromStation) -> None:
        """Send a message about an update; without effect where none is offered."""
        if self._is_updating and self._line is not None:
            self._line.tell_update(message)

    def _say(self, message: ToHost) -> None:
        if self._line is not None:
            self._line.send(message)

    # --- connecting ----------------------------------------------------------------------------

    def _try(self) -> None:
        self._drop_attempt()
        if not self._certificate_der:
            fetch = CertificateFetch(self._host, self._port, self._timing.connect_ms, self)
            fetch.fetched.connect(self._on_fetched)
            fetch.failed.connect(self._try_later)
            self._attempt = fetch
            fetch.start()
            return
        line = HostLine(self._host, self._port, self._certificate_der, self._timing, self)
        line.opened.connect(self._on_opened)
        line.message_received.connect(self._on_message)
        line.update_told.connect(self._on_update_told)
        line.untrusted.connect(self._on_untrusted)
        line.misdated.connect(self._on_misdated)
        line.answered.connect(self.answered)
        line.ended.connect(self._on_ended)
        self._attempt = self._line = line
        line.open()

    def _try_later(self) -> None:
        self._drop_attempt()
        self._retry.start(self._retry_ms)
        self._retry_ms = min(2 * self._retry_ms, self._timing.max_retry_ms)

    def _drop_attempt(self) -> None:
        if self._attempt is not None:
            self._attempt.abort()
            self._attempt.deleteLater()
        self._attempt = self._line = None
        self._is_in = False
        if self._is_updating:
            self._is_updating = False
            self.update_over.emit()

    def _give_up(self, code: RejectionCode, sentence: str) -> None:
        self.stop()
        self.rejected.emit(code, sentence, True)

    def _on_ended(self) -> None:
        was_in = self._is_in
        self.silent_ms = 0 if self._line is None else self._line.silent_ms
        self._try_later()
        if was_in:
            self.lost.emit()

    # --- authentication ------------------------------------------------------------------------

    def _on_fetched(self, certificate_der: bytes) -> None:
        if self._code is not None and self._code.is_for(certificate_der):
            self._certificate_der = certificate_der
            self._try()
            return
        self._give_up(
            RejectionCode.WRONG_CODE,
            f"The pairing code does not belong to the lab computer at {self._host} port "
            f"{self._port}; compare the code and the address with what the lab computer shows.",
        )

    def _on_untrusted(self, why: str) -> None:
        # Whoever took the address, by a mistake or not, must not keep the station from its host.
        self._strangers += 1
        self._try_later()
        self.untrusted.emit(
            f"The computer at {self._host} port {self._port} does not show the certificate that "
            f"station {self._station} was paired with ({why}); check the address, or pair the "
            "station again with the code that the lab computer shows.",
        )

    def _on_misdated(self, why: str) -> None:
        self._try_later()
        self.misdated.emit(
            f"By this computer's clock it is {local_day()}, when the certificate of the lab "
            f"computer at {self._host} port {self._port} is not valid ({why}); set this "
            "computer's date and time.",
        )

    def _on_opened(self) -> None:
        if self._token or self._code is None:
            self._say_hello()
        else:
            self._say(Pair(PROTOCOL, __version__, self._station, self._code.pin))

    def _on_message(self, message: ToStation) -> None:
        match message:
            case Paired():
                self._on_paired(message.token)
            case Welcome():
                self._on_welcome(message)
            case NewToken():
                self._on_new_token(message)
            case Rejected(nonce=""):
                self._on_rejected(message)
            case (
                Snapshot() | PicturePart() | Accepted() | Rejected() | ShowNotice() | Identify()
                | RestartKiosk() | QuitKiosk() | ShutDown() | Visit()
            ):  # fmt: skip
                self.message_received.emit(message)
            case _:
                assert_never(message)

    def _on_update_told(self, message: FromHost) -> None:
        if isinstance(message, UpdateOffer) and not self._is_in and self._token:
            self._is_updating = True
            if self._line is not None:
                self._line.welcome()
        if self._is_updating:
            self.update_told.emit(message)

    def _on_paired(self, token: str) -> None:
        self._token = token
        # Saved first: the host assigns the name for good once the token comes back to it.
        try:
            self._keep_pairing()
        except OperatorError as error:
            self._give_up(RejectionCode.NOT_SAVED, str(error))
            return
        self._say_hello()

    def _on_new_token(self, message: NewToken) -> None:
        former, self._token = self._token, message.token
        try:
            self._keep_pairing()
        except OperatorError as error:
            self._token = former  # which counts until another one is confirmed
            log.warning("the new token cannot be stored: %s", error)
            return
        self._say(TokenKept(message.number))

    def _say_hello(self) -> None:
        mac = "" if self._line is None else self._line.hardware_address
        self._say(Hello(PROTOCOL, __version__, self._station, self._token, mac))

    def _keep_pairing(self) -> None:
        save_credentials(self._folder, Credentials(self._certificate_der, self._token))

    def _on_welcome(self, message: Welcome) -> None:
        log.info("let in to session %s by a host of version %s", message.session, message.version)
        if self._line is not None:
            self._line.welcome()
        self._exit_hash = message.exit_hash
        self._is_in = True
        self._taken_until = None
        if self._strangers:
            self._say(StrangerSeen(self._strangers))
            self._strangers = 0
        self._retry_ms = self._timing.first_retry_ms
        self.entered.emit(message.session)

    def _on_rejected(self, rejected: Rejected) -> None:
        if rejected.code is RejectionCode.UNKNOWN_TOKEN and self._can_pair_again():
            return
        if rejected.code is RejectionCode.STATION_TAKEN and not rejected.final:
            if self._taken_until is None:
                self._taken_until = QDeadlineTimer(self._timing.taken_ms)
            if not self._taken_until.hasExpired():
                return  # the host closes the connection, and it is reopened
        if rejected.final or rejected.code is RejectionCode.STATION_TAKEN:
            self._give_up(rejected.code, rejected.sentence)
        else:
            self.rejected.emit(rejected.code, rejected.sentence, False)

    def _can_pair_again(self) -> bool:
        """Pair once more with the code if the host does not know the stored token."""
        if self._code is None or self._paired_again:
            return False
        self._paired_again = True
        self._token = ""
        self._try()
        return True
