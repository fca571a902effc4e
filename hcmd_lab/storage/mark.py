"""The mark: how far a study's log, and the seals of the rest, had come when last known on the disk.

It lies beside the database, so that a database from which something is missing is recognised: one
whose write-ahead file was lost, or an older copy that was put in its place.
"""

from pathlib import Path

import msgspec

from hcmd_lab.bounded_reader import read_record
from hcmd_lab.files import atomic_write
from hcmd_lab.storage.event_chain import ChainHead
from hcmd_lab.storage.seals import SealHead

FILE = "study.mark"


class Mark(msgspec.Struct, frozen=True):
    """The end of the log at some moment.

    Attributes:
        event: Number of the last event; 0 if there was none.
        digest: Its digest in the chain; empty if there was none.
        utc: The moment.
        seal: Number of the last seal; 0 if there was none, or by an earlier version.
        seal_digest: Its digest in the chain of the seals; empty if there was none.
    """

    event: int
    digest: str
    utc: str
    seal: int = 0
    seal_digest: str = ""

    @classmethod
    def of(cls, head: ChainHead | None, seals: SealHead, utc: str) -> "Mark":
        """The mark of the ends of both chains."""
        event, digest = (0, "") if head is None else (head.event, head.digest)
        return cls(event, digest, utc, seals.number, seals.digest)


NO_MARK_YET = Mark(0, "", "")
"""The mark of a study whose format knew none, until it has been brought up to date."""


def read_mark(folder: Path) -> Mark | None:
    """A study's mark; None if it has none, or none that can be read.

    A mark that cannot be read proves nothing: the database alone says then what there is.
    """
    try:
        return read_record(folder / FILE, Mark)
    except (OSError, msgspec.MsgspecError):
        return None


def write_mark(folder: Path, mark: Mark) -> None:
    """Write a study's mark, atomically.

    Raises:
        OSError: It cannot be written.
    """
    atomic_write(folder / FILE, msgspec.json.encode(mark))
