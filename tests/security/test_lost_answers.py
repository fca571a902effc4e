"""Whatever of a station's coming in is lost, wherever: it comes in, and nobody is alarmed.

Cables here break after each number of bytes, one way or the other, so that each message between
the first byte and the newest token is lost once, with and without the word that it arrived.
"""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from network_lab import HOME, PIN, Log, MemoryRegistry, lab_certificate
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hcmd_lab.network.host import LabHost
from hcmd_lab.network.host_line import LinkTiming
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.pairing import PairingCode
from hcmd_lab.network.station import StationLink

QUICK = LinkTiming(first_retry_ms=10, max_retry_ms=50)
BYTES = range(0, 8000, 250)
"""The shortest message has more bytes than a step: none is passed over."""
MANY = HostLimits(handshakes_per_address=100, handshakes=100, handshakes_per_s=1000)


class FrailCable(QObject):
    """Passes bytes on, and breaks so many connections after so many bytes one way."""

    def __init__(
        self, host_port: int, parent: QObject, *, breaks: int, after: int, to_host: bool
    ) -> None:
        super().__init__(parent)
        self.broken = 0
        self._host_port = host_port
        self._breaks, self._after, self._to_host = breaks, after, to_host
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(QHostAddress(HOME), 0)
        self.port = self._server.serverPort()

    def _on_connection(self) -> None:
        near = self._server.nextPendingConnection()
        far = QTcpSocket(self)
        counted = near if self._to_host else far
        left = [self._after]

        def pass_on(source: QTcpSocket, target: QTcpSocket) -> None:
            if target.state() != QTcpSocket.SocketState.ConnectedState:
                return
            if source is not counted or self.broken >= self._breaks:
                target.write(source.readAll())
                return
            passed = source.read(left[0])
            left[0] -= passed.size()
            target.write(passed)
            if left[0] <= 0:
                self.broken += 1
                target.flush()
                for socket in (near, far):
                    socket.abort()

        def end(target: QTcpSocket) -> None:
            if isValid(target):
                target.disconnectFromHost()

        for source, target in ((near, far), (far, near)):
            source.readyRead.connect(functools.partial(pass_on, source, target))
            source.disconnected.connect(functools.partial(end, target))
        far.connected.connect(functools.partial(pass_on, near, far))
        far.connectToHost(HOME, self._host_port)


class Room:
    """A host, and stations that come to it by frail cables."""

    def __init__(self) -> None:
        self.parent = QObject()
        self.host = LabHost(
            lab_certificate(), MemoryRegistry(), "session", PIN, limits=MANY, parent=self.parent
        )
        self.port = self.host.listen(HOME, 0)
        self.cables: dict[str, FrailCable] = {}
        self.links: list[StationLink] = []
        self.told: dict[str, Log] = {}

    def start(self, name: str, folder: Path, **breaks: int) -> None:
        cable = FrailCable(self.port, self.parent, **breaks)
        code = PairingCode(lab_certificate().fingerprint, PIN)
        link = StationLink(
            HOME, cable.port, name, folder / name, code=code, timing=QUICK, parent=self.parent
        )
        self.cables[name], self.told[name] = cable, Log(link, "rejected")
        self.links.append(link)
        link.start()

    @property
    def refused(self) -> list[object]:
        return [told for log in self.told.values() for told in log.of("rejected")]

    def close(self) -> None:
        for link in self.links:
            link.stop()
        self.host.close()


@pytest.fixture
def room() -> Iterator[Room]:
    opened = Room()
    yield opened
    opened.close()


@pytest.mark.parametrize("to_host", [True, False], ids=["to the host", "to the station"])
@pytest.mark.parametrize("breaks", [1, 3])
def test_a_station_comes_in_whichever_answer_is_lost(
    room: Room,
    qtbot: QtBot,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
    breaks: int,
    to_host: bool,
) -> None:
    for after in BYTES:
        room.start(f"s{after}", tmp_path, breaks=breaks, after=after, to_host=to_host)
    qtbot.waitUntil(
        lambda: bool(room.refused) or room.host.stations == room.cables.keys(), timeout=60_000
    )
    assert room.refused == []
    assert room.host.alarms.all == ()
    broken = sum(cable.broken for cable in room.cables.values())
    assert broken > 8 * breaks
    record_property("times", broken)
