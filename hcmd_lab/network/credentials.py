"""A station's credentials on disk: the host's certificate and its own token."""

from pathlib import Path

import msgspec

from hcmd_lab.bounded_reader import read_record
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_write
from hcmd_lab.network.message_fields import ExitHash, Token
from hcmd_lab.network.tls import parse_certificate
from hcmd_lab.system_faults import reason_of, remedy_of

FILE_NAME = "pairing.json"


class Credentials(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One station's pairing with one host.

    Attributes:
        certificate_der: The only certificate that the station trusts.
        token: With which it comes back.
        exit_hash: Hash of the PIN for leaving the kiosk, in pairings of earlier versions; it is
            kept for all stations of a computer now.
    """

    certificate_der: bytes
    token: Token
    exit_hash: ExitHash = ""


def load_credentials(folder: Path) -> Credentials | None:
    """The pairing stored in a station's folder, or None if it was never paired.

    Raises:
        OperatorError: The file cannot be read.
    """
    path = folder / FILE_NAME
    try:
        credentials = read_record(path, Credentials, secret=True)
        parse_certificate(credentials.certificate_der)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise OperatorError(
            "This station's pairing {path} cannot be read; delete the file and pair the "
            "station again with the code that the lab computer shows.",
            path=path,
        ) from error
    return credentials


def save_credentials(folder: Path, credentials: Credentials) -> None:
    """Store a pairing, readable only by this user, atomically replacing an older one.

    Raises:
        OperatorError: It cannot be written.
    """
    path = folder / FILE_NAME
    try:
        atomic_write(path, msgspec.json.encode(credentials))
    except OSError as error:
        raise OperatorError(
            "This station's pairing {path} cannot be written ({reason}); {remedy}, or choose "
            "another folder with --state-dir.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
