"""A visit to the kiosks of the room without a session: who connects, and in which state."""

import time
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.game.room import Interruption, still_so
from hcmd_lab.hosting.host_announcement import HostAnnouncement
from hcmd_lab.hosting.room import reported_after
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.host_messages import Visit
from hcmd_lab.network.lab_identity import LabIdentity, identity_folder
from hcmd_lab.network.message_fields import new_nonce
from hcmd_lab.network.pairing import new_pin
from hcmd_lab.network.room_check import Reported, Visited, check_room
from hcmd_lab.network.station_messages import Interrupted, KioskReport, OrderAnswer

_NO_SESSION = "room"
_DRAW_BREATH_MS = 300
"""After the last report that was waited for, for kiosks that nobody expects."""


class RoomVisit(QObject):
    """Waits for paired kiosks and asks each of them how it is.

    Kiosks keep trying to reach the lab computer on its port, so those that are switched on come by
    themselves, and wait for it again when the visit is over.

    Args:
        address: Network address to listen on.
        port: Port that the kiosks know.
        patience_s: Time for them to come.
        identity: Folder of the lab computer's identity; None for the usual one.
        announce: Whether kiosks that miss this computer find it at another address or port.

    Signals:
        ended(): All paired kiosks have reported, or the time is over.

    Attributes:
        paired: Names of the paired kiosks.
    """

    ended = Signal()

    def __init__(
        self,
        address: str,
        port: int,
        patience_s: float,
        *,
        identity: Path | None = None,
        announce: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        kept = LabIdentity(identity or identity_folder())
        certificate = kept.certificate()
        self._announcement = HostAnnouncement(certificate.fingerprint, wanted=announce, parent=self)
        self.paired: Collection[str] = [each.name for each in kept.stations()]
        self._asked: dict[str, tuple[str, float]] = {}
        self._reported: dict[str, Reported] = {}
        self._interrupted: dict[str, frozenset[Interruption]] = {}
        self._host = LabHost(certificate, kept, _NO_SESSION, new_pin(), parent=self)
        self._host.station_connected.connect(self._ask)
        self._host.kiosk_told.connect(self._on_told)
        self._patience = QTimer(self, singleShot=True, interval=round(1000 * patience_s))
        self._patience.timeout.connect(self.ended)
        self._address, self._port = address, port

    def start(self) -> None:
        """Wait for the kiosks from now on.

        Raises:
            OperatorError: The port is taken, perhaps by a session, whose window visits them too.
        """
        port = self._host.listen(self._address, self._port)
        self._announcement.begin(self._address, port)
        # Only paired kiosks are let in: without any, nobody is waited for.
        self._patience.start(self._patience.interval() if self.paired else 0)

    def results(self) -> list[Visited]:
        """What was found at each kiosk that came."""
        return check_room(self._asked, self._reported, self._interrupted)

    @property
    def missing(self) -> list[str]:
        """The paired kiosks that did not come."""
        return [name for name in self.paired if name not in self._asked]

    def close(self) -> None:
        """Let the kiosks go; they wait for the lab computer again."""
        self._announcement.stop()
        self._host.close()

    def _ask(self, station: str) -> None:
        nonce = new_nonce()
        self._asked[station] = nonce, time.monotonic()
        self._host.send(station, Visit(nonce))

    def _on_told(self, station: str, message: OrderAnswer | KioskReport | Interrupted) -> None:
        if isinstance(message, Interrupted):
            known = self._interrupted.get(station, frozenset())
            self._interrupted[station] = still_so(known, message.what)
        if not isinstance(message, KioskReport):
            return
        nonce, sent_s = self._asked[station]
        if message.nonce == nonce:
            self._reported[station] = reported_after(message, sent_s, time.time())
        if self.paired and self._reported.keys() >= set(self.paired):
            self._patience.start(_DRAW_BREATH_MS)
