"""Reading times stand as a table of pages and stations, while they read and afterwards."""

from dataclasses import replace

from pytestqt.qtbot import QtBot
from scripted import EVERYTHING, agree, read_instructions, scripted
from walks import Walk

from hcmd_lab.game import events as ev
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.script_steps import Part
from ui.control.session.reading_times import ReadingTimes, reading_rows

READING = replace(NO_SCRIPT, instructions=True)


def three_readers() -> Walk:
    """At station 2 both pages are read, at 10 the second is open, a program reads at 3."""
    walk = scripted(READING)
    for code, station, name in (("p1", "10", "Ann"), ("p2", "2", "")):
        walk.do(ev.CheckedIn(0, code, station, name, is_bot=False))
    walk.do(ev.CheckedIn(0, "p3", "3", "", is_bot=True))
    walk.do(ev.PageTurned(12_000, "p2", 1))
    walk.do(ev.PageTurned(20_000, "p1", 1))
    walk.wait(30_000)
    walk.do(ev.PageTurned(30_000, "p2", 2))
    return walk


def cells(widget: ReadingTimes) -> list[list[str]]:
    assert widget.table is not None
    model = widget.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_pages_across_and_stations_down(qtbot: QtBot) -> None:
    walk = three_readers()
    widget = ReadingTimes()
    qtbot.addWidget(widget)
    widget.show_state(walk.state, 50_000)
    assert cells(widget) == [
        ["2", "0:12", "0:18", "0:30"],
        ["10 · Ann", "0:20", "0:30", "0:50"],
        ["Median", "0:12", "0:18", "0:30"],
    ]


def test_the_median_leaves_out_who_is_still_reading() -> None:
    walk = three_readers()
    first, second, median = reading_rows(walk.state, 500_000)
    assert (first.page, second.page) == (None, 1)
    assert second.spent == (20_000, 480_000)
    assert median.spent == (12_000, 18_000)


def test_nobody_reads_at_the_gate() -> None:
    walk = scripted(replace(EVERYTHING, gate_instructions=True, consent=False))
    walk.do(ev.CheckedIn(0, "p1", "1", "", is_bot=False))
    assert reading_rows(walk.state, 60_000) == []
    walk.do(ev.GateOpened(60_000, Part.INSTRUCTIONS))
    assert [row.spent for row in reading_rows(walk.state, 64_000)] == [(4_000, None)]


def test_it_says_why_there_is_nothing(qtbot: QtBot) -> None:
    widget = ReadingTimes()
    qtbot.addWidget(widget)
    widget.show_state(scripted(NO_SCRIPT).state, 0)
    assert widget.words.text() == "This session has no instructions."
    widget.show_state(scripted(READING).state, 0)
    assert widget.words.text() == "Nobody has begun to read yet."
    walk = scripted()
    walk.do(ev.CheckedIn(0, "p1", "1", "", is_bot=False))
    agree(walk, "p1")
    read_instructions(walk, "p1")
    widget.show_state(walk.state, 0)
    assert len(cells(widget)) == 1
