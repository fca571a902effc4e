"""Whatever of a station's coming in is lost, wherever: it comes in, and nobody is alarmed.

Cables here break after each number of bytes, one way or the other, so that each message between
the first byte and the newest token is lost once, with and without the word that it arrived.
"""

import functools
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attacked_host import Lab
from attacker import beside
from network_lab import HOME, PIN, Cable, Log, MemoryRegistry, lab_certificate
from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QTcpSocket
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.host_line import LinkTiming
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.pairing import PairingCode
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station import StationLink

QUICK = LinkTiming(first_retry_ms=10, max_retry_ms=50)
BYTES = range(0, 8000, 250)
"""The shortest message has more bytes than a step: none is passed over."""
MANY = HostLimits(handshakes_per_address=100, handshakes=100, handshakes_per_s=1000)


class FrailCable(Cable):
    """Passes bytes on, and breaks so many connections after so many bytes one way."""

    def __init__(
        self, host_port: int, parent: QObject, *, breaks: int, after: int, to_host: bool
    ) -> None:
        super().__init__(host_port, parent)
        self.broken = 0
        self._breaks, self._after, self._to_host = breaks, after, to_host

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


BUSY = HostLimits(ping_ms=200, give_up_ms=2000)


def test_a_station_that_comes_back_before_a_busy_host_has_missed_it_is_no_second_program(
    open_lab: Callable[..., Lab], qtbot: QtBot
) -> None:
    """Its cable was cut without a goodbye, and the lab computer notices that late."""
    lab = open_lab(limits=BUSY)
    token = lab.enter("s1")  # and answers no ping from now on
    busy = QTimer(lab.parent, interval=0)
    busy.timeout.connect(lambda: time.sleep(0.25))
    busy.start()

    def come_again() -> int:
        for times in range(100):
            answer = lab.come().hello("s1", token)
            assert answer is not None
            if answer["type"] == "welcome":
                return times
            assert answer["code"] == RejectionCode.STATION_TAKEN
        raise AssertionError("it is not let in")

    assert beside(qtbot, come_again) > 1
    assert lab.host.alarms.all == ()


def test_a_second_program_at_the_same_address_is_an_alarm(
    open_lab: Callable[..., Lab], qtbot: QtBot
) -> None:
    lab = open_lab(limits=BUSY)
    station = beside(qtbot, lab.come)
    token = beside(qtbot, lambda: station.enter("s1", PIN))
    threading.Thread(target=station.hear, daemon=True).start()  # it answers pings

    def come_twice() -> None:
        for _ in range(2):
            answer = lab.come().hello("s1", token)
            assert answer is not None
            assert answer["code"] == RejectionCode.STATION_TAKEN
            time.sleep(0.5)

    beside(qtbot, come_twice)
    assert lab.kinds() == {AlarmKind.SECOND_USE}
    assert lab.host.stations == {"s1"}
