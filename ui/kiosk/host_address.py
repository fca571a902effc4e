"""Host addresses and station names, as people type them."""

import re
from dataclasses import dataclass

from hcmd_lab.errors import UsageError
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.typed_text import as_keys_type_it, quoted

_STATION = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SERVER = re.compile(
    # The longest there are: an IPv6 address that ends like one of version 4, a name in DNS.
    r"(?:\[(?P<ipv6>[0-9A-Fa-f:.]{2,45})\]|(?P<name>[^:\[\]/\s]{1,253})):(?P<port>[0-9]{1,5})"
)
_NUMBERS = re.compile(r"[0-9.]+")
_BYTE = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_IPV4 = re.compile(rf"{_BYTE}(?:\.{_BYTE}){{3}}")


@dataclass(frozen=True, slots=True)
class Address:
    """Network address of a lab computer; `str` gives the form that people read and type.

    Attributes:
        host: Name or number.
        port: TCP port.
    """

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_address(text: str) -> Address:
    """Parse HOST:PORT.

    Raises:
        UsageError: It has another form.
    """
    match = _SERVER.fullmatch(as_keys_type_it(text))
    if match is None or not 1 <= int(match["port"]) <= 65535 or not _is_one(match["name"]):
        raise UsageError(
            "{text} is not a lab computer's address; give HOST:PORT as shown there, like "
            "192.168.1.10:{port}.",
            text=quoted(text),
            port=DEFAULT_PORT,
        )
    return Address(match["ipv6"] or match["name"], int(match["port"]))


def _is_one(name: str | None) -> bool:
    """Whether a name cannot be a number that is another one elsewhere.

    Of 192.168.001.010 some programs make 192.168.1.10 and others, Qt among them, 192.168.1.8.
    """
    return name is None or not _NUMBERS.fullmatch(name) or _IPV4.fullmatch(name) is not None


def parse_station(text: str) -> str:
    """Validate a station's name.

    Raises:
        UsageError: It cannot be one.
    """
    plain = as_keys_type_it(text)
    if not _STATION.fullmatch(plain):
        raise UsageError(
            "{text} is not a valid station name; use up to 64 letters (A to Z), digits, '-' and "
            "'_'.",
            text=quoted(text),
        )
    return plain


def as_station(text: str) -> str:
    """The valid station name nearest to a text, possibly empty."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", text).strip("-")[:64]
