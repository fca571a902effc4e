"""Finds the newest release in signed metadata (TUF) and fetches its package, verified.

The workflow is that of The Update Framework, by python-tuf's client. Signatures are Ed25519, which
securesystemslib verifies by itself: a station has no `cryptography`. Metadata that was seen once is
kept, so that nothing older is believed afterwards.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hcmd_lab.bounded_reader import MAX_BYTES, FileKind
from hcmd_lab.files import make_folder
from hcmd_lab.system_faults import reason_of
from hcmd_lab.updates.reasons import NotTakenError, Why
from hcmd_lab.updates.releases import is_served, order_of, target_name

if TYPE_CHECKING:
    from tuf.ngclient import FetcherInterface, TargetFile, Updater

_BASE = "update:///"
_METADATA_BYTES = 65_536
_MOST_ROOTS = 32

Fetch = Callable[[str], Iterator[bytes] | None]
"""The bytes of a file of the update, part by part; None if there is none of that name."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release for one system, as it was signed.

    Attributes:
        version: Its version.
        bytes: Size of its package.
        expires: When its signatures end.
    """

    version: str
    bytes: int
    expires: datetime
    _updater: "Updater"
    _target: "TargetFile"

    def fetch(self, path: Path) -> None:
        """Fetch the package to a path; it is the one that was signed, or it is not there.

        Raises:
            NotTakenError: It is not, was cut off, or cannot be written.
        """
        with _told():
            self._updater.download_target(self._target, str(path))


def find_release(root: bytes, kept: Path, system: str, fetch: Fetch) -> Release:
    """Find the newest release for a system.

    Args:
        root: The keys that are trusted: root metadata.
        kept: Folder of the metadata that has been seen.
        system: As in `releases.SYSTEMS`.
        fetch: Gives the files of the update; it may raise `NotTakenError`.

    Raises:
        NotTakenError: There is none that can be trusted.
    """
    # Imported here: no kiosk needs them that is not told to take an update.
    from tuf.api.metadata import Metadata, Timestamp  # noqa: PLC0415
    from tuf.ngclient import Updater, UpdaterConfig  # noqa: PLC0415

    config = UpdaterConfig(
        max_root_rotations=_MOST_ROOTS,
        max_delegations=0,
        root_max_length=_METADATA_BYTES,
        timestamp_max_length=_METADATA_BYTES,
        snapshot_max_length=_METADATA_BYTES,
        targets_max_length=_METADATA_BYTES,
    )
    with _told():
        make_folder(kept)
        updater = Updater(
            str(kept), _BASE, target_base_url=_BASE, fetcher=_fetcher(fetch), config=config,
            bootstrap=root,
        )  # fmt: skip
        updater.refresh()
        target = updater.get_targetinfo(target_name(system))
        timestamp = Metadata[Timestamp].from_file(str(kept / "timestamp.json"))
    if target is None:
        raise NotTakenError(Why.OTHER_SYSTEM, system)
    custom = target.custom
    version = custom.get("version") if isinstance(custom, dict) else None
    try:
        order_of(str(version))
    except ValueError:
        raise NotTakenError(Why.BAD_PACKAGE, "it tells no version") from None
    if not 0 < target.length <= MAX_BYTES[FileKind.PACKAGE] or "sha256" not in target.hashes:
        raise NotTakenError(Why.BAD_PACKAGE, "its size or its hash cannot be")
    return Release(str(version), target.length, timestamp.signed.expires, updater, target)


def _fetcher(fetch: Fetch) -> "FetcherInterface":
    from tuf.api.exceptions import DownloadHTTPError  # noqa: PLC0415
    from tuf.ngclient.fetcher import FetcherInterface  # noqa: PLC0415

    class Fetcher(FetcherInterface):
        """Asks for files by their names alone."""

        def _fetch(self, url: str) -> Iterator[bytes]:
            name = url.removeprefix(_BASE)
            found = fetch(name) if is_served(name) else None
            if found is None:
                raise DownloadHTTPError(f"there is no {name}", 404)
            return found

    return Fetcher()


@contextmanager
def _told() -> Iterator[None]:
    """Context in which whatever goes wrong is told as a reason."""
    from tuf.api import exceptions as tuf  # noqa: PLC0415

    try:
        yield
    except tuf.ExpiredMetadataError as error:
        today = datetime.now(UTC).date().isoformat()
        raise NotTakenError(Why.EXPIRED, today) from error
    except tuf.BadVersionNumberError as error:
        raise NotTakenError(Why.OLDER) from error
    except (tuf.LengthOrHashMismatchError, tuf.DownloadLengthMismatchError) as error:
        raise NotTakenError(Why.CHANGED) from error
    except tuf.RepositoryError as error:
        raise NotTakenError(Why.NOT_SIGNED) from error
    except tuf.DownloadError as error:
        cause = error.__cause__
        if isinstance(cause, NotTakenError):
            raise cause from error
        raise NotTakenError(Why.NOT_SIGNED, str(error)) from error
    except OSError as error:
        raise NotTakenError(Why.NOT_KEPT, str(reason_of(error))) from error
