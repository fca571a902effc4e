"""A session on a disk that is pulled out, fills up or becomes write-protected; one without locks.

Of a disk that is pulled out, what was open may work again with it, or be dead for ever.
The real host plays with stations over real sockets; what the disk does is made for the host alone.
"""

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from failing_disk import FailingDisk, needs_failing_disk
from forked_lab import ForkedLab, forked_lab
from pytestqt.qtbot import QtBot
from studies import playable_study
from witness import WitnessLink, witnessed

from hcmd_lab.processes import HostProcess, lab_command
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson

pytestmark = needs_failing_disk
GROUPS, STATIONS = 4, ("1", "2", "3", "4")
SAYS = {
    errno.EIO: "check that it is connected and sound, then try again",
    errno.ENOSPC: "is full; free some space and try again. Everything that was confirmed is saved",
    errno.EDQUOT: "is full; free some space and try again. Everything that was confirmed is saved",
    errno.EROFS: "cannot be written; it is open read-only, or its folder is write-protected",
}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "disk" / "study", GROUPS)


@pytest.fixture
def disk(study: Path, tmp_path: Path) -> FailingDisk:
    return FailingDisk(study.parent, tmp_path)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("rounds", [5, pytest.param(10, marks=pytest.mark.release)])
@pytest.mark.parametrize(
    ("number", "dies"),
    [*((number, False) for number in SAYS), (errno.EIO, True)],
    ids=lambda value: ("stays", "dies")[value] if value in (0, 1) else errno.errorcode[value],
)
def test_a_session_waits_for_its_disk_and_goes_on(
    number: int,
    dies: bool,
    rounds: int,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    study = playable_study(tmp_path / "disk" / "study", GROUPS, own_game={"rounds": rounds})
    disk = FailingDisk(study.parent, tmp_path)
    for name, value in disk.environment().items():
        monkeypatch.setenv(name, value)
    with HostProcess(study, ["--port", "0"]) as host:
        for name in disk.environment():
            monkeypatch.delenv(name)
        links = [WitnessLink(host, station, tmp_path / "stations") for station in STATIONS]
        finished: list[Bot] = []
        for seed, link in enumerate(links):
            bot = Bot(link, SimulatedPerson(seed), "bot", parent=link, repeat=GROUPS)
            bot.done.connect(lambda bot=bot: finished.append(bot))
            link.start()

        def confirmed() -> int:
            return sum(len(link.acknowledged) for link in links)

        times = 3
        for time in range(1, times + 1):
            qtbot.waitUntil(lambda: confirmed() > 60 * time, timeout=60_000)  # noqa: B023
            with disk.failing(number):
                qtbot.wait(300)  # what was on its way
                before = confirmed()
                qtbot.wait(2500)
                assert confirmed() == before, "nothing is confirmed that is not on the disk"
                assert host.process.poll() is None
                if dies:
                    disk.pull_out(host.process.pid)
            qtbot.waitUntil(lambda: confirmed() > before, timeout=30_000)  # noqa: B023
        qtbot.waitUntil(lambda: len(finished) == len(links), timeout=120_000)
        for link in links:
            link.stop()
        told = list(host.reports())
        assert host.process.stderr is not None
        log = host.process.stderr.read()
        assert "Traceback" not in log, log
    said = [each["sentence"] for each in told if each["event"] == "storage_failed"]
    works = [each for each in told if each["event"] == "storage_works"]
    assert len(works) == times, "it is told once that everything is saved again"
    assert len(said) < 4 * times, "what has been told is not told each second"
    assert all(SAYS[number] in each and str(study) in each for each in said), set(said)
    found = witnessed(study, links)
    record_property("times", times)
    for name in ("confirmed", "lost", "changed", "longest_stall_ms"):
        record_property(name, getattr(found, name))
    assert (found.lost, found.changed) == (0, 0)
    with Store.read(study) as store:
        nonces = [nonce for link in links for nonce in link.acknowledged]
        assert check_study(store, nonces) == []
        assert [row.status for row in store.tables.groups()] == ["complete"] * GROUPS
        assert {each.decided_by for each in store.tables.decisions()} == {"participant"}


def _lab(disk: FailingDisk, *words: str, locks: bool = True) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | disk.environment(locks=locks)
    return subprocess.run(
        lab_command(*words), env=environment, capture_output=True, text=True, check=False
    )


def test_where_files_cannot_be_locked_no_study_is_made_and_none_is_hosted(
    study: Path, disk: FailingDisk
) -> None:
    new = study.parent / "new"
    for words, sentence in (
        (("study", "new", str(new)), "has no locks, so that two programs could write at once"),
        (("serve", str(study), "--port", "0"), "does not lock files, so that two programs could"),
    ):
        done = _lab(disk, *words, locks=False)
        assert done.returncode in (1, 2), done.stderr
        assert sentence in " ".join(done.stderr.split()), done.stderr
        assert "Traceback" not in done.stderr
    assert not (new / "study.db").exists()


def test_where_files_cannot_be_locked_nobody_is_said_to_write(
    study: Path, disk: FailingDisk
) -> None:
    """SQLite takes a lock that cannot be had for one that another program holds."""
    done = _lab(disk, "study", "status", str(study), locks=False)
    assert done.returncode == 1
    words = " ".join(done.stderr.split())
    assert "does not lock files" in words
    assert "copy the folder to a disk of this computer" in words


class Gone(NamedTuple):
    """A study on a disk that can be pulled out, and commands that feel it."""

    study: Path
    disk: FailingDisk
    lab: ForkedLab


@pytest.fixture(scope="module")
def gone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gone]:
    place = tmp_path_factory.mktemp("gone")
    study = playable_study(place / "disk" / "study", GROUPS)
    disk = FailingDisk(study.parent, place)
    with forked_lab(os.environ | disk.environment()) as lab:
        yield Gone(study, disk, lab)


COMMANDS = [
    "study status", "study begin", "study remake", "check", "export", "package STUDY OUT",
    "payments", "attendance", "explain", "gate", "power", "audit", "report", "model", "optimize",
    "converge", "evaluate", "backup", "restore", "serve", "script check", "privacy log",
    "privacy purge",
    "study duplicate STUDY OUT", "bundle make STUDY OUT", "mechanism list", "contrast list",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_a_disk_that_is_gone_is_a_sentence(gone: Gone, command: str, tmp_path: Path) -> None:
    words = {"STUDY": str(gone.study), "OUT": str(tmp_path / "out")}
    named = command if "STUDY" in command else f"{command} STUDY"
    with gone.disk.failing(errno.EIO):
        code, _, said = gone.lab.run(*(words.get(word, word) for word in named.split()))
    assert code == 1, said
    words = " ".join(said.split())
    assert "Traceback" not in words
    assert str(gone.study) in words.replace(" ", "")
    assert words.endswith(".")
