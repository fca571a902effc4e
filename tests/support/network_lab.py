"""A lab in one process: hosts, stations, strangers and cables that can be cut."""

import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QHostAddress, QNetworkRequest, QTcpServer, QTcpSocket
from PySide6.QtWebSockets import QWebSocket
from shiboken6 import isValid

from hcmd_lab.network.certificate import (
    HostCertificate,
    make_certificate,
    parse_host_certificate,
)
from hcmd_lab.network.codec import decode_from_host
from hcmd_lab.network.host_messages import ToStation
from hcmd_lab.network.lab_identity import LabIdentity, PairedStation
from hcmd_lab.network.tls import HOST_NAME, pinned_configuration

HOME = "127.0.0.1"
PIN = "7Q4M"


def lab_certificate(number: int = 1) -> HostCertificate:
    """A certificate that is made once per test run; another number gives another one."""
    return _certificate(number)


@cache
def _certificate(number: int) -> HostCertificate:
    with tempfile.TemporaryDirectory(prefix=f"keys-{number}-") as folder:
        return LabIdentity(Path(folder)).certificate()


def misdated_certificate(days: int) -> HostCertificate:
    """One of a lab computer whose clock is so many days ahead of that of this computer."""
    clock = SimpleNamespace(now=lambda zone: datetime.now(zone) + timedelta(days))
    with patch("hcmd_lab.network.certificate.datetime", clock):
        return parse_host_certificate(make_certificate(), Path("host.pem"))


class MemoryRegistry:
    """Keeps the paired stations in a dictionary."""

    def __init__(self) -> None:
        self.paired: dict[str, PairedStation] = {}

    @property
    def tokens(self) -> dict[str, str]:
        """SHA-256 of the first token of each station."""
        return {name: each.token_sha256 for name, each in self.paired.items()}

    def find(self, station: str) -> PairedStation | None:
        return self.paired.get(station)

    def token_key(self) -> bytes:
        return b"a key"

    def claim(self, station: str, token_sha256: str) -> None:
        self.paired[station] = PairedStation(station, token_sha256, "")

    def note(self, changes: Mapping[str, Mapping[str, str | int]]) -> None:
        for name, fields in changes.items():
            if name in self.paired:
                self.paired[name] = msgspec.structs.replace(self.paired[name], **fields)

    def release(self, station: str) -> None:
        self.paired.pop(station, None)


class Log:
    """Writes down what a QObject's signals tell, in order."""

    def __init__(self, sender: QObject, *names: str) -> None:
        self.entries: list[tuple[object, ...]] = []
        for name in names:
            getattr(sender, name).connect(self._recorder(name))

    def _recorder(self, name: str) -> Callable[..., None]:
        def record(*values: object) -> None:
            self.entries.append((name, *values))

        return record

    def of(self, name: str) -> list[tuple[object, ...]]:
        """What one signal told."""
        return [entry[1:] for entry in self.entries if entry[0] == name]


class Stranger(QObject):
    """A client that sends what it likes."""

    def __init__(self, port: int, certificate: HostCertificate, parent: QObject) -> None:
        super().__init__(parent)
        self.messages: list[ToStation] = []
        self.gone = False
        self.socket = QWebSocket(parent=self)
        self.socket.setSslConfiguration(pinned_configuration(certificate.certificate_der))
        self.socket.textMessageReceived.connect(
            lambda text: self.messages.append(decode_from_host(text))
        )
        self.socket.disconnected.connect(self._on_gone)
        request = QNetworkRequest(f"wss://{HOME}:{port}")
        request.setPeerVerifyName(HOST_NAME)
        self.socket.open(request)

    def _on_gone(self) -> None:
        self.gone = True


class Cable(QObject):
    """Passes bytes on between stations and a host, until it is cut without a goodbye."""

    def __init__(self, host_port: int, parent: QObject) -> None:
        super().__init__(parent)
        self.is_cut = False
        self.passed = 0
        self._host_port = host_port
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(QHostAddress(HOME), 0)
        self.port = self._server.serverPort()

    def _on_connection(self) -> None:
        near = self._server.nextPendingConnection()
        far = QTcpSocket(self)
        for source, target in ((near, far), (far, near)):
            source.readyRead.connect(self._passer(source, target))
            source.disconnected.connect(self._ender(target))
        far.connected.connect(self._passer(near, far))
        far.connectToHost(HOME, self._host_port)

    def _passer(self, source: QTcpSocket, target: QTcpSocket) -> Callable[[], None]:
        def pass_on() -> None:
            if target.state() == QTcpSocket.SocketState.ConnectedState and not self.is_cut:
                target.write(source.readAll())
                self.passed += 1

        return pass_on

    def _ender(self, target: QTcpSocket) -> Callable[[], None]:
        def end() -> None:
            if not self.is_cut and isValid(target):
                target.disconnectFromHost()

        return end
