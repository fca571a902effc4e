"""CSV files for other programs."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.tablefile import Number, Value, coins, write_table


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_values_as_labs_expect_them(tmp_path: Path) -> None:
    path = tmp_path / "new" / "t.csv"
    rows: list[dict[str, Value]] = [
        {"a": True, "b": None, "c": -3},
        {"a": False, "b": "plain, ünd\n„so“", "c": Number("-0.50")},
    ]
    assert write_table(path, ("a", "b", "c"), rows) == 2
    assert cells(path) == [
        ["a", "b", "c"],
        ["1", "", "-3"],
        ["0", "plain, ünd\n„so“", "-0.50"],
    ]
    assert path.read_bytes()[:1] == b"a", "no byte order mark"


@pytest.mark.parametrize("text", ["=1+1", "+49", "-cmd", "@SUM(A1)"])
def test_no_text_is_run_as_a_formula(tmp_path: Path, text: str) -> None:
    write_table(tmp_path / "t.csv", ("a",), [{"a": text}])
    assert cells(tmp_path / "t.csv")[1] == [f"'{text}"]


@given(st.integers(-(10**9), 10**9))
def test_coins_are_exact(hundredths: int) -> None:
    text = coins(hundredths)
    whole, decimals = text.lstrip("-").split(".")
    assert len(decimals) == 2
    assert (int(whole) * 100 + int(decimals)) * (-1 if text.startswith("-") else 1) == hundredths


def test_a_table_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_table(path, ("a",), [{"a": 1}])

    def rows() -> Iterator[dict[str, Value]]:
        yield {"a": 2}
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        write_table(path, ("a",), rows())
    assert cells(path) == [["a"], ["1"]]
    assert list(tmp_path.iterdir()) == [path]


def test_rows_have_exactly_the_columns(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="columns"):
        write_table(tmp_path / "t.csv", ("a",), [{"b": 1}])


def test_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(OperatorError, match="cannot be written"):
        write_table(tmp_path / "t.csv", ("a",), [{"a": 1}])
    assert list(tmp_path.iterdir()) == []
