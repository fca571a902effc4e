# ruff: noqa: S608 - names of our own tables
"""A study that another program has changed in any one cell is never called intact.

Every column of every table is covered by something that the check looks at, or its table is named
here and in docs/security.md as one whose changes leave no trace.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from imported_groups import import_a_group
from studies import drawn_picture, playable_study
from tampering import tamper

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind, add_to_log
from hcmd_lab.study.whole import check_whole

DOCS = Path(__file__).parents[2] / "docs"
UTC = "2026-01-02T03:04:05.678+00:00"
UNSEEN = {
    "person_label": "labels",
    "guest": "participant lists",
    "fingerprint": "fingerprints",
    "station": "pairings of an earlier version",
    "clock": "the clock of an open session",
    "_sqlite_migrations": "the list of steps to the newest format",
}
"""Tables whose changes leave no trace, by what docs/security.md calls them."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study with rows in every table that the program writes and no replay makes."""
    folder = playable_study(tmp_path_factory.mktemp("sound") / "study", 8, own_game={"rounds": 2})
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
        import_a_group(store, UTC)
        store.learned.add_picture(drawn_picture())
        person = store.tables.participants()[0]
        store.private.withdraw(person.session, person.code, UTC, "asked")
        add_to_log(store.facts, LogKind.TAKEN_AGAIN, run=1, step="model", iteration=1)
    return folder


@pytest.fixture(scope="module")
def checked(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> "Checked":
    return Checked(sound, tmp_path_factory.mktemp("changed") / "study")


class Checked:
    """What the check says of a study after a change by another program; None if none was made."""

    def __init__(self, sound: Path, place: Path) -> None:
        self._sound, self._place = sound, place

    def after(self, *statements: str) -> list[str] | None:
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._sound, self._place)
        changed = tamper(self._place, "PRAGMA ignore_check_constraints = ON", *statements)
        if statements and not changed:
            return None  # it would have made two rows of one name
        try:
            with Store.read(self._place) as store:
                return [str(finding) for finding in check_whole(Study(store))]
        except OperatorError as error:
            return [str(error)]


def tables(study: Path) -> dict[str, list[str]]:
    """The columns of each table that has rows."""
    with closing(sqlite3.connect(study / "study.db")) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            table: [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
            for (table,) in names
            if connection.execute(f"SELECT 1 FROM {table}").fetchone()
        }


def first_cells(study: Path, table: str, column: str) -> list[Any]:
    """The different things that a column holds: of notes by name, each; else the first."""
    most = 100 if table == "study" else 1
    with closing(sqlite3.connect(study / "study.db")) as connection:
        rows = connection.execute(f"SELECT DISTINCT {column} FROM {table} LIMIT {most}")
        return [cell for (cell,) in rows]


def others(cell: Any) -> Iterator[Any]:
    """What could stand in a cell's place and is read without complaint, as far as one can tell."""
    match cell:
        case None:
            yield 1
        case int() | float():
            yield cell + 1
        case bytes():
            yield cell[:-1] + bytes([cell[-1] ^ 1])
        case str():
            yield from other_texts(cell)
        case _:
            raise TypeError(cell)


def other_texts(text: str) -> Iterator[str]:
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if isinstance(value, dict | list) and value:
        yield from (json.dumps(other) for other in other_values(value))
    elif isinstance(value, bool | int | float):
        yield json.dumps(not value if isinstance(value, bool) else value + 1)
    else:
        yield text[:-1] + ("0" if text[-1:] != "0" else "1")


def other_values(value: Any) -> Iterator[Any]:
    """A value of JSON with another leaf, one at a time."""
    match value:
        case dict():
            for name, part in value.items():
                yield from (value | {name: other} for other in other_values(part))
        case list():
            for number, part in enumerate(value[:2]):
                yield from (
                    [*value[:number], other, *value[number + 1 :]] for other in other_values(part)
                )
        case bool():
            yield not value
        case int() | float():
            yield value + 1
        case str():
            yield f"{value}x"
        case _:
            yield 1


def quoted(cell: Any) -> str:
    match cell:
        case bytes():
            return f"x'{cell.hex()}'"
        case str():
            return "'" + cell.replace("'", "''") + "'"
        case _:
            return "NULL" if cell is None else str(cell)


def test_it_is_intact_before(checked: Checked) -> None:
    assert checked.after() == []


def test_a_change_of_any_cell_is_found(sound: Path, checked: Checked) -> None:
    missed = []
    for table, columns in tables(sound).items():
        if table in UNSEEN:
            continue
        for column in columns:
            for cell in first_cells(sound, table, column):
                for other in others(cell):
                    found = checked.after(
                        f"UPDATE OR IGNORE {table} SET {column} = {quoted(other)} "
                        f"WHERE {column} IS {quoted(cell)}"
                    )
                    if found == []:
                        missed.append((table, column, cell, other))
    assert not missed


def test_a_row_that_is_taken_out_is_found(sound: Path, checked: Checked) -> None:
    covered = [table for table in tables(sound) if table not in UNSEEN]
    assert len(covered) > 12
    assert [each for each in covered if checked.after(f"DELETE FROM {each}") == []] == []


def test_a_table_that_is_taken_out_is_found(sound: Path, tmp_path: Path) -> None:
    for table in tables(sound):
        place = tmp_path / table
        shutil.copytree(sound, place)
        with closing(sqlite3.connect(place / "study.db")) as connection:
            connection.execute(f"DROP TABLE {table}")
        with pytest.raises(OperatorError, match=f"lacks what HCMD Lab has put there .*{table}"):
            Store.read(place)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO study VALUES ('mine', '1')",
        "INSERT INTO run SELECT id + 1, kind, iteration, job, result, started_utc, finished_utc, "
        "versions, set_aside_utc FROM run WHERE id = (SELECT max(id) FROM run)",
        "INSERT INTO privacy SELECT id + 1, utc, act, session, 'somebody', reason FROM privacy",
        "INSERT INTO software SELECT event_id + 1, versions FROM software LIMIT 1",
    ],
)
def test_a_row_that_is_put_in_is_found(checked: Checked, statement: str) -> None:
    found = checked.after(statement)
    assert found
    assert any("was put in by another program" in each for each in found)


def test_what_leaves_no_trace_is_said_to_leave_none() -> None:
    (row,) = (
        line
        for line in (DOCS / "security.md").read_text("utf-8").splitlines()
        if "can be changed without a trace" in line
    )
    assert [name for name in UNSEEN.values() if name not in row] == []
