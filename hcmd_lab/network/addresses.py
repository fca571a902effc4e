"""The addresses at which this computer can be reached."""

import re
from dataclasses import dataclass

from PySide6.QtNetwork import QHostAddress, QNetworkInterface

ALL_NETWORKS = "0.0.0.0"  # noqa: S104 - kiosks are other computers
"""Address to listen on for kiosks on any network of this computer."""

WILDCARDS = frozenset({ALL_NETWORKS, "::"})
"""All addresses to listen on that stand for every network of this computer."""

_NO_CARD = "00:00:00:00:00:00"  # of the loopback interface
_MAC = re.compile(r"(?:[0-9a-f]{2}:){5}[0-9a-f]{2}")


@dataclass(frozen=True, slots=True)
class NetworkAddress:
    """An address at which kiosks may reach this computer.

    Attributes:
        address: The numeric address.
        interface: Name of the network interface, as the system shows it.
    """

    address: str
    interface: str


def network_addresses() -> list[NetworkAddress]:
    """Addresses of this computer on its networks, IPv4 first."""
    found = [
        NetworkAddress(entry.ip().toString(), interface.humanReadableName())
        for interface in QNetworkInterface.allInterfaces()
        if _is_in_use(interface)
        for entry in interface.addressEntries()
        if not entry.ip().isLoopback() and not entry.ip().isLinkLocal()
    ]
    return sorted(found, key=lambda entry: ":" in entry.address)


def is_own(address: str) -> bool:
    """Whether an address is one of this computer's, which has others for each network."""
    return QHostAddress(address) in QNetworkInterface.allAddresses()


def _is_in_use(interface: QNetworkInterface) -> bool:
    flags = interface.flags()
    up = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning
    return (flags & up) == up and not flags & QNetworkInterface.InterfaceFlag.IsLoopBack


def hardware_address(of: QHostAddress) -> str:
    """Hardware address (MAC) of the network card with this address, or empty if there is none."""
    for interface in QNetworkInterface.allInterfaces():
        if any(entry.ip() == of for entry in interface.addressEntries()):
            mac = interface.hardwareAddress().lower()
            return mac if _MAC.fullmatch(mac) and mac != _NO_CARD else ""
    return ""


def broadcast_addresses() -> list[str]:
    """Addresses that reach every computer of each network that this one is on."""
    found = [
        entry.broadcast().toString()
        for interface in QNetworkInterface.allInterfaces()
        if _is_in_use(interface)
        for entry in interface.addressEntries()
        if not entry.broadcast().isNull()
    ]
    return list(dict.fromkeys(found))


def addresses_of(listening: str) -> list[str]:
    """The addresses at which kiosks on other computers reach a host, IPv4 first.

    Args:
        listening: The address that it listens on.
    """
    if listening in WILDCARDS:
        return [entry.address for entry in network_addresses()]
    return [] if QHostAddress(listening).isLoopback() else [listening]
