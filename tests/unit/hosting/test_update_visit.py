"""A visit gives the update to a few stations at once, and to each no more than three times."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from attacker import Attacker, beside
from network_lab import HOME
from pytestqt.qtbot import QtBot
from update_folders import SYSTEM, UpdateMaker

from hcmd_lab.hosting.update_visit import AT_ONCE, UpdateVisit
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.network.pairing import new_token, token_sha256
from hcmd_lab.updates.offer import open_offer
from hcmd_lab.updates.reasons import Why
from hcmd_lab.updates.stations import Stage

NEW = "9.8.7"


class Room:
    """A lab computer with an update and paired stations, which a test speaks for."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        maker = UpdateMaker(folder / "maker")
        maker.sign(NEW)
        kept = LabIdentity(folder / "identity")
        kept.certificate()
        self.tokens = {str(number): new_token() for number in range(AT_ONCE + 2)}
        for name, token in self.tokens.items():
            kept.claim(name, token_sha256(token))
        self.visit = UpdateVisit(open_offer(maker.into), HOME, 0, identity=folder / "identity")
        self.port = self.visit.start()
        self.lines: dict[str, Attacker] = {}

    def come(self, name: str, **fields: object) -> None:
        before = self.visit.stations[name]

        def come() -> Attacker:
            line = Attacker(self.port)
            known = {"system": SYSTEM, "version": "0.1.0"} | fields
            line.say("update_hello", station=name, token=self.tokens[name], **known)
            return line

        self.lines[name] = beside(self.qtbot, come)
        self.qtbot.waitUntil(lambda: self.visit.stations[name] is not before)

    def go(self, name: str) -> None:
        self.lines.pop(name).close()
        self.qtbot.waitUntil(
            lambda: self.visit.stations[name].stage in (Stage.AWAY, Stage.RESTARTING)
        )

    def tell(self, name: str, state: str, **fields: object) -> None:
        before = self.visit.stations[name]
        self.lines[name].say("update_state", state=state, **fields)
        self.qtbot.waitUntil(lambda: self.visit.stations[name] is not before)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(qtbot, tmp_path)
    yield made
    made.visit.close()
    for line in made.lines.values():
        line.close()


def test_a_few_fetch_at_once_and_the_next_one_follows(room: Room) -> None:
    for name in room.tokens:
        room.come(name)
    assert len(room.visit.of(Stage.HERE)) == AT_ONCE + 2
    room.visit.begin()
    assert len(room.visit.of(Stage.FETCHING)) == AT_ONCE
    assert room.visit.of(Stage.WAITING) == [str(AT_ONCE), str(AT_ONCE + 1)]
    room.tell("0", "taken")
    assert room.visit.stations[str(AT_ONCE)].stage is Stage.FETCHING
    room.go("1")  # its cable was pulled
    assert room.visit.stations[str(AT_ONCE + 1)].stage is Stage.FETCHING


def test_it_ends_when_no_station_is_left(room: Room) -> None:
    ended: list[bool] = []
    room.visit.ended.connect(lambda: ended.append(True))
    room.visit.begin()
    *others, last = room.tokens
    for name in others:
        room.come(name, version=NEW)
    assert not ended
    room.come(last)
    room.tell(last, "taken")
    room.go(last)
    assert not ended
    room.come(last, version=NEW)
    assert ended
    assert len(room.visit.of(Stage.DONE)) == len(room.tokens)


def test_a_station_whose_line_is_cut_again_and_again_is_given_up(room: Room) -> None:
    room.visit.begin()
    for _ in range(3):
        room.come("0")
        assert room.visit.stations["0"].stage is Stage.FETCHING
        room.go("0")
    room.come("0")
    assert room.visit.stations["0"].why == Why.CUT


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"system": ""}, Why.OTHER_SYSTEM),
        ({"system": "plan9-x64"}, Why.OTHER_SYSTEM),
        ({"busy": True}, Why.IN_SESSION),
    ],
)
def test_who_cannot_take_it_is_not_told_to(room: Room, fields: dict[str, object], why: Why) -> None:
    room.visit.begin()
    room.come("0", **fields)
    assert (room.visit.stations["0"].stage, room.visit.stations["0"].why) == (
        Stage.NOT_TAKEN,
        why,
    )


def test_what_failed_before_this_visit_is_tried_again(room: Room) -> None:
    room.visit.begin()
    room.come("0", failed=NEW, detail="it ended with 3")
    assert room.visit.stations["0"].stage is Stage.FETCHING
    room.tell("0", "taken")
    room.go("0")
    room.come("0", failed=NEW, detail="it ended with 4")
    known = room.visit.stations["0"]
    assert (known.why, known.detail) == (Why.NOT_STARTED, "it ended with 4")


def test_a_station_that_is_here_already_cannot_come_twice(room: Room, qtbot: QtBot) -> None:
    room.come("0")
    first = room.lines["0"]

    def come() -> object:
        line = Attacker(room.port)
        line.say("update_hello", station="0", token=room.tokens["0"], system="", version="0.1.0")
        heard = line.hear()
        line.close()
        return heard

    assert beside(qtbot, come) == {"type": "update_end", "why": "taken"}
    assert room.visit.stations["0"].stage is Stage.HERE
    room.visit.begin()
    assert beside(qtbot, first.hear) == {"type": "update_begin"}


def test_a_failure_of_an_earlier_day_is_not_told_for_a_line_that_was_cut(room: Room) -> None:
    room.visit.begin()
    for _ in range(2):
        room.come("0", failed=NEW, detail="it ended with 3")
        assert room.visit.stations["0"].stage is Stage.FETCHING
        room.go("0")


@pytest.mark.parametrize(
    ("version", "why"), [("0.1.0", Why.RETURNED), ("0.1.1", Why.OTHER_VERSION)]
)
def test_a_package_that_is_something_else_is_given_once(room: Room, version: str, why: Why) -> None:
    room.visit.begin()
    room.come("0")
    room.tell("0", "taken")
    room.go("0")
    room.come("0", version=version)
    assert room.visit.stations["0"].why == why
    room.lines.pop("0").close()
    room.qtbot.waitUntil(lambda: "0" not in room.visit._host._live)
    room.come("0", version=version)
    assert (room.visit.stations["0"].stage, room.visit.stations["0"].why) == (Stage.NOT_TAKEN, why)


@pytest.mark.parametrize(("system", "version"), [("", NEW), (SYSTEM, NEW), (SYSTEM, "9.9.0")])
def test_who_has_it_already_is_done_whatever_its_system(
    room: Room, system: str, version: str
) -> None:
    room.visit.begin()
    room.come("0", system=system, version=version)
    assert room.visit.stations["0"].stage is Stage.DONE


@pytest.mark.parametrize("version", ["", "of-a-later-kind"])
def test_who_tells_no_version_is_not_taken_for_a_new_one(room: Room, version: str) -> None:
    room.come("0", version=version)
    assert room.visit.stations["0"].stage is Stage.HERE


def test_two_stations_of_one_computer_take_turns(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.visit._again.setInterval(100)
    room.visit.begin()
    room.come("0")
    room.come("1")
    for _ in range(5):  # more often than a station whose line is cut may try
        room.tell("1", "not_taken", why="busy")
        assert room.visit.stations["1"].stage in (Stage.WAITING, Stage.FETCHING)
        room.qtbot.waitUntil(lambda: room.visit.stations["1"].stage is Stage.FETCHING)
    room.tell("0", "taken")
    room.tell("1", "taken")
    assert room.visit.of(Stage.RESTARTING) == ["0", "1"]
    monkeypatch.setattr("hcmd_lab.hosting.update_visit._BUSY_TRIES", 0)
    room.come("2")
    room.tell("2", "not_taken", why="busy")
    assert room.visit.stations["2"].why == Why.BUSY


def test_what_had_begun_is_told_to_have_ended(room: Room) -> None:
    room.visit.begin()
    for name in room.tokens:
        room.come(name)
    room.tell("0", "taken")
    room.go("5")
    room.visit.close()
    stations = room.visit.stations
    assert [stations[name].why for name in "1234"] == [Why.ENDED] * 4
    assert (stations["0"].stage, stations["5"].stage) == (Stage.RESTARTING, Stage.AWAY)
