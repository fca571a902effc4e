"""Admission: the host's answers to `Pair` and `Hello`, without any socket."""

import hmac
import logging
import math
from collections.abc import Callable

import msgspec

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.network.addresses import is_own
from hcmd_lab.network.alarm import Alarms
from hcmd_lab.network.door import Door, Knock, WhyKnocks
from hcmd_lab.network.grants import Grant, Grants
from hcmd_lab.network.lab_identity import PairedStation
from hcmd_lab.network.limits import HostLimits, WrongTries, network_of
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.pairing import new_token, token_sha256
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.session_registry import Registry
from hcmd_lab.network.station_messages import Hello, Pair
from hcmd_lab.network.tokens import next_token, number_of

log = logging.getLogger(__name__)

_ANYWHERE = "any"
"""Stands for all addresses together where wrong codes are counted."""


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


class Gate:
    """Checks the PIN of one session and the tokens of the lab computer.

    Args:
        registry: The stations that are paired.
        pin: The session's PIN.
        limits: Limits on wrong PINs.
        clock: Seconds on a clock that never runs backwards.
        door: Who may come in now.
        alarms: Told what looks like an attack.
        any_address: Whether a paired station is let in wherever it is.
    """

    def __init__(
        self,
        registry: Registry,
        pin: str,
        limits: HostLimits,
        clock: Callable[[], float],
        door: Door,
        alarms: Alarms,
        *,
        any_address: bool = False,
    ) -> None:
        self._registry = registry
        self._pin = pin
        self._door = door
        self._alarms = alarms
        self._any_address = any_address
        self._wrong_tries = WrongTries(limits.wrong_tries, limits.lockout_s, clock)
        self._all_wrong_tries = WrongTries(limits.all_wrong_tries, limits.lockout_s, clock)
        self._grants = Grants()
        self._key = b""
        self._news: dict[str, dict[str, str | int]] = {}

    def check_protocol(self, spoken: int, station: str, address: str) -> None:
        """Check that a station uses this host's version of the protocol; an alarm if it does not.

        Args:
            spoken: The version that the station speaks.
            station: The name that it gives; empty if none can be read.
            address: Where the connection comes from.

        Raises:
            RejectedError: It speaks another one.
        """
        if spoken == PROTOCOL:
            return
        is_older = spoken < PROTOCOL
        self._alarms.sound(
            AlarmKind.OLDER_PROGRAM if is_older else AlarmKind.NEWER_PROGRAM, station, address
        )
        raise RejectedError(
            RejectionCode.VERSION,
            f"This station speaks version {spoken} of the protocol, the lab computer version "
            f"{PROTOCOL}; install the newer program on the "
            f"{'station' if is_older else 'lab computer'}.",
        )

    def pair(self, message: Pair, address: str, *, is_here: bool = False) -> str:
        """A new token for the station. The name is claimed later, by `admit`.

        Args:
            message: The station's message.
            address: Where the connection comes from.
            is_here: Whether that is the lab computer itself.

        Raises:
            RejectedError: The PIN is wrong, the name cannot be had, or the station has to wait for
                the experimenter.
        """
        self.check_protocol(message.protocol, message.station, address)
        self._check_pin(message.pin, address)
        self._require_free(message.station)
        self._require_open_door(message.station, address, is_here=is_here)
        self._door.reserve(message.station, address)
        token = new_token()
        self._grants.add(token, Grant(message.station, address))
        return token

    def admit(
        self, message: Hello, address: str, *, live_at: str = "", is_here: bool = False
    ) -> None:
        """Admit a station by its token; claims the name if the token is newly granted.

        Args:
            message: The station's message.
            address: Where the connection comes from.
            live_at: Where a station of this name is connected now; empty if none is.
            is_here: Whether the connection comes from the lab computer itself.

        Raises:
            RejectedError: The token is not the station's, or is an old one, the station is
                connected, or it has to wait for the experimenter.
        """
        self.check_protocol(message.protocol, message.station, address)
        name = message.station
        known = self._find(name)
        number = None if known is None else self._number(message, known)
        if known is None or number is None:
            self._admit_granted(message, address, is_here=is_here)
            return
        if number < known.confirmed:
            self._alarms.sound(AlarmKind.OLD_TOKEN, name, address, live_at or known.address)
            usual = live_at or known.address
            knock = Knock(name, address, WhyKnocks.OLD_TOKEN, usual, is_here)
            self._require_leave(knock)
            self._pair_anew(message, address)
            return
        if live_at:
            raise RejectedError(
                RejectionCode.STATION_TAKEN,
                f"Station {name} is in use by another program; end it there first.",
                final=False,
            )
        self._require_address(name, address, known.address, is_here=is_here)
        if number > known.confirmed:
            self._note(name, confirmed=number)
        if (address, message.mac or known.mac) != (known.address, known.mac):
            self._note(name, address=address, mac=message.mac or known.mac)
        self._door.enter(name, address)

    def new_token(self, station: str) -> tuple[int, str] | None:
        """Number and text of a station's next token; None if it is not to have another one now.

        The station may confirm it or not: the one before it counts until then. None if it is not
        paired any more, or where the one before cannot be kept.
        """
        if "confirmed" in self._news.get(station, {}):
            self.keep_news()
        known = self._find(station)
        # A host that is killed has to know it again: it is never two tokens ahead of the disk.
        if known is None or "confirmed" in self._news.get(station, {}):
            return None
        number = known.confirmed + 1
        return number, next_token(self._token_key(), station, known.token_sha256, number)

    def confirm(self, station: str, number: int) -> None:
        """Note that a station has stored its next token: older ones are those of copies."""
        known = self._find(station)
        if known is not None and number == known.confirmed + 1:
            self._note(station, confirmed=number)

    def keep_news(self) -> None:
        """Keep what has been noted of stations, all at once."""
        if self._news:
            news, self._news = self._news, {}
            try:
                self._registry.note(news)
            except OperatorError as error:  # they play all the same
                self._news = news | self._news
                log.warning("news of stations cannot be kept: %s", error)

    def release(self, station: str) -> None:
        """Forget a station's token."""
        self._news.pop(station, None)
        self._registry.release(station)
        self._door.leave(station)

    def _admit_granted(self, message: Hello, address: str, *, is_here: bool) -> None:
        """Claim a name for the station that it was granted to, in whichever connection."""
        name = message.station
        grant = self._grants.find(message.token, name)
        if grant is None:
            self._alarms.sound(AlarmKind.UNKNOWN_TOKEN, name, address)
            raise RejectedError(
                RejectionCode.UNKNOWN_TOKEN,
                f"Station {name} is not paired with this lab computer; pair it with "
                "the code that it shows.",
            )
        self._require_free(name)
        self._require_address(name, address, grant.address, is_here=is_here)
        self._require_open_door(name, address, is_here=is_here)
        self._registry.claim(name, token_sha256(message.token))
        self._grants.spend(message.token)
        self._note(name, address=address, mac=message.mac)
        self._door.enter(name, address)

    def _pair_anew(self, message: Hello, address: str) -> None:
        """Let in a station that came with an old token: it is paired again, with this one."""
        self.release(message.station)
        self._registry.claim(message.station, token_sha256(message.token))
        self._note(message.station, address=address, mac=message.mac)
        self._door.enter(message.station, address)

    def _require_free(self, station: str) -> None:
        if self._registry.find(station) is not None:
            raise RejectedError(
                RejectionCode.STATION_TAKEN,
                f"Another computer is paired as station {station}; choose another name, "
                "or ask the experimenter to release this one.",
            )

    def _require_open_door(self, station: str, address: str, *, is_here: bool) -> None:
        """Require that a new station may come in, which one that was turned away never may."""
        self._require_welcome(station, address, is_here=is_here)
        why = self._door.why_knock(station, address, is_here=is_here)
        if why is not None:
            self._require_leave(Knock(station, address, why, "", is_here))

    def _require_address(self, station: str, address: str, usual: str, *, is_here: bool) -> None:
        """Require that a token is used where it was last; an alarm if it is not."""
        if not usual or network_of(usual) == network_of(address):
            return
        if is_here and is_own(usual):
            return  # a kiosk on this computer that found it again by another of its addresses
        self._alarms.sound(AlarmKind.OTHER_ADDRESS, station, address, usual)
        if not self._any_address:
            knock = Knock(station, address, WhyKnocks.OTHER_ADDRESS, usual, is_here)
            self._require_leave(knock)

    def _require_welcome(self, station: str, address: str, *, is_here: bool) -> None:
        if self._door.is_turned_away(station, address, is_here=is_here):
            raise RejectedError(
                RejectionCode.TURNED_AWAY, "The experimenter does not let this computer in."
            )

    def _require_leave(self, knock: Knock) -> None:
        """Require the experimenter's word; without it the station is told to wait.

        Raises:
            RejectedError: The experimenter has said nothing yet, or no.
        """
        self._require_welcome(knock.station, knock.address, is_here=knock.is_here)
        if not self._door.may_enter(knock):
            raise RejectedError(
                RejectionCode.KNOCKING,
                "This computer waits until the experimenter lets it in.",
                final=False,
            )

    def _find(self, station: str) -> PairedStation | None:
        known = self._registry.find(station)
        news = self._news.get(station)
        return known if known is None or not news else msgspec.structs.replace(known, **news)

    def _note(self, station: str, **fields: str | int) -> None:
        self._news.setdefault(station, {}).update(fields)

    def _token_key(self) -> bytes:
        self._key = self._key or self._registry.token_key()
        return self._key

    def _number(self, message: Hello, known: PairedStation) -> int | None:
        return number_of(
            message.token, self._token_key(), known.name, known.token_sha256, known.confirmed
        )

    def _check_pin(self, pin: str, address: str) -> None:
        wait_s = self._all_wrong_tries.locked_for_s(_ANYWHERE)
        if wait_s > 0:
            raise RejectedError(
                RejectionCode.TOO_MANY_TRIES,
                "Too many wrong pairing codes came from several computers; wait "
                f"{math.ceil(wait_s)} s and try again.",
            )
        wait_s = self._wrong_tries.locked_for_s(address)
        if wait_s > 0:
            raise RejectedError(
                RejectionCode.TOO_MANY_TRIES,
                "Too many wrong pairing codes came from this computer; wait "
                f"{math.ceil(wait_s)} s and try again.",
            )
        if not hmac.compare_digest(pin, self._pin):
            self._wrong_tries.count(address)
            self._all_wrong_tries.count(_ANYWHERE)
            self._alarms.sound(AlarmKind.WRONG_CODE, "", address)
            if self._all_wrong_tries.locked_for_s(_ANYWHERE) > 0:
                self._alarms.sound(AlarmKind.GUESSING)
            raise RejectedError(
                RejectionCode.WRONG_PIN,
                "The pairing code is wrong in its last four characters; compare it with the code "
                "that the lab computer shows.",
            )
