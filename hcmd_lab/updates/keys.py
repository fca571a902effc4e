"""The keys that updates are signed with: made once, replaced by whoever has the former ones.

Only whoever makes updates imports this module: stations have no need for `cryptography`.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, SSlibKey
from tuf.api.metadata import Metadata, Root

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import PUBLIC, atomic_write, make_folder, unreadable
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.updates.releases import ROOT

PASSPHRASE = "HCMD_UPDATE_PASSPHRASE"  # noqa: S105 - the name of a variable
"""Environment variable with the passphrase of the private keys."""

ROOT_KEY = "root.pem"
RELEASE_KEY = "release.pem"
_RELEASES = ("targets", "snapshot", "timestamp")
_ROOT_DAYS = 3650


def new_keys(folder: Path, after: Path | None = None) -> None:
    """Make keys in a folder: one that vouches for keys, one that signs releases.

    Args:
        folder: A new or empty folder.
        after: Folder of the keys that these replace; stations that trust those will trust these.

    Raises:
        UsageError: The folder has something in it, or the former keys cannot be read.
        OperatorError: They cannot be written.
    """
    former = None if after is None else _former(after)
    keys = {name: Ed25519PrivateKey.generate() for name in (ROOT_KEY, RELEASE_KEY)}
    signers = {name: _signer(key) for name, key in keys.items()}
    root = Root(
        version=1 if former is None else former.signed.version + 1,
        expires=datetime.now(UTC).replace(microsecond=0) + timedelta(days=_ROOT_DAYS),
        consistent_snapshot=True,
    )
    root.add_key(signers[ROOT_KEY].public_key, Root.type)
    for role in _RELEASES:
        root.add_key(signers[RELEASE_KEY].public_key, role)
    signed = Metadata(root)
    signed.sign(signers[ROOT_KEY])
    if after is not None:
        signed.sign(read_signer(after / ROOT_KEY), append=True)
    try:
        make_folder(folder)
        if any(folder.iterdir()):
            raise UsageError("{folder} is not empty; give a new folder.", folder=folder)
        for name, key in keys.items():
            atomic_write(folder / name, _pem(key))
        for version, data in {} if after is None else {**roots_in(after)}.items():
            atomic_write(folder / f"{version}.{ROOT}", data, PUBLIC)
        for name in (f"{root.version}.{ROOT}", ROOT):
            atomic_write(folder / name, signed.to_bytes(), PUBLIC)
    except OSError as error:
        raise OperatorError(
            "The keys cannot be written into {folder} ({reason}); {remedy}, or choose another "
            "folder.",
            folder=folder,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def read_signer(path: Path) -> CryptoSigner:
    """Read a private key.

    Raises:
        UsageError: It is none, or has another passphrase.
    """
    try:
        key = load_pem_private_key(read_bounded(path, FileKind.RECORD), _passphrase())
    except OSError as error:
        raise unreadable(path.name, error) from error
    except (ValueError, TypeError) as error:
        raise UsageError(
            "The key {file} cannot be read; give the folder that hcmd-lab updates new-keys has "
            "written, and its passphrase in the environment variable {variable} if it has one.",
            file=path,
            variable=PASSPHRASE,
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError("{file} is no key for updates (Ed25519).", file=path)
    return _signer(key)


def roots_in(folder: Path) -> dict[int, bytes]:
    """All keys that were ever valid, by their version.

    Raises:
        UsageError: One cannot be read.
    """
    found: dict[int, bytes] = {}
    try:
        for path in folder.glob(f"*.{ROOT}"):
            number = path.name.partition(".")[0]
            if number.isdecimal():
                found[int(number)] = read_bounded(path, FileKind.RECORD)
    except OSError as error:
        raise unreadable(str(folder), error) from error
    return found


def _former(folder: Path) -> Metadata[Root]:
    roots = roots_in(folder)
    if not roots:
        raise UsageError("{folder} holds no keys for updates.", folder=folder)
    return Metadata[Root].from_bytes(roots[max(roots)])


def _signer(key: Ed25519PrivateKey) -> CryptoSigner:
    return CryptoSigner(key, SSlibKey.from_crypto(key.public_key()))


def _pem(key: Ed25519PrivateKey) -> bytes:
    passphrase = _passphrase()
    hidden: KeySerializationEncryption = (
        NoEncryption() if passphrase is None else BestAvailableEncryption(passphrase)
    )
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, hidden)


def _passphrase() -> bytes | None:
    return os.environ.get(PASSPHRASE, "").encode() or None
