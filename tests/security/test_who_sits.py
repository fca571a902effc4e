"""Attacks by whoever is in: programs among people, labels tried out, and who is told of it."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attacker import Attacker, beside
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.game.session import replay
from hcmd_lab.game.session_rules import GAME_ALONE, SessionRules, parse_rules
from hcmd_lab.hosting.recognition import StoredRecognition
from hcmd_lab.hosting.session_host import DoorRules, SessionHost
from hcmd_lab.network.door import WhyKnocks
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.processes import HostProcess
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study.audit import audit
from hcmd_lab.study.settings import ParticipantKind
from hcmd_lab.study.study import Study
from hcmd_lab.telling.alarms import alarm_words
from hcmd_lab.telling.audit import audit_in_words
from ui.control.session.event_words import event_words

HOME = "127.0.0.1"


class Room:
    """A study of people or of programs, and its hosted session."""

    def __init__(self, qtbot: QtBot, folder: Path, kind: ParticipantKind) -> None:
        self.qtbot = qtbot
        self.store = Store.open(playable_study(folder / "study", 4, kind.value))
        self.study = Study(self.store)
        self.identity = folder / "identity"
        self.host: SessionHost | None = None
        self.attackers: list[Attacker] = []

    def open(
        self,
        rules: SessionRules = GAME_ALONE,
        participant_list: tuple[str, ...] = (),
        **door: Any,
    ) -> SessionHost:
        self.host = SessionHost(
            self.study, HOME, identity=self.identity, announce=False, rules=DoorRules(**door)
        )
        self.host.open_session("pilot", 1, rules, 0, participant_list)
        return self.host

    def come_in(self, station: str) -> Attacker:
        host = self.host
        assert host is not None
        pin = host.pairing_code[-4:]
        attacker = beside(self.qtbot, lambda: Attacker(host.port))
        self.attackers.append(attacker)
        beside(self.qtbot, lambda: attacker.enter(station, pin))
        return attacker

    def answer(self, attacker: Attacker, kind: str, **fields: object) -> dict[str, Any]:
        """What the host answers to a command."""

        def ask() -> dict[str, Any]:
            attacker.say(kind, **fields)
            while (heard := attacker.hear()) is not None:
                if heard.get("nonce") == fields["nonce"]:
                    return heard
            raise AssertionError("the host has closed the connection")

        return beside(self.qtbot, ask)

    def close(self) -> None:
        for attacker in self.attackers:
            attacker.close()
        if self.host is not None:
            self.host.close()
        self.store.close()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[ParticipantKind], Room]]:
    made: list[Room] = []

    def make(kind: ParticipantKind) -> Room:
        made.append(Room(qtbot, tmp_path, kind))
        return made[-1]

    yield make
    for each in made:
        each.close()


MakeRoom = Callable[[ParticipantKind], Room]


def check_in(nonce: str, *, is_bot: bool, label: str = "") -> dict[str, object]:
    return {"nonce": nonce, "label": label, "is_bot": is_bot, "language": ""}


def test_a_program_does_not_sit_down_among_people(room: MakeRoom) -> None:
    lab = room(ParticipantKind.PEOPLE)
    host = lab.open()
    attacker = lab.come_in("s1")
    refused = lab.answer(attacker, "check_in", **check_in("n1", is_bot=True))
    assert (refused["code"], refused["final"]) == (RejectionCode.NO_BOTS, True)
    assert refused["sentence"].endswith(".")
    assert not host.runner.state.participants
    assert [(a.kind, a.station) for a in host.alarms.all] == [(AlarmKind.BOT, "s1")]
    allowed = lab.answer(attacker, "check_in", **check_in("n2", is_bot=False))
    assert allowed["type"] == "accepted", "as a person it may"


def test_the_host_says_where_programs_may_sit(room: MakeRoom) -> None:
    lab = room(ParticipantKind.PEOPLE)
    host = lab.open(bots=frozenset({"2"}))
    for station, answer in (("1", "refused"), ("2", "accepted")):
        attacker = lab.come_in(station)
        assert lab.answer(attacker, "check_in", **check_in("n", is_bot=True))["type"] == answer
    host.expect_simulated("sim-1", HOME)
    attacker = lab.come_in("sim-1")
    assert lab.answer(attacker, "check_in", **check_in("n", is_bot=True))["type"] == "accepted"


def test_where_all_people_are_simulated_they_sit_anywhere(room: MakeRoom) -> None:
    lab = room(ParticipantKind.SIMULATED)
    host = lab.open()
    attacker = lab.come_in("s1")
    assert lab.answer(attacker, "check_in", **check_in("n", is_bot=True))["type"] == "accepted"
    assert host.alarms.all == ()


def test_labels_that_are_tried_out_are_an_alarm(room: MakeRoom) -> None:
    lab = room(ParticipantKind.PEOPLE)
    rules = parse_rules({"participant_list": True, "control_questions": False}, GAME_ALONE)
    host = lab.open(rules, ("Anna", "Bert"))
    attacker = lab.come_in("s1")
    for number in range(3):
        answer = lab.answer(
            attacker, "check_in", **check_in(f"n{number}", is_bot=False, label=f"A{number}")
        )
        assert answer["code"] == RejectionCode.NOT_ON_LIST
    assert host.alarms.all == (), "people mistype"
    lab.answer(attacker, "check_in", **check_in("n9", is_bot=False, label="A9"))
    assert [(a.kind, a.station) for a in host.alarms.all] == [(AlarmKind.LIST_PROBED, "s1")]


def test_labels_that_are_tried_for_who_took_part_are_an_alarm(
    room: MakeRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StoredRecognition, "took_part_before", lambda *_: True)
    lab = room(ParticipantKind.PEOPLE)
    refuses = {"ask_label": True, "took_part_before": "refuse", "control_questions": False}
    host = lab.open(parse_rules(refuses, GAME_ALONE))
    attacker = lab.come_in("s1")
    for number in range(4):
        assert host.alarms.all == (), "people try again"
        tried = check_in(f"n{number}", is_bot=False, label=f"A{number}")
        answer = lab.answer(attacker, "check_in", **tried)
        assert answer["code"] == RejectionCode.TOOK_PART_BEFORE
    assert [(a.kind, a.station) for a in host.alarms.all] == [(AlarmKind.LIST_PROBED, "s1")]


def test_what_kiosks_tell_is_an_alarm(room: MakeRoom, qtbot: QtBot) -> None:
    lab = room(ParticipantKind.PEOPLE)
    host = lab.open()
    attacker = lab.come_in("s1")
    attacker.say("exit_report", nonce="e1", succeeded=True)
    attacker.say("exit_report", nonce="e2", succeeded=False)
    attacker.say("stranger_seen", count=3)
    qtbot.waitUntil(lambda: len(host.alarms.all) == 2)
    assert [alarm.kind for alarm in host.alarms.pending] == [
        AlarmKind.WRONG_EXIT_PIN, AlarmKind.OTHER_CERTIFICATE,
    ]  # fmt: skip
    host.alarms.note()
    assert host.alarms.pending == ()
    attacker.say("exit_report", nonce="e3", succeeded=False)
    qtbot.waitUntil(lambda: bool(host.alarms.pending))


def logged(lab: Room) -> list[ev.AlarmRaised]:
    host = lab.host
    assert host is not None
    events = lab.store.log.events(host.session)
    return [each for each in events if isinstance(each, ev.AlarmRaised)]


def test_attacks_are_in_the_sessions_log_and_in_the_audit(room: MakeRoom, qtbot: QtBot) -> None:
    lab = room(ParticipantKind.PEOPLE)
    host = lab.open()
    attacker = lab.come_in("s1")
    attacker.say("exit_report", nonce="e1", succeeded=False)
    attacker.say("stranger_seen", count=3)
    wrong = "0000" if host.pairing_code[-4:] != "0000" else "1111"
    for _ in range(3):
        lab.attackers.append(stranger := beside(qtbot, lambda: Attacker(host.port)))
        beside(qtbot, partial(stranger.pair, "s2", wrong))
    qtbot.waitUntil(lambda: len(logged(lab)) >= 3)
    host.close()
    lab.host = None
    assert check_study(lab.store) == []
    lab.host = host
    times = Counter[tuple[str, str, str]]()
    for each in logged(lab):
        times[each.kind.value, each.station, each.address] += each.times
    assert times == {
        ("wrong_exit_pin", "s1", HOME): 1,
        ("other_certificate", "s1", ""): 1,
        ("wrong_code", "", HOME): 3,
    }
    said = audit_in_words(audit(lab.study))
    for sentence in (
        "At station s1 somebody entered a wrong PIN to leave the kiosk.",
        "Another computer answered station s1 in place of this one.",
        f"A wrong pairing code came from {HOME}. (3 times)",
    ):
        assert [line for line in said if line.endswith(f"session {host.session}: {sentence}")]


@pytest.mark.parametrize("kind", AlarmKind)
def test_every_kind_of_alarm_is_logged_also_after_the_close(
    room: MakeRoom, qtbot: QtBot, kind: AlarmKind
) -> None:
    lab = room(ParticipantKind.PEOPLE)
    host = lab.open()
    host.abandon()
    qtbot.waitUntil(lambda: host.runner.state.closed)
    host.alarms.sound(kind, "s1", "10.0.0.9", "10.0.0.1")
    qtbot.waitUntil(lambda: len(logged(lab)) == 1)
    (event,) = logged(lab)
    assert (event.kind, event.station, event.address) == (kind, "s1", "10.0.0.9")
    assert event_words(event, host.runner.state) == f"Alarm: {alarm_words(host.alarms.all[0])}"
    assert replay(lab.store.log.events(host.session)) == host.runner.state  # type: ignore[arg-type]


def test_the_door_expects_as_many_as_there_are_seats(room: MakeRoom) -> None:
    lab = room(ParticipantKind.PEOPLE)
    host = lab.open()
    for number in range(4):
        assert host.door.is_open
        lab.come_in(f"s{number}")
    assert not host.door.is_open
    late = beside(lab.qtbot, lambda: Attacker(host.port))
    lab.attackers.append(late)
    answer = beside(lab.qtbot, lambda: late.pair("s9", host.pairing_code[-4:]))
    assert answer is not None
    assert answer["code"] == RejectionCode.KNOCKING


def test_as_many_stations_are_expected_as_was_said(room: MakeRoom) -> None:
    lab = room(ParticipantKind.PEOPLE)
    host = lab.open(expected=2)
    lab.come_in("s1")
    assert host.door.is_open
    lab.come_in("s2")
    assert not host.door.is_open
    session = host.session
    host.close()
    again = SessionHost(lab.study, HOME, identity=lab.identity, announce=False)
    again.resume_session(session, 0)
    lab.host = again
    assert again.door.expected == 2, "also after a restart"


def test_another_group_is_expected_too(room: MakeRoom) -> None:
    lab = room(ParticipantKind.PEOPLE)
    host = lab.open()
    assert host.door.expected == 4
    host.runner.do(ev.GroupAdded, 2, lab.study.another_group(host.runner.state))
    assert host.door.expected == 8


def test_places_of_those_who_have_gone_are_given_away_together(
    room: MakeRoom, qtbot: QtBot
) -> None:
    lab = room(ParticipantKind.PEOPLE)
    host = lab.open(expected=2)
    gone = lab.come_in("s1")
    lab.come_in("s2")
    assert host.stations_gone == set()
    gone.close()
    qtbot.waitUntil(lambda: host.stations_gone == {"s1"}, timeout=10_000)
    host.free_places()
    assert (host.door.inside, host.door.is_open) == ({"s2"}, True)


def test_serve_prints_alarms_and_who_knocks(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot  # there must be an application
    study = playable_study(tmp_path / "study", 4, "people")
    options = ["--port", "0", "--purpose", "pilot", "--stations", "1"]
    with HostProcess(study, options) as host:
        port, pin = int(host.listening["port"]), host.listening["code"][-4:]
        attackers = [Attacker(port) for _ in range(3)]
        attackers[0].pair("s1", "0000" if pin != "0000" else "1111")
        attackers[1].enter("s1", pin)
        attackers[2].pair("s2", pin)
        for attacker in attackers:
            attacker.close()
        reports = host.reports()
        alarm = next(each for each in reports if each["event"] == "alarm")
        knock = next(each for each in reports if each["event"] == "knock")
    assert (alarm["kind"], alarm["address"]) == (AlarmKind.WRONG_CODE, HOME)
    assert alarm["sentence"] == f"A wrong pairing code came from {HOME}."
    assert (knock["station"], knock["why"]) == ("s2", WhyKnocks.CLOSED)
    assert "--resume" in knock["sentence"]
