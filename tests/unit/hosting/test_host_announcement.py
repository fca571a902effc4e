"""A host is announced from when it listens until it is stopped, or its owner goes."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hcmd_lab.hosting.host_announcement import HostAnnouncement
from hcmd_lab.network import announcement

Said = list[tuple[list[str], int, str, threading.Event]]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    found: Said = []
    monkeypatch.setattr(announcement, "announce", lambda *told: found.append(told))
    monkeypatch.setattr(announcement, "addresses_of", lambda _: ["10.0.0.1"])
    return found


def test_it_tells_where_the_host_listens_until_it_is_stopped(qtbot: QtBot, said: Said) -> None:
    owner = QObject()
    told = HostAnnouncement("print", wanted=True, parent=owner)
    told.begin("0.0.0.0", 8765)  # noqa: S104 - as a lab computer does
    qtbot.waitUntil(lambda: len(said) == 1)
    addresses, port, fingerprint, ended = said[0]
    assert (addresses, port, fingerprint) == (["10.0.0.1"], 8765, "print")
    assert not ended.is_set()
    told.stop()
    assert ended.is_set()


def test_it_ends_with_its_owner(qtbot: QtBot, said: Said) -> None:
    owner = QObject()
    told = HostAnnouncement("print", wanted=True, parent=owner)
    told.begin("0.0.0.0", 8765)  # noqa: S104 - as a lab computer does
    qtbot.waitUntil(lambda: len(said) == 1)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    assert said[0][3].is_set()


def test_nothing_is_told_where_that_is_not_wanted(said: Said) -> None:
    owner = QObject()
    told = HostAnnouncement("print", wanted=False, parent=owner)
    told.begin("0.0.0.0", 8765)  # noqa: S104 - as a lab computer does
    told.stop()
    assert said == []
