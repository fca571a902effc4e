"""Members of the archives that are written here, whatever day the clock says."""

import time
import zipfile

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_LATEST = (2107, 12, 31, 23, 59, 58)
_OF_OWNER = 0o600 << 16


def zip_member(name: str) -> zipfile.ZipInfo:
    """A compressed member of an archive, dated now or as near to now as the format knows.

    A computer without a battery begins in 1970, before the first day of the format.
    """
    now = time.localtime()[:6]
    member = zipfile.ZipInfo(name, min(max(now, _EARLIEST), _LATEST))
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = _OF_OWNER
    return member
