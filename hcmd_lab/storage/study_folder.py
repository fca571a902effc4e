"""The study folder: its layout, and free disk space."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, sha256_of
from hcmd_lab.drafts import sweep_below
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import PRIVATE, make_folder

LOW_DISK_BYTES = 200 * 1024 * 1024
"""Below this much free space a session should not be started; a session writes about 1 MB."""


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """Names of the files and folders of a study.

    Attributes:
        path: The folder itself.
    """

    path: Path

    @property
    def database(self) -> Path:
        """The SQLite file: the only source of truth."""
        return self.path / "study.db"

    @property
    def lock(self) -> Path:
        """File locked by the operating system while a process may write to the study."""
        return self.path / "study.lock"

    @property
    def checkpoints(self) -> Path:
        """Networks as safetensors files, named by the SHA-256 of their bytes."""
        return self.path / "checkpoints"

    @property
    def exports(self) -> Path:
        """Tables written for other programs."""
        return self.path / "exports"

    @property
    def backups(self) -> Path:
        """Copies of the database, made before its format is changed."""
        return self.path / "backups"

    @property
    def jobs(self) -> Path:
        """One folder per unfinished training job."""
        return self.path / "jobs"

    @property
    def keys(self) -> Path:
        """The identity that a study has for itself: the demo's, and those of earlier versions."""
        return self.path / "keys"

    def has_sound_checkpoint(self, sha256: str) -> bool | None:
        """Whether a checkpoint's bytes are those that it is named by; None if it is not there."""
        return is_named_by_its_bytes(self.checkpoints / f"{sha256}.safetensors")

    def make(self) -> None:
        """Create the folder and its subfolders."""
        for folder in (self.path, self.checkpoints, self.exports, self.backups, self.jobs):
            make_folder(folder)

    def tidy(self) -> None:
        """Remove what killed programs have left, and keep the database to its owner."""
        sweep_below(self.path)
        with suppress(OSError):  # of another owner's: they decide
            self.database.chmod(PRIVATE)

    def free_bytes(self) -> int:
        """Free space on the disk that holds the folder."""
        return shutil.disk_usage(self.path).free

    def require_space(self, minimum_bytes: int = LOW_DISK_BYTES) -> None:
        """Check that there is enough disk space.

        Raises:
            OperatorError: Less than `minimum_bytes` are free.
        """
        free = self.free_bytes()
        if free < minimum_bytes:
            raise OperatorError(
                "The disk of the study folder {path} has only {free} MB free; free space until "
                "there are at least {needed} MB.",
                path=self.path,
                free=free // 2**20,
                needed=-(-minimum_bytes // 2**20),
            )


def is_named_by_its_bytes(checkpoint: Path) -> bool | None:
    """Whether a file's name is the SHA-256 of its bytes; None if it cannot be read."""
    try:
        return (
            sha256_of(checkpoint, FileKind.CHECKPOINT, within=checkpoint.parent) == checkpoint.stem
        )
    except OSError:
        return None
