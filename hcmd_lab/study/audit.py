"""The audit: what a reader of a study has to know to trust its result."""

from collections.abc import Sequence
from dataclasses import dataclass

from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.storage.seals import Place
from hcmd_lab.storage.written_folders import ExportedVotes, exported_votes
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.deviations import Deviation, deviations
from hcmd_lab.study.foreseeing import passed_over
from hcmd_lab.study.gate import PassedOver
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.registration import Registration, registration
from hcmd_lab.study.session_alarms import LoggedAlarm, logged_alarms
from hcmd_lab.study.status import Step
from hcmd_lab.study.study_log import LogEntry, LogKind, is_whole, look_places


@dataclass(frozen=True, slots=True)
class Audit:
    """What was planned, and everything that happened to the plan.

    Attributes:
        registration: The registered plan; None if there is none.
        deviations: Departures from it.
        entries: The study's log.
        is_whole: Whether every entry of the log follows the one that it names.
        passed_over: Limits of the gate that the experimenter has gone past.
        added_iterations: Iterations that were added to the plan of training.
        unlogged: Contrasts that the log has no entry of: an earlier version planned them.
        alarms: What looked like an attack on a session.
        counted_unlogged: Results whose votes were counted without an entry of the log: by an
            earlier version, or in another lab.
        exported: Exports that held votes before they were counted.
        changed: What another program has changed beside the sessions' logs.
        elsewhere: Labs whose sessions were merged; what their own studies note, this one does not.
        is_doubtful: Whether nobody can tell if something that was saved is missing.
    """

    registration: Registration | None
    deviations: tuple[Deviation, ...]
    entries: tuple[LogEntry, ...]
    is_whole: bool
    passed_over: tuple[PassedOver, ...]
    added_iterations: tuple[dict[str, object], ...]
    unlogged: tuple[Contrast, ...] = ()
    alarms: tuple[LoggedAlarm, ...] = ()
    counted_unlogged: tuple[EvaluateResult, ...] = ()
    exported: tuple[ExportedVotes, ...] = ()
    changed: tuple[Place, ...] = ()
    elsewhere: tuple[str, ...] = ()
    is_doubtful: bool = False


def audit(study: ReadOnlyStudy) -> Audit:
    """Registration, contrasts, looks, limits passed over, and alarms."""
    frozen, entries = registration(study), study.log()
    return Audit(
        frozen,
        () if frozen is None else tuple(deviations(study, frozen)),
        tuple(entries),
        is_whole(entries),
        tuple(passed_over(study)),
        tuple(study.added_iterations()),
        _unlogged(study, entries),
        logged_alarms(study.store),
        _counted_unlogged(study, entries),
        tuple(exported_votes(study.store.folder)),
        tuple(study.store.changed()),
        tuple(sorted(set(study.labs().values()))),
        study.store.is_doubtful(),
    )


def _unlogged(study: ReadOnlyStudy, entries: Sequence[LogEntry]) -> tuple[Contrast, ...]:
    logged = {
        (entry.details["mechanism"], entry.details["baseline"])
        for entry in entries
        if entry.kind is LogKind.CONTRAST_PLANNED
    }
    return tuple(
        contrast
        for contrast, plan in zip(study.contrasts(), study.planned_contrasts(), strict=False)
        if plan.planned_utc and (plan.mechanism, plan.other) not in logged
    )


def _counted_unlogged(
    study: ReadOnlyStudy, entries: Sequence[LogEntry]
) -> tuple[EvaluateResult, ...]:
    logged = look_places(entries)
    return tuple(
        run.result
        for run in study.store.learned.runs(Step.EVALUATE)
        if isinstance(run.result, EvaluateResult) and run.id not in logged
    )
