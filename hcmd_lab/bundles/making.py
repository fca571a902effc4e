"""Writes a study as a bundle."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from hcmd_lab import __version__
from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.bundles import bundle_file as parts
from hcmd_lab.bundles.bundle_records import (
    FORMAT,
    EventLine,
    FingerprintLine,
    ImportLine,
    Manifest,
    MechanismLine,
    RunLine,
    WithdrawalLine,
)
from hcmd_lab.bundles.design import to_send
from hcmd_lab.bundles.joined_plan import added_groups
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import CheckedIn, Event, TurnedAway
from hcmd_lab.storage.codec import encode
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.rows_of_the_log import require_nothing_changed
from hcmd_lab.study.status import Step
from hcmd_lab.system_faults import reason_of
from hcmd_lab.timestamps import utc_now

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class BundleSummary:
    """Contents of a new bundle, counted.

    Attributes:
        file: The bundle.
        sha256: SHA-256 of its bytes.
        sessions: Sessions in it, pilots included.
        groups: Complete groups in it that count.
        runs: Training steps in it.
    """

    file: Path
    sha256: str
    sessions: int
    groups: int
    runs: int


def make_bundle(
    study: ReadOnlyStudy, path: Path, *, with_fingerprints: bool = False
) -> BundleSummary:
    """Write everything another lab needs into one file, without participant labels.

    Args:
        study: The study, open for reading.
        path: The file.
        with_fingerprints: Whether to include fingerprints of labels with their key, by which the
            other lab recognises who took part here.

    Raises:
        UsageError: A session of the study is not closed.
        OperatorError: Another program has changed the study, it cannot be read, or the file not be
            written.
    """
    store = study.store
    with store.transaction():
        require_nothing_changed(store)
        sessions = store.tables.sessions()
        for session in sessions:
            if session.status == "open":
                raise OperatorError(
                    "Session {session} has not ended; end it first, so that the bundle contains "
                    "all of it.",
                    session=session.code,
                )
        members = {
            parts.EVENTS: parts.as_lines(_events(study)),
            parts.RUNS: parts.as_lines(_runs(study)),
            parts.MECHANISMS: parts.as_lines(
                MechanismLine(row.sha256, row.name, row.checkpoint, row.provenance)
                for row in store.learned.mechanisms()
            ),
            parts.IMPORTS: parts.as_lines(
                ImportLine(session, file.name, file.sha256, file.layout)
                for session, file in store.log.imported_files().items()
            ),
            parts.WITHDRAWALS: parts.as_lines(
                WithdrawalLine(row.utc, row.session, row.participant, row.reason)
                for row in store.private.audit()
                if row.act == "withdrawn"
            ),
        }
        if with_fingerprints:
            members[parts.FINGERPRINTS] = parts.as_lines(
                FingerprintLine(row.session, row.participant, row.key, row.digest)
                for row in store.fingerprints.all()
            )
        for row in store.learned.mechanisms():
            members[f"{parts.TABLES}{row.sha256}"] = store.learned.mechanism(row.sha256).to_bytes()
        for sha256 in store.learned.pictures():
            picture = store.learned.picture(sha256)
            if picture is not None:  # a damaged one is useless
                members[f"{parts.PICTURES}{sha256}"] = picture
        runs = store.learned.every_run()
        facts = study.facts()
        known, here = study.labs(), study.lab_name[:_LONGEST_NAME]
        contrasts = msgspec.to_builtins(study.planned_contrasts())
        labs = {each.code: known.get(each.code, here) for each in sessions}
        log, iterations = study.log(), study.added_iterations()
    members |= _checkpoints(store.folder.checkpoints)
    named = {code: lab for code, lab in labs.items() if lab}
    manifest = Manifest(
        FORMAT,
        utc_now(),
        __version__,
        msgspec.to_builtins(to_send(study.settings)),
        (),
        named,
        tuple(contrasts),
        here,
        added_groups(log),
        tuple(iterations),
    )
    sha256 = parts.write_bundle(path, manifest, members)
    counted = sum(facts.acquired.values()) + facts.evaluation_groups
    return BundleSummary(path, sha256, len(sessions), counted, len(runs))


def without_label(event: Event) -> Event:
    """A copy of an event with its participant label removed."""
    return replace(event, label="") if isinstance(event, CheckedIn | TurnedAway) else event


def _events(study: ReadOnlyStudy) -> Iterator[EventLine]:
    versions = study.store.log.software()
    for logged in study.store.log.logged_events():
        kind, body = encode(without_label(logged.event))
        yield EventLine(
            logged.session, logged.utc, kind, msgspec.Raw(body.encode()), versions.get(logged.id)
        )


def _runs(study: ReadOnlyStudy) -> Iterator[RunLine]:
    for run in study.store.learned.every_run():
        yield RunLine(
            kind=Step(run.kind),
            iteration=run.iteration,
            job=msgspec.Raw(msgspec.json.encode(run.job)),
            result=msgspec.Raw(msgspec.json.encode(run.result)),
            started_utc=run.started_utc,
            finished_utc=run.finished_utc,
            versions=run.versions,
            table=study.mechanisms.table_of(run),
            set_aside_utc=run.set_aside_utc,
        )


def _checkpoints(folder: Path) -> dict[str, bytes]:
    try:
        return {
            f"{parts.CHECKPOINTS}{file.name}": read_bounded(
                file, FileKind.CHECKPOINT, within=folder
            )
            for file in sorted(folder.glob("*.safetensors"))
        }
    except OSError as error:
        raise OperatorError(
            "The checkpoints in {folder} cannot be read ({reason}); check its permissions and the "
            "disk.",
            folder=folder,
            reason=reason_of(error),
        ) from error
