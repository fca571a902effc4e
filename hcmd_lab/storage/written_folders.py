"""What a study remembers of the folders that it has written: exports and reports.

Each is a small file beside the exports, so that a study that is open elsewhere, or only read, can
remember them too. Copies that people have made are not known to it. A folder within the study is
remembered by its way from there: the study may be moved, renamed or copied.
"""

import hashlib
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from hcmd_lab.bounded_reader import FileKind, open_bounded, read_record
from hcmd_lab.delimited import bounded_lines, split_rows
from hcmd_lab.files import PRIVATE, atomic_write
from hcmd_lab.owned_folder import Kind, Manifest, read_manifest
from hcmd_lab.storage.study_folder import StudyFolder

_FOLDER = ".written"
_VOTES = ".uncounted"
_PEOPLE: dict[Kind, str] = {
    "export": "participants.csv",
    "package": "data/description-participants_data.csv",
    "report": "",
}
"""Where folders name participants, by kind; reports name none."""

_WHO = ("session.code", "participant.code")


@dataclass(frozen=True, slots=True)
class WrittenFolder:
    """A folder that the study has written.

    Attributes:
        path: The folder.
        manifest: What it was when it was written last.
    """

    path: Path
    manifest: Manifest


class ExportedVotes(msgspec.Struct, frozen=True):
    """Votes that an export held before they were counted.

    Attributes:
        utc: When it was written.
        groups: Groups that had cast them.
    """

    utc: str
    groups: int


def remember_votes(study: StudyFolder, exported: ExportedVotes) -> None:
    """Remember an export of uncounted votes; of a study that cannot be written to, nothing is."""
    name = hashlib.sha256(exported.utc.encode()).hexdigest()[:16]
    try:
        atomic_write(
            study.exports / _VOTES / f"{name}.json", msgspec.json.encode(exported), PRIVATE
        )
    except OSError:
        return


def exported_votes(study: StudyFolder) -> list[ExportedVotes]:
    """The exports of uncounted votes that the study remembers, by time."""
    found = []
    for file in (study.exports / _VOTES).glob("*.json"):
        try:
            found.append(read_record(file, ExportedVotes))
        except (OSError, msgspec.MsgspecError):
            continue
    return sorted(found, key=lambda each: each.utc)


class _Remembered(msgspec.Struct, frozen=True):
    path: str
    manifest: Manifest


def remember_folder(study: StudyFolder, path: Path, manifest: Manifest) -> None:
    """Remember a folder; of a study that cannot be written to, nothing is remembered."""
    place, home = path.absolute(), study.path.absolute()
    is_within = place.is_relative_to(home)
    told = place.relative_to(home).as_posix() if is_within else str(place)
    name = hashlib.sha256(told.encode()).hexdigest()[:16]
    kept = _Remembered(told, msgspec.structs.replace(manifest, files={}))
    try:
        atomic_write(study.exports / _FOLDER / f"{name}.json", msgspec.json.encode(kept), PRIVATE)
    except OSError:
        return


def written_folders(study: StudyFolder) -> list[WrittenFolder]:
    """The folders that the study remembers and that are still its own, by path."""
    found: dict[Path, WrittenFolder] = {}
    for file in sorted((study.exports / _FOLDER).glob("*.json")):
        try:
            kept = read_record(file, _Remembered)
        except (OSError, msgspec.MsgspecError):
            continue
        path = _place(study, kept.path)
        there = read_manifest(path)
        if there is not None and there.study == kept.manifest.study:
            found[path] = WrittenFolder(path, there)
    return sorted(found.values(), key=lambda each: each.path)


def _place(study: StudyFolder, told: str) -> Path:
    """Where a remembered folder is now.

    Earlier versions told the whole path of an export within the study, too: of where the study, or
    the one that it is a copy of, was then.
    """
    path = study.path.absolute() / told  # a whole path stays what it is
    if path.parent.name == study.exports.name and path.parent != study.exports.absolute():
        home = path.parent.parent
        if StudyFolder(home).database.exists() or not home.exists():
            return study.exports.absolute() / path.name
    return path


def holds(folder: WrittenFolder, people: Collection[tuple[str, str]]) -> bool | None:
    """Whether data of any of some people are in a folder; None if it cannot be read.

    Args:
        folder: The folder.
        people: Each by the session's code and the participant's.
    """
    try:
        return any(cells in people for cells in _people(folder, *_WHO))
    except (OSError, ValueError, IndexError):  # no such file, or not as it was written
        return None


def labels_in(folder: WrittenFolder, session: str) -> bool | None:
    """Whether a folder holds labels; None if it was written with labels and cannot be read.

    Args:
        folder: The folder.
        session: Code of a session; empty for all.
    """
    if not folder.manifest.with_labels:
        return False
    try:
        people = _people(folder, _WHO[0], "participant.label")
        return any(label and session in ("", of) for of, label in people)
    except (OSError, ValueError, IndexError):
        return None


def _people(folder: WrittenFolder, *columns: str) -> Iterator[tuple[str, ...]]:
    """Some columns of the table in which a folder names participants; nothing of a report.

    Raises:
        OSError: There is no such file.
        ValueError: It is not as it was written.
        IndexError: The same.
    """
    people = _PEOPLE[folder.manifest.kind]
    if not people:
        return
    with open_bounded(folder.path / people, FileKind.EXPORT) as file:
        text = io.TextIOWrapper(file, "utf-8", newline="")
        rows = (cells for _, cells in split_rows(bounded_lines(text), ","))
        names = next(rows, [])
        places = [names.index(name) for name in columns]
        for cells in rows:
            yield tuple(cells[place] for place in places)
