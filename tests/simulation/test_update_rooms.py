"""A room takes an update in any order of events: what is told of each station is always so."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from network_lab import lab_certificate
from PySide6.QtCore import QObject, Signal

from hcmd_lab.hosting import update_visit
from hcmd_lab.hosting.update_visit import AT_ONCE, UpdateVisit
from hcmd_lab.network.certificate import HostCertificate
from hcmd_lab.network.update_messages import UpdateHello, UpdateState
from hcmd_lab.telling.updates import updated_words
from hcmd_lab.updates.offer import OfferedUpdate
from hcmd_lab.updates.reasons import Why
from hcmd_lab.updates.releases import SYSTEMS, is_at_least
from hcmd_lab.updates.stations import Stage

OLD, NEW, NEWER = "0.1.0", "0.2.0", "0.3.0"
SYSTEM = SYSTEMS[0]
NAMES = [str(number) for number in range(1, 49)]


class FakeHost(QObject):
    """Keeps what stations are told."""

    came = Signal(object)
    fetched = Signal(str, str, int, int)
    told = Signal(str, object)
    left = Signal(str)

    def __init__(self, *_: object, parent: QObject) -> None:
        super().__init__(parent)
        self.begun: set[str] = set()

    def begin(self, station: str) -> None:
        self.begun.add(station)

    def end(self, station: str, _why: str) -> None:
        self.begun.discard(station)

    def close(self) -> None:
        self.begun.clear()


class FakeIdentity:
    """Knows forty-eight stations."""

    def __init__(self, *_: object) -> None:
        pass

    def stations(self) -> list["FakeIdentity.Paired"]:
        return [FakeIdentity.Paired(name) for name in NAMES]

    def certificate(self) -> HostCertificate:
        return lab_certificate()

    class Paired:
        def __init__(self, name: str) -> None:
            self.name = name


class Room(RuleBasedStateMachine):
    """Stations come, go, fetch, fail and start again in any order."""

    def __init__(self) -> None:
        super().__init__()
        offer = OfferedUpdate(Path(), {SYSTEM: NEW}, date(2030, 1, 1), "keys")
        self.visit = UpdateVisit(offer, "127.0.0.1", 0)
        assert isinstance(self.visit._host, FakeHost)
        self.host = cast("FakeHost", self.visit._host)
        self.version = dict.fromkeys(NAMES, OLD)
        self.failed = dict.fromkeys(NAMES, "")
        self.line: set[str] = set()
        self.told_taken: set[str] = set()
        self.is_begun = False

    def teardown(self) -> None:
        self.visit.close()
        for each in self.visit.stations.values():
            assert each.stage not in (Stage.WAITING, Stage.FETCHING), updated_words(each)

    def _come(self, name: str, *, busy: bool = False) -> None:
        self.line.add(name)
        known = (self.version[name], busy, self.failed[name], "it ended with 3")
        version, is_busy, failed, detail = known
        self.visit._on_came(
            UpdateHello(name, "0" * 64, SYSTEM, version, is_busy, failed, detail if failed else "")
        )

    @initialize(names=st.sets(st.sampled_from(NAMES), min_size=10))
    def some_are_on(self, names: set[str]) -> None:
        for name in sorted(names):
            self._come(name)

    @precondition(lambda self: not self.is_begun)
    @rule()
    def begin(self) -> None:
        self.is_begun = True
        self.visit.begin()

    @rule(name=st.sampled_from(NAMES), busy=st.booleans())
    def comes(self, name: str, busy: bool) -> None:
        if name not in self.line:
            self._come(name, busy=busy)

    @rule(data=st.data())
    def goes(self, data: st.DataObject) -> None:
        if self.line:
            name = data.draw(st.sampled_from(sorted(self.line)))
            self._leave(name)

    def _leave(self, name: str) -> None:
        self.line.discard(name)
        self.host.begun.discard(name)
        self.visit._on_left(name)

    def _fetching(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.visit.of(Stage.FETCHING))))

    @precondition(lambda self: self.visit.of(Stage.FETCHING))
    @rule(data=st.data(), version=st.sampled_from([NEW, NEW, NEW, OLD, "0.1.5", NEWER]))
    def takes_and_starts(self, data: st.DataObject, version: str) -> None:
        name = self._fetching(data)
        self.visit._on_told(name, UpdateState("taken"))
        self.told_taken.add(name)
        self._leave(name)
        before, self.version[name] = self.version[name], version
        self.failed[name] = ""
        self._come(name)
        known = self.visit.stations[name]
        if is_at_least(version, NEW):
            assert known.stage is Stage.DONE
        else:
            assert known.why == (Why.RETURNED if version == before else Why.OTHER_VERSION)

    @precondition(lambda self: self.visit.of(Stage.FETCHING))
    @rule(data=st.data())
    def takes_and_does_not_start(self, data: st.DataObject) -> None:
        name = self._fetching(data)
        self.visit._on_told(name, UpdateState("taken"))
        self.told_taken.add(name)
        self._leave(name)
        self.failed[name] = NEW
        self._come(name)
        assert self.visit.stations[name].why == Why.NOT_STARTED

    @precondition(lambda self: self.visit.of(Stage.FETCHING))
    @rule(data=st.data(), why=st.sampled_from([*Why]))
    def refuses(self, data: st.DataObject, why: Why) -> None:
        name = self._fetching(data)
        self.visit._on_told(name, UpdateState("not_taken", why, "because"))
        assert self.visit.stations[name].stage in (Stage.NOT_TAKEN, Stage.WAITING, Stage.FETCHING)

    @rule()
    def a_while_passes(self) -> None:
        self.visit._begin_held_back()

    @invariant()
    def few_fetch_at_once_and_nobody_waits_for_nothing(self) -> None:
        fetching = set(self.visit.of(Stage.FETCHING))
        assert len(fetching) <= AT_ONCE
        assert fetching <= self.host.begun <= set(NAMES)
        free = set(self.visit.of(Stage.WAITING)) - self.visit._held_back
        assert not free or len(fetching) == AT_ONCE

    @invariant()
    def what_is_told_is_so(self) -> None:
        for name, each in self.visit.stations.items():
            words, is_here = updated_words(each), name in self.line
            if each.stage in (Stage.HERE, Stage.WAITING, Stage.FETCHING):
                assert is_here, words
                assert each.version == self.version[name]
            if each.stage is Stage.AWAY:
                assert not is_here, words
                assert ("not come" in words) == (each.version == "")
            if each.stage is Stage.DONE:
                assert is_at_least(self.version[name], NEW), words
            if each.stage is Stage.NOT_TAKEN and each.why in (
                Why.NOT_STARTED, Why.RETURNED, Why.OTHER_VERSION,
            ):  # fmt: skip
                assert name in self.told_taken or self.failed[name] or each.detail == "because"
            if each.version and each.stage is not Stage.RESTARTING:
                assert each.version in words or each.stage is Stage.FETCHING


@pytest.fixture(autouse=True)
def without_sockets(monkeypatch: pytest.MonkeyPatch, qapp: QObject) -> None:
    monkeypatch.setattr(update_visit, "UpdateHost", FakeHost)
    monkeypatch.setattr(update_visit, "LabIdentity", FakeIdentity)


TestRoom = Room.TestCase
TestRoom.settings = settings(
    max_examples=40, stateful_step_count=40, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
