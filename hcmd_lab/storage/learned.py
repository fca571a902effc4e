"""Training results: mechanisms, runs and their pictures."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import get_args

import msgspec

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import ForeseeJob, Job
from hcmd_lab.storage.fault_sentences import remedy
from hcmd_lab.storage.records import MechanismRow, RunRow
from hcmd_lab.storage.seals import Place, SealedTable, seal_if_gone
from hcmd_lab.storage.stored_values import read_object, read_versions
from hcmd_lab.storage.study_database import StudyDatabase
from hcmd_lab.storage.versions import software_versions

_job_decoder: msgspec.json.Decoder[Job] = msgspec.json.Decoder(Job)
_KINDS = {each.__struct_config__.tag for each in get_args(Job) if each is not ForeseeJob}
"""Of training steps; what a job foresees is no step, and stored among the facts."""
_result_decoder: msgspec.json.Decoder[Result] = msgspec.json.Decoder(Result)
_decoded = lru_cache(maxsize=8)(FrozenPolicy.from_bytes)
"""A look at a study asks for the same tables many times, and all of their rows are summed."""


class Learned:
    """Mechanisms and pictures of an open study, keyed by hash, and its training runs."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database
        self._decoded: dict[int, RunRow] = {}

    # --- mechanisms --------------------------------------------------------------------------

    def add_mechanism(self, policy: FrozenPolicy, provenance: Mapping[str, object]) -> None:
        """Store a frozen mechanism under the hash of its table, unless it is already stored.

        Args:
            policy: The table with its name.
            provenance: Its provenance; values that JSON can hold.
        """
        data = policy.to_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO mechanism (sha256, name, bytes, checkpoint, provenance) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
                (sha256, policy.name, data, policy.checkpoint, json.dumps(dict(provenance))),
            )

    def mend_mechanism(self, policy: FrozenPolicy, provenance: Mapping[str, object]) -> None:
        """Store a mechanism whose table is missing or damaged; what is there keeps its name."""
        data = policy.to_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        with self._database.writing() as connection:
            seal_if_gone(connection, Place(SealedTable.MECHANISM, sha256))
            self.add_mechanism(policy, provenance)
            connection.execute("UPDATE mechanism SET bytes = ? WHERE sha256 = ?", (data, sha256))

    def mechanism(self, sha256: str) -> FrozenPolicy:
        """A mechanism by the hash of its table, which is verified.

        Raises:
            OperatorError: The study does not have it, or it is damaged.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT bytes, name, checkpoint FROM mechanism WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if row is None:
            raise OperatorError(
                "The study {path} has no mechanism {sha256}. {remedy}",
                path=self._database.path,
                sha256=sha256[:12],
                remedy=remedy(self._database.path),
            )
        data, name, checkpoint = row
        if hashlib.sha256(data).hexdigest() != sha256:
            raise OperatorError(
                "The mechanism {name} in the study {path} is damaged. {remedy}",
                name=name,
                path=self._database.path,
                remedy=remedy(self._database.path),
            )
        return _decoded(data, name, checkpoint)

    def mechanisms(self) -> list[MechanismRow]:
        """All mechanisms, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT sha256, name, checkpoint, provenance, created_utc FROM mechanism "
                "ORDER BY rowid"
            )
            return [
                MechanismRow(
                    sha256,
                    name,
                    checkpoint,
                    read_object(provenance, f"mechanism {name}", self._database.path),
                    created_utc,
                )
                for sha256, name, checkpoint, provenance, created_utc in rows
            ]

    def rename_mechanism(self, sha256: str, name: str) -> None:
        """Give a mechanism another name."""
        with self._database.writing() as connection:
            connection.execute("UPDATE mechanism SET name = ? WHERE sha256 = ?", (name, sha256))

    def remove_mechanism(self, sha256: str) -> None:
        """Remove a mechanism."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM mechanism WHERE sha256 = ?", (sha256,))

    # --- pictures of the texts ---------------------------------------------------------------

    def add_picture(self, data: bytes) -> None:
        """Store a picture of the texts under its SHA-256, unless it is already stored."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO picture VALUES (?, ?) ON CONFLICT DO NOTHING",
                (hashlib.sha256(data).hexdigest(), data),
            )

    def picture(self, sha256: str) -> bytes | None:
        """A picture of the texts; None if it is missing or damaged."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT bytes FROM picture WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if row is None or hashlib.sha256(row[0]).hexdigest() != sha256:
            return None
        return bytes(row[0])

    def pictures(self) -> list[str]:
        """SHA-256 of all pictures of the texts."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT sha256 FROM picture ORDER BY 1")
            return [sha256 for (sha256,) in rows]

    # --- runs --------------------------------------------------------------------------------

    def add_run(
        self,
        kind: str,
        iteration: int,
        job: Job,
        result: Result,
        started_utc: str,
        finished_utc: str,
        versions: Mapping[str, str] | None = None,
    ) -> int:
        """Store a training step as in `RunRow`; returns the run's number.

        Without `versions` those of this program are noted.
        """
        row = (
            kind,
            iteration,
            msgspec.json.encode(job).decode(),
            msgspec.json.encode(result).decode(),
            started_utc,
            finished_utc,
            json.dumps(dict(software_versions() if versions is None else versions)),
        )
        with self._database.writing() as connection:
            cursor = connection.execute(
                "INSERT INTO run (kind, iteration, job, result, started_utc, finished_utc, "
                "versions) VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            return int(cursor.lastrowid or 0)

    def set_aside(self, numbers: Iterable[int], utc: str) -> None:
        """Note at what time the study went back to a step before these runs."""
        with self._database.writing() as connection:
            connection.executemany(
                "UPDATE run SET set_aside_utc = ? WHERE id = ?",
                [(utc, number) for number in numbers],
            )

    def runs(self, kind: str | None = None) -> list[RunRow]:
        """The runs of a step, or all, oldest first, without those that were set aside.

        Raises:
            OperatorError: A record of another version cannot be read.
        """
        return [run for run in self.every_run(kind) if not run.set_aside_utc]

    def every_run(self, kind: str | None = None) -> list[RunRow]:
        """The runs of a step, or all, oldest first, also those that were set aside.

        Raises:
            OperatorError: A record of another version cannot be read.
        """
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, set_aside_utc FROM run WHERE kind = ?1 OR ?1 IS NULL ORDER BY id",
                (kind,),
            ).fetchall()
        return [self._run(number, set_aside_utc) for number, set_aside_utc in rows]

    def _run(self, number: int, set_aside_utc: str) -> RunRow:
        """A run, read once: all that is stored of it never changes but whether it is set aside."""
        known = self._decoded.get(number)
        if known is not None:
            return replace(known, set_aside_utc=set_aside_utc) if set_aside_utc else known
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT id, kind, iteration, job, result, started_utc, finished_utc, versions "
                "FROM run WHERE id = ?",
                (number,),
            ).fetchone()
        run = self._run_row(*row)
        if not self._database.is_in_transaction:  # what is not undone any more
            self._decoded[number] = run
        return replace(run, set_aside_utc=set_aside_utc)

    def _run_row(
        self, run_id: int, kind: str, iteration: int, job: str, result: str, *rest: str
    ) -> RunRow:
        try:
            asked, came_out = _job_decoder.decode(job), _result_decoder.decode(result)
            if kind not in _KINDS:
                raise msgspec.ValidationError(f"{kind} is no training step")
        except msgspec.MsgspecError as error:
            raise OperatorError(
                "Run {run_id} ({kind}) of the study {path} cannot be read ({error}); open the "
                "study with the version of HCMD Lab that wrote it.",
                run_id=run_id,
                kind=kind,
                path=self._database.path,
                error=error,
            ) from error
        started, finished, versions = rest
        by = read_versions(versions, f"run {run_id}", self._database.path)
        return RunRow(run_id, kind, iteration, asked, came_out, started, finished, by)
