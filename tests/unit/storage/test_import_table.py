"""Reading CSV files: what is wrong is named by file, row and column."""

from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.storage.importers.csv_reader import CsvRow, read_rows, read_rows_with_header


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_columns_in_any_order_with_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    for mark in ("", "\ufeff"):
        path = written(tmp_path, f"{mark}b, a ,more\r\n1,2,3\r\n\r\n4,5,6\r\n")
        rows = list(read_rows_with_header(path, ("a", "b")))
        assert [(row.line, row.text("a"), row.text("b")) for row in rows] == [
            (2, "2", "1"),
            (4, "5", "4"),
        ]


@pytest.mark.parametrize("header", ["", "b,c", "a,a,b", "a;b"])
def test_a_wrong_header(tmp_path: Path, header: str) -> None:
    path = written(tmp_path, f"{header}\n1,2\n")
    with pytest.raises(UsageError, match=r"t\.csv, row 1: expected a header with one column"):
        list(read_rows_with_header(path, ("a", "b")))


@pytest.mark.parametrize(("line", "column"), [("1", "b"), ("1,2,3", "b"), ("1,", None)])
def test_the_number_of_columns(tmp_path: Path, line: str, column: str | None) -> None:
    path = written(tmp_path, f"9,9\n{line}\n")
    if column is None:
        assert len(list(read_rows(path, ("a", "b")))) == 2
        return
    sentence = rf"t\.csv, row 2, column {column}: expected 2 columns, found {line.count(',') + 1}\."
    with pytest.raises(UsageError, match=sentence):
        list(read_rows(path, ("a", "b")))


@pytest.mark.parametrize("content", [b"a,b\n\xff\xfe,1\n", b'a,b\n"open,1\n'])
def test_a_file_that_is_no_csv(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UsageError, match=r"t\.csv is not a CSV file in UTF-8"):
        list(read_rows_with_header(written(tmp_path, content), ("a", "b")))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        list(read_rows(tmp_path / "none.csv", ("a",)))


def row(value: str) -> CsvRow:
    return CsvRow("t.csv", 7, {"x": value})


@pytest.mark.parametrize(("text", "value"), [("3", 3), (" 3.0 ", 3), ("0", 0), ("1e1", 10)])
def test_whole_numbers(text: str, value: int) -> None:
    assert row(text).whole("x", 0, 10) == value


@pytest.mark.parametrize("text", ["", "x", "3.5", "11", "-1", "nan", "inf"])
def test_what_is_no_whole_number(text: str) -> None:
    expected = (
        f"t.csv, row 7, column x: expected a whole number between 0 and 10, found {text!r}. "
        "Nothing was imported."
    )
    with pytest.raises(UsageError) as caught:
        row(text).whole("x", 0, 10)
    assert str(caught.value) == expected


@pytest.mark.parametrize("text", ["-0.1", "x", "inf", "nan", ""])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(UsageError, match="expected a number of at least 0"):
        row(text).number("x")
    assert row("2.5").number("x") == 2.5


def test_empty_cells() -> None:
    assert all(row(text).is_empty("x") for text in ("", " ", "nan", "NaN", "NA"))
    assert row("a").is_empty("no such column")
    assert not row("0").is_empty("x")
    with pytest.raises(UsageError, match="expected a text"):
        row(" ").text("x")
