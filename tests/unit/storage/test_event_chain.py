"""The chain of digests finds every change of the log, and a second program that writes to it."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tampering import tamper
from walks import TABLES, random_walk

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.event_chain import link
from hcmd_lab.storage.store import Store

CODE, UTC = "aaaaaaaa", "2030-01-02T03:04:05.678+00:00"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chain") / "study"
    with Store.create(folder, {}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        store.log.append(CODE, random_walk(4).events, UTC)
    return folder


@pytest.fixture
def study(played: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(played, tmp_path / "study"))


def findings(study: Path) -> list[str]:
    (study / "study.mark").unlink(missing_ok=True)  # of which other tests speak
    with Store.read(study) as store:
        told = [str(finding) for finding in check_study(store)]
    return [each for each in told if "study.mark" not in each]


def test_an_untouched_log_holds(study: Path) -> None:
    assert findings(study) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET utc = '2031' WHERE id = 7",
        "UPDATE event SET at_ms = at_ms + 1 WHERE id = 7",
        "UPDATE event SET body = body || ' ' WHERE id = 7",
        "DELETE FROM event WHERE id = 7",
        "UPDATE chain SET digest = replace(digest, 'a', 'b') WHERE event_id = 7",
    ],
)
def test_every_change_is_found(study: Path, change: str) -> None:
    tamper(study, change)
    assert any(line.startswith(("event 7 ", "event 8 ")) for line in findings(study))


def test_what_was_cut_off_the_end_is_found_by_the_mark(study: Path) -> None:
    tamper(
        study,
        "DELETE FROM event WHERE id > 20",
        "DELETE FROM chain WHERE event_id > 20",
        "DELETE FROM software WHERE event_id > 20",
    )
    with pytest.raises(OperatorError, match=r"lacks \d+ events that were saved"):
        Store.read(study)


def test_a_log_made_anew_is_not_the_one_that_was_marked(study: Path) -> None:
    """Whoever links the changed log again still does not have the digests on paper."""
    with Store.read(study) as store:
        before = store.log.head()
    tamper(study, "UPDATE event SET utc = '2031' WHERE id = 7")
    connection = sqlite3.connect(study / "study.db")
    rows = connection.execute("SELECT id, session, at_ms, utc, kind, body FROM event ORDER BY id")
    digest, linked = "", []
    for event_id, *event in rows.fetchall():
        digest = link(digest, event_id, *event)
        linked.append(f"REPLACE INTO chain VALUES ({event_id}, '{digest}')")  # noqa: S608
    connection.close()
    tamper(study, *linked)
    with pytest.raises(OperatorError, match="is not the one that was saved"):
        Store.read(study)
    (study / "study.mark").unlink()
    with Store.read(study) as store:
        assert store.log.head() != before


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=3), min_size=2, max_size=2), st.integers(0, 3))
def test_no_two_rows_run_together(parts: list[str], moved: int) -> None:
    first, second = parts
    joined = first + second
    other = [joined[:moved], joined[moved:]]
    same = link("", 1, *parts) == link("", 1, *other)
    assert same == (parts == other)


def test_a_second_writer_is_noticed_before_anything_is_stored(study: Path) -> None:
    with Store.open(study) as store:
        more = random_walk(5).events
        store.log.append("bbbbbbbb", more[:3], UTC)
        # Another computer, whose lock of the file does not reach this one.
        other = sqlite3.connect(study / "study.db")
        other.execute(
            "INSERT INTO event (session, at_ms, utc, kind, body) "
            "SELECT 'cccccccc', at_ms, utc, kind, body FROM event WHERE id = 1"
        )
        other.execute("INSERT INTO chain SELECT max(id), printf('%064d', 1) FROM event")
        other.commit()
        other.close()
        with pytest.raises(OperatorError, match="Another program has written"):
            store.log.append("bbbbbbbb", more[3:4], UTC)
        assert len(store.log.events("bbbbbbbb")) == 3


def test_what_an_outer_transaction_undoes_is_not_remembered(study: Path) -> None:
    with Store.open(study) as store:
        more = random_walk(5).events
        with contextlib.suppress(ValueError), store.transaction():
            store.log.append("bbbbbbbb", more[:3], UTC)
            raise ValueError
        store.log.append("bbbbbbbb", more[:3], UTC)
        assert check_study(store) == []
