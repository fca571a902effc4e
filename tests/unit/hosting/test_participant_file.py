"""Participant lists are read from what recruitment systems, spreadsheets and people write."""

from dataclasses import replace
from pathlib import Path

import pytest

from hcmd_lab.cli.label_options import table_words
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.hosting.participant_file import parse_table, read_table
from hcmd_lab.hosting.participant_list import write_labels

GUESTS = ("Ann Lee", "K7QXM", "Zoë")
CASES = Path(__file__).parents[4] / "shared" / "cases" / "text"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee\nK7QXM\nZoë\n",
        "Ann Lee\rK7QXM\rZoë\r",
        "label\nAnn Lee\n\nK7QXM\nZoë",
        "Label,name\n Ann  Lee ,Ann\nK7QXM,\nZoë,Zoë B.\n",
        '"Ann Lee";a@example.org\nK7QXM;\nZoë;\n',
        "name\tKennung\tPlatz\nA\tAnn Lee\t1\nB\tK7QXM\t2\n\tZoë\t3\n",
        "sep=;\nparticipant_id;email\nAnn Lee;a@x.org\nK7QXM;b@x.org\nZoë;c@x.org\n",
        "participant_id|lname|fname\nAnn Lee|Do|A\nK7QXM|Do|A\nZoë|Do|A\n||\n",
        'email;"Participant Label"\na,b@x.org;Ann Lee\nb@x.org;K7QXM\nc@x.org;Zoë\n;\n',
    ],
)
def test_lists_are_read_as_people_write_them(text: str) -> None:
    assert parse_table(text, "list.csv").labels() == GUESTS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "list.csv has no labels"),
        ("label\n\n", "list.csv has no labels"),
        ("Ann\nBen\n ann ", "list.csv, line 3: the label ann is already in line 1"),
        ("Ann\nＡｎｎ\n", "line 2: the label Ａｎｎ is already in line 1"),
        ("Ann\n" + "x" * 65, "list.csv, line 2: a label has at most 64 characters"),
        ("Ann\n" + "x" * 200_000, "list.csv, line 2: a label has at most 64 characters"),
        ("label\n007\n1E+05\n", r"line 3: 1E\+05 is how a spreadsheet writes a long number"),
        ("label\n1.23457E+11\n", r"line 2: 1.23457E\+11 is how a spreadsheet writes a long number"),
        ("id;seat\n1,2E+11;4\n", r"line 2: 1,2E\+11 is how a spreadsheet writes a long number"),
        ("label\nP1\n2-Jan\n", "line 3: 2-Jan is how a spreadsheet writes a date.* write 2Jan"),
        ("id;seat\n01.Mrz;1\n", r"line 2: 01.Mrz is how a spreadsheet writes a date"),
        ("label\n03. Dez\n", r"line 2: 03. Dez is how a spreadsheet writes a date"),
        ("label\nNov-12\n", "line 2: Nov-12 is how a spreadsheet writes a date"),
        ("label\nP1\nLabel\nP2\n", "line 3: the heading of line 1 is there again"),
        ("id;seat\nP1;1\nid;seat\nP2;1\n", "line 3: the heading of line 1 is there again"),
        ("Ann\nB\x07n", "list.csv, line 2: character 2 of the label is a control character"),
        ("label\nP01\0\n", "list.csv, line 2: character 4 of the label is a control character"),
        ('label\nAnn\n"Ben\nCem\n', "list.csv, line 3: a quotation mark has no partner"),
        ("label;seat\nAnn;1\n;2\n", "list.csv, line 3: there is no label in the column label"),
        (
            "\n".join(f"p{n}" for n in range(1001)),
            "has 1,001 labels; a participant list has at most 1,000",
        ),
    ],
)
def test_a_list_that_is_wrong_is_told_by_its_line(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        parse_table(text, "list.csv").labels()


@pytest.mark.parametrize(
    "label", ["2Jan", "1-2", "Jan", "Jan 26", "12-B", "A-Jan", "32-Feb-1", "Mai-Lin"]
)
def test_what_only_resembles_a_date_is_a_label(label: str) -> None:
    assert parse_table(f"label\n{label}\n", "list.csv").labels() == (label,)


ORSEE = "lname,fname,email\nDoe,Jo,jo@example.org\nDoe,Al,al@example.org\n"


def test_the_column_is_asked_for_where_it_is_unclear() -> None:
    table = parse_table(ORSEE, "orsee.csv")
    assert (table.has_heading, table.column) == (True, None)
    with pytest.raises(UsageError, match="has the columns lname, fname, email; say which"):
        table.labels()
    for wanted in ("email", " EMAIL ", "3"):
        assert table.with_column(wanted.strip()).labels() == ("jo@example.org", "al@example.org")
    with pytest.raises(UsageError, match="line 3: the label Doe is already in line 2"):
        table.with_column("lname").labels()
    with pytest.raises(UsageError, match="no column 4; its columns are: lname, fname, email"):
        table.with_column("4")


FROM_ORSEE = (
    ',"Last name","First name",Email,Status\n'
    "1,Doe,Jo,jo@example.org,participated\n2,Roe,Al,al@example.org,participated\n"
)
"""As `csvoutput__make_part_list` of ORSEE writes it: the first column counts, without a heading."""

FROM_HROOT = (
    '"ID","Last name","First name","Noshow","Showup","Participated","Seat","Payment"\n'
    '"4711","Doe","Jo","false","true","true","3","12.50"\n'
    '"4712","Roe","Al","false","true","true","4","9.00"\n'
)
"""As `Exporter.to_csv` of hroot writes it: every cell is quoted, the first column is `ID`."""


def test_a_column_that_counts_the_rows_holds_no_labels() -> None:
    table = parse_table(FROM_ORSEE, "orsee.csv")
    assert (table.has_heading, table.column) == (True, None)
    with pytest.raises(UsageError, match="has the columns 1, Last name, First name, Email"):
        table.labels()
    assert table.with_column("email").labels() == ("jo@example.org", "al@example.org")
    assert table.with_column("1").labels() == ("1", "2")  # whoever wants them gets them


def test_numbers_under_a_heading_are_labels() -> None:
    assert parse_table("nr;last name\n1;Doe\n2;Doe\n", "list.csv").labels() == ("1", "2")


def test_a_list_of_hroot_is_read_by_its_ids() -> None:
    assert parse_table(FROM_HROOT, "users.csv").labels() == ("4711", "4712")


def test_a_heading_is_asked_for_where_it_is_unclear() -> None:
    table = parse_table("Matrikelnr.\nP01\nP02\n", "list.txt")
    with pytest.raises(UsageError, match=r"first line of list\.txt, Matrikelnr\., may be"):
        table.labels()
    assert replace(table, has_heading=True).labels() == ("P01", "P02")
    assert replace(table, has_heading=False).labels() == ("Matrikelnr.", "P01", "P02")


@pytest.mark.parametrize("wanted", ["9" * 10_000, "x" * 10_000, "0", "\u202ex"])
def test_long_headings_and_columns_that_are_not_there_are_told_in_short(wanted: str) -> None:
    first = "\u202e" + "h" * 10_000
    table = parse_table(f"{first};b;c\nAnn;1;2\nBen;1;2\n", "list.csv")
    for unclear in (replace(table, has_heading=None), replace(table, column=None)):
        with pytest.raises(UsageError) as told:
            unclear.labels()
        assert len(str(told.value)) < 300
        assert "\u202e" not in str(told.value)
    with pytest.raises(UsageError, match=r"list\.csv has no column .*; its columns are") as told:
        table.with_column(wanted)
    assert len(str(told.value)) < 300
    assert "\u202e" not in str(told.value)


@pytest.mark.parametrize(
    ("cell", "character"),
    [('"Doe, Jo"', ","), ("<b>", "<"), ("a=1", "="), ("+49 170", "[+]"), ("Roe/Al", "/")],
)
def test_what_could_be_a_tag_or_a_formula_is_no_label(cell: str, character: str) -> None:
    table = parse_table(f"label\n{cell}\n", "names.csv")
    with pytest.raises(UsageError, match=f"line 2: .* remove the {character} in it"):
        table.labels()


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"),
    ],
)  # fmt: skip
def test_the_encoding_is_recognised(tmp_path: Path, encoding: str, name: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes("label;name\r\nMüller 01;A\r\nKöhler 02;B\r\n".encode(encoding))
    table = read_table(file)
    assert table.labels() == ("Müller 01", "Köhler 02")
    assert table.encoding == name


def test_files_come_back_as_they_were_written(tmp_path: Path) -> None:
    for labels in (GUESTS, ("Doe Jo", "Roe Al"), ("a@b.de", "c_d"), ("1", "2")):
        write_labels(tmp_path / "list.csv", labels)
        assert read_table(tmp_path / "list.csv").labels() == labels


def test_files_that_cannot_be_read_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be read"):
        read_table(tmp_path / "none.csv")
    strange = tmp_path / "strange.csv"
    strange.write_bytes(b"label\n\x81\x8d\n")
    with pytest.raises(UsageError, match="in an encoding that is not recognised"):
        read_table(strange)
    for start in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1"):
        strange.write_bytes(start + b"plain enough")
        with pytest.raises(UsageError, match=r"is a workbook of a spreadsheet; save .* as CSV"):
            read_table(strange)
    with pytest.raises(OperatorError, match="cannot be written"):
        write_labels(strange / "list.csv", GUESTS)


@pytest.mark.parametrize(
    ("encoding", "is_sure"),
    [("utf-8", True), ("utf-16", True), ("cp1252", False), ("cp1255", False)],
)
def test_an_encoding_that_is_guessed_is_told_with_its_doubt(
    tmp_path: Path, encoding: str, is_sure: bool
) -> None:
    file = tmp_path / "list.csv"
    text = "label\nאבג\nדהו\n" if encoding == "cp1255" else "label\nMüller\nKöhler\n"
    file.write_bytes(text.encode(encoding))
    doubt = "If letters of the labels look wrong, save the list as UTF-8."
    assert (doubt not in table_words(read_table(file))) == is_sure


MUELLER = ("Müller 01", "Köhler 02")


@pytest.mark.parametrize(
    ("file", "labels"),
    [
        ("guests_bom.csv", MUELLER), ("guests_cp1252.csv", MUELLER), ("guests_utf16.txt", MUELLER),
        ("guests_header.csv", ("P01", "P02")), ("guests_kennung.csv", ("P01",)),
        ("guests_zero.csv", ("1", "2")),
        ("guests_huge.csv", "line 2: a label has at most 64 characters"),
        ("guests_nul.csv", "line 2: character 4 of the label is a control character"),
        ("guests_orsee.csv", "has the columns lname, fname, email; say which"),
    ],
)  # fmt: skip
def test_inputs_that_labs_really_have(file: str, labels: tuple[str, ...] | str) -> None:
    if not (CASES / file).exists():
        pytest.skip("the cases are not beside this checkout")
    if isinstance(labels, tuple):
        assert read_table(CASES / file).labels() == labels
    else:
        with pytest.raises(UsageError, match=labels):
            read_table(CASES / file).labels()
