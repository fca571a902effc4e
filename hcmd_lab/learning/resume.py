"""The resume file of a stopped training step; it continues bit for bit."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec
from torch import Tensor

from hcmd_lab.bounded_reader import FileKind, decode_record, read_bounded
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_write
from hcmd_lab.jobs.job_folder import RESUME_FILE
from hcmd_lab.jobs.requests import Compute, OptimizeJob
from hcmd_lab.learning import tensorfile
from hcmd_lab.system_faults import reason_of, remedy_of


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    job_sha256: str
    step: int
    elapsed_s: float


@dataclass(frozen=True, slots=True)
class Resume:
    """State of a stopped training run.

    Attributes:
        step: Updates done.
        elapsed_s: Time they took.
        tensors: Everything the next update depends on, by name.
    """

    step: int
    elapsed_s: float
    tensors: dict[str, Tensor]


def save(folder: Path, job: OptimizeJob, resume: Resume) -> None:
    """Write or replace the resume file of a job's folder.

    Raises:
        OperatorError: It cannot be written; the one before is still there.
    """
    record = _Record(_identity(job), resume.step, resume.elapsed_s)
    try:
        atomic_write(folder / RESUME_FILE, tensorfile.encode(resume.tensors, record))
    except OSError as error:
        raise OperatorError(
            "The training progress cannot be written to {folder} ({reason}); {remedy}, then start "
            "it again: it continues from the last save.",
            folder=folder,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def load(folder: Path, job: OptimizeJob) -> Resume | None:
    """State of the job in this folder, or None if it has not started.

    Raises:
        OperatorError: The file is damaged or belongs to another job.
    """
    path = folder / RESUME_FILE
    if not path.exists():
        return None
    try:
        tensors, record_json = tensorfile.decode(read_bounded(path, FileKind.JOB))
        record: _Record = decode_record(record_json, _Record)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise OperatorError(
            "The training progress in {path} cannot be read; delete that file to start over.",
            path=path,
        ) from error
    if record.job_sha256 != _identity(job):
        raise OperatorError(
            "{path} belongs to training with different settings, or of another version; cancel the "
            "step, or delete that file, to start over.",
            path=path,
        )
    return Resume(record.step, record.elapsed_s, tensors)


def delete(folder: Path) -> None:
    """Remove the resume file of a finished job."""
    (folder / RESUME_FILE).unlink(missing_ok=True)


def _identity(job: OptimizeJob) -> str:
    # Where a job runs is not part of its identity.
    anywhere = msgspec.structs.replace(job, compute=Compute())
    return hashlib.sha256(msgspec.json.encode(anywhere)).hexdigest()
