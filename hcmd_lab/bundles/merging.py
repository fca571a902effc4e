"""Merges a bundle into a study of the same design: all of it, or nothing with a reason."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import msgspec

from hcmd_lab.bounded_reader import decode_record
from hcmd_lab.bundles.bundle_records import Bundle, RunLine
from hcmd_lab.bundles.design import differences
from hcmd_lab.bundles.logs import Log, log_here, log_there, require_playable
from hcmd_lab.bundles.run_data_check import require_same_data
from hcmd_lab.bundles.way_check import require_same_way, rests_here, rests_there
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_write
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import Job
from hcmd_lab.jobs.trained import InitialiseResult, OptimizeResult
from hcmd_lab.storage.fingerprints import Fingerprint
from hcmd_lab.storage.intake import Intake, NewEvent, NewRun, take_in
from hcmd_lab.storage.private_data import PrivacyRow
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.study.contrasts import CONTRASTS_FACT, parse_contrasts
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.recorded import LABS_FACT
from hcmd_lab.study.settings import stored_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import begun_step
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LOG_FACT, LogKind, followed
from hcmd_lab.study.trained_names import table_fact, trained_name
from hcmd_lab.system_faults import reason_of
from hcmd_lab.texts.picture_check import picture_fault
from hcmd_lab.vote_plan import Looks

_Computed: TypeAlias = tuple[str, int, frozenset[str]]
"""A step, its iteration, and the mechanisms that EVALUATE compared."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge that has been checked and can be carried out.

    Attributes:
        intake: Facts that are new to the study.
        checkpoints: Files of networks that are new, by name.
        sessions: New sessions.
        continued: Sessions that are known and have new events, such as another payment.
        groups: Groups of the new sessions.
        runs: New training steps.
        withdrawals: Participants who have withdrawn meanwhile.
        fingerprints: Participants who can be recognised from now on.
    """

    intake: Intake
    checkpoints: dict[str, bytes]
    sessions: int
    continued: int
    groups: int
    runs: int
    withdrawals: int
    fingerprints: int

    @property
    def is_empty(self) -> bool:
        """Whether the study already holds everything in the bundle."""
        return not (
            self.intake.mechanisms
            or self.intake.facts
            or self.sessions
            or self.continued
            or self.runs
            or self.withdrawals
            or self.fingerprints
        )


def plan_merge(study: ReadOnlyStudy, bundle: Bundle) -> Merge:
    """Check that a bundle may be merged, and collect what it would add.

    Args:
        study: The study, open for reading or writing; nothing is changed.
        bundle: The bundle, from `read_bundle`.

    Raises:
        UsageError: The two cannot be merged; the sentence says why.
    """
    _require_design(study, bundle)
    here, there = log_here(study), log_there(bundle)
    _require_idle(study, here)
    require_same_way(study, bundle)
    new_runs = list(_new_runs(study, bundle))
    runs = [
        (line.kind, line.iteration, _result(bundle, line))
        for line in bundle.runs
        if not line.set_aside_utc
    ]
    require_same_data(study, bundle, runs)
    _require_names(study, bundle)
    intake = Intake()
    known_tables = {row.sha256 for row in study.store.learned.mechanisms()}
    intake.mechanisms.extend(
        (table, provenance)
        for table, provenance in bundle.mechanisms
        if table.sha256 not in known_tables
    )
    tables = known_tables | {table.sha256 for table, _ in bundle.mechanisms}
    _require_tables(bundle, new_runs, tables)
    sessions = continued = groups = 0
    for code, log in there.items():
        fresh = _fresh_events(bundle, code, here.get(code, []), log)
        if code not in here:
            groups += require_playable(bundle, code, study.game, tables)
            sessions += 1
        elif fresh:
            require_playable(bundle, code, study.game, tables)
            continued += 1
        intake.events.extend(fresh)
    _require_pictures(bundle)
    intake.pictures.extend(bundle.pictures)
    intake.imports.update(_new_imports(study, bundle))
    intake.runs.extend(_as_run(bundle, line) for line in new_runs)
    names = _names(bundle)
    intake.facts.update(
        {table_fact(name): line.table for line, name in names if line in new_runs and line.table}
    )
    intake.facts.update(_new_contrasts(study, bundle, intake.runs))
    if new := [code for code in there if code not in here]:
        # A lab without a name goes by the name of its bundle.
        played_in = {code: bundle.manifest.labs.get(code) or bundle.name for code in new}
        intake.facts[LABS_FACT] = study.labs() | played_in
    intake.withdrawals.extend(_new_withdrawals(study, bundle))
    intake.fingerprints.extend(_new_fingerprints(study, bundle))
    folder = study.store.folder.checkpoints
    checkpoints = {
        name: data for name, data in bundle.checkpoints.items() if not (folder / name).exists()
    }
    return Merge(
        intake, checkpoints, sessions, continued, groups, len(new_runs), len(intake.withdrawals),
        len(intake.fingerprints),
    )  # fmt: skip


def merge(study: Study, planned: Merge) -> None:
    """Carry out a planned merge in one transaction.

    Raises:
        OperatorError: The study cannot be written.
    """
    folder = study.store.folder.checkpoints
    for name, data in planned.checkpoints.items():
        # Named by their content, so leftovers of a failure are harmless.
        _write_checkpoint(folder / name, data)
    take_in(study.store, planned.intake)


def _require_design(study: ReadOnlyStudy, bundle: Bundle) -> None:
    different = differences(study.settings, stored_settings(bundle.manifest.settings))
    if different:
        first = different[0]
        raise UsageError(
            "The bundle {name} comes from a study with a different design and cannot be merged: "
            "{setting} is {there} there and {here} here. All settings that differ: {names}.",
            name=bundle.name,
            setting=first.setting,
            there=first.there,
            here=first.here,
            names=", ".join(each.setting for each in different),
        )


def _require_idle(study: ReadOnlyStudy, here: dict[str, Log]) -> None:
    for session in study.store.tables.sessions():
        if session.status == "open":
            raise UsageError(
                "Session {session} of this study has not ended; end it before merging a bundle.",
                session=session.code,
            )
    step = begun_step(study) if here else None
    if step is not None:
        raise UsageError(
            "{step} of this study has started but not finished; finish or cancel it before "
            "merging a bundle.",
            step=step.upper(),
        )


def _fresh_events(bundle: Bundle, code: str, here: Log, there: Log) -> list[NewEvent]:
    """The events of a session that the study does not have yet."""
    shared = min(len(here), len(there))
    for number in range(shared):
        if here[number] != there[number]:
            raise UsageError(
                "Session {session} is in both this study and the bundle {name}, but the two "
                "differ from event {number} onwards; one of them was changed, so nothing was "
                "merged.",
                session=code,
                name=bundle.name,
                number=number + 1,
            )
    return [
        NewEvent(code, new.line.utc, new.event, new.line.versions or {})
        for new in bundle.sessions[code][shared:]
    ]


def _new_runs(study: ReadOnlyStudy, bundle: Bundle) -> Iterator[RunLine]:
    known: dict[_Computed, list[Result]] = {}
    for run in study.store.learned.every_run():
        known.setdefault((run.kind, run.iteration, _pair(run.result)), []).append(run.result)
    told: dict[_Computed, list[Result]] = {}
    for line in bundle.runs:
        result = _result(bundle, line)
        told.setdefault((line.kind, line.iteration, _pair(result)), []).append(result)
    looks = study.settings.looks is Looks.SEQUENTIAL
    seen: Counter[_Computed] = Counter()
    for line in bundle.runs:
        result = _result(bundle, line)
        computed = (line.kind, line.iteration, _pair(result))
        ours = known.get(computed, [])
        # A sequential plan counts the votes more than once.
        if looks and line.kind is Step.EVALUATE:
            is_new = result not in ours
        elif ours and not _is_continued(study, bundle, known, told, computed):
            raise _computed_twice(bundle, line)
        else:
            is_new = seen[computed] >= len(ours)
        seen[computed] += 1
        if is_new:
            yield line


def _is_continued(
    study: ReadOnlyStudy,
    bundle: Bundle,
    ours: Mapping[_Computed, list[Result]],
    theirs: Mapping[_Computed, list[Result]],
    computed: _Computed,
) -> bool:
    """Whether both sides have the same results, or one of them has taken the step again.

    On the side that did not take it again, nothing may rest on the earlier result.
    """
    here, there = ours[computed], theirs[computed]
    shared = min(len(here), len(there))
    if here[:shared] != there[:shared]:
        return False
    if len(here) == len(there):
        return True
    rests = rests_here if len(here) < len(there) else rests_there
    return not rests(study, bundle, Step(computed[0]), computed[1])


def _names(bundle: Bundle) -> Iterator[tuple[RunLine, str]]:
    """What each training step of a bundle made, by name."""
    made: Counter[int] = Counter()
    for line in bundle.runs:
        if line.kind in (Step.INITIALISE, Step.OPTIMIZE):
            made[line.iteration] += 1
            yield line, trained_name(line.iteration, made[line.iteration])


def _computed_twice(bundle: Bundle, line: RunLine) -> UsageError:
    return UsageError(
        "{step} of iteration {iteration} was computed both in this study and in that of "
        "the bundle {name}, with different results; train in one lab and send its bundle "
        "to the others.",
        step=line.kind.upper(),
        iteration=line.iteration,
        name=bundle.name,
    )


def _pair(result: Result) -> frozenset[str]:
    """The mechanisms of the contrast that was evaluated; nothing for other steps."""
    if isinstance(result, EvaluateResult):
        return frozenset((result.mechanism, result.baseline))
    return frozenset()


def _new_contrasts(
    study: ReadOnlyStudy, bundle: Bundle, runs: Sequence[NewRun]
) -> dict[str, object]:
    """The longer of two plans, one of which begins with the other; what comes of it is logged."""
    ours, theirs = study.planned_contrasts(), parse_contrasts(bundle.manifest.contrasts)
    here, there = ([(c.mechanism, c.other, c.groups) for c in plan] for plan in (ours, theirs))
    shared = min(len(here), len(there))
    if here[:shared] != there[:shared]:
        raise UsageError(
            "The study of the bundle {name} plans other contrasts than this one; plan the same "
            "ones, in the same order, before merging it.",
            name=bundle.name,
        )
    if len(theirs) <= len(ours):
        return {}
    entries = study.log()
    for plan in theirs[len(ours) :]:
        entries = followed(
            entries,
            LogKind.CONTRAST_PLANNED,
            mechanism=plan.mechanism,
            baseline=plan.other,
            groups=plan.groups,
            counted=study.counted_before(plan, runs),
            replaces=None,
            bundle=bundle.name,
        )
    return {
        CONTRASTS_FACT: msgspec.to_builtins(theirs),
        LOG_FACT: msgspec.to_builtins(entries),
    }


def _require_names(study: ReadOnlyStudy, bundle: Bundle) -> None:
    """Mechanisms are told apart by their names: one name stands for one table, and has one."""
    rows = study.store.learned.mechanisms()
    known = {row.name: row.sha256 for row in rows}
    names = {row.sha256: row.name for row in rows}
    for table, _ in bundle.mechanisms:
        if names.get(table.sha256, table.name) != table.name:
            raise UsageError(
                "The bundle {name} calls {mechanism} what this study calls {here}; give both the "
                "same name before groups play it, and send the bundle again.",
                name=bundle.name,
                mechanism=table.name,
                here=names[table.sha256],
            )
        if known.get(table.name, table.sha256) != table.sha256:
            raise UsageError(
                "The bundle {name} has a mechanism {mechanism} that is another one than that of "
                "this study; add it under another name, and send the bundle again.",
                name=bundle.name,
                mechanism=table.name,
            )


def _require_tables(bundle: Bundle, new_runs: list[RunLine], tables: set[str]) -> None:
    for line in new_runs:
        made = _result(bundle, line)
        if not isinstance(made, InitialiseResult | OptimizeResult):
            continue
        if not {line.table, *made.variations.values()} <= tables:
            raise UsageError(
                "The bundle {name} lacks the mechanism of iteration {iteration}; create it again.",
                name=bundle.name,
                iteration=line.iteration,
            )


def _new_imports(study: ReadOnlyStudy, bundle: Bundle) -> dict[str, ImportedFile]:
    ours = study.store.log.imported_files()
    sessions = {file.sha256: session for session, file in ours.items()}
    for session, file in bundle.imports.items():
        other = sessions.get(file.sha256, session)
        if other != session:
            raise UsageError(
                "The file {file} was imported into both studies, here as session {here} and in "
                "the bundle {name} as session {there}; after a merge its groups would count "
                "twice.",
                file=file.name,
                here=other,
                name=bundle.name,
                there=session,
            )
    return {session: file for session, file in bundle.imports.items() if session not in ours}


def _new_withdrawals(study: ReadOnlyStudy, bundle: Bundle) -> Iterator[PrivacyRow]:
    known = study.store.private.withdrawn()
    for line in bundle.withdrawals:
        if (line.session, line.participant) not in known:
            yield PrivacyRow(line.utc, "withdrawn", line.session, line.participant, line.reason)


def _new_fingerprints(study: ReadOnlyStudy, bundle: Bundle) -> Iterator[Fingerprint]:
    store = study.store
    known = {(row.session, row.participant) for row in store.fingerprints.all()}
    gone = store.private.withdrawn() | {(e.session, e.participant) for e in bundle.withdrawals}
    for line in bundle.fingerprints:
        if (line.session, line.participant) not in known | gone and line.session in bundle.sessions:
            yield Fingerprint(line.session, line.participant, line.key, line.digest)


def _require_pictures(bundle: Bundle) -> None:
    """Check that kiosks can show the pictures.

    Raises:
        UsageError: One is none, or is too large when it is unpacked.
    """
    for data in bundle.pictures:
        fault = picture_fault(data, hashlib.sha256(data).hexdigest()[:12])
        if fault is not None:
            raise UsageError("The bundle {name}: {fault}", name=bundle.name, fault=fault)


def _as_run(bundle: Bundle, line: RunLine) -> NewRun:
    try:
        job: Job = decode_record(line.job, Job)
    except msgspec.MsgspecError as error:
        raise _unreadable(bundle, line, error) from error
    return NewRun(
        line.kind,
        line.iteration,
        job,
        _result(bundle, line),
        line.started_utc,
        line.finished_utc,
        line.versions,
        line.set_aside_utc,
    )


def _result(bundle: Bundle, line: RunLine) -> Result:
    try:
        result: Result = decode_record(line.result, Result)
    except msgspec.MsgspecError as error:
        raise _unreadable(bundle, line, error) from error
    return result


def _unreadable(bundle: Bundle, line: RunLine, error: Exception) -> UsageError:
    return UsageError(
        "{step} of iteration {iteration} in the bundle {name} cannot be read ({error}); create "
        "the bundle again with this version of HCMD Lab.",
        step=line.kind.upper(),
        iteration=line.iteration,
        name=bundle.name,
        error=error,
    )


def _write_checkpoint(path: Path, data: bytes) -> None:
    try:
        atomic_write(path, data)
    except OSError as error:
        raise OperatorError(
            "The checkpoint {path} cannot be written ({reason}); free some space and merge again.",
            path=path,
            reason=reason_of(error),
        ) from error
