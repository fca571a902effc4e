"""Instructions too long for every view can be reopened at the kiosk where they were read."""

from dataclasses import replace

import pytest
from scripted import MATERIALS, SHEET, agree, scripted
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game import station_view as views
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page, SeatView
from ui.kiosk.read_pages import ReadPages


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> Walk:
    monkeypatch.setattr(views, "MAX_READ_AGAIN", 7)
    made = scripted()
    made.do(ev.CheckedIn(0, "p1", "s1", "", is_bot=False))
    agree(made, "p1")
    return made


def seen(walk: Walk) -> SeatView:
    return station_view(walk.state, "s1", 0)


def test_all_pages_that_were_read_come_back(walk: Walk) -> None:
    kept = ReadPages()
    first = seen(walk)
    assert kept.complete(first) is first
    walk.do(ev.PageTurned(0, "p1", 1))
    kept.complete(seen(walk))
    walk.do(ev.PageTurned(0, "p1", 2))
    view = seen(walk)
    assert (view.page, view.instructions) == (Page.QUESTIONS, ())
    assert kept.complete(view).instructions == SHEET.instructions


def test_a_kiosk_that_has_seen_a_part_of_them_shows_none(walk: Walk) -> None:
    kept = ReadPages()
    walk.do(ev.PageTurned(0, "p1", 1))
    kept.complete(seen(walk))
    walk.do(ev.PageTurned(0, "p1", 2))
    assert kept.complete(seen(walk)).instructions == ()


def test_nobody_sees_what_another_one_has_read(walk: Walk) -> None:
    kept = ReadPages()
    for page in (1, 2):
        kept.complete(seen(walk))
        walk.do(ev.PageTurned(0, "p1", page))
    view = seen(walk)
    assert kept.complete(view).instructions == SHEET.instructions
    assert kept.complete(replace(view, participant="p9")).instructions == ()
    assert kept.complete(replace(view, page=Page.PAYMENT)).instructions == ()


def test_instructions_that_come_along_are_left_as_they_are() -> None:
    walk = Walk(small_plan(script=scripted().state.plan.script, materials=MATERIALS))
    walk.do(ev.CheckedIn(0, "p1", "s1", "", is_bot=False))
    agree(walk, "p1")
    walk.do(ev.PageTurned(0, "p1", 1))
    walk.do(ev.PageTurned(0, "p1", 2))
    view = seen(walk)
    assert view.instructions == SHEET.instructions
    assert ReadPages().complete(view) is view
