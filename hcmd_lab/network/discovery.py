"""Finds lab computers on the network by DNS-SD: a convenience that proves nothing.

Anyone on the network may announce anything. What is found here is an address to try; that it is the
right computer's is proved by its certificate alone.
"""

import logging
import re
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hcmd_lab.network.pairing import ALPHABET, FINGERPRINT_CHARACTERS

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, ServiceStateChange, Zeroconf

log = logging.getLogger(__name__)

SERVICE = "_hcmd-lab._tcp.local."
FINGERPRINT = "fingerprint"
"""The announcement's property with the fingerprint of the certificate."""

_RESOLVE_MS = 3000
_MAX_NAME_CHARACTERS = 20  # a row of the set-up form has room for them
_MAX_FOUND = 20
_IS_FINGERPRINT = re.compile(rf"[{ALPHABET}]{{{FINGERPRINT_CHARACTERS}}}")


@dataclass(frozen=True, slots=True)
class FoundHost:
    """A lab computer as it announces itself.

    Attributes:
        name: Its name.
        addresses: Its numeric addresses, IPv4 first.
        port: Its TCP port.
        fingerprint: Fingerprint that its certificate is said to have.
    """

    name: str
    addresses: tuple[str, ...]
    port: int
    fingerprint: str


Tell = Callable[[str, FoundHost | None], None]


class HostFinder(QObject):
    """Looks for lab computers while it is started.

    Without a network it finds nothing and says nothing.

    Attributes:
        hosts: Those found, in the order in which they were found.

    Signals:
        changed(): `hosts` has changed.
    """

    changed = Signal()
    _told = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Find nothing yet."""
        super().__init__(parent)
        self._found: dict[str, FoundHost] = {}
        self._ended: threading.Event | None = None
        self._told.connect(self._on_told)

    @property
    def hosts(self) -> tuple[FoundHost, ...]:
        """The lab computers that announce themselves."""
        return tuple(self._found.values())

    def start(self) -> None:
        """Start looking; without effect if it has been started."""
        if self._ended is not None:
            return
        ended = self._ended = threading.Event()

        def tell(name: str, host: FoundHost | None) -> None:
            if not ended.is_set():
                with suppress(RuntimeError):  # the program is ending
                    self._told.emit(ended, name, host)

        # A daemon: a kiosk that ends does not wait for the network.
        threading.Thread(target=browse, args=(tell, ended), daemon=True).start()

    def stop(self) -> None:
        """Stop looking, and forget what was found."""
        if self._ended is not None:
            self._ended.set()
            self._ended = None
            self._found.clear()
            self.changed.emit()

    def _on_told(self, of: threading.Event, name: str, host: FoundHost | None) -> None:
        if of is not self._ended:
            return
        if host is None:
            self._found.pop(name, None)
        elif name in self._found or len(self._found) < _MAX_FOUND:
            self._found[name] = host
        self.changed.emit()


def browse(tell: Tell, ended: threading.Event) -> None:
    """Tell of lab computers that come (with what they announce) and go (None), until `ended`."""
    from zeroconf import Error, ServiceBrowser, Zeroconf  # noqa: PLC0415 - no window waits for it

    def on_change(
        zeroconf: "Zeroconf", service_type: str, name: str, state_change: "ServiceStateChange"
    ) -> None:
        info = None
        if state_change.name != "Removed":
            with suppress(Error):  # a name that no service may have
                info = zeroconf.get_service_info(service_type, name, _RESOLVE_MS)
        tell(name, None if info is None else parse_announcement(info))

    try:
        with closing(Zeroconf()) as network:
            ServiceBrowser(network, SERVICE, handlers=[on_change])
            ended.wait()
    except (OSError, Error) as error:
        log.info("lab computers are not looked for: %s", error)


def parse_announcement(info: "ServiceInfo") -> FoundHost | None:
    """What a lab computer announces; None if it makes no sense."""
    raw = (info.properties or {}).get(FINGERPRINT.encode()) or b""
    fingerprint = raw.decode("ascii", "replace")
    name = info.name.removesuffix("." + SERVICE)
    name = "".join(each for each in name if each.isprintable())[:_MAX_NAME_CHARACTERS].strip()
    addresses = sorted(info.parsed_addresses(), key=lambda address: ":" in address)
    if not (name and addresses and info.port and _IS_FINGERPRINT.fullmatch(fingerprint)):
        return None
    return FoundHost(name, tuple(addresses), info.port, fingerprint)
