"""Simulated people at real screens: what they do, and how a person takes their seat over."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from each_event import until
from full_disk import FullForTheFirst
from hosted_session import HostedSession, opened_rooms, require_whole_script
from network_lab import HOME, Log
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QSlider
from pytestqt.qtbot import QtBot
from scripted import full_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import CheckIn, Command, Decide
from ui.kiosk import player as player_module
from ui.kiosk.person import SimulatedPerson
from ui.kiosk.player import ScreenPlayer
from ui.kiosk.reaction_time import Pace
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.simulated_input import usable
from ui.kiosk.station import Station
from ui.kiosk.take_over_bar import TakeOverBar

pytestmark = pytest.mark.timeout(300)

BRISK = Pace(20, 20, 3, 10, 5, watches=True)


class Room:
    """A session and stations with screens at which simulated people play."""

    def __init__(
        self, qtbot: QtBot, folder: Path, groups: int = 1, plan: SessionPlan | None = None
    ) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.parent = QObject()
        self.session = HostedSession(folder / "study", groups, parent=self.parent, plan=plan)
        self.screens: dict[str, ParticipantScreen] = {}
        self.players: dict[str, ScreenPlayer] = {}
        self.links: dict[str, StationLink] = {}

    def sit(self, name: str, *, repeat: int = 1, watch: int | None = 0) -> Log:
        screen = ParticipantScreen()
        self.qtbot.addWidget(screen)
        screen.resize(960, 540)
        screen.show()
        station = Station(screen, self.parent)
        link = StationLink(
            HOME, self.session.port, name, self.folder / name,
            code=parse_code(self.session.code), parent=self.parent,
        )  # fmt: skip
        self.screens[name], self.links[name] = screen, link
        self.players[name] = ScreenPlayer(
            station, SimulatedPerson(len(name)), f"bot-{name}", repeat=repeat, watch=watch,
            parent=self.parent,
        )  # fmt: skip
        station.join(link)
        link.start()
        return Log(self.players[name], "done", "failed", "playing_changed")

    def sit_all(self, *, watch: int | None = 0, repeat: int = 1) -> list[Log]:
        return [self.sit(f"s{number}", watch=watch, repeat=repeat) for number in range(4)]

    def until(self, condition: Callable[[], object]) -> None:
        until(condition, 200_000)

    def close(self) -> None:
        for player in self.players.values():
            player.set_playing(False)
        for link in self.links.values():
            link.stop()
        self.session.end()

    def until_page(self, name: str, page: Page) -> None:
        station = self.players[name]._station
        self.until(lambda: station.view is not None and station.view.page is page)

    def of(self, name: str, kind: type[Command]) -> list[Command]:
        return [i for who, i in self.session.commands if who == name and isinstance(i, kind)]


@pytest.fixture
def rooms(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Room]]:
    with opened_rooms(partial(Room, qtbot, tmp_path)) as open_room:
        yield open_room


@pytest.fixture
def room(rooms: Callable[..., Room]) -> Room:
    return rooms()


def test_four_play_a_session_through_their_widgets(room: Room) -> None:
    logs = room.sit_all()
    room.until(lambda: all(log.entries for log in logs))
    assert [log.entries for log in logs] == [[("done",)]] * 4
    assert room.session.phases == {Phase.FINISHED}
    people = room.session.state.participants.values()
    assert {(p.label, p.is_bot) for p in people} == {(f"bot-s{n}", True) for n in range(4)}


def test_simulated_people_go_through_the_whole_script(rooms: Callable[..., Room]) -> None:
    room = rooms(plan=full_plan())
    logs = room.sit_all()
    room.until(lambda: all(log.entries for log in logs))
    assert [log.entries for log in logs] == [[("done",)]] * 4
    require_whole_script(room.session.state)


def test_at_watchable_speed_too(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player_module, "WATCHABLE", BRISK)
    monkeypatch.setenv("HCMD_REDUCED_MOTION", "1")
    logs = room.sit_all(watch=None)
    assert room.players["s0"].is_watched
    room.until(lambda: all(log.entries for log in logs))
    assert room.session.phases == {Phase.FINISHED}


def test_the_slider_is_moved_coin_by_coin(
    room: Room, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(player_module, "WATCHABLE", BRISK)
    monkeypatch.setattr(SimulatedPerson, "contribute", lambda _, view: view.endowments[0])
    room.sit_all(watch=None)
    slider = room.screens["s0"].findChild(QSlider, "contribution_slider")
    seen: list[int] = []
    slider.valueChanged.connect(seen.append)
    room.until(lambda: room.of("s0", Decide))
    coins = room.of("s0", Decide)[0].contribution
    assert coins > 0
    assert seen[:coins] == list(range(1, coins + 1))


def test_only_the_first_ones_are_slow(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player_module, "WATCHABLE", BRISK)
    monkeypatch.setenv("HCMD_REDUCED_MOTION", "1")
    room.sit_all(watch=1, repeat=2)
    first = room.players["s0"]
    assert first.is_watched
    room.until_page("s0", Page.FINISHED)
    assert first.is_watched
    first._seen.append("second")
    first._view = None
    assert not first.is_watched


def test_one_participant_after_another_plays_at_a_screen(rooms: Callable[..., Room]) -> None:
    room = rooms(groups=2)
    logs = room.sit_all(repeat=0)
    room.until(lambda: all(log.entries for log in logs))
    assert [log.entries for log in logs] == [[("done",)]] * 4
    assert len(room.session.state.participants) == 8


def test_nobody_plays_more_often_than_there_are_places(room: Room) -> None:
    logs = room.sit_all(repeat=2)
    room.until(lambda: all(log.entries for log in logs))
    assert {log.entries[0][0] for log in logs} == {"failed"}


def test_a_seat_is_taken_over_and_given_back(room: Room, qtbot: QtBot) -> None:
    logs = room.sit_all()
    room.until_page("s0", Page.DECIDE)
    player, screen = room.players["s0"], room.screens["s0"]
    player.set_playing(False)
    decided = len(room.of("s0", Decide))
    room.until(lambda: usable(screen, QSlider, "contribution_slider"))
    room.until(lambda: len(room.of("s1", Decide)) > decided)
    assert len(room.of("s0", Decide)) == decided
    qtbot.keyClick(screen.page, Qt.Key.Key_1)
    qtbot.mouseClick(usable(screen, QPushButton, "confirm_contribution"), Qt.MouseButton.LeftButton)
    room.until(lambda: len(room.of("s0", Decide)) == decided + 1)
    assert room.of("s0", Decide)[-1].contribution == 1
    room.until_page("s0", Page.OUTCOME)
    player.set_playing(True)
    room.until(lambda: all(log.of("done") for log in logs))
    assert logs[0].of("playing_changed") == [(False,), (True,)]


def test_who_checks_in_at_a_seat_that_was_taken_over_is_a_person(room: Room) -> None:
    room.sit("s0")
    room.players["s0"].set_playing(False)
    room.until_page("s0", Page.CHECK_IN)
    room.until(lambda: usable(room.screens["s0"], QPushButton, "check_in"))
    usable(room.screens["s0"], QPushButton, "check_in").click()
    room.until(lambda: room.of("s0", CheckIn))
    assert not room.of("s0", CheckIn)[0].is_bot


def test_a_pause_is_waited_out(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    contribute = SimulatedPerson.contribute

    def pause_once(self: SimulatedPerson, view: object) -> int:
        asked.append(view.paused)
        if len(asked) == 1:
            room.session.do(ev.Paused, 1, "A question.")
        return contribute(self, view)

    monkeypatch.setattr(SimulatedPerson, "contribute", pause_once)
    logs = room.sit_all()
    room.until(lambda: room.session.state.groups[1].paused)
    with room.qtbot.assertNotEmitted(room.session.host.command_received, wait=200):
        pass
    room.session.do(ev.Resumed, 1)
    room.until(lambda: all(log.entries for log in logs))
    assert set(asked) == {False}


def test_messages_are_acknowledged(room: Room) -> None:
    logs = room.sit_all()
    room.until(lambda: len(room.session.state.participants) == 4)
    for code in room.session.state.participants:
        room.session.do(ev.MessageSent, code, "Welcome.")
        room.session.do(ev.MessageSent, code, "Welcome.")
    room.until(lambda: all(log.entries for log in logs))
    assert not any(p.messages for p in room.session.state.participants.values())


def test_what_was_refused_is_tried_again(room: Room) -> None:
    disk = FullForTheFirst(ev.CheckedIn, ev.Continued)
    room.session.is_full = disk
    logs = room.sit_all()
    room.until(lambda: all(log.entries for log in logs))
    assert disk.unsaved == [ev.CheckedIn, ev.Continued]


def test_a_host_that_comes_and_goes_is_survived(room: Room) -> None:
    logs = room.sit_all()
    for _ in range(2):
        seen = len(room.session.commands)
        room.until(lambda: len(room.session.commands) > seen + 5)  # noqa: B023
        room.session.go_away()
        room.session.come_back()
    room.until(lambda: all(log.entries for log in logs))
    assert room.session.phases == {Phase.FINISHED}


def test_the_bar_says_who_plays_and_hands_over(qtbot: QtBot) -> None:
    bar = TakeOverBar()
    qtbot.addWidget(bar)
    bar.simulated_wanted.connect(lambda wanted: bar.show_player(simulated=wanted))
    commands = Log(bar, "simulated_wanted")
    button = bar.findChild(QPushButton, "take_over")
    assert button.text() == "Take over this seat"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.text() == "Let the simulated participant continue"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert commands.of("simulated_wanted") == [(False,), (True,)]
