"""Gaechter et al. (2017): public goods games with endowments that grew by themselves."""

from dataclasses import replace
from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.importers import import_csv
from hcmd_lab.storage.importers.gmtv import read_gmtv
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"
REAL = Path(__file__).parents[3] / ".." / "shared" / "data" / "gaechter2017_gmtv" / "gmtv.csv"

HEADER = "exp_num,treat,per,gr_id,subj_id,tokens,putin"
TOKENS = {"111": 20.0, "112": 40.0, "113": 1.0, "114": 7.0}


def rows(treatment: str = "1", group: str = "101", rounds: int = 10) -> list[list[str]]:
    return [
        ["1", treatment, str(t), group, f"{subject}.0", str(tokens), str(tokens / 2)]
        for t in range(1, rounds + 1)
        for subject, tokens in TOKENS.items()
    ]


def write(tmp_path: Path, lines: list[list[str]]) -> Path:
    path = tmp_path / "gmtv.csv"
    path.write_text("\n".join([HEADER, *(",".join(line) for line in lines)]) + "\n")
    return path


def test_the_largest_endowment_becomes_ten_coins(tmp_path: Path) -> None:
    (group,) = read_gmtv(write(tmp_path, rows()), PAPER_GAME).groups
    (stage,) = group.stages
    assert len(stage.endowments) == 10
    assert stage.endowments[0] == (5, 10, 1, 2)  # 20, 40, 1 and 7 tokens of at most 40
    assert stage.contributions[0] == (3, 5, 1, 1)  # halves are rounded up
    assert stage.payouts[0] == (3.19,) * 4  # 1.5 * 34 / 4 * 10 / 40 = 3.1875
    assert (stage.stage, stage.mechanism) == (1, "equal_shares_1.5")
    assert group.votes == (None,) * 4


def test_only_treatments_without_punishment_are_read(tmp_path: Path) -> None:
    lines = [*rows("1"), *rows("2", "102"), *rows("101", "103", 15), *rows("201", "104")]
    reading = read_gmtv(write(tmp_path, lines), PAPER_GAME)
    assert [len(group.stages[0].endowments) for group in reading.groups] == [10, 15]
    assert reading.left_out == 0


def test_groups_with_a_missing_row_or_no_tokens_are_left_out(tmp_path: Path) -> None:
    poor = rows(group="103")
    poor[5][5] = poor[5][6] = "0"
    lines = [*rows(), *rows(group="102")[:-1], *poor]
    reading = read_gmtv(write(tmp_path, lines), PAPER_GAME)
    assert (len(reading.groups), reading.left_out) == (1, 2)


@pytest.mark.parametrize(
    ("line", "column", "value", "sentence"),
    [
        (0, 2, "11", "row 2, column per: expected a whole number between 1 and 10, found '11'"),
        (1, 5, "x", "row 3, column tokens: expected a number between 0 and 1,000,000, found 'x'"),
        (1, 5, "1e9", "row 3, column tokens: expected a number between 0 and 1,000,000, found"),
        (2, 6, "2", "row 4, column putin: expected at most the 1 tokens of this round, found '2'"),
        (3, 4, "", "row 5, column subj_id: expected a text, found ''"),
        (4, 4, "", "row 6, column subj_id: expected a text, found ''"),
        (5, 2, "1", "row 7: expected one row per subject and period, found a second"),
    ],
)
def test_what_is_wrong_is_named(
    tmp_path: Path, line: int, column: int, value: str, sentence: str
) -> None:
    lines = rows()
    lines[line][column] = value
    with pytest.raises(UsageError) as caught:
        read_gmtv(write(tmp_path, lines), PAPER_GAME)
    assert sentence in str(caught.value)


@pytest.mark.skipif(not REAL.exists(), reason="the GMTV data are not beside this checkout")
def test_the_published_data(tmp_path: Path) -> None:
    with Store.create(tmp_path / "study", {}) as store:
        summary = import_csv(store, REAL, "gmtv", PAPER_GAME, 1, UTC, "gmtv0001")
        assert (summary.groups, summary.decisions, summary.votes, summary.left_out) == (
            38, 1820, 0, 0,
        )  # fmt: skip
        assert check_study(store) == []
        stages = [group.stages[0] for group in store.tables.played_groups()]
    assert all(max(row) == 10 for stage in stages for row in stage.endowments)


@pytest.mark.parametrize("tails", [2, 5])
def test_groups_of_four_belong_in_a_study_of_fours(tmp_path: Path, tails: int) -> None:
    with pytest.raises(UsageError, match="In these data 4 people form a group, in the study"):
        read_gmtv(write(tmp_path, rows()), replace(PAPER_GAME, tails=tails))
