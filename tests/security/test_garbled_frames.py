"""Frames that are no messages, from strangers and from paired stations, while others play.

Each comes over a real connection to the real host program; beside it four stations play whole
groups, and what they are told is saved is compared with the log.
"""

import dataclasses
import random
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from attacker import TEXT, Attacker, frame
from pytestqt.qtbot import QtBot
from studies import playable_study
from witness import WitnessLink, witnessed

from hcmd_lab.network.codec import MessageError, decode_from_station, encode
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station_messages import CallHelp, CheckIn, Decide, Hello, Pair, Vote
from hcmd_lab.processes import HostProcess
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson

MESSAGES = [
    encode(message).encode()
    for message in (
        Pair(PROTOCOL, "0", "s1", "7Q4M"),
        Hello(PROTOCOL, "0", "s1", "0" * 64, ""),
        CheckIn("n" * 16, "A1", True, "en"),
        Decide("n" * 16, 1, 1, 5),
        Vote("n" * 16, 1),
        CallHelp("n" * 16, "Help!"),
    )
]
THINK_MS = 60
ANSWER_S = 15
UNANSWERED_S = 0.1
"""What may be half a frame is waited for by the host."""

PACE_S = 1.1 * HostLimits().arrivals_s / HostLimits().arrivals
"""Between two times that a paired station comes in: faster ones have to wait."""


def garbled(dice: random.Random) -> bytes:
    """The payload of a frame: a message with something wrong in it."""
    while True:
        data = bytearray(dice.choice(MESSAGES).rstrip())
        place = dice.randrange(len(data))
        match dice.randrange(5):
            case 0:
                data[place] ^= 1 << dice.randrange(8)
            case 1:
                del data[place:]
            case 2:
                data[place:place] = data[dice.randrange(len(data)) :]
            case 3:
                data[place:place] = dice.randbytes(dice.randrange(1, 30))
            case _:
                data[place:place] = b'{"a":' * dice.randrange(1, 5000)
        try:
            decode_from_station(bytes(data).decode())
        except (UnicodeDecodeError, MessageError):
            return bytes(data)


def broken(dice: random.Random) -> bytes:
    """Bytes that begin with the head of any frame, allowed or not."""
    return dice.randbytes(dice.randrange(2, 400))


class Garbler(threading.Thread):
    """Sends one frame a connection, half of them from a paired station, until it is told to stop.

    Attributes:
        sent: How many frames were sent.
        texts: How many of these were texts in a whole frame.
        refused: How many of these the host refused with a sentence; the others it only closed.
    """

    def __init__(self, host: HostProcess, station: str, seed: int) -> None:
        super().__init__(daemon=True)
        self._port, self._station = host.listening["port"], station
        self._pin = parse_code(host.listening["code"]).pin
        self._dice = random.Random(seed)  # noqa: S311 - reproducible frames
        self._token = ""
        self.stop = threading.Event()
        self.sent = self.texts = self.refused = 0

    def run(self) -> None:
        while not self.stop.is_set():
            attacker = Attacker(self._port)
            try:
                self._attack(attacker)
            finally:
                attacker.close()

    def _attack(self, attacker: Attacker) -> None:
        if self.sent % 2 and self._token:
            self.stop.wait(PACE_S)
            self._token = attacker.come_in(self._station, self._token)
        elif self.sent % 2:
            self._token = attacker.enter(self._station, self._pin)
        is_text = self._dice.random() < 0.5
        sent = frame(TEXT, garbled(self._dice)) if is_text else broken(self._dice)
        attacker.socket.settimeout(ANSWER_S if is_text else UNANSWERED_S)
        attacker.socket.sendall(sent)
        self.sent += 1
        self.texts += is_text
        while (heard := attacker.hear()) is not None:
            if heard["type"] == "refused":
                self.refused += is_text
                return


@pytest.mark.timeout(400)
@pytest.mark.parametrize("groups", [4, pytest.param(30, marks=pytest.mark.release)])
def test_who_sends_what_is_no_message_disturbs_nobody(
    tmp_path: Path,
    qtbot: QtBot,
    groups: int,
    record_property: Callable[[str, object], None],
) -> None:
    study = playable_study(tmp_path / "study", groups)
    with HostProcess(study, ["--port", "0"]) as host:
        drain = threading.Thread(target=_empty, args=(host.process,), daemon=True)
        drain.start()
        links = [WitnessLink(host, str(number), tmp_path / "stations") for number in range(4)]
        done: list[Bot] = []
        bots = [
            Bot(link, SimulatedPerson(seed), "bot", repeat=groups, think_ms=THINK_MS)
            for seed, link in enumerate(links)
        ]
        lost: list[WitnessLink] = []
        for link, bot in zip(links, bots, strict=True):
            bot.done.connect(lambda bot=bot: done.append(bot))
            link.connection_lost.connect(lambda link=link: lost.append(link))
            link.start()
        qtbot.waitUntil(lambda: all(link.acknowledged for link in links), timeout=60_000)
        garblers = [Garbler(host, f"x{seed}", seed) for seed in (1, 2)]
        for garbler in garblers:
            garbler.start()
        # They end before the session does, so that none is refused because it is over.
        last = groups * 4 * 31 - 40
        qtbot.waitUntil(
            lambda: sum(len(link.acknowledged) for link in links) >= last, timeout=300_000
        )
        assert all(garbler.is_alive() for garbler in garblers), "the host let them go on"
        for garbler in garblers:
            garbler.stop.set()
        qtbot.waitUntil(lambda: not any(garbler.is_alive() for garbler in garblers), timeout=30_000)
        qtbot.waitUntil(lambda: len(done) == 4, timeout=60_000)
        disconnected = len(lost)
        for link in links:
            link.stop()
    sent = sum(garbler.sent for garbler in garblers)
    record_property("times", sent)
    for name, figure in dataclasses.asdict(witnessed(study, links)).items():
        record_property(name, figure)
    record_property("stations_lost", disconnected)
    assert sent > 20
    texts = sum(garbler.texts for garbler in garblers)
    assert sum(garbler.refused for garbler in garblers) > texts // 2
    assert disconnected == 0
    with Store.read(study) as store:
        assert check_study(store, [n for link in links for n in link.acknowledged]) == []
    assert witnessed(study, links).confirmed == groups * 4 * 31


def _empty(process: "subprocess.Popen[str]") -> None:
    """Read what a program says of each frame, so that it can go on saying it."""
    assert process.stderr is not None
    for _ in process.stderr:
        pass
