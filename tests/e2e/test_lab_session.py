"""A whole lab session, with all that can happen to it, ends with the right pay."""

import csv
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import experimenter
import pytest
from experimenter import Evening
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.processes import end_process
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson

ROOT = Path(__file__).parents[2]


class Host:
    """The experimenter's program, which may be killed and started again."""

    def __init__(self, study: Path, name: str) -> None:
        self.study = study
        self.name = name
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [
                sys.executable, str(ROOT / "tests" / "support" / "experimenter.py"),
                str(self.study), self.name,
            ],
            stdout=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        self.listening = json.loads(self.process.stdout.readline())

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


class Room:
    """The stations and the simulated people at them."""

    def __init__(self, host: Host, folder: Path) -> None:
        self.host = host
        self.folder = folder
        self.links: dict[str, StationLink] = {}
        self.bots: dict[str, Bot] = {}
        self.done: set[str] = set()
        self.decisions: Counter[str] = Counter()

    def sit(self, station: str, *, spare: bool = False) -> None:
        """Somebody at a station; at a spare one only whoever is moved there."""
        link = StationLink(
            "127.0.0.1", self.host.listening["port"], station, self.folder / station,
            code=parse_code(self.host.listening["code"]),
        )  # fmt: skip
        bot = Bot(link, SimulatedPerson(int(station)), None if spare else f"A{station}")
        bot.done.connect(lambda: self.done.add(station))
        link.accepted.connect(lambda _: self.decisions.update([station]))
        self.links[station], self.bots[station] = link, bot
        link.start()

    def leave(self, station: str) -> None:
        self.links[station].stop()


@pytest.fixture
def host(tmp_path: Path, name: str) -> Iterator[Host]:
    evening = experimenter.EVENINGS[name]
    study = playable_study(tmp_path / "study", evening.groups, own_game=evening.own_game)
    made = Host(study, name)
    yield made
    end_process(made.process)


@pytest.mark.timeout(500)
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.release if name.startswith("full") else ())
        for name in experimenter.EVENINGS
    ],
)
def test_a_full_laboratory(host: Host, name: str, tmp_path: Path, qtbot: QtBot) -> None:
    evening = experimenter.EVENINGS[name]
    stations, reseated, leaving = evening.stations, evening.reseated, evening.leaving
    room = Room(host, tmp_path / "stations")
    for number in range(1, stations + 1):
        room.sit(str(number))

    def accepted(share: float) -> bool:
        return sum(room.decisions.values()) >= share * stations

    qtbot.waitUntil(lambda: accepted(3 * evening.game.rounds), timeout=120_000)
    for station, spare in reseated.items():
        room.leave(station)
        room.sit(spare, spare=True)
    for station in leaving:
        room.leave(station)
    qtbot.waitUntil(lambda: accepted(6 * evening.game.rounds), timeout=120_000)
    host.kill()
    host.start()
    expected = {str(n) for n in range(1, stations + 1)} | set(reseated.values())
    expected -= {*leaving, *reseated}
    qtbot.waitUntil(lambda: room.done >= expected, timeout=240_000)
    for link in room.links.values():
        link.stop()
    host.process.wait(timeout=30)
    check(host.study, evening, tmp_path / "export")


def check(study: Path, evening: Evening, folder: Path) -> None:
    with Store.read(study) as store:
        assert check_study(store) == []
        (session,) = store.tables.sessions()
        events = store.log.events(session.code)
        seats = {
            (person.group, person.seat): person.station
            for person in store.tables.participants()
            if person.group is not None and person.seat is not None
        }
    kinds = Counter(type(event).__name__ for event in events)
    assert session.status == "closed"
    dropped = lost_for_good(seats, events)
    assert dropped >= set(evening.leaving)
    assert kinds["Reseated"] == len(evening.reseated)
    assert {event.group for event in events if isinstance(event, ev.Paused)} == set(evening.paused)
    assert kinds["Paused"] == kinds["Resumed"] == len(evening.paused)
    assert kinds["HostResumed"] == 1
    answered = evening.stations - kinds["QuestionnaireAnswered"]
    assert len(evening.leaving) <= answered <= len(dropped)
    run("-m", "hcmd_lab", "export", study, folder)
    said = run(ROOT / "docs" / "analysis" / "recompute_payments.py", folder)
    assert said.strip() == f"All {evening.stations} payments are what the decisions make them."
    with (folder / "groups.csv").open(encoding="utf-8", newline="") as file:
        groups = list(csv.DictReader(file))
    assert [group["group.status"] for group in groups] == ["complete"] * evening.groups
    assert sum(int(group["group.dropped"]) for group in groups) == len(dropped)
    assert sum(int(group["group.stand_ins"]) for group in groups) > 0


def lost_for_good(seats: Mapping[tuple[int, int], str], events: Iterable[ev.Event]) -> set[str]:
    """Stations whose seats were dropped: each had been away for as long as the policy waits.

    Those of people who walk out are. On a computer that is busy with other things another may be
    away for as long, and is dropped too.

    Args:
        seats: The stations by group and seat.
        events: What has happened.
    """
    wait_ms = 1000 * int(str(experimenter.RULES["dropout_s"]))
    lost_ms: dict[str, int] = {}
    dropped = set()
    for event in events:
        if isinstance(event, ev.StationBack):
            lost_ms.pop(event.station, None)
        elif isinstance(event, ev.StationLost):
            lost_ms.setdefault(event.station, event.at_ms - event.silent_ms)
        elif isinstance(event, ev.HostResumed):
            lost_ms = dict.fromkeys(seats.values(), event.at_ms)
        elif isinstance(event, ev.SeatDropped):
            station = seats[event.group, event.seat]
            assert event.at_ms - lost_ms[station] >= wait_ms
            dropped.add(station)
    return dropped


def run(*command: object) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
