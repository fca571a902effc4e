"""Files for Stata and SPSS hold what the CSV files hold; skipped where pyreadstat is missing."""

import csv
import math
from pathlib import Path
from typing import Any

import pytest
from counted_studies import counted_study

from hcmd_lab.export.long_table import LONG
from hcmd_lab.export.table_schema import Column
from hcmd_lab.replication_package import statistical_files
from hcmd_lab.replication_package.psych_ds import data_file
from hcmd_lab.replication_package.statistical_files import (
    SPSS,
    STATA,
    TABLES,
    codes_of,
    short_names,
)
from hcmd_lab.replication_package.writing import write_package
from hcmd_lab.storage.store import Store

KINDS = [(STATA, "dta"), (SPSS, "sav")]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyreadstat")
    place = tmp_path_factory.mktemp("statistical")
    with Store.read(counted_study(place / "study", 4, {"rounds": 2})) as store:
        assert write_package(store, place / "package").has_statistical_files
    return place / "package"


def read(package: Path, place: str, table: str, ending: str) -> tuple[Any, Any]:
    pyreadstat = pytest.importorskip("pyreadstat")
    reader = {"dta": pyreadstat.read_dta, "sav": pyreadstat.read_sav}[ending]
    return reader(str(package / place / f"{table}.{ending}"))


@pytest.mark.parametrize(("place", "ending"), KINDS)
@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_there_and_every_variable_has_its_label(
    package: Path, place: str, ending: str, table: str
) -> None:
    frame, about = read(package, place, table, ending)
    with (package / "data" / data_file(table)).open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    assert len(frame) == len(rows)
    assert about.column_names == short_names(list(rows[0]))
    assert all(about.column_labels)
    assert about.file_label


@pytest.mark.parametrize(("place", "ending"), KINDS)
def test_numbers_and_words_are_those_of_the_table(package: Path, place: str, ending: str) -> None:
    frame, about = read(package, place, "long", ending)
    with (package / "data" / data_file("long")).open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    columns = {column.name: column for column in LONG.columns}
    for name, short in zip(rows[0], about.column_names, strict=True):
        coded = codes_of(columns[name])
        for given, row in zip(frame[short].tolist(), rows, strict=True):
            cell = row[name]
            if coded and cell:
                assert given == coded[cell][0]
                assert about.variable_value_labels[short][given] == coded[cell][1]
            elif columns[name].kind in ("integer", "number", "boolean"):
                assert math.isnan(given) if cell == "" else given == float(cell)
            else:
                assert ("" if given != given else given) == cell  # noqa: PLR0124 - no text at all


def test_a_word_without_a_code_is_never_a_number() -> None:
    role = Column("player.role", "string", "The role.", allowed="head, tail")
    with pytest.raises(ValueError, match="no code for 'king'"):
        statistical_files._as_number(role, codes_of(role), "king")
    vote = Column("player.vote", "integer", "Stage.")
    assert statistical_files._as_number(vote, {"1": (1, "first")}, "3") == 3


def test_names_are_short_and_each_is_there_once() -> None:
    long = ["a" * 40, "a" * 41, "A" * 40, "1x", "pig.3.player.contribution", "session.config.x"]
    assert short_names(long) == [
        "a" * 32, "a" * 30 + "_2", "A" * 30 + "_3", "v1x", "r3_contribution", "config_x",
    ]  # fmt: skip
