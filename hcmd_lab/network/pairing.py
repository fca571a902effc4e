"""The pairing code: sixteen characters that make a station and a host trust each other.

The first twelve are 60 bits of the SHA-256 of the host's certificate, so that the station knows
that it talks to this host; the last four are the session's PIN (20 bits), so that the host knows
that the station was set up by someone who saw the code. Both sides use this module.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from hcmd_lab.errors import UsageError
from hcmd_lab.typed_text import as_keys_type_it

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O and U
FINGERPRINT_CHARACTERS = 12
PIN_CHARACTERS = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


@dataclass(frozen=True, slots=True)
class PairingCode:
    """A pairing code in its two parts; `str` gives the form that people read and type."""

    fingerprint: str
    pin: str

    def __str__(self) -> str:
        characters = self.fingerprint + self.pin
        return "-".join(characters[start : start + 4] for start in range(0, len(characters), 4))

    def is_for(self, certificate_der: bytes) -> bool:
        """Whether the code was made for this certificate; takes constant time."""
        return hmac.compare_digest(self.fingerprint, certificate_fingerprint(certificate_der))


def parse_code(text: str) -> PairingCode:
    """Parse a typed or pasted code: lower case, missing dashes, O for 0, I or L for 1 are accepted.

    Raises:
        UsageError: It cannot be a pairing code.
    """
    characters = as_keys_type_it(text).upper().translate(_READ_AS)
    expected = FINGERPRINT_CHARACTERS + PIN_CHARACTERS
    wrong = sorted({character for character in characters if character not in ALPHABET})
    if wrong:
        raise UsageError(
            "A pairing code has only digits and letters other than U, not {character}; type it as "
            "the lab computer shows it.",
            character=ascii(wrong[0]),
        )
    if len(characters) != expected:
        raise UsageError(
            "A pairing code has {expected} characters, not {typed}; type it as the lab "
            "computer shows it, like 7Q4M-X2KD-90AB-C3FT.",
            expected=expected,
            typed=len(characters),
        )
    return PairingCode(characters[:FINGERPRINT_CHARACTERS], characters[FINGERPRINT_CHARACTERS:])


def pairing_code(fingerprint: str, pin: str) -> str:
    """The code as the lab computer shows it, in groups of four characters."""
    return str(PairingCode(fingerprint, pin))


def certificate_fingerprint(certificate_der: bytes) -> str:
    """The first 60 bits of the certificate's SHA-256 as twelve characters."""
    digest = int.from_bytes(hashlib.sha256(certificate_der).digest(), "big")
    bits = digest >> (256 - 5 * FINGERPRINT_CHARACTERS)
    return "".join(
        ALPHABET[bits >> (5 * place) & 31] for place in reversed(range(FINGERPRINT_CHARACTERS))
    )


def new_pin() -> str:
    """A PIN for a session, from the operating system's randomness."""
    return "".join(secrets.choice(ALPHABET) for _ in range(PIN_CHARACTERS))


def new_token() -> str:
    """A token of 256 random bits, in hexadecimal, for a paired station to reconnect with."""
    return secrets.token_hex(32)


def token_sha256(token: str) -> str:
    """The stored form of a token: enough to recognise it, useless to anyone who reads it."""
    return hashlib.sha256(token.encode()).hexdigest()
