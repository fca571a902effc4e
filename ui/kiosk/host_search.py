"""Finds a paired lab computer again when its address has changed."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QHostAddress, QNetworkInterface

from hcmd_lab.network.discovery import FoundHost, HostFinder
from hcmd_lab.network.fetch import CertificateFetch
from hcmd_lab.network.pairing import certificate_fingerprint
from ui.kiosk.host_address import Address

SEARCH_AFTER_MS = 5000  # a session that is opened anew is back sooner
_FETCH_MS = 5000


class HostSearch(QObject):
    """Tries the announced addresses that are said to be the lab computer's.

    Anyone can announce anything: an address counts only once the computer there has proved, by a
    TLS handshake, to own the very certificate that the station was paired with.

    Args:
        finder: Started while the lab computer is missed.

    Signals:
        found(Address): The lab computer is there.
    """

    found = Signal(object)

    def __init__(self, finder: HostFinder, parent: QObject) -> None:
        super().__init__(parent)
        self._finder = finder
        self._certificate_der = b""
        self._missed_at: Address | None = None
        self._untried: list[Address] = []
        self._fetch: CertificateFetch | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SEARCH_AFTER_MS)
        self._wait.timeout.connect(self._look)
        finder.changed.connect(self._look_if_due)

    def begin(self, certificate_der: bytes, missed_at: Address) -> None:
        """Search in a while, unless `end` is called before.

        Args:
            certificate_der: The lab computer's.
            missed_at: The address at which it does not answer.
        """
        self.end()
        self._certificate_der, self._missed_at = certificate_der, missed_at
        self._wait.start()

    def end(self) -> None:
        """Stop searching."""
        self._wait.stop()
        self._certificate_der = b""
        self._drop_fetch()

    def _look_if_due(self) -> None:
        if self._certificate_der and self._fetch is None and not self._wait.isActive():
            self._look()

    def _look(self) -> None:
        self._finder.start()
        fingerprint = certificate_fingerprint(self._certificate_der)
        said = (host for host in self._finder.hosts if host.fingerprint == fingerprint)
        every = (address for host in said for address in addresses(host))
        self._untried = [address for address in every if address != self._missed_at]
        if self._untried:
            self._try_next()

    def _try_next(self) -> None:
        self._drop_fetch()
        if not self._untried:
            self._wait.start()  # it may answer later
            return
        address = self._untried.pop(0)
        self._fetch = CertificateFetch(address.host, address.port, _FETCH_MS, self)
        self._fetch.fetched.connect(lambda der: self._on_fetched(address, der))
        self._fetch.failed.connect(self._try_next)
        self._fetch.start()

    def _on_fetched(self, address: Address, certificate_der: bytes) -> None:
        if certificate_der != self._certificate_der:
            self._try_next()
            return
        self.end()
        self.found.emit(address)

    def _drop_fetch(self) -> None:
        if self._fetch is not None:
            self._fetch.abort()
            self._fetch.deleteLater()
            self._fetch = None


def addresses(host: FoundHost) -> list[Address]:
    """Where a lab computer says that it can be reached, this computer's own networks first."""
    own = [
        (entry.ip(), entry.prefixLength())
        for interface in QNetworkInterface.allInterfaces()
        for entry in interface.addressEntries()
    ]

    def is_far(address: str) -> bool:
        return not any(QHostAddress(address).isInSubnet(ip, length) for ip, length in own)

    return [Address(each, host.port) for each in sorted(host.addresses, key=is_far)]
