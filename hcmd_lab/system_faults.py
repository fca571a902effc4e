"""What the system says when it refuses a file, in the language of the program."""

import errno

from hcmd_lab.bounded_reader import RefusedFileError
from hcmd_lab.sentence import Sentence

_REASONS: dict[int, Sentence] = {
    errno.EACCES: Sentence("Permission denied"),
    errno.EPERM: Sentence("Operation not permitted"),
    errno.ENOENT: Sentence("No such file or directory"),
    errno.ENOTDIR: Sentence("Not a directory"),
    errno.EISDIR: Sentence("Is a directory"),
    errno.EEXIST: Sentence("File exists"),
    errno.ENOTEMPTY: Sentence("Directory not empty"),
    errno.ENOSPC: Sentence("No space left on device"),
    errno.EDQUOT: Sentence("Disk quota exceeded"),
    errno.EFBIG: Sentence("File too large"),
    errno.EROFS: Sentence("Read-only file system"),
    errno.EIO: Sentence("Input/output error"),
    errno.EBUSY: Sentence("Device or resource busy"),
    errno.ENAMETOOLONG: Sentence("File name too long"),
    errno.ELOOP: Sentence("Too many levels of symbolic links"),
    errno.EMFILE: Sentence("Too many open files"),
    errno.ENFILE: Sentence("Too many open files"),
    errno.ENOMEM: Sentence("Cannot allocate memory"),
    errno.ENODEV: Sentence("No such device"),
    errno.ENXIO: Sentence("No such device or address"),
    errno.ENOLCK: Sentence("No locks available"),
    errno.ESTALE: Sentence("Stale file handle"),
    errno.ETIMEDOUT: Sentence("Connection timed out"),
    errno.ENOTCONN: Sentence("Transport endpoint is not connected"),
    errno.ECONNABORTED: Sentence("Software caused connection abort"),
    errno.ECONNREFUSED: Sentence("Connection refused"),
    errno.ECONNRESET: Sentence("Connection reset by peer"),
    errno.EHOSTDOWN: Sentence("Host is down"),
    errno.EHOSTUNREACH: Sentence("No route to host"),
    errno.ENETUNREACH: Sentence("Network is unreachable"),
}
"""By error number, in the words that the system has for them."""


def reason_of(error: OSError) -> Sentence | str:
    """Why the system, or this program, refuses a file: a part of a sentence."""
    if isinstance(error, RefusedFileError):
        return error.reason
    # Windows translates its own numbers, and its own words say more than these.
    known = None if getattr(error, "winerror", None) else _REASONS.get(error.errno or 0)
    return known or error.strerror or type(error).__name__
