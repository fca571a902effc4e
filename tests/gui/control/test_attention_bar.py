"""People who wait for the experimenter: seen at once, and helped with one click."""

from dataclasses import replace

import pytest
from network_lab import Log
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from scripted import EVERYTHING, MATERIALS, agree, play_to_the_end, read_instructions, scripted
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import Alarm, AlarmKind
from hcmd_lab.game.monitor import station_rows
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_settings import SessionSettings, TookPartBefore
from hcmd_lab.game.view import Page
from hcmd_lab.network.door import Knock, WhyKnocks
from ui.control.session.attention import LOST_MS, waiting
from ui.control.session.attention_bar import AttentionBar
from ui.control.session.cell_rows import build_cells
from ui.control.session.cells import StationCell, Tone
from ui.control.session.experimenter_commands import Act, EventDraft, offer
from ui.control.session.grid_view import Selection
from ui.look import act_guard
from ui.look.style import apply_look


@pytest.fixture
def bar(qtbot: QtBot) -> AttentionBar:
    made = AttentionBar()
    qtbot.addWidget(made)
    return made


def words(bar: AttentionBar) -> str:
    return " ".join(each.text() for each in bar.findChildren(QLabel) if each.isVisibleTo(bar))


def connect(walk: Walk, *stations: str) -> None:
    for station in stations:
        walk.do(ev.StationBack(0, station))


def cell(walk: Walk, station: str) -> StationCell:
    rows = build_cells(walk.state, 0)
    return next(
        c for row in rows for c in row if isinstance(c, StationCell) and c.station == station
    )


def test_nobody_waits(bar: AttentionBar) -> None:
    walk = scripted()
    walk.check_in(2)
    bar.show_state(walk.state, walk.now_ms)
    assert bar.isHidden()


def test_whoever_took_part_before_is_told_until_it_is_noted(
    bar: AttentionBar, qtbot: QtBot
) -> None:
    walk = scripted()
    walk.do(ev.CheckedIn(0, "p1", "s1", "Ann", False, "", took_part_before=True))
    walk.do(ev.CheckedIn(0, "p2", "s2", "Ben", False, "", took_part_before=False))
    bar.show_state(walk.state, walk.now_ms)
    assert "1 participant has taken part before: Ann (s1)" in words(bar)
    with qtbot.waitSignal(bar.station_wanted) as wanted:
        bar.look_before.click()
    assert wanted.args == ["s1"]
    bar.noted.click()
    assert bar.isHidden()
    bar.show_state(walk.state, walk.now_ms)
    assert bar.isHidden()
    walk.do(ev.CheckedIn(0, "p3", "s3", "Cem", False, "", took_part_before=True))
    bar.show_state(walk.state, walk.now_ms)
    assert "1 participant has taken part before: Cem (s3)" in words(bar)


def test_nothing_is_said_where_the_setting_allows_it(bar: AttentionBar) -> None:
    settings = SessionSettings(took_part_before=TookPartBefore.ALLOW)
    walk = Walk(small_plan(settings=settings))
    walk.do(ev.CheckedIn(0, "p1", "s1", "Ann", False, "", took_part_before=True))
    bar.show_state(walk.state, walk.now_ms)
    assert bar.isHidden()


def test_a_gate_is_opened_with_a_click(bar: AttentionBar, qtbot: QtBot) -> None:
    walk = scripted(replace(EVERYTHING, gate_instructions=True))
    walk.check_in(3)
    agree(walk, "p1")
    agree(walk, "p2")
    bar.show_state(walk.state, walk.now_ms)
    assert "2 participants waiting for your start: Instructions" in words(bar)
    drafts = Log(bar, "wished")
    bar.show()
    qtbot.mouseClick(bar.begin, Qt.MouseButton.LeftButton)
    assert drafts.of("wished") == [(EventDraft(ev.GateOpened, (Part.INSTRUCTIONS,)),)]
    walk.do(ev.GateOpened(0, Part.INSTRUCTIONS))
    bar.show_state(walk.state, walk.now_ms)
    assert bar.isHidden()


def test_a_call_is_seen_and_answered(bar: AttentionBar) -> None:
    walk = scripted()
    walk.check_in(2)
    for code in ("p1", "p2"):
        agree(walk, code)
    walk.do(ev.HelpCalled(0, "p2"))
    read_instructions(walk, "p1")
    for _ in range(2):
        walk.do(ev.QuestionAnswered(0, "p1", "fund", 1, False))
    bar.show_state(walk.state, walk.now_ms)
    said = words(bar)
    assert "Station s1 calls for help: Control questions “fund”, 2 wrong answers" in said
    assert "Also: s2" in said
    drafts = Log(bar, "wished", "station_wanted")
    bar.look.click()
    bar.passed.click()
    assert drafts.of("station_wanted") == [("s1",)]
    assert drafts.of("wished") == [(EventDraft(ev.HelpGiven, ("p1", True)),)]
    walk.do(ev.HelpGiven(0, "p1", True))
    bar.show_state(walk.state, walk.now_ms)
    assert "Station s2 calls for help: Instructions" in words(bar)
    assert not bar.passed.isVisibleTo(bar)


def test_what_was_written_with_the_call_is_read(bar: AttentionBar) -> None:
    walk = scripted()
    walk.check_in(2)
    agree(walk, "p1")
    walk.do(ev.HelpCalled(0, "p1", "n", "Where is the mouse?"))
    bar.show_state(walk.state, 0)
    assert "Station s1 calls for help: Instructions. “Where is the mouse?”" in words(bar)
    answers = Log(bar, "answer_requested")
    bar.answer.click()
    assert answers.of("answer_requested") == [("p1",)]


def test_a_lost_station_is_named_unless_it_is_back_at_once(bar: AttentionBar) -> None:
    walk = Walk(small_plan())
    connect(walk, "s1", "s2", "s3", "s4", "spare")
    walk.check_in()
    for station in ("s2", "spare"):
        walk.do(ev.StationLost(0, station))
    bar.show_state(walk.state, LOST_MS - 1)
    assert bar.isHidden()
    bar.show_state(walk.state, LOST_MS)
    assert "No connection: station s2" in words(bar)
    assert "spare" not in words(bar), "nobody sits there"
    wanted = Log(bar, "station_wanted")
    assert bar.look_lost.text() == "Look at station s2"
    bar.look_lost.click()
    assert wanted.of("station_wanted") == [("s2",)]
    walk.do(ev.StationBack(0, "s2"))
    bar.show_state(walk.state, LOST_MS)
    assert bar.isHidden()


def test_whoever_was_dropped_or_is_done_is_not_missed() -> None:
    walk = Walk(small_plan())
    connect(walk, "s1", "s2", "s3", "s4")
    walk.check_in()
    walk.do(ev.StationLost(0, "s2"))
    person = walk.state.participants["p2"]
    walk.do(ev.SeatDropped(0, 1, person.seat or 0, "ill"))
    assert waiting(walk.state, LOST_MS).lost == ()
    walk.do(ev.StationLost(0, "s3"))
    assert waiting(walk.state, LOST_MS).lost == ("s3",)
    walk.do(ev.GroupEnded(0, 1, "ended_early", "fire"))
    assert waiting(walk.state, LOST_MS).lost == ()


def test_the_grid_shows_the_call_and_the_page() -> None:
    walk = scripted()
    walk.check_in(2)
    agree(walk, "p1")
    connect(walk, "s1", "s2")
    assert cell(walk, "s1").doing == "Instructions 1/2"
    assert cell(walk, "s2").doing == "Consent"
    walk.do(ev.HelpCalled(0, "p1"))
    assert (cell(walk, "s1").doing, cell(walk, "s1").tone) == ("Calls for help", Tone.HELP)


def test_after_the_game_the_grid_shows_the_part_and_not_the_group() -> None:
    walk = scripted(replace(EVERYTHING, consent=False, instructions=False, control_questions=False))
    walk.check_in()
    play_to_the_end(walk)
    connect(walk, "s1")
    (row, *_) = station_rows(walk.state, 0)
    assert row.page is Page.QUESTIONNAIRE
    assert cell(walk, "s1").tone is Tone.CALM
    walk.do(ev.QuestionnaireAnswered(0, "p1", {"fair": 4}))
    assert (cell(walk, "s1").doing, cell(walk, "s1").tone) == ("Sees the payment", Tone.OVER)


def test_whoever_was_turned_away_is_at_no_station() -> None:
    walk = scripted()
    walk.do(ev.TurnedAway(0, "p9", "A9", "full"))
    assert station_rows(walk.state, 0) == []


def test_a_person_is_led_on_or_goes_home() -> None:
    walk = scripted()
    walk.check_in(1)
    chosen = Selection(stations=("s1",))
    assert "experimenter cannot end" in offer(Act.SKIP, walk.state, 0, chosen).why_not
    agree(walk, "p1")
    offered = offer(Act.SKIP, walk.state, 0, chosen, "slow reader")
    assert offered.drafts == (EventDraft(ev.PartSkipped, ("p1", Part.INSTRUCTIONS, "slow reader")),)
    assert offered.people == ["p1"]
    gone = offer(Act.DROP, walk.state, 0, chosen, "ill")
    assert gone.drafts == (EventDraft(ev.ParticipantLeft, ("p1", "ill")),)


ALL_KNOCKS = tuple(
    Knock(str(number), f"10.0.0.{number}", why, "10.0.0.99")
    for number, why in enumerate(WhyKnocks, start=1)
)


@pytest.mark.parametrize("knock", ALL_KNOCKS, ids=list(WhyKnocks))
def test_who_waits_at_the_door_is_named_with_a_reason(bar: AttentionBar, knock: Knock) -> None:
    bar.show_door((knock,), ())
    said = words(bar)
    assert f"station {knock.station} at {knock.address}" in said
    assert "{" not in said
    assert not bar.let_all_in.isVisibleTo(bar), "there is only one"
    bar.show_door((), ())
    assert bar.isHidden()


def test_the_bar_stays_low_however_many_need_the_experimenter(
    bar: AttentionBar, qapp: QApplication
) -> None:
    """Twelve groups in trouble on a screen of 1280 by 720, most of which the stations need."""
    apply_look(qapp, "light")
    settings = SessionSettings(took_part_before=TookPartBefore.WARN)
    rules = replace(EVERYTHING, gate_instructions=True)
    walk = Walk(small_plan(12, settings=settings, script=rules, materials=MATERIALS))
    for n in range(48):
        walk.do(ev.StationBack(0, f"s{n}"))
        walk.do(ev.CheckedIn(0, f"p{n}", f"s{n}", f"Invited {n}", False, "", True))
        if n % 2:
            walk.do(ev.HelpCalled(0, f"p{n}"))
        walk.do(ev.StationLost(0, f"s{n}"))
    for n in range(20):
        agree(walk, f"p{n}")
    bar.show_state(walk.state, walk.now_ms + LOST_MS + 1)
    bar.show_door(
        tuple(Knock(f"s{n}", f"10.0.0.{n}", WhyKnocks.CLOSED) for n in range(30)),
        tuple(Alarm(AlarmKind.OLD_TOKEN, f"s{n}", f"10.0.0.{n}") for n in range(30)),
    )
    bar.resize(1050, 10)
    bar.show()
    assert bar.heightForWidth(1050) <= 300
    tips = "\n".join(each.toolTip() for each in bar.findChildren(QLabel))
    assert all(f"s{n}" in tips for n in range(48)), "everybody is named on demand"


def test_nobody_is_let_in_unseen_however_many_wait(bar: AttentionBar) -> None:
    bar.show_door(tuple(Knock(f"s{n}", f"10.0.0.{n}", WhyKnocks.CLOSED) for n in range(30)), ())
    assert "29 more wait: s1 (10.0.0.1), " in words(bar)
    assert words(bar).strip().endswith("…")
    tips = [each.toolTip() for each in bar.findChildren(QLabel)]
    assert any("s29 at 10.0.0.29" in tip for tip in tips)


def test_the_experimenter_answers_those_at_the_door(bar: AttentionBar, qtbot: QtBot) -> None:
    log = Log(bar, "knocks_answered", "alarms_noted")
    bar.show_door(ALL_KNOCKS, ())
    assert "3 more wait: 2 (10.0.0.2), 3 (10.0.0.3), 4 (10.0.0.4)" in words(bar)
    for button in (bar.let_in, bar.turn_away, bar.let_all_in):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert log.of("knocks_answered") == [
        (ALL_KNOCKS[:1], True), (ALL_KNOCKS[:1], False), (ALL_KNOCKS, True),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", list(AlarmKind))
@pytest.mark.parametrize("place", [("7", "10.0.0.7"), ("7", ""), ("", "10.0.0.7"), ("", "")])
def test_every_alarm_is_a_sentence(
    bar: AttentionBar, qtbot: QtBot, kind: AlarmKind, place: tuple[str, str]
) -> None:
    log = Log(bar, "alarms_noted")
    bar.show_door((), (Alarm(kind, *place, "10.0.0.99", 3),))
    said = words(bar).strip()
    assert said.endswith(". (3 times)")
    assert "{" not in said
    qtbot.mouseClick(bar.alarms_seen, Qt.MouseButton.LeftButton)
    assert log.of("alarms_noted") == [()]
    bar.show_door((), ())
    assert bar.isHidden()


def test_a_click_that_was_meant_for_one_station_lets_no_other_one_in(
    bar: AttentionBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (
        Knock(name, f"192.0.2.{at}", WhyKnocks.CLOSED)
        for at, name in enumerate(("Lab 1", "Lab 2"), start=1)
    )
    bar.show_door((first, second), ())
    bar.show()
    answers = Log(bar, "knocks_answered")
    monkeypatch.setattr(act_guard, "SETTLE_MS", 60_000)
    qtbot.mouseClick(bar.let_in, Qt.MouseButton.LeftButton)
    bar.show_door((second,), ())
    qtbot.mouseClick(bar.let_in, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.turn_away, Qt.MouseButton.LeftButton)
    assert answers.of("knocks_answered") == [((first,), True)]
