"""A visit to the stations is found like a session, by stations that miss the lab computer."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from network_lab import HOME
from pytestqt.qtbot import QtBot

from hcmd_lab.hosting.room_visit import RoomVisit
from hcmd_lab.hosting.update_visit import UpdateVisit
from hcmd_lab.network import announcement
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.updates.offer import OfferedUpdate

EVERY = "0.0.0.0"  # noqa: S104 - as a lab computer does
OFFER = OfferedUpdate(Path(), {}, date(2030, 1, 1), "")
Visit = RoomVisit | UpdateVisit


def room(address: str, identity: Path, announce: bool) -> RoomVisit:
    return RoomVisit(address, 0, 600, identity=identity, announce=announce)


def update(address: str, identity: Path, announce: bool) -> UpdateVisit:
    return UpdateVisit(OFFER, address, 0, identity=identity, announce=announce)


@pytest.mark.parametrize("make", [room, update])
@pytest.mark.parametrize(
    ("address", "wanted", "found"), [(EVERY, True, 1), (EVERY, False, 0), (HOME, True, 0)]
)
def test_it_is_announced_while_it_listens_on_a_network_unless_that_is_switched_off(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    make: Callable[[str, Path, bool], Visit], address: str, wanted: bool, found: int,
) -> None:  # fmt: skip
    ends: list[threading.Event] = []
    said: list[str] = []

    def announce(
        _addresses: list[str], _port: int, fingerprint: str, ended: threading.Event
    ) -> None:
        said.append(fingerprint)
        ends.append(ended)

    monkeypatch.setattr(announcement, "announce", announce)
    monkeypatch.setattr(announcement, "addresses_of", lambda of: [] if of == HOME else ["10.0.0.1"])
    visit = make(address, tmp_path / "identity", wanted)
    visit.start()
    qtbot.waitUntil(lambda: len(ends) == found)
    assert said == [LabIdentity(tmp_path / "identity").certificate().fingerprint] * found
    assert not any(each.is_set() for each in ends)
    visit.close()
    assert all(each.is_set() for each in ends)


@pytest.mark.parametrize("make", [room, update])
def test_a_visit_that_is_forgotten_keeps_no_program(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    make: Callable[[str, Path, bool], Visit],
) -> None:  # fmt: skip
    ends: list[threading.Event] = []
    monkeypatch.setattr(announcement, "announce", lambda *told: ends.append(told[-1]))
    monkeypatch.setattr(announcement, "addresses_of", lambda _: ["10.0.0.1"])
    visit = make(EVERY, tmp_path / "identity", True)
    visit.start()
    qtbot.waitUntil(lambda: len(ends) == 1)
    visit.deleteLater()
    qtbot.waitUntil(ends[0].is_set)
