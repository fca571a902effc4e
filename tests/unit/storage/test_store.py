"""The store: what is acknowledged is kept, and the derived tables are what the log says."""

import dataclasses
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from walks import TABLES, Walk, random_walk, small_plan

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import HUNDREDTHS, PAPER_GAME
from hcmd_lab.game.state import Phase
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.storage.codec import decode
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"


def new_store(folder: Path) -> Store:
    store = Store.create(folder, {})
    for number, policy in enumerate(TABLES.values()):
        store.learned.add_mechanism(dataclasses.replace(policy, name=f"mechanism {number}"), {})
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path / "study") as study:
        yield study


def finished_walk(seed: int = 1) -> Walk:
    """A session of one group, played to its end by programs."""
    walk = Walk(small_plan(1, seed))
    walk.check_in()
    for stage in (1, 2, 3):
        walk.play_stage(1)
        if stage == 2:
            walk.vote(1, 1, 1, 2, 1)
            walk.read(1)
    walk.do(ev.SessionClosed(walk.now_ms))
    return walk


# --- laws ------------------------------------------------------------------------------------


@contextmanager
def quick_store() -> Iterator[Store]:
    """A store of its own for one example, whose disk need not keep what it is given."""
    with TemporaryDirectory() as folder, new_store(Path(folder) / "study") as study:
        study._database.sqlite.conn.execute("PRAGMA synchronous = OFF")
        yield study


@settings(max_examples=10)
@given(seed=st.integers(0, 10_000), size=st.sampled_from((1, 3, 20, 1000)))
def test_live_tables_are_what_the_log_makes_them(seed: int, size: int) -> None:
    events = random_walk(seed).events
    with quick_store() as study:
        for start in range(0, len(events), size):
            study.log.append("aaaaaaaa", events[start : start + size], UTC)
        assert study.log.events("aaaaaaaa") == events
        assert study.tables_from_log.differences() == []
        before = list(study._database.sqlite.conn.iterdump())
        study.tables_from_log.rebuild()
        assert sorted(study._database.sqlite.conn.iterdump()) == sorted(before)


@settings(max_examples=20)
@given(seed=st.integers(0, 10_000))
def test_played_groups_are_the_state_machines(seed: int) -> None:
    walk = random_walk(seed)
    rounds = walk.state.plan.game.rounds
    with quick_store() as study:
        study.log.append("aaaaaaaa", walk.events, UTC)
        found = {group.group: group for group in study.tables.played_groups(complete_only=False)}
        complete = {group.group for group in study.tables.played_groups()}
    for number, group in walk.state.groups.items():
        stages = [
            stage for stage in (1, 2, 3) if sum(r.stage == stage for r in group.history) == rounds
        ]
        if group.phase is Phase.VOID or not stages:
            assert f"aaaaaaaa-{number}" not in found
            continue
        played = found[f"aaaaaaaa-{number}"]
        assert [stage.stage for stage in played.stages] == stages
        assert (f"aaaaaaaa-{number}" in complete) == (stages == [1, 2, 3])
        assert played.votes == tuple(seat.vote for seat in group.seats)
        assert played.source == "simulated"
        for stage in played.stages:
            records = [record for record in group.history if record.stage == stage.stage]
            assert stage.contributions == tuple(record.contributions for record in records)
            assert stage.payouts == tuple(
                tuple(paid / HUNDREDTHS for paid in record.payout_hundredths) for record in records
            )


def test_the_log_cannot_be_changed(store: Store) -> None:
    store.log.append("aaaaaaaa", random_walk(1).events, UTC)
    for sql in (
        "UPDATE event SET utc = 'later'",
        "DELETE FROM event",
        "REPLACE INTO event (id, session, at_ms, utc, kind, body) VALUES (1, 'b', 0, '', '', '')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store._database.sqlite.execute(sql)
    assert store.log.events("aaaaaaaa") == random_walk(1).events


def test_a_second_decision_for_a_slot_is_refused(store: Store) -> None:
    walk = Walk(small_plan())
    walk.check_in()
    walk.read(1)
    walk.contribute(1, 0, 1, "first")
    store.log.append("aaaaaaaa", walk.events, UTC)
    first = walk.events[-1]
    assert isinstance(first, ev.Contributed)
    with pytest.raises(sqlite3.IntegrityError):
        store.log.append(
            "aaaaaaaa",
            [ev.Paused(0, 1, "a question"), dataclasses.replace(first, contribution=2)],
            UTC,
        )
    assert store.log.events("aaaaaaaa") == walk.events, "not even the event before it is stored"
    assert store.tables_from_log.differences() == []


def test_a_second_vote_is_refused(store: Store) -> None:
    events = finished_walk().events
    store.log.append("aaaaaaaa", events, UTC)
    with pytest.raises(sqlite3.IntegrityError):
        store.log.append("aaaaaaaa", [ev.VoteCast(0, 1, 0, 2, "participant")], UTC)
    assert store.log.events("aaaaaaaa") == events


def test_events_of_an_unknown_session_are_refused(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.log.append("aaaaaaaa", [ev.Paused(0, 1, "")], UTC)
    assert store.log.events("aaaaaaaa") == []


def append_singly(
    store: Store, events: list[ev.SessionEvent], acknowledged: list[ev.SessionEvent]
) -> None:
    for event in events:
        store.log.append("aaaaaaaa", [event], UTC)
        acknowledged.append(event)


def test_a_full_disk_loses_nothing_that_was_acknowledged(store: Store) -> None:
    events = random_walk(11, groups=3).events
    (pages,) = store._database.sqlite.conn.execute("PRAGMA page_count").fetchone()
    store._database.sqlite.conn.execute(f"PRAGMA max_page_count = {pages + 12}")
    acknowledged: list[ev.SessionEvent] = []
    with pytest.raises(OperatorError, match="is full; free some space and try again"):
        append_singly(store, events, acknowledged)
    stored = len(store.log.events("aaaaaaaa"))
    assert 0 < stored < len(events)
    assert store.log.events("aaaaaaaa") == events[:stored]
    assert acknowledged == events[:stored]
    assert store.tables_from_log.differences() == []
    # Once there is room again, the session goes on where it was.
    store._database.sqlite.conn.execute("PRAGMA max_page_count = 1000000")
    store.log.append("aaaaaaaa", events[stored:], UTC)
    assert store.log.events("aaaaaaaa") == events
    assert store.tables_from_log.differences() == []


# --- sessions and groups ---------------------------------------------------------------------


def test_sessions_and_groups(store: Store) -> None:
    walk = finished_walk()
    store.log.append("bbbbbbbb", walk.events, UTC)
    store.log.append("aaaaaaaa", [ev.SessionOpened(0, small_plan(2))], UTC)
    first, second = store.tables.sessions()
    assert (first.code, first.status, first.closed_utc, first.groups) == (
        "bbbbbbbb", "closed", UTC, 1,
    )  # fmt: skip
    assert (second.code, second.status, second.closed_utc, second.groups) == (
        "aaaaaaaa", "open", None, 2,
    )  # fmt: skip
    assert (first.purpose, first.iteration, first.seed, first.imported) == ("acquire", 1, 1, False)
    assert first.versions["hcmd-lab"]
    played, *waiting = store.tables.groups()
    assert played.plan == walk.state.plan.groups[0]
    assert (played.status, played.source, played.votes, played.by_coin, played.winner) == (
        "complete", "simulated", (3, 1), False, 1,
    )  # fmt: skip
    assert [(g.session, g.number, g.status, g.source, g.votes) for g in waiting] == [
        ("aaaaaaaa", 1, "waiting", "human", None),
        ("aaaaaaaa", 2, "waiting", "human", None),
    ]
    assert store.tables.groups("aaaaaaaa") == waiting


def test_participants_decisions_and_votes(store: Store) -> None:
    walk = finished_walk()
    store.log.append("aaaaaaaa", walk.events, UTC)
    people = store.tables.participants("aaaaaaaa")
    assert {p.code for p in people} == {"p1", "p2", "p3", "p4"}
    assert sorted(p.seat for p in people if p.seat is not None) == [0, 1, 2, 3]
    assert [(v.seat, v.choice) for v in store.tables.votes()] == [(0, 1), (1, 1), (2, 2), (3, 1)]
    decisions = store.tables.decisions()
    assert len(decisions) == 3 * 2 * 4
    assert {d.mechanism_name for d in decisions} <= {"mechanism 0", "mechanism 1"}
    assert store.tables.decisions("bbbbbbbb") == []


def test_own_choice_is_a_participants(store: Store) -> None:
    walk = Walk(small_plan())
    walk.check_in()
    walk.read(1)
    walk.do(ev.SeatDropped(walk.now_ms, 1, 2, "left"))
    walk.contribute(1, 0, 1)
    walk.contribute(1, 1, 1)
    walk.wait(10**6)  # seat 3 runs out of time, as does everybody on every later page
    for _ in range(20):
        walk.wait(10**6)
    walk.do(ev.SessionClosed(walk.now_ms))
    store.log.append("aaaaaaaa", walk.events, UTC)
    (group,) = store.tables.played_groups()
    assert group.stages[0].own_choice == ((True, True, False, False), (False,) * 4)
    assert group.votes == (None,) * 4


def test_who_plays_and_what_counts(store: Store) -> None:
    bots = finished_walk().events
    people = [
        dataclasses.replace(event, is_bot=False) if isinstance(event, ev.CheckedIn) else event
        for event in bots
    ]
    opened = bots[0]
    assert isinstance(opened, ev.SessionOpened)

    def planned(**changes: object) -> ev.SessionOpened:
        return dataclasses.replace(opened, plan=dataclasses.replace(opened.plan, **changes))

    store.log.append("aaaaaaaa", bots, UTC)
    store.log.append("bbbbbbbb", people, UTC)
    store.log.append("pilot001", [planned(purpose="pilot"), *bots[1:]], UTC)
    store.log.append("evaluate", [planned(purpose="evaluate", iteration=2), *bots[1:]], UTC)
    found = {group.group: group for group in store.tables.played_groups()}
    assert {name: group.source for name, group in found.items()} == {
        "aaaaaaaa-1": "simulated",
        "bbbbbbbb-1": "human",
        "evaluate-1": "simulated",
    }
    assert [g.group for g in store.tables.played_groups(iterations=(2,))] == ["evaluate-1"]
    assert [g.group for g in store.tables.played_groups(purposes=("pilot",))] == ["pilot001-1"]
    assert found["bbbbbbbb-1"].stages[0].mechanism in ("mechanism 0", "mechanism 1")


def test_stages_that_were_cut_short_are_left_out(store: Store) -> None:
    walk = Walk(small_plan(2))
    walk.check_in(8)
    walk.play_stage(1)
    walk.read(1)
    walk.play_round(1)
    walk.read(2)
    walk.play_round(2)
    store.log.append("aaaaaaaa", walk.events, UTC)
    assert store.tables.played_groups() == []
    (group,) = store.tables.played_groups(complete_only=False)
    assert (group.group, [stage.stage for stage in group.stages]) == ("aaaaaaaa-1", [1])


def test_a_mechanism_without_a_name_keeps_its_hash(tmp_path: Path) -> None:
    with Store.create(tmp_path / "study", {}) as store:
        store.log.append("aaaaaaaa", finished_walk().events, UTC)
        (group,) = store.tables.played_groups()
        assert {stage.mechanism for stage in group.stages} <= set(TABLES)


def test_ending_a_group_on_its_last_page_cuts_nothing_short(store: Store) -> None:
    events = finished_walk().events
    last = max(i for i, event in enumerate(events) if isinstance(event, ev.FundDivided))
    now = events[last].at_ms
    endings: dict[str, ev.Ending] = {"aaaaaaaa": "ended_early", "bbbbbbbb": "void"}
    for code, ending in endings.items():
        store.log.append(code, [*events[: last + 1], ev.GroupEnded(now, 1, ending, "late")], UTC)
    assert [group.status for group in store.tables.groups()] == ["complete", "void"]


# --- the clock -------------------------------------------------------------------------------


def test_the_clock_is_the_later_of_note_and_event(store: Store) -> None:
    assert store.log.clock("aaaaaaaa") == 0
    store.log.append("aaaaaaaa", [ev.SessionOpened(5, small_plan())], UTC)
    assert store.log.clock("aaaaaaaa") == 5
    store.log.set_clock("aaaaaaaa", 900)
    store.log.set_clock("aaaaaaaa", 800)
    assert store.log.clock("aaaaaaaa") == 900
    store.log.append("aaaaaaaa", [ev.HostResumed(1000)], UTC)
    assert store.log.clock("aaaaaaaa") == 1000


# --- the log ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "body", "sentence"),
    [
        ("Teleported", "{}", "of the unknown kind Teleported; open the study with the version"),
        ("HostResumed", '{"at_ms": "soon"}', r"\(HostResumed\) is damaged"),
        ("HostResumed", '{"at_ms": 1', r"\(HostResumed\) is damaged"),
    ],
)
def test_an_event_that_cannot_be_read(store: Store, kind: str, body: str, sentence: str) -> None:
    store._database.sqlite.conn.execute(
        "INSERT INTO event (session, at_ms, utc, kind, body) VALUES ('a', 0, '', ?, ?)",
        (kind, body),
    )
    with pytest.raises(OperatorError, match=sentence):
        store.log.events("a")


def test_what_is_done_about_a_session_can_be_looked_up(store: Store) -> None:
    happened = [
        ev.CheckedIn(1, "p1", "s1", "", False),
        ev.TimeCalled(2, 1),
        ev.StopAfterRound(3, 1, True),
        ev.StopAfterRound(4, 1, False),
        ev.MessageSent(5, "p1", "Please sit still."),
        ev.MessageRead(6, "p1", "n1"),
        ev.ExitTried(7, "s1", False),
        ev.ExitTried(8, "s1", True),
    ]
    store.log.append("aaaaaaaa", [ev.SessionOpened(0, small_plan()), *happened], UTC)
    rows = store._database.sqlite.conn.execute(
        "SELECT at_ms, kind, group_number, station, participant, reason FROM incident"
    )
    assert rows.fetchall() == [
        (2, "time_called", 1, None, None, None),
        (3, "stop_after_round", 1, None, None, None),
        (4, "stop_withdrawn", 1, None, None, None),
        (5, "message_sent", None, None, "p1", "Please sit still."),
        (6, "message_read", None, None, "p1", None),
        (7, "exit_refused", None, "s1", None, None),
        (8, "exit_granted", None, "s1", None, None),
    ]


def test_events_of_the_first_versions_are_read(store: Store) -> None:
    store.log.append("aaaaaaaa", [ev.SessionOpened(0, small_plan()), ev.Paused(1, 1, "why")], UTC)
    connection = store._database.sqlite.conn
    logged = connection.execute("SELECT kind, body FROM event ORDER BY id").fetchall()
    opened, paused = (json.loads(body) for _, body in logged)
    for name in ("dropout", "dropout_s"):
        del opened["plan"]["settings"][name]
    del paused["automatic"]
    assert decode(1, "SessionOpened", json.dumps(opened)) == ev.SessionOpened(0, small_plan())
    assert decode(2, "Paused", json.dumps(paused)) == ev.Paused(1, 1, "why")


def test_the_whole_log_with_its_times(store: Store) -> None:
    store.log.append("aaaaaaaa", [ev.SessionOpened(0, small_plan())], UTC)
    store.log.append("bbbbbbbb", [ev.SessionOpened(0, small_plan())], UTC)
    logged = list(store.log.logged_events())
    assert [(item.id, item.session, item.utc) for item in logged] == [
        (1, "aaaaaaaa", UTC),
        (2, "bbbbbbbb", UTC),
    ]


# --- imports ---------------------------------------------------------------------------------

STAGE = PlayedStage(
    1,
    "theirs",
    ((10, 4, 4, 4),),
    ((5, 1, 2, 3),),
    ((4.4, 4.4, 4.4, 4.4),),
    ((True, True, False, True),),
)
GROUP = PlayedGroup("imported-1", 2, "imported", "acquire", (STAGE,), (None, 1, None, 2))
FILE = ImportedFile("theirs.csv", "0" * 64, "plain")


def test_imported_groups_come_back_as_they_were(store: Store) -> None:
    store.log.append_import("imported", [ev.GroupImported(0, 1, GROUP)], UTC, FILE)
    assert store.tables.played_groups() == [GROUP]
    (session,) = store.tables.sessions()
    assert (session.imported, session.status, session.seed) == (True, "closed", None)
    (row,) = store.tables.groups()
    assert (row.source, row.status, row.plan, row.mechanisms, row.tail_endowment) == (
        "imported", "complete", None, ("theirs", ""), 4,
    )  # fmt: skip
    assert store.tables_from_log.differences() == []


def test_tails_that_differ_have_no_tail_endowment(store: Store) -> None:
    uneven = dataclasses.replace(STAGE, endowments=((10, 4, 5, 6),))
    group = dataclasses.replace(GROUP, stages=(uneven,))
    store.log.append_import("imported", [ev.GroupImported(0, 1, group)], UTC, FILE)
    assert store.tables.groups()[0].tail_endowment == 0


def test_a_file_is_imported_once(store: Store) -> None:
    store.log.append_import("imported", [ev.GroupImported(0, 1, GROUP)], UTC, FILE)
    with pytest.raises(OperatorError, match="has already been imported, as session imported"):
        store.log.append_import("again000", [ev.GroupImported(0, 1, GROUP)], UTC, FILE)
    assert [session.code for session in store.tables.sessions()] == ["imported"]


# --- mechanisms and runs ---------------------------------------------------------------------


def test_mechanisms_are_kept_by_their_hash(store: Store) -> None:
    first = next(iter(TABLES))
    policy = store.learned.mechanism(first)
    assert (policy.sha256, policy.name) == (first, "mechanism 0")
    store.learned.add_mechanism(dataclasses.replace(policy, name="again"), {"n": 2})
    rows = store.learned.mechanisms()
    assert [(row.sha256, row.name, row.provenance) for row in rows] == [
        (sha256, f"mechanism {number}", {}) for number, sha256 in enumerate(TABLES)
    ]
    assert rows[0].created_utc.endswith("+00:00")


def test_a_mechanism_that_is_missing_or_damaged(store: Store) -> None:
    with pytest.raises(OperatorError, match="has no mechanism ffffffffffff"):
        store.learned.mechanism("f" * 64)
    store._database.sqlite.conn.execute("UPDATE mechanism SET bytes = x'00'")
    store._database.sqlite.conn.commit()
    with pytest.raises(OperatorError, match=r"The mechanism mechanism 0 .* is damaged"):
        store.learned.mechanism(next(iter(TABLES)))


def test_the_rows_of_a_table_are_summed_once_and_its_hash_is_found_each_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next(iter(TABLES))
    read, summed = store.learned.mechanism(first), []
    monkeypatch.setattr(FrozenPolicy, "__post_init__", lambda table: summed.append(table.name))
    assert store.learned.mechanism(first) == read
    assert summed == []
    store.learned.rename_mechanism(first, "another name")
    assert store.learned.mechanism(first).name == "another name"
    store._database.sqlite.conn.execute("UPDATE mechanism SET bytes = x'00'")
    store._database.sqlite.conn.commit()
    with pytest.raises(OperatorError, match="is damaged"):
        store.learned.mechanism(first)


def test_runs(store: Store) -> None:
    job = InitialiseJob(game=PAPER_GAME, seed=3)
    result = InitialiseResult(checkpoint="c", frozen="f")
    first = store.learned.add_run("initialise", 0, job, result, UTC, UTC)
    second = store.learned.add_run("model", 1, job, result, UTC, UTC, {"torch": "2"})
    assert [run.id for run in store.learned.runs()] == [first, second]
    (run,) = store.learned.runs("model")
    assert (run.job, run.result, run.iteration, run.versions) == (job, result, 1, {"torch": "2"})
    assert store.learned.runs("initialise")[0].versions["hcmd-lab"]


def test_a_run_of_another_version(store: Store) -> None:
    store.learned.add_run(
        "x",
        0,
        InitialiseJob(game=PAPER_GAME, seed=3),
        InitialiseResult(checkpoint="", frozen=""),
        "",
        "",
    )
    store._database.sqlite.conn.execute("""UPDATE run SET job = '{"type": "dance"}'""")
    store._database.sqlite.conn.commit()
    with pytest.raises(OperatorError, match=r"Run 1 \(x\) .* cannot be read"):
        store.learned.runs()


# --- facts -----------------------------------------------------------------------------------


def test_facts(store: Store) -> None:
    assert store.facts.get("colour") is None
    assert store.facts.get("colour", "red") == "red"
    store.facts.set("colour", {"rgb": [1, 2, 3]})
    store.facts.set("colour", ["blue"])
    assert store.facts.get("colour", "red") == ["blue"]


# --- upkeep ----------------------------------------------------------------------------------


def test_differences_are_named(store: Store) -> None:
    store.log.append("aaaaaaaa", finished_walk().events, UTC)
    store._database.sqlite.conn.execute("UPDATE decision SET contribution = 0")
    store._database.sqlite.conn.execute("DELETE FROM vote WHERE seat = 0")
    store._database.sqlite.conn.commit()
    lines = [str(each) for each in store.tables_from_log.differences()]
    assert any(line.startswith("table vote: the row") and "is missing" in line for line in lines)
    assert any("further rows not in the log" in line for line in lines)
    store.tables_from_log.rebuild()
    assert store.tables_from_log.differences() == []


def test_damages_are_named(store: Store) -> None:
    assert store.damages() == []
    connection = store._database.sqlite.conn
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("INSERT INTO vote VALUES ('nobody', 1, 0, 1, 'participant', 0, 0)")
    connection.commit()
    assert [str(each) for each in store.damages()] == ["table vote: row None refers to nothing"]


def test_packages_that_left_no_record_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hcmd_lab.storage.versions._PACKAGES", ("no such package",))
    with Store.create(tmp_path / "study", {}) as study:
        study.log.append("aaaaaaaa", [ev.SessionOpened(0, small_plan())], UTC)
        assert set(study.tables.sessions()[0].versions) == {
            "hcmd-lab",
            "python",
            "system",
            "sqlite",
        }


def test_pictures_are_kept_by_their_hash(store: Store) -> None:
    sha256 = hashlib.sha256(b"a picture").hexdigest()
    assert store.learned.picture(sha256) is None
    store.learned.add_picture(b"a picture")
    store.learned.add_picture(b"a picture")
    assert store.learned.pictures() == [sha256]
    assert store.learned.picture(sha256) == b"a picture"
    with store._database.writing() as connection:
        connection.execute("UPDATE picture SET bytes = x'00'")
    assert store.learned.picture(sha256) is None


def test_a_transaction_stores_everything_or_nothing(store: Store) -> None:
    def half() -> None:
        with store.transaction():
            store.facts.set("a", 1)
            store.learned.add_picture(b"a picture")
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        half()
    assert (store.facts.get("a"), store.learned.pictures()) == (None, [])
