"""The lab computer's identity: its certificate and the stations paired with it, in one file.

It belongs to the computer and not to a study, so that stations stay paired whichever study is
open. Several programs of the computer may use it at once.

Only the host imports this module: stations have no need for `cryptography`.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from hcmd_lab.bounded_reader import decode_record, read_secret
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import PRIVATE, atomic_write
from hcmd_lab.network.certificate import (
    HostCertificate,
    damaged,
    make_certificate,
    parse_host_certificate,
)
from hcmd_lab.network.message_fields import Id, Mac, Sha256
from hcmd_lab.network.tokens import token_key
from hcmd_lab.system_faults import reason_of
from hcmd_lab.timestamps import utc_now

FILE_NAME = "lab-identity.json"
VARIABLE = "HCMD_LAB_IDENTITY"
"""Environment variable that names the folder of the identity instead of the usual one."""

_LOCKED_S = 3.0  # a change takes milliseconds, making a key less than a second


class PairedStation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A station that this computer knows.

    Attributes:
        name: The station's.
        token_sha256: SHA-256 of the token with which it comes back.
        paired_utc: When it was paired.
        mac: Hardware address of its network card, or empty while it is not known.
        confirmed: Number of the newest token that it has confirmed (see `tokens`).
        address: Where it was when it came in last, or empty while it is not known.
    """

    name: Id
    token_sha256: Sha256
    paired_utc: str
    mac: Mac = ""
    confirmed: int = 0
    address: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pem: str
    stations: tuple[PairedStation, ...]


def identity_folder() -> Path:
    """Folder of this computer's identity: that of the environment variable, or this user's."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    import platformdirs  # noqa: PLC0415 - only where no folder was named

    return platformdirs.user_data_path("hcmd-lab", appauthor=False) / "identity"


class LabIdentity:
    """A lab computer's identity, and a registry of `network.gate.Gate`.

    Every method reads the file anew, since another program may have changed it, and raises
    `OperatorError` where it cannot be read or written, or is damaged.
    """

    def __init__(self, folder: Path) -> None:
        """Name the identity's folder; nothing is made before it is needed."""
        self._path = folder / FILE_NAME

    @property
    def exists(self) -> bool:
        """Whether the computer has an identity yet."""
        with self._readable_faults():
            return self._path.exists()

    def certificate(self) -> HostCertificate:
        """This computer's certificate; made if the computer has no identity.

        Raises:
            OperatorError: Also where it has expired.
        """
        if not self.exists:
            with self._changing():
                if not self.exists:
                    self._write(_File(make_certificate().decode(), ()))
        return parse_host_certificate(self._read().pem.encode(), self._path)

    def adopt(self, pem: bytes, stations: Sequence[PairedStation]) -> bool:
        """Take over an identity that was kept elsewhere, unless the computer has one already.

        Args:
            pem: A working private key with its certificate.
            stations: The stations paired with it.

        Returns:
            Whether it was taken over.
        """
        with self._changing():
            if self.exists:
                return False
            self._write(_File(pem.decode(), tuple(stations)))
        return True

    def stations(self) -> tuple[PairedStation, ...]:
        """The paired stations, in pairing order."""
        return self._read().stations if self.exists else ()

    def find(self, station: str) -> PairedStation | None:
        """A paired station, or None if no station of this name is paired."""
        return next((each for each in self.stations() if each.name == station), None)

    def token_key(self) -> bytes:
        """The key from which the stations' tokens are made."""
        return token_key(self._read().pem.encode())

    def claim(self, station: str, token_sha256: str) -> None:
        """Store the token of a newly paired station, as a hash.

        Raises:
            OperatorError: Also where a station of that name is paired already.
        """
        with self._changing():
            kept = self._read()
            if any(each.name == station for each in kept.stations):
                raise OperatorError(
                    "A station {name} is already paired; choose another name, or unpair it first.",
                    name=station,
                )
            added = PairedStation(station, token_sha256, utc_now())
            self._write(_File(kept.pem, (*kept.stations, added)))

    def note(self, changes: Mapping[str, Mapping[str, str | int]]) -> None:
        """Keep news of stations, all in one go; nothing of those that are not paired.

        Args:
            changes: By station, fields of `PairedStation` with their new values.
        """
        if _changed(known := self.stations(), changes) != known:
            with self._changing():
                kept = self._read()
                self._write(_File(kept.pem, _changed(kept.stations, changes)))

    def release(self, station: str) -> None:
        """Forget a station's pairing, so that another computer can be paired under its name.

        Does nothing if it is not paired.
        """
        with self._changing():
            if self.find(station) is not None:
                kept = self._read()
                left = tuple(each for each in kept.stations if each.name != station)
                self._write(_File(kept.pem, left))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Keep other programs from changing the file meanwhile."""
        with self._readable_faults():
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = FileLock(self._path.with_suffix(".lock"), timeout=_LOCKED_S, mode=PRIVATE)
            try:
                lock.acquire()
            except Timeout as error:
                raise OperatorError(
                    "The lab computer's identity {path} is in use by another program; close it "
                    "and try again.",
                    path=self._path,
                ) from error
        try:
            yield
        finally:
            lock.release()

    def _read(self) -> _File:
        with self._readable_faults():
            text = read_secret(self._path)
        try:
            file: _File = decode_record(text, _File)
            return file
        except msgspec.MsgspecError as error:
            raise damaged(self._path) from error

    def _write(self, file: _File) -> None:
        with self._readable_faults():
            atomic_write(self._path, msgspec.json.encode(file))

    @contextmanager
    def _readable_faults(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OperatorError(
                "The lab computer's identity {path} cannot be read or written ({reason}); give "
                "this user access to it, or name another folder in {variable}.",
                path=self._path,
                reason=reason_of(error),
                variable=VARIABLE,
            ) from error


def _changed(
    stations: tuple[PairedStation, ...], changes: Mapping[str, Mapping[str, str | int]]
) -> tuple[PairedStation, ...]:
    return tuple(msgspec.structs.replace(each, **changes.get(each.name, {})) for each in stations)
