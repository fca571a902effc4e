"""The study's own log: what was decided or seen that is no event of a session.

Each entry holds the SHA-256 of the one before, so that none can be changed or taken out later
without the rest telling. Nothing is ever removed from it.
"""

import hashlib
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Any

import msgspec

from hcmd_lab import __version__
from hcmd_lab.computer import user_name
from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.event_chain import link
from hcmd_lab.storage.facts import Facts
from hcmd_lab.timestamps import utc_now

LOG_FACT = "study log"
"""Where a study keeps its log."""

ADDED_FACT = "added iterations"
"""Where a study keeps which iterations were added to its plan."""


class LogKind(StrEnum):
    """What an entry is about."""

    REGISTERED = "registered"  # the plan of the comparison was frozen
    LOOKED = "looked"  # the votes were counted
    CONTRAST_PLANNED = "contrast_planned"  # one more pair of mechanisms is to be compared
    CONTRAST_DROPPED = "contrast_dropped"  # a pair that no group had begun is not
    GROUPS_ADDED = "groups_added"  # the comparison is to have more groups
    TAKEN_AGAIN = "taken_again"  # a training step got a newer result; the earlier one is kept
    WENT_BACK = "went_back"  # everything after a step was set aside
    IMPORT_TAKEN_BACK = "import_taken_back"  # imported groups no longer count
    PASSED_OVER = "passed_over"  # a mechanism may meet people past a limit of the gate
    TAKEN_AS_IT_IS = "taken_as_it_is"  # what another program had changed is gone on with


class LogEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry.

    Attributes:
        kind: What it is about.
        utc: When, ISO 8601.
        by: The user of the computer; empty if unknown.
        version: The version of the program.
        details: By name; values that JSON can hold.
        before: Digest of the entry before; empty in the first.
    """

    kind: LogKind
    utc: str
    by: str
    version: str
    details: dict[str, Any]
    before: str = ""

    @property
    def sha256(self) -> str:
        """Digest of the entry, and with it of all that came before."""
        details = msgspec.json.encode(self.details, order="sorted").decode()
        return link(self.before, self.kind, self.utc, self.by, self.version, details)

    @property
    def earlier_sha256(self) -> str:
        """The digest by which earlier versions chained entries."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()


def read_log(facts: Facts) -> list[LogEntry]:
    """The entries, oldest first.

    Raises:
        OperatorError: They cannot be read.
    """
    try:
        return msgspec.convert(facts.get(LOG_FACT, []), list[LogEntry])
    except msgspec.ValidationError as error:
        raise OperatorError(
            "The study's log cannot be read ({error}); open the study with the version of HCMD "
            "Lab that wrote it.",
            error=error,
        ) from error


def add_to_log(facts: Facts, kind: LogKind, **details: object) -> LogEntry:
    """Append an entry about now.

    Raises:
        OperatorError: The log cannot be read or written.
    """
    *before, entry = followed(read_log(facts), kind, **details)
    facts.set(LOG_FACT, msgspec.to_builtins([*before, entry]))
    return entry


def followed(entries: Sequence[LogEntry], kind: LogKind, **details: object) -> list[LogEntry]:
    """The entries of a log and one more about now, which is not stored."""
    entry = LogEntry(
        kind=kind,
        utc=utc_now(),
        by=user_name(),
        version=__version__,
        details=details,
        before=entries[-1].sha256 if entries else "",
    )
    return [*entries, entry]


def look_places(entries: Sequence[LogEntry]) -> dict[int, int]:
    """Where a log notes that the votes of results were counted here, by the results' runs.

    A count that came with a bundle, or that an earlier version made, has no entry.
    """
    return {
        entry.details["run"]: place
        for place, entry in enumerate(entries)
        if entry.kind is LogKind.LOOKED and "run" in entry.details
    }


def is_whole(entries: Sequence[LogEntry]) -> bool:
    """Whether every entry follows the one that it names."""
    if not entries:
        return True
    return not entries[0].before and all(
        entry.before in (earlier.sha256, earlier.earlier_sha256)
        for earlier, entry in pairwise(entries)
    )
