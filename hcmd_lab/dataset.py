"""Played games as a file: how a training job is given its data.

One `PlayedGroup` a line as JSON, in the order given. The file's SHA-256 names the data in the
provenance of everything that was learned from them.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_file
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.wanted import wanted

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(PlayedGroup)


def write_dataset(path: Path, groups: Iterable[PlayedGroup]) -> str:
    """Write groups to `path` atomically and return the SHA-256 of the file.

    Raises:
        OperatorError: The file cannot be written.
    """
    digest = hashlib.sha256()
    try:
        with atomic_file(path) as file:
            for line in wanted(_lines(groups)):
                digest.update(line)
                file.write(line)
    except OSError as error:
        raise OperatorError(
            "The training data cannot be written to {path} ({reason}); {remedy}, then try again.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    return digest.hexdigest()


def dataset_sha256(groups: Iterable[PlayedGroup]) -> str:
    """The SHA-256 of the file that `write_dataset` would write."""
    digest = hashlib.sha256()
    for line in _lines(groups):
        digest.update(line)
    return digest.hexdigest()


def _lines(groups: Iterable[PlayedGroup]) -> Iterator[bytes]:
    return (_encoder.encode(group) + b"\n" for group in groups)


def read_dataset(path: Path) -> tuple[tuple[PlayedGroup, ...], str]:
    """Read a file written by `write_dataset`.

    Returns:
        The groups in the order of the file, and the SHA-256 of the file.

    Raises:
        OperatorError: The file cannot be read, or a line is wrong or cut short.
    """
    try:
        data = read_bounded(path, FileKind.JOB)
    except OSError as error:
        raise OperatorError(
            "The training data in {path} cannot be read ({reason}); export them from the study "
            "again.",
            path=path,
            reason=reason_of(error),
        ) from error
    lines = data.split(b"\n")
    if lines.pop():
        raise OperatorError(
            "Line {number} of {path} is incomplete; export the data from the study again.",
            number=len(lines) + 1,
            path=path,
        )
    groups = []
    for number, line in enumerate(lines, start=1):
        try:
            group = _decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise OperatorError(
                "Line {number} of {path} is not a played group ({error}); export the data from "
                "the study again.",
                number=number,
                path=path,
                error=error,
            ) from error
        _check_shapes(group, number, path)
        groups.append(group)
    return tuple(groups), hashlib.sha256(data).hexdigest()


def _check_shapes(group: PlayedGroup, number: int, path: Path) -> None:
    """Reject stages whose tables differ in rounds or seats."""
    seats = len(group.votes)
    for stage in group.stages:
        tables = (stage.endowments, stage.contributions, stage.payouts, stage.own_choice)
        rounds = len(stage.endowments)
        if any(len(table) != rounds or any(len(row) != seats for row in table) for table in tables):
            raise OperatorError(
                "Line {number} of {path}: the tables of stage {stage} of group {group} differ "
                "in their rounds or seats; export the data again.",
                number=number,
                path=path,
                stage=stage.stage,
                group=group.group,
            )
