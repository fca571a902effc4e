"""Checkpoints: modules as files named by the SHA-256 of their bytes.

A file holds a module's parameters, its kind and its architecture, so that the module can be rebuilt
from the file alone, and a file whose bytes have changed is recognised by its name.
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
from torch import Tensor, nn

from hcmd_lab.bounded_reader import FileKind, decode_record, read_bounded
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_write
from hcmd_lab.learning import tensorfile
from hcmd_lab.system_faults import reason_of, remedy_of

Kind = Literal["policy", "participants"]
A = TypeVar("A", bound=msgspec.Struct)
M = TypeVar("M", bound=nn.Module)


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: Kind
    architecture: Any


def save(folder: Path, kind: Kind, architecture: msgspec.Struct, module: nn.Module) -> str:
    """Write a checkpoint and return its SHA-256; the same parameters give the same name.

    Args:
        folder: The folder of checkpoints, created if missing.
        kind: The module's kind.
        architecture: The hyperparameters of the module.
        module: Whose parameters are written.

    Raises:
        OperatorError: The file cannot be written.
    """
    data = tensorfile.encode(module.state_dict(), _Record(kind, architecture))
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        atomic_write(_path(folder, sha256), data)
    except OSError as error:
        raise OperatorError(
            "The checkpoint cannot be written to {folder} ({reason}); {remedy}, then try again.",
            folder=folder,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    return sha256


def load(
    folder: Path,
    sha256: str,
    kind: Kind,
    architecture: type[A],
    build: Callable[[A], M],
    rename: Callable[[dict[str, Tensor]], dict[str, Tensor]] = dict,
) -> M:
    """Rebuild a module from its checkpoint, on the CPU.

    Args:
        folder: The folder of checkpoints.
        sha256: The checkpoint's name.
        kind: The required kind of module.
        architecture: The record that describes modules of this kind.
        build: Makes the module from that record; its parameters are then overwritten.
        rename: Gives the tensors of earlier versions the names they have now.

    Raises:
        OperatorError: The checkpoint is missing, damaged, or of another kind.
    """
    data = _read(folder, sha256)
    name = f"The checkpoint {sha256[:12]} in {folder}"
    try:
        tensors, record_json = tensorfile.decode(data)
        record: _Record = decode_record(record_json, _Record)
    except (ValueError, msgspec.MsgspecError) as error:
        raise OperatorError(
            "{name} is not an HCMD Lab checkpoint; choose another one.",
            name=name,
        ) from error
    if record.kind != kind:
        raise OperatorError(
            "{name} holds a {kind} model where a {needed} model is needed.",
            name=name,
            kind=record.kind,
            needed=kind,
        )
    try:
        module = build(msgspec.convert(record.architecture, architecture))
    except msgspec.MsgspecError as error:
        raise OperatorError(
            "{name} describes a model that this version cannot build ({error}); use the "
            "version that wrote it.",
            name=name,
            error=error,
        ) from error
    tensors = rename(tensors)
    expected = {key: (value.shape, value.dtype) for key, value in module.state_dict().items()}
    if expected != {key: (value.shape, value.dtype) for key, value in tensors.items()}:
        raise OperatorError(
            "{name} lacks parameters of the model it describes; use the version that wrote it.",
            name=name,
        )
    module.load_state_dict(tensors)
    return module


def _read(folder: Path, sha256: str) -> bytes:
    if not re.fullmatch("[0-9a-f]{64}", sha256):
        raise OperatorError(
            "A checkpoint is named by the 64 hexadecimal digits of its SHA-256, not {sha256}.",
            sha256=repr(sha256),
        )
    path = _path(folder, sha256)
    try:
        data = read_bounded(path, FileKind.CHECKPOINT, within=folder)
    except OSError as error:
        raise OperatorError(
            "The checkpoint {path} cannot be read ({reason}); if there is a backup, bring it back "
            "from there (File, Backups, Bring back checkpoints, or: hcmd-lab restore STUDY "
            "--checkpoints).",
            path=path,
            reason=reason_of(error),
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise OperatorError(
            "The checkpoint {path} is damaged: its bytes no longer match its name; if there is a "
            "backup, bring it back from there (File, Backups, Bring back checkpoints, or: "
            "hcmd-lab restore STUDY --checkpoints).",
            path=path,
        )
    return data


def _path(folder: Path, sha256: str) -> Path:
    return folder / f"{sha256}.safetensors"
