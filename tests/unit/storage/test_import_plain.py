"""The plain CSV, and what importing any file into a study means."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.importers import import_csv
from hcmd_lab.storage.importers.plain import read_plain
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"
HEADER = ["group", "stage", "round", "seat", "endowment", "contribution", "payout", "vote"]

Cells = list[str]
Edit = Callable[[list[Cells]], None]


def two_groups() -> list[Cells]:
    """Group `x` with three stages and votes, group `y` with one stage and none."""
    rows = []
    for group, stages in (("x", (1, 2, 3)), ("y", (1,))):
        for stage in stages:
            for round_number in (1, 2):
                for seat in range(4):
                    vote = {0: "1", 1: "2"}.get(seat, "") if group == "x" and stage == 1 else ""
                    endowment = 10 if seat == 0 else 4
                    rows.append(
                        [group, str(stage), str(round_number), str(seat), str(endowment), str(seat),
                         "2.4", vote]
                    )  # fmt: skip
    return rows


def write(path: Path, rows: list[Cells], header: Cells = HEADER) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "study", {}) as study:
        yield study


def test_two_groups(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "theirs.csv", two_groups())
    summary = import_csv(store, path, "plain", PAPER_GAME, 2, UTC, "imported")
    assert (summary.session, summary.groups, summary.decisions, summary.votes) == (
        "imported", 2, 32, 2,
    )  # fmt: skip
    assert summary.left_out == 0
    first, second = store.tables.played_groups(iterations=(2,), purposes=("acquire",))
    assert (first.group, first.source, first.votes) == (
        "imported-1",
        "imported",
        (1, 2, None, None),
    )
    assert [stage.stage for stage in first.stages] == [1, 2, 3]
    assert first.stages[0].endowments == ((10, 4, 4, 4),) * 2
    assert first.stages[0].contributions == ((0, 1, 2, 3),) * 2
    assert first.stages[0].payouts == ((2.4,) * 4,) * 2
    assert first.stages[0].own_choice == ((True,) * 4,) * 2
    assert first.stages[0].mechanism == "unknown"
    assert ([stage.stage for stage in second.stages], second.votes) == ([1], (None,) * 4)
    assert store.tables.sessions()[0].status == "closed"
    assert check_study(store) == []


def test_rows_may_stand_in_any_order(tmp_path: Path) -> None:
    straight = read_plain(write(tmp_path / "a.csv", two_groups()), PAPER_GAME)
    mixed = sorted(two_groups(), key=lambda row: (row[0], row[3], row[2]))
    assert read_plain(write(tmp_path / "b.csv", mixed), PAPER_GAME) == straight


def test_stages_may_name_their_mechanism(tmp_path: Path) -> None:
    rows = [[*row, "libertarian" if row[1] == "1" else ""] for row in two_groups()]
    reading = read_plain(write(tmp_path / "t.csv", rows, [*HEADER, "mechanism"]), PAPER_GAME)
    assert [s.mechanism for s in reading.groups[0].stages] == ["libertarian", "unknown", "unknown"]
    rows[1][-1] = "another"
    with pytest.raises(
        UsageError, match=r"row 3, column mechanism: expected libertarian, as before"
    ):
        read_plain(write(tmp_path / "t.csv", rows, [*HEADER, "mechanism"]), PAPER_GAME)


def test_votes_may_be_left_out(tmp_path: Path) -> None:
    rows = [row[:-1] for row in two_groups()]
    reading = read_plain(write(tmp_path / "t.csv", rows, HEADER[:-1]), PAPER_GAME)
    assert reading.groups[0].votes == (None,) * 4


def change(row: int, column: str, value: str) -> Edit:
    def edit(rows: list[Cells]) -> None:
        rows[row][HEADER.index(column)] = value

    return edit


def drop(row: int) -> Edit:
    def edit(rows: list[Cells]) -> None:
        del rows[row]

    return edit


def shorten(row: int) -> Edit:
    def edit(rows: list[Cells]) -> None:
        rows[row] = rows[row][:5]

    return edit


def repeat(row: int) -> Edit:
    def edit(rows: list[Cells]) -> None:
        rows.append(rows[row])

    return edit


def cut_after_round_one(rows: list[Cells]) -> None:
    del rows[-2:]


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (change(0, "stage", "4"), "row 2, column stage: expected a whole number between 1 and 3"),
        (change(1, "round", "0"), "row 3, column round: expected a whole number between 1"),
        (change(2, "seat", "4"), "row 4, column seat: expected a whole number between 0 and 3"),
        (change(3, "endowment", "11"), "row 5, column endowment: expected a whole number"),
        (change(4, "contribution", "11"), "row 6, column contribution: expected a whole number"),
        (change(5, "contribution", "5"), "row 7, column contribution: expected a whole number"),
        (change(6, "contribution", "1.5"), "row 8, column contribution: expected a whole number"),
        (change(7, "payout", "-1"), "row 9, column payout: expected a number of at least 0"),
        (change(8, "payout", ""), "row 10, column payout: expected a number of at least 0"),
        (change(9, "vote", "3"), "row 11, column vote: expected a whole number between 1 and 2"),
        (change(4, "vote", "2"), "row 6, column vote: expected 1, as before for this seat"),
        (change(9, "group", ""), "row 11, column group: expected a text"),
        (change(24, "vote", "1"), "row 26: the group that begins here has votes"),
        (shorten(6), "row 8, column contribution: expected 8 columns, found 5"),
        (repeat(3), "row 34: expected one row for round 1 and seat 3 of stage 1"),
        (drop(12), "row 2: the group that begins here has rounds of stage 2 without a row"),
        (cut_after_round_one, "row 26: the group that begins here has rounds of stage 1"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_nothing_is_imported(
    store: Store, tmp_path: Path, edit: Edit, sentence: str
) -> None:
    rows = two_groups()
    edit(rows)
    path = write(tmp_path / "theirs.csv", rows)
    with pytest.raises(UsageError) as caught:
        import_csv(store, path, "plain", PAPER_GAME, 1, UTC, "imported")
    assert str(caught.value).startswith(f"theirs.csv, {sentence}")
    assert str(caught.value).endswith("Nothing was imported.")
    assert store.tables.sessions() == []
    assert list(store.log.logged_events()) == []


def test_a_file_without_groups(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "theirs.csv", [])
    with pytest.raises(
        UsageError, match=r"theirs\.csv holds no complete group in the layout plain"
    ):
        import_csv(store, path, "plain", PAPER_GAME, 1, UTC, "imported")


def test_an_unknown_layout(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no layout xls; the layouts are plain, gmtv"):
        import_csv(store, tmp_path, "xls", PAPER_GAME, 1, UTC, "imported")


def test_a_file_is_imported_once(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "theirs.csv", two_groups())
    import_csv(store, path, "plain", PAPER_GAME, 1, UTC, "imported")
    with pytest.raises(OperatorError, match="already been imported"):
        import_csv(
            store, path.rename(tmp_path / "other.csv"), "plain", PAPER_GAME, 2, UTC, "again000"
        )
    assert len(store.tables.played_groups()) == 2
