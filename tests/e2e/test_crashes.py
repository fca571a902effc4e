"""A session of four stations survives having its programs killed at any moment."""

import dataclasses
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studies import playable_study
from witness import WitnessLink, witnessed

from hcmd_lab.game import events as ev
from hcmd_lab.processes import HostProcess, end_process, start_bot
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson

KILLS = pytest.mark.parametrize("kills", [6, pytest.param(20, marks=pytest.mark.release)])
STATIONS = ("1", "2", "3", "4")


@pytest.fixture
def groups(kills: int) -> int:
    """As many as have more to decide than happens before the last kill."""
    return max(4, kills * 2 // 5)


@pytest.fixture
def study(tmp_path: Path, groups: int) -> Path:
    return playable_study(tmp_path / "study", groups)


@pytest.fixture
def processes() -> Iterator[list["subprocess.Popen[str]"]]:
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        end_process(process)


def wait_for_decisions(study: Path, further: int) -> None:
    """Wait until that many further decisions are stored."""
    decisions, _ = stored_by_now(study)
    target = decisions + further
    while decisions < target:
        decisions, status = stored_by_now(study)
        assert status == "open", "the session was over before all kills"
        time.sleep(0.01)


def stored_by_now(study: Path) -> tuple[int, str]:
    """Number of decisions and the session's status; each reader sees one moment."""
    with Store.read(study) as store:
        return len(store.tables.decisions()), store.tables.sessions()[0].status


def made_by_participants(study: Path) -> int:
    """Contributions and votes in the log that carry a station's number."""
    with Store.read(study) as store:
        events = [event for session in store.log.sessions() for event in store.log.events(session)]
    return sum(
        isinstance(event, ev.Contributed | ev.VoteCast) and event.nonce != "" for event in events
    )


def assert_whole(study: Path, groups: int, acknowledged: list[str]) -> None:
    with Store.read(study) as store:
        assert check_study(store, acknowledged) == []
        assert [row.status for row in store.tables.groups()] == ["complete"] * groups
        assert [row.status for row in store.tables.sessions()] == ["closed"]
        assert len(store.tables.sessions()) == 1


@pytest.mark.timeout(400)
@KILLS
def test_a_session_survives_kills_of_its_host(
    study: Path,
    groups: int,
    kills: int,
    tmp_path: Path,
    qtbot: QtBot,
    processes: list["subprocess.Popen[str]"],
    record_property: Callable[[str, object], None],
) -> None:
    dice = random.Random(20)  # noqa: S311 - reproducible moments
    host = HostProcess(study, ["--port", "0"])
    processes.append(host.process)
    links = [WitnessLink(host, station, tmp_path / "stations") for station in STATIONS]
    bots = [
        Bot(link, SimulatedPerson(seed), "bot", repeat=groups) for seed, link in enumerate(links)
    ]
    finished: list[Bot] = []
    for link, bot in zip(links, bots, strict=True):
        bot.done.connect(lambda bot=bot: finished.append(bot))
        link.start()
    for _ in range(kills):
        # Counted in decisions, so that all kills fall into the session however fast it is.
        target = sum(len(link.acknowledged) for link in links) + dice.randrange(1, 25)
        qtbot.waitUntil(
            lambda: sum(len(link.acknowledged) for link in links) >= target,  # noqa: B023
            timeout=60_000,
        )
        qtbot.wait(dice.randrange(0, 30))
        host.process.kill()
        host.process.communicate()
        assert len(finished) < len(bots), "the session was over before all kills"
        host = HostProcess(study, ["--resume"])
        processes.append(host.process)
        assert host.listening["resumed"]
    qtbot.waitUntil(lambda: len(finished) == len(bots), timeout=120_000)
    for link in links:
        link.stop()
    end_process(host.process)
    acknowledged = [nonce for link in links for nonce in link.acknowledged]
    record_property("times", kills)
    for name, figure in dataclasses.asdict(witnessed(study, links)).items():
        record_property(name, figure)
    assert len(acknowledged) == len(set(acknowledged))
    # A kill can swallow the answer to each of four stations; every other decision was confirmed.
    assert len(acknowledged) >= groups * 4 * 31 - 4 * kills
    assert_whole(study, groups, acknowledged)


@pytest.mark.timeout(400)
@KILLS
def test_a_session_survives_kills_of_stations(
    study: Path,
    groups: int,
    kills: int,
    tmp_path: Path,
    processes: list["subprocess.Popen[str]"],
    record_property: Callable[[str, object], None],
) -> None:
    dice = random.Random(21)  # noqa: S311 - reproducible moments
    with HostProcess(study, ["--port", "0"]) as host:
        state = tmp_path / "stations"
        running = {
            station: start_bot(host, station, state, seed=int(station)) for station in STATIONS
        }
        processes += running.values()
        for _ in range(kills):
            wait_for_decisions(study, dice.randrange(0, 20))
            time.sleep(dice.uniform(0, 0.1))  # a random moment is what the test is about
            station = dice.choice(STATIONS)
            running[station].kill()
            running[station] = start_bot(host, station, state, seed=int(station))
            processes.append(running[station])
        assert host.process.poll() is None, "the session was over before all kills"
        last = list(host.reports())[-1]
    record_property("times", kills)
    record_property("decisions", groups * 4 * 31)
    record_property("by_default", groups * 4 * 31 - made_by_participants(study))
    assert last["event"] == "finished"
    assert last["closed"]
    assert_whole(study, groups, [])
