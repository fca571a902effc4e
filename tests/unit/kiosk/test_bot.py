from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from each_event import until
from full_disk import FullForTheFirst
from hosted_session import HostedSession, opened_rooms, require_whole_script
from network_lab import HOME, Log
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from scripted import full_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import SeatView
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import Decide
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson


class Room:
    """A session and the stations at it."""

    def __init__(
        self, qtbot: QtBot, folder: Path, groups: int = 1, plan: SessionPlan | None = None
    ) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.parent = QObject()
        self.session = HostedSession(folder / "study", groups, parent=self.parent, plan=plan)
        self.links: dict[str, StationLink] = {}

    def sit(self, name: str, repeat: int = 1, player: object = None) -> Log:
        """Start a bot at a station; whoever played there before is killed."""
        if name in self.links:
            self.links[name].stop()
        link = StationLink(
            HOME,
            self.session.port,
            name,
            self.folder / name,
            code=parse_code(self.session.code),
            parent=self.parent,
        )
        self.links[name] = link
        bot = Bot(
            link,
            player or SimulatedPerson(seed=len(name)),
            f"bot-{name}",
            repeat=repeat,
            parent=self.parent,
        )
        link.start()
        return Log(bot, "done", "failed")

    def until(self, condition: Callable[[], object]) -> None:
        until(condition, 20_000)

    def close(self) -> None:
        for link in self.links.values():
            link.stop()
        self.session.end()


@pytest.fixture
def rooms(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Room]]:
    with opened_rooms(partial(Room, qtbot, tmp_path)) as open_room:
        yield open_room


@pytest.fixture
def room(rooms: Callable[..., Room]) -> Room:
    return rooms()


def test_four_bots_play_a_session_to_its_end(room: Room) -> None:
    logs = [room.sit(f"s{number}") for number in range(4)]
    room.until(lambda: all(log.entries for log in logs))
    assert [log.entries for log in logs] == [[("done",)]] * 4
    assert room.session.phases == {Phase.FINISHED}
    people = room.session.state.participants.values()
    assert {(p.station, p.label, p.is_bot) for p in people} == {
        (f"s{number}", f"bot-s{number}", True) for number in range(4)
    }


def test_bots_go_through_the_whole_script(rooms: Callable[..., Room]) -> None:
    room = rooms(plan=full_plan())
    logs = [room.sit(f"s{number}") for number in range(4)]
    room.until(lambda: all(log.entries for log in logs))
    assert [log.entries for log in logs] == [[("done",)]] * 4
    require_whole_script(room.session.state)
    with room.qtbot.assertNotEmitted(room.session.host.command_received, wait=200):
        pass  # who is paid has played, and does not check in once more


def test_one_participant_after_another_until_the_session_is_over(
    rooms: Callable[..., Room],
) -> None:
    room = rooms(groups=2)
    logs = [room.sit(f"s{number}", repeat=0) for number in range(4)]
    room.until(lambda: all(log.entries for log in logs))
    assert [log.entries for log in logs] == [[("done",)]] * 4
    assert len(room.session.state.participants) == 8
    assert room.session.phases == {Phase.FINISHED}


def test_more_participants_than_seats_fail_with_the_hosts_sentence(room: Room) -> None:
    logs = [room.sit(f"s{number}") for number in range(4)]
    room.until(lambda: len(room.session.state.participants) == 4)
    late = room.sit("late", repeat=2)
    room.until(lambda: late.entries)
    assert late.of("failed")[0][0] in (
        "Every seat of this session is taken.", "The session is over.",
    )  # fmt: skip
    room.until(lambda: all(log.entries for log in logs))


def test_a_bot_that_is_killed_again_and_again_leaves_no_trace(room: Room) -> None:
    logs = {f"s{number}": room.sit(f"s{number}") for number in range(4)}
    kills = 0
    while not all(log.entries for log in logs.values()):
        seen = len(room.session.commands)
        room.until(
            lambda: (
                len(room.session.commands) > seen + 3  # noqa: B023
                or all(log.entries for log in logs.values())
            )
        )
        if not logs["s0"].entries:
            logs["s0"] = room.sit("s0")
            kills += 1
    assert kills > 3
    assert room.session.phases == {Phase.FINISHED}
    choices: dict[tuple[int, int], set[int]] = {}
    for station, command in room.session.commands:
        if station == "s0" and isinstance(command, Decide):
            at = (command.stage, command.round)
            choices.setdefault(at, set()).add(command.contribution)
    assert len(choices) == 6
    assert all(len(chosen) == 1 for chosen in choices.values())
    assert len(room.session.state.participants) == 4


def test_a_bot_outlives_its_host(room: Room) -> None:
    logs = [room.sit(f"s{number}") for number in range(4)]
    for _ in range(3):
        seen = len(room.session.commands)
        room.until(lambda: len(room.session.commands) > seen + 5)  # noqa: B023
        room.session.go_away()
        room.session.come_back()
    room.until(lambda: all(log.entries for log in logs))
    assert room.session.phases == {Phase.FINISHED}


class Hesitant:
    """Pauses the group at the first decision, and goes on when told to."""

    def __init__(self, session: HostedSession) -> None:
        self.session = session
        self.asked: list[SeatView] = []

    def contribute(self, view: SeatView) -> int:
        self.asked.append(view)
        if len(self.asked) == 1:
            self.session.do(ev.Paused, 1, "A question.")
        return 0

    def vote(self, view: SeatView) -> int:
        return 2


def test_a_bot_rests_while_its_group_is_paused(room: Room) -> None:
    player = Hesitant(room.session)
    logs = [room.sit(f"s{number}") for number in range(3)]
    logs.append(room.sit("s3", player=player))
    room.until(lambda: room.session.state.groups[1].paused)
    with room.qtbot.assertNotEmitted(room.session.host.station_lost, wait=200):
        pass
    assert len(player.asked) == 1
    assert room.session.phases == {Phase.DECIDE}
    room.session.do(ev.Resumed, 1)
    room.until(lambda: all(log.entries for log in logs))
    assert {view.paused for view in player.asked} == {False}
    votes = [seat.vote for seat in room.session.state.groups[1].seats]
    assert 2 in votes


def test_a_bot_tries_again_what_was_refused_for_the_moment(room: Room) -> None:
    disk = FullForTheFirst(ev.CheckedIn, ev.Continued)
    room.session.is_full = disk
    logs = [room.sit(f"s{number}") for number in range(4)]
    room.until(lambda: all(log.entries for log in logs))
    assert disk.unsaved == [ev.CheckedIn, ev.Continued]
    assert room.session.phases == {Phase.FINISHED}


def test_a_released_station_fails_with_the_hosts_sentence(room: Room) -> None:
    log = room.sit("s1")
    room.until(lambda: room.session.state.participants)
    room.session.host.revoke("s1")
    room.until(lambda: log.entries)
    assert log.entries == [("failed", "The experimenter has released station s1.")]


def test_nobody_can_play_in_a_session_that_is_over(room: Room) -> None:
    logs = [room.sit(f"s{number}") for number in range(4)]
    room.until(lambda: all(log.entries for log in logs))
    assert room.session.state.closed
    some, any_number = room.sit("late", repeat=1), room.sit("later", repeat=0)
    room.until(lambda: some.entries and any_number.entries)
    assert some.entries == [("failed", "The session is over.")]
    assert any_number.entries == [("done",)]
