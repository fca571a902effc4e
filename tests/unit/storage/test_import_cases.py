"""Tables that labs really have: read, or refused in words; never an exception of Python's."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.importers.importing import import_csv, read_csv
from hcmd_lab.storage.importers.map_file import read_map
from hcmd_lab.storage.importers.recognising import Layout
from hcmd_lab.storage.store import Store

CASES = Path(__file__).parents[4] / "shared" / "cases" / "import"
UTC = "2026-01-02T03:04:05.678+00:00"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the collected files are not here")

READ = {
    "ok.csv": "", "ok_bom_crlf.csv": "", "header_case.csv": "", "sep_line.csv": "", "nbsp.csv": "",
    "trailing_blank_lines.csv": "", "extra_empty_column.csv": "", "arabic_digits.csv": "",
    "semester_spaces.csv": "", "mechanism_named_liberal.csv": "", "mechanism_name_weird.csv": "",
    "tab.tsv": "separated by tabs", "comma_cp1252.csv": "Windows-1252",
    "excel_de_semicolon.csv": "separated by semicolons", "excel_de_cp1252.csv": "Windows-1252",
    "decimal_comma_quoted.csv": "decimal points", "utf16_excel_unicode_text.txt": "UTF-16",
    "votes_0_1.csv": "Votes 0 and 1", "votes_A_B.csv": "Votes A and B",
    "seats_from_1.csv": "Seats are numbered from 1", "rounds_from_0.csv": "numbered from 0",
    "payout_as_profit_total.csv": "0 of 120 rounds as payouts, in all as earnings",
}  # fmt: skip
"""Files with the four groups of `ok.csv`, and a part of what is said of each."""

REFUSED = {
    "payout_zero.csv": "stage 1, round 1: no fund gives seats 0 to 3 the payouts 0, 0, 0, 0",
    "payout_negative.csv": "row 2, column payout",
    "payout_1e300.csv": "row 2, column payout",
    "thousands_sep.csv": "group g1, stage 1, round 1: no fund gives seats 0 to 3 the payouts 1234",
    "underscore_number.csv": "row 2, column contribution",
    "decimal_contribution.csv": "row 2, column contribution",
    "endowment_20.csv": "row 2, column endowment",
    "endowments_3_5_7_9.csv": "group g1, stage 1, round 1: the study's game does not have",
    "groups_of_3.csv": "group g1; it has 3 seats, and the study's game has 4",
    "groups_of_5.csv": "group g1; it has 5 seats, and the study's game has 4",
    "na_payout_all.csv": "group g1; row 2 has no payout",
    "dup_row.csv": "row 482", "mechanism_changes.csv": "row 6, column mechanism",
    "quote_open.csv": "row 482: a quotation mark",
    "nul_bytes.csv": "row 24: the row holds bytes of zero",
    "empty.csv": "empty.csv holds nothing", "header_only.csv": "no rows below",
    "really_xlsx.csv": "is a damaged Excel workbook",
    "dta_file.dta": "a Stata file without observations",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "study", {}) as study:
        yield study


@pytest.mark.parametrize("name", READ)
def test_what_people_have_is_read(store: Store, name: str) -> None:
    summary = import_csv(store, CASES / name, "plain", PAPER_GAME, 1, UTC, "imported")
    assert (summary.groups, summary.decisions, summary.votes, summary.left_out) == (4, 480, 16, 0)
    assert summary.model_votes == 16
    assert READ[name] in " ".join(map(str, summary.recognised))
    assert bool(summary.recognised) == bool(READ[name])
    # Whatever the file looks like, the study holds the same games; only this file has others.
    if name not in ("semester_spaces.csv", "mechanism_named_liberal.csv"):
        with pytest.raises(OperatorError, match=r"in the study already|already been imported"):
            import_csv(store, CASES / "ok.csv", "plain", PAPER_GAME, 1, UTC, "again000")
    assert check_study(store) == []


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_by_its_place(name: str) -> None:
    with pytest.raises(OperatorError) as caught:
        read_csv(CASES / name, "plain", PAPER_GAME)
    assert str(caught.value).startswith(name)
    assert REFUSED[name] in str(caught.value)


@pytest.mark.parametrize("name", ["na_contribution.csv", "empty_contribution.csv"])
def test_a_missing_value_leaves_its_group_out(name: str) -> None:
    summary = read_csv(CASES / name, "plain", PAPER_GAME).summary()
    assert (summary.groups, summary.left_out, summary.votes) == (3, 1, 12)
    (out,) = summary.left_out_groups
    assert (out.name, str(out.reason)) == ("g1", "row 59 has no contribution")


@pytest.mark.parametrize("name", ["rounds_7_8_10.csv", "rounds_15.csv", "one_round.csv"])
def test_votes_of_other_stages_are_not_used_and_that_is_said(name: str) -> None:
    summary = read_csv(CASES / name, "plain", PAPER_GAME).summary()
    assert (summary.votes, summary.model_votes) == (16, 0)
    assert "MODEL will not use 16 votes" in " ".join(map(str, summary.unused_votes))


FOREIGN = {
    "ztree_261129_1015.xls": "row 13, column endowment: expected at most the 10 coins",
    "otree_all_apps_wide.csv": "the table lacks endowment",
    "otree_app.csv": "the table lacks endowment",
    "empirica_player_rounds.csv": "row 2, column data.endowment: expected at most the 10 coins",
    "strangers_fg2010_shape.csv": "its members change from round to round",
}
"""Files of other programs whose games are not the study's, and what is said of each."""


@pytest.mark.parametrize("name", FOREIGN)
def test_files_of_other_programs_are_recognised_and_say_what_is_lacking(name: str) -> None:
    with pytest.raises(OperatorError) as caught:
        read_csv(CASES / name, "auto", PAPER_GAME)
    assert FOREIGN[name] in str(caught.value)


@pytest.mark.parametrize("name", ["otree_all_apps_wide.csv", "otree_app.csv"])
def test_with_what_was_lacking_the_fund_is_checked(name: str) -> None:
    with pytest.raises(OperatorError, match="no fund gives seats 1 to 4"):
        read_csv(CASES / name, "auto", PAPER_GAME, read_map(["endowment=10"]))


@pytest.mark.parametrize(
    ("name", "coins", "groups", "left_out"),
    [("ztree_261129_1015.xls", 20, 1, 1), ("otree_all_apps_wide.csv", 10, 3, 0),
     ("otree_app.csv", 10, 2, 0), ("empirica_player_rounds.csv", 20, 1, 2)],
)  # fmt: skip
def test_payouts_that_are_the_same_in_all_rows_are_read_only_if_it_is_said(
    name: str, coins: int, groups: int, left_out: int
) -> None:
    game = Game(head_endowment=coins, tail_endowments=(coins,))
    said = [f"endowment={coins}"]
    with pytest.raises(OperatorError, match=r"All payouts of the file are .* payouts=equal"):
        read_csv(CASES / name, "auto", game, read_map(said))
    found = read_csv(CASES / name, "auto", game, read_map([*said, "payouts=equal"]))
    summary = found.summary()
    assert (summary.groups, summary.left_out) == (groups, left_out)
    assert summary.fund_rounds == summary.all_rounds > 0
    assert "The payouts were computed, as was said" in " ".join(map(str, summary.recognised))


def test_a_file_is_recognised_as_what_it_was_read_as() -> None:
    for name in READ:
        assert read_csv(CASES / name, "auto", PAPER_GAME).file.layout == "plain", name


def test_no_file_ends_in_an_exception() -> None:
    for path in sorted(CASES.iterdir()):
        for layout in Layout:
            with suppress(OperatorError):
                read_csv(path, layout, PAPER_GAME)
