"""Another group opens, and unfilled ones close, in two clicks and one question."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import studies
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game import events as ev
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.storage.checker import check_study
from ui.control.confirm import Question
from ui.control.desk import Desk
from ui.control.session.cell_rows import build_cells
from ui.control.session.cells import EmptyCell
from ui.control.session.running_page import RunningPage

HOME = "127.0.0.1"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot
    made = Desk()
    made.open_study(studies.playable_study(tmp_path / "study", 10))
    made.open_session(
        "acquire", 2, SessionRules(SessionSettings(auto_start=False), NO_SCRIPT), address=HOME,
        port=0, exit_pin="",
    )  # fmt: skip
    yield made
    made.close_study()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> RunningPage:
    made = RunningPage(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def host_of(desk: Desk) -> SessionHost:
    assert desk.host is not None
    return desk.host


def state_of(desk: Desk) -> SessionState:
    return host_of(desk).runner.state


def come(desk: Desk, page: RunningPage, *numbers: int) -> None:
    for number in numbers:
        host_of(desk).runner.do(ev.CheckedIn, f"p{number}", f"s{number}", f"P{number}", False)
    page.refresh()


def confirm_next(asked: list[str]) -> list[QWidget]:
    """Confirm the next question; its sentence joins `asked`, and its parent what is returned."""
    above: list[QWidget] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, Question):
            asked.append(question.accessibleDescription())
            above.append(question.parentWidget())
            question.act.click()
        else:
            QTimer.singleShot(5, answer)

    QTimer.singleShot(5, answer)
    return above


def test_unfilled_groups_close_and_their_people_are_paid(desk: Desk, page: RunningPage) -> None:
    come(desk, page, 1, 2, 3, 4, 5)
    asked: list[str] = []
    above = confirm_next(asked)
    page.group_menu.close_unfilled.trigger()
    assert above == [page], "the menu, where it was asked from, is gone by now"
    assert asked == [
        "Closed before it starts: group 2. 1 participant is told that there is no group to play "
        "in, and receives the show-up fee, if there is one."
    ]
    state = state_of(desk)
    assert [group.phase for group in state.groups.values()] == [Phase.READY, Phase.UNFILLED]
    assert state.participants["p5"].released
    study = desk.study
    assert [row.status for row in study.store.tables.groups()] == ["waiting", "unfilled"]
    assert study.store.tables_from_log.differences() == []
    page.refresh()
    assert not page.group_menu.close_unfilled.isEnabled()
    assert page._notice.text() == "Closed: group 2"
    empty = [cell for row in build_cells(state, 0) for cell in row if isinstance(cell, EmptyCell)]
    words = [cell.words for cell in empty if cell.words]
    assert words == ["Nobody"] * 4, "nobody will come any more"


def test_whoever_waits_moves_into_an_empty_seat(desk: Desk, page: RunningPage) -> None:
    come(desk, page, 1, 2, 3, 4, 5)
    seat = state_of(desk).participants["p2"].seat
    host_of(desk).runner.do(ev.SeatDropped, 1, seat, "ill")
    asked: list[str] = []
    confirm_next(asked)
    page.group_menu.close_unfilled.trigger()
    assert "1 participant moves to another group." in asked[0]
    assert state_of(desk).participants["p5"].group == 1
    assert desk.study.store.tables_from_log.differences() == []


def test_another_group_opens_and_people_can_come(desk: Desk, page: RunningPage) -> None:
    come(desk, page, *range(1, 9))
    page.group_menu.add.trigger()
    assert "Group 3 was opened" in page._notice.text()
    come(desk, page, 9)
    assert state_of(desk).participants["p9"].group == 3
    tails = [group.plan.tail_endowment for group in state_of(desk).groups.values()]
    assert len(set(tails)) == 3, "the conditions are as balanced as the plan would have them"
    rows = desk.study.store.tables.groups()
    assert [row.tail_endowment for row in rows] == tails
    assert desk.study.store.tables_from_log.differences() == []


def test_the_next_session_takes_the_place_of_a_closed_group(desk: Desk, page: RunningPage) -> None:
    come(desk, page, 1, 2, 3)
    planned = [group.plan.tail_endowment for group in state_of(desk).groups.values()]
    confirm_next([])
    page.group_menu.close_unfilled.trigger()
    assert state_of(desk).closed, "nobody is left, and the session ends"
    plan, _ = desk.study.plan_session("acquire", 5)
    assert len({group.tail_endowment for group in plan.groups}) == 5
    assert set(planned) <= {group.tail_endowment for group in plan.groups}
    assert check_study(desk.study.store) == []


def test_texts_stay_true_of_a_late_group(desk: Desk) -> None:
    state = state_of(desk)

    plan = state.plan
    own = {group.tail_endowment for group in plan.groups}
    reads = replace(state, plan=replace(plan, script=replace(plan.script, instructions=True)))
    for number in range(8):
        more = {100 + n: state.groups[1] for n in range(number)}
        drawn = desk.study.another_group(replace(reads, groups={**state.groups, **more}))
        assert drawn.tail_endowment in own
    assert desk.study.another_group(state).tail_endowment not in own


def test_a_closed_session_promises_no_more_people(desk: Desk, page: RunningPage) -> None:
    state = replace(state_of(desk), closed=True)
    page.group_menu.show_state(state)
    for each in (page.group_menu.add, page.group_menu.close_unfilled):
        assert not each.isEnabled()
        assert each.toolTip() == "The session is closed."
