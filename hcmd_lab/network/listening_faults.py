"""Why this computer cannot listen at an address, and what helps."""

import errno
import socket

from hcmd_lab.network.addresses import network_addresses
from hcmd_lab.sentence import Sentence
from hcmd_lab.system_faults import reason_of, remedy_of

_REASONS = {
    errno.EADDRINUSE: Sentence("another program listens there"),
    errno.EADDRNOTAVAIL: Sentence("this computer has no such address"),
    errno.EACCES: Sentence("the system does not allow it"),
    errno.EPERM: Sentence("the system does not allow it"),
    errno.EAFNOSUPPORT: Sentence("this computer has no network of this kind"),
}
_REMEDIES = {
    errno.EADDRINUSE: Sentence(
        "close the program that uses the port, perhaps another session or an update of the "
        "stations, or choose another port"
    ),
    errno.EACCES: Sentence("choose another port"),
    errno.EPERM: Sentence("choose another port"),
    errno.ENOBUFS: Sentence("close other programs"),
}
_SHORT_OF = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)
"""What the computer has too little of is told as of files."""
_OTHER_ADDRESS = Sentence("listen on all of its networks (0.0.0.0)")
_ONE_OF_THESE = Sentence("listen on {addresses}, or on all of its networks (0.0.0.0)")


def listening_reason(error: OSError) -> Sentence | str:
    """Why nothing can listen at an address."""
    return _REASONS.get(_number(error)) or reason_of(error)


def listening_remedy(error: OSError) -> Sentence:
    """What helps against that: the port is at fault, the address, or what the computer has left."""
    if _number(error) in _SHORT_OF:
        return remedy_of(error)
    remedy = _REMEDIES.get(_number(error))
    if remedy is not None:
        return remedy
    here = ", ".join(entry.address for entry in network_addresses())
    return Sentence(_ONE_OF_THESE.template, addresses=here) if here else _OTHER_ADDRESS


def _number(error: OSError) -> int:
    # An address with a zone that is none of this computer's is not even looked for.
    is_none = isinstance(error, socket.gaierror)
    return errno.EADDRNOTAVAIL if is_none else error.errno or 0
