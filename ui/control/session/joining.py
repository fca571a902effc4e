"""What to type at a station: address, code, and both as a command."""

from dataclasses import dataclass

from hcmd_lab.network.addresses import WILDCARDS, network_addresses

_SPELLED = {
    "A": "Alfa", "B": "Bravo", "C": "Charlie", "D": "Delta", "E": "Echo", "F": "Foxtrot",
    "G": "Golf", "H": "Hotel", "J": "Juliett", "K": "Kilo", "M": "Mike", "N": "November",
    "P": "Papa", "Q": "Quebec", "R": "Romeo", "S": "Sierra", "T": "Tango", "V": "Victor",
    "W": "Whiskey", "X": "X-ray", "Y": "Yankee", "Z": "Zulu",
}  # fmt: skip
"""The international spelling alphabet, for the letters that a pairing code can have."""


@dataclass(frozen=True, slots=True)
class Joining:
    """Instructions for stations to join a session.

    Attributes:
        code: The pairing code, in groups of four.
        servers: Addresses with the port; the first is the one to try first.
    """

    code: str
    servers: tuple[str, ...]

    @property
    def command(self) -> str:
        """The command for one station, which asks for the code; the name differs."""
        return f"hcmd-kiosk --server {self.servers[0]} --station 1 --code -"


def joining(code: str, address: str, port: int) -> Joining:
    """Instructions for joining a host that listens at an address.

    Args:
        code: The pairing code.
        address: Address the host listens on.
        port: Port the host listens on.
    """
    if address in WILDCARDS:
        found = [entry.address for entry in network_addresses()] or ["127.0.0.1"]
    else:
        found = [address]
    return Joining(code, tuple(_with_port(name, port) for name in found))


def spelled(part: str) -> str:
    """A code part spelled out for reading aloud: 7Q4M is 7 Quebec 4 Mike."""
    return " ".join(_SPELLED.get(character, character) for character in part)


def _with_port(address: str, port: int) -> str:
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
