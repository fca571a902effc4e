"""The demo is held at any moment, and its host comes back with every decision."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game.state import GroupState
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network.session_registry import SessionRegistry
from ui.control.demo.demo_driver import DemoPilot
from ui.control.demo.scenes import told_of_decisions
from ui.control.desk import Desk
from ui.control.session import simulated_seats
from ui.control.session.simulated_seats import SimulatedSeats

ENOUGH_MS = 60_000


class Stations(QObject):
    """Four stations without processes, in place of the kiosks."""

    failed = Signal(str)
    closed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.seats: SimulatedSeats | None = None

    def attend(self, host: SessionHost, _seed: int) -> None:
        self.seats = SimulatedSeats(host, self, think_ms=10)

    def start_windows(self) -> None:
        assert self.seats is not None
        self.seats.fill(4)

    def start_company(self) -> None:
        """The other groups do not play."""

    def end(self) -> None:
        if self.seats is not None:
            self.seats.end()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot
    monkeypatch.setattr(simulated_seats, "_NAME", "{number}")
    # They stand for kiosks, whose pairings outlive a host.
    monkeypatch.setattr(SessionRegistry, "expect_simulated", lambda registry, station: None)
    desk = Desk()
    desk.identity = tmp_path / "identity"
    desk.open_study(playable_study(tmp_path / "study", 4))
    yield desk
    desk.close_study()


def played(desk: Desk) -> GroupState:
    state = desk.session_state
    assert state is not None
    return next(group for group in state.groups.values() if group.seats[0].participant)


def rounds(desk: Desk) -> int:
    return 0 if desk.session_state is None else len(desk.session_state.groups[1].history)


def test_it_is_held_in_mid_game_and_the_host_loses_nothing(qtbot: QtBot, desk: Desk) -> None:
    stations = Stations()
    pilot = DemoPilot(desk, stations, 1, reading_ms=0)  # type: ignore[arg-type]
    said: list[str] = []
    pilot.told.connect(said.append)
    pilot.start()
    qtbot.waitUntil(lambda: rounds(desk) >= 1, timeout=ENOUGH_MS)
    pilot.wait(True)
    assert played(desk).paused
    before = rounds(desk)
    qtbot.wait(200)  # a session that played on would have paid several rounds
    assert rounds(desk) == before
    pilot.wait(False)
    assert not played(desk).paused
    qtbot.waitUntil(lambda: any("is back" in words for words in said), timeout=ENOUGH_MS)
    found = re.search(r"(\d+) of (\d+) decisions are there", said[-1])
    assert found is not None
    assert found[1] == found[2]
    assert int(found[1]) >= 4 * 6
    qtbot.waitUntil(lambda: rounds(desk) >= 8, timeout=ENOUGH_MS)
    pilot.end()


def test_another_study_is_left_alone(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stations = Stations()
    pilot = DemoPilot(desk, stations, 1, reading_ms=0)  # type: ignore[arg-type]
    said: list[str] = []
    pilot.told.connect(said.append)
    pilot.start()
    desk.open_study(playable_study(tmp_path / "other", 4, "people"))
    assert said[-1] == "The demo has ended, as another study was opened."
    qtbot.wait(50)
    assert desk.host is None


def test_both_numbers_of_decisions_are_written_alike() -> None:
    assert "2,304 of 2,304 decisions are there" in told_of_decisions(2304, 2304)
