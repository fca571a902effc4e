"""Attacks on the host's door: handshakes without end, seats for one, guesses, copied tokens."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attacked_host import ELSEWHERE, Lab
from attacker import beside
from network_lab import PIN, Stranger, lab_certificate
from pytestqt.qtbot import QtBot

from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.network.codec import encode
from hcmd_lab.network.door import WhyKnocks
from hcmd_lab.network.host_messages import Paired, Welcome
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import Hello, Pair

FLOOD = Path(__file__).parents[1] / "support" / "handshake_flood.py"
needs_addresses = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a computer has one loopback address"
)


def in_time(qtbot: QtBot, condition: Any) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)


@needs_addresses
@pytest.mark.parametrize("count", [400, 2000])
@pytest.mark.parametrize("address", [ELSEWHERE, "127.0.0.1"], ids=["laptop", "same"])
def test_unfinished_handshakes_cost_no_station(
    open_lab: Callable[..., Lab],
    qtbot: QtBot,
    count: int,
    address: str,
    record_property: Callable[[str, object], None],
) -> None:
    limits = HostLimits()
    lab = open_lab(limits=limits)
    stations = []
    for number in range(12):
        stranger = Stranger(lab.port, lab_certificate(), lab.parent)
        in_time(qtbot, stranger.socket.isValid)
        stranger.socket.sendTextMessage(encode(Pair(PROTOCOL, "0", f"s{number}", PIN)))
        in_time(qtbot, lambda: stranger.messages)  # noqa: B023
        paired = stranger.messages[0]
        assert isinstance(paired, Paired)
        stranger.socket.sendTextMessage(
            encode(Hello(PROTOCOL, "0", f"s{number}", paired.token, ""))
        )
        in_time(qtbot, lambda: stranger.messages[2:])  # noqa: B023
        stations.append(stranger)
    flood = subprocess.Popen(
        [sys.executable, str(FLOOD), str(lab.port), str(count), address, "6"],
        stdout=subprocess.PIPE,
        text=True,
    )
    most = [0, 0]
    until_s = time.monotonic() + 6
    came: list[str] = []
    other = "127.0.0.1" if address == ELSEWHERE else ELSEWHERE
    newcomer = threading.Thread(
        target=lambda: came.append(lab.come(other).enter("new", PIN)), daemon=True
    )

    def watch() -> bool:
        unfinished, in_handshake = lab.host.unfinished_connections
        most[0], most[1] = max(most[0], unfinished), max(most[1], in_handshake)
        if newcomer.ident is None and most[0] >= limits.unfinished_per_address // 2:
            newcomer.start()
        return time.monotonic() > until_s

    qtbot.waitUntil(watch, timeout=60_000)
    assert newcomer.ident is not None, "the flood was felt"
    in_time(qtbot, lambda: came)
    qtbot.waitUntil(lambda: flood.poll() is not None, timeout=30_000)
    begun = int(flood.communicate()[0].split()[-1])
    record_property("times", begun)
    # The newcomer answers no pings once it is in, and is lost for that alone.
    lost = [name for name, _ in lab.log.of("station_lost") if name != "new"]
    record_property("stations_lost", len(lost))
    assert begun >= count
    assert lost == []
    assert {f"s{number}" for number in range(12)} <= lab.host.stations
    assert most[0] <= limits.unfinished + limits.unfinished_per_address
    assert most[1] <= 2 * limits.handshakes


@needs_addresses
def test_who_knows_the_code_does_not_get_all_seats(
    open_lab: Callable[..., Lab], qtbot: QtBot
) -> None:
    lab = open_lab(expected=48, per_address=1)
    lab.enter("s1")
    answers = [lab.answer_to_pair(f"n{number}", ELSEWHERE) for number in range(8)]
    got = [answer for answer in answers if answer["type"] == "paired"]
    assert len(got) == 1, "one station from one address"
    refused = [answer for answer in answers if answer["type"] == "refused"]
    assert {answer["code"] for answer in refused} == {RejectionCode.KNOCKING}
    assert {knock.why for knock in lab.host.door.knocks} == {WhyKnocks.SAME_ADDRESS}
    assert len(lab.host.door.knocks) == 7
    assert lab.registry.tokens.keys() == {"s1"}, "no name is taken by knocking"


@needs_addresses
def test_the_door_closes_by_itself_and_opens_at_a_word(
    open_lab: Callable[..., Lab], qtbot: QtBot
) -> None:
    lab = open_lab(expected=3, per_address=1)
    for number in range(3):
        assert lab.host.door.is_open
        lab.enter(f"s{number}", f"127.0.0.{10 + number}")
    assert not lab.host.door.is_open
    late = lab.answer_to_pair("s3", "127.0.0.20")
    assert (late["code"], late["final"]) == (RejectionCode.KNOCKING, False)
    (knock,) = lab.host.door.knocks
    assert (knock.station, knock.address, knock.why) == ("s3", "127.0.0.20", WhyKnocks.CLOSED)
    lab.host.door.let_in(knock)
    assert lab.answer_to_pair("s3", "127.0.0.21")["code"] == RejectionCode.KNOCKING, "not another"
    lab.enter("s3", "127.0.0.20")
    stranger = lab.answer_to_pair("s4", "127.0.0.22")
    assert stranger["code"] == RejectionCode.KNOCKING
    lab.host.door.turn_away(next(k for k in lab.host.door.knocks if k.station == "s4"))
    away = lab.answer_to_pair("s4", "127.0.0.22")
    assert (away["code"], away["final"]) == (RejectionCode.TURNED_AWAY, True)
    lab.host.door.open()
    assert lab.answer_to_pair("s5", "127.0.0.23")["type"] == "paired"
    lab.host.door.close()
    assert lab.answer_to_pair("s6", "127.0.0.24")["code"] == RejectionCode.KNOCKING


@needs_addresses
def test_the_lab_computer_itself_has_as_many_kiosks_as_are_expected(
    open_lab: Callable[..., Lab], qtbot: QtBot
) -> None:
    """A lab of one computer, and its demo, pair all of their kiosks from one address."""
    lab = open_lab(expected=4, per_address=1)
    for number in range(4):
        lab.enter(f"s{number}")
    fifth = lab.answer_to_pair("s4", "127.0.0.1")
    assert fifth["code"] == RejectionCode.KNOCKING
    lab.host.door.open()  # once more as many, and no more
    for number in range(4, 8):
        lab.enter(f"s{number}")
    answers = [lab.answer_to_pair(f"n{number}", "127.0.0.1") for number in range(3)]
    assert {answer["code"] for answer in answers} == {RejectionCode.KNOCKING}
    assert lab.answer_to_pair("other", ELSEWHERE)["type"] == "paired", "another computer has one"


@needs_addresses
def test_the_place_of_a_station_that_has_gone_can_be_given_away(
    open_lab: Callable[..., Lab], qtbot: QtBot
) -> None:
    lab = open_lab(expected=2, per_address=1)
    lab.enter("s1", "127.0.0.11")
    lab.enter("s2", "127.0.0.12")
    token = lab.registry.tokens["s1"]
    lab.attackers[0].close()
    qtbot.waitUntil(lambda: "s1" not in lab.host.stations, timeout=10_000)
    door = lab.host.door
    assert (door.is_open, door.inside) == (False, {"s1", "s2"})
    assert lab.answer_to_pair("s3", "127.0.0.13")["code"] == RejectionCode.KNOCKING
    door.leave("s1")
    assert door.is_open
    lab.enter("s3", "127.0.0.13")
    assert not door.is_open
    assert lab.registry.tokens["s1"] == token, "s1 is still paired, and comes in if it comes back"


@needs_addresses
def test_guesses_from_many_addresses_have_one_limit(
    open_lab: Callable[..., Lab], qtbot: QtBot
) -> None:
    lab = open_lab(limits=HostLimits(wrong_tries=5, all_wrong_tries=12))
    codes = [
        lab.answer_to_pair("s1", f"127.0.1.{number}", "0000")["code"] for number in range(1, 15)
    ]
    assert codes == [RejectionCode.WRONG_PIN] * 12 + [RejectionCode.TOO_MANY_TRIES] * 2
    right = lab.answer_to_pair("s1", "127.0.2.1")
    assert right["code"] == RejectionCode.TOO_MANY_TRIES, "nor does the right one tell the guesser"
    assert lab.kinds() == {AlarmKind.WRONG_CODE, AlarmKind.GUESSING}


def test_a_token_is_replaced_and_the_old_one_is_an_alarm(lab: Lab) -> None:
    attacker = beside(lab.qtbot, lab.come)
    paired = beside(lab.qtbot, lambda: attacker.pair("s1", PIN))
    assert paired is not None
    copied = paired["token"]
    new = beside(lab.qtbot, lambda: attacker.come_in("s1", copied))
    assert new != copied
    thief = lab.answer_to_hello("s1", copied, "127.0.0.1")
    assert thief["type"] == "refused"
    assert lab.kinds() == {AlarmKind.OLD_TOKEN}
    assert lab.host.stations == {"s1"}, "the rightful station plays on"
    lab.leave("s1")
    beside(lab.qtbot, lambda: lab.come().come_in("s1", new))
    assert lab.host.stations == {"s1"}, "and comes back"


def test_an_old_token_does_not_open_the_next_session(
    open_lab: Callable[..., Lab], qtbot: QtBot
) -> None:
    first = open_lab()
    attacker = beside(qtbot, first.come)
    paired = beside(qtbot, lambda: attacker.pair("s1", PIN))
    assert paired is not None
    copied = beside(qtbot, lambda: attacker.come_in("s1", paired["token"]))
    # Copied while the station was in; the session's end gives it another one.
    first.host.renew_tokens()

    def keep() -> str:
        given = attacker.hear()
        assert given is not None
        assert given["type"] == "new_token"
        attacker.say("token_kept", number=given["number"])
        return str(given["token"])

    newest = beside(qtbot, keep)
    in_time(qtbot, lambda: first.host._gate._news.get("s1", {}).get("confirmed") == 2)
    first.close()
    second = open_lab(registry=first.registry)
    assert second.answer_to_hello("s1", copied, "127.0.0.1")["type"] == "refused"
    assert second.kinds() == {AlarmKind.OLD_TOKEN}
    assert second.host.stations == frozenset()
    beside(qtbot, lambda: second.come().come_in("s1", newest))
    assert second.host.stations == {"s1"}, "the rightful station is not locked out"


def test_a_token_whose_answer_was_lost_still_opens(lab: Lab) -> None:
    """The new token never arrived, or it was stored and the word of that never arrived."""
    paired = lab.answer_to_pair("s1", "127.0.0.1")
    token = paired["token"]
    lab.leave("s1")
    first = beside(lab.qtbot, lambda: lab.come().enter("s1", PIN))
    lab.leave("s1")
    # It arrived, and was not confirmed: both the former one and the new one open.
    unconfirmed = beside(lab.qtbot, lambda: lab.come().come_in("s1", first, confirms=False))
    lab.leave("s1")
    again = beside(lab.qtbot, lambda: lab.come().come_in("s1", first, confirms=False))
    assert again == unconfirmed
    lab.leave("s1")
    newer = beside(lab.qtbot, lambda: lab.come().come_in("s1", unconfirmed, confirms=False))
    lab.leave("s1")
    assert newer not in (token, first, unconfirmed)
    assert lab.answer_to_hello("s1", first, "127.0.0.1")["type"] == "refused", "now it is old"
    assert lab.kinds() == {AlarmKind.OLD_TOKEN}


@needs_addresses
def test_a_copied_token_from_another_address_waits_for_the_experimenter(lab: Lab) -> None:
    token = lab.enter("s1")
    beside_it = lab.answer_to_hello("s1", token, ELSEWHERE)
    assert (beside_it["code"], beside_it["final"]) == (RejectionCode.STATION_TAKEN, False)
    assert AlarmKind.SECOND_USE in lab.kinds()
    lab.leave("s1")
    answer = lab.answer_to_hello("s1", token, ELSEWHERE)
    assert answer["code"] == RejectionCode.KNOCKING
    (knock,) = lab.host.door.knocks
    assert (knock.address, knock.usual) == (ELSEWHERE, "127.0.0.1")
    assert AlarmKind.OTHER_ADDRESS in lab.kinds()
    assert lab.answer_to_hello("s1", token, "127.0.0.1")["type"] == "welcome", "the rightful one"
    lab.leave("s1")


@needs_addresses
def test_the_experimenter_can_let_the_one_with_the_old_token_in(lab: Lab) -> None:
    """Where the copy was first, it is the rightful station that comes with an old token."""
    attacker = beside(lab.qtbot, lab.come)
    paired = beside(lab.qtbot, lambda: attacker.pair("s1", PIN))
    assert paired is not None
    old = paired["token"]
    beside(lab.qtbot, lambda: attacker.come_in("s1", old))
    assert lab.answer_to_hello("s1", old, ELSEWHERE)["code"] == RejectionCode.KNOCKING
    (knock,) = lab.host.door.knocks
    assert (knock.why, knock.usual) == (WhyKnocks.OLD_TOKEN, "127.0.0.1")
    lab.host.door.let_in(knock)
    beside(lab.qtbot, lambda: lab.come(ELSEWHERE).come_in("s1", old))
    assert lab.host.address_of("s1") == ELSEWHERE
    released = beside(lab.qtbot, attacker.hear)
    assert released is not None
    assert released["code"] == RejectionCode.RELEASED


def test_welcome_is_a_message_of_the_protocol() -> None:
    """The attacker's client speaks the protocol that the stations speak."""
    assert encode(Welcome("s", "0", "")).startswith('{"type":"welcome"')
