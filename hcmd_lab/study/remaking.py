"""Makes missing or damaged checkpoints and tables again, from the recorded jobs and the log.

Each job is computed in a folder of its own, with copies of what it reads. The study gets what came
out only where it is, bit by bit, what the study has recorded; otherwise nothing in it changes.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_write, make_folder
from hcmd_lab.jobs.job_folder import DATASET_FILE
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Result, Stopped
from hcmd_lab.jobs.requests import InitialiseJob, ModelJob
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.ways_on import RESTORE_OR_TAKE
from hcmd_lab.study.lost import (
    Lost,
    LostTable,
    Made,
    find_lost,
    find_lost_tables,
    inputs,
    why_not,
)
from hcmd_lab.study.made_tables import MadeTables, load_tables
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import PreparedStep, folder_faults, write_played
from hcmd_lab.study.study import Runner, Study
from hcmd_lab.study.table_rows import table_rows
from hcmd_lab.study.trained_names import trained_names
from hcmd_lab.study.warm_start import WarmStart, bring
from hcmd_lab.timestamps import utc_now


@dataclass(frozen=True, slots=True)
class Remade:
    """What came of making a step's files again.

    Attributes:
        step: The step; None where it is a table that no step has made.
        iteration: Its iteration; 0 without a step.
        is_identical: Whether the files are, bit by bit, those that the study has recorded, so that
            it has them again; otherwise it is unchanged.
        sentence: The same for a reader.
    """

    step: Step | None
    iteration: int
    is_identical: bool
    sentence: Sentence


def remake(
    study: Study, runner: Runner, should_stop: Callable[[], bool] = lambda: False
) -> Iterator[Progress | Stopped | Remade]:
    """Make again what is missing or damaged, oldest first, since later steps read earlier ones.

    A step that was stopped goes on when this is called again.

    Yields:
        Progress, a `Remade` for each step with something missing, and `Stopped` last if stopped.

    Raises:
        OperatorError: A job failed for a reason that the operator can mend, or a file cannot be
            written.
        RuntimeError: It failed by a bug; the text is the traceback.
    """
    yield from _from_log(study)
    for table in find_lost_tables(study):
        yield _mended(study, table)
    for each in find_lost(study):  # each is looked at when its turn comes
        _bring_origin(study, each)
        obstacle = why_not(study, each)
        if obstacle is not None:
            yield _told(
                each,
                Sentence(
                    "it cannot be made again: {why}. Restore a backup (File, Backups, or: "
                    "hcmd-lab restore STUDY).",
                    why=obstacle,
                ),
            )
            continue
        prepared = _prepare(study, each)
        checkpoints = prepared.folder / "checkpoints"
        for report in runner(prepared.job, prepared.folder, checkpoints, should_stop):
            if isinstance(report, Failure):
                if report.operator:
                    raise OperatorError.of(report.sentence)
                raise RuntimeError(report.traceback or str(report.sentence))
            if isinstance(report, Progress | Stopped):
                yield report
                if isinstance(report, Stopped):
                    return
            else:
                yield _compare(study, each, prepared, report)
                shutil.rmtree(prepared.folder, ignore_errors=True)


_UNSOUND_LOG = Sentence(
    "the tables of decisions and groups are not made again, because the log of events is not as it "
    "was stored: another program has changed it. {way_on}",
    way_on=RESTORE_OR_TAKE,
)


def _from_log(study: Study) -> Iterator[Remade]:
    """Make again what follows from the log alone, if another program has changed it."""
    if study.store.log.broken_event() is not None:
        yield Remade(None, 0, is_identical=False, sentence=_UNSOUND_LOG)
        return
    try:
        is_mended = study.store.tables_from_log.mend()
    except sqlite3.IntegrityError as error:
        told = Sentence(
            "the tables of decisions and groups cannot be made again: the log contradicts itself "
            "({error}). Restore a backup (File, Backups, or: hcmd-lab restore STUDY).",
            error=error,
        )
        yield Remade(None, 0, is_identical=False, sentence=told)
        return
    if is_mended:
        told = Sentence("the tables of decisions and groups were made again from the log.")
        yield Remade(None, 0, is_identical=True, sentence=told)


def _mended(study: Study, lost: LostTable) -> Remade:
    """Store a table again that is of a closed form; no other can be computed."""
    if lost.again is None:
        told = Sentence(
            "the table of {mechanism} is missing or damaged, and no training step of this study "
            "has made it: it cannot be made again. Restore a backup (File, Backups, or: hcmd-lab "
            "restore STUDY).",
            mechanism=lost.name or lost.sha256[:12],
        )
        return Remade(None, 0, is_identical=False, sentence=told)
    study.store.learned.mend_mechanism(lost.again, {"closed_form": lost.name})
    told = Sentence("the table of {mechanism} is there again, bit-identical.", mechanism=lost.name)
    return Remade(None, 0, is_identical=True, sentence=told)


def _bring_origin(study: Study, each: Lost) -> None:
    """Copy the mechanism that the first one was taken from, if it still is where it was."""
    job = each.run.job
    if not isinstance(job, InitialiseJob) or job.origin is None:
        return
    name = f"{job.origin.checkpoint}.safetensors"
    file = Path(study.settings.warm_start) / "checkpoints" / name
    if study.store.folder.has_sound_checkpoint(job.origin.checkpoint) or not file.exists():
        return
    bring(WarmStart(job.origin, file), study.store.folder.checkpoints)


def _prepare(study: Study, each: Lost) -> PreparedStep:
    """The folder of a job with all that it reads."""
    run = each.run
    folder = study.store.folder.jobs / f"remake-{run.id}"
    with folder_faults(folder):
        make_folder(folder)
        make_folder(folder / "checkpoints")
        for sha256 in inputs(run.job):
            name = f"{sha256}.safetensors"
            atomic_write(folder / "checkpoints" / name, _checkpoint(study, name))
    if isinstance(run.job, ModelJob):
        write_dataset(folder / DATASET_FILE, study.data_of(run))
        write_played(study, run.job.played, folder)
    step = Step(run.kind)
    name = trained_names(study.store.learned).get(run.id, "")
    restriction = study.settings.restriction
    return PreparedStep(step, run.iteration, folder, run.job, utc_now(), restriction, name)


def _checkpoint(study: Study, name: str) -> bytes:
    folder = study.store.folder.checkpoints
    return read_bounded(folder / name, FileKind.CHECKPOINT, within=folder)


def _compare(study: Study, each: Lost, prepared: PreparedStep, result: Result) -> Remade:
    """Take what came out into the study if it is what the study has recorded."""
    if not isinstance(result, Made):
        raise TypeError(f"{prepared.step} makes no network")
    made = load_tables(prepared, result)
    tables = set() if made is None else _hashes(made)
    if result.checkpoint != each.result.checkpoint:
        difference = Sentence(
            "the network is {new} instead of {old}",
            new=result.checkpoint[:12],
            old=each.result.checkpoint[:12],
        )
        return _told(each, _differs(difference, each.result, result))
    if not tables.issuperset(each.tables):
        difference = Sentence("the network is the same, and its tables are others")
        return _told(each, _differs(difference, each.result, result))
    name = f"{result.checkpoint}.safetensors"
    data = read_bounded(prepared.folder / "checkpoints" / name, FileKind.CHECKPOINT)
    if each.checkpoint:
        atomic_write(study.store.folder.checkpoints / name, data)
    if made is not None:
        with study.store.transaction():
            for table, provenance in table_rows(study, prepared, made):
                if table.sha256 in each.tables:
                    study.store.learned.mend_mechanism(table, provenance)
    return _told(
        each,
        Sentence(
            "{what} (is|are) there again, bit-identical.",
            n=len(each.tables) + each.checkpoint,
            what=_what(each),
        ),
        is_identical=True,
    )


def _differs(difference: Sentence, before: Made, now: Made) -> Sentence:
    return Sentence(
        "what came out is not bit-identical to what the study has recorded: {difference}. Devices "
        "and versions of the program may compute the last digits differently ({device}); the "
        "study is unchanged. Restore a backup (File, Backups, or: hcmd-lab restore STUDY), or do "
        "this on the computer where it was made.",
        difference=difference,
        device=_devices(before, now),
    )


def _hashes(made: MadeTables) -> set[str]:
    return {made.mechanism.sha256, *(table.sha256 for table in made.variations.values())}


def _what(each: Lost) -> Sentence:
    network = Sentence("the checkpoint {name}", name=each.result.checkpoint[:12])
    if not each.tables:
        return network
    tables = Sentence("{n} table(s)", n=len(each.tables))
    if not each.checkpoint:
        return tables
    return Sentence("{network} and {tables}", network=network, tables=tables)


def _devices(before: Made, now: Made) -> Sentence:
    """Where both were computed, as far as it is recorded."""
    if isinstance(before, OptimizeResult) and isinstance(now, OptimizeResult):
        return Sentence("recorded on {before}, now on {now}", before=before.device, now=now.device)
    return Sentence("both on the CPU")


def _told(each: Lost, sentence: Sentence, *, is_identical: bool = False) -> Remade:
    run = each.run
    told = Sentence(
        "{step} of iteration {iteration}: {outcome}",
        step=run.kind.upper(),
        iteration=run.iteration,
        outcome=sentence,
    )
    return Remade(Step(run.kind), run.iteration, is_identical, told)
