"""What is asked while a session goes on stays true, and only what was asked about is done."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from network_lab import HOME
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.hosting.session_runner import SessionRunner
from ui.control import departure
from ui.control.desk import Desk
from ui.control.session import controls, session_end
from ui.control.session.ask_text import TextQuestion
from ui.control.session.experimenter_commands import Act
from ui.control.session.simulated_question import SimulatedQuestion
from ui.control.session_panel import SessionPanel

CHANGED = "Something has changed meanwhile. Nothing was done; look again and decide."


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    made = Desk()
    made.open_study(playable_study(tmp_path / "study", 4))
    yield made
    made.close_study()


def opened(desk: Desk, qtbot: QtBot, **rules: object) -> SessionPanel:
    """The page of a session to which two people have come."""
    made = parse_rules({"auto_start": False} | rules, GAME_ALONE)
    desk.open_session("pilot", 1, made, address=HOME, port=0, exit_pin="")
    for number in (1, 2):
        come(runner(desk), f"{number}", f"person{number}")
    panel = SessionPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.running.refresh()
    return panel


def runner(desk: Desk) -> SessionRunner:
    assert desk.host is not None
    return desk.host.runner


def come(runner: SessionRunner, station: str, code: str) -> None:
    runner.do(ev.StationBack, station)
    runner.do(ev.CheckedIn, code, station, "", False)


def logged(desk: Desk, kind: type[ev.SessionEvent]) -> list[ev.SessionEvent]:
    assert desk.host is not None
    events = desk.study.store.log.events(desk.host.session)
    return [each for each in events if isinstance(each, kind)]


def act(
    panel: SessionPanel, act: Act, station: str, monkeypatch: pytest.MonkeyPatch,
    meanwhile: Callable[[], None],
) -> list[str]:  # fmt: skip
    """Agree to an act on a station, during whose question something happens; what is told."""
    panel.running.grid.point_at(station)
    panel.running.refresh()
    told: list[str] = []
    panel.running.controls.failed.connect(told.append)
    panel.running.controls.done.connect(told.append)

    def ask(*_: object, **__: object) -> str:
        meanwhile()
        return "a reason"

    monkeypatch.setattr(controls, "ask_text", ask)
    monkeypatch.setattr(controls, "confirm", lambda *_, **__: True)
    panel.running.controls.do(act)
    return told


@pytest.mark.parametrize("kind", [Act.DROP, Act.MESSAGE])
def test_somebody_else_who_sits_there_now_is_left_alone(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: Act
) -> None:
    panel = opened(desk, qtbot, consent=True)

    def another_comes() -> None:
        runner(desk).do(ev.ParticipantLeft, "person1", "has to go")
        runner(desk).do(ev.Reseated, "person2", "1")

    assert act(panel, kind, "1", monkeypatch, another_comes) == [CHANGED]
    assert runner(desk).state.occupant("1") == "person2"
    assert logged(desk, ev.SeatDropped) == []
    assert logged(desk, ev.MessageSent) == []


def test_somebody_who_went_on_alone_is_not_moved_past_the_next_part(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(desk, qtbot, consent=True, instructions=True)
    version = runner(desk).state.plan.materials.consent_version

    def agrees() -> None:
        runner(desk).do(ev.ConsentAnswered, "person1", True, version)

    assert act(panel, Act.SKIP, "1", monkeypatch, agrees) == [CHANGED]
    assert runner(desk).state.participants["person1"].progress.part is Part.INSTRUCTIONS


def test_somebody_who_got_a_seat_is_not_sent_home_without_pay(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(desk, qtbot, consent=True)
    version = runner(desk).state.plan.materials.consent_version

    def agrees() -> None:
        runner(desk).do(ev.ConsentAnswered, "person1", True, version)

    assert act(panel, Act.DROP, "1", monkeypatch, agrees) == [CHANGED]
    assert logged(desk, ev.SeatDropped) == []


def test_the_title_of_a_question_says_whom_it_concerns_by_now(desk: Desk, qtbot: QtBot) -> None:
    panel = opened(desk, qtbot)
    titles: list[str] = []

    def look(question: TextQuestion) -> None:
        titles.append(question.windowTitle())
        assert question.heading.text() == question.windowTitle()

    def while_open() -> None:
        question = panel.window().findChild(TextQuestion)
        assert question is not None
        look(question)
        come(runner(desk), "3", "person3")
        qtbot.waitUntil(lambda: question.windowTitle() != titles[0])
        look(question)
        question.reject()

    QTimer.singleShot(0, while_open)
    panel.running.controls.do(Act.MESSAGE)
    assert titles == ["Message to 2 participants", "Message to 3 participants"]


def test_what_only_concerns_fewer_is_done(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(desk, qtbot, consent=True)
    told = act(panel, Act.DROP, "1", monkeypatch, lambda: None)
    assert told == ["Dropped: 1 participant"]


def test_the_number_of_free_seats_follows_the_session(desk: Desk, qtbot: QtBot) -> None:
    panel = opened(desk, qtbot)
    said: list[str] = []

    def look() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, SimulatedQuestion)
        QTimer.singleShot(0, question, question.reject)  # whatever comes of the rest
        said.append(question.about.text())
        for number in (3, 4):
            come(runner(desk), f"{number}", f"person{number}")
            said.append(question.about.text())
        said.append(str(question.act.isEnabled()))

    QTimer.singleShot(0, look)
    panel.running.simulated.act.trigger()
    assert [each.split(". ")[0] for each in said] == [
        "2 seats are free", "1 seat is free", "No seat is free.", "False",
    ]  # fmt: skip


def ended(desk: Desk) -> None:
    assert desk.host is not None
    desk.host.abandon()
    assert not desk.session_is_running


def answered(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], None]) -> list[str]:
    """The sentences of a question, before something happens and after; it is agreed to."""
    said: list[str] = []

    def agree(*asked: object, follow: Callable[[], str], **_: object) -> bool:
        said.append(str(asked[2]))
        meanwhile()
        said.append(follow())
        return True

    for module in (session_end, departure):
        monkeypatch.setattr(module, "confirm", agree)
    return said


def test_a_session_that_has_ended_is_not_interrupted(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(desk, qtbot)
    said = answered(monkeypatch, lambda: ended(desk))
    assert not session_end.interrupt_session(desk, panel)
    assert said[1] == "The session has ended meanwhile."
    assert desk.host is not None, "its stations keep their last screens"


def test_a_session_that_has_ended_is_not_said_to_end(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(desk, qtbot)
    said = answered(monkeypatch, lambda: ended(desk))
    session_end.end_session(desk, panel)
    assert said[0].startswith("No group is playing. The session cannot be resumed.")
    assert said[1] == "The session has ended meanwhile."


def test_what_runs_no_more_is_not_said_to_run(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(desk, qtbot)
    said = answered(monkeypatch, lambda: ended(desk))
    left: list[bool] = []
    departure.Departure(desk, panel).request("Leave?", "Leave", lambda: left.append(True))
    assert said[0].startswith("A session is running.")
    assert said[1] == "What was running has ended."
    assert left == [True]
