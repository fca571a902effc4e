"""Crowds at the host's door, of whom each says too little or too much: who plays goes on."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from attacked_host import ELSEWHERE, Lab
from attacker import TEXT, Attacker, beside
from network_lab import PIN, Log, MemoryRegistry, lab_certificate
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.pairing import new_token, token_sha256
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.update_host import UpdateHost
from hcmd_lab.network.update_messages import UpdateHello, written

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a computer has one loopback address"
)
FAST = HostLimits(
    strangers=20,
    handshakes=100,
    handshakes_per_address=100,
    handshakes_per_s=1000,
    authenticate_ms=60_000,
)


def test_who_only_stands_there_keeps_nobody_out(open_lab: Callable[..., Lab], qtbot: QtBot) -> None:
    """A laptop without any code takes every place of those who have not said who they are."""
    lab = open_lab(limits=FAST)
    token = lab.enter("s1")
    lab.leave("s1")

    def stand() -> list[Attacker]:
        came: list[Attacker] = []
        for _ in range(3 * FAST.strangers):
            with suppress(OSError):
                came.append(lab.come(ELSEWHERE))
        return came

    standing = beside(qtbot, stand)
    beside(qtbot, lambda: lab.come().come_in("s1", token))
    lab.enter("s2", "127.0.0.3")
    assert lab.host.stations == {"s1", "s2"}
    assert AlarmKind.CROWD in lab.kinds()
    assert len([each for each in standing if is_open(each)]) <= FAST.strangers


def test_nor_does_it_keep_a_station_from_its_update(qtbot: QtBot) -> None:
    parent, registry, token = QObject(), MemoryRegistry(), new_token()
    registry.claim("s1", token_sha256(token))
    host = UpdateHost(lab_certificate(), registry, lambda *_: None, parent, limits=FAST)
    port = host.listen("127.0.0.1", 0)
    log = Log(host, "came")
    came: list[Attacker] = []

    def stand() -> None:
        for _ in range(3 * FAST.strangers):
            with suppress(OSError):
                came.append(Attacker(port, ELSEWHERE))

    def come() -> dict[str, Any] | None:
        came.append(station := Attacker(port))
        hello = UpdateHello("s1", token, "linux-x86_64", "0.1", False)
        station.frame(TEXT, written(hello).encode())
        return station.hear()

    beside(qtbot, stand)
    threading.Thread(target=come, daemon=True).start()
    qtbot.waitUntil(lambda: bool(log.of("came")), timeout=10_000)
    for each in came:
        each.close()
    host.close()


def test_who_knocks_a_hundred_times_hides_nobody_who_knocks(open_lab: Callable[..., Lab]) -> None:
    lab = open_lab(limits=FAST, expected=1, per_address=1)
    lab.enter("s1")

    def knock_all() -> None:
        for number in range(110):
            with_code = lab.come(ELSEWHERE)
            answer = with_code.pair(f"n{number}", PIN)
            assert answer is not None
            assert answer["code"] == RejectionCode.KNOCKING
            with_code.close()

    beside(lab.qtbot, knock_all)
    late = lab.answer_to_pair("s2", "127.0.0.3")
    assert late["code"] == RejectionCode.KNOCKING
    (knock,) = [each for each in lab.host.door.knocks if each.address == "127.0.0.3"]
    lab.host.door.let_in(knock)
    lab.enter("s2", "127.0.0.3")


def test_who_is_turned_away_stays_away_under_any_name(open_lab: Callable[..., Lab]) -> None:
    """One click for a computer that knocks by a hundred names; also where a place is free later."""
    lab = open_lab(limits=FAST, expected=1, per_address=1)
    lab.enter("s1")
    for number in range(3):
        lab.answer_to_pair(f"n{number}", ELSEWHERE)
    lab.answer_to_pair("late", "127.0.0.3")
    door = lab.host.door
    door.turn_away(door.knocks[0])
    assert [each.station for each in door.knocks] == ["late"]
    door.leave("s1")
    assert door.is_open
    for name in ("n0", "n1", "other"):
        answer = lab.answer_to_pair(name, ELSEWHERE)
        assert (answer["code"], answer["final"]) == (RejectionCode.TURNED_AWAY, True)
    assert lab.answer_to_pair("late", "127.0.0.3")["type"] == "paired"
    door.open()
    assert lab.answer_to_pair("n0", ELSEWHERE)["type"] == "paired"


def test_of_the_lab_computer_one_kiosk_is_turned_away_and_not_all(
    open_lab: Callable[..., Lab],
) -> None:
    lab = open_lab(limits=FAST, expected=1, per_address=1)
    lab.enter("s1")
    lab.answer_to_pair("n0", "127.0.0.1")
    lab.answer_to_pair("n1", "127.0.0.1")
    door = lab.host.door
    door.turn_away(door.knocks[0])
    assert lab.answer_to_pair("n0", "127.0.0.1")["code"] == RejectionCode.TURNED_AWAY
    assert [each.station for each in door.knocks] == ["n1"]


def test_a_crowd_of_alarms_hides_no_other_alarm(lab: Lab) -> None:
    """Names are free: a hundred unknown ones do not take its address from a copied key."""
    old = new_token()
    lab.registry.claim("s1", token_sha256(old))
    lab.registry.note({"s1": {"confirmed": 3, "address": "127.0.0.1"}})

    def make_up_names() -> None:
        for number in range(100):
            lab.come(ELSEWHERE).hello(f"n{number}", new_token())

    beside(lab.qtbot, make_up_names)
    lab.answer_to_hello("s1", old, ELSEWHERE)
    (alarm,) = [each for each in lab.host.alarms.all if each.kind is AlarmKind.OLD_TOKEN]
    assert (alarm.station, alarm.address, alarm.usual) == ("s1", ELSEWHERE, "127.0.0.1")
    assert len(lab.host.alarms.all) < 100


def test_a_connection_asks_for_one_token(lab: Lab) -> None:
    """With the code a connection could keep the host busy with asking alone."""
    greedy = beside(lab.qtbot, lab.come)

    def ask() -> list[str]:
        for number in range(10):
            greedy.say("pair", protocol=PROTOCOL, version="0", station=f"s{number}", pin=PIN)
        answers: list[str] = []
        while (heard := greedy.hear()) is not None:
            answers.append(heard["type"])
        return answers

    assert beside(lab.qtbot, ask) == ["paired", "refused"]


def test_a_station_that_confirms_without_end_keeps_no_news_from_the_disk(lab: Lab) -> None:
    """Each confirmation put off the moment at which what is known of all stations is kept."""
    other = beside(lab.qtbot, lab.come)
    token = beside(lab.qtbot, lambda: other.enter("s1", PIN))
    lab.leave("s1")
    flooding = beside(lab.qtbot, lab.come)
    beside(lab.qtbot, lambda: flooding.enter("flood", PIN))

    def confirm_and_come() -> None:
        for times in range(40):
            flooding.say("token_kept", number=0)
            if times == 3:
                lab.come().come_in("s1", token)
            flooding.socket.settimeout(0.05)
            flooding.hear()

    beside(lab.qtbot, confirm_and_come)
    assert lab.registry.paired["s1"].confirmed == 2


def is_open(attacker: Attacker) -> bool:
    attacker.socket.settimeout(0.05)
    try:
        return bool(attacker.socket.recv(1))
    except TimeoutError:
        return True
    except OSError:
        return False
