"""Whether a study is whole: its log, and everything that its next step needs.

A log that replays is not enough: without the checkpoint of its newest mechanism a study cannot be
trained any further, and without its table it cannot play.
"""

from collections.abc import Callable, Iterator

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import SessionOpened
from hcmd_lab.jobs import InitialiseResult, ModelResult, OptimizeResult
from hcmd_lab.storage.checker import check_study
from hcmd_lab.study.reader import ReadOnlyStudy, table_fact


def check_whole(
    study: ReadOnlyStudy, on_progress: Callable[[int, int], None] = lambda done, total: None
) -> list[str]:
    """Everything that is wrong with a study or missing from it; empty if it is whole.

    Args:
        study: The study, open for writing or reading.
        on_progress: Called with the sessions checked and to check; may raise to end the check.
    """
    findings = check_study(study.store, on_progress=on_progress)
    try:
        findings += [*_checkpoints(study), *_tables(study), *_pictures(study)]
    except OperatorError as error:
        if str(error) not in findings:
            findings.append(str(error))
    return findings


def _checkpoints(study: ReadOnlyStudy) -> Iterator[str]:
    """Networks that a later step would read: by name, and by the bytes that the name promises."""
    for run in study.store.learned.runs():
        if not isinstance(run.result, InitialiseResult | ModelResult | OptimizeResult):
            continue
        sha256 = run.result.checkpoint
        is_sound = study.store.folder.has_sound_checkpoint(sha256)
        where = f"{run.kind.upper()} of iteration {run.iteration}: its checkpoint {sha256[:12]}"
        if not is_sound:
            how = "missing" if is_sound is None else "damaged"
            yield f"{where} is {how}; if there is a backup: hcmd-lab restore --checkpoints"


def _tables(study: ReadOnlyStudy) -> Iterator[str]:
    """The table that each training step froze."""
    known = {row.sha256 for row in study.store.learned.mechanisms()}
    for run in study.store.learned.runs():
        if isinstance(run.result, InitialiseResult | OptimizeResult):
            sha256 = study.store.facts.get(table_fact(run.iteration))
            if sha256 not in known:
                yield f"the table of the mechanism of iteration {run.iteration} is missing"


def _pictures(study: ReadOnlyStudy) -> Iterator[str]:
    """Pictures in the texts that participants have read."""
    for session in study.store.tables.sessions():
        first = next(study.store.log.logged_events(session.code), None)
        if first is None or not isinstance(first.event, SessionOpened):
            continue
        for sha256 in first.event.plan.materials.pictures:
            if study.store.learned.picture(sha256) is None:
                yield f"session {session.code}: the picture {sha256[:12]} is missing or damaged"
