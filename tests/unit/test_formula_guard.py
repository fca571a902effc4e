"""No cell is a formula, however a file is split, and what was written is read back."""

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hcmd_lab.formula_guard import guarded, unguarded
from hcmd_lab.storage.importers.csv_reader import read_rows_with_header
from hcmd_lab.storage.tablefile import write_table

ATTACKS = [
    "=1+1", "+49", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u3000=1", "\ufeff=1",
    "a;=cmd|' /C calc'!A0", "a,=1", "a\t=1", "a|=1", 'a;"=1"', "a; =1", "a\n=1", "a\r\n=1",
    "\x80@", "a;\x9f=1", "\u061c=1", "\ue000+1", "\U000e0020-1",
    "\uff1d1", "a;\uff0b1", "\uff0d1", "\uff201", "\u22121", '"=1', "\u200b=1", ";=1", "a;;=1",
]  # fmt: skip

texts = st.text(st.sampled_from("=+-@;,|\t\r\n \"'\u200b\uff1dab1") | st.characters(codec="utf-8"))


def is_formula(cell: str) -> bool:
    """As the most careless spreadsheet sees it; what Unicode has not assigned it shows as a box."""
    shown = unicodedata.normalize("NFKC", cell).replace("\u2212", "-")
    unseen = ("Cc", "Cf", "Co", "Zs", "Zl", "Zp")
    shown = "".join(each for each in shown if unicodedata.category(each) not in unseen)
    return shown.lstrip('"').startswith(("=", "+", "-", "@"))


def cells_of(text: str) -> list[str]:
    """Every cell that a file could be split into."""
    split = [text.splitlines()]
    for separator in ",;|\t":
        split += [line.split(separator) for line in text.splitlines()]
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            lines = io.StringIO(text, newline="")
            split += list(csv.reader(lines, delimiter=separator, quoting=quoting))
    return [cell for row in split for cell in row]


def written(path: Path, *texts: str) -> str:
    write_table(path, ("a", "b"), ({"a": "first", "b": text} for text in texts))
    return path.read_bytes().decode()


@pytest.mark.parametrize("text", ATTACKS)
def test_no_text_is_a_formula_in_a_file(tmp_path: Path, text: str) -> None:
    assert any(map(is_formula, cells_of(text))), "it would be one, were it not guarded"
    assert not any(map(is_formula, cells_of(written(tmp_path / "t.csv", text))))


@given(texts)
@example("';=")
@example("=;=\n'=")
def test_no_text_is_a_formula(text: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(["first", guarded(text), guarded(text)])
    assert not any(map(is_formula, cells_of(file.getvalue()))), guarded(text)


@given(texts)
@example("'=1")
@example("''+1")
@example("\"'=")
def test_what_is_guarded_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["O'Brien", "a-b", "3 = 3", "'quoted'", "me@home.org", "1,5", ""])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_the_importer_reads_what_was_written(tmp_path: Path) -> None:
    texts = [*ATTACKS, "'=1", "a;'=1", "''+1"]
    written(tmp_path / "t.csv", *texts)
    read = [row.cells["b"] for row in read_rows_with_header(tmp_path / "t.csv", ["a", "b"])]
    unseen = "".join(
        each for each in map(chr, range(0x110000)) if unicodedata.category(each) == "Cf"
    )
    assert read == [text.strip(unseen) for text in texts]
