"""Reading CSV files: what is wrong is named by file, row and column."""

from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.storage.importers.csv_reader import CsvRow, read_rows, read_rows_with_header
from hcmd_lab.storage.importers.source import Source


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
    with pytest.raises(UsageError, match=r"t\.csv, row [12]: expected a header with one column"):
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


def test_a_quotation_mark_without_partner_is_named_by_its_row(tmp_path: Path) -> None:
    path = written(tmp_path, 'a,b\n1,2\n"open,1\n3,4\n')
    with pytest.raises(UsageError, match=r"t\.csv, row 3: a quotation mark has no partner"):
        list(read_rows_with_header(path, ("a", "b")))


TEXT = "a{0}b{0}c\n1{0}2,5{0}ü\n{0}{0}\n\n3{0}4{0}é\n"


@pytest.mark.parametrize(
    ("codec", "name"), [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"),
                        ("utf-16-le", "UTF-16"), ("cp1252", "Windows-1252")],
)  # fmt: skip
@pytest.mark.parametrize(
    ("separator", "words"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("declared", [False, True])
def test_encodings_and_separators_are_recognised(
    tmp_path: Path, codec: str, name: str, separator: str, words: str, end: str, declared: bool
) -> None:
    text = f"sep={separator}\n" * declared + TEXT.format(separator)
    source = Source()
    path = written(tmp_path, text.replace("\n", end).encode(codec))
    rows = list(read_rows_with_header(path, ("a", "b"), source))
    assert [(row.line, row.number("a"), row.text("c")) for row in rows] == [
        (2 + declared, 1, "ü"),
        (5 + declared, 3, "é"),
    ]
    assert rows[0].number("b") == 2.5
    how = f"The file is {name} text, separated by {words}."
    if name == "Windows-1252":  # one of many in which every byte is a letter
        how = (
            f"The file is not UTF-8; it was read as {name} text, separated by {words}. If letters "
            "of its names look wrong, save it as UTF-8."
        )
    assert [str(line) for line in source.recognised()] == [
        how,
        "Commas within numbers were read as decimal points.",
    ]


@pytest.mark.parametrize(
    ("start", "what"),
    [
        (b"PK\x03\x04", "a damaged Excel workbook"),
        (b"\xd0\xcf\x11\xe0", "a workbook of Excel 2003 or older"),
        (b"<stata_dta><header>", "a damaged Stata file"),
        (b"\x72\x01\x01\x00", "a damaged Stata file"),
    ],
)
def test_a_file_that_is_no_text_is_called_what_it_is(
    tmp_path: Path, start: bytes, what: str
) -> None:
    with pytest.raises(UsageError, match=rf"t\.csv is {what}"):
        list(read_rows_with_header(written(tmp_path, start + bytes(99)), ("a",)))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        list(read_rows(tmp_path / "none.csv", ("a",)))


def row(value: str) -> CsvRow:
    return CsvRow("t.csv", 7, {"x": value})


@pytest.mark.parametrize(("text", "value"), [("3", 3), (" 3.0 ", 3), ("0", 0), ("1e1", 10)])
def test_whole_numbers(text: str, value: int) -> None:
    assert row(text).whole("x", 0, 10) == value


@pytest.mark.parametrize("text", ["", "x", "3.5", "11", "-1", "nan", "inf", "1_0", "1e300"])
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
    with pytest.raises(UsageError, match="expected a number between 0 and"):
        row(text).number("x")
    assert row("2.5").number("x") == 2.5


def test_empty_cells() -> None:
    assert all(row(text).is_empty("x") for text in ("", " ", "nan", "NaN", "NA"))
    assert row("a").is_empty("no such column")
    assert not row("0").is_empty("x")
    with pytest.raises(UsageError, match="expected a text"):
        row(" ").text("x")


@pytest.mark.parametrize(
    "cell", ["g 1", "g\u00a01", " g  1 ", "\u202eg 1\u202c", "g 1\u200b", "\u200fg\u2009\u200e1"]
)
def test_names_that_look_alike_are_one(cell: str) -> None:
    assert row(cell).text("x") == "g 1"


@pytest.mark.parametrize("cell", ["", "  ", "\u200e\u200b"])
def test_a_name_that_nobody_sees_is_none(cell: str) -> None:
    with pytest.raises(UsageError, match=r"column x: expected a text, found"):
        row(cell).text("x")


@pytest.mark.parametrize("cell", ["-1", "inf", "9" * 400, "1e300", "1000000001"])
def test_the_amounts_that_are_expected_are_not_those_refused(cell: str) -> None:
    with pytest.raises(UsageError, match="expected a number between 0 and 1,000,000,000, found"):
        row(cell).number("x")


def test_a_long_cell_is_quoted_by_its_beginning() -> None:
    with pytest.raises(UsageError, match=r"found '9{79}…") as caught:
        row("9" * 100_000).whole("x", 0, 10)
    assert len(str(caught.value)) < 200
