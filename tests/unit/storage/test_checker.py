"""The checker finds what is wrong, and nothing where nothing is."""

import dataclasses
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from scripted import EVERYTHING, come_to_the_game, scripted
from walks import TABLES, random_walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.storage.checker import check_study as findings_of
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"
CODE = "aaaaaaaa"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "study", {}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        yield store


@pytest.fixture
def store(empty: Store) -> Store:
    empty.log.append(CODE, random_walk(4).events, UTC)
    return empty


def check_study(store: Store, acknowledged: Collection[str] = ()) -> list[str]:
    """The findings in English."""
    return [str(finding) for finding in findings_of(store, acknowledged)]


def tamper(store: Store, *statements: str) -> None:
    """Change what nothing in the program changes."""
    for sql in statements:
        store._database.sqlite.conn.execute(sql)
    store._database.sqlite.conn.commit()


def unlock_log(store: Store) -> None:
    tamper(
        store,
        "PRAGMA foreign_keys = OFF",
        "DROP TRIGGER event_is_never_updated",
        "DROP TRIGGER event_is_never_deleted",
    )


def nonces(store: Store) -> list[str]:
    return [
        event.nonce
        for event in store.log.events(CODE)
        if isinstance(event, ev.Contributed) and event.nonce
    ]


@pytest.mark.parametrize("seed", range(12))
def test_a_sound_study(empty: Store, seed: int) -> None:
    for number, walk in enumerate((random_walk(seed), random_walk(seed + 100, steps=60))):
        empty.log.append(f"session{number}", walk.events, UTC)
    assert check_study(empty) == []


def test_what_a_check_made_anew_is_let_go_with_the_study(store: Store) -> None:
    with Store.read(store.folder.path) as reader:
        assert check_study(reader) == []
        made = reader.tables_from_log._replayed
        assert made is not None
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made._made.execute("SELECT 1")


def test_a_study_is_checked_while_it_is_open(store: Store) -> None:
    with Store.read(store.folder.path) as reader:
        assert check_study(reader, nonces(store)) == []


def test_a_confirmed_decision_that_is_lost(store: Store) -> None:
    assert check_study(store, [*nonces(store), "lost"]) == [
        "the confirmed decision lost is not in the log"
    ]


def test_a_decision_that_is_stored_twice(store: Store) -> None:
    unlock_log(store)
    tamper(
        store,
        "INSERT INTO event (session, at_ms, utc, kind, body) SELECT session, at_ms, utc, kind, "
        "body FROM event WHERE kind = 'Contributed' AND body LIKE '%\"nonce\":\"n%' LIMIT 1",
    )
    findings = check_study(store)
    assert any("contradicts earlier ones: UNIQUE" in line for line in findings)
    assert any("its log cannot be replayed" in line for line in findings)
    assert any("2 times in the log" in line for line in findings)


def test_a_decision_that_was_changed(store: Store) -> None:
    tamper(store, "UPDATE decision SET contribution = (contribution + 1) % (endowment + 1)")
    findings = check_study(store)
    assert any("table decision: the row" in line for line in findings)
    assert any("seat 0 stands as" in line for line in findings)
    assert any("do not add up to the fund" in line for line in findings)


def test_coins_that_vanish(store: Store) -> None:
    tamper(store, "UPDATE outcome SET payout_hundredths = 0 WHERE seat = 0 AND stage = 1")
    assert any("payouts of" in line for line in check_study(store))


def test_coins_that_change_hands(store: Store) -> None:
    """The sum is right and the seats are not."""
    tamper(
        store,
        "UPDATE outcome SET payout_hundredths = payout_hundredths + CASE seat WHEN 0 THEN -1 "
        "WHEN 1 THEN 1 ELSE 0 END WHERE group_number = 2 AND stage = 1 AND round_number = 1",
    )
    findings = check_study(store)
    assert not any("do not add up to the fund" in line for line in findings)
    assert any("not those that the mechanism's weights give" in line for line in findings)


def test_weights_that_are_not_the_mechanisms(store: Store) -> None:
    tamper(store, "UPDATE outcome SET weight_units = 250000001")
    findings = check_study(store)
    assert any("do not add up to one" in line for line in findings)
    assert any("by the mechanism's table" in line for line in findings)


def test_a_mechanism_that_is_gone_or_damaged(store: Store) -> None:
    tamper(store, "UPDATE mechanism SET bytes = x'00'")
    assert any("is damaged" in line for line in check_study(store))
    tamper(store, "DELETE FROM mechanism")
    assert any("does not have its mechanism" in line for line in check_study(store))


def test_an_impossible_contribution(store: Store) -> None:
    tamper(store, "UPDATE decision SET endowment = 99, contribution = 99")
    assert any("are impossible" in line for line in check_study(store))


def test_a_log_that_cannot_be_replayed(store: Store) -> None:
    unlock_log(store)
    tamper(store, "DELETE FROM event WHERE kind = 'Advanced'")
    assert any("its log cannot be replayed" in line for line in check_study(store))


def test_people_votes_and_endings_that_were_changed(store: Store) -> None:
    tamper(
        store,
        "UPDATE participant SET station = 'elsewhere' WHERE code = 'p1'",
        "DELETE FROM participant WHERE code = 'p2'",
        "UPDATE session_group SET votes_1 = 7, votes_2 = 9, status = 'waiting'",
    )
    findings = check_study(store)
    assert any("participant p1 is at ('elsewhere'" in line for line in findings)
    assert any("participant p2 is at None" in line for line in findings)
    assert any("the vote stands as (7, 9)" in line for line in findings)
    assert any("it stands as waiting" in line for line in findings)


def test_an_event_that_cannot_be_read(store: Store) -> None:
    unlock_log(store)
    tamper(store, "UPDATE event SET kind = 'Teleported' WHERE id = 3")
    found = check_study(store)
    assert found[-1] == (
        "Event 3 of the study is of the unknown kind Teleported; open the study with the version "
        "of HCMD Lab that wrote it."
    )
    assert any(line.startswith("event 3 does not follow") for line in found)


def test_a_damaged_file_is_searched_no_further(store: Store) -> None:
    tamper(store, "PRAGMA foreign_keys = OFF", "DELETE FROM session")
    assert all("refers to nothing" in line for line in check_study(store))


def test_a_round_that_is_open_is_compared_too(empty: Store) -> None:
    walk = random_walk(5, groups=1, steps=30)
    empty.log.append(CODE, walk.events, UTC)
    opened = dataclasses.replace(small_plan(), groups=())
    empty.log.append("bbbbbbbb", [ev.SessionOpened(0, opened)], UTC)
    assert check_study(empty) == []
    tamper(empty, "DELETE FROM outcome", "DELETE FROM decision")
    assert any("stands as None, by the log it is" in line for line in check_study(empty))


def test_practice_is_in_no_table_and_that_is_no_fault(empty: Store) -> None:
    """While groups practise, and where one has ended there."""
    walk = scripted(replace(EVERYTHING, practice_rounds=2))
    come_to_the_game(walk)
    walk.read(1)
    stored = 0

    def check() -> list[str]:
        nonlocal stored
        empty.log.append(CODE, walk.events[stored:], UTC)
        stored = len(walk.events)
        return check_study(empty)

    walk.contribute(1, 0, 1)
    assert check() == []
    for seat in (1, 2, 3):
        walk.contribute(1, seat, 1)
    assert check() == []
    walk.do(ev.GroupEnded(walk.now_ms, 1, "ended_early", "fire alarm"))
    assert check() == []
