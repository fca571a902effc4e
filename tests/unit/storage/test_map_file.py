"""A map of columns is written as TOML and read again as it was."""

from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.storage.importers.column_map import ColumnMap, HeadSeat, Payouts, Role
from hcmd_lab.storage.importers.map_file import read_map, write_map


@pytest.mark.parametrize(
    "heading", ["Group", 'He said "x"', "a\\b", "tab\there", "Größe, cm", "€\x7f"]
)
def test_a_map_comes_back_as_it_was(tmp_path: Path, heading: str) -> None:
    asked = ColumnMap({Role.GROUP: heading, Role.ENDOWMENT: "10"}, Payouts.EARNINGS, HeadSeat.MOVED)
    write_map(tmp_path / "columns.toml", asked)
    assert read_map([str(tmp_path / "columns.toml")]) == asked


def test_what_is_said_later_goes_before_the_file(tmp_path: Path) -> None:
    write_map(tmp_path / "columns.toml", ColumnMap({Role.GROUP: "A", Role.ROUND: "T"}))
    asked = read_map([str(tmp_path / "columns.toml"), "group=B"])
    assert asked.headings == {Role.GROUP: "B", Role.ROUND: "T"}


def test_lists_and_numbers_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('group = ["session", "group"]\nendowment = 10\n')
    assert read_map([str(tmp_path / "c.toml")]).headings == {
        Role.GROUP: "session+group", Role.ENDOWMENT: "10",
    }  # fmt: skip


@pytest.mark.parametrize("line", ["group = true", "group = []", 'colour = "x"', "group = 1.5"])
def test_a_file_that_says_nothing(tmp_path: Path, line: str) -> None:
    (tmp_path / "c.toml").write_text(line)
    with pytest.raises(UsageError):
        read_map([str(tmp_path / "c.toml")])
