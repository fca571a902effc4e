"""Who took part before is recognised at check-in, however the label is written or purged."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_host import FakeHost
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from walks import TABLES, Walk, small_plan

from hcmd_lab.export.participant_tables import PARTICIPANTS
from hcmd_lab.export.session_data import read_around, read_session
from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.session_settings import SessionSettings, TookPartBefore
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.network.host_messages import Accepted, Rejected, Snapshot
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import CheckIn
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"
LOOK_ALIKES = ["Ann p1", " ANN  P1 ", "ａｎｎ ｐ１", "A\u200bnn p1"]


class Lab:
    """A study with one session that is over, and one that is open."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.runner: SessionRunner | None = None

    def open(self, policy: TookPartBefore = TookPartBefore.WARN, groups: int = 2) -> None:
        plan = small_plan(groups, settings=SessionSettings(took_part_before=policy))
        self.resume(plan)

    def resume(self, plan: SessionPlan | None = None) -> None:
        self.close()
        self.stations = FakeHost()
        self.runner = SessionRunner(self.store, self.stations, "now", TABLES, plan=plan)

    def close(self) -> None:
        if self.runner is not None:
            self.runner.close()

    def come(self, *labels: str, is_bot: bool = False, first: int = 1) -> list[object]:
        """People who press the button at the same instant, each at a station."""
        for number, label in enumerate(labels, start=first):
            self.stations.command_received.emit(f"s{number}", CheckIn(f"n{label}", label, is_bot))
        before = len(self.stations.sent)
        QCoreApplication.processEvents()
        told = [message for _, message in self.stations.sent[before:]]
        return [message for message in told if not isinstance(message, Snapshot)]

    def checked_in(self) -> list[bool | None]:
        events = self.store.log.events("now")
        return [e.took_part_before for e in events if isinstance(e, ev.CheckedIn)]

    def refused(self) -> list[str]:
        events = self.store.log.events("now")
        return [e.why for e in events if isinstance(e, ev.CheckInRefused)]


def code_of(answer: object) -> RejectionCode:
    assert isinstance(answer, Rejected)
    return RejectionCode(answer.code)


def people(walk: Walk, *, are_bots: bool = False) -> Walk:
    walk.events = [
        replace(event, label=f"Ann {event.participant}", is_bot=are_bots)
        if isinstance(event, ev.CheckedIn)
        else event
        for event in walk.events
    ]
    return walk


@pytest.fixture
def lab(tmp_path: Path, qtbot: QtBot) -> Iterator[Lab]:
    del qtbot
    with Store.create(tmp_path / "study", {}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        walk = Walk(small_plan())
        walk.check_in()
        walk.do(ev.GroupEnded(0, 1, "ended_early", "over"))
        walk.do(ev.SessionClosed(0))
        store.log.append("earlier", people(walk).events, UTC)
        made = Lab(store)
        yield made
        made.close()


@pytest.mark.parametrize("label", LOOK_ALIKES)
@pytest.mark.parametrize("purged", [False, True])
def test_whoever_took_part_is_recognised(lab: Lab, label: str, purged: bool) -> None:
    if purged:
        lab.store.private.purge_labels("", UTC, "paid")
    lab.open()
    (answer,) = lab.come(label)
    assert isinstance(answer, Accepted), "a warning lets them in"
    assert lab.checked_in() == [True]
    lab.come("Ben", first=2)
    assert lab.checked_in() == [True, False]


@pytest.mark.parametrize("label", LOOK_ALIKES)
def test_they_are_refused_where_the_setting_says_so(lab: Lab, label: str) -> None:
    lab.open(TookPartBefore.REFUSE)
    (answer,) = lab.come(label)
    assert code_of(answer) is RejectionCode.TOOK_PART_BEFORE
    assert lab.checked_in() == []
    assert lab.refused() == ["took_part_before"], "always in the log"
    assert b"p1" not in str(lab.store.log.events("now")).encode()
    assert isinstance(lab.come("Ben")[0], Accepted)


def test_allowed_or_not_the_log_tells(lab: Lab) -> None:
    lab.open(TookPartBefore.ALLOW)
    lab.come("ann p2", "Ben", "")
    assert lab.checked_in() == [True, False, None]
    (row,) = [each for each in lab.store.tables.sessions() if each.code == "now"]
    data = read_session(lab.store, row, read_around(lab.store, with_labels=True))
    told = {r["participant.label"]: r["participant.took_part_before"]
            for r in PARTICIPANTS.rows([data])}  # fmt: skip
    assert told == {"ann p2": True, "Ben": False, "": None}


def test_one_label_has_one_seat_also_at_the_same_instant(lab: Lab) -> None:
    lab.open()
    first, second, third = lab.come("Ben", "ｂｅｎ", " BEN ")
    assert isinstance(first, Accepted)
    assert code_of(second) is code_of(third) is RejectionCode.LABEL_TAKEN
    assert lab.refused() == ["label_taken", "label_taken"]


@pytest.mark.parametrize("state", ["left", "dropped", "finished", "turned away"])
def test_nobody_comes_twice_in_a_session(lab: Lab, state: str) -> None:
    lab.open()
    runner = lab.runner
    assert runner is not None
    if state == "turned away":
        runner.do(ev.TurnedAway, "away", "Ben", "every seat is taken")
    else:
        lab.come("Ben")
        if state != "left":
            lab.come("Cem", "Dan", "Eva", first=2)
    (code,) = [c for c, person in runner.state.participants.items() if person.label == "Ben"]
    if state == "left":
        runner.do(ev.SeatDropped, 1, 0 if runner.state.participants[code].seat == 0 else
                  runner.state.participants[code].seat, "went home")  # fmt: skip
    elif state == "dropped":
        runner.do(ev.SeatDropped, 1, runner.state.participants[code].seat, "went home")
    elif state == "finished":
        runner.do(ev.GroupEnded, 1, "ended_early", "over")
    (answer,) = lab.come("ben", first=9)
    assert code_of(answer) is RejectionCode.LABEL_TAKEN


def test_nobody_comes_twice_after_a_purge_and_a_restart(lab: Lab) -> None:
    lab.open()
    lab.come("Ben")
    lab.store.private.purge_labels("", UTC, "by mistake")
    lab.resume()
    assert code_of(lab.come("BEN", first=2)[0]) is RejectionCode.LABEL_TAKEN


def test_programs_and_people_without_a_label_are_nobody(lab: Lab) -> None:
    lab.open(TookPartBefore.REFUSE)
    assert all(isinstance(each, Accepted) for each in lab.come("", " ", ""))
    assert all(isinstance(each, Accepted) for each in lab.come("bot", "bot", is_bot=True, first=4))
    assert lab.store.fingerprints.all() == [
        row for row in lab.store.fingerprints.all() if row.session == "earlier"
    ]


def test_whoever_did_not_play_may_come_again(lab: Lab) -> None:
    walk = Walk(small_plan())
    walk.check_in(2)
    walk.do(ev.GroupEnded(0, 1, "ended_early", "too few came"))
    walk.do(ev.SessionClosed(0))
    waited = [
        replace(e, label=f"Uma {e.participant}", is_bot=False) if isinstance(e, ev.CheckedIn) else e
        for e in walk.events
    ]
    lab.store.log.append("tooFew", waited, UTC)
    assert lab.store.fingerprints.earlier("Uma p1") == []
    assert lab.store.fingerprints.earlier("Ann p1") == ["earlier"]
    lab.store.private.purge_labels("", UTC, "paid")
    assert {row.session for row in lab.store.fingerprints.all()} == {"earlier"}


def test_a_withdrawal_takes_the_fingerprint_too(lab: Lab) -> None:
    lab.store.private.withdraw("earlier", "p1", UTC, "asked for it")
    assert lab.store.fingerprints.earlier("Ann p1") == []
    assert lab.store.fingerprints.earlier("Ann p2") == ["earlier"]


@pytest.mark.parametrize("label", LOOK_ALIKES)
@pytest.mark.parametrize("kept", ["both", "fingerprints", "labels"])
def test_where_a_person_has_come_too_is_known_until_they_have_withdrawn(
    lab: Lab, label: str, kept: str
) -> None:
    lab.open()
    (answer, _) = lab.come(label, "Ben")
    assert isinstance(answer, Accepted)
    events = lab.store.log.events("now")
    (now, ben) = [e.participant for e in events if isinstance(e, ev.CheckedIn)]
    if kept == "fingerprints":
        lab.store.private.purge_labels("earlier", UTC, "paid")
    if kept == "labels":
        lab.store.private.purge_fingerprints(UTC, "over")
    private = lab.store.private
    assert private.also("now", now) == [("earlier", "p1")]
    assert private.also("earlier", "p1") == [("now", now)]
    assert private.also("now", ben) == []
    private.withdraw("earlier", "p1", UTC, "asked for it")
    assert private.also("now", now) == []
    assert private.also("earlier", "p1") == []


def test_fingerprints_can_be_deleted_too(lab: Lab) -> None:
    lab.store.private.purge_labels("", UTC, "study completed", fingerprints=True)
    assert lab.store.fingerprints.all() == []
    assert [row.act for row in lab.store.private.audit()] == [
        "labels_purged", "fingerprints_purged"
    ]  # fmt: skip


def test_no_label_can_be_read_from_the_study(lab: Lab, tmp_path: Path) -> None:
    lab.store.private.purge_labels("", UTC, "paid")
    assert lab.store.fingerprints.earlier("Ann p1") == ["earlier"]
    files = b"".join(f.read_bytes() for f in (tmp_path / "study").glob("study.db*"))
    assert b"ann p1" not in files.lower()


def test_every_study_has_a_key_of_its_own(lab: Lab, tmp_path: Path) -> None:
    with Store.create(tmp_path / "other", {}) as other:
        other.fingerprints.take("earlier", "p1", "Ann p1")
        (row,) = other.fingerprints.all()
    mine = next(r for r in lab.store.fingerprints.all() if r.participant == "p1")
    assert (row.key, row.digest) != (mine.key, mine.digest)
    assert row.digest != mine.digest
