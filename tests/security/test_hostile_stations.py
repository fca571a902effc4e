"""Attacks by a station that is in: commands of pages that it does not see, and news without end.

Its messages are all of the protocol; what they ask for, no kiosk of ours would.
"""

import json
import socket
import ssl
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import pytest
from attacker import HOST, TEXT, Attacker, beside, frame
from hosted_session import HostedSession
from network_lab import PIN
from pytestqt.qtbot import QtBot
from scripted import MATERIALS
from walks import small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.game.room import Order
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.script_steps import Part
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, CheckIn, ToHost

LIMITS = HostLimits()
READS = ScriptSettings(consent=False, instructions=True, control_questions=False)


@pytest.fixture
def come(qtbot: QtBot, session: HostedSession) -> Iterator[Any]:
    attackers: list[Attacker] = []

    def enter(station: str) -> Attacker:
        attackers.append(beside(qtbot, lambda: Attacker(session.port)))
        beside(qtbot, lambda: attackers[-1].enter(station, PIN))
        return attackers[-1]

    yield enter
    for attacker in attackers:
        attacker.close()


@pytest.fixture
def rightful(session: HostedSession, tmp_path: Path, qtbot: QtBot) -> Iterator[StationLink]:
    """A station as they are, which answers pings."""
    link = StationLink(HOST, session.port, "s1", tmp_path / "s1", code=parse_code(session.code))
    link.start()
    qtbot.waitUntil(lambda: session.host.stations == {"s1"}, timeout=10_000)
    yield link
    link.stop()


def logged(session: HostedSession) -> Counter[type]:
    return Counter(type(event) for event in session.store.log.events("session"))


def answered(attacker: Attacker, kind: str, fields: dict[str, object]) -> dict[str, Any]:
    attacker.say(kind, **fields)
    while (heard := attacker.hear()) is not None:
        if heard.get("nonce") == fields["nonce"]:
            return heard
    return {"type": "closed"}


OUT_OF_PLACE: dict[str, tuple[str, dict[str, object]]] = {
    "a round that has not begun": (
        "decide", {"nonce": "a", "stage": 1, "round": 1, "contribution": 1}
    ),
    "the last round": ("decide", {"nonce": "b", "stage": 3, "round": 2, "contribution": 1}),
    "no stage": ("decide", {"nonce": "c", "stage": 0, "round": 0, "contribution": 0}),
    "more than there is": (
        "decide", {"nonce": "d", "stage": 1, "round": 1, "contribution": 1000}
    ),
    "a vote": ("vote", {"nonce": "e", "choice": 2}),
    "a page that is not there": (
        "continue", {"nonce": "f", "page": "outcome", "stage": 3, "round": 2}
    ),
    "a leaf of no instructions": ("turn_page", {"nonce": "g", "page": 1000}),
    "a question that nobody asks": (
        "answer_question", {"nonce": "h", "question": "fund", "answer": 16}
    ),
    "a questionnaire": ("hand_in", {"nonce": "i", "answers": {f"q{n}": 1 for n in range(40)}}),
    "consent that nobody wants": ("give_consent", {"nonce": "j", "agreed": False, "version": ""}),
    "somebody else": (
        "check_in", {"nonce": "k", "label": "Somebody", "is_bot": True, "language": ""}
    ),
    "no program after all": (
        "check_in", {"nonce": "l", "label": "", "is_bot": False, "language": ""}
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "fields"), OUT_OF_PLACE.values(), ids=OUT_OF_PLACE)
def test_a_command_of_a_page_that_is_not_shown_changes_nothing(
    come: Any, session: HostedSession, qtbot: QtBot, kind: str, fields: dict[str, object]
) -> None:
    attacker = come("s1")
    checked_in = {"nonce": "0", "label": "", "is_bot": True, "language": ""}
    beside(qtbot, lambda: answered(attacker, "check_in", checked_in))
    before, state = logged(session), session.state
    answer = beside(qtbot, lambda: answered(attacker, kind, fields))
    assert answer["type"] in ("refused", "accepted"), answer
    if answer["type"] == "accepted":
        assert kind == "continue", "a page that has been left already"
    assert logged(session) == before
    assert session.state == state
    assert session.host.stations == {"s1"}


@pytest.mark.parametrize("again", ["hello", "pair"])
def test_one_connection_is_one_station(
    come: Any, session: HostedSession, qtbot: QtBot, again: str
) -> None:
    attacker = come("s1")
    if again == "pair":
        heard = beside(qtbot, lambda: attacker.pair("s2", PIN))
    else:
        heard = beside(qtbot, lambda: attacker.hello("s2", "0" * 64))
    while heard is not None and heard["type"] not in ("refused", "paired", "welcome"):
        heard = beside(qtbot, attacker.hear)
    assert heard is not None
    assert (heard["type"], heard["final"]) == ("refused", True)
    qtbot.waitUntil(lambda: session.host.stations == frozenset(), timeout=10_000)


def test_who_comes_and_goes_without_end_is_slowed_down_and_an_alarm(
    rightful: StationLink, session: HostedSession, qtbot: QtBot
) -> None:
    """Each time is two events, each waited for by everybody."""
    attacker = beside(qtbot, lambda: Attacker(session.port))
    token = beside(qtbot, lambda: attacker.enter("s2", PIN))
    attacker.close()
    refused: list[dict[str, Any]] = []

    def churn() -> None:
        nonlocal token
        until_s = time.monotonic() + 5
        while time.monotonic() < until_s:
            again = Attacker(session.port)
            welcome = again.hello("s2", token)
            if welcome is not None and welcome["type"] == "welcome":
                given = again.hear()
                assert given is not None
                again.say("token_kept", number=given["number"])
                token = given["token"]
            elif welcome is not None and welcome["code"] != RejectionCode.STATION_TAKEN:
                refused.append(welcome)
                time.sleep(0.1)
            again.close()

    beside(qtbot, churn)
    events = logged(session)
    rightful_came = 1
    assert events[ev.StationBack] <= rightful_came + LIMITS.arrivals
    assert events[ev.StationLost] <= rightful_came + LIMITS.arrivals
    assert refused
    assert {(each["code"], each["final"]) for each in refused} == {(RejectionCode.TOO_FAST, False)}
    assert {(each.kind, each.station) for each in session.host.alarms.all} == {
        (AlarmKind.FLOOD, "s2")
    }
    assert "s1" in session.host.stations


def asked(port: int, token: str) -> dict[str, Any] | None:
    attacker = Attacker(port)
    answer = attacker.hello("s2", token)
    attacker.close()
    return answer


def test_a_station_that_was_slowed_down_comes_in_later(
    come: Any, session: HostedSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    attacker = beside(qtbot, lambda: Attacker(session.port))
    token = beside(qtbot, lambda: attacker.enter("s2", PIN))
    attacker.close()
    qtbot.waitUntil(lambda: not session.host.stations, timeout=10_000)
    came = session.host._comings._came_in_s["s2"]
    came.extend([time.monotonic()] * LIMITS.arrivals)
    refused = beside(qtbot, lambda: asked(session.port, token))
    assert refused is not None
    assert refused["code"] == RejectionCode.TOO_FAST
    came.extend([time.monotonic() - LIMITS.arrivals_s - 1] * LIMITS.arrivals)
    welcome = beside(qtbot, lambda: asked(session.port, token))
    assert welcome is not None
    assert welcome["type"] == "welcome"


NEWS: dict[str, dict[str, object]] = {
    "check_in": {"label": "Ann", "is_bot": False, "language": ""},
    "exit_report": {"succeeded": False},
    "stranger_seen": {"count": 1},
    "call_help": {"text": "x" * 500},
    "interrupted": {"what": "locked", "lasted_ms": 10**14},
    "order_answer": {"outcome": "refused", "detail": "x" * 1000},
    "token_kept": {"number": 1},
    "fetch_picture": {"picture": "0" * 64, "part": 0},
    "decide": {"stage": 1, "round": 1, "contribution": 1},
    "vote": {"choice": 1},
    "continue": {"page": "stage_intro", "stage": 1, "round": 0},
    "read": {},
    "give_consent": {"agreed": False, "version": ""},
    "turn_page": {"page": 0},
    "answer_question": {"question": "fund", "answer": 1},
    "hand_in": {"answers": {}},
    "kiosk_report": {
        "version": "0", "protocol": PROTOCOL, "system": "", "utc_ms": 0, "width": 1, "height": 1,
        "scale_percent": 100, "screens": 1, "sound": "absent", "full_screen": True,
        "in_front": True, "guarded": True, "keys": "free", "keyboard": "", "language": "",
        "disk_free_mb": 0,
    },
}  # fmt: skip
"""All that a station that is in may say, with what the log could be filled with."""

WITHOUT_NONCE = {"stranger_seen", "token_kept", "fetch_picture"}
ANSWERS = {"order_answer", "kiosk_report"}
AGAIN = {"order_answer": ["done", "refused", "read", "sent", "back", "no_answer"]}
"""Answers to one order that could take turns."""


def test_all_that_a_station_may_say_is_said_without_end() -> None:
    kinds = {kind.__struct_config__.tag for kind in get_args(ToHost)}
    assert kinds - {"pair", "hello"} == set(NEWS)


def said(kind: str, number: int, order: str) -> str:
    """One of many messages: each is new, or answers the same order otherwise than before."""
    fields: dict[str, object] = {"type": kind} | NEWS[kind]
    if kind not in WITHOUT_NONCE:
        fields["nonce"] = order if kind in ANSWERS else f"n{number}"
    if kind in AGAIN:
        fields["outcome"] = AGAIN[kind][number % len(AGAIN[kind])]
    return json.dumps(fields)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("kind", NEWS)
def test_news_without_end_do_not_fill_the_log(
    come: Any, session: HostedSession, qtbot: QtBot, kind: str
) -> None:
    ann, attacker = come("s1"), come("s2")
    for who, label in ((ann, "Ann"), (attacker, "")):
        checked_in = {"nonce": "0", "label": label, "is_bot": True, "language": ""}
        if kind != "check_in" or who is ann:
            checked_in["is_bot"] = False
            beside(qtbot, lambda who=who, given=checked_in: answered(who, "check_in", given))
    session.room.order(Order.MESSAGE, ["s2"], text="Hello")
    order = session.room.told["s2"].nonce
    before = logged(session)
    # What the network lets through in minutes, told at once.
    connection = session.host._live["s2"]
    for number in range(4000):
        connection._take(said(kind, number, order))
    qtbot.waitUntil(lambda: not session.runner._commands, timeout=60_000)
    assert max((logged(session) - before).values(), default=0) <= 200


@pytest.mark.timeout(120)
def test_pages_that_are_turned_without_end_do_not_fill_the_log(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = HostedSession(tmp_path / "study", plan=small_plan(script=READS, materials=MATERIALS))
    attacker = beside(qtbot, lambda: Attacker(session.port))
    beside(qtbot, lambda: attacker.enter("s1", PIN))
    checked_in = {"nonce": "0", "label": "", "is_bot": False, "language": ""}
    beside(qtbot, lambda: answered(attacker, "check_in", checked_in))
    (code,) = session.state.participants
    connection = session.host._live["s1"]
    pages = [*(1 - number % 2 for number in range(2000)), 1, 2]
    for number, page in enumerate(pages):
        connection._take(json.dumps({"type": "turn_page", "nonce": f"n{number}", "page": page}))
    qtbot.waitUntil(lambda: not session.runner._commands, timeout=60_000)
    assert 300 < logged(session)[ev.PageTurned] <= 402
    assert session.state.participants[code].progress.part is Part.GAME, "nobody is kept in them"
    attacker.close()
    session.end()


# --- before the protocol ---------------------------------------------------------------------


def greeting(head: bytes, rest: bytes = b"") -> bytes:
    return b"GET / HTTP/1.1\r\nHost: x\r\n" + head + b"\r\n\r\n" + rest


UPGRADE = (
    b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
)
GREETINGS = {
    "a head without an end": b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 5_000_000,
    "heads without an end": b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 500_000,
    "a line without an end": b"GET /" + b"a" * 5_000_000,
    "no upgrade": greeting(b"X: y"),
    "an old version": greeting(UPGRADE.replace(b"13", b"-1")),
    "a key that is none": greeting(UPGRADE.replace(b"AAAA==", b"!!!!")),
    "another method": greeting(UPGRADE).replace(b"GET", b"POST"),
    "two at once": greeting(UPGRADE, greeting(UPGRADE)),
    "frames before the answer": greeting(UPGRADE, frame(TEXT, b"{}") * 1000),
    "nothing but zeros": bytes(1_000_000),
}


@pytest.mark.parametrize("sent", GREETINGS.values(), ids=GREETINGS)
def test_whatever_is_said_before_the_protocol_harms_only_who_says_it(
    rightful: StationLink, session: HostedSession, qtbot: QtBot, sent: bytes
) -> None:
    def say() -> None:
        plain = socket.create_connection((HOST, session.port), timeout=15)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        with context.wrap_socket(plain) as tls:
            tls.settimeout(12)
            with suppress(ConnectionError, ssl.SSLError):  # a time-out is a failure
                tls.sendall(sent)
                while tls.recv(65536):
                    pass

    beside(qtbot, say)
    with qtbot.waitSignal(rightful.accepted, timeout=10_000):
        rightful.send(CheckIn(UNSENT, "", True))
    assert session.host.stations == {"s1"}
    qtbot.waitUntil(lambda: session.host.unfinished_connections == (0, 0), timeout=10_000)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_no_outdated_tls_is_spoken(
    session: HostedSession, qtbot: QtBot, version: ssl.TLSVersion
) -> None:
    def shake() -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.set_ciphers("DEFAULT@SECLEVEL=0")
        with pytest.warns(DeprecationWarning, match="TLSv1"):
            context.minimum_version = context.maximum_version = version
        plain = socket.create_connection((HOST, session.port), timeout=15)
        with pytest.raises(OSError):  # noqa: PT011 - an alert or a closed connection
            context.wrap_socket(plain)
        plain.close()

    beside(qtbot, shake)


def test_a_hello_of_another_protocol_tells_nothing(session: HostedSession, qtbot: QtBot) -> None:
    def ask() -> dict[str, Any] | None:
        attacker = Attacker(session.port)
        attacker.say("hello", protocol=PROTOCOL + 1, version="9", station="s1", token="0" * 64)
        heard = attacker.hear()
        attacker.close()
        return heard

    heard = beside(qtbot, ask)
    assert heard is not None
    assert heard["type"] == "refused"
    assert "session" not in heard
