"""Who came, left, finished and is paid, in the columns of recruitment systems."""

import csv
from pathlib import Path

import pytest
from walks import Walk, small_plan

from hcmd_lab.export.attendance_file import (
    AttendanceColumn,
    AttendanceLayout,
    attendance,
    write_attendance,
)
from hcmd_lab.game import events as ev
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.script_settings import ScriptSettings

PEOPLE = ("Ann", "Ben", "Cem", "Dan", "Eva", "Uma")


@pytest.fixture
def walk() -> Walk:
    """Eva goes home before there is a seat, Ben is dropped, Fay is turned away, Uma stays out."""
    made = Walk(small_plan(2, payment=PaymentSettings(show_up_fee=5.0)))
    for number, name in enumerate(PEOPLE[:4]):
        made.do(ev.CheckedIn(0, f"code{number}", f"s{number}", name, False))
    for number in range(4, 8):
        made.do(ev.CheckedIn(0, f"bot{number}", f"s{number}", "bot", True))
    made.do(ev.TurnedAway(0, "fay", "Fay", "every seat is taken"))
    seat = made.state.participants["code1"].seat
    assert seat is not None
    made.do(ev.SeatDropped(0, 1, seat, "went home"))
    made.do(ev.GroupEnded(0, 1, "ended_early", "over"))
    made.do(ev.GroupEnded(0, 2, "void", "over"))
    return made


def read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def test_everybody_who_came_or_was_expected_has_one_row(walk: Walk, tmp_path: Path) -> None:
    rows = attendance(walk.state, ["ANN", "Uma"])
    assert [row.label for row in rows] == ["Ann", "Ben", "Cem", "Dan", "Fay", "Uma"]
    write_attendance(tmp_path / "a.csv", rows, "EUR")
    told = {row["label"]: row for row in read(tmp_path / "a.csv")}
    marks = ("came", "no_show", "turned_away", "left", "played", "finished", "payment")
    assert [told["Ann"][m] for m in marks] == ["1", "0", "0", "0", "1", "1", "5.00"]
    assert [told["Ben"][m] for m in marks] == ["1", "0", "0", "1", "1", "0", "5.00"]
    assert [told["Fay"][m] for m in marks] == ["1", "0", "1", "0", "0", "0", "5.00"]
    assert [told["Uma"][m] for m in marks] == ["0", "1", "0", "0", "0", "0", "0.00"]


@pytest.mark.parametrize(
    ("layout", "heading", "ann", "uma"),
    [
        (
            AttendanceLayout.ORSEE, ["participant_id", "pstatus_id", "payment_amt"],
            ["Ann", "1", "5.00"], ["Uma", "3", "0.00"],
        ),
        (
            AttendanceLayout.HROOT,
            ["user_id", "showup", "participated", "noshow", "seat_nr", "payment"],
            ["Ann", "1", "1", "0", "s0", "5.00"], ["Uma", "0", "0", "1", "", "0.00"],
        ),
    ],
)  # fmt: skip
def test_columns_are_those_of_the_system(
    walk: Walk,
    tmp_path: Path,
    layout: AttendanceLayout,
    heading: list[str],
    ann: list[str],
    uma: list[str],
) -> None:
    write_attendance(tmp_path / "a.csv", attendance(walk.state, ["Uma"]), "EUR", layout)
    rows = read(tmp_path / "a.csv")
    assert list(rows[0]) == heading
    assert list(rows[0].values()) == ann
    assert list(rows[-1].values()) == uma


def test_columns_can_be_chosen(walk: Walk, tmp_path: Path) -> None:
    chosen = [AttendanceColumn.PAYMENT, AttendanceColumn.LABEL, AttendanceColumn.STATUS]
    write_attendance(tmp_path / "a.csv", attendance(walk.state), "EUR", columns=chosen)
    assert read(tmp_path / "a.csv")[1] == {"payment": "5.00", "label": "Ben", "status": "1"}


@pytest.mark.parametrize(
    ("layout", "column", "ben", "fay"),
    [
        (AttendanceLayout.ORSEE, "pstatus_id", "1", "2"),
        (AttendanceLayout.HROOT, "participated", "1", "0"),
    ],
)
def test_who_was_dropped_in_the_game_is_not_invited_to_it_again(
    walk: Walk, tmp_path: Path, layout: AttendanceLayout, column: str, ben: str, fay: str
) -> None:
    write_attendance(tmp_path / "a.csv", attendance(walk.state), "EUR", layout)
    rows = [list(row.values()) for row in read(tmp_path / "a.csv")]
    told = {row[0]: row[list(read(tmp_path / "a.csv")[0]).index(column)] for row in rows}
    assert (told["Ben"], told["Fay"]) == (ben, fay)


def test_whoever_goes_home_or_does_not_agree_has_left() -> None:
    walk = Walk(small_plan(script=ScriptSettings(consent=True)))
    for number, name in enumerate(PEOPLE[:3]):
        walk.do(ev.CheckedIn(0, f"code{number}", f"s{number}", name, False))
    walk.do(ev.ConsentAnswered(0, "code0", False, walk.state.plan.materials.consent_version))
    walk.do(ev.ParticipantLeft(0, "code1", "ill"))
    rows = attendance(walk.state)
    assert [(row.left, row.finished) for row in rows] == [
        (True, False), (True, False), (False, False)
    ]  # fmt: skip


def test_a_group_that_never_started_has_finished_nobody() -> None:
    walk = Walk(small_plan())
    walk.do(ev.CheckedIn(0, "code0", "s0", "Ann", False))
    walk.do(ev.GroupEnded(0, 1, "ended_early", "too few came"))
    assert [row.finished for row in attendance(walk.state)] == [False]
