"""Takes an import back: removed until a MODEL has used it, declared unusable after."""

from hcmd_lab.errors import UsageError
from hcmd_lab.game.events import ImportTakenBack
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.storage.records import RunRow, SessionRow
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import begun_step
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind, add_to_log
from hcmd_lab.timestamps import utc_now


def imported_session(study: ReadOnlyStudy, code: str) -> SessionRow:
    """An imported session.

    Raises:
        UsageError: There is none of this code.
    """
    imported = {row.code: row for row in study.store.tables.sessions() if row.imported}
    if code not in imported:
        raise UsageError(
            "The study has no imported session {session}; its imported sessions are: {sessions}.",
            session=code,
            sessions=", ".join(imported) or "none",
        )
    return imported[code]


def is_used_by_model(study: ReadOnlyStudy, session: SessionRow) -> bool:
    """Whether a MODEL has used an imported session, or has begun to be trained since."""
    trained = any(_has_used(run, session) for run in study.store.learned.every_run(Step.MODEL))
    return trained or begun_step(study) is Step.MODEL


def _has_used(run: RunRow, session: SessionRow) -> bool:
    if isinstance(run.job, ModelJob) and run.job.data:
        return any(name.startswith(f"{session.code}-") for name in run.job.data)
    return run.started_utc >= session.opened_utc  # of earlier versions, which noted no groups


def take_back(study: Study, code: str, reason: str) -> bool:
    """Take an imported session back, with an entry in the study's log.

    The events of its import stay in the log of events, which nothing is ever deleted from.

    Args:
        study: Open for writing.
        code: Of the session.
        reason: Why; it is told in the audit.

    Returns:
        Whether it was removed; otherwise it was declared unusable, since a MODEL has used it.

    Raises:
        UsageError: There is no such imported session, it was declared unusable before, or the
            reason is missing.
        OperatorError: The study cannot be written.
    """
    session = imported_session(study, code)
    if not reason.strip():
        raise UsageError("Give the reason; it is kept in the study's log.")
    groups = study.store.tables.groups(code)
    if all(row.status == "void" for row in groups):
        raise UsageError(
            "The imported session {session} was declared unusable before.", session=code
        )
    removed = not is_used_by_model(study, session)
    file = study.store.log.imported_files().get(code)
    with study.store.transaction():
        study.store.log.take_back_import(
            code, ImportTakenBack(0, removed, reason.strip()), utc_now()
        )
        add_to_log(
            study.store.facts,
            LogKind.IMPORT_TAKEN_BACK,
            session=code,
            file="" if file is None else file.name,
            groups=len(groups),
            removed=removed,
            reason=reason.strip(),
        )
    return removed
