"""Signs packages of the kiosk into a folder that a lab computer can offer: a TUF repository."""

import tarfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec
from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from hcmd_lab.bounded_reader import FileKind, open_bounded, read_record
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import PUBLIC, atomic_write, copy_file, make_folder, unreadable
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.updates.keys import RELEASE_KEY, read_signer, roots_in
from hcmd_lab.updates.offer import OfferedUpdate, open_offer
from hcmd_lab.updates.releases import ROOT, TIMESTAMP, is_served, target_name, told_by_name
from hcmd_lab.updates.unpacking import names_executable

VALID_DAYS = 730
MAX_DAYS = 3650
_COUNT = "signed.json"
S = TypeVar("S", Targets, Snapshot, Timestamp)


class _Count(msgspec.Struct, frozen=True):
    """How often the keys have signed: a station believes nothing that has a smaller number."""

    times: int


def sign_packages(
    packages: Sequence[Path], keys: Path, into: Path, days: int = VALID_DAYS
) -> OfferedUpdate:
    """Sign packages of one version, at most one for each system.

    Args:
        packages: As `make packages` names them.
        keys: Folder of the keys.
        into: The update's folder; one that is there already is replaced by this update.
        days: For how long the signatures are valid.

    Raises:
        UsageError: Packages or keys cannot be used, or something else is in the folder.
        OperatorError: The update cannot be written.
    """
    versions = {system: version for version, system in map(told_by_name, packages)}
    if len(versions) < len(packages) or len(set(versions.values())) != 1:
        raise UsageError("Give packages of one version, at most one for each system.")
    signer, roots = read_signer(keys / RELEASE_KEY), roots_in(keys)
    _require_right(signer, roots, keys)
    _require_own(into)
    number = _next_number(keys)
    expires = datetime.now(UTC).replace(microsecond=0) + timedelta(days=days)
    targets = Targets(number, expires=expires)
    try:
        for package in packages:
            version, system = told_by_name(package)
            targets.targets[target_name(system)] = _target(package, system, version)
        make_folder(into, PUBLIC)
        _clear(into)
        for package in packages:
            _, system = told_by_name(package)
            digest = targets.targets[target_name(system)].hashes["sha256"]
            copy_file(package, into / f"{digest}.{target_name(system)}", PUBLIC)
        snapshot = Snapshot(number, expires=expires, meta={"targets.json": MetaFile(number)})
        timestamp = Timestamp(number, expires=expires, snapshot_meta=MetaFile(number))
        for version_of_root, data in roots.items():
            atomic_write(into / f"{version_of_root}.{ROOT}", data, PUBLIC)
        _write(into / f"{number}.targets.json", targets, signer)
        _write(into / f"{number}.snapshot.json", snapshot, signer)
        atomic_write(keys / _COUNT, msgspec.json.encode(_Count(number)))
        _write(into / TIMESTAMP, timestamp, signer)
    except OSError as error:
        raise OperatorError(
            "The update cannot be written into {folder} ({reason}); {remedy}, or choose another "
            "folder.",
            folder=into,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    return open_offer(into)


def _target(package: Path, system: str, version: str) -> TargetFile:
    try:
        if not names_executable(package):
            raise UsageError("{file} does not hold the kiosk’s program.", file=package.name)
        with open_bounded(package, FileKind.PACKAGE) as file:
            made = TargetFile.from_data(target_name(system), file, ["sha256"])
    except (OSError, tarfile.TarError) as error:
        reason = error if isinstance(error, OSError) else OSError(None, str(error))
        raise unreadable(package.name, reason) from error
    made.unrecognized_fields["custom"] = {"version": version}
    return made


def _write(path: Path, signed: S, signer: CryptoSigner) -> None:
    made = Metadata(signed)
    made.sign(signer)
    atomic_write(path, made.to_bytes(), PUBLIC)


def _next_number(keys: Path) -> int:
    try:
        return read_record(keys / _COUNT, _Count).times + 1
    except FileNotFoundError:
        return 1
    except (OSError, msgspec.MsgspecError) as error:
        raise UsageError(
            '{file} cannot be read; it tells how often these keys have signed. Write {{"times": '
            "N}} into it, with a number N that is larger than any before.",
            file=keys / _COUNT,
        ) from error


def _require_right(signer: CryptoSigner, roots: dict[int, bytes], keys: Path) -> None:
    try:
        newest = Metadata[Root].from_bytes(roots[max(roots)]) if roots else None
    except RepositoryError:
        newest = None
    trusted = [] if newest is None else newest.signed.roles[Targets.type].keyids
    if signer.public_key.keyid not in trusted:
        raise UsageError(
            "The keys in {folder} do not belong together; give the folder that hcmd-lab updates "
            "new-keys has written.",
            folder=keys,
        )


def _require_own(into: Path) -> None:
    """Check that nothing but an update is in a folder."""
    if into.is_dir():
        for each in into.iterdir():
            if not is_served(each.name):
                raise UsageError(
                    "{folder} has other files in it, such as {file}; give a new folder.",
                    folder=into,
                    file=each.name,
                )


def _clear(into: Path) -> None:
    for each in into.iterdir():
        each.unlink()
