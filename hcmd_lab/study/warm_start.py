"""Warm start: a study that begins with another study's trained mechanism.

Typically the other study is one of simulated participants: new people then meet a mechanism that
divides sensibly from the first round on. Where it came from stays with everything made from it.
"""

import dataclasses
import hashlib
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_write, of_user
from hcmd_lab.jobs.requests import InitialiseJob, Origin, Pretraining
from hcmd_lab.storage.store import Store
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.settings import StudySettings, game_of
from hcmd_lab.study.status import Step
from hcmd_lab.system_faults import reason_of

_OF_THE_NETWORK = ("policy_width", "minimum_share", "monotone", "reference", "reference_distance")
"""The settings in which both studies have to agree."""


@dataclass(frozen=True, slots=True)
class WarmStart:
    """The mechanism that a study starts from.

    Attributes:
        origin: Its origin.
        file: Its checkpoint, in the other study's folder.
    """

    origin: Origin
    file: Path


def checked(settings: StudySettings) -> StudySettings:
    """Check, before a study is created, that the mechanism it starts from is usable.

    Returns:
        The settings, with the other study's folder written in full.

    Raises:
        OperatorError: It cannot; the sentence says why.
    """
    if not settings.warm_start:
        return settings
    folder = of_user(settings.warm_start).absolute()
    full = dataclasses.replace(settings, warm_start=str(folder))
    find(full)
    return full


def find(settings: StudySettings) -> WarmStart:
    """The newest mechanism of the study named in the settings.

    Raises:
        UsageError: There is no such study, or it has no mechanism that fits.
        OperatorError: It cannot be read.
    """
    folder = Path(settings.warm_start)
    with Store.read(folder) as store:
        other = ReadOnlyStudy(store)
        trained = sorted(run.iteration for run in store.learned.runs(Step.OPTIMIZE))
        if not trained:
            raise UsageError(
                "The study {folder} has not trained a mechanism yet; run its loop up to OPTIMIZE, "
                "or leave warm_start empty.",
                folder=folder,
            )
        if differing := _differing(settings, other.settings):
            raise UsageError(
                "The mechanism of the study {folder} does not fit: it was made with different "
                "values of {names}; make this study with the same values.",
                folder=folder,
                names=", ".join(differing),
            )
        if store.learned.mechanism(other.mechanisms.trained_tables()[-1]).game != game_of(settings):
            raise UsageError(
                "The mechanism of the study {folder} was made for a different game; choose a "
                "study of this game.",
                folder=folder,
            )
        checkpoint = other.checkpoint(trained[-1])
        origin = Origin(
            study=other.settings.name,
            iteration=trained[-1],
            simulated=_is_simulated(other),
            checkpoint=checkpoint,
        )
        return WarmStart(origin, store.folder.checkpoints / f"{checkpoint}.safetensors")


def bring(start: WarmStart, checkpoints: Path) -> None:
    """Copy the mechanism's checkpoint into a study's own.

    Raises:
        OperatorError: It cannot be read or written, or is damaged.
    """
    try:
        data = read_bounded(start.file, FileKind.CHECKPOINT, within=start.file.parent)
        if hashlib.sha256(data).hexdigest() != start.origin.checkpoint:
            raise OperatorError(
                "The checkpoint {path} is damaged: its bytes no longer match its name; if "
                "there is a backup, bring it back from there (File, Backups, Bring back "
                "checkpoints, or: hcmd-lab restore STUDY --checkpoints).",
                path=start.file,
            )
        atomic_write(checkpoints / start.file.name, data)
    except OSError as error:
        raise OperatorError(
            "The mechanism {path} cannot be copied to {folder} ({reason}); check that the file "
            "can be read and that the folder has space.",
            path=start.file,
            folder=checkpoints,
            reason=reason_of(error),
        ) from error


def origin_of(study: ReadOnlyStudy) -> Origin | None:
    """Origin of a study's first mechanism; None if it was random or does not exist yet."""
    for run in study.store.learned.runs(Step.INITIALISE):
        if isinstance(run.job, InitialiseJob):
            return run.job.origin
    return None


def _is_simulated(study: ReadOnlyStudy) -> bool:
    """Whether simulated people had a part in a study's mechanisms."""
    origin, settings = origin_of(study), study.settings
    begins_simulated = origin is not None and origin.simulated
    return settings.simulated or settings.pretraining is Pretraining.SIMULATED or begins_simulated


def _differing(settings: StudySettings, other: StudySettings) -> list[str]:
    if settings.restriction == other.restriction and settings.policy_width == other.policy_width:
        return []
    return [name for name in _OF_THE_NETWORK if getattr(settings, name) != getattr(other, name)]
