"""The PIN for leaving a study's kiosks: drawn or chosen once, kept only as its hash."""

import secrets

from hcmd_lab.network.exit_pin import hash_pin
from hcmd_lab.storage.store import Store

_HASH_FACT = "exit_pin_hash"
_PLAIN_FACT = "exit_pin"  # what earlier versions kept
_DIGITS = 6


class ExitPins:
    """The PIN of a study that is open.

    Args:
        store: The study's.

    Attributes:
        known: The PIN where this program has drawn it or been told it; else empty. A hash gives
            no PIN back.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.known = ""

    @property
    def hash(self) -> str:
        """Hash of the PIN that counts; empty before one was set."""
        plain = self._store.facts.get(_PLAIN_FACT)
        if plain is not None:
            if plain:
                self.set(str(plain))
            self._store.facts.erase(_PLAIN_FACT)
        return str(self._store.facts.get(_HASH_FACT, ""))

    def set(self, pin: str) -> None:
        """Let this PIN count from the next session on; an empty one leaves the one before.

        Raises:
            UsageError: It is not a PIN.
        """
        if pin and pin != self.known:
            self._store.facts.set(_HASH_FACT, hash_pin(pin))
            self.known = pin

    def require(self) -> str:
        """The hash of the PIN that counts, drawing one if there is none."""
        if not self.hash:
            self.set(draw_pin())
        return self.hash


def draw_pin() -> str:
    """A new PIN, from the operating system's randomness."""
    return f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"
