"""The tokens of a paired station: a new one at each hello, made so that none has to be kept.

Token 0 is random; the station gets it when it is paired, and the host keeps its SHA-256. Each
further one follows from the host's private key, the pairing and its number. The host keeps the
number of the newest one that the station has confirmed, and takes that one and the next: what it
has sent the station may have stored, or not. Any older one is that of a copy.
"""

import hashlib
import hmac

from hcmd_lab.network.pairing import token_sha256

_LOOKED_BACK = 2000
"""Old tokens that are recognised as such; an older one is unknown, and refused just so."""


def token_key(private_pem: bytes) -> bytes:
    """The key from which tokens are made, from the host's private key."""
    return hashlib.sha256(b"hcmd-lab station tokens\0" + private_pem).digest()


def next_token(key: bytes, station: str, first_sha256: str, number: int) -> str:
    """A station's token of a number from 1, as 64 hexadecimal digits.

    Args:
        key: From `token_key`.
        station: The station's name.
        first_sha256: SHA-256 of its token 0, which names the pairing.
        number: The number.
    """
    text = f"{station}\0{first_sha256}\0{number}".encode()
    return hmac.new(key, text, hashlib.sha256).hexdigest()


def number_of(
    token: str, key: bytes, station: str, first_sha256: str, confirmed: int
) -> int | None:
    """The number of a token; None if the station never had it.

    Args:
        token: As the station offers it.
        key: From `token_key`.
        station: The station's name.
        first_sha256: SHA-256 of its token 0.
        confirmed: Number of the newest one that it has confirmed.
    """
    found: int | None = None
    for number in range(max(0, confirmed - _LOOKED_BACK), confirmed + 2):
        if number == 0:
            same = hmac.compare_digest(token_sha256(token), first_sha256)
        else:
            same = hmac.compare_digest(token, next_token(key, station, first_sha256, number))
        found = number if same else found
    return found
