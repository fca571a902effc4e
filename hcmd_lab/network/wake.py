"""Wake-on-LAN: the signal that starts a computer through its network card.

Nobody answers it. Whether a computer starts depends on its firmware, its system and its cable.
"""

import socket
from collections.abc import Iterable

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.addresses import broadcast_addresses
from hcmd_lab.network.lab_identity import PairedStation

_PORT = 9  # "discard"; the card looks at the content alone


def magic_packet(mac: str) -> bytes:
    """Six bytes of ones, then the hardware address sixteen times."""
    return b"\xff" * 6 + bytes.fromhex(mac.replace(":", "")) * 16


def send_wake(mac: str) -> None:
    """Send the signal for one computer to all networks that this computer is on.

    Args:
        mac: Hardware address of the computer's network card, like `02:00:00:ab:cd:ef`.

    Raises:
        OperatorError: No network takes it.
    """
    sent = 0
    why = "no network"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        for address in broadcast_addresses():
            try:
                sent += sender.sendto(magic_packet(mac), (address, _PORT)) > 0
            except OSError as error:
                why = str(error.strerror)
    if not sent:
        raise OperatorError(
            "The wake signal could not be sent ({reason}); connect this computer to the network "
            "of the kiosks.",
            reason=why,
        )


def wake_stations(stations: Iterable[PairedStation]) -> tuple[list[str], list[str]]:
    """Send the signal to stations whose network card is known.

    Returns:
        Names of the stations that it was sent to, and of those whose card is not known.

    Raises:
        OperatorError: No network takes it.
    """
    sent: list[str] = []
    unknown: list[str] = []
    for station in stations:
        if station.mac:
            send_wake(station.mac)
        (sent if station.mac else unknown).append(station.name)
    return sent, unknown
