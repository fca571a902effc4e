"""The keys whose updates this computer's stations take: shipped with the program, or told once."""

from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_write, unreadable
from hcmd_lab.shipped_parts import RESOURCES
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.updates.releases import ROOT

SHIPPED = "update-root.json"
"""The name of the keys among the resources, where whoever builds the packages has put them."""


def trusted_root(state: Path) -> bytes | None:
    """The keys that are trusted, as root metadata; None if this computer was told none.

    What the lab has told its station counts, before what was shipped.

    Args:
        state: Folder of this computer's stations.
    """
    for place in (_told_place(state), RESOURCES / SHIPPED):
        try:
            return read_bounded(place, FileKind.RECORD)
        except OSError:
            continue
    return None


def trust(file: Path, state: Path) -> str:
    """Take the keys in a file for those of this computer's updates; returns their fingerprint.

    Raises:
        UsageError: The file holds no keys.
        OperatorError: They cannot be kept.
    """
    try:
        data = read_bounded(file, FileKind.RECORD)
    except OSError as error:
        raise unreadable(file.name, error) from error
    shown = fingerprint(data)
    if shown is None:
        raise UsageError(
            "{file} holds no keys for updates; give the root.json that hcmd-lab updates new-keys "
            "has written.",
            file=file.name,
        )
    try:
        atomic_write(_told_place(state), data)
    except OSError as error:
        raise OperatorError(
            "The keys cannot be kept in {folder} ({reason}); {remedy}, or choose another folder "
            "with --state-dir.",
            folder=state,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    return shown


def fingerprint(root: bytes) -> str | None:
    """What identifies the keys of root metadata; None if it is none, or is not signed by itself."""
    from tuf.api.exceptions import RepositoryError  # noqa: PLC0415 - seldom needed
    from tuf.api.metadata import Metadata, Root  # noqa: PLC0415

    try:
        signed = Metadata[Root].from_bytes(root)
        signed.verify_delegate(Root.type, signed)
        keys = sorted(signed.signed.roles[Root.type].keyids)
    except (RepositoryError, ValueError, TypeError, KeyError):
        return None
    return " ".join(key[:16] for key in keys)


def _told_place(state: Path) -> Path:
    return state / "updates" / ROOT
