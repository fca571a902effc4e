from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from fake_host import FakeHost
from pytestqt.qtbot import QtBot
from walks import TABLES, small_plan

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.session import replay
from hcmd_lab.game.session_settings import Dropout, SessionSettings
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.network.host_messages import Accepted, Rejected, Snapshot
from hcmd_lab.network.station_messages import CheckIn, Continue, Decide, Read, Vote
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store

NO_LIMITS = SessionSettings(intro_s=0, decide_s=0, outcome_s=0, vote_s=0)


class Table:
    """Four stations of a running session."""

    def __init__(self, runner: SessionRunner, host: FakeHost) -> None:
        self.runner = runner
        self.host = host
        self.count = 0

    def say(self, station: str, kind: type, *details: object) -> object:
        """Send an intention; returns the answer."""
        self.count += 1
        self.host.say(station, kind(f"n{self.count}", *details))
        return self.host.answers(station)[-1]

    def everyone_arrives(self) -> None:
        for number in range(1, 5):
            self.host.station_connected.emit(f"s{number}")
            assert isinstance(self.say(f"s{number}", CheckIn, "", True), Accepted)

    def everyone_reads(self) -> None:
        for number in range(1, 5):
            view = self.host.view(f"s{number}")
            self.say(f"s{number}", Continue, view.page, view.stage, view.round)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "study", {}) as store:
        yield store


Seat = Callable[..., Table]


@pytest.fixture
def seat(store: Store, qtbot: QtBot) -> Iterator[Seat]:
    """Opens a session by a plan, or resumes the stored one without; closes it after the test."""
    del qtbot  # there must be an application
    conductors = []

    def open_table(plan: SessionPlan | None = None) -> Table:
        host = FakeHost()
        conductors.append(SessionRunner(store, host, "session1", TABLES, plan=plan))
        return Table(conductors[-1], host)

    yield open_table
    for runner in conductors:
        runner.close()


@pytest.fixture
def table(seat: Seat) -> Table:
    return seat(small_plan(settings=NO_LIMITS))


def test_a_group_plays_to_the_end(table: Table, store: Store, qtbot: QtBot) -> None:
    table.everyone_arrives()
    with qtbot.waitSignals([table.runner.group_ended, table.runner.session_ended]):
        for stage in (1, 2, 3):
            table.everyone_reads()
            for round_number in (1, 2):
                for number in range(1, 5):
                    table.say(f"s{number}", Decide, stage, round_number, 1)
                table.everyone_reads()
            if stage == 2:
                for number in range(1, 5):
                    table.say(f"s{number}", Vote, 2)
                table.everyone_reads()
    assert table.host.view("s1").page is Page.FINISHED
    assert not [m for _, m in table.host.sent if isinstance(m, Rejected)]
    assert store.tables.sessions()[0].status == "closed"
    assert replay(store.log.events("session1")) == table.runner.state


def test_what_is_accepted_is_stored_before_it_is_confirmed(table: Table, store: Store) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    stored_when_told: list[int] = []
    tell = table.host.send

    def watch(station: str, message: object) -> None:
        if isinstance(message, Accepted):
            nonces = [
                e.nonce for e in store.log.events("session1") if isinstance(e, ev.Contributed)
            ]
            stored_when_told.append(nonces.count(message.nonce))
        tell(station, message)

    table.host.send = watch  # type: ignore[method-assign]  # the test listens in
    table.say("s1", Decide, 1, 1, 1)
    assert stored_when_told == [1]


def test_a_repeated_message_is_confirmed_again_and_stored_once(table: Table, store: Store) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    command = Decide("same", 1, 1, 1)
    table.host.say("s1", command)
    table.host.say("s1", command)
    assert table.host.answers("s1")[-2:] == [Accepted("same"), Accepted("same")]
    stored = [e for e in store.log.events("session1") if isinstance(e, ev.Contributed)]
    assert [e.nonce for e in stored] == ["same"]


@pytest.mark.parametrize(
    ("kind", "details", "code"),
    [
        (Decide, (1, 1, 0), "already_decided"),
        (Decide, (1, 2, 1), "too_late"),
        (Vote, (1,), "too_late"),
        (CheckIn, ("someone else", False), "station_occupied"),
    ],
)
def test_what_cannot_be_granted_is_refused(
    table: Table, kind: type, details: tuple[object, ...], code: str
) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    table.say("s1", Decide, 1, 1, 1)
    answer = table.say("s1", kind, *details)
    assert isinstance(answer, Rejected)
    assert (answer.code, answer.final) == (code, False)


def test_too_many_coins_are_refused(table: Table) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    answer = table.say("s1", Decide, 1, 1, 9)
    assert isinstance(answer, Rejected)
    assert answer.code == "not_now"
    assert "between 0 and" in answer.sentence


def test_without_a_free_seat_a_fifth_is_turned_away(table: Table) -> None:
    table.everyone_arrives()
    table.host.station_connected.emit("s5")
    answer = table.say("s5", CheckIn, "", True)
    assert isinstance(answer, Rejected)
    assert (answer.code, answer.final) == ("session_full", True)
    assert table.say("s5", Decide, 1, 1, 1).code == "not_seated"


def test_a_page_that_was_left_may_be_left_again(table: Table) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    assert isinstance(table.say("s1", Continue, Page.STAGE_INTRO, 1, 0), Accepted)


def test_a_screen_is_sent_only_when_it_changes(table: Table) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    before = len(table.host.sent)
    table.say("s1", Decide, 1, 1, 1)
    told = [station for station, _ in table.host.sent[before:]]
    assert set(told) == {"s1"}


def test_a_station_that_comes_back_gets_its_screen_again(table: Table) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    screen = table.host.view("s2")
    table.host.station_lost.emit("s2", 0)
    assert "s2" not in table.runner.state.stations
    before = len(table.host.sent)
    table.host.station_connected.emit("s2")
    assert table.host.sent[before:] == [("s2", Snapshot(screen))]


def test_a_restarted_host_continues_where_it_was(table: Table, seat: Seat) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    table.say("s1", Decide, 1, 1, 1)
    before = table.runner.state
    again = seat()
    assert again.runner.state.groups == before.groups
    assert again.runner.state.participants == before.participants
    again.host.station_connected.emit("s1")
    assert again.host.view("s1").page is Page.WAIT


def test_a_restarted_host_gives_the_time_that_was_left(seat: Seat, store: Store) -> None:
    seat(small_plan(settings=SessionSettings(intro_s=60))).everyone_arrives()
    store.log.set_clock("session1", 20_000)
    again = seat()
    again.host.station_connected.emit("s1")
    group = again.runner.state.groups[1]
    left_ms = again.host.view("s1").time_left_ms
    assert group.phase is Phase.STAGE_INTRO
    assert left_ms is not None
    assert 40_000 <= left_ms <= 60_000
    assert group.deadline_ms is None, "three stations have yet to come back"


def test_time_runs_out_by_itself(seat: Seat, qtbot: QtBot) -> None:
    table = seat(small_plan(settings=SessionSettings(intro_s=1, decide_s=0)))
    table.everyone_arrives()
    qtbot.waitUntil(lambda: table.host.view("s1").page is Page.DECIDE, timeout=5000)


def test_a_full_disk_confirms_nothing_and_keeps_the_session(
    table: Table, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    before = table.runner.state

    def full(*_: object) -> None:
        raise OperatorError("The disk is full; make room.")

    with monkeypatch.context() as patch:
        patch.setattr(store.log, "append", full)
        with qtbot.waitSignal(table.runner.storage_failed) as told:
            answer = table.say("s1", Decide, 1, 1, 1)
    assert told.args == [Sentence("The disk is full; make room.")]
    assert isinstance(answer, Rejected)
    assert (answer.code, answer.final) == ("not_saved", False)
    assert table.runner.state == before
    assert isinstance(table.say("s1", Decide, 1, 1, 1), Accepted)


def test_what_is_said_at_once_is_saved_at_once(
    table: Table, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    commits: list[int] = []
    append = store.log.append

    def count(session: str, events: Sequence[ev.Event], utc: str) -> None:
        commits.append(len(events))
        append(session, events, utc)

    monkeypatch.setattr(store.log, "append", count)
    for number in range(1, 5):
        table.host.command_received.emit(f"s{number}", Decide(f"n{number}", 1, 1, 1))
    table.host.command_received.emit("s1", Decide("late", 1, 1, 2))
    qtbot.waitUntil(lambda: table.host.view("s4").page is Page.OUTCOME)
    assert len(commits) == 1
    for number in range(1, 5):
        assert table.host.answers(f"s{number}")[-1 if number > 1 else -2] == Accepted(f"n{number}")
    rejected = table.host.answers("s1")[-1]
    assert isinstance(rejected, Rejected)
    assert rejected.nonce == "late"
    assert replay(store.log.events("session1")) == table.runner.state


def test_a_crowd_that_speaks_at_once_is_all_heard(seat: Seat, qtbot: QtBot) -> None:
    table = seat(small_plan(groups=12, settings=NO_LIMITS))
    stations = [f"s{number}" for number in range(1, 49)]
    for station in stations:
        table.host.station_connected.emit(station)
        table.host.command_received.emit(station, CheckIn("n1", "", True))
    qtbot.waitUntil(lambda: all(table.host.answers(station) for station in stations))
    assert {table.host.view(station).page for station in stations} == {Page.STAGE_INTRO}


def test_when_the_disk_is_full_nobody_of_a_crowd_is_confirmed(
    table: Table, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.everyone_arrives()
    table.everyone_reads()
    before = table.runner.state

    def full(*_: object) -> None:
        raise OperatorError("The disk is full; make room.")

    monkeypatch.setattr(store.log, "append", full)
    with qtbot.waitSignal(table.runner.storage_failed):
        for number in range(1, 5):
            table.host.command_received.emit(f"s{number}", Decide(f"n{number}", 1, 1, 1))
    for number in range(1, 5):
        answer = table.host.answers(f"s{number}")[-1]
        assert isinstance(answer, Rejected)
        assert (answer.code, answer.final) == ("not_saved", False)
    assert table.runner.state == before


def test_a_log_that_does_not_fit_together_is_a_sentence(store: Store, seat: Seat) -> None:
    opened = ev.SessionOpened(0, small_plan())
    backwards = [ev.StationBack(5, "a"), ev.StationBack(4, "b")]
    store.log.append("session1", [opened, *backwards], "2026-01-01T00:00:00Z")
    with pytest.raises(OperatorError, match="start a new session"):
        seat()


# --- messages from the experimenter ------------------------------------------------------------


def occupant(table: Table, station: str = "s1") -> str:
    code = table.runner.state.occupant(station)
    assert code is not None
    return code


def test_a_message_is_shown_until_it_is_read(table: Table, store: Store) -> None:
    table.everyone_arrives()
    table.runner.do(ev.MessageSent, occupant(table), "Please sit still.")
    assert table.host.view("s1").message == "Please sit still."
    assert table.host.view("s2").message == ""
    assert isinstance(table.say("s1", Read), Accepted)
    assert table.host.view("s1").message == ""
    assert replay(store.log.events("session1")) == table.runner.state


def test_a_reading_that_is_said_twice_reads_one_message(table: Table) -> None:
    table.everyone_arrives()
    for text in ("First.", "Second."):
        table.runner.do(ev.MessageSent, occupant(table), text)
    for _ in range(2):
        table.host.say("s1", Read("same"))
        assert table.host.answers("s1")[-1] == Accepted("same")
    assert table.host.view("s1").message == "Second."
    assert isinstance(table.say("s1", Read), Accepted)
    assert table.host.view("s1").message == ""


def test_to_read_where_there_is_nothing_changes_nothing(table: Table, store: Store) -> None:
    table.everyone_arrives()
    before = len(store.log.events("session1"))
    assert isinstance(table.say("s1", Read), Accepted)
    table.host.station_connected.emit("s9")
    answer = table.say("s9", Read)
    assert isinstance(answer, Rejected)
    assert answer.code == "not_seated"
    assert len(store.log.events("session1")) == before + 1  # the station that came


def test_a_message_can_be_read_in_a_pause(table: Table) -> None:
    table.everyone_arrives()
    table.runner.do(ev.Paused, 1, "a question")
    table.runner.do(ev.MessageSent, occupant(table), "One moment.")
    assert isinstance(table.say("s1", Read), Accepted)
    assert table.host.view("s1").paused


def test_messages_reach_the_end_of_the_session(table: Table, store: Store) -> None:
    table.everyone_arrives()
    table.runner.do(ev.GroupEnded, 1, "ended_early", "fire alarm")
    assert table.runner.state.closed
    table.host.station_lost.emit("s1", 0)
    table.host.station_connected.emit("s1")
    table.runner.do(ev.MessageSent, occupant(table), "Please come to the desk.")
    assert table.host.view("s1").page is Page.ENDED_EARLY
    assert table.host.view("s1").message == "Please come to the desk."
    assert isinstance(table.say("s1", Read), Accepted)
    assert table.host.view("s1").message == ""
    assert replay(store.log.events("session1")) == table.runner.state


# --- what happens around the game --------------------------------------------------------------


def test_tries_to_leave_are_in_the_log(table: Table, store: Store) -> None:
    table.host.exit_tried.emit("s1", False)
    table.host.exit_tried.emit("s1", True)
    tries = [e for e in store.log.events("session1") if isinstance(e, ev.ExitTried)]
    assert [(e.station, e.succeeded) for e in tries] == [("s1", False), ("s1", True)]
    table.runner.do(ev.GroupEnded, 1, "void", "")
    before = len(store.log.events("session1"))
    table.host.exit_tried.emit("s1", True)  # after the close the program's own log has to do
    assert len(store.log.events("session1")) == before


def test_a_station_that_stays_away_is_acted_on_in_time(seat: Seat, qtbot: QtBot) -> None:
    settings = SessionSettings(intro_s=0, dropout=Dropout.PAUSE, dropout_s=5)
    table = seat(small_plan(settings=settings))
    table.everyone_arrives()
    table.host.station_lost.emit("s1", 0)
    table.runner._journal.clock._now_ms += 4_900  # the least patience is long for a test
    table.host.station_lost.emit("s2", 0)  # whatever happens, the timer is set anew
    qtbot.waitUntil(lambda: table.host.view("s3").paused, timeout=5000)
    assert table.host.view("s3").pause_is_automatic
    for station in ("s1", "s2"):
        table.host.station_connected.emit(station)
    assert not table.host.view("s3").paused


def test_time_that_is_called_moves_the_group_on(table: Table) -> None:
    table.everyone_arrives()
    table.runner.do(ev.TimeCalled, 1)
    assert {table.host.view(f"s{number}").page for number in range(1, 5)} == {Page.DECIDE}
