"""A station's end of the network: receives views, sends commands.

Nothing is decided here. A station that is killed and started again shows the same screen.
"""

from collections import deque
from itertools import count
from pathlib import Path
from typing import assert_never

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.network.codec import encode
from hcmd_lab.network.entrance import Entrance
from hcmd_lab.network.host_line import LinkTiming
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
from hcmd_lab.network.message_fields import new_nonce
from hcmd_lab.network.pairing import PairingCode
from hcmd_lab.network.pending_command import PendingCommand
from hcmd_lab.network.station_messages import Command, ExitReport, FetchPicture, FromKiosk, Read
from hcmd_lab.network.update_messages import FromStation

_KEPT_REPORTS = 20  # of what happens while the host is unreachable


class StationLink(QObject):
    """Keeps a station connected to its host until it is stopped or finally rejected.

    One command at a time is under way, and beside it one `Read`, so that neither waits for the
    other. Each is sent again, under the same nonce, every few seconds and after each reconnection
    until the host has answered it or a snapshot shows that it has become moot; meanwhile further
    ones of its sort are ignored.

    Args:
        host: Name or address of the host.
        port: Its TCP port.
        station: This station's name.
        folder: Folder of this station's pairing, not shared with other stations.
        code: The pairing code, if one was given.
        timing: Time-outs and retry intervals.

    Signals:
        connected(): The host has let the station in; a snapshot follows.
        connection_lost(): The connection is lost; the link tries to reconnect.
        untrusted(str): Another computer answers at the host's address; the sentence. The link goes
            on trying.
        misdated(str): The host's certificate is not valid by this computer's clock; the sentence.
            The link goes on trying.
        snapshot_received(SeatView): The screen to show.
        picture_part_received(PicturePart): A part of a picture that was asked for.
        ordered(ToKiosk): The experimenter asks something of the kiosk.
        arrived(Message): A report has reached the host.
        accepted(str): The command with this nonce is committed to the study.
        update_told(FromHost): An update is offered instead of a session, or what follows of it.
        update_over(): The line that this came over has gone.
        refused(str, str, bool): Code (see `RejectionCode`), sentence for the person at the station,
            and whether it is final: the link has then stopped.
    """

    connected = Signal()
    connection_lost = Signal()
    untrusted = Signal(str)
    misdated = Signal(str)
    snapshot_received = Signal(object)
    picture_part_received = Signal(object)
    ordered = Signal(object)
    arrived = Signal(object)
    accepted = Signal(str)
    rejected = Signal(object, str, bool)
    update_told = Signal(object)
    update_over = Signal()

    def __init__(
        self,
        host: str,
        port: int,
        station: str,
        folder: Path,
        *,
        code: PairingCode | None = None,
        timing: LinkTiming | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = ""
        self._participant = ""
        self._command: PendingCommand | None = None
        self._reading: PendingCommand | None = None
        self._reports: deque[ExitReport | FromKiosk] = deque(maxlen=_KEPT_REPORTS)
        # By the number of the question that was sent after each.
        self._under_way: deque[tuple[int, ExitReport | FromKiosk]] = deque()
        self._questions = count(1)
        timing = timing or LinkTiming()
        self._repeat = QTimer(self)
        self._repeat.setInterval(timing.repeat_ms)
        self._repeat.timeout.connect(self._send_pending)
        self._entrance = Entrance(host, port, station, folder, code, timing, self)
        self._entrance.entered.connect(self._on_entered)
        self._entrance.message_received.connect(self._on_message)
        self._entrance.answered.connect(self._on_answered)
        self._entrance.lost.connect(self.connection_lost)
        self._entrance.untrusted.connect(self.untrusted)
        self._entrance.misdated.connect(self.misdated)
        self._entrance.rejected.connect(self.rejected)
        self._entrance.update_told.connect(self.update_told)
        self._entrance.update_over.connect(self.update_over)

    @property
    def is_connected(self) -> bool:
        """Whether the host has admitted the station and the connection is up."""
        return self._entrance.is_in

    @property
    def silent_ms(self) -> int:
        """How long nothing had been heard of the host when the connection was lost."""
        return self._entrance.silent_ms

    @property
    def exit_hash(self) -> str:
        """Hash of the PIN for leaving the kiosk (see `exit_pin`); empty if the host has none."""
        return self._entrance.exit_hash

    @property
    def certificate_der(self) -> bytes:
        """The host's certificate, the only one that is trusted."""
        return self._entrance.certificate_der

    def start(self) -> None:
        """Start connecting.

        Raises:
            UsageError: The station is not paired, and there is no pairing code.
            OperatorError: The kept pairing cannot be read.
        """
        self._entrance.start()

    def move(self, host: str, port: int) -> None:
        """Look for the host at another address from now on; without effect while connected."""
        self._entrance.move(host, port)

    def stop(self) -> None:
        """Disconnect for good; no more signals are emitted."""
        self._repeat.stop()
        self._entrance.stop()

    def send(self, command: Command) -> str | None:
        """Send the host a command of the participant.

        Args:
            command: Still `UNSENT`.

        Returns:
            The nonce under which it is sent, or None if one of its sort is under way already.

        Raises:
            MessageError: A text in it is too long or has control characters, or a number is out
                of bounds.
        """
        is_reading = isinstance(command, Read)
        if (self._reading if is_reading else self._command) is not None:
            return None
        command = msgspec.structs.replace(command, nonce=new_nonce())
        encode(command)  # out-of-range values fail here and are not queued
        pending = PendingCommand(command, self._participant)
        if is_reading:
            self._reading = pending
        else:
            self._command = pending
        self._send(pending)
        return command.nonce

    def fetch_picture(self, picture: str, part: int) -> None:
        """Ask for a part of a picture, by its SHA-256; without effect while disconnected."""
        self._entrance.send(FetchPicture(picture, part))

    def show_token(self, system: str, version: str, busy: bool, failed: tuple[str, str]) -> None:
        """Answer the offer of an update; the arguments are those of `UpdateHello`."""
        self._entrance.show_token(system, version, busy, failed)

    def tell_update(self, message: FromStation) -> None:
        """Send a message about an update; without effect where none is offered."""
        self._entrance.tell_update(message)

    def report(self, message: ExitReport | FromKiosk) -> None:
        """Tell the host something of this kiosk; later, if it is unreachable.

        It is told again in the next connection unless `arrived` has told of it: what a host that
        ends has not read any more is not lost. One that has read it and goes on knows it by its
        nonce; one that was started again meanwhile may take it twice.
        """
        self._reports.append(message)
        self._send_reports()

    def _send(self, pending: PendingCommand) -> None:
        self._entrance.send(pending.command)
        self._repeat.start()

    def _send_pending(self) -> None:
        self._repeat.stop()
        for pending in (self._command, self._reading):
            if pending is not None:
                self._send(pending)

    def _send_reports(self) -> None:
        while self._reports and self._entrance.is_in:
            message, number = self._reports.popleft(), next(self._questions)
            self._under_way.append((number, message))
            self._entrance.send(message)
            self._entrance.ask(number)

    def _on_answered(self, number: int) -> None:
        while self._under_way and self._under_way[0][0] <= number:
            self.arrived.emit(self._under_way.popleft()[1])

    def _on_entered(self, session: str) -> None:
        if self._session not in ("", session):
            self._command = self._reading = None  # they were meant for another session
        self._session = session
        again = [message for _, message in self._under_way]
        self._under_way.clear()
        self._reports = deque([*again, *self._reports], _KEPT_REPORTS)
        self.connected.emit()
        self._send_pending()
        self._send_reports()

    def _on_message(self, message: ToStation) -> None:
        match message:
            case Snapshot(view=view):
                self._participant = view.participant
                if self._command is not None and self._command.is_moot(view):
                    self._command = None
                if self._reading is not None and self._reading.is_moot(view):
                    self._reading = None
                self.snapshot_received.emit(view)
            case PicturePart():
                self.picture_part_received.emit(message)
            case Accepted(nonce=nonce):
                self._answers(nonce)
                self.accepted.emit(nonce)  # even if a snapshot has already made it moot
            case Rejected():
                if self._answers(message.nonce):
                    if message.final:
                        self.stop()
                    self.rejected.emit(message.code, message.sentence, message.final)
            case (
                ShowNotice() | Identify() | RestartKiosk() | QuitKiosk() | ShutDown() | Visit()
            ):  # fmt: skip
                self.ordered.emit(message)
            case Paired() | Welcome() | NewToken():
                pass  # handled by the entrance
            case _:
                assert_never(message)

    def _answers(self, nonce: str) -> bool:
        """Whether this answers a pending command, which is then no longer pending."""
        if self._command is not None and self._command.command.nonce == nonce:
            self._command = None
        elif self._reading is not None and self._reading.command.nonce == nonce:
            self._reading = None
        else:
            return False
        return True
