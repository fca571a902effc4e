import csv
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.export.mechanism_tables import write_mechanism
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.game.profiles import distinct_count, distinct_profiles
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.table_size import table_profiles
from hcmd_lab.storage.mechanism_file import read_mechanism

GAME = Game(rounds=2, head_endowment=3, tail_endowments=(1, 2), tails=3)
FORM = ClosedForm("mixed", 0.7, 0.4)

Rows = list[dict[str, str]]


@pytest.fixture
def policy() -> FrozenPolicy:
    return freeze(FORM, GAME)


@pytest.fixture
def file(tmp_path: Path, policy: FrozenPolicy) -> Path:
    """Every profile once."""
    path = tmp_path / "by hand.csv"
    write_mechanism(path, policy, each_once=True)
    return path


def change(path: Path, how: Callable[[Rows], None]) -> Path:
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    columns = list(rows[0])
    how(rows)
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def row_of(rows: Rows, tail: int, *profile: int) -> dict[str, str]:
    wanted = [str(tail), *map(str, profile)]
    return next(row for row in rows if list(row.values())[: len(wanted)] == wanted)


def refusal(path: Path) -> str:
    with pytest.raises(UsageError) as refused:
        read_mechanism(path, GAME, "hand")
    return str(refused.value)


@pytest.mark.parametrize("game", [GAME, PAPER_GAME], ids=["other", "paper"])
def test_a_whole_table_comes_back_as_it_was(tmp_path: Path, game: Game) -> None:
    policy = freeze(FORM, game)
    rows = write_mechanism(tmp_path / "all.csv", policy)
    read = read_mechanism(tmp_path / "all.csv", game, "hand")
    assert read.table.tables == policy.tables
    assert (read.given, read.completed, read.table.name) == (rows, 0, "hand")
    assert rows == table_profiles(game)


@pytest.mark.parametrize("game", [GAME, PAPER_GAME], ids=["other", "paper"])
def test_what_is_missing_follows_from_the_symmetry_of_the_tails(tmp_path: Path, game: Game) -> None:
    policy, path = freeze(FORM, game), tmp_path / "once.csv"
    once = write_mechanism(path, policy, each_once=True)
    assert once == sum(distinct_count(game, tail) for tail in game.tail_endowments)
    read = read_mechanism(path, game, "hand")
    assert (read.given, read.completed) == (once, table_profiles(game) - once)
    for tail in game.tail_endowments:
        seats = (range(endowment + 1) for endowment in game.endowments(tail))
        for profile in itertools.product(*seats):
            expected = policy.units(tail, profile)
            assert read.table.units(tail, profile) == pytest.approx(expected, abs=2)


def test_a_file_may_have_the_tails_in_any_order(file: Path, policy: FrozenPolicy) -> None:
    def turn_round(rows: Rows) -> None:
        for row in rows:
            for column in ("contribution", "share"):
                row[f"{column}_2"], row[f"{column}_4"] = row[f"{column}_4"], row[f"{column}_2"]

    read = read_mechanism(change(file, turn_round), GAME, "hand")
    assert 0 < read.completed < read.given
    for tail in GAME.tail_endowments:
        for profile in distinct_profiles(GAME, tail):
            expected = policy.units(tail, profile)
            assert read.table.units(tail, profile) == pytest.approx(expected, abs=2)


def test_nobody_has_to_say_how_nothing_is_divided(file: Path) -> None:
    change(file, lambda rows: rows.remove(row_of(rows, 2, 0, 0, 0, 0)))
    assert read_mechanism(file, GAME, "hand").table.weights((3, 2, 2, 2), (0,) * 4) == (0.25,) * 4


def test_a_missing_profile_is_named_and_counted(file: Path) -> None:
    def drop(rows: Rows) -> None:
        for profile in ((1, 2, 1, 0), (3, 2, 2, 0)):
            rows.remove(row_of(rows, 2, *profile))

    words = refusal(change(file, drop))
    assert "no row for the contributions (1, 2, 1, 0) of tail endowment 2" in words
    assert "2 profiles of this condition are missing" in words


def test_shares_have_to_sum_to_one(file: Path) -> None:
    words = refusal(
        change(file, lambda rows: row_of(rows, 2, 1, 2, 1, 0).update(share_1="0.9", share_2="0.2"))
    )
    assert "by hand.csv, row" in words
    assert "share_1 … share_4 of the contributions (1, 2, 1, 0) of tail endowment 2" in words
    assert "not to 1" in words


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        (
            "share_2",
            "-0.1",
            "column share_2: expected a share of the fund between 0 and 1 for the "
            "contributions (1, 2, 1, 0) of tail endowment 2, found '-0.1'",
        ),
        ("share_3", "1.5", "column share_3: expected a share of the fund between 0 and 1"),
        (
            "share_4",
            "half",
            "column share_4: expected a share of the fund between 0 and 1 for the "
            "contributions (1, 2, 1, 0) of tail endowment 2, found 'half'",
        ),
        ("share_1", "nan", "column share_1: expected a share of the fund"),
        ("contribution_2", "3", "column contribution_2: expected a whole number between 0 and 2"),
        ("contribution_1", "1.5", "column contribution_1: expected a whole number"),
        ("tail_endowment", "7", "column tail_endowment: expected a whole number between 1 and 2"),
    ],
)
def test_a_wrong_cell_is_named(file: Path, column: str, value: str, words: str) -> None:
    line = 0

    def spoil(rows: Rows) -> None:
        nonlocal line
        row = row_of(rows, 2, 1, 2, 1, 0)
        line = rows.index(row) + 2
        row[column] = value

    refused = refusal(change(file, spoil))
    assert f"row {line}, {words}" in refused


def test_a_condition_that_the_game_does_not_have_is_named(tmp_path: Path) -> None:
    game = Game(rounds=2, head_endowment=3, tail_endowments=(1, 3), tails=3)
    path = tmp_path / "table.csv"
    write_mechanism(path, freeze(FORM, GAME), each_once=True)
    with pytest.raises(UsageError, match=r"column tail_endowment: expected one of 1, 3, found '2'"):
        read_mechanism(path, game, "hand")


def test_a_profile_stands_once(file: Path) -> None:
    words = refusal(change(file, lambda rows: rows.append(dict(row_of(rows, 1, 3, 1, 0, 0)))))
    assert "the contributions (3, 1, 0, 0) of tail endowment 1 stand already in row" in words


def test_tails_are_alike_in_whatever_order_they_sit(file: Path) -> None:
    def contradict(rows: Rows) -> None:
        row = dict(row_of(rows, 2, 1, 2, 1, 0))
        row.update(contribution_2="1", contribution_3="2")  # the shares stay where they were
        rows.append(row)

    words = refusal(change(file, contradict))
    assert "column share_2" in words
    assert "(1, 1, 2, 0)" in words
    assert "tails are alike" in words


def test_tails_that_give_the_same_receive_the_same_in_one_row(file: Path) -> None:
    words = refusal(
        change(
            file,
            lambda rows: row_of(rows, 2, 0, 1, 1, 1).update(
                share_1="0.1", share_2="0.2", share_3="0.3", share_4="0.4"
            ),
        )
    )
    assert "column share_3 gives 0.3" in words
    assert "a tail that gives 1 receives 0.2" in words


def test_the_head_receives_the_same_in_every_order(file: Path) -> None:
    def contradict(rows: Rows) -> None:
        row = dict(row_of(rows, 2, 1, 1, 0, 0))
        row.update(
            contribution_2="0", contribution_4="1",
            share_1="0.4", share_2="0.1", share_3="0.1", share_4="0.4",
        )  # fmt: skip
        rows.append(row)

    assert "column share_1 gives 0.4" in refusal(change(file, contradict))


def test_a_missing_column_is_named(file: Path) -> None:
    text = file.read_text("utf-8").replace("share_4", "share_four", 1)
    file.write_text(text, "utf-8")
    assert "expected a header with one column share_4" in refusal(file)
