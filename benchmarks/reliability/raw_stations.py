"""Many stations that cost next to nothing: raw ends of the protocol in one process.

    HCMD_KIOSK_CODE=CODE python -m benchmarks.reliability.raw_stations --server HOST:PORT
        --stations 48 --think-ms 1500

A kiosk has a computer of its own; here all of them share the host's cores. So these speak the
protocol over real TLS sockets, keep times, and draw nothing: a message is read as far as its page,
what is chosen is drawn at random. Prints a line of JSON when everybody has a screen, or two minutes
later, and one with what was noted when the process is asked to end.
"""

import argparse
import asyncio
import base64
import gc
import json
import os
import random
import signal
import ssl
import struct
import time
from typing import Any, TypeAlias

import msgspec

from hcmd_lab import __version__
from hcmd_lab.game.view import Page
from hcmd_lab.network.codec import encode
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station_messages import (
    CheckIn,
    Command,
    Continue,
    Decide,
    Hello,
    Pair,
    ToHost,
    TokenKept,
    Vote,
)
from hcmd_lab.processes import CODE_VARIABLE

Moment: TypeAlias = tuple[str, int, int]
"""A participant's code, stage and round."""

_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10
_PING_S = 1.0
_FIRST_RETRY_S, _LONGEST_RETRY_S = 0.1, 1.0
_ARRIVAL_S = 120.0
"""After which is played without those who have not come."""
_OVER = frozenset(
    {Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.PAYMENT, Page.GOODBYE, Page.DROPPED}
)
_TO_CHECK_IN = _OVER | {Page.CHECK_IN}


class _Screen(msgspec.Struct, frozen=True):
    """Of a view, what a station needs to act on it."""

    page: Page
    participant: str = ""
    stage: int = 0
    round: int = 0
    endowments: tuple[int, ...] = ()
    paused: bool = False
    continued: bool = False


class _FromHost(msgspec.Struct, frozen=True):
    """Of any message of the host, what a station needs."""

    type: str
    view: _Screen | None = None
    nonce: str = ""
    token: str = ""
    number: int = 0
    sentence: str = ""


_READ = msgspec.json.Decoder(_FromHost)


class Notes:
    """What all stations have noted.

    Attributes:
        first_screen_s: When each station had its first screen.
        acknowledged: For each decision, when it was sent and how long its answer took.
        sent_s: When each decision was sent.
        revealed_s: When each outcome was on its screen.
        refused: Sentences of the host, and how often it said them.
        lost: Connections of stations with a screen that ended before this process was asked to end
            and before their game was over.
        came_again: Connections that ended before that, as a busy host ends them.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self.first_screen_s: dict[int, float] = {}
        self.acknowledged: list[tuple[float, float]] = []
        self.sent_s: dict[Moment, float] = {}
        self.revealed_s: dict[Moment, float] = {}
        self.refused: dict[str, int] = {}
        self.lost = 0
        self.came_again = 0


class RawStation(asyncio.Protocol):
    """One connection of a station: comes in, checks in, plays.

    Args:
        number: Its name.
        pin: The session's PIN.
        think_s: Thinking time before each choice.
        notes: Taken by all stations together.
        token: That of its last connection; empty before it is paired.

    Attributes:
        token: The one to come in with next time.
        ended: Done once the connection has ended.
    """

    def __init__(self, number: int, pin: str, think_s: float, notes: Notes, token: str) -> None:
        self._number, self._pin, self._think_s, self._notes = number, pin, think_s, notes
        self.token = token
        self._dice = random.Random(number)  # noqa: S311 - choices, no secrets
        self._received = bytearray()
        self._is_upgraded = False
        self._acted_on: _Screen | None = None
        self._under_way: dict[str, float] = {}
        self._commands = 0
        self.ended = asyncio.get_running_loop().create_future()

    @property
    def is_over(self) -> bool:
        """Whether its last screen says that the game is over."""
        return self._acted_on is not None and self._acted_on.page in _OVER

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for a web socket."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            f"GET / HTTP/1.1\r\nHost: lab\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def connection_lost(self, error: Exception | None) -> None:
        """Tell whoever waits."""
        del error
        if not self.ended.done():
            self.ended.set_result(None)

    def data_received(self, data: bytes) -> None:
        """Take whole frames off what has arrived."""
        self._received += data
        if not self._is_upgraded:
            head, end, rest = self._received.partition(b"\r\n\r\n")
            if not end:
                return
            if b" 101 " not in head:
                self._transport.close()
                return
            self._is_upgraded, self._received = True, rest
            if self.token:
                self._greet()
            else:
                self._say(Pair(PROTOCOL, __version__, str(self._number), self._pin))
            self._ping()
        while (frame := self._frame()) is not None:
            self._take(*frame)

    def _frame(self) -> tuple[int, bytes] | None:
        """The next frame, which a host never masks nor divides; None while it is not whole."""
        data = self._received
        if len(data) < 2:
            return None
        size, start = data[1], 2
        if size == 126:
            start = 4
        elif size == 127:
            start = 10
        if len(data) < start:
            return None
        if start > 2:
            size = int.from_bytes(data[2:start], "big")
        if len(data) < start + size:
            return None
        frame = data[0] & 15, bytes(data[start : start + size])
        del data[: start + size]
        return frame

    def _take(self, kind: int, payload: bytes) -> None:
        if kind == _PING:
            self._send(_PONG, payload)
        elif kind == _CLOSE:
            self._transport.close()
        elif kind == _TEXT:
            self._hear(_READ.decode(payload))

    def _hear(self, message: _FromHost) -> None:
        match message.type:
            case "paired":
                self.token = message.token
                self._greet()
            case "new_token":
                self.token = message.token
                self._say(TokenKept(message.number))
            case "snapshot" if message.view is not None:
                self._show(message.view)
            case "accepted":
                sent_s = self._under_way.pop(message.nonce, None)
                if sent_s is not None:
                    self._notes.acknowledged.append((sent_s, time.monotonic() - sent_s))
            case "rejected":
                said = message.sentence
                self._notes.refused[said] = self._notes.refused.get(said, 0) + 1
            case _:
                pass  # of the kiosk's matters

    def _greet(self) -> None:
        self._say(Hello(PROTOCOL, __version__, str(self._number), self.token, ""))

    def _show(self, screen: _Screen) -> None:
        now_s = time.monotonic()
        self._notes.first_screen_s.setdefault(self._number, now_s)
        if screen.page is Page.OUTCOME:
            moment = (screen.participant, screen.stage, screen.round)
            self._notes.revealed_s.setdefault(moment, now_s)
        if screen.paused or screen.continued or screen == self._acted_on:
            return
        self._acted_on = screen
        if screen.page in (Page.DECIDE, Page.VOTE):
            asyncio.get_running_loop().call_later(self._think_s, self._act, screen)
        else:
            self._act(screen)

    def _act(self, screen: _Screen) -> None:
        """Do what a screen asks for, if it is the newest."""
        command = self._command(screen)
        if command is None or screen is not self._acted_on or self._transport.is_closing():
            return
        now_s = time.monotonic()
        self._say(command)
        if isinstance(command, Decide):
            self._under_way[command.nonce] = now_s
            self._notes.sent_s[screen.participant, screen.stage, screen.round] = now_s

    def _command(self, screen: _Screen) -> Command | None:
        self._commands += 1
        nonce = f"{self._number}-{self._commands}"
        match screen.page:
            case Page.STAGE_INTRO | Page.OUTCOME | Page.VOTE_RESULT:
                return Continue(nonce, screen.page, screen.stage, screen.round)
            case Page.DECIDE:
                given = self._dice.randint(0, screen.endowments[0])
                return Decide(nonce, screen.stage, screen.round, given)
            case Page.VOTE:
                return Vote(nonce, self._dice.choice((1, 2)))
            case page if page in _TO_CHECK_IN:
                return CheckIn(nonce, f"bot-{self._number}", is_bot=True)
            case _:
                return None

    def _ping(self) -> None:
        """Ask for a sign of life every second, as a kiosk does."""
        if not self._transport.is_closing():
            self._send(_PING, b"")
            asyncio.get_running_loop().call_later(_PING_S, self._ping)

    def _say(self, message: ToHost) -> None:
        self._send(_TEXT, encode(message).encode())

    def _send(self, kind: int, payload: bytes) -> None:
        """Send a frame; its mask of zeros leaves it as it is."""
        size = len(payload)
        length = bytes([128 | size]) if size < 126 else b"\xfe" + struct.pack(">H", size)
        self._transport.write(bytes([128 | kind]) + length + bytes(4) + payload)


class Crowd:
    """All stations of one process.

    Args:
        server: `HOST:PORT` of the host.
        code: Its pairing code.
        stations: How many there are.
        think_ms: Mean thinking time before each choice.
    """

    def __init__(self, server: str, code: str, stations: int, think_ms: int) -> None:
        self._host, _, port = server.rpartition(":")
        self._port, self._pin = int(port), parse_code(code).pin
        self._stations, self._think_ms = stations, think_ms
        self._asked_to_end = asyncio.Event()
        self._notes = Notes()
        # As with a kiosk that is paired, no name and no authority counts; that this is the host
        # which the benchmark has started itself, nobody doubts.
        self._trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._trust.check_hostname, self._trust.verify_mode = False, ssl.CERT_NONE

    async def play(self) -> None:
        """Play at all stations until the process is asked to end; prints what was noted."""
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._asked_to_end.set)
        notes = self._notes
        gc.freeze()
        begun_s, begun_cpu_s = time.monotonic(), time.process_time()
        staying = [
            asyncio.ensure_future(self._stay(number)) for number in range(1, self._stations + 1)
        ]
        while len(notes.first_screen_s) < self._stations and not self._asked_to_end.is_set():
            if time.monotonic() - begun_s > _ARRIVAL_S:
                break
            await asyncio.sleep(0.02)
        arrived_s, arrived_cpu_s = time.monotonic(), time.process_time()
        print(json.dumps({"arrived": len(notes.first_screen_s)}), flush=True)
        await self._asked_to_end.wait()
        wall_s, cpu_s = time.monotonic() - arrived_s, time.process_time() - arrived_cpu_s
        for each in staying:
            each.cancel()
        print(json.dumps(_told(notes, begun_s, arrived_s) | {
            "cpu_share": round(cpu_s / wall_s, 3),
            "arrival_cpu_s": round(arrived_cpu_s - begun_cpu_s, 2),
        }), flush=True)  # fmt: skip

    async def _stay(self, number: int) -> None:
        """Come in, and come again whenever the connection has ended, as a kiosk does."""
        # Not all at the same moment, as people do not act together either.
        think_s = self._think_ms * (3 + number % 5) / 5 / 1000
        token, retry_s = "", _FIRST_RETRY_S
        while not self._asked_to_end.is_set():
            station = RawStation(number, self._pin, think_s, self._notes, token)
            if await self._connected(station):
                await station.ended
                token = station.token
                if not self._asked_to_end.is_set() and not station.is_over:
                    self._count(number)
            await asyncio.sleep(retry_s)
            retry_s = min(2 * retry_s, _LONGEST_RETRY_S)

    async def _connected(self, station: RawStation) -> bool:
        try:
            await asyncio.get_running_loop().create_connection(
                lambda: station,
                self._host,
                self._port,
                ssl=self._trust,
                server_hostname="lab-server",
            )
        except OSError:
            return False
        return True

    def _count(self, number: int) -> None:
        if number in self._notes.first_screen_s:
            self._notes.lost += 1
        else:
            self._notes.came_again += 1


def _told(notes: Notes, begun_s: float, arrived_s: float) -> dict[str, Any]:
    return {
        "arrived": len(notes.first_screen_s),
        "arrival_s": round(max(notes.first_screen_s.values(), default=begun_s) - begun_s, 2),
        "all_in_s": arrived_s,
        "acknowledged": notes.acknowledged,
        "sent": [[*moment, at_s] for moment, at_s in notes.sent_s.items()],
        "revealed": [[*moment, at_s] for moment, at_s in notes.revealed_s.items()],
        "refused": notes.refused,
        "stations_lost": notes.lost,
        "came_again": notes.came_again,
    }


def main() -> None:
    """Read the command line and play."""
    parser = argparse.ArgumentParser(description="Many stations that cost next to nothing.")
    parser.add_argument("--server", required=True)
    parser.add_argument("--stations", type=int, default=48)
    parser.add_argument("--think-ms", type=int, default=1500)
    given = parser.parse_args()
    code = os.environ[CODE_VARIABLE]
    asyncio.run(Crowd(given.server, code, given.stations, given.think_ms).play())


if __name__ == "__main__":
    main()
