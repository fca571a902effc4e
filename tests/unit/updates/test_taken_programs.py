"""Which version a watchdog starts, after updates that were taken, failed, and were taken back."""

from pathlib import Path

import pytest
from update_folders import package

from hcmd_lab.updates.programs import TakenPrograms
from hcmd_lab.updates.unpacking import executable_in

INSTALLED, FIRST, SECOND = "1.0.0", "1.1.0", "1.2.0"


class Computer:
    """A computer with an installed kiosk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.watchdog = TakenPrograms(folder / "state", INSTALLED)

    def take(self, version: str, running: str) -> TakenPrograms:
        """Let the kiosk of one version take another one; returns what it knows."""
        programs = TakenPrograms(self.folder / "state", running)
        programs.take(version, package(self.folder / "made", version))
        return programs

    @property
    def started(self) -> str:
        newest = self.watchdog.newest
        return INSTALLED if newest is None else newest.parents[1].name


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_the_newest_is_started(computer: Computer) -> None:
    assert computer.started == INSTALLED
    computer.take(FIRST, INSTALLED)
    assert computer.started == FIRST
    computer.take(SECOND, FIRST)
    assert computer.started == SECOND


def test_what_fails_gives_way_to_what_ran_before_step_by_step(computer: Computer) -> None:
    computer.take(FIRST, INSTALLED)
    computer.take(SECOND, FIRST)
    assert computer.watchdog.set_aside("it ended with 3")
    assert computer.started == FIRST
    assert computer.watchdog.set_aside("it crashed 5 times")
    assert computer.started == INSTALLED
    assert not computer.watchdog.set_aside("the installed one")
    taken = computer.watchdog.taken
    assert taken is not None
    assert (taken.version, taken.failed) == (SECOND, "it ended with 3")


def test_an_update_after_a_failure_has_the_version_that_ran_behind_it(computer: Computer) -> None:
    computer.take(FIRST, INSTALLED)
    computer.take(SECOND, FIRST)
    computer.watchdog.set_aside("it ended with 3")
    computer.take("1.2.1", FIRST)
    assert computer.started == "1.2.1"
    computer.watchdog.set_aside("it ended with 3")
    assert computer.started == FIRST


def test_the_first_update_that_fails_leaves_the_installed_one(computer: Computer) -> None:
    computer.take(FIRST, INSTALLED)
    assert computer.watchdog.set_aside("it ended with 3")
    assert computer.started == INSTALLED


@pytest.mark.parametrize("before", ["", FIRST])
def test_what_is_taken_back_leaves_no_trace(computer: Computer, before: str) -> None:
    if before:
        computer.take(before, INSTALLED)
    programs = computer.take(SECOND, before or INSTALLED)
    programs.take_back()
    programs.take_back()
    assert computer.started == (before or INSTALLED)
    taken = computer.watchdog.taken
    assert (taken is None) == (before == "")
    assert taken is None or not taken.failed


def test_who_has_taken_nothing_takes_nothing_back(computer: Computer) -> None:
    computer.take(FIRST, INSTALLED)
    TakenPrograms(computer.folder / "state", INSTALLED).take_back()
    assert computer.started == FIRST


def test_another_station_of_the_computer_knows_that_it_is_there(computer: Computer) -> None:
    other = TakenPrograms(computer.folder / "state", INSTALLED)
    assert not other.has(FIRST)
    computer.take(FIRST, INSTALLED)
    assert other.has(FIRST)
    assert not other.has(SECOND)
    computer.watchdog.set_aside("it ended with 3")
    assert not other.has(FIRST)


def test_an_installed_version_that_is_newer_counts(computer: Computer) -> None:
    computer.take(FIRST, INSTALLED)
    assert TakenPrograms(computer.folder / "state", SECOND).newest is None
    assert TakenPrograms(computer.folder / "state", FIRST).newest is None


def test_a_record_of_a_later_version_is_read(computer: Computer) -> None:
    computer.take(FIRST, INSTALLED)
    record = computer.watchdog.folder / "taken.json"
    record.write_text(record.read_text().replace("{", '{"of_later": [1], ', 1))
    assert computer.started == FIRST


@pytest.mark.parametrize("former", ["../../elsewhere", "", "x", INSTALLED, "9.9.9"])
def test_a_former_version_that_cannot_be_is_not_started(computer: Computer, former: str) -> None:
    computer.take(FIRST, INSTALLED)
    for each in ("elsewhere", "x"):
        executable_in(computer.watchdog.folder / each).parent.mkdir(parents=True, exist_ok=True)
        executable_in(computer.watchdog.folder / each).write_text("")
    record = computer.watchdog.folder / "taken.json"
    record.write_text(f'{{"version": "{FIRST}", "failed": "so", "former": "{former}"}}')
    assert computer.started == INSTALLED
