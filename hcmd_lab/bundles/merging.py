"""Merges a bundle into a study of the same design: all of it, or nothing with a reason."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.bundles.joined_plan import additions, join_plans
from hcmd_lab.bundles.lab_names import joined_labs
from hcmd_lab.bundles.logs import Log, log_here, log_there, require_playable
from hcmd_lab.bundles.new_runs import as_new_run, made_by, new_runs, require_tables, result_of
from hcmd_lab.bundles.run_data_check import require_same_data
from hcmd_lab.bundles.way_check import require_same_way
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_write
from hcmd_lab.storage.facts import LABS_FACT
from hcmd_lab.storage.fingerprints import Fingerprint
from hcmd_lab.storage.intake import Intake, NewEvent, OnProgress, nobody_told, take_in
from hcmd_lab.storage.private_data import PrivacyRow
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.rows_of_the_log import require_nothing_changed
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.steps import begun_step
from hcmd_lab.study.study import Study
from hcmd_lab.study.trained_names import table_fact
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.telling.bundles import Additions
from hcmd_lab.texts.picture_check import picture_fault


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge that has been checked and can be carried out.

    Attributes:
        intake: Facts that are new to the study.
        checkpoints: Files of networks that are new, by name.
        settings: The study's settings afterwards.
        additions: What is new, counted.
    """

    intake: Intake
    checkpoints: dict[str, bytes]
    settings: StudySettings
    additions: Additions

    @property
    def is_empty(self) -> bool:
        """Whether the study already holds everything in the bundle."""
        return not self.additions

    @property
    def withdrawn(self) -> list[tuple[str, str]]:
        """Who has withdrawn in the other lab since, by session and participant."""
        return [(row.session, row.participant) for row in self.intake.withdrawals]


def plan_merge(study: ReadOnlyStudy, bundle: Bundle) -> Merge:
    """Check that a bundle may be merged, and collect what it would add.

    Args:
        study: The study, open for reading or writing; nothing is changed.
        bundle: The bundle, from `read_bundle`.

    Raises:
        UsageError: The two cannot be merged; the sentence says why.
        OperatorError: A session or a step of the study has not ended, or another program has
            changed the study.
    """
    require_nothing_changed(study.store)
    plan = join_plans(study, bundle)
    here, there = log_here(study), log_there(bundle)
    _require_idle(study, here)
    require_same_way(study, bundle)
    lines = list(new_runs(study, bundle))
    runs = [
        (line.kind, line.iteration, result_of(bundle, line))
        for line in bundle.runs
        if not line.set_aside_utc
    ]
    require_same_data(study, bundle, runs, plan.targets)
    _require_names(study, bundle)
    intake = Intake()
    known_tables = {row.sha256 for row in study.store.learned.mechanisms()}
    intake.mechanisms.extend(
        (table, provenance)
        for table, provenance in bundle.mechanisms
        if table.sha256 not in known_tables
    )
    tables = known_tables | {table.sha256 for table, _ in bundle.mechanisms}
    require_tables(bundle, lines, tables)
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
    intake.runs.extend(as_new_run(study, bundle, line) for line in lines)
    intake.facts.update(
        {
            table_fact(name): line.table
            for line, name in made_by(bundle)
            if line in lines and line.table
        }
    )
    planned = additions(study, bundle, plan, intake.runs)
    intake.facts.update(planned.facts)
    labs, known_labs = joined_labs(study, bundle), study.labs()
    if labs != known_labs:
        intake.facts[LABS_FACT] = labs
    intake.withdrawals.extend(_new_withdrawals(study, bundle))
    intake.fingerprints.extend(_new_fingerprints(study, bundle))
    folder = study.store.folder.checkpoints
    checkpoints = {
        name: data for name, data in bundle.checkpoints.items() if not (folder / name).exists()
    }
    counted = Additions(
        sessions=sessions,
        groups=groups,
        runs=len(lines),
        mechanisms=len(intake.mechanisms),
        contrasts=planned.contrasts,
        planned_groups=planned.groups,
        iterations=planned.iterations,
        withdrawals=len(intake.withdrawals),
        fingerprints=len(intake.fingerprints),
        continued=continued,
        names=len({labs[code] for code, name in known_labs.items() if labs[code] != name}),
    )
    return Merge(intake, checkpoints, plan.settings, counted)


def merge(study: Study, planned: Merge, on_progress: OnProgress = nobody_told) -> None:
    """Carry out a planned merge in one transaction.

    Args:
        study: The study.
        planned: What is added to it.
        on_progress: Told the events done and to do; if it raises, nothing is added.

    Raises:
        OperatorError: The study cannot be written.
    """
    folder = study.store.folder.checkpoints
    for name, data in planned.checkpoints.items():
        # Named by their content, so leftovers of a failure are harmless.
        _write_checkpoint(folder / name, data)
    take_in(study.store, planned.intake, on_progress)
    study.settings = planned.settings


def _require_idle(study: ReadOnlyStudy, here: dict[str, Log]) -> None:
    for session in study.store.tables.sessions():
        if session.status == "open":
            raise OperatorError(
                "Session {session} of this study has not ended; end it before merging a bundle.",
                session=session.code,
            )
    step = begun_step(study) if here else None
    if step is not None:
        raise OperatorError(
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
                "differ from event {number} onwards; one of them was changed, or one study is a "
                "copy of the other’s folder and drew the same session. Nothing was merged.",
                session=code,
                name=bundle.name,
                number=number + 1,
            )
    return [
        NewEvent(code, new.line.utc, new.event, new.line.versions or {})
        for new in bundle.sessions[code][shared:]
    ]


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
    here = {session.code for session in store.tables.sessions()}
    purged = {row.session for row in store.private.audit() if row.act == "fingerprints_purged"}
    for line in bundle.fingerprints:
        # What was deleted for good does not come back with a bundle that has it still.
        if line.session in here and not purged.isdisjoint({"", line.session}):
            continue
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


def _write_checkpoint(path: Path, data: bytes) -> None:
    try:
        atomic_write(path, data)
    except OSError as error:
        raise OperatorError(
            "The checkpoint {path} cannot be written ({reason}); {remedy}, then merge again.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
