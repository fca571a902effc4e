"""An open session on real sockets: what the experimenter does reaches the log and the stations."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import studies
from network_lab import HOME
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from hcmd_lab.game import events as ev
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.lab_identity import LabIdentity, identity_folder
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, CallHelp, CheckIn, Decide
from ui.control.confirm import Question
from ui.control.desk import Desk
from ui.control.session.ask_text import TextQuestion
from ui.control.session.experimenter_commands import Act
from ui.control.session.projector import Projector
from ui.control.session.room_view import RoomDialog
from ui.control.session.simulated_question import (
    SimulatedQuestion,
    consequence,
    why_no_simulated,
)
from ui.control.session_panel import SessionPanel
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson
from ui.look.style import apply_look


class Answerer(QObject):
    """Answers questions as they come, with the act that they name; counts them."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.asked: list[str] = []
        self._text = text
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._answer)
        self._timer.start()

    def _answer(self) -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, TextQuestion):
            if self._text:
                question.field.setText(self._text)
            self.asked.append("text")
            question.act.click()
        elif isinstance(question, Question):
            self.asked.append("confirm")
            question.act.click()


class Lab:
    """A desk with an open session of one group, its panel and its stations."""

    def __init__(self, qtbot: QtBot, folder: Path, *, auto_start: bool) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.desk = Desk()
        self.desk.open_study(studies.playable_study(folder / "study", 4))
        self.panel = SessionPanel(self.desk)
        qtbot.addWidget(self.panel)
        self.panel.resize(1180, 720)
        self.panel.show()
        rules = SessionRules(SessionSettings(auto_start=auto_start), NO_SCRIPT)
        self.desk.open_session("acquire", 1, rules, address=HOME, port=0, exit_pin="")
        self.views: dict[str, SeatView] = {}
        self.links: dict[str, StationLink] = {}

    @property
    def running(self):  # noqa: ANN201 - the panel's page
        return self.panel.running

    def connect(self, *names: str) -> None:
        host = self.desk.host
        assert host is not None
        for name in names:
            link = StationLink(
                HOME, host.port, name, self.folder / name,
                code=parse_code(host.pairing_code), parent=self.panel,
            )  # fmt: skip
            link.snapshot_received.connect(self._noter(name))
            self.links[name] = link
            link.start()
        self.qtbot.waitUntil(lambda: set(names) <= self.views.keys())

    def seat(self, *names: str) -> None:
        """Let people sit down at stations."""
        self.connect(*names)
        for name in names:
            self.links[name].send(CheckIn(UNSENT, f"person at {name}", is_bot=False))
        self.qtbot.waitUntil(lambda: all(self.page(n) is not Page.CHECK_IN for n in names))

    def page(self, name: str) -> Page:
        return self.views[name].page

    def _noter(self, name: str) -> Callable[[SeatView], None]:
        def note(view: SeatView) -> None:
            self.views[name] = view

        return note

    def choose(self, station: str) -> None:
        self.running.refresh()
        self.running.grid.point_at(station)
        self.running.refresh()

    def act(self, act: Act, text: str = "") -> list[str]:
        """Do something through the panel; returns which questions it asked."""
        self.running.refresh()
        action = self.running.controls.acts[act]
        assert action.isEnabled(), action.toolTip()
        answerer = Answerer(text)
        action.trigger()
        answerer.deleteLater()
        return answerer.asked

    def logged(self, kind: type[ev.SessionEvent]) -> list[ev.SessionEvent]:
        host = self.desk.host
        assert host is not None
        return [e for e in self.desk.study.store.log.events(host.session) if isinstance(e, kind)]

    def close(self) -> None:
        for link in self.links.values():
            link.stop()
        self.desk.close_study()


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path) -> Iterator[Lab]:
    made = Lab(qtbot, tmp_path, auto_start=True)
    yield made
    made.close()


@pytest.fixture
def patient_lab(qtbot: QtBot, tmp_path: Path) -> Iterator[Lab]:
    """A lab whose groups wait for the experimenter to start them."""
    made = Lab(qtbot, tmp_path, auto_start=False)
    yield made
    made.close()


FOUR = ("1", "2", "3", "4")


def test_a_session_of_this_computer_alone_needs_no_code(lab: Lab) -> None:
    assert not lab.running.pairing.isVisible()


def test_a_panel_that_is_made_later_shows_the_session(lab: Lab) -> None:
    panel = SessionPanel(lab.desk)
    lab.qtbot.addWidget(panel)
    panel.show()
    host = lab.desk.host
    assert host is not None
    assert host.pairing_code in panel.running.header.code.text()
    panel.running.pairing.copy_code.click()
    assert QGuiApplication.clipboard().text() == host.pairing_code


def test_the_code_is_large_until_everyone_is_here(lab: Lab) -> None:
    lab.running.header.code.click()
    assert lab.running.pairing.isVisible()
    lab.connect(*FOUR[:3])
    lab.running.refresh()
    assert lab.running.pairing.stations.text() == "3 of 4 stations connected"
    lab.connect("4")
    lab.running.refresh()
    assert not lab.running.pairing.isVisible()
    assert lab.desk.host is not None
    assert lab.desk.host.pairing_code in lab.running.header.code.text()
    lab.running.header.code.click()
    assert lab.running.pairing.isVisible()


def test_code_and_command_are_copied(lab: Lab) -> None:
    host = lab.desk.host
    assert host is not None
    lab.running.pairing.copy_code.click()
    assert QGuiApplication.clipboard().text() == host.pairing_code
    lab.running.pairing.copy_command.click()
    expected = f"hcmd-kiosk --server {HOME}:{host.port} --station 1 --code -"
    assert QGuiApplication.clipboard().text() == expected
    assert lab.running.pairing.copy_command.text() == "Copied"
    assert lab.running.pairing.copy_code.text() == "Copy &code", "it is no longer there"


@pytest.mark.parametrize("ends", ["ended", "interrupted"])
def test_no_projector_shows_the_code_of_a_session_that_is_over(lab: Lab, ends: str) -> None:
    lab.running.pairing.projector_requested.emit()
    (projector,) = lab.running.findChildren(Projector)
    assert projector.isVisible()
    if ends == "ended":
        assert lab.desk.host is not None
        lab.desk.host.abandon()
    else:
        lab.desk.end_hosting()
    lab.qtbot.waitUntil(lambda: not lab.running.findChildren(Projector))


def test_the_kiosks_fit_a_small_laptop(lab: Lab) -> None:
    lab.seat(*FOUR)
    lab.running.kiosks.trigger()
    (dialog,) = lab.running.findChildren(RoomDialog)
    assert dialog.room.table.isVisible()
    assert dialog.wake.isVisible()
    assert dialog.minimumSizeHint().height() <= 660, "a frame and a task bar need room too"
    dialog.close()


def test_go_starts_a_group_that_waits(patient_lab: Lab, qtbot: QtBot) -> None:
    patient_lab.seat(*FOUR)
    assert patient_lab.act(Act.START) == []
    qtbot.waitUntil(lambda: all(patient_lab.page(n) is Page.STAGE_INTRO for n in FOUR))
    assert len(patient_lab.logged(ev.GroupStarted)) == 1
    assert not patient_lab.running.controls.acts[Act.START].isEnabled()


def test_what_is_not_possible_says_why(lab: Lab) -> None:
    lab.running.refresh()
    for act in (Act.START, Act.RESUME, Act.END, Act.DROP, Act.MESSAGE):
        action = lab.running.controls.acts[act]
        assert not action.isEnabled()
        assert action.statusTip().endswith(".")


def test_acts_are_for_who_is_chosen_from_the_moment_of_choosing(lab: Lab) -> None:
    lab.seat(*FOUR)
    lab.choose("1")
    drop = lab.running.controls.acts[Act.DROP]
    for station in ("3", "2"):
        lab.running.grid.point_at(station)
        assert drop.isEnabled()
        answerer = Answerer()
        drop.trigger()
        answerer.deleteLater()
    lab.running.grid.clearSelection()
    assert not drop.isEnabled()
    state = lab.desk.session_state
    assert state is not None
    left = {state.participants[s.participant or ""].station
            for s in state.groups[1].seats if s.dropped}  # fmt: skip
    assert left == {"2", "3"}


def test_pause_and_resume_reach_the_stations(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    assert lab.act(Act.PAUSE, "A short break.") == ["text"]
    qtbot.waitUntil(lambda: all(lab.views[n].paused for n in FOUR))
    assert lab.views["2"].pause_reason == "A short break."
    lab.act(Act.RESUME)
    qtbot.waitUntil(lambda: not any(lab.views[n].paused for n in FOUR))
    assert len(lab.logged(ev.Resumed)) == 1


def test_a_message_goes_to_the_chosen_station_alone(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.choose("3")
    lab.act(Act.MESSAGE, "Please speak quietly.")
    qtbot.waitUntil(lambda: lab.views["3"].message == "Please speak quietly.")
    assert not lab.views["1"].message
    lab.running.grid.clearSelection()
    lab.act(Act.MESSAGE, "Five minutes to go.")
    qtbot.waitUntil(lambda: lab.views["1"].message == "Five minutes to go.")
    assert len(lab.logged(ev.MessageSent)) == 5


def test_leaving_a_page_makes_the_missing_choices(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.choose("1")
    lab.act(Act.LEAVE_PAGE)
    qtbot.waitUntil(lambda: all(lab.page(n) is Page.DECIDE for n in FOUR))
    lab.act(Act.LEAVE_PAGE)
    qtbot.waitUntil(lambda: all(lab.page(n) is Page.OUTCOME for n in FOUR))
    assert len(lab.logged(ev.Contributed)) == 4


def test_stopping_after_the_round_can_be_called_off(lab: Lab) -> None:
    lab.seat(*FOUR)
    lab.choose("1")
    stop = lab.running.controls.acts[Act.STOP_AFTER]
    lab.act(Act.STOP_AFTER)
    lab.running.refresh()
    assert stop.isChecked()
    lab.act(Act.STOP_AFTER)
    lab.running.refresh()
    assert not stop.isChecked()
    assert [e.wanted for e in lab.logged(ev.StopAfterRound)] == [True, False]  # type: ignore[union-attr]


def test_a_person_is_moved_in_two_clicks(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.connect("10", "9")
    lab.choose("2")
    moves = lab.running.controls.reseat.actions()
    assert [action.data() for action in moves] == ["9", "10"]
    code = lab.views["2"].participant
    moves[0].trigger()
    qtbot.waitUntil(lambda: lab.views["9"].participant == code)
    qtbot.waitUntil(lambda: lab.page("2") is Page.CHECK_IN)
    assert len(lab.logged(ev.Reseated)) == 1


def test_dropping_a_participant_is_confirmed(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.choose("4")
    assert lab.act(Act.DROP, "felt ill") == ["text", "confirm"]
    (dropped,) = lab.logged(ev.SeatDropped)
    assert isinstance(dropped, ev.SeatDropped)
    assert dropped.reason == "felt ill"


@pytest.mark.parametrize(
    ("act", "page"),
    [(Act.END, Page.ENDED_EARLY), (Act.VOID, Page.VOID)],
)
def test_ending_the_last_group_ends_the_session(
    lab: Lab, qtbot: QtBot, act: Act, page: Page
) -> None:
    lab.seat(*FOUR)
    lab.choose("1")
    assert lab.act(act) == ["text", "confirm"]
    qtbot.waitUntil(lambda: all(lab.page(n) is page for n in FOUR))
    assert lab.panel.summary.isVisible()
    with qtbot.waitSignal(lab.panel.panel_requested) as asked:
        lab.panel.summary.next_step.act.click()
    assert asked.args == ["session"]
    assert lab.panel.wizard is not None
    lab.panel.wizard.cancelled.emit()
    lab.panel.summary.stations_requested.emit()
    assert lab.running.isVisible()
    lab.running.header.summary.click()
    assert lab.panel.summary.isVisible()
    lab.panel.summary.new.click()
    assert lab.panel.wizard is not None


def paired_kiosks() -> set[str]:
    return {each.name for each in LabIdentity(identity_folder()).stations()}


def test_a_station_is_released(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.choose("3")
    answerer = Answerer()
    with qtbot.waitSignal(lab.links["3"].rejected):
        lab.running.controls.release.trigger()
    answerer.deleteLater()
    assert answerer.asked == ["confirm"]
    assert paired_kiosks() == {"1", "2", "4"}


def test_the_session_is_ended_for_everyone(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    answerer = Answerer()
    lab.running.header.end.trigger()
    answerer.deleteLater()
    qtbot.waitUntil(lambda: all(lab.page(n) is Page.ENDED_EARLY for n in FOUR))
    assert not lab.desk.session_is_running


@pytest.mark.parametrize(("key", "kind"), [("F6", ev.Paused), ("Ctrl+Shift+D", ev.SeatDropped)])
def test_shortcuts_work_from_the_grid(
    lab: Lab, qtbot: QtBot, key: str, kind: type[ev.SessionEvent]
) -> None:
    lab.seat(*FOUR)
    lab.panel.activateWindow()
    qtbot.waitUntil(lab.panel.isActiveWindow)
    lab.choose("2")
    lab.running.grid.setFocus()
    answerer = Answerer()
    QTest.keySequence(lab.running.grid, QKeySequence(key))
    answerer.deleteLater()
    assert len(lab.logged(kind)) == 1


def test_a_closed_question_changes_nothing(lab: Lab) -> None:
    lab.seat(*FOUR)
    lab.choose("1")

    def close() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, TextQuestion)
        question.reject()

    QTimer.singleShot(0, close)
    lab.running.controls.do(Act.VOID)
    assert not lab.logged(ev.GroupEnded)


def test_the_mirror_shows_the_chosen_screen_and_takes_no_input(lab: Lab) -> None:
    lab.seat(*FOUR)
    empty = lab.running.mirror.grab().toImage()
    lab.choose("2")
    shown = lab.running.mirror.grab().toImage()
    assert shown != empty
    assert lab.running.mirror.title.text() == "Station 2: person at 2, read-only"


def test_selection_and_mirror_follow_the_person(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.connect("10")
    lab.choose("10")
    lab.connect("9")  # takes the cell in which 10 was
    lab.running.refresh()
    assert lab.running.grid.pointed_station() == "10"
    assert lab.running.grid.selection().stations == ("10",)
    lab.choose("2")
    code = lab.running.grid.pointed_person()
    lab.running.controls.reseat.actions()[0].trigger()
    qtbot.waitUntil(lambda: lab.views["9"].participant == code)
    lab.running.refresh()
    assert lab.running.grid.pointed_person() == code
    assert lab.running.grid.selection().stations == ("9",)
    assert lab.running.mirror.title.text() == "Station 9: person at 2, read-only"


def test_a_chosen_free_station_stays_chosen_when_somebody_sits_down(lab: Lab, qtbot: QtBot) -> None:
    lab.connect("1", "2")
    lab.choose("2")
    for name in ("1", "2"):
        lab.links[name].send(CheckIn(UNSENT, name, is_bot=False))
    qtbot.waitUntil(lambda: lab.page("1") is lab.page("2") is Page.SEATING)
    lab.running.refresh()
    assert lab.running.grid.pointed_station() == "2"
    assert lab.running.grid.selection().stations == ("2",)


def test_the_bar_offers_what_can_be_done_now(lab: Lab) -> None:
    controls = lab.running.controls

    def offered() -> set[Act]:
        lab.running.refresh()
        return {act for act in Act if controls.acts[act] in controls.actions()}

    assert offered() == {Act.NOTE, Act.PAUSE}
    lab.seat(*FOUR)
    assert offered() == {Act.NOTE, Act.PAUSE, Act.MESSAGE, Act.MORE_30_S, Act.MORE_60_S}
    lab.choose("1")
    playing = {Act.PAUSE, Act.LEAVE_PAGE, Act.STOP_AFTER}
    assert offered() >= playing
    before = [action for action in controls.actions() if action in controls.acts.values()]
    assert all(not action.icon().isNull() for action in before)
    lab.act(Act.PAUSE, "wait")
    assert Act.RESUME in offered()
    assert Act.PAUSE not in offered()
    lab.act(Act.RESUME)
    lab.running.refresh()
    after = [action for action in controls.actions() if action in controls.acts.values()]
    assert after == before, "in the same order as before"


def test_more_time_reaches_the_kiosks_clock(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    before = lab.views["3"].time_left_ms or 0
    lab.act(Act.MORE_60_S)
    qtbot.waitUntil(lambda: (lab.views["3"].time_left_ms or 0) > before + 50_000)
    (added,) = lab.logged(ev.TimeAdded)
    assert (added.group, added.added_ms) == (1, 60_000)  # type: ignore[union-attr]


def test_a_note_is_in_the_log_with_its_station(lab: Lab) -> None:
    lab.seat(*FOUR)
    lab.choose("3")
    assert lab.act(Act.NOTE, "hums loudly") == ["text"]
    lab.running.refresh()
    assert "Note on station 3: hums loudly" in lab.running.log.lines.toPlainText()


def test_ending_the_pages_time_says_what_it_chooses_and_for_whom(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.choose("1")
    assert lab.act(Act.LEAVE_PAGE) == [], "nothing is chosen on a page that is only read"
    qtbot.waitUntil(lambda: all(lab.page(n) is Page.DECIDE for n in FOUR))
    lab.links["2"].send(Decide(UNSENT, 1, 1, 3))
    qtbot.waitUntil(lambda: lab.page("2") is Page.WAIT)
    asked: list[str] = []

    def read() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        asked.append(question.accessibleDescription())
        question.act.click()

    QTimer.singleShot(0, read)
    lab.running.refresh()
    lab.running.controls.do(Act.LEAVE_PAGE)
    (words,) = asked
    qtbot.waitUntil(lambda: len(lab.logged(ev.Contributed)) == 4)
    made = {lab.views[name].participant: name for name in FOUR}
    state = lab.desk.session_state
    assert state is not None
    late = [e for e in lab.logged(ev.Contributed) if e.by == "timeout"]  # type: ignore[union-attr]
    assert len(late) == 3
    for event in late:
        assert isinstance(event, ev.Contributed)
        code = state.groups[1].seats[event.seat].participant
        (line,) = [line for line in words.splitlines() if f"(person at {made[code or '']})" in line]
        coins = "coin" if event.contribution == 1 else "coins"
        assert line.startswith(f"Contribution of {event.contribution} {coins}: station")
    assert "person at 2" not in words, "who has chosen is not named"


def test_nothing_is_chosen_that_the_question_did_not_name(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.choose("1")
    lab.act(Act.LEAVE_PAGE)
    qtbot.waitUntil(lambda: all(lab.page(n) is Page.DECIDE for n in FOUR))

    def let_somebody_choose() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        lab.links["2"].send(Decide(UNSENT, 1, 1, 3))
        qtbot.waitUntil(lambda: lab.page("2") is Page.WAIT)
        question.act.click()

    QTimer.singleShot(0, let_somebody_choose)
    lab.running.refresh()
    with qtbot.waitSignal(lab.running.controls.failed) as failed:
        lab.running.controls.do(Act.LEAVE_PAGE)
    assert "Nothing was done" in failed.args[0]
    assert len(lab.logged(ev.TimeCalled)) == 1, "only that of the page before"
    assert len(lab.logged(ev.Contributed)) == 1


def test_both_sides_talk_in_the_panel(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.links["3"].send(CallHelp(UNSENT, "My mouse is broken."))
    qtbot.waitUntil(lambda: lab.views["3"].calls_help)
    lab.running.refresh()
    lab.choose("2")
    assert lab.running.talk.lines.toPlainText() == ""
    lab.running.talk.field.setText("for station 2")
    lab.running.attention.look.click()
    lab.running.refresh()
    assert lab.running.talk.field.text() == "", "what is being written stays with whom it is for"
    assert "Participant: My mouse is broken." in lab.running.talk.lines.toPlainText()
    lab.running.talk.field.setText("I bring another one.")
    lab.running.talk.send.click()
    qtbot.waitUntil(lambda: lab.views["3"].message == "I bring another one.")
    lab.running.refresh()
    assert "You: I bring another one." in lab.running.talk.lines.toPlainText()
    answerer = Answerer("It is here.")
    lab.running.attention.answer.click()
    answerer.deleteLater()
    assert [e.text for e in lab.logged(ev.MessageSent)] == [  # type: ignore[union-attr]
        "I bring another one.", "It is here.",
    ]  # fmt: skip
    lab.choose("2")
    assert lab.running.talk.field.text() == "for station 2"


def test_the_exit_pin_is_shown_when_it_is_asked_for(lab: Lab) -> None:
    pin = lab.running.pin
    assert pin.text() == "Show exit PIN"
    pin.click()
    assert pin.text() == "Exit PIN none", "this session was opened without one"
    pin.click()
    assert pin.text() == "Show exit PIN"
    lab.desk.end_hosting()
    rules = SessionRules(SessionSettings())
    lab.desk.open_session("pilot", 1, rules, address=HOME, port=0, exit_pin="445566")
    assert "445566" not in pin.text()
    pin.click()
    assert pin.text() == "Exit PIN 445566"


def test_a_narrow_window_is_not_scrolled_sideways(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    lab.running.header.code.click()
    lab.panel.resize(1024 - 92, 700)  # beside the rail
    lab.choose("1")
    lab.running._tell_failure("This is a sentence that is much longer than the page. " * 4)
    qtbot.waitUntil(lambda: not lab.running.side_switch.isChecked())
    assert lab.panel._open.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [1180 - 92, 1024 - 92])  # beside the rail
def test_no_button_of_the_bar_is_out_of_sight(lab: Lab, qtbot: QtBot, width: int) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_look(application, "light")  # its buttons are wider than the system's
    lab.seat(*FOUR)
    lab.panel.resize(width, 720)
    lab.choose("1")
    controls = lab.running.controls
    opener = controls.findChild(QToolButton, "qt_toolbar_ext_button")
    assert opener is not None
    qtbot.waitUntil(lambda: controls.sizeHint().width() <= controls.width())
    qtbot.waitUntil(lambda: not opener.isVisible())
    note = controls.widgetForAction(controls.acts[Act.NOTE])
    assert isinstance(note, QToolButton)
    assert note.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert note.toolTip().startswith("Note (Ctrl+Shift+O): ")


def test_the_log_keeps_its_end_in_view_unless_scrolled_up(lab: Lab, qtbot: QtBot) -> None:
    lab.seat(*FOUR)
    host, log = lab.desk.host, lab.running.log
    assert host is not None

    def note(count: int) -> None:
        for number in range(count):
            host.runner.do(ev.NoteTaken, f"note {number}", "")
        lab.running.refresh()

    bar = log.lines.verticalScrollBar()
    note(60)
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    lab.running.side_switch.setChecked(False)
    note(10)
    lab.running.side_switch.setChecked(True)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    bar.setValue(3)
    note(10)
    assert bar.value() == 3
    log.latest.click()
    assert bar.value() == bar.maximum()
    note(10)
    assert bar.value() == bar.maximum()
    assert not log.latest.isVisible()


def test_the_log_tells_what_happens(lab: Lab) -> None:
    lab.seat(*FOUR)
    lab.act(Act.PAUSE, "A short break.")
    lab.running.refresh()
    words = lab.running.log.lines.toPlainText()
    assert "person at 3 checked in at station 3" in words
    assert "Group 1 is paused: A short break." in words
    assert "joins group 1" not in words
    lab.running.log.steps.setChecked(True)
    assert "joins group 1" in lab.running.log.lines.toPlainText()


def test_bots_play_a_session_to_its_summary(lab: Lab, qtbot: QtBot) -> None:
    lab.connect(*FOUR)
    for number, name in enumerate(FOUR):
        Bot(lab.links[name], SimulatedPerson(number), f"bot-{name}", parent=lab.links[name])
        lab.links[name].send(CheckIn(UNSENT, f"bot-{name}", is_bot=True))
    with qtbot.waitSignal(lab.desk.session_ended, timeout=60_000):
        pass
    state = lab.desk.session_state
    assert state is not None
    assert state.groups[1].phase is Phase.FINISHED
    assert lab.panel.summary.isVisible()
    texts = [w.text() for w in lab.panel.summary.findChildren(type(lab.running.mirror.title))]
    assert "1 of 1" in texts
    assert "120" in texts


def fill_seats(lab: Lab, number: int) -> str:
    """Let simulated participants sit down through the panel; returns what it warned of."""
    lab.running.refresh()
    assert lab.running.simulated.act.isVisible()
    said: list[str] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, SimulatedQuestion)
        said.append(" ".join(each.text() for each in question.findChildren(QLabel)))
        question.number.setValue(number)
        question.act.click()

    QTimer.singleShot(0, answer)
    lab.running.simulated.act.trigger()
    return said[0]


def test_simulated_participants_play_beside_people(lab: Lab, qtbot: QtBot) -> None:
    lab.seat("1")
    words = fill_seats(lab, 3)
    assert "3 seats are free" in words
    assert lab.running.simulated.act.toolTip() in words, "the button says it before"
    qtbot.waitUntil(lambda: lab.page("1") is Page.STAGE_INTRO, timeout=20_000)
    state = lab.desk.session_state
    assert state is not None
    people = {p.station: p.is_bot for p in state.participants.values()}
    assert people == {"1": False, "sim-1": True, "sim-2": True, "sim-3": True}
    assert paired_kiosks() == {"1"}, "whatever ends the program, they are no kiosks"
    lab.running.refresh()
    assert not lab.running.simulated.act.isVisible(), "no seat is free"
    lab.act(Act.MESSAGE, "Hello.")
    qtbot.waitUntil(lambda: len(lab.logged(ev.MessageRead)) == 3, timeout=10_000)
    bots = {p for p, each in state.participants.items() if each.is_bot}
    assert {e.participant for e in lab.logged(ev.MessageRead)} == bots  # type: ignore[union-attr]


def test_simulated_participants_come_back_with_the_session(lab: Lab, qtbot: QtBot) -> None:
    fill_seats(lab, 4)
    qtbot.waitUntil(lambda: len(lab.logged(ev.CheckedIn)) == 4, timeout=20_000)
    host = lab.desk.host
    assert host is not None
    session = host.session
    lab.desk.end_hosting()
    lab.desk.resume_session(session, address=HOME, port=0, exit_pin="")
    with qtbot.waitSignal(lab.desk.session_ended, timeout=100_000):
        state = lab.desk.session_state
        assert state is not None
        lab.running.simulated._seats._think_ms = 0  # type: ignore[union-attr]
        for link in lab.running.simulated._seats._links.values():  # type: ignore[union-attr]
            for bot in link.findChildren(Bot):
                bot._think_ms = 0
    assert state.groups[1].phase is not Phase.FINISHED
    assert lab.desk.session_state is not None
    assert lab.desk.session_state.groups[1].phase is Phase.FINISHED
    assert paired_kiosks() == set(), "the lab computer does not remember them"


def test_a_seat_is_left_for_each_free_kiosk_and_rules_are_kept(lab: Lab) -> None:
    lab.connect("1", "2")
    state = lab.desk.session_state
    assert state is not None
    question = SimulatedQuestion(state, "", lab.panel)
    assert (question.number.maximum(), question.number.value()) == (4, 2)
    assert why_no_simulated(state) == ""
    listed = replace(state.plan, script=replace(state.plan.script, participant_list=True))
    assert "participant list" in why_no_simulated(replace(state, plan=listed))
    pilot = replace(state, plan=replace(listed, purpose="pilot"))
    assert why_no_simulated(pilot) == ""
    assert "pilot" in consequence(pilot, study_is_simulated=False)
    assert "does not count" in consequence(state, study_is_simulated=False)
    assert "does not count" not in consequence(state, study_is_simulated=True)
    question.deleteLater()
