"""The long table, and what can be computed from it again."""

import csv
import dataclasses
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from walks import TABLES, random_walk

from hcmd_lab.export.long_table import COLUMNS
from hcmd_lab.export.study_export import export_study
from hcmd_lab.game import events as ev
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.storage.store import Store

LONG_COLUMNS = tuple(column.name for column in COLUMNS)
UTC = "2026-01-02T03:04:05.678+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "study", {}) as study:
        for policy in TABLES.values():
            study.learned.add_mechanism(policy, {})
        yield study


def table(folder: Path) -> list[dict[str, str]]:
    with (folder / "long.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(tuple(row) == LONG_COLUMNS for row in rows)
    return rows


def as_pilot(events: list[ev.SessionEvent]) -> list[ev.SessionEvent]:
    opened = events[0]
    assert isinstance(opened, ev.SessionOpened)
    plan = dataclasses.replace(opened.plan, purpose="pilot")
    return [dataclasses.replace(opened, plan=plan), *events[1:]]


def test_blocks_of_columns_are_in_the_order_of_otree() -> None:
    blocks = [column.partition(".")[0] for column in LONG_COLUMNS]
    order = ("participant", "player", "group", "subsession", "session")
    assert blocks == sorted(blocks, key=order.index)
    assert len(set(LONG_COLUMNS)) == len(LONG_COLUMNS)


@pytest.mark.parametrize("seed", range(4))
def test_the_table_has_every_decision_and_every_coin(store: Store, seed: int) -> None:
    walk = random_walk(seed)
    store.log.append("aaaaaaaa", walk.events, UTC)
    summary = export_study(store)
    rows = table(summary.folder)
    made = [event for event in walk.events if isinstance(event, ev.Contributed)]
    assert summary.rows["long"] == len(rows) == len(made)
    assert {
        (
            int(row["group.id_in_subsession"]), int(row["subsession.stage"]),
            int(row["subsession.round_number"]), int(row["player.id_in_group"]) - 1,
            int(row["player.contribution"]), row["player.decided_by"],
        )
        for row in rows
    } == {(e.group, e.stage, e.round, e.seat, e.contribution, e.by) for e in made}  # fmt: skip

    funds: dict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    earned: dict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    for row in rows:
        if row["player.payout"]:
            which = (row["group.id_in_subsession"], row["subsession.stage"])
            given, paid = Decimal(row["player.contribution"]), Decimal(row["player.payout"])
            funds[*which, row["subsession.round_number"]] += paid - Decimal("1.6") * given
            assert Decimal(row["player.payoff"]) == paid + int(row["player.endowment"]) - given
            earned[row["group.id_in_subsession"], row["player.id_in_group"]] += Decimal(
                row["player.payoff"]
            )
    assert set(funds.values()) == {Decimal(0)}, "payouts add up to 1.6 times the contributions"
    for row in rows:
        who = (row["group.id_in_subsession"], row["player.id_in_group"])
        assert Decimal(row["participant.payoff"]) == earned[who]


def test_people_and_votes_stand_with_their_seat(store: Store) -> None:
    walk = random_walk(2)
    store.log.append("aaaaaaaa", walk.events, UTC)
    seats = {(p.group, p.seat): code for code, p in walk.state.participants.items()}
    for row in table(export_study(store).folder):
        group, seat = int(row["group.id_in_subsession"]), int(row["player.id_in_group"]) - 1
        vote = walk.state.groups[group].seats[seat].vote
        assert row["participant.code"] == seats[group, seat]
        assert row["player.vote"] == ("" if vote is None else str(vote))
        assert row["player.role"] == ("head" if seat == 0 else "tail")
        assert row["participant._is_bot"] == "1"
        assert row["player.timeout_happened"] == str(int(row["player.decided_by"] == "timeout"))


def test_pilots_are_kept_apart(store: Store) -> None:
    store.log.append("aaaaaaaa", random_walk(1).events, UTC)
    store.log.append("pilot001", as_pilot(random_walk(1).events), UTC)
    summary = export_study(store)
    assert {row["session.code"] for row in table(summary.folder)} == {"aaaaaaaa"}
    assert summary.pilots_left_out == 1
    both = export_study(store, include_pilots=True)
    rows = table(both.folder)
    assert {(row["session.code"], row["session.is_demo"]) for row in rows} == {
        ("aaaaaaaa", "0"),
        ("pilot001", "1"),
    }
    assert (both.groups, both.pilots_left_out) == (4, 0)
    assert both.rows["long"] == 2 * summary.rows["long"]


def test_labels_cannot_be_run_as_formulas(store: Store) -> None:
    events = [
        dataclasses.replace(event, label="=2+2") if isinstance(event, ev.CheckedIn) else event
        for event in random_walk(1).events
    ]
    store.log.append("aaaaaaaa", events, UTC)
    assert {row["participant.label"] for row in table(export_study(store).folder)} == {"'=2+2"}


def test_imported_groups_have_no_participants(store: Store) -> None:
    stage = PlayedStage(
        1, "theirs", ((10, 4, 4, 4),), ((5, 1, 2, 3),), ((4.4, 4.4, 4.4, 4.4),), ((True,) * 4,)
    )
    group = PlayedGroup("imported-1", 2, "imported", "acquire", (stage,), (None,) * 4)
    file = ImportedFile("theirs.csv", "0" * 64, "plain")
    store.log.append_import("imported", [ev.GroupImported(0, 1, group)], UTC, file)
    first, *_ = table(export_study(store).folder)
    assert first["participant.code"] == first["player.time_decided_ms"] == ""
    assert first["group.mechanism_sha256"] == ""
    assert (first["group.mechanism"], first["player.payout"]) == ("theirs", "4.40")
    assert (first["group.source"], first["group.fund"]) == ("imported", "17.60")


def test_a_reader_exports_while_a_session_runs(store: Store, tmp_path: Path) -> None:
    store.log.append("aaaaaaaa", random_walk(6, steps=40).events, UTC)
    with Store.read(store.folder.path) as reader:
        summary = export_study(reader, tmp_path / "elsewhere")
    assert (summary.folder, summary.groups) == (tmp_path / "elsewhere", 2)
    rows = table(summary.folder)
    assert any(row["player.payout"] == "" for row in rows), "a round is open"


def test_an_empty_study_has_a_header(store: Store) -> None:
    summary = export_study(store)
    assert (summary.rows["long"], summary.groups) == (0, 0)
    assert (summary.folder / "long.csv").read_text(encoding="utf-8").strip() == ",".join(
        LONG_COLUMNS
    )


def test_an_export_that_is_broken_off_leaves_nothing(store: Store, tmp_path: Path) -> None:
    for code in ("aaaaaaaa", "bbbbbbbb"):
        store.log.append(code, random_walk(1).events, UTC)
    told: list[tuple[int, int]] = []

    def break_off(done: int, total: int) -> None:
        told.append((done, total))
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_study(store, tmp_path / "out", on_progress=break_off)
    assert told == [(0, 5), (1, 5)]
    assert not (tmp_path / "out").exists()
