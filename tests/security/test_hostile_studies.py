"""A study that somebody else has written into: no cell of it ends in a traceback, or lasts.

Whoever is handed a study opens it in the program that hosts sessions. Every kind of object that
SQLite would run or compute by itself is named when it is opened; every value that is none is told
with a sentence by whatever reads it.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from studies import playable_study
from tampering import tamper

from hcmd_lab.errors import OperatorError
from hcmd_lab.export.study_export import export_study
from hcmd_lab.game.payment_list import payment_rows
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.study.whole import check_whole


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = playable_study(tmp_path_factory.mktemp("sound") / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
    return folder


@pytest.fixture
def study(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "study"))


class CalledWholeError(Exception):
    """The check finds nothing."""


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT count(*) FROM n"

OBJECTS = {
    "trigger": f"CREATE TRIGGER mine BEFORE INSERT ON event BEGIN {ENDLESS}; END",
    "trigger with the name of ours": "CREATE TRIGGER event_is_never_updated AFTER INSERT ON event "
    "BEGIN SELECT 1; END",
    "view": f"CREATE VIEW mine AS {ENDLESS}",
    "index of an expression": "CREATE INDEX mine ON event (hex(zeroblob(1000 * length(body))))",
    "partial index": "CREATE INDEX mine ON decision (seat) WHERE contribution > 0",
    "unique index": "CREATE UNIQUE INDEX mine ON decision (event_id, contribution)",
    "generated column": "ALTER TABLE clock ADD COLUMN mine INTEGER GENERATED ALWAYS AS (at_ms * 2)",
    "column": "ALTER TABLE person_label ADD COLUMN mine TEXT",
    "table with a default that is computed": "CREATE TABLE mine (x DEFAULT (randomblob(9)))",
    "virtual table": "CREATE VIRTUAL TABLE mine USING rtree(id, low, high)",
}


@pytest.mark.parametrize("statement", OBJECTS.values(), ids=OBJECTS)
def test_what_sqlite_would_run_by_itself_is_named(study: Path, statement: str) -> None:
    try:
        tamper(study, statement)
    except sqlite3.OperationalError as error:
        pytest.skip(f"this SQLite does not make one: {error}")
    for opened in (Store.open, Store.read):
        with pytest.raises(OperatorError, match="has not put there"), opened(study):
            pass


VALUES = {
    "NUL within": "substr({0}, 1, 4) || char(0) || substr({0}, 5)",
    "NUL alone": "char(0)",
    "bytes of no character": "CAST(x'7b22ff22' AS TEXT)",
    "brackets without a bottom": "CAST(replace(hex(zeroblob(100000)), '00', '[') AS TEXT)",
    "a number of many digits": "CAST(replace(hex(zeroblob(100000)), '00', '9') AS TEXT)",
    "a number that is none": "'{{\"at_ms\": NaN}}'",
    "another kind of object": "'[1, 2]'",
}

CELLS = {
    "event.body": "UPDATE event SET body = {value} WHERE id = 5",
    "event.kind": "UPDATE event SET kind = {value} WHERE id = 5",
    "study.value": "UPDATE study SET value = {value} WHERE key = 'settings'",
    "session.settings": "UPDATE session SET settings = {value}",
    "software.versions": "UPDATE software SET versions = {value}",
    "run.result": "UPDATE run SET result = {value}",
    "participant.station": "UPDATE participant SET station = {value}",
    "mechanism.provenance": "UPDATE mechanism SET provenance = {value}",
}


def _status(store: Store, _: Path) -> None:
    Study(store).status()


def _payments(store: Store, _: Path) -> None:
    payment_rows(Study(store).session_state()[1])


def _export(store: Store, folder: Path) -> None:
    export_study(store, folder)


def _check(store: Store, _: Path) -> None:
    if not check_whole(Study(store)):
        raise CalledWholeError


READERS: dict[str, Callable[[Store, Path], None]] = {
    "status": _status, "payments": _payments, "export": _export, "check": _check,
}  # fmt: skip


def damaged(study: Path, out: Path) -> None:
    """Every reader has nothing to say or a sentence; what is not one goes through."""
    for name, reader in READERS.items():
        with suppress(OperatorError), Store.read(study) as store:
            reader(store, out / name)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("value", VALUES)
def test_a_value_that_is_none_has_a_sentence(
    study: Path, tmp_path: Path, cell: str, value: str
) -> None:
    written = VALUES[value].format(cell.partition(".")[2])
    tamper(study, CELLS[cell].format(value=written))
    damaged(study, tmp_path)


@pytest.mark.parametrize("value", VALUES)
def test_a_label_of_any_bytes_is_read(study: Path, tmp_path: Path, value: str) -> None:
    """Labels can be deleted and are no part of the chain: nobody can tell one from another."""
    label = VALUES[value].format("code")
    chosen = f"SELECT session, code, {label} FROM participant"  # noqa: S608 - a text of this test
    tamper(study, f"INSERT OR REPLACE INTO person_label {chosen}")
    with suppress(CalledWholeError):
        damaged(study, tmp_path)
