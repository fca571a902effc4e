"""What a study's training steps have made and what of it is missing or damaged.

All of it comes from the recorded jobs, their seeds and the log, so that it may be made again
(`hcmd_lab.study.remaking`). What that needs is looked at here.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import TypeAlias

from hcmd_lab.dataset import dataset_sha256
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import SessionOpened
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import InitialiseJob, Job, ModelJob, OptimizeJob
from hcmd_lab.jobs.trained import InitialiseResult, OptimizeResult
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.records import RunRow
from hcmd_lab.study.reader import ReadOnlyStudy

Made: TypeAlias = InitialiseResult | ModelResult | OptimizeResult
"""The results of the steps that make a network."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A training step of which something is missing or damaged.

    Attributes:
        run: The step.
        result: Its result.
        checkpoint: Whether its network is.
        tables: SHA-256 of those of its tables that are.
    """

    run: RunRow
    result: Made
    checkpoint: bool
    tables: tuple[str, ...]


def find_lost(study: ReadOnlyStudy) -> Iterator[Lost]:
    """The training steps of which something is missing or damaged, oldest first."""
    for run in study.store.learned.every_run():
        if not isinstance(run.result, Made):
            continue
        is_there = study.store.folder.has_sound_checkpoint(run.result.checkpoint)
        tables = tuple(each for each in _tables(study, run) if not has_sound_table(study, each))
        if tables or not is_there:
            yield Lost(run, run.result, not is_there, tables)


def has_sound_table(study: ReadOnlyStudy, sha256: str) -> bool:
    """Whether a study has a table, undamaged."""
    try:
        study.store.learned.mechanism(sha256)
    except OperatorError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class LostTable:
    """A missing or damaged table that no training step has made.

    Attributes:
        sha256: Its hash.
        name: The mechanism's name; empty if that is lost with it.
        again: The same table, made again from a closed form; None where it is of none.
    """

    sha256: str
    name: str
    again: FrozenPolicy | None


def find_lost_tables(study: ReadOnlyStudy) -> list[LostTable]:
    """Tables of the library, or met by groups, that are missing or damaged and were not trained."""
    names = {row.sha256: row.name for row in study.store.learned.mechanisms()}
    trained: set[str] = set()
    for run in study.store.learned.every_run():
        trained.update(_tables(study, run))
    met = dict.fromkeys(names)
    for code in study.store.log.sessions():
        opened = study.store.log.first_event(code)
        if isinstance(opened, SessionOpened):
            met.update(dict.fromkeys(opened.plan.mechanisms))
    lost = [each for each in met if each not in trained and not has_sound_table(study, each)]
    if not lost:
        return []
    tables = [freeze(closed_form, study.game) for closed_form in BASELINES.values()]
    again = {table.sha256: table for table in tables}
    return [
        LostTable(each, again[each].name if each in again else names.get(each, ""), again.get(each))
        for each in lost
    ]


def inputs(job: Job) -> tuple[str, ...]:
    """SHA-256 of the checkpoints that a job reads."""
    if isinstance(job, InitialiseJob):
        return () if job.origin is None else (job.origin.checkpoint,)
    if isinstance(job, ModelJob):
        return job.earlier
    if isinstance(job, OptimizeJob):
        return (job.policy, job.participants, *job.earlier)
    return ()


def why_not(study: ReadOnlyStudy, each: Lost, coming: Set[str] = frozenset()) -> Sentence | None:
    """Why what a step made cannot be made again; None if all that its job needs is there.

    Args:
        study: The study.
        each: The step.
        coming: Checkpoints that are missing and will have been made before.
    """
    folder = study.store.folder
    for sha256 in inputs(each.run.job):
        if sha256 not in coming and not folder.has_sound_checkpoint(sha256):
            return Sentence(
                "the checkpoint {checkpoint}, which it rests on, is missing or damaged as well",
                checkpoint=sha256[:12],
            )
    if isinstance(each.result, ModelResult):
        groups = study.data_of(each.run)
        if dataset_sha256(groups) != each.result.dataset_sha256:
            return Sentence(
                "the data that it used are not the same any more, as after a group was declared "
                "unusable, somebody has withdrawn, or a mechanism that it met is missing or was "
                "renamed"
            )
        names = {row.name: row.sha256 for row in study.store.learned.mechanisms()}
        played = each.run.job.played if isinstance(each.run.job, ModelJob) else ()
        for name in played:
            if name not in names or not has_sound_table(study, names[name]):
                return Sentence(
                    "the table of {mechanism}, which its groups have met, is missing or damaged "
                    "as well",
                    mechanism=name,
                )
    known = {row.sha256: row.checkpoint for row in study.store.learned.mechanisms()}
    others = _tables(study, each.run)
    strays = [sha for sha, made in known.items() if made == each.result.checkpoint]
    if any(sha256 not in others for sha256 in strays):
        return Sentence("the study has another table of the same network, which it does not name")
    return None


def _tables(study: ReadOnlyStudy, run: RunRow) -> tuple[str, ...]:
    """SHA-256 of the tables that a step has made."""
    if not isinstance(run.result, InitialiseResult | OptimizeResult):
        return ()
    named = study.mechanisms.table_of(run)
    return (*((named,) if named else ()), *run.result.variations.values())
