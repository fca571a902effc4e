"""The PIN for leaving this computer's kiosks: as a hash, with the lab computer that set it.

One for all stations of a state folder: neither another station's name, nor other options, nor a
restart makes a kiosk free that has been told a PIN.
"""

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

import msgspec

from hcmd_lab.bounded_reader import read_record
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import PRIVATE, atomic_write
from hcmd_lab.network.credentials import FILE_NAME as PAIRING
from hcmd_lab.network.credentials import load_credentials

log = logging.getLogger(__name__)

FILE_NAME = "exit_pin.json"
_UNREADABLE = "unreadable"  # no PIN has this hash


class KeptPin:
    """What is known of the PIN.

    Args:
        state: The folder of this computer's kiosks.
    """

    def __init__(self, state: Path) -> None:
        self._state = state
        self.hash = ""
        self._host = ""
        self._load()

    def tell(self, exit_hash: str, certificate_der: bytes, *, proven: bool) -> None:
        """Take the hash that a lab computer tells, if it may replace the known one.

        Args:
            exit_hash: Hash of its PIN; an empty one leaves what is known.
            certificate_der: The certificate by which it has been recognised.
            proven: Whether the known PIN has been entered to let this lab computer in.
        """
        host = hashlib.sha256(certificate_der).hexdigest()
        if self.hash and self._host not in ("", host) and not proven:
            log.warning("the PIN to leave stays that of the lab computer before")
            return
        kept = (exit_hash or self.hash, host)
        if not kept[0] or kept == (self.hash, self._host):
            return
        self.hash, self._host = kept
        self._save()

    def _load(self) -> None:
        path = self._state / FILE_NAME
        try:
            kept = read_record(path, dict[str, Any], secret=True)
            self.hash, self._host = str(kept["hash"]) or _UNREADABLE, str(kept["host"])
        except FileNotFoundError:
            self._take_from_pairings()
        except (OSError, ValueError, KeyError, TypeError, msgspec.MsgspecError) as error:
            # Locked until the lab computer tells its PIN again: damage frees nobody.
            log.warning("%s cannot be read; no PIN is right until one is told: %s", path, error)
            self.hash = _UNREADABLE

    def _take_from_pairings(self) -> None:
        """Take over what the first versions kept with each station's pairing."""
        for path in sorted(self._state.glob(f"*/{PAIRING}")):
            try:
                kept = load_credentials(path.parent)
            except OperatorError as error:
                log.warning("no PIN to leave is taken from a pairing: %s", error)
                continue
            if kept is not None and kept.exit_hash:
                self.tell(kept.exit_hash, kept.certificate_der, proven=False)
                return

    def _save(self) -> None:
        kept = json.dumps({"hash": self.hash, "host": self._host}).encode()
        try:
            atomic_write(self._state / FILE_NAME, kept, PRIVATE)
        except OSError as error:
            log.warning("the PIN to leave is known only until this program ends: %s", error)
