"""Tokens that were given to stations and have not come back yet.

A name is claimed when its token comes back. The connection may be lost before, or the host may be
too busy to read it in time: the station has stored the token and comes with it in another one.
"""

from dataclasses import dataclass

from hcmd_lab.network.pairing import token_sha256

_MOST = 1000
"""Beyond that the oldest are forgotten, whose stations then pair again."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A token that was given away.

    Attributes:
        station: The name that it was given for.
        address: Where it was given to.
    """

    station: str
    address: str


class Grants:
    """The tokens that one host has given away; as hashes, none of them outlives it."""

    def __init__(self) -> None:
        """Begin without any."""
        self._given: dict[str, Grant] = {}

    def add(self, token: str, grant: Grant) -> None:
        """Note that a token was given away."""
        while len(self._given) >= _MOST:
            del self._given[next(iter(self._given))]
        self._given[token_sha256(token)] = grant

    def find(self, token: str, station: str) -> Grant | None:
        """The grant that a station comes with; None if the token was not given for its name."""
        found = self._given.get(token_sha256(token))
        return found if found is not None and found.station == station else None

    def spend(self, token: str) -> None:
        """Note that a token has claimed its name: if that is released, it opens nothing more."""
        self._given.pop(token_sha256(token), None)
