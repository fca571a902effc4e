"""Labels stand apart and can be deleted; who withdraws is in no export and teaches nothing."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from walks import TABLES, Walk, random_walk, small_plan

from hcmd_lab.export.event_log import event_lines
from hcmd_lab.export.session_data import read_around, read_session
from hcmd_lab.export.study_export import export_study
from hcmd_lab.game import events as ev
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "study", {}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        store.log.append("aaaaaaaa", labelled(played()).events, UTC)
    return tmp_path / "study"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with Store.open(folder) as opened:
        yield opened


def played() -> Walk:
    walk = Walk(small_plan())
    walk.check_in()
    walk.play_stage(1)
    walk.play_stage(1)
    walk.vote(1, 1, 1, 2, 2)
    walk.read(1)
    walk.play_stage(1)
    return walk


def labelled(walk: Walk) -> Walk:
    walk.events = [
        replace(event, label=f"Ann {event.participant}")
        if isinstance(event, ev.CheckedIn)
        else event
        for event in walk.events
    ]
    return walk


def everything(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.glob("study.db*")))


def test_labels_come_back_with_the_log_and_are_not_in_it(store: Store, folder: Path) -> None:
    people = [event for event in store.log.events("aaaaaaaa") if isinstance(event, ev.CheckedIn)]
    assert [person.label for person in people] == [f"Ann p{n}" for n in range(1, 5)]
    assert [row.label for row in store.tables.participants()] == [f"Ann p{n}" for n in range(1, 5)]
    bodies = store._database.sqlite.conn.execute("SELECT body FROM event WHERE kind = 'CheckedIn'")
    assert {json.loads(body)["label"] for (body,) in bodies} == {""}


def test_a_purge_leaves_no_trace_in_the_files(folder: Path) -> None:
    assert b"Ann p1" in everything(folder)
    with Store.open(folder) as store:
        assert store.private.purge_labels("", UTC, "over") == 4
        assert {row.label for row in store.tables.participants()} == {""}
        assert check_study(store) == []
        assert b"Ann p1" not in everything(folder)
    with Store.read(folder) as store:
        assert [(row.act, row.reason) for row in store.private.audit()] == [
            ("labels_purged", "over")
        ]


def test_one_session_alone_can_be_purged(store: Store) -> None:
    store.log.append("bbbbbbbb", labelled(played()).events, UTC)
    assert store.private.purge_labels("bbbbbbbb", UTC, "over") == 4
    labels = {(row.session, row.label) for row in store.tables.participants()}
    assert ("bbbbbbbb", "") in labels
    assert ("aaaaaaaa", "Ann p1") in labels


def test_whoever_withdraws_is_in_no_export(store: Store, tmp_path: Path) -> None:
    before = export_study(store, tmp_path / "before")
    store.private.withdraw("aaaaaaaa", "p2", UTC, "asked for it")
    after = export_study(store, tmp_path / "after")
    assert before.rows["participants"] == after.rows["participants"] + 1
    assert before.rows["long"] == after.rows["long"] + 6
    assert before.rows["votes"] == after.rows["votes"] + 1
    assert before.rows["payments"] == after.rows["payments"] + 1
    for file in (tmp_path / "after").glob("*.*"):
        text = file.read_text(encoding="utf-8")
        assert "Ann p2" not in text
        assert '"p2"' not in text
        assert ",p2," not in text


def test_the_funds_of_the_others_stay_what_they_were(store: Store) -> None:
    (session,) = store.tables.sessions()
    before = read_session(store, session, read_around(store, with_labels=True)).funds
    store.private.withdraw("aaaaaaaa", "p2", UTC, "asked for it")
    after = read_session(store, session, read_around(store, with_labels=True))
    assert after.funds == before
    ((group, seat),) = after.withdrawn_seats
    assert seat is not None
    lines = [json.loads(line) for line in event_lines([after])]
    divided = [line["details"] for line in lines if line["kind"] == "FundDivided"]
    assert divided
    assert all(each["payout_hundredths"][seat] is None for each in divided)
    assert not [line for line in lines if line["details"].get("seat") == seat]
    assert group == 1


def test_models_do_not_learn_from_whoever_has_withdrawn(store: Store) -> None:
    seat = next(row.seat for row in store.tables.participants() if row.code == "p2")
    assert seat is not None
    store.private.withdraw("aaaaaaaa", "p2", UTC, "asked for it")
    (group,) = store.tables.played_groups()
    for stage in group.stages:
        for own in stage.own_choice:
            assert [n for n, mine in enumerate(own) if not mine] == [seat]
    assert group.votes[seat] is None
    assert None not in [vote for n, vote in enumerate(group.votes) if n != seat]


def test_labels_of_an_older_study_are_taken_out_of_its_log(folder: Path) -> None:
    connection = sqlite3.connect(folder / "study.db")
    connection.executescript("""
        DROP TRIGGER event_is_never_updated;
        UPDATE event SET body = json_set(body, '$.label', 'Old ' || json_extract(body,
            '$.participant')) WHERE kind = 'CheckedIn';
        CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
        DROP TABLE person_label;
        DROP TABLE privacy;
        DROP TABLE guest;
        DROP TABLE picture;
        DROP TABLE fingerprint;
        DROP TABLE fingerprint_key;
        DROP TABLE chain;
        DROP TABLE seal;
        ALTER TABLE run DROP COLUMN set_aside_utc;
        DELETE FROM _sqlite_migrations WHERE name NOT IN ('first_format', 'script_tables');
        PRAGMA user_version = 2;
    """)
    connection.close()
    (folder / "study.mark").unlink()
    with Store.open(folder) as store:
        assert {row.label for row in store.tables.participants()} == {
            f"Old p{n}" for n in range(1, 5)
        }
        bodies = store._database.sqlite.conn.execute(
            "SELECT body FROM event WHERE kind = 'CheckedIn'"
        )
        assert {json.loads(body)["label"] for (body,) in bodies} == {""}
        assert check_study(store) == []
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store._database.sqlite.conn.execute("UPDATE event SET utc = ''")


def test_a_random_session_is_the_same_after_it_was_stored(store: Store) -> None:
    walk = labelled(random_walk(3))
    store.log.append("cccccccc", walk.events, UTC)
    assert store.log.events("cccccccc") == walk.events


def test_a_participant_list_keeps_its_order_and_goes_with_the_labels(store: Store) -> None:
    store.private.add_participant_list("aaaaaaaa", ["Zoe", "Ann p1", "Bob"])
    store.private.add_participant_list("aaaaaaaa", ["Bob", "Carl"])
    assert store.private.participant_list("aaaaaaaa") == ("Zoe", "Ann p1", "Bob", "Carl")
    store.private.withdraw("aaaaaaaa", "p1", UTC, "asked for it")
    assert store.private.participant_list("aaaaaaaa") == ("Zoe", "Bob", "Carl")
    store.private.purge_labels("aaaaaaaa", UTC, "over")
    assert store.private.participant_list("aaaaaaaa") == ()
