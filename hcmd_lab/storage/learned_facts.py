"""What training has brought: mechanisms, and the steps that were taken; pictures beside them."""

import json
from collections.abc import Mapping

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.jobs import Job, Result
from hcmd_lab.storage import tables
from hcmd_lab.storage.open_study import OpenStudy
from hcmd_lab.storage.records import MechanismRow, RunRow


class LearnedFacts(OpenStudy):
    """The part of `Store` about things that are kept under their hash, and training runs."""

    def add_mechanism(self, policy: FrozenPolicy, provenance: Mapping[str, object]) -> None:
        """Keep a frozen mechanism under the hash of its table; again does nothing.

        Args:
            policy: The table with its name.
            provenance: How it came about; values that JSON can hold.
        """
        with self._transaction():
            tables.add_mechanism(self._connection, policy, provenance)

    def mechanism(self, sha256: str) -> FrozenPolicy:
        """A mechanism by the hash of its table, which is checked.

        Raises:
            OperatorError: The study does not have it, or it is damaged.
        """
        with self._reading():
            return tables.mechanism(self._connection, self.folder.path, sha256)

    def mechanisms(self) -> list[MechanismRow]:
        """All mechanisms, oldest first."""
        with self._reading():
            return tables.mechanisms(self._connection)

    def add_picture(self, data: bytes) -> None:
        """Keep a picture of the texts under its SHA-256; again does nothing."""
        with self._transaction():
            tables.add_picture(self._connection, data)

    def picture(self, sha256: str) -> bytes | None:
        """A picture of the texts; None if the study does not have it, or it is damaged."""
        with self._reading():
            return tables.picture(self._connection, sha256)

    def pictures(self) -> list[str]:
        """SHA-256 of all pictures of the texts."""
        with self._reading():
            return tables.pictures(self._connection)

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
        """Keep a training step as in `RunRow`; returns the run's number.

        Without `versions` those of this program are noted.
        """
        text = self._versions if versions is None else json.dumps(dict(versions))
        with self._transaction():
            return tables.add_run(
                self._connection, kind, iteration, job, result, started_utc, finished_utc, text
            )

    def runs(self, kind: str | None = None) -> list[RunRow]:
        """The runs of a step, or all, oldest first.

        Raises:
            OperatorError: A record of another version cannot be read.
        """
        with self._reading():
            return tables.runs(self._connection, self.folder.path, kind)
