"""Excel workbooks and Stata files are read as the same table as CSV, whatever their name is."""

import builtins
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from plain_tables import HEADER, two_groups, write

from hcmd_lab.errors import UsageError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.storage.importers.importing import read_csv
from hcmd_lab.storage.importers.shape import Reading


def frame() -> pd.DataFrame:
    table = pd.DataFrame(two_groups(), columns=list(HEADER))
    numbers = [name for name in HEADER if name != "group"]
    table[numbers] = table[numbers].apply(pd.to_numeric)
    return table


def straight(tmp_path: Path) -> Reading:
    return read_csv(write(tmp_path / "plain.csv", two_groups()), "plain", PAPER_GAME).reading


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
def test_a_workbook_is_read_from_its_first_sheet_with_anything_in_it(
    tmp_path: Path, name: str
) -> None:
    book = tmp_path / "made.xlsx"
    with pd.ExcelWriter(book) as writer:
        pd.DataFrame().to_excel(writer, sheet_name="nothing")
        frame().to_excel(writer, sheet_name="Daten", index=False, startrow=2)
    book.rename(tmp_path / name)
    reading = read_csv(tmp_path / name, "plain", PAPER_GAME).reading
    assert reading.groups == straight(tmp_path).groups
    assert [str(line) for line in reading.recognised] == [
        "The file is an Excel workbook; its sheet Daten was read."
    ]


@pytest.mark.parametrize("before", [True, False])
def test_the_sheet_with_decisions_is_read_and_the_others_are_named(
    tmp_path: Path, before: bool
) -> None:
    notes = pd.DataFrame([["who", "when", "where", "how many"]] * 3)
    sheets = {"Notes": notes, "Wave 1": frame(), "Wave 2": frame()}
    names = ["Notes", "Wave 1", "Wave 2"] if before else ["Wave 1", "Wave 2", "Notes"]
    with pd.ExcelWriter(tmp_path / "t.xlsx") as writer:
        for name in names:
            sheets[name].to_excel(writer, sheet_name=name, index=False)
    reading = read_csv(tmp_path / "t.xlsx", "auto", PAPER_GAME).reading
    assert reading.groups == straight(tmp_path).groups
    others = ", ".join(name for name in names if name != "Wave 1")
    assert [str(line) for line in reading.recognised] == [
        f"The file is an Excel workbook; its sheet Wave 1 was read, and not {others}."
    ]


@pytest.mark.parametrize("version", [114, 117, 118, 119])
def test_a_stata_file_is_read_in_every_version(tmp_path: Path, version: Any) -> None:
    path = tmp_path / "t.dta"
    table = frame()
    table["payout"] = table["payout"].astype("float32")  # Stata's own default for numbers
    table.to_stata(path, write_index=False, version=version)
    reading = read_csv(path, "plain", PAPER_GAME).reading
    assert reading.groups == straight(tmp_path).groups
    assert "a Stata file" in str(reading.recognised[0])


def test_a_wrong_cell_is_named_by_its_row_in_the_sheet(tmp_path: Path) -> None:
    table = frame()
    table.loc[3, "contribution"] = 99
    table.to_excel(tmp_path / "t.xlsx", index=False)
    with pytest.raises(UsageError, match=r"t\.xlsx, row 5, column contribution"):
        read_csv(tmp_path / "t.xlsx", "plain", PAPER_GAME)


@pytest.mark.parametrize(("name", "what"), [("t.xlsx", "Excel workbook"), ("t.dta", "Stata file")])
def test_what_to_install_is_said_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, what: str
) -> None:
    frame().to_excel(tmp_path / "t.xlsx", index=False)
    frame().to_stata(tmp_path / "t.dta", write_index=False)
    real = builtins.__import__

    def without(module: str, *rest: Any) -> Any:
        if module in ("openpyxl", "pandas"):
            raise ImportError(module)
        return real(module, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=rf'is an? {what}, .*pip install "hcmd-lab\[tables\]"'):
        read_csv(tmp_path / name, "plain", PAPER_GAME)


def packed(path: Path, **parts: bytes) -> Path:
    """A workbook of the program's own, with some parts put in the place of others."""
    made = path.with_suffix(".made")
    frame().to_excel(made, index=False, engine="openpyxl")
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if Path(name).stem not in parts:
                new.writestr(name, old.read(name))
        new.writestr("xl/worksheets/sheet1.xml", parts.get("sheet1", b"<worksheet/>"))
        if "sharedStrings" in parts:
            new.writestr("xl/sharedStrings.xml", parts["sharedStrings"])
    return path


_END = b"</sheetData></worksheet>"
_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


@pytest.mark.parametrize(
    "parts",
    [
        {"sheet1": _SHEET + b"<row>" + b"<c/>" * 2**20},
        {"sheet1": _SHEET + b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>' + _END},
        {"sheet1": _SHEET + b'<row r="1"><c r="ZZZ1"><v>1</v></c></row>' + _END},
        {"sheet1": _SHEET, "sharedStrings": b"<sst>" + b"<si/>" * (7 * 2**20)},
    ],
    ids=["a row without end", "a far row", "a far column", "texts without end"],
)
def test_a_workbook_that_unpacks_to_more_than_a_table_is_refused(
    tmp_path: Path, parts: dict[str, bytes]
) -> None:
    path = packed(tmp_path / "t.xlsx", **parts)
    with pytest.raises(UsageError, match="unpacks to more than a table has"):
        read_csv(path, "plain", PAPER_GAME)


def test_an_archive_of_something_else(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("table.csv", "a,b")
    with pytest.raises(UsageError, match="an archive and no Excel workbook"):
        read_csv(tmp_path / "t.zip", "plain", PAPER_GAME)


def test_a_workbook_cut_short(tmp_path: Path) -> None:
    frame().to_excel(tmp_path / "t.xlsx", index=False)
    whole = (tmp_path / "t.xlsx").read_bytes()
    (tmp_path / "t.xlsx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UsageError, match="a damaged Excel workbook"):
        read_csv(tmp_path / "t.xlsx", "plain", PAPER_GAME)


def test_openpyxl_reads_its_own_file(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(HEADER))
    for row in frame().itertuples(index=False):
        sheet.append(list(row))
    book.save(tmp_path / "t.xlsx")
    assert len(read_csv(tmp_path / "t.xlsx", "plain", PAPER_GAME).reading.groups) == 2
