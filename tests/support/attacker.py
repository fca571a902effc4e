"""A client of its own over real sockets, which sends what it likes, from which address it likes.

It knows TLS and web sockets and nothing of the program that it attacks, save the messages. It
blocks: `beside` runs it in a thread while the host in this process goes on.
"""

import base64
import json
import os
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from pytestqt.qtbot import QtBot

from hcmd_lab.network.message_fields import PROTOCOL

HOST = "127.0.0.1"
TEXT, PING, CONTINUATION = 1, 9, 0
T = TypeVar("T")


def beside(qtbot: QtBot, attack: Callable[[], T], timeout_s: float = 60) -> T:
    """What an attack comes to that runs in a thread, while this one serves."""
    results: list[T] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            results.append(attack())
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            failures.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=int(1000 * timeout_s))
    if failures:
        raise failures[0]
    return results[0]


class Attacker:
    """One connection.

    Args:
        port: The host's.
        address: Where it comes from: any of this computer's own.
    """

    def __init__(self, port: int, address: str = HOST) -> None:
        plain = socket.create_connection((HOST, port), timeout=15, source_address=(address, 0))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        self.socket = context.wrap_socket(plain)
        self._left = b""
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET / HTTP/1.1\r\nHost: {HOST}:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        while b"\r\n\r\n" not in self._left:
            self._left += self._more()
        self._left = self._left.partition(b"\r\n\r\n")[2]

    def say(self, kind: str, **fields: object) -> None:
        """Send a message."""
        self.frame(TEXT, json.dumps({"type": kind} | fields).encode())

    def frame(self, code: int, payload: bytes = b"", *, last: bool = True) -> None:
        """Send a frame of any kind, with a mask of zeros."""
        self.socket.sendall(frame(code, payload, last=last))

    def hear(self) -> dict[str, Any] | None:
        """The next message; None once the host has closed the connection."""
        while True:
            try:
                code, payload = self._frame()
            except OSError:
                return None
            if code == TEXT:
                heard: dict[str, Any] = json.loads(payload)
                return heard
            if code == PING:
                self.frame(10, payload)
            if code == 8:
                return None

    def pair(self, station: str, pin: str) -> dict[str, Any] | None:
        """Ask for a token; the host's answer."""
        self.say("pair", protocol=PROTOCOL, version="0", station=station, pin=pin)
        return self.hear()

    def hello(self, station: str, token: str) -> dict[str, Any] | None:
        """Come in with a token; the host's answer."""
        self.say("hello", protocol=PROTOCOL, version="0", station=station, token=token, mac="")
        return self.hear()

    def enter(self, station: str, pin: str) -> str:
        """Pair, come in, store the next token; returns it."""
        paired = self.pair(station, pin)
        assert paired is not None
        assert paired["type"] == "paired", paired
        return self.come_in(station, paired["token"])

    def come_in(self, station: str, token: str, *, confirms: bool = True) -> str:
        """Come in with a token and store the next one; returns it."""
        welcome = self.hello(station, token)
        assert welcome is not None
        assert welcome["type"] == "welcome", welcome
        given = self.hear()
        assert given is not None
        assert given["type"] == "new_token", given
        if confirms:
            self.say("token_kept", number=given["number"])
        new: str = given["token"]
        return new

    def close(self) -> None:
        """Go without a goodbye."""
        self.socket.close()

    def _frame(self) -> tuple[int, bytes]:
        head = self._take(2)
        length = head[1] & 127
        if length == 126:
            length = struct.unpack("!H", self._take(2))[0]
        elif length == 127:
            length = struct.unpack("!Q", self._take(8))[0]
        return head[0] & 15, self._take(length)

    def _take(self, count: int) -> bytes:
        while len(self._left) < count:
            self._left += self._more()
        taken, self._left = self._left[:count], self._left[count:]
        return taken

    def _more(self) -> bytes:
        more = self.socket.recv(65536)
        if not more:
            raise ConnectionError("the host has closed the connection")
        return more


def frame(code: int, payload: bytes = b"", *, last: bool = True) -> bytes:
    """The bytes of a frame."""
    head = bytes([code | (128 if last else 0)])
    if len(payload) < 126:
        head += bytes([128 | len(payload)])
    else:
        head += bytes([128 | 126]) + struct.pack("!H", len(payload))
    return head + bytes(4) + payload
