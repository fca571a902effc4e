"""What the experimenter asks of a kiosk: a real host, a real kiosk, and what the log keeps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hosted_session import HostedSession
from network_lab import HOME
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from walks import small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.room import Order, Outcome
from hcmd_lab.hosting.room import Told
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, CheckIn, Keys
from ui.kiosk import shut_down
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.options import parse_options
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.watchdog import RESTART


class Lab:
    """A session and one kiosk at it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.parent = QObject()
        self.session = HostedSession(folder / "study", plan=small_plan(), parent=self.parent)
        self.kiosk: Kiosk | None = None
        self.links: list[StationLink] = []
        self.ends: list[int] = []

    def start(self, *arguments: str, locked: bool = False) -> Kiosk:
        options = [
            "--server", f"{HOME}:{self.session.port}", "--station", "3",
            "--code", self.session.code, "--state-dir", str(self.folder),
            *(() if locked else ("--windowed",)), *arguments,
        ]  # fmt: skip
        kiosk = self.kiosk = Kiosk(parse_options(options))
        self.qtbot.addWidget(kiosk.window, before_close_func=lambda _: kiosk.stop())
        kiosk.ended.connect(self.ends.append)
        kiosk.start()
        self.qtbot.waitUntil(lambda: isinstance(kiosk.window.face, ParticipantScreen))
        return kiosk

    def ask(self, order: Order, **details: object) -> Told:
        """What has become of an order to the kiosk."""
        self.session.room.order(order, ["3"], **details)
        self.qtbot.waitUntil(lambda: self.told.outcome is not Outcome.SENT)
        return self.told

    @property
    def told(self) -> Told:
        return self.session.room.told["3"]

    def seat_everybody(self) -> None:
        """Let the kiosk's participant play in a group."""
        assert self.kiosk is not None
        self.kiosk.station.send(CheckIn(UNSENT, "K7", is_bot=False))
        for name in ("a", "b", "c"):
            link = StationLink(
                HOME, self.session.port, name, self.folder / name,
                code=parse_code(self.session.code), parent=self.parent,
            )  # fmt: skip
            link.snapshot_received.connect(
                lambda view, link=link: (
                    None if view.participant else link.send(CheckIn(UNSENT, "", is_bot=True))
                )
            )
            link.start()
            self.links.append(link)
        self.qtbot.waitUntil(lambda: bool(self.group_seats), timeout=10_000)

    @property
    def group_seats(self) -> list[str]:
        people = self.session.state.participants.values()
        return [p.station for p in people if p.seat is not None and p.station == "3"]

    def logged(self, kind: type) -> list[tuple[object, ...]]:
        events = self.session.store.log.events("session")
        return [
            (e.order, getattr(e, "text", getattr(e, "outcome", None)))
            for e in events
            if isinstance(e, kind)
        ]


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path) -> Iterator[Lab]:
    lab = Lab(qtbot, tmp_path)
    yield lab
    if lab.kiosk is not None:
        lab.kiosk.stop()
    for link in lab.links:
        link.stop()
    lab.session.end()


def test_a_message_is_shown_where_nobody_sits_until_it_is_read(lab: Lab) -> None:
    kiosk = lab.start()
    assert lab.ask(Order.MESSAGE, text="Please take computer 4.").outcome is Outcome.DONE
    assert kiosk.orders.notice.isVisible()
    assert kiosk.orders.notice.text == "Please take computer 4."
    face = kiosk.window.face
    assert face is not None
    assert not face.isEnabled()  # nobody types behind it
    button = kiosk.window.findChild(QPushButton, "notice_read")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    lab.qtbot.waitUntil(lambda: lab.told.outcome is Outcome.READ)
    assert face.isEnabled()
    assert lab.logged(ev.KioskOrdered) == [(Order.MESSAGE, "Please take computer 4.")]
    assert [what for _, what in lab.logged(ev.KioskAnswered)] == [Outcome.DONE, Outcome.READ]


def test_a_message_is_taken_away_by_the_experimenter(lab: Lab) -> None:
    kiosk = lab.start()
    lab.ask(Order.MESSAGE, text="Out of order")
    assert lab.ask(Order.MESSAGE).is_end
    assert not kiosk.orders.notice.isVisible()


def test_a_station_shows_its_name_over_everything_and_stops(lab: Lab) -> None:
    kiosk = lab.start()
    assert lab.ask(Order.IDENTIFY).outcome is Outcome.DONE
    sign = kiosk.orders.sign
    assert sign.isVisible()
    assert sign.rect() == kiosk.window.rect()
    assert kiosk.window.childAt(QPoint(50, 50)) is sign
    lab.ask(Order.MESSAGE, text="both")
    lab.ask(Order.IDENTIFY, seconds=0)
    face = kiosk.window.face
    assert face is not None
    assert not sign.isVisible()
    assert not face.isEnabled()  # the message still covers it
    lab.ask(Order.MESSAGE)
    assert face.isEnabled()
    lab.ask(Order.IDENTIFY, seconds=1)
    lab.qtbot.waitUntil(lambda: not sign.isVisible(), timeout=3000)


def test_a_kiosk_restarts_only_where_something_starts_it_again(lab: Lab) -> None:
    lab.start()
    assert lab.ask(Order.RESTART).outcome is Outcome.UNGUARDED
    assert lab.ends == []


def test_a_watched_kiosk_restarts_and_is_told_as_back_when_it_is(lab: Lab) -> None:
    kiosk = lab.start("--child", "first")
    assert lab.ask(Order.RESTART).outcome is Outcome.DONE
    lab.qtbot.waitUntil(lambda: lab.ends == [RESTART])
    kiosk.stop()
    lab.qtbot.waitUntil(lambda: not lab.session.host.stations)
    lab.start("--child", "again")
    lab.qtbot.waitUntil(lambda: lab.told.outcome is Outcome.BACK)


def test_a_kiosk_quits_but_not_in_the_middle_of_a_group_unless_it_is_named(lab: Lab) -> None:
    lab.start()
    lab.seat_everybody()
    for order in (Order.QUIT, Order.RESTART, Order.SHUT_DOWN):
        lab.session.host.is_of_this_computer = lambda _: False
        assert lab.ask(order).outcome is Outcome.IN_GROUP
    assert lab.logged(ev.KioskOrdered) == []
    assert lab.ask(Order.QUIT, confirmed=["4"]).outcome is Outcome.IN_GROUP
    assert lab.ends == []
    assert lab.ask(Order.QUIT, confirmed=["3"]).outcome is Outcome.DONE
    lab.qtbot.waitUntil(lambda: lab.ends == [0])


@pytest.mark.parametrize(
    ("command", "outcome", "words"),
    [
        (["sh", "-c", "exit 0"], Outcome.DONE, ""),
        (["sh", "-c", "echo Access denied >&2; exit 1"], Outcome.REFUSED, "Access denied"),
        ([], Outcome.NO_WAY, ""),
        (["/nowhere/shutdown"], Outcome.REFUSED, None),
    ],
)
def test_the_computer_is_shut_down_where_its_system_allows(
    lab: Lab,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    outcome: Outcome,
    words: str | None,
) -> None:
    monkeypatch.setattr(shut_down, "shut_down_command", lambda: command)
    lab.start(locked=True)
    assert lab.ask(Order.SHUT_DOWN).outcome is Outcome.LAB_COMPUTER
    lab.session.host.is_of_this_computer = lambda _: False
    told = lab.ask(Order.SHUT_DOWN)
    assert told.outcome is outcome
    assert told.detail == words if words is not None else told.detail


def test_an_ordinary_window_shuts_nothing_down(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shut_down, "shut_down_command", lambda: pytest.fail("it was asked"))
    lab.session.host.is_of_this_computer = lambda _: False
    lab.start()
    assert lab.ask(Order.SHUT_DOWN).outcome is Outcome.WINDOWED


@pytest.mark.parametrize("locked", [True, False])
def test_a_kiosk_reports_how_it_is(lab: Lab, locked: bool) -> None:
    kiosk = lab.start(locked=locked)
    assert lab.ask(Order.VISIT).outcome is Outcome.DONE
    reported = lab.session.room.reported["3"]
    assert reported.report.full_screen is locked
    assert not reported.report.guarded
    assert (reported.report.keys is Keys.FREE) is not locked
    size = kiosk.window.screen().size()
    assert (reported.report.width, reported.report.height) == (size.width(), size.height())
    assert abs(reported.clock_off_ms) < 1000


def test_who_is_not_there_is_told_so(lab: Lab) -> None:
    lab.session.room.order(Order.VISIT, ["9"])
    assert lab.session.room.told["9"].outcome is Outcome.NOT_CONNECTED


def test_a_kiosk_that_is_lost_before_it_answers_has_not_answered(lab: Lab) -> None:
    link = StationLink(
        HOME, lab.session.port, "3", lab.folder / "3",
        code=parse_code(lab.session.code), parent=lab.parent,
    )  # fmt: skip
    lab.links.append(link)
    link.start()
    lab.qtbot.waitUntil(lambda: "3" in lab.session.room.stations)
    lab.session.room.order(Order.RESTART, ["3"])
    assert lab.told.outcome is Outcome.SENT
    link.stop()
    lab.qtbot.waitUntil(lambda: lab.told.outcome is Outcome.NO_ANSWER)
