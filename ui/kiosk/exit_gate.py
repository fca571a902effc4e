"""Decides whether somebody may leave the kiosk, without needing a host."""

import logging
from contextlib import suppress

from PySide6.QtCore import QObject, QThreadPool, Signal

from hcmd_lab.network.exit_pin import pin_matches
from ui.kiosk.exit_tries import ExitTries
from ui.kiosk.kept_pin import KeptPin

log = logging.getLogger(__name__)


class ExitGate(QObject):
    """Compares PINs with the latest known hash, one at a time.

    Args:
        tries: Counts them.
        kept: What is known of the PIN.

    Attributes:
        is_passed: Whether the PIN has been entered for setting the station up, and counts still.

    Signals:
        tried(bool): A PIN was compared; whether it was the right one.
    """

    tried = Signal(bool)
    # The comparison takes a tenth of a second and runs in a thread of Qt's pool.
    _compared = Signal(bool)

    def __init__(self, tries: ExitTries, kept: KeptPin, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tries = tries
        self._kept = kept
        self._comparing = False
        self.is_passed = False
        self._compared.connect(self._on_compared)

    @property
    def is_free(self) -> bool:
        """Whether no PIN is needed, because none is known."""
        return not self._kept.hash

    @property
    def tries_left(self) -> int:
        """Number of wrong PINs allowed before a delay."""
        return self._tries.left

    @property
    def tries(self) -> ExitTries:
        """The tries, of which a lab computer is told."""
        return self._tries

    def wait_s(self) -> float:
        """Seconds until the next PIN may be tried."""
        return self._tries.wait_s()

    def tell(self, exit_hash: str, certificate_der: bytes) -> None:
        """Take the PIN's hash from a lab computer that has let the station in.

        Without effect for another one than before, unless the PIN has just been entered.
        """
        self._kept.tell(exit_hash, certificate_der, proven=self.is_passed)
        self.is_passed = False

    def try_pin(self, pin: str) -> bool:
        """Start comparing a PIN; returns whether it started. `tried` reports the result."""
        if self._comparing or self.is_free or self.wait_s() > 0:
            return False
        self._comparing = True
        exit_hash = self._kept.hash

        def compare() -> None:
            matches = pin_matches(pin, exit_hash)
            with suppress(RuntimeError):  # the kiosk has ended by now
                self._compared.emit(matches)

        QThreadPool.globalInstance().start(compare)
        return True

    def _on_compared(self, right: bool) -> None:
        self._comparing = False
        self._tries.count(right=right)
        log.warning("a PIN to leave was %s", "right" if right else "wrong")
        self.tried.emit(right)
