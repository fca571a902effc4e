"""Importing a file into a study: everything in it, or nothing."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.game.events import GroupImported
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.storage.importers import dai
from hcmd_lab.storage.importers.gmtv import read_gmtv
from hcmd_lab.storage.importers.plain import read_plain
from hcmd_lab.storage.importers.shape import Reading
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.storage.store import Store

LAYOUTS: Mapping[str, Callable[[Path], Reading]] = {
    "plain": read_plain,
    "gmtv": read_gmtv,
    "dai-exp1": dai.reader("exp1"),
    "dai-exp2": dai.reader("exp2"),
    "dai-exp4": dai.reader("exp4"),
}
"""Readers by the name of the layout they read."""


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import brought.

    Attributes:
        session: Code of the session that holds it.
        groups: Groups imported.
        decisions: Contributions in them.
        votes: Votes in them.
        left_out: Groups of the file that the layout's rules leave out.
    """

    session: str
    groups: int
    decisions: int
    votes: int
    left_out: int


def import_csv(
    store: Store, path: Path, layout: str, iteration: int, utc: str, code: str
) -> ImportSummary:
    """Import a file as one session of groups for ACQUIRE.

    Args:
        store: The study, open for writing.
        path: The file.
        layout: One of `LAYOUTS`.
        iteration: The study's iteration that the groups count for (1 for the first).
        utc: The time of day.
        code: Of the session to make.

    Raises:
        UsageError: The file is wrong in a named place, or holds no complete group.
        OperatorError: The file was imported before, or the study cannot be written.
    """
    if layout not in LAYOUTS:
        raise UsageError(f"There is no layout {layout}; the layouts are {', '.join(LAYOUTS)}.")
    reading = LAYOUTS[layout](path)
    if not reading.groups:
        raise UsageError(
            f"{path.name} holds no complete group in the layout {layout} ({reading.left_out} are "
            "incomplete); check that it is the right file. Nothing was imported."
        )
    groups = [
        GroupImported(
            at_ms=0,
            group=number,
            played=PlayedGroup(
                group=f"{code}-{number}",
                iteration=iteration,
                source="imported",
                purpose="acquire",
                stages=group.stages,
                votes=group.votes,
            ),
        )
        for number, group in enumerate(reading.groups, start=1)
    ]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    store.append_import(code, groups, utc, ImportedFile(path.name, digest, layout))
    return ImportSummary(
        session=code,
        groups=len(groups),
        decisions=sum(
            len(row)
            for group in reading.groups
            for stage in group.stages
            for row in stage.contributions
        ),
        votes=sum(vote is not None for group in reading.groups for vote in group.votes),
        left_out=reading.left_out,
    )
