import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from network_lab import HOME, PIN, Cable, Log, MemoryRegistry, Stranger, lab_certificate
from PySide6.QtCore import QByteArray, QObject
from PySide6.QtNetwork import QAbstractSocket, QTcpServer, QTcpSocket
from PySide6.QtWebSockets import QWebSocket
from pytestqt.qtbot import QtBot
from shiboken6 import invalidate

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.alarm import Alarm, AlarmKind
from hcmd_lab.network.codec import encode
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.host_messages import Accepted, NewToken, Paired, Rejected, Welcome
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import (
    CheckIn,
    Decide,
    ExitReport,
    Hello,
    Pair,
    Read,
    ToHost,
    Vote,
)

FIRST_MESSAGES = Path(__file__).parents[2] / "fixtures" / "v0.1.0" / "first-messages.txt"
QUICK = HostLimits(authenticate_ms=300, ping_ms=40, give_up_ms=200, strangers=5)


class Lab:
    """A host, and what it tells."""

    def __init__(self, qtbot: QtBot, **details: object) -> None:
        self.qtbot = qtbot
        self.parent = QObject()
        self.registry = MemoryRegistry()
        self.host = LabHost(
            lab_certificate(), self.registry, "session", PIN, parent=self.parent, **details
        )
        self.port = self.host.listen(HOME, 0)
        self.log = Log(
            self.host, "station_connected", "station_lost", "command_received", "exit_tried"
        )

    def stranger(self) -> Stranger:
        """Somebody whose TLS handshake is done."""
        stranger = Stranger(self.port, lab_certificate(), self.parent)
        self.qtbot.waitUntil(stranger.socket.isValid)
        return stranger

    def station(self, name: str = "s1") -> tuple[Stranger, str]:
        """A station that has paired, and its token."""
        stranger = self.stranger()
        send(stranger, Pair(PROTOCOL, "0", name, PIN))
        self.until(lambda: stranger.messages)
        paired = stranger.messages[0]
        assert isinstance(paired, Paired)
        send(stranger, Hello(PROTOCOL, "0", name, paired.token, ""))
        self.until(lambda: stranger.messages[2:])
        assert isinstance(stranger.messages[1], Welcome)
        assert isinstance(stranger.messages[2], NewToken)
        return stranger, paired.token

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

    def rejection(self, stranger: Stranger) -> Rejected:
        """Why the connection was closed."""
        self.until(lambda: stranger.gone)
        last = stranger.messages[-1]
        assert isinstance(last, Rejected)
        assert last.nonce == ""
        return last


def send(stranger: Stranger, message: ToHost) -> None:
    stranger.socket.sendTextMessage(encode(message))


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[Lab]:
    lab = Lab(qtbot)
    yield lab
    lab.host.close()


@pytest.fixture
def quick(qtbot: QtBot) -> Iterator[Lab]:
    lab = Lab(qtbot, limits=QUICK)
    yield lab
    lab.host.close()


def test_a_station_pairs_and_its_messages_are_passed_on(lab: Lab) -> None:
    station, _ = lab.station()
    assert lab.host.stations == {"s1"}
    send(station, Vote("n1", 2))
    lab.until(lambda: lab.log.of("command_received"))
    assert lab.log.entries == [
        ("station_connected", "s1"),
        ("command_received", "s1", Vote("n1", 2)),
    ]
    lab.host.send("s1", Accepted("n1"))
    lab.host.send("s2", Accepted("n2"))
    lab.until(lambda: station.messages[3:])
    assert station.messages[3:] == [Accepted("n1")]


def test_a_station_comes_back_with_its_token_as_soon_as_it_is_gone(lab: Lab) -> None:
    station, token = lab.station()
    station.socket.abort()
    lab.until(lambda: lab.log.of("station_lost"))
    again = lab.stranger()
    send(again, Hello(PROTOCOL, "0", "s1", token, ""))
    lab.until(lambda: again.messages)
    assert isinstance(again.messages[0], Welcome)
    assert [name for name, *_ in lab.log.entries] == [
        "station_connected", "station_lost", "station_connected",
    ]  # fmt: skip


def test_the_host_keeps_no_token_in_clear(lab: Lab) -> None:
    _, token = lab.station()
    assert token not in repr(lab.registry.tokens)


def test_a_second_program_with_the_same_token_is_kept_out(lab: Lab) -> None:
    station, token = lab.station()
    second = lab.stranger()
    send(second, Hello(PROTOCOL, "0", "s1", token, ""))
    rejected = lab.rejection(second)
    assert (rejected.code, rejected.final) == (RejectionCode.STATION_TAKEN, False)
    send(station, Vote("n1", 1))
    lab.until(lambda: lab.log.of("command_received"))


def test_a_second_computer_for_a_taken_name_is_refused_for_good(lab: Lab) -> None:
    lab.station()
    second = lab.stranger()
    send(second, Pair(PROTOCOL, "0", "s1", PIN))
    rejected = lab.rejection(second)
    assert (rejected.code, rejected.final) == (RejectionCode.STATION_TAKEN, True)


def test_a_wrong_pin_is_refused(lab: Lab) -> None:
    stranger = lab.stranger()
    send(stranger, Pair(PROTOCOL, "0", "s1", "0000"))
    assert lab.rejection(stranger).code == RejectionCode.WRONG_PIN
    assert lab.registry.tokens == {}


def test_a_pairing_that_cannot_be_saved_is_explained(
    lab: Lab, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: str) -> None:
        raise OperatorError("The disk is full.")

    monkeypatch.setattr(lab.registry, "claim", fail)
    stranger = lab.stranger()
    send(stranger, Pair(PROTOCOL, "0", "s1", PIN))
    lab.until(lambda: stranger.messages)
    assert isinstance(stranger.messages[0], Paired)
    send(stranger, Hello(PROTOCOL, "0", "s1", stranger.messages[0].token, ""))
    assert lab.rejection(stranger).code == RejectionCode.NOT_SAVED
    assert "The disk is full." in caplog.text


GARBAGE = {
    "no JSON": "hello?",
    "unknown type": '{"type":"elect"}',
    "unknown field": '{"type":"vote","nonce":"n","choice":1,"seat":3}',
    "deep": "[" * 30_000,
    "out of bounds": '{"type":"vote","nonce":"n","choice":9}',
}


@pytest.mark.parametrize("text", GARBAGE.values(), ids=GARBAGE)
@pytest.mark.parametrize("known", [True, False], ids=["station", "stranger"])
def test_garbage_closes_its_own_connection_only(
    lab: Lab, caplog: pytest.LogCaptureFixture, text: str, known: bool
) -> None:
    other, _ = lab.station("other")
    sender = lab.station()[0] if known else lab.stranger()
    sender.socket.sendTextMessage(text)
    send(sender, Vote("n", 1))
    rejected = lab.rejection(sender)
    assert (rejected.code, rejected.final) == (RejectionCode.NOT_UNDERSTOOD, True)
    assert "sent no message of this protocol" in caplog.text
    send(other, Vote("n", 1))
    lab.until(lambda: lab.log.of("command_received"))
    assert lab.log.of("command_received") == [("other", Vote("n", 1))]


def test_a_binary_frame_is_refused(lab: Lab) -> None:
    station, _ = lab.station()
    station.socket.sendBinaryMessage(QByteArray(b'{"type":"vote","nonce":"n","choice":1}'))
    assert lab.rejection(station).code == RejectionCode.NOT_UNDERSTOOD
    assert not lab.log.of("command_received")


def test_an_oversize_message_ends_the_connection_before_it_has_arrived(lab: Lab) -> None:
    station, _ = lab.station()
    station.socket.sendTextMessage(" " * 65537)
    lab.until(lambda: lab.log.of("station_lost"))
    lab.until(lambda: station.gone)
    assert len(station.messages) == 3


def test_a_message_of_64_kib_is_read(lab: Lab) -> None:
    station, _ = lab.station()
    text = encode(Vote("n", 1))
    station.socket.sendTextMessage(text + " " * (65536 - len(text)))
    lab.until(lambda: lab.log.of("command_received"))


def test_another_protocol_is_named_even_where_its_messages_are_not_known(lab: Lab) -> None:
    stranger = lab.stranger()
    stranger.socket.sendTextMessage('{"type":"greet","protocol":99}')
    rejected = lab.rejection(stranger)
    assert rejected.code == RejectionCode.VERSION
    assert "version 99" in rejected.sentence
    assert rejected.sentence.endswith("install the newer program on the lab computer.")
    assert [(alarm.kind, alarm.station) for alarm in lab.host.alarms.all] == [
        (AlarmKind.NEWER_PROGRAM, "")
    ]


@pytest.mark.parametrize("opening", FIRST_MESSAGES.read_text("utf-8").splitlines())
def test_a_station_of_a_released_version_is_named_to_the_experimenter(
    lab: Lab, opening: str
) -> None:
    for _ in range(2):  # a station that nobody may set up tries again and again
        stranger = lab.stranger()
        stranger.socket.sendTextMessage(opening)
        rejected = lab.rejection(stranger)
        assert (rejected.code, rejected.final) == (RejectionCode.VERSION, True)
        assert rejected.sentence.endswith("install the newer program on the station.")
    assert lab.host.alarms.all == (Alarm(AlarmKind.OLDER_PROGRAM, "8", HOME),)
    lab.host.alarms.note()
    again = lab.stranger()
    again.socket.sendTextMessage(opening)
    lab.rejection(again)
    assert lab.host.alarms.pending == (), "it has been told"


@pytest.mark.parametrize(
    "message", [CheckIn("n", "", False), Decide("n", 1, 1, 1), Read("n"), ExitReport("n", True)]
)
def test_nothing_is_passed_on_from_a_stranger(lab: Lab, message: ToHost) -> None:
    stranger = lab.stranger()
    send(stranger, message)
    assert lab.rejection(stranger).code == RejectionCode.NOT_UNDERSTOOD
    assert lab.log.entries == []


def test_a_station_cannot_become_another_one(lab: Lab) -> None:
    station, _ = lab.station()
    send(station, Pair(PROTOCOL, "0", "s2", PIN))
    assert lab.rejection(station).code == RejectionCode.NOT_UNDERSTOOD


def test_who_says_nothing_is_disconnected_in_time(quick: Lab) -> None:
    stranger = quick.stranger()
    quick.until(lambda: stranger.gone)
    assert stranger.messages == []


def test_who_only_asks_for_a_token_is_disconnected_in_time(quick: Lab) -> None:
    stranger = quick.stranger()
    send(stranger, Pair(PROTOCOL, "0", "s1", PIN))
    quick.until(lambda: stranger.gone)
    assert quick.registry.tokens == {}


def test_there_is_a_limit_to_strangers_but_not_to_stations(
    quick: Lab, caplog: pytest.LogCaptureFixture
) -> None:
    station, _ = quick.station()
    strangers = [Stranger(quick.port, lab_certificate(), quick.parent) for _ in range(8)]
    quick.until(lambda: all(stranger.gone for stranger in strangers))
    assert "too many connections" in caplog.text
    send(station, Vote("n", 1))
    quick.until(lambda: quick.log.of("command_received"))


def test_too_many_messages_wait_and_far_too_many_end_the_connection(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    lab = Lab(qtbot, limits=HostLimits(messages_per_s=100, waiting_messages=30))
    station, _ = lab.station()
    for number in range(120):
        send(station, Vote(f"n{number}", 1))
    lab.until(lambda: len(lab.log.of("command_received")) == 120)
    nonces = [command.nonce for _, command in lab.log.of("command_received")]
    assert nonces == [f"n{number}" for number in range(120)]
    for number in range(400):
        send(station, Vote(f"m{number}", 1))
    rejected = lab.rejection(station)
    assert (rejected.code, rejected.final) == (RejectionCode.TOO_FAST, False)
    assert "sends too fast" in caplog.text
    lab.host.close()


def test_a_station_that_is_cut_off_silently_is_noticed(quick: Lab) -> None:
    cable = Cable(quick.port, quick.parent)
    real_port, quick.port = quick.port, cable.port
    _, token = quick.station()
    quick.port = real_port
    passed = cable.passed
    many_pings = 3 * QUICK.give_up_ms // QUICK.ping_ms
    quick.until(lambda: cable.passed > passed + 2 * many_pings)
    assert not quick.log.of("station_lost")
    cable.is_cut = True
    quick.until(lambda: quick.log.of("station_lost"))
    again = quick.stranger()
    send(again, Hello(PROTOCOL, "0", "s1", token, ""))
    quick.until(lambda: again.messages)
    assert isinstance(again.messages[0], Welcome)


def test_a_station_whose_socket_is_lost_is_lost_and_comes_back(quick: Lab) -> None:
    _, token = quick.station()
    socket = quick.host.findChild(QWebSocket)
    assert isinstance(socket, QWebSocket)
    invalidate(socket)
    quick.host.send("s1", Accepted("n1"))
    quick.host.ask("s1", 7)
    quick.until(lambda: quick.log.of("station_lost"))
    again = quick.stranger()
    send(again, Hello(PROTOCOL, "0", "s1", token, ""))
    quick.until(lambda: again.messages)
    assert isinstance(again.messages[0], Welcome)


def test_a_disconnected_station_is_told_why_and_not_listened_to(lab: Lab) -> None:
    station, _ = lab.station()
    send(station, Vote("n", 1))
    lab.host.disconnect_station("s1", "The session is over.", RejectionCode.SESSION_CLOSED)
    lab.host.disconnect_station("nobody", "This has no effect.")
    assert lab.rejection(station) == Rejected(
        "", RejectionCode.SESSION_CLOSED, "The session is over.", True
    )
    lab.until(lambda: lab.log.of("station_lost"))
    assert not lab.log.of("command_received")


def test_a_revoked_station_has_to_pair_again(lab: Lab) -> None:
    station, token = lab.station()
    lab.host.revoke("s1")
    assert lab.rejection(station).code == RejectionCode.RELEASED
    again = lab.stranger()
    send(again, Hello(PROTOCOL, "0", "s1", token, ""))
    assert lab.rejection(again).code == RejectionCode.UNKNOWN_TOKEN
    assert lab.station()[1] != token


def test_a_closed_host_tells_nothing_more(lab: Lab) -> None:
    station, _ = lab.station()
    lab.host.close()
    lab.until(lambda: station.gone)
    assert lab.log.entries == [("station_connected", "s1")]
    assert lab.host.stations == frozenset()


def test_an_impostor_is_not_spoken_to(lab: Lab) -> None:
    victim = Stranger(lab.port, lab_certificate(2), lab.parent)
    with lab.qtbot.waitSignal(victim.socket.sslErrors):
        pass
    lab.until(lambda: victim.socket.state() == QAbstractSocket.SocketState.UnconnectedState)
    assert not victim.socket.isValid()


def test_silent_sockets_do_not_keep_a_station_out(lab: Lab) -> None:
    sockets = [QTcpSocket(lab.parent) for _ in range(60)]
    for socket in sockets:
        socket.connectToHost(HOME, lab.port)
    lab.until(lambda: all(s.state() == s.SocketState.ConnectedState for s in sockets))
    lab.station()


def test_a_taken_port_is_explained(qtbot: QtBot) -> None:
    other = QTcpServer()
    other.listen()
    parent = QObject()
    host = LabHost(lab_certificate(), MemoryRegistry(), "session", PIN, parent=parent)
    with pytest.raises(OperatorError, match="choose another port"):
        host.listen("0.0.0.0", other.serverPort())  # noqa: S104 - it fails


@pytest.mark.parametrize("address", ["", "lab", "300.1.1.1"])
def test_what_is_no_address_is_explained(qtbot: QtBot, address: str) -> None:
    host = LabHost(lab_certificate(), MemoryRegistry(), "session", PIN)
    with pytest.raises(OperatorError, match="not a network address"):
        host.listen(address, 0)


def test_the_log_says_who_came(lab: Lab, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    lab.station()
    assert "station s1 is connected from 127.0.0.1" in caplog.text
