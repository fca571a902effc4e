"""The paired stations of one session: the lab computer's, and simulated ones that end with it."""

from collections.abc import Mapping
from typing import Any, Protocol

import msgspec

from hcmd_lab.network.lab_identity import PairedStation
from hcmd_lab.timestamps import utc_now


class Registry(Protocol):
    """Storage for the stations paired with a lab computer."""

    def find(self, station: str) -> PairedStation | None:
        """A paired station, or None if the name is free."""

    def token_key(self) -> bytes:
        """The key from which the stations' tokens are made (see `tokens`)."""

    def claim(self, station: str, token_sha256: str) -> None:
        """Assign a free name to the owner of the token; durable when this returns."""

    def note(self, changes: Mapping[str, Mapping[str, str | int]]) -> None:
        """Keep news of paired stations: by station, fields with their new values."""

    def release(self, station: str) -> None:
        """Free the name, so that another computer can be paired under it."""


class SessionRegistry:
    """The registry of a session.

    A simulated participant's station is part of the program that hosts the session. However that
    program ends, the pairing ends with it: it is no kiosk that could come again.
    """

    def __init__(self, kept: Registry) -> None:
        """Begin without simulated stations.

        Args:
            kept: The stations that stay paired.
        """
        self._kept = kept
        self._simulated: dict[str, PairedStation | None] = {}

    def expect_simulated(self, station: str) -> None:
        """Keep no pairing of a station that a simulated participant is going to take.

        One that is kept was left by an earlier version whose window was killed, and is released.
        """
        if station not in self._simulated:
            self._kept.release(station)
            self._simulated[station] = None

    def find(self, station: str) -> PairedStation | None:
        """A paired station, or None if the name is free."""
        if station in self._simulated:
            return self._simulated[station]
        return self._kept.find(station)

    def token_key(self) -> bytes:
        """The key from which the stations' tokens are made."""
        return self._kept.token_key()

    def claim(self, station: str, token_sha256: str) -> None:
        """Assign a free name to the owner of the token."""
        if station in self._simulated:
            self._simulated[station] = PairedStation(station, token_sha256, utc_now())
        else:
            self._kept.claim(station, token_sha256)

    def note(self, changes: Mapping[str, Mapping[str, str | int]]) -> None:
        """Keep news of paired stations: by station, fields with their new values."""
        left: dict[str, Mapping[str, Any]] = {}
        for station, fields in changes.items():
            if station not in self._simulated:
                left[station] = fields
            elif (known := self._simulated[station]) is not None:
                self._simulated[station] = msgspec.structs.replace(known, **dict(fields))
        if left:
            self._kept.note(left)

    def release(self, station: str) -> None:
        """Free the name, so that another computer can be paired under it."""
        if station in self._simulated:
            self._simulated[station] = None
        else:
            self._kept.release(station)
