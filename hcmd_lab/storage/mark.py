"""The mark: how far a study's log had come when it was last known to be on the disk.

It lies beside the database, so that a database from which events are missing is recognised: one
whose write-ahead file was lost, or an older copy that was put in its place.
"""

from pathlib import Path

import msgspec

from hcmd_lab.bounded_reader import read_record
from hcmd_lab.files import atomic_write
from hcmd_lab.storage.event_chain import ChainHead

FILE = "study.mark"


class Mark(msgspec.Struct, frozen=True):
    """The end of the log at some moment.

    Attributes:
        event: Number of the last event; 0 if there was none.
        digest: Its digest in the chain; empty if there was none.
        utc: The moment.
    """

    event: int
    digest: str
    utc: str

    @classmethod
    def of(cls, head: ChainHead | None, utc: str) -> "Mark":
        """The mark of a chain's end."""
        return cls(0, "", utc) if head is None else cls(head.event, head.digest, utc)


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
