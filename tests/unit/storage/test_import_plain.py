"""The plain CSV, and what importing any file into a study means."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from plain_tables import HEADER, Cells, two_groups, write

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.importers import import_csv
from hcmd_lab.storage.importers.column_map import ColumnMap, HeadElsewhereError, HeadSeat
from hcmd_lab.storage.importers.importing import read_csv
from hcmd_lab.storage.importers.known_groups import known_groups
from hcmd_lab.storage.importers.plain import read_plain
from hcmd_lab.storage.records import VoteRow
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"
Edit = Callable[[list[Cells]], None]


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


def test_a_row_may_lack_its_last_cells_unless_they_contradict(tmp_path: Path) -> None:
    rows = [[*row, "libertarian"] for row in two_groups()]
    rows[1] = rows[1][:-1]
    with pytest.raises(
        UsageError, match=r"row 3, column mechanism: expected libertarian, as before"
    ):
        read_plain(write(tmp_path / "t.csv", rows, [*HEADER, "mechanism"]), PAPER_GAME)
    short = [row[:7] if not row[7] else row for row in two_groups()]
    assert read_plain(write(tmp_path / "s.csv", short), PAPER_GAME).groups[0].votes[:2] == (1, 2)


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


def five_seats(rows: list[Cells]) -> None:
    rows += [["y", "1", str(number), "4", "4", "0", "2.4", ""] for number in (1, 2)]


def three_seats(rows: list[Cells]) -> None:
    rows[:] = [row for row in rows if row[0] == "x" or row[3] != "3"]


@pytest.mark.parametrize(
    ("edit", "name", "reason"),
    [
        (drop(12), "x", "stage 2, round 2 has no row for seat 0"),
        (change(12, "round", "9"), "x", "stage 2, round 2 has no row for seat 0"),
        (cut_after_round_one, "y", "stage 1, round 2 has no row for seat 2"),
        (five_seats, "y", "it has 5 seats, and the study's game has 4"),
        (three_seats, "y", "it has 3 seats, and the study's game has 4"),
        (change(27, "seat", "7"), "y", "stage 1, round 1 has no row for seat 3"),
        (change(8, "payout", ""), "x", "row 10 has no payout"),
        (change(25, "contribution", "NA"), "y", "row 27 has no contribution"),
        (change(25, "seat", "."), "y", "row 27 has no seat"),
    ],
)
def test_a_group_with_something_missing_is_left_out_by_name(
    store: Store, tmp_path: Path, edit: Edit, name: str, reason: str
) -> None:
    rows = two_groups()
    edit(rows)
    summary = import_csv(
        store, write(tmp_path / "t.csv", rows), "plain", PAPER_GAME, 1, UTC, "imported"
    )
    assert (summary.groups, summary.left_out) == (1, 1)
    assert [(out.name, str(out.reason)) for out in summary.left_out_groups] == [(name, reason)]
    assert check_study(store) == []


def refused(tmp_path: Path, rows: list[Cells]) -> str:
    with pytest.raises(UsageError) as caught:
        read_plain(write(tmp_path / "t.csv", rows), PAPER_GAME)
    return str(caught.value)


@pytest.mark.parametrize("payout", ["0", "2.5", "2.43", "9.7", "64"])
def test_a_payout_that_no_fund_gives(tmp_path: Path, payout: str) -> None:
    rows = two_groups()
    rows[20][6] = payout  # stage 3, round 2, seat 0 is row 20
    rows[0][6] = "2.40"  # two decimals somewhere: each payout is exact to half a hundredth
    words = refused(tmp_path, rows)
    assert (
        f"group x, stage 3, round 2: no fund gives seats 0 to 3 the payouts {payout}, 2.4" in words
    )
    assert "the 6 coins contributed grow to 9.6" in words
    assert "The fund fits in 7 of 8 rounds as payouts" in words


@pytest.mark.parametrize("growth", [1.5, 1.0, 2.0])
def test_another_growth_of_the_fund_is_named(tmp_path: Path, growth: float) -> None:
    rows = [[*row[:6], f"{growth * 6 / 4:.2f}", row[7]] for row in two_groups()]
    words = refused(tmp_path, rows)
    assert (
        f"They fit a fund that grows by {growth:g} in all rounds; the study's grows by 1.6" in words
    )


def test_payouts_may_be_rounded(tmp_path: Path) -> None:
    rows = two_groups()
    for row, payout in zip(rows[:4], ("1.67", "2.67", "2.67", "2.60"), strict=True):
        row[6] = payout
    assert len(read_plain(write(tmp_path / "t.csv", rows), PAPER_GAME).groups) == 2


def test_total_earnings_are_converted_and_that_is_said(tmp_path: Path) -> None:
    plain = read_plain(write(tmp_path / "a.csv", two_groups()), PAPER_GAME)
    rows = two_groups()
    for row in rows:
        row[6] = f"{2.4 + int(row[4]) - int(row[5]):.2f}"
    reading = read_plain(write(tmp_path / "b.csv", rows), PAPER_GAME)
    assert reading.groups == plain.groups
    (said,) = reading.recognised
    assert "fits in 0 of 8 rounds as payouts, in all as earnings" in str(said)
    rows[5][6] = "3"
    assert "in 0 of 8 rounds as payouts, in 7 as total earnings" in refused(tmp_path, rows)


@pytest.mark.parametrize(
    ("endowments", "words"),
    [
        (("4", "10", "4", "4"), "the head, who has 10 coins, has seat 1; give the head seat 0."),
        (("10", "3", "3", "3"), "the study's game does not have the endowments 10, 3, 3, 3"),
        (("10", "4", "6", "8"), "the study's game does not have the endowments 10, 4, 6, 8"),
        (("9", "4", "4", "4"), "the study's game does not have the endowments 9, 4, 4, 4"),
        (("10", "6", "6", "6"), "the endowments are 10, 6, 6, 6, and before 10, 4, 4, 4"),
    ],
)
def test_endowments_that_the_game_does_not_have(
    tmp_path: Path, endowments: Cells, words: str
) -> None:
    rows = two_groups()
    for row, coins in zip(rows[20:24], endowments, strict=True):
        row[4] = coins
    assert f"group x, stage 3, round 2: {words}" in refused(tmp_path, rows)


def on_seat(head: int, rows: list[Cells], first: int = 0) -> list[Cells]:
    """The same rows with the head on another seat."""
    seats = [*range(1, head + 1), 0, *range(head + 1, 4)]
    return [[*r[:3], str(seats.index(int(r[3])) + first), *r[4:]] for r in rows]


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("head", [1, 3])
def test_a_head_on_another_seat_is_offered_the_first_one(
    tmp_path: Path, head: int, first: int
) -> None:
    straight = read_csv(write(tmp_path / "a.csv", two_groups()), "plain", PAPER_GAME).reading
    path = write(tmp_path / "b.csv", on_seat(head, two_groups(), first))
    with pytest.raises(HeadElsewhereError) as caught:
        read_csv(path, "plain", PAPER_GAME)
    offered = f"has seat {head + first}; give the head seat {first}: in the window with"
    assert offered in str(caught.value)
    assert "--head-first. Nothing was imported." in str(caught.value)
    moved = read_csv(path, "plain", PAPER_GAME, ColumnMap(head=HeadSeat.MOVED)).reading
    assert moved.groups == straight.groups
    said = (
        f"In 2 groups the head had another seat and was given seat {first}; the seats before it "
        "moved up by one."
    )
    told = [str(line) for line in moved.recognised]
    assert said in told
    assert ("Seats are numbered from 1." in told) == (first == 1)
    assert not [line for line in told if "was taken for the head" in line], "it was not"


def test_no_head_is_moved_that_need_not(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", two_groups())
    straight = read_csv(path, "plain", PAPER_GAME).reading
    assert read_csv(path, "plain", PAPER_GAME, ColumnMap(head=HeadSeat.MOVED)).reading == straight


def test_a_head_that_changes_seats_is_not_offered_one(tmp_path: Path) -> None:
    rows = two_groups()
    elsewhere = on_seat(2, rows)
    path = write(tmp_path / "b.csv", [*elsewhere[:12], *rows[12:]])
    for asked in (ColumnMap(), ColumnMap(head=HeadSeat.MOVED)):
        with pytest.raises(UsageError) as caught:
            read_csv(path, "plain", PAPER_GAME, asked)
        assert not isinstance(caught.value, HeadElsewhereError)


def test_endowments_that_an_equal_game_does_not_have(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", two_groups())
    with pytest.raises(UsageError, match="the endowments 10, 4, 4, 4: everyone has 10 coins"):
        read_plain(path, Game(tail_endowments=(10,)))


def test_numbering_is_recognised(tmp_path: Path) -> None:
    plain = read_plain(write(tmp_path / "a.csv", two_groups()), PAPER_GAME)
    rows = [[*r[:2], str(int(r[2]) - 1), str(int(r[3]) + 1), *r[4:]] for r in two_groups()]
    reading = read_plain(write(tmp_path / "b.csv", rows), PAPER_GAME)
    assert reading.groups == plain.groups
    assert [str(line) for line in reading.recognised] == [
        "Seats are numbered from 1; seat 1 was taken for the head.",
        "Rounds are numbered from 0.",
    ]
    del rows[6]
    left_out = read_plain(write(tmp_path / "c.csv", rows), PAPER_GAME).named
    assert str(left_out[0].reason) == "stage 1, round 1 has no row for seat 3"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("0", "1", "Votes 0 and 1 were read as votes for stage 1 and stage 2."),
        ("A", "b", "Votes A and B were read as votes for stage 1 and stage 2."),
        ("1.0", "2.0", None),
    ],
)
def test_words_for_votes(tmp_path: Path, first: str, second: str, said: str | None) -> None:
    words = {"1": first, "2": second, "": ""}
    rows = [[*row[:7], words[row[7]]] for row in two_groups()]
    reading = read_plain(write(tmp_path / "t.csv", rows), PAPER_GAME)
    assert reading.groups[0].votes == (1, 2, None, None)
    assert [str(line) for line in reading.recognised] == ([said] if said else [])


def test_votes_that_are_all_zero_may_be_none(tmp_path: Path) -> None:
    rows = [[*row[:7], "0"] for row in two_groups() if row[0] == "x"]
    assert "votes that are all 0 may be votes for stage 1 or none" in refused(tmp_path, rows)


@pytest.mark.parametrize("zero", ["0", "0.0"])
def test_a_stage_0_may_be_practice(tmp_path: Path, zero: str) -> None:
    rows = two_groups()
    change(8, "stage", zero)(rows)
    assert (
        "row 10: stage 0 may be practice, or the first of stages that are numbered from 0; leave "
        "its rows out, or number the stages from 1. Nothing was imported."
    ) in refused(tmp_path, rows)


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (change(0, "stage", "4"), "row 2, column stage: expected a whole number between 1 and 3"),
        (change(3, "endowment", "11"), "row 5, column endowment: expected at most the 10 coins"),
        (change(4, "contribution", "11"), "row 6, column contribution: expected a whole number"),
        (change(5, "contribution", "5"), "row 7, column contribution: expected a whole number"),
        (change(6, "contribution", "1.5"), "row 8, column contribution: expected a whole number"),
        (change(7, "payout", "-1"), "row 9, column payout: expected a number between 0 and"),
        (change(9, "vote", "3"), "row 11, column vote: expected 1 or 2, the stage voted for"),
        (change(4, "vote", "2"), "row 6, column vote: expected 1, as before for this seat"),
        (change(9, "group", ""), "row 11, column group: expected a text"),
        (change(24, "vote", "1"), "row 26: the group that begins here has votes"),
        (change(4, "seat", "-1"), "row 6, column seat: expected a whole number between 0 and"),
        (change(4, "contribution", "0_1"), "row 6, column contribution: expected a whole number"),
        (change(7, "payout", "1e300"), "row 9, column payout: expected a number between 0 and"),
        (change(7, "payout", "1e17"), "row 9, column payout: expected a number between 0 and"),
        (change(9, "vote", "C"), "row 11, column vote: expected 1 or 2, the stage voted for"),
        (change(3, "vote", "A"), "row 5, column vote: expected words for votes of one kind"),
        (shorten(6), "row 8, column contribution: expected 8 columns, found 5"),
        (repeat(3), "row 34: expected one row for round 1 and seat 3 of stage 1"),
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
    with pytest.raises(UsageError, match=r"theirs\.csv has headings, and no rows below them"):
        import_csv(store, path, "plain", PAPER_GAME, 1, UTC, "imported")


def test_an_unknown_layout(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no layout xls; the layouts are auto, plain"):
        import_csv(store, tmp_path, "xls", PAPER_GAME, 1, UTC, "imported")


@pytest.mark.parametrize(
    ("above", "n"), [("# exported by hand\n", 1), ("Trust, 2026,,,,,,\n,,,,,,,\nby us\n\n", 2)]
)
def test_what_stands_above_the_headings_is_left_out(tmp_path: Path, above: str, n: int) -> None:
    path = write(tmp_path / "t.csv", two_groups())
    straight = read_csv(path, "auto", PAPER_GAME).reading
    path.write_text(above + path.read_text())
    reading = read_csv(path, "auto", PAPER_GAME).reading
    assert reading.groups == straight.groups
    rows = "1 row above the headings was" if n == 1 else f"{n} rows above the headings were"
    assert [str(line) for line in reading.recognised] == [f"{rows} left out."]
    path.write_text(path.read_text().replace("x,1,1,0,10,0", "x,1,1,0,10,11"))
    line = 2 + above.count("\n")
    assert f"row {line}, column contribution" in refused_as_it_is(path)


def refused_as_it_is(path: Path) -> str:
    with pytest.raises(UsageError) as caught:
        read_csv(path, "auto", PAPER_GAME)
    return str(caught.value)


@pytest.mark.parametrize(
    ("start", "kind"),
    [(b"\x1f\x8b\x08", "a compressed file"), (b"%PDF-1.4", "a PDF"), (b"\n<HTML>", "a web page"),
     (b"\xef\xbb\xbf<?xml version", "an XML file")],
)  # fmt: skip
def test_what_is_no_table_is_called_what_it_is(tmp_path: Path, start: bytes, kind: str) -> None:
    (tmp_path / "t.xls").write_bytes(start + b", ".join([b"x"] * 50))
    assert f"t.xls is {kind}, whatever its name says" in refused_as_it_is(tmp_path / "t.xls")


def test_rounds_that_begin_anew_without_stages_say_what_is_missing(tmp_path: Path) -> None:
    rows = [[row[0], *row[2:]] for row in two_groups()]
    path = write(tmp_path / "t.csv", rows, [HEADER[0], *HEADER[2:]])
    assert "say which column tells the stage, as with --map stage=…" in refused_as_it_is(path)


def test_a_file_is_imported_once(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "theirs.csv", two_groups())
    import_csv(store, path, "plain", PAPER_GAME, 1, UTC, "imported")
    with pytest.raises(OperatorError, match="already been imported"):
        import_csv(
            store, path.rename(tmp_path / "other.csv"), "plain", PAPER_GAME, 2, UTC, "again000"
        )
    assert len(store.tables.played_groups()) == 2


def test_groups_are_imported_once_whatever_the_bytes(store: Store, tmp_path: Path) -> None:
    rows = two_groups()
    import_csv(store, write(tmp_path / "a.csv", rows), "plain", PAPER_GAME, 1, UTC, "imported")
    other = write(tmp_path / "b.csv", rows[::-1])
    with pytest.raises(OperatorError, match="these groups are in the study already"):
        import_csv(store, other, "plain", PAPER_GAME, 1, UTC, "again000")
    new = [["z", "1", "1", str(seat), "10", "10", "16", ""] for seat in range(4)]
    more = write(tmp_path / "c.csv", rows + new)
    summary = import_csv(store, more, "plain", PAPER_GAME, 1, UTC, "again000")
    assert (summary.groups, summary.left_out) == (1, 2)
    assert [(out.name, str(out.reason)) for out in summary.left_out_groups] == [
        ("x", "it is in the study already, as imported-1"),
        ("y", "it is in the study already, as imported-2"),
    ]


def test_known_groups_are_those_of_one_moment(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Groups that are stored while a study is read are all of them in what is read, or none."""
    path = write(tmp_path / "theirs.csv", two_groups())
    with Store.read(store.folder.path) as reader:
        votes = reader.tables.votes

        def meanwhile() -> list[VoteRow]:
            if not store.tables.sessions():
                import_csv(store, path, "plain", PAPER_GAME, 2, UTC, "imported")
            return votes()

        monkeypatch.setattr(reader.tables, "votes", meanwhile)
        assert not known_groups(reader)
        assert store.tables.sessions()
        assert not known_groups(reader)  # a reader sees one moment
    with Store.read(store.folder.path) as later:
        assert len(known_groups(later)) == 2


def test_votes_of_known_groups_are_new_and_that_is_said(store: Store, tmp_path: Path) -> None:
    rows = [row for row in two_groups() if row[0] == "x"]
    silent = write(tmp_path / "a.csv", [[*row[:7], ""] for row in rows])
    import_csv(store, silent, "plain", PAPER_GAME, 1, UTC, "imported")
    spoken = write(tmp_path / "b.csv", rows)
    summary = import_csv(store, spoken, "plain", PAPER_GAME, 1, UTC, "again000")
    assert "as imported-1, without votes" in str(summary.recognised[-1])
    with pytest.raises(OperatorError, match="in the study already"):
        import_csv(store, write(tmp_path / "c.csv", rows[::-1]), "plain", PAPER_GAME, 1, UTC, "c")


def test_votes_that_model_will_not_use_are_said(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "theirs.csv", two_groups())
    summary = import_csv(store, path, "plain", PAPER_GAME, 1, UTC, "imported")
    assert (summary.votes, summary.model_votes) == (2, 0)
    assert str(summary.unused_votes[0]).startswith(
        "MODEL will not use 2 votes: stages 1 and 2 have 2 and 2 rounds, and a stage of the study's"
    )
    ours = Game(rounds=2)
    whole = read_csv(path, "plain", ours).summary()
    assert whole.model_votes == 2
    assert [str(line) for line in whole.unused_votes] == [
        "OPTIMIZE needs votes that MODEL can use of at least 4 groups of the study; 1 group of "
        "this file has any."
    ]
