"""The tables that are not about sessions: mechanisms, runs, stations and facts about the study."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.jobs import Job, Result
from hcmd_lab.storage.records import MechanismRow, RunRow

_job_decoder: msgspec.json.Decoder[Job] = msgspec.json.Decoder(Job)
_result_decoder: msgspec.json.Decoder[Result] = msgspec.json.Decoder(Result)


def add_mechanism(
    connection: sqlite3.Connection, policy: FrozenPolicy, provenance: Mapping[str, object]
) -> None:
    """See `Store.add_mechanism`."""
    data = policy.to_bytes()
    connection.execute(
        "INSERT INTO mechanism (sha256, name, bytes, checkpoint, provenance) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
        (
            hashlib.sha256(data).hexdigest(),
            policy.name,
            data,
            policy.checkpoint,
            json.dumps(dict(provenance)),
        ),
    )


def mechanism(connection: sqlite3.Connection, path: Path, sha256: str) -> FrozenPolicy:
    """See `Store.mechanism`; `path` is the study's."""
    row = connection.execute(
        "SELECT bytes, name, checkpoint FROM mechanism WHERE sha256 = ?", (sha256,)
    ).fetchone()
    if row is None:
        raise OperatorError(
            "The study {path} has no mechanism {sha256}; restore study.db from the folder backups.",
            path=path,
            sha256=sha256[:12],
        )
    data, name, checkpoint = row
    if hashlib.sha256(data).hexdigest() != sha256:
        raise OperatorError(
            "The mechanism {name} in the study {path} is damaged; restore study.db from "
            "the folder backups.",
            name=name,
            path=path,
        )
    return FrozenPolicy.from_bytes(data, name, checkpoint)


def mechanisms(connection: sqlite3.Connection) -> list[MechanismRow]:
    """All mechanisms, oldest first."""
    rows = connection.execute(
        "SELECT sha256, name, checkpoint, provenance, created_utc FROM mechanism ORDER BY rowid"
    )
    return [
        MechanismRow(sha256, name, checkpoint, json.loads(provenance), created_utc)
        for sha256, name, checkpoint, provenance, created_utc in rows
    ]


def add_picture(connection: sqlite3.Connection, data: bytes) -> None:
    """Keep a picture under the hash of its bytes; again does nothing."""
    connection.execute(
        "INSERT INTO picture VALUES (?, ?) ON CONFLICT DO NOTHING",
        (hashlib.sha256(data).hexdigest(), data),
    )


def picture(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """A picture by the hash of its bytes, or None if there is none, or another one."""
    row = connection.execute("SELECT bytes FROM picture WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None or hashlib.sha256(row[0]).hexdigest() != sha256:
        return None
    return bytes(row[0])


def pictures(connection: sqlite3.Connection) -> list[str]:
    """The hashes of all pictures."""
    return [sha256 for (sha256,) in connection.execute("SELECT sha256 FROM picture ORDER BY 1")]


def add_run(
    connection: sqlite3.Connection,
    kind: str,
    iteration: int,
    job: Job,
    result: Result,
    started_utc: str,
    finished_utc: str,
    versions: str,
) -> int:
    """See `Store.add_run`; `versions` is JSON."""
    cursor = connection.execute(
        "INSERT INTO run (kind, iteration, job, result, started_utc, finished_utc, versions) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            kind,
            iteration,
            msgspec.json.encode(job).decode(),
            msgspec.json.encode(result).decode(),
            started_utc,
            finished_utc,
            versions,
        ),
    )
    return int(cursor.lastrowid or 0)


def runs(connection: sqlite3.Connection, path: Path, kind: str | None) -> list[RunRow]:
    """See `Store.runs`; `path` is the study's."""
    rows = connection.execute(
        "SELECT id, kind, iteration, job, result, started_utc, finished_utc, versions "
        "FROM run WHERE kind = ?1 OR ?1 IS NULL ORDER BY id",
        (kind,),
    )
    return [_run_row(path, *row) for row in rows]


def _run_row(
    path: Path, run_id: int, kind: str, iteration: int, job: str, result: str, *rest: str
) -> RunRow:
    started_utc, finished_utc, versions = rest
    try:
        asked, came_out = _job_decoder.decode(job), _result_decoder.decode(result)
    except msgspec.MsgspecError as error:
        raise OperatorError(
            "Run {run_id} ({kind}) of the study {path} cannot be read ({error}); open the "
            "study with the version of HCMD Lab that wrote it.",
            run_id=run_id,
            kind=kind,
            path=path,
            error=error,
        ) from error
    return RunRow(
        run_id, kind, iteration, asked, came_out, started_utc, finished_utc, json.loads(versions)
    )


def pair_station(connection: sqlite3.Connection, name: str, token_sha256: str, utc: str) -> None:
    """See `Store.pair_station`."""
    if station_token(connection, name) is not None:
        raise OperatorError(
            "A station {name} is paired already; choose another name, or unpair it first.",
            name=name,
        )
    connection.execute("INSERT INTO station VALUES (?, ?, ?)", (name, token_sha256, utc))


def station_token(connection: sqlite3.Connection, name: str) -> str | None:
    """Hash of a station's token, or None if it is not paired."""
    row = connection.execute("SELECT token_sha256 FROM station WHERE name = ?", (name,)).fetchone()
    return None if row is None else row[0]


def stations(connection: sqlite3.Connection) -> list[str]:
    """Names of the paired stations, in the order of their pairing."""
    return [name for (name,) in connection.execute("SELECT name FROM station ORDER BY rowid")]


def unpair_station(connection: sqlite3.Connection, name: str) -> None:
    """Forget a station's token."""
    connection.execute("DELETE FROM station WHERE name = ?", (name,))


def fact(connection: sqlite3.Connection, key: str, default: object) -> Any:  # noqa: ANN401 - as stored
    """What is known under a name, or `default`."""
    row = connection.execute("SELECT value FROM study WHERE key = ?", (key,)).fetchone()
    return default if row is None else json.loads(row[0])


def set_fact(connection: sqlite3.Connection, key: str, value: object) -> None:
    """Keep a value under a name."""
    connection.execute(
        "INSERT INTO study VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, json.dumps(value)),
    )
