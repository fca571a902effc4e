"""The station grid over sessions in memory: what stands in it, and how it is chosen from."""

import dataclasses

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from walks import Walk, random_walk, small_plan

from hcmd_lab.game import events as ev
from ui.control.session.cells import EmptyCell, GroupCell, HeadingCell, StationCell, Tone
from ui.control.session.grid_model import GridModel
from ui.control.session.grid_view import StationGrid


def full_session(groups: int, *, started: bool = True) -> Walk:
    walk = Walk(small_plan(groups))
    if not started:
        settings = dataclasses.replace(walk.state.plan.settings, auto_start=False)
        walk = Walk(small_plan(groups, settings=settings))
    for number in range(1, 4 * groups + 1):
        walk.do(ev.StationBack(0, f"s{number}"))
    walk.check_in(4 * groups)
    return walk


@pytest.fixture
def grid(qtbot: QtBot) -> StationGrid:
    view = StationGrid()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


def cell(grid: StationGrid, row: int, column: int) -> object:
    return grid.cells.cell(grid.cells.index(row, column))


def station(grid: StationGrid, name: str) -> StationCell:
    found = grid.cells.cell(grid.cells.index_of_station(name))
    assert isinstance(found, StationCell)
    return found


def test_one_row_per_group_and_one_cell_per_seat(grid: StationGrid) -> None:
    walk = full_session(12)
    grid.show_state(walk.state, 0)
    assert grid.cells.rowCount() == 12
    for row in range(12):
        assert isinstance(cell(grid, row, 0), GroupCell)
        assert [cell(grid, row, 1 + seat).seat for seat in range(4)] == [0, 1, 2, 3]


def test_stations_without_a_group_come_last(grid: StationGrid) -> None:
    walk = full_session(1)
    for name in ("t1", "t2", "t3", "t4", "t5"):
        walk.do(ev.StationBack(0, name))
    grid.show_state(walk.state, 0)
    assert grid.cells.rowCount() == 3
    assert isinstance(cell(grid, 1, 0), HeadingCell)
    assert station(grid, "t5").group is None
    walk.do(ev.StationLost(0, "t5"))
    grid.show_state(walk.state, 0)
    assert grid.cells.rowCount() == 2


def test_empty_seats_are_shown(grid: StationGrid) -> None:
    grid.show_state(Walk(small_plan(1)).state, 0)
    assert cell(grid, 0, 1) == EmptyCell("Nobody yet", "H", 0)


def test_who_is_waited_for_stands_out(grid: StationGrid) -> None:
    walk = full_session(1)
    walk.read(1)
    walk.contribute(1, 0, 1)
    head = walk.state.participants[walk.state.groups[1].seats[0].participant or ""].station
    grid.show_state(walk.state, 0)
    tones = {name: station(grid, name).tone for name in ("s1", "s2", "s3", "s4")}
    assert tones.pop(head) is Tone.CALM
    assert set(tones.values()) == {Tone.AWAITED}
    line = cell(grid, 0, 0)
    assert isinstance(line, GroupCell)
    assert line.note == f"Waits for: {', '.join(sorted(tones))}"


def test_a_pause_a_drop_and_a_loss_are_told_in_words(grid: StationGrid) -> None:
    walk = full_session(1)
    walk.do(ev.StationLost(0, "s2"))
    grid.show_state(walk.state, 0)
    assert station(grid, "s2").doing == station(grid, "s2").connection == "No connection"
    walk.do(ev.Paused(0, 1, "a question"))
    seat = walk.state.participants["p1"].seat or 0
    walk.do(ev.SeatDropped(0, 1, seat, "left"))
    grid.show_state(walk.state, 0)
    assert station(grid, "s1").doing == "Dropped"
    assert station(grid, "s3").doing == "Paused"
    line = cell(grid, 0, 0)
    assert isinstance(line, GroupCell)
    assert line.note == "Paused: a question"


def test_an_unread_message_is_marked(grid: StationGrid) -> None:
    walk = full_session(1)
    walk.do(ev.MessageSent(0, "p1", "hello"))
    grid.show_state(walk.state, 0)
    assert station(grid, "s1").unread
    assert "message not read" in station(grid, "s1").sentence
    assert not station(grid, "s2").unread


def test_a_group_that_is_ready_waits_for_the_experimenter(grid: StationGrid) -> None:
    grid.show_state(full_session(1, started=False).state, 0)
    line = cell(grid, 0, 0)
    assert isinstance(line, GroupCell)
    assert (line.note, line.tone) == ("Waits for your start", Tone.READY)


def test_the_time_left_runs(grid: StationGrid) -> None:
    walk = full_session(1)
    grid.show_state(walk.state, 0)
    before = cell(grid, 0, 0)
    grid.show_state(walk.state, 30_000)
    after = cell(grid, 0, 0)
    assert isinstance(before, GroupCell)
    assert isinstance(after, GroupCell)
    assert (before.time, after.time) == ("2:00", "1:30")
    assert (before.share, after.share) == (1.0, 0.75)


def test_only_rows_that_change_are_told(qtbot: QtBot) -> None:
    walk = full_session(12)
    model = GridModel()
    model.show_state(walk.state, 0)
    told: list[int] = []

    def note(first: QModelIndex, _last: QModelIndex) -> None:
        told.append(first.row())

    model.dataChanged.connect(note)
    model.show_state(walk.state, 0)
    assert told == []
    walk.do(ev.Paused(0, 7, "a question"))
    model.show_state(walk.state, 0)
    assert told == [6]


def test_the_same_person_sits_at_another_station(grid: StationGrid) -> None:
    walk = full_session(1)
    walk.do(ev.StationBack(0, "spare"))
    walk.do(ev.Reseated(0, "p1", "spare"))
    grid.show_state(walk.state, 0)
    assert station(grid, "spare").who == "p1"
    assert station(grid, "s1").group is None


def test_groups_and_stations_are_chosen_by_keyboard(grid: StationGrid) -> None:
    grid.show_state(full_session(2).state, 0)
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index_of_group(1))
    assert grid.selection().groups == (1,)
    assert set(grid.selection().stations) == {"s1", "s2", "s3", "s4"}
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.pointed_station() == cell(grid, 0, 1).station
    assert (grid.selection().groups, len(grid.selection().stations)) == ((1,), 1)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(grid, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert (grid.selection().groups, len(grid.selection().stations)) == ((1, 2), 2)
    QTest.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(grid.selection().stations) == 8


def test_groups_and_stations_are_chosen_by_mouse(grid: StationGrid) -> None:
    grid.show_state(full_session(2).state, 0)
    control = Qt.KeyboardModifier.ControlModifier
    for index, modifier in (
        (grid.cells.index_of_group(2), Qt.KeyboardModifier.NoModifier),
        (grid.cells.index_of_station("s1"), control),
    ):
        place = grid.visualRect(index).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    assert grid.selection().groups == (1, 2)
    assert len(grid.selection().stations) == 5


@pytest.mark.parametrize(
    ("held", "modifier"),
    [
        (Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_who_is_pointed_at_is_chosen_alone_whatever_key_is_held(
    grid: StationGrid, held: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    """Else "Remove" would be for whoever was chosen before, too."""
    grid.show_state(full_session(2).state, 0)
    grid.point_at("s1")
    QTest.keyPress(grid, held, modifier)
    assert QGuiApplication.keyboardModifiers() == modifier
    for station in ("s3", "s2", "s2", "s7"):
        grid.point_at(station)
        assert grid.selection().stations == (station,)
        assert grid.pointed_station() == station
    QTest.keyRelease(grid, held)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


def test_a_range_begins_at_who_was_pointed_at(grid: StationGrid) -> None:
    grid.show_state(full_session(2).state, 0)
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(1, 1))
    QTest.keyClick(grid, Qt.Key.Key_Right)
    station, before = (cell(grid, 0, column).station for column in (4, 3))
    grid.point_at(station)
    QTest.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyRelease(grid, Qt.Key.Key_Shift)
    assert set(grid.selection().stations) == {station, before}


@pytest.mark.parametrize("groups", [1, 3, 12])
@pytest.mark.parametrize("rtl", [False, True])
def test_any_session_can_be_painted(grid: StationGrid, groups: int, rtl: bool) -> None:
    if rtl:
        grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    walk = random_walk(groups, groups, 120)
    grid.show_state(walk.state, walk.now_ms)
    grid.selectAll()
    painted = grid.grab().toImage()
    assert len({painted.pixel(x, y) for x in range(0, 900, 3) for y in range(0, 600, 3)}) > 4
