"""Our own export comes back as the groups that were exported."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from scripted import EVERYTHING, come_to_the_game, play_to_the_end, scripted
from walks import TABLES

from hcmd_lab.errors import UsageError
from hcmd_lab.export.study_export import export_study
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import Game
from hcmd_lab.storage.importers.importing import read_csv
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"


@pytest.fixture
def exported(tmp_path: Path) -> tuple[Path, PlayedGroup, Game]:
    with Store.create(tmp_path / "study", {"settings": {"name": "A study"}}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        walk = scripted(replace(EVERYTHING, practice_rounds=1))
        come_to_the_game(walk)
        walk.read(1)
        walk.play_round(1)  # for practice
        play_to_the_end(walk)
        store.log.append("aaaaaaaa", walk.events, UTC)
        folder = export_study(store).folder
        (group,) = store.tables.played_groups(purposes=("acquire",))
        return folder, group, walk.state.plan.game


def test_the_long_table(exported: tuple[Path, PlayedGroup, Game]) -> None:
    folder, group, game = exported
    found = read_csv(folder / "long.csv", "auto", game)
    (ours,) = found.reading.groups
    assert found.file.layout == "hcmd-long"
    assert ours.stages == group.stages  # own choices and mechanisms too
    assert ours.votes == group.votes
    assert "a bundle of that study" in " ".join(map(str, found.summary().recognised))


def test_the_wide_table(exported: tuple[Path, PlayedGroup, Game]) -> None:
    folder, group, game = exported
    found = read_csv(folder / "wide.csv", "auto", game)
    (ours,) = found.reading.groups
    assert found.file.layout == "hcmd-wide"
    assert ours.stages == group.stages  # own choices and mechanisms too
    assert ours.votes == group.votes
    told = " ".join(map(str, found.summary().recognised))
    assert "a bundle of that study" in told
    assert "lacks" not in told


def test_a_wide_table_of_an_earlier_version(exported: tuple[Path, PlayedGroup, Game]) -> None:
    folder, group, game = exported
    path = folder / "wide.csv"
    with path.open(encoding="utf-8", newline="") as opened:
        header, *rows = csv.reader(opened)
    later = ("player.payout", "player.vote", "group.mechanism", "player.timeout_happened")
    kept = [place for place, name in enumerate(header) if not name.endswith(later)]
    with path.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([row[place] for place in kept] for row in (header, *rows))
    found = read_csv(path, "auto", game)
    (ours,) = found.reading.groups
    assert [(s.stage, s.contributions, s.payouts) for s in ours.stages] == [
        (s.stage, s.contributions, s.payouts) for s in group.stages
    ]
    told = " ".join(map(str, found.summary().recognised))
    assert "lacks votes, mechanisms or timeouts" in told
    assert "total earnings" in told


def test_a_group_that_is_void_is_left_out(exported: tuple[Path, PlayedGroup, Game]) -> None:
    folder, _, game = exported
    path = folder / "long.csv"
    path.write_text(path.read_text("utf-8").replace(",complete,", ",void,"), "utf-8")
    with pytest.raises(UsageError, match="its status is void"):
        read_csv(path, "auto", game)


@pytest.mark.parametrize("table", ["long", "wide"])
@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("session.is_demo", "1", "it was played in a pilot session"),
        ("session.set_aside", "unused", "its study had set it aside"),
    ],
)
def test_a_group_that_counts_for_nothing_there_is_no_data_here(
    exported: tuple[Path, PlayedGroup, Game], table: str, column: str, value: str, told: str
) -> None:
    folder, _, game = exported
    path = folder / f"{table}.csv"
    change(path, column, value)
    with pytest.raises(UsageError, match=told):
        read_csv(path, "auto", game)


def test_a_group_that_stays_data_there_is_data_here(
    exported: tuple[Path, PlayedGroup, Game],
) -> None:
    folder, group, game = exported
    change(folder / "long.csv", "session.set_aside", "data")
    (ours,) = read_csv(folder / "long.csv", "auto", game).reading.groups
    assert ours.stages == group.stages


def change(path: Path, column: str, value: str) -> None:
    """Write one value into all rows of a column."""
    with path.open(encoding="utf-8", newline="") as opened:
        rows = [row | {column: value} for row in csv.DictReader(opened)]
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
