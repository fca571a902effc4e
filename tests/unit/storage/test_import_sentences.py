"""What an import says of tables that people have: each part of it is so, and can be read."""

from pathlib import Path

import pytest
from plain_tables import HEADER, two_groups, write
from studies import playable_study

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.storage.importers.importing import import_csv, read_csv
from hcmd_lab.storage.importers.map_file import read_map
from hcmd_lab.storage.store import Store

UTC = "2030-01-02T03:04:05.678+00:00"


@pytest.mark.parametrize("unseen", ["\u200b", "\u200e", "\u2060", "\ufeff"])
def test_invisible_characters_around_a_cell_are_no_part_of_it(tmp_path: Path, unseen: str) -> None:
    rows = [[*map(str, row[:2]), f"{row[2]}{unseen}", *row[3:]] for row in two_groups()]
    path = write(tmp_path / "t.csv", rows, [f"{unseen}{HEADER[0]}", *HEADER[1:]])
    plain = write(tmp_path / "plain.csv", two_groups(), HEADER)
    found, expected = (
        read_csv(each, "auto", PAPER_GAME, read_map(())).reading for each in (path, plain)
    )
    assert found.groups == expected.groups


def test_of_many_columns_the_first_are_named(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"c{number}" for number in range(2000)) + "\n1\n", "utf-8")
    with pytest.raises(UsageError) as raised:
        read_csv(path, "auto", PAPER_GAME, read_map(()))
    assert "c0, c1, c2" in str(raised.value)
    assert str(raised.value).endswith(", …. Nothing was imported.")
    assert len(str(raised.value)) < 1000


def test_groups_that_are_left_out_are_not_called_known(tmp_path: Path) -> None:
    whole = write(tmp_path / "whole.csv", two_groups(), HEADER)
    first = two_groups()[0][0]
    lacking = [row for row in two_groups() if row[0] != first or row[3] != two_groups()[-1][3]]
    part = write(tmp_path / "part.csv", lacking, HEADER)
    with Store.open(playable_study(tmp_path / "study", 4)) as store:
        import_csv(store, whole, "auto", PAPER_GAME, 1, UTC, "imported")
        with pytest.raises(OperatorError) as raised:
            import_csv(store, part, "auto", PAPER_GAME, 1, UTC, "again")
    said = str(raised.value)
    assert "these groups are" not in said
    assert "the complete groups in it are in the study already" in said
    assert f"Left out: group {first}; " in said
