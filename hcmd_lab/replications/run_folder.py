"""The folder of a replication run: its layout and its record."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from hcmd_lab.bounded_reader import read_record
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_write
from hcmd_lab.game.setting_values import parse
from hcmd_lab.study.presets import with_preset
from hcmd_lab.study.settings import StudySettings, stored_settings

_ANYWHERE = {"threads": 0}
"""Settings that change how a study is computed, but nothing of what comes out."""


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    identity: str
    settings: dict[str, object]


@dataclass(frozen=True, slots=True)
class ReplicationFolder:
    """Names of the files in a folder of replications.

    Attributes:
        path: The folder itself, absolute.
    """

    path: Path

    @property
    def record(self) -> Path:
        """Settings file of the folder, by which a worker recognises it."""
        return self.path / "replications.settings.json"

    def study(self, name: str) -> Path:
        """The study folder of a replication."""
        return self.path / name

    def result(self, name: str) -> Path:
        """Result file of a replication; exists only once complete."""
        return self.path / f"{name}.json"

    def progress(self, name: str) -> Path:
        """Progress file of a running replication."""
        return self.path / f".{name}.progress"

    def stop(self, run: str) -> Path:
        """A file that asks the workers of one run of the command to save and stop."""
        return self.path / f".stop-{run}"

    @property
    def table(self) -> Path:
        """Results file with one row per replication."""
        return self.path / "replications.csv"

    @property
    def report(self) -> Path:
        """The same as JSON, with the figures for each grid point."""
        return self.path / "replications.json"

    def identity(self) -> str | None:
        """Identifier that tells apart folders at the same path; None without a record."""
        try:
            return read_record(self.record, _Record).identity
        except (OSError, msgspec.MsgspecError):
            return None


def open_folder(path: Path, preset: str, changes: Mapping[str, object]) -> ReplicationFolder:
    """Create a folder of replications, or reopen one with the same settings.

    Args:
        path: Its folder is made if there is none.
        preset: The schedule to begin with.
        changes: Settings that are the same for all replications.

    Raises:
        UsageError: It was made with other settings, or is a study itself.
        OperatorError: It cannot be read or written.
    """
    folder = ReplicationFolder(path.absolute())
    if (path / "study.db").is_file():
        raise UsageError(
            "{folder} is a study; choose another folder for the replications.", folder=path
        )
    common = parse(StudySettings, with_preset(preset, changes))
    try:
        if not folder.record.exists():
            record = _Record(uuid.uuid4().hex, msgspec.to_builtins(common))
            atomic_write(folder.record, msgspec.json.format(msgspec.json.encode(record)))
            return folder
        known = read_record(folder.record, _Record)
    except (OSError, msgspec.MsgspecError) as error:
        raise OperatorError(
            "The folder {folder} cannot be used for replications ({error}); choose another, or "
            "make it readable and writable.",
            folder=path,
            error=error,
        ) from error
    different = _differences(stored_settings(known.settings), common)
    if different:
        raise UsageError(
            "The folder {folder} holds replications with different settings ({names}); give the "
            "same preset and the same --set options, or choose another folder.",
            folder=path,
            names=", ".join(different),
        )
    return folder


def same_results(one: StudySettings, other: StudySettings) -> bool:
    """Whether studies with these settings give the same results."""
    return not _differences(one, other)


def _differences(one: StudySettings, other: StudySettings) -> list[str]:
    first: dict[str, object] = msgspec.to_builtins(one) | _ANYWHERE
    second: dict[str, object] = msgspec.to_builtins(other) | _ANYWHERE
    return [name for name in first if first[name] != second[name]]
