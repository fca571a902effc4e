"""Attacks on the wire: lengths that tell, floods of what is no message, peers that never read."""

import json
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from attacker import CONTINUATION, HOST, PING, TEXT, Attacker, beside, frame
from hosted_session import HostedSession
from network_lab import PIN
from pytestqt.qtbot import QtBot

from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.network.codec import encode
from hcmd_lab.network.host_messages import PicturePart
from hcmd_lab.network.message_fields import PICTURE_PART_BYTES
from hcmd_lab.network.station_messages import CallHelp, CheckIn, Decide, Vote
from hcmd_lab.processes import start_bot

DATA = 23
"""Kind of the TLS records that carry what is sent."""


class Tap:
    """A cable between a client and a host that writes down the lengths of the TLS records."""

    def __init__(self, host_port: int) -> None:
        self.up: list[int] = []
        self.down: list[int] = []
        self._host_port = host_port
        self._listening = socket.create_server((HOST, 0))
        self.port = self._listening.getsockname()[1]
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Cut it."""
        self._listening.close()
        for end in self._ends:
            end.close()

    def _serve(self) -> None:
        near, _ = self._listening.accept()
        far = socket.create_connection((HOST, self._host_port))
        self._ends = [near, far]
        for source, target, lengths in ((near, far, self.up), (far, near, self.down)):
            target.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(
                target=self._pass_on, args=(source, target, lengths), daemon=True
            ).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, lengths: list[int]) -> None:
        kept = b""
        try:
            while more := source.recv(65536):
                kept += more
                while len(kept) >= 5 and len(kept) >= 5 + struct.unpack("!H", kept[3:5])[0]:
                    length = struct.unpack("!H", kept[3:5])[0]
                    if kept[0] == DATA:
                        lengths.append(length)
                    kept = kept[5 + length :]
                target.sendall(more)
        except OSError:
            pass


Come = Callable[[int], Attacker]


@pytest.fixture
def come(qtbot: QtBot) -> Iterator[Come]:
    """A way to connect to a port; every connection is closed in the end."""
    attackers: list[Attacker] = []

    def connect(port: int) -> Attacker:
        attackers.append(beside(qtbot, lambda: Attacker(port)))
        return attackers[-1]

    yield connect
    for attacker in attackers:
        attacker.close()


@pytest.fixture
def tap(session: HostedSession) -> Iterator[Tap]:
    tap = Tap(session.port)
    yield tap
    tap.close()


COMMANDS = {
    "choices": [Decide("n" * 16, 1, 1, coins) for coins in range(0, 1001, 7)]
    + [Decide("n" * 16, 1, 1, coins) for coins in range(12)],
    "votes": [Vote("n" * 16, stage) for stage in (1, 2)],
    "labels": [
        CheckIn("n" * 16, label, False, language)
        for label in ("", "A", "x" * 64, "\u00fc" * 64, "\u6f22" * 64)
        for language in ("", "en", "zh_Hant_TW")
    ],
    "calls": [CallHelp("n" * 16, text) for text in ("", "Help!", "\u6f22" * 500, '"' * 500)],
}


@pytest.mark.parametrize("kind", COMMANDS)
def test_the_length_of_a_record_tells_nothing_of_what_is_sent(
    come: Come, session: HostedSession, tap: Tap, qtbot: QtBot, kind: str
) -> None:
    """Each is really sent through TLS, and the records are measured on their way."""
    client = come(tap.port)
    beside(qtbot, lambda: client.enter("s1", PIN))
    lengths: set[tuple[int, ...]] = set()
    # A pong to the host's ping is a record too; it is far shorter than any message.
    sent = [encode(command).encode() for command in COMMANDS[kind]]
    for message in sent[:20]:
        before = len(tap.up)

        def send(text: bytes = message) -> None:
            client.frame(TEXT, text)
            while client.hear() is None:
                pass

        beside(qtbot, send)
        qtbot.waitUntil(lambda: len(tap.up) > before)  # noqa: B023
        lengths.add(tuple(length for length in tap.up[before:] if length > 200))
    assert len(lengths) == 1, lengths
    assert len({len(message) for message in sent}) == 1, "nor those that were not sent"


def test_what_the_host_sends_before_the_reveal_has_one_length(
    come: Come, session: HostedSession, tap: Tap, qtbot: QtBot
) -> None:
    """Another choice each: the answers and the screen that comes with them are as long."""
    lengths: set[int] = set()
    client = come(tap.port)
    beside(qtbot, lambda: client.enter("s1", PIN))
    others = [come(session.port) for _ in range(3)]
    for number, other in enumerate(others, start=2):
        beside(qtbot, lambda: other.enter(f"s{number}", PIN))  # noqa: B023
    for number, each in enumerate((client, *others), start=1):
        each.say("check_in", nonce=f"c{number}", label="", is_bot=True, language="")
    qtbot.waitUntil(lambda: session.state.groups[1].phase.value == "stage_intro", timeout=10_000)

    def play(coins: int) -> None:
        group = session.state.groups[1]
        place = {"stage": group.stage, "round": group.round}
        before = len(tap.down)
        client.say("decide", nonce=f"d{group.round}", contribution=coins, **place)

        def hear_all() -> None:
            while (heard := client.hear()) is not None:
                if heard.get("nonce") == f"d{group.round}":
                    return

        beside(qtbot, hear_all)
        # Several messages may share a record, which adds 17 bytes to them.
        lengths.add(sum(length - 17 for length in tap.down[before:] if length > 200))

    def all_continue() -> None:
        group = session.state.groups[1]
        for number, each in enumerate((client, *others), start=1):
            each.say(
                "continue", nonce=f"k{number}{group.stage}{group.round}{group.phase}",
                page=group.phase, stage=group.stage, round=group.round,
            )  # fmt: skip
        qtbot.waitUntil(lambda: session.state.groups[1].phase != group.phase, timeout=10_000)

    seat = next(
        number
        for number, own in enumerate(session.state.groups[1].seats)
        if session.state.participants[str(own.participant)].station == "s1"
    )
    all_continue()
    most = session.state.plan.game.endowments(session.state.groups[1].plan.tail_endowment)
    for coins in (most[seat], 0):
        play(coins)
        group = session.state.groups[1]
        for number, each in enumerate(others, start=2):
            each.say(
                "decide", nonce=f"o{number}{group.round}", stage=group.stage, round=group.round,
                contribution=1,
            )  # fmt: skip
        qtbot.waitUntil(lambda: session.state.groups[1].phase.value == "outcome", timeout=10_000)
        all_continue()
    assert len(lengths) == 1, lengths


FLOODS = {
    "pings": frame(PING) * 4000,
    "long pings": frame(PING, bytes(120)) * 1500,
    "empty fragments": frame(TEXT, b"", last=False) + frame(CONTINUATION, b"", last=False) * 20_000,
    "halves of messages": frame(TEXT, b" " * 60_000, last=False)
    + frame(CONTINUATION, b" " * 100, last=False) * 200,
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_of_what_is_no_message_ends_its_own_connection(
    come: Come, session: HostedSession, qtbot: QtBot, flood: bytes
) -> None:
    rightful = come(session.port)
    beside(qtbot, lambda: rightful.enter("s1", PIN))
    attacker = come(session.port)
    beside(qtbot, lambda: attacker.enter("s2", PIN))

    def send() -> None:
        try:
            for _ in range(40):
                attacker.socket.sendall(flood)
        except OSError:
            return

    beside(qtbot, send)
    qtbot.waitUntil(lambda: "s2" not in session.host.stations, timeout=10_000)
    alarms = [(alarm.kind, alarm.station) for alarm in session.host.alarms.all]
    assert alarms == [(AlarmKind.FLOOD, "s2")]
    assert session.host.stations == {"s1"}


def test_a_stranger_may_not_flood_either(come: Come, session: HostedSession, qtbot: QtBot) -> None:
    attacker = come(session.port)

    def send() -> bool:
        try:
            for _ in range(400):
                attacker.socket.sendall(frame(PING) * 4000)
        except OSError:
            return True
        return False

    assert beside(qtbot, send)
    assert {alarm.kind for alarm in session.host.alarms.all} == {AlarmKind.FLOOD}


def test_who_never_reads_is_disconnected(come: Come, session: HostedSession, qtbot: QtBot) -> None:
    rightful = come(session.port)
    beside(qtbot, lambda: rightful.enter("s1", PIN))
    attacker = come(session.port)
    beside(qtbot, lambda: attacker.enter("s2", PIN))
    # As for pictures that it asks for and never takes.
    part = PicturePart("0" * 64, 0, 1, bytes(PICTURE_PART_BYTES))

    def send() -> bool:
        for _ in range(20):
            session.host.send("s2", part)
        return bool(session.host.alarms.all)

    qtbot.waitUntil(send, timeout=20_000)
    assert [alarm.kind for alarm in session.host.alarms.all] == [AlarmKind.NOT_READING]
    qtbot.waitUntil(lambda: session.host.stations == {"s1"}, timeout=5000)


def test_a_code_on_the_command_line_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui.kiosk", "--bot", "--server", "127.0.0.1:9", "--station", "1",
         "--code", "7Q4M-X2KD-90AB-C3FT", "--state-dir", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "read the command line" in done.stderr
    assert "7Q4M" not in done.stderr


def test_a_started_bot_has_no_code_in_the_list_of_processes(tmp_path: Path) -> None:
    code = "7Q4M-X2KD-90AB-C3FT"
    host = SimpleNamespace(server="127.0.0.1:9", listening={"code": code})
    bot = start_bot(host, "1", tmp_path, 1)  # type: ignore[arg-type]
    try:
        assert code not in json.dumps(bot.args)
        assert not any(code[:4] in str(each) for each in bot.args)
    finally:
        bot.kill()
        bot.communicate()
