"""The exit PIN of kiosks: only its scrypt hash is kept or sent.

A hash is text, `scrypt$N$r$p$salt$key` with salt and key in hexadecimal, so that its cost can be
raised later and old hashes still match. A PIN of a few digits can be found by whoever has its hash
and enough time; the cost makes that slow, and a kiosk counts the tries.
"""

import hashlib
import hmac
import re
import secrets

from hcmd_lab.errors import UsageError

_COST = 2**14
_BLOCK_SIZE = 8
_PARALLEL = 1
_SALT_BYTES = 16
_KEY_BYTES = 32
_MEMORY_BYTES = 2**26  # four times what is needed; a hash that claims more matches nothing

_HASH = re.compile(
    r"scrypt\$([0-9]{1,8})\$([0-9]{1,3})\$([0-9]{1,3})\$([0-9a-f]{32})\$([0-9a-f]{64})"
)


def hash_pin(pin: str) -> str:
    """The stored form of a PIN; takes 50 to 100 ms.

    Raises:
        UsageError: It is not a PIN.
    """
    if not re.fullmatch(r"[0-9]{4,12}", pin):
        raise UsageError("The PIN to leave a kiosk must consist of 4 to 12 digits.")
    salt = secrets.token_bytes(_SALT_BYTES)
    key = _derive(pin, salt, _COST, _BLOCK_SIZE, _PARALLEL)
    return f"scrypt${_COST}${_BLOCK_SIZE}${_PARALLEL}${salt.hex()}${key.hex()}"


def pin_matches(pin: str, hashed: str) -> bool:
    """Whether this PIN has the given hash; as slow as hashing, False for a malformed hash."""
    parts = _HASH.fullmatch(hashed)
    if parts is None:
        return False
    cost, block_size, parallel, salt, key = parts.groups()
    try:
        derived = _derive(pin, bytes.fromhex(salt), int(cost), int(block_size), int(parallel))
    except ValueError:  # an impossible cost, or one that needs too much memory
        return False
    return hmac.compare_digest(derived, bytes.fromhex(key))


def _derive(pin: str, salt: bytes, cost: int, block_size: int, parallel: int) -> bytes:
    return hashlib.scrypt(
        pin.encode(),
        salt=salt,
        n=cost,
        r=block_size,
        p=parallel,
        maxmem=_MEMORY_BYTES,
        dklen=_KEY_BYTES,
    )
