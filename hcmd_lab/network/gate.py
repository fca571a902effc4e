"""Admission: the host's answers to `Pair` and `Hello`, without any socket."""

import hmac
import logging
import math
from collections.abc import Callable, Collection
from typing import Protocol

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.limits import HostLimits, WrongTries
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.pairing import new_token, token_sha256
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import Hello, Pair

log = logging.getLogger(__name__)


class Registry(Protocol):
    """Storage for the stations paired with a lab computer."""

    def token_sha256(self, station: str) -> str | None:
        """SHA-256 of the station's token, or None if the name is free."""

    def claim(self, station: str, token_sha256: str) -> None:
        """Assign a free name to the owner of the token; durable when this returns."""

    def note_mac(self, station: str, mac: str) -> None:
        """Keep the hardware address of a paired station's network card."""

    def release(self, station: str) -> None:
        """Free the name, so that another computer can be paired under it."""


class RejectedError(Exception):
    """A station that is not admitted.

    Attributes:
        code: The reason.
        sentence: The same for the person at the station.
        final: Whether trying again is useless.
    """

    def __init__(self, code: RejectionCode, sentence: str, *, final: bool = True) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.final = final


def check_protocol(spoken: int) -> None:
    """Check that the station uses this host's protocol version.

    Raises:
        RejectedError: It speaks another one.
    """
    if spoken != PROTOCOL:
        older = "station" if spoken < PROTOCOL else "lab computer"
        raise RejectedError(
            RejectionCode.VERSION,
            f"This station speaks version {spoken} of the protocol, the lab computer version "
            f"{PROTOCOL}; install the newer program on the {older}.",
        )


class Gate:
    """Checks the PIN of one session and the tokens of the lab computer.

    Args:
        registry: The stations that are paired.
        pin: The session's PIN.
        stations: The names that may be claimed; None allows any.
        limits: Limits on wrong PINs per address.
        clock: Seconds on a clock that never runs backwards.
    """

    def __init__(
        self,
        registry: Registry,
        pin: str,
        stations: Collection[str] | None,
        limits: HostLimits,
        clock: Callable[[], float],
    ) -> None:
        self._registry = registry
        self._pin = pin
        self._stations = stations
        self._wrong_tries = WrongTries(limits.wrong_tries, limits.lockout_s, clock)

    def pair(self, message: Pair, address: str) -> str:
        """A new token for the station. The name is claimed later, by `admit`.

        Raises:
            RejectedError: The PIN is wrong, or the name cannot be had.
        """
        check_protocol(message.protocol)
        self._check_pin(message.pin, address)
        if self._stations is not None and message.station not in self._stations:
            raise RejectedError(
                RejectionCode.UNKNOWN_STATION,
                f"This session has no station {message.station}; its stations are "
                f"{', '.join(sorted(self._stations))}."[:1000],
            )
        if self._registry.token_sha256(message.station) is not None:
            raise RejectedError(
                RejectionCode.STATION_TAKEN,
                f"Another computer is paired as station {message.station}; choose another name, "
                "or ask the experimenter to release this one.",
            )
        return new_token()

    def admit(self, message: Hello, granted: Pair | None, granted_token: str) -> None:
        """Admit a station by its token; claims the name if the token is newly granted.

        Args:
            message: The station's message.
            granted: The `Pair` that was answered on the same connection, if any.
            granted_token: The token that it was answered with.

        Raises:
            RejectedError: The token is not the station's.
        """
        check_protocol(message.protocol)
        offered = token_sha256(message.token)
        known = self._registry.token_sha256(message.station)
        is_granted = (
            granted is not None
            and granted.station == message.station
            and hmac.compare_digest(offered, token_sha256(granted_token))
        )
        if known is None and is_granted:
            self._registry.claim(message.station, offered)
        elif known is None or not hmac.compare_digest(offered, known):
            raise RejectedError(
                RejectionCode.UNKNOWN_TOKEN,
                f"Station {message.station} is not paired with this lab computer; pair it with "
                "the code that it shows.",
            )
        if message.mac:
            try:
                self._registry.note_mac(message.station, message.mac)
            except OperatorError as error:  # it plays all the same
                log.warning("the network card of %s is not noted: %s", message.station, error)

    def release(self, station: str) -> None:
        """Forget a station's token."""
        self._registry.release(station)

    def _check_pin(self, pin: str, address: str) -> None:
        wait_s = self._wrong_tries.locked_for_s(address)
        if wait_s > 0:
            raise RejectedError(
                RejectionCode.TOO_MANY_TRIES,
                "Too many wrong pairing codes came from this computer; wait "
                f"{math.ceil(wait_s)} s and try again.",
            )
        if not hmac.compare_digest(pin, self._pin):
            self._wrong_tries.count(address)
            raise RejectedError(
                RejectionCode.WRONG_PIN,
                "The pairing code is wrong in its last four characters; compare it with the code "
                "that the lab computer shows.",
            )
