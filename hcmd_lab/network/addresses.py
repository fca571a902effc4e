"""The addresses at which this computer can be reached."""

from dataclasses import dataclass

from PySide6.QtNetwork import QHostAddress, QNetworkInterface

EVERY_NETWORK = frozenset({"0.0.0.0", "::"})  # noqa: S104 - names them, opens nothing
"""Addresses to listen on that stand for all networks of this computer."""


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


def _is_in_use(interface: QNetworkInterface) -> bool:
    flags = interface.flags()
    up = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning
    return (flags & up) == up and not flags & QNetworkInterface.InterfaceFlag.IsLoopBack


def addresses_of(listening: str) -> list[str]:
    """The addresses at which kiosks on other computers reach a host, IPv4 first.

    Args:
        listening: The address that it listens on.
    """
    if listening in EVERY_NETWORK:
        return [entry.address for entry in network_addresses()]
    return [] if QHostAddress(listening).isLoopback() else [listening]
