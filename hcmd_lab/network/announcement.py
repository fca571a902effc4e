"""Announces this lab computer on its networks by DNS-SD, so that kiosks find its address."""

import logging
import socket
import threading
from collections.abc import Sequence
from contextlib import closing

from hcmd_lab.network.addresses import addresses_of
from hcmd_lab.network.discovery import FINGERPRINT, SERVICE

log = logging.getLogger(__name__)

_MAX_NAME_BYTES = 40  # a label has 63 at most, and a number may be added to it


class Announcement:
    """Announces one listening host from its making until it is stopped.

    It works in a thread, since the network is first asked whether the name is free.
    """

    def __init__(self, addresses: Sequence[str], port: int, fingerprint: str) -> None:
        """Begin to announce; the arguments are those of `announce`."""
        self._ended = threading.Event()
        arguments = (addresses, port, fingerprint, self._ended)
        # Not a daemon: what was announced is taken back before the program ends.
        threading.Thread(target=announce, args=arguments).start()

    @classmethod
    def of_host(cls, address: str, port: int, fingerprint: str) -> "Announcement | None":
        """Announce the host that listens on an address; None where no network reaches it."""
        reachable = addresses_of(address)
        return cls(reachable, port, fingerprint) if reachable else None

    def stop(self) -> None:
        """Take the announcement back."""
        self._ended.set()


def announce(addresses: Sequence[str], port: int, fingerprint: str, ended: threading.Event) -> None:
    """Announce a host until `ended`; without a network, nothing is announced.

    Args:
        addresses: Numeric addresses of this computer that the host listens on.
        port: Its TCP port.
        fingerprint: Of its certificate.
        ended: Set from another thread.
    """
    import zeroconf  # noqa: PLC0415 - in this thread, so that no window waits for it

    name = socket.gethostname().partition(".")[0].encode()[:_MAX_NAME_BYTES]
    info = zeroconf.ServiceInfo(
        SERVICE,
        f"{name.decode(errors='ignore') or 'lab'}.{SERVICE}",
        port=port,
        parsed_addresses=list(addresses),
        properties={FINGERPRINT: fingerprint},
        # Not the computer's own name, which its system may announce itself.
        server=f"hcmd-lab-{fingerprint.lower()}.local.",
    )
    ipv4 = [address for address in addresses if ":" not in address]
    try:
        with closing(zeroconf.Zeroconf(interfaces=ipv4 or list(addresses))) as network:
            network.register_service(info, allow_name_change=True)
            ended.wait()
    except (OSError, zeroconf.Error) as error:
        log.info("this computer is not announced on its networks: %s", error)
