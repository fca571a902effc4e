"""Bundle files: a ZIP archive with a manifest that names and hashes every member."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from hcmd_lab.bounded_reader import (
    MAX_BYTES,
    FileKind,
    decode_record,
    read_bounded,
    sha256_of,
    unpack,
)
from hcmd_lab.bundles.bundle_records import (
    FORMAT,
    Bundle,
    BundledEvent,
    EventLine,
    FingerprintLine,
    ImportLine,
    Manifest,
    MechanismLine,
    Member,
    RunLine,
    WithdrawalLine,
)
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_file, unreadable
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.codec import decode
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.wanted import wanted
from hcmd_lab.zip_members import zip_member

L = TypeVar("L", bound=msgspec.Struct)

MANIFEST = "bundle.json"
EVENTS = "events.jsonl"
RUNS = "runs.jsonl"
MECHANISMS = "mechanisms.jsonl"
IMPORTS = "imports.jsonl"
WITHDRAWALS = "withdrawals.jsonl"
FINGERPRINTS = "fingerprints.jsonl"
TABLES = "tables/"
CHECKPOINTS = "checkpoints/"
PICTURES = "pictures/"

MAX_UNPACKED = 2**30
"""Bytes of a whole study; an archive that claims more is not unpacked."""

_ALWAYS, _AT_MOST_TIMES = 64 * 2**20, 100
"""What any archive may unpack to, and how many times its own size beyond that: a log of events
shrinks to a twentieth, while a few bytes of zeros would fill the memory."""

_PACKED_AS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_KINDS = {CHECKPOINTS: FileKind.CHECKPOINT, PICTURES: FileKind.PICTURE}
"""Members of a kind of file that is bounded by itself."""

# A changed byte can make a member look cut off, elsewhere, encrypted or compressed in another way.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # of nesting without end as well
    ValueError,
)

_lines = msgspec.json.Encoder()


def as_lines(records: Iterable[msgspec.Struct]) -> bytes:
    """Records as JSON Lines."""
    return _lines.encode_lines(list(wanted(records)))


def write_bundle(path: Path, manifest: Manifest, members: Mapping[str, bytes]) -> str:
    """Write a bundle atomically.

    Args:
        path: The file; one that is there is replaced.
        manifest: What it says of itself; its files are listed here.
        members: The files by their names.

    Returns:
        SHA-256 of the bundle's bytes.

    Raises:
        OperatorError: The file cannot be written.
    """
    listed = tuple(
        Member(name, hashlib.sha256(data).hexdigest(), len(data)) for name, data in members.items()
    )
    manifest = msgspec.structs.replace(manifest, members=listed)
    try:
        with atomic_file(path) as file, zipfile.ZipFile(file, "w") as archive:
            told = msgspec.json.format(msgspec.json.encode(manifest))
            archive.writestr(zip_member(MANIFEST), told)
            for name, data in members.items():
                archive.writestr(zip_member(name), data)
    except OSError as error:
        raise OperatorError(
            "The bundle {path} cannot be written ({reason}); {remedy}, or choose another folder.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    return sha256_of(path, FileKind.BUNDLE)


def read_bundle(path: Path) -> Bundle:
    """Read a bundle and verify every hash in it.

    Raises:
        UsageError: The file cannot be read, is not a bundle, is damaged, or comes from a newer
            version.
    """
    try:
        whole = io.BytesIO(read_bounded(path, FileKind.BUNDLE))
    except OSError as error:
        raise unreadable(Sentence("The bundle {path}", path=path), error) from error
    try:
        with zipfile.ZipFile(whole) as archive:
            _require_size(path, archive, len(whole.getbuffer()))
            manifest = _manifest(path, archive)
            members = _members(path, archive, manifest)
    except _DAMAGE as error:
        raise _no_bundle(path) from error
    try:
        return _bundle(path.name, manifest, members)
    except RecursionError as error:
        raise _no_bundle(path) from error
    except (msgspec.MsgspecError, ValueError, KeyError) as error:
        raise UsageError(
            "The bundle {name} cannot be read ({error}); create it again.",
            name=path.name,
            error=error,
        ) from error


def _manifest(path: Path, archive: zipfile.ZipFile) -> Manifest:
    try:
        data = _unpacked(archive, archive.getinfo(MANIFEST))
        version = decode_record(data, dict[str, Any])["format"]
        if isinstance(version, int) and version > FORMAT:
            raise UsageError(
                "The bundle {name} was made by a newer version of HCMD Lab; install that version "
                "to read it.",
                name=path.name,
            )
        manifest: Manifest = decode_record(data, Manifest)
        return manifest
    except (KeyError, TypeError, msgspec.MsgspecError) as error:
        raise _no_bundle(path) from error


def _no_bundle(path: Path) -> UsageError:
    return UsageError(
        "{name} is not a study bundle; make one (Data, Export, A bundle for another lab, or: "
        "hcmd-lab bundle make STUDY FILE).",
        name=path.name,
    )


def _members(path: Path, archive: zipfile.ZipFile, manifest: Manifest) -> dict[str, bytes]:
    infos = archive.infolist()
    present = {info.filename: info for info in infos}
    # Of two files of one name another program may take the other one.
    is_twice = len(infos) != len(present)
    if is_twice or present.keys() != {MANIFEST, *(member.name for member in manifest.members)}:
        raise UsageError(
            "The bundle {name} does not contain the files that it lists; create and send it again.",
            name=path.name,
        )
    members = {}
    for member in manifest.members:
        try:
            data = _unpacked(archive, present[member.name])
        except _DAMAGE:
            data = b""
        if hashlib.sha256(data).hexdigest() != member.sha256:
            raise UsageError(
                "The bundle {name} is damaged: its file {member} has changed since the bundle was "
                "made; create and send it again.",
                name=path.name,
                member=member.name,
            )
        members[member.name] = data
    return members


def _require_size(path: Path, archive: zipfile.ZipFile, packed: int) -> None:
    """Check what the archive declares before anything of it is unpacked.

    Raises:
        UsageError: It is more than a study of this size can hold.
    """
    infos = archive.infolist()
    most = min(MAX_UNPACKED, _ALWAYS + _AT_MOST_TIMES * packed)
    within = sum(info.file_size for info in infos) <= most and all(
        info.file_size <= MAX_BYTES[_KINDS.get(_folder_of(info), FileKind.JOB)] for info in infos
    )
    if not within:
        raise UsageError(
            "The bundle {name} declares more data than any study holds; create it again.",
            name=path.name,
        )


def _folder_of(info: zipfile.ZipInfo) -> str:
    folder, separator, _ = info.filename.partition("/")
    return folder + separator


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.compress_type not in _PACKED_AS:
        raise ValueError("it is packed in a way that bundles are not")
    with archive.open(info) as packed:
        return unpack(packed, info.file_size)


def _bundle(name: str, manifest: Manifest, members: Mapping[str, bytes]) -> Bundle:
    sessions: dict[str, list[BundledEvent]] = {}
    lines = _read_lines(members[EVENTS], EventLine)
    for number, line in enumerate(wanted(lines), start=1):
        event = decode(number, line.kind, bytes(line.body).decode())
        sessions.setdefault(line.session, []).append(BundledEvent(line, event))
    return Bundle(
        name=name,
        manifest=manifest,
        sessions=sessions,
        runs=_read_lines(members[RUNS], RunLine),
        mechanisms=[
            (_table(line, members[f"{TABLES}{line.sha256}"]), line.provenance)
            for line in _read_lines(members[MECHANISMS], MechanismLine)
        ],
        checkpoints={
            _checkpoint_name(file, data): data
            for file, data in members.items()
            if file.startswith(CHECKPOINTS)
        },
        pictures=[data for file, data in members.items() if file.startswith(PICTURES)],
        imports={
            line.session: ImportedFile(line.name, line.sha256, line.layout)
            for line in _read_lines(members[IMPORTS], ImportLine)
        },
        withdrawals=_read_lines(members[WITHDRAWALS], WithdrawalLine),
        fingerprints=_read_lines(members.get(FINGERPRINTS, b""), FingerprintLine),
    )


def _table(line: MechanismLine, data: bytes) -> FrozenPolicy:
    table = FrozenPolicy.from_bytes(data, line.name, line.checkpoint)
    if table.sha256 != line.sha256:
        raise ValueError(f"the table of {line.name} is not the one that its name says")
    return table


def _checkpoint_name(file: str, data: bytes) -> str:
    """The member name of a checkpoint, checked to be a hash and nothing else."""
    name = f"{hashlib.sha256(data).hexdigest()}.safetensors"
    if file != f"{CHECKPOINTS}{name}":
        raise ValueError(f"the checkpoint {file} is not the one that its name says")
    return name


def _read_lines(data: bytes, kind: type[L]) -> list[L]:
    decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(kind)
    return decoder.decode_lines(data)
