"""The page on data names the tables of a study and the files of an export, and no others."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from studies import playable_study

from hcmd_lab.export.study_export import export_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

PAGE = (Path(__file__).parents[2] / "docs" / "data.md").read_text("utf-8")
NAMES = re.compile(r"`([\w.]+)/?`")


def told(heading: str) -> set[str]:
    """What stands in code in the first cells of a section's tables."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {name for cell in rows for name in NAMES.findall(cell)}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("data")
    with Store.open(playable_study(place / "study", 4)) as store:
        play_simulated(Study(store), "acquire", 1)
        export_study(store, place / "data")
    return place


def test_each_table_of_a_study_is_told(place: Path) -> None:
    with closing(sqlite3.connect(place / "study" / "study.db")) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        there = {name for (name,) in rows if not name.startswith(("sqlite_", "_sqlite_"))}
    assert told("Tables") == there


def test_each_file_of_an_export_is_told(place: Path) -> None:
    assert told("Exporting") == {each.name for each in (place / "data").iterdir()}
