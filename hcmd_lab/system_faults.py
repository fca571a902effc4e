"""What the system says when it refuses a file, and what helps, in the language of the program."""

import errno
import os
from pathlib import Path

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

_DISK_IS_AWAY = Sentence("check that the disk is connected and sound")
_FREE_SPACE = Sentence("free some space")
_IS_IN_THE_WAY = Sentence("move what lies there out of the way")
_MAKE_WRITABLE = Sentence("make the folder writable")
_UNPROTECT = Sentence("remove the write protection of the file")
_SHORTEN = Sentence("use a shorter name")
_START_AGAIN = Sentence("close this program and start it again")
_CLOSE_OTHERS = Sentence("close the program that has it open")

_REMEDIES: dict[int, Sentence] = {
    errno.EACCES: _MAKE_WRITABLE,
    errno.EPERM: _MAKE_WRITABLE,
    errno.ENOENT: Sentence("check that the folder is there"),
    errno.ENOTDIR: _IS_IN_THE_WAY,
    errno.EISDIR: _IS_IN_THE_WAY,
    errno.EEXIST: _IS_IN_THE_WAY,
    errno.ENOTEMPTY: _IS_IN_THE_WAY,
    errno.ENOSPC: _FREE_SPACE,
    errno.EDQUOT: _FREE_SPACE,
    errno.EFBIG: Sentence("use a disk that takes files of this size"),
    errno.EROFS: Sentence("remove the write protection of the disk"),
    errno.EBUSY: _CLOSE_OTHERS,
    errno.ENAMETOOLONG: _SHORTEN,
    errno.ELOOP: Sentence("remove the symbolic links that lead back to themselves"),
    errno.EMFILE: _START_AGAIN,
    errno.ENFILE: _START_AGAIN,
    errno.ENOMEM: Sentence("close other programs"),
}
"""By error number, what helps where a file could not be written."""

_REMEDIES_ON_WINDOWS: dict[int, Sentence] = {
    # "Access is denied", of a folder and of a file that another program has open alike.
    5: Sentence("close the program that has it open, make the folder writable"),
    32: _CLOSE_OTHERS,  # another program has the file open
    33: _CLOSE_OTHERS,  # or a part of it
}
"""The same by numbers of Windows' own, for which Python has the one of EACCES."""


def reason_of(error: OSError) -> Sentence | str:
    """Why the system, or this program, refuses a file: a part of a sentence."""
    if isinstance(error, RefusedFileError):
        return error.reason
    # Windows translates its own numbers, and its own words say more than these.
    known = None if getattr(error, "winerror", None) else _REASONS.get(error.errno or 0)
    return known or error.strerror or type(error).__name__


def remedy_of(error: OSError) -> Sentence:
    """What helps where the system, or this program, refuses to write a file: a part of a sentence.

    It stands between the reason and another way out, as in "({reason}); {remedy}, or choose another
    folder."
    """
    if isinstance(error, RefusedFileError):
        return _IS_IN_THE_WAY
    if _is_protected_file(error):
        return _UNPROTECT
    of_windows = _REMEDIES_ON_WINDOWS.get(getattr(error, "winerror", None) or 0)
    return of_windows or _REMEDIES.get(error.errno or 0, _DISK_IS_AWAY)


def _is_protected_file(error: OSError) -> bool:
    """Whether what cannot be written is a file that is there, and is itself protected."""
    named = error.filename2 or error.filename  # a new file is put in the place of the second
    if error.errno not in (errno.EACCES, errno.EPERM) or not isinstance(named, str | bytes | Path):
        return False
    return os.path.isfile(named) and not os.access(named, os.W_OK)
