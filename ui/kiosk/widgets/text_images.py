"""Pictures of texts, as far as they have arrived."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from hcmd_lab.game.picture_names import picture_name

log = logging.getLogger(__name__)


class Pictures(QObject):
    """Stores pictures by the SHA-256 of their bytes, and requests missing ones.

    Args:
        at_hand: Returns the bytes of a picture at once, or None; replaces requests to the host.

    Attributes:
        players: Seats of a group, for pictures that the program draws.

    Signals:
        wanted(str): A picture is to be brought; said once for each.
        arrived(str): It is there now.
    """

    wanted = Signal(str)
    arrived = Signal(str)

    def __init__(
        self,
        at_hand: Callable[[str], bytes | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.players = 0
        self._at_hand = at_hand
        self._images: dict[str, QImage] = {}
        self._asked: set[str] = set()

    def image(self, sha256: str) -> QImage:
        """A picture; an empty image until it has arrived."""
        if sha256 not in self._images and sha256 not in self._asked:
            self._asked.add(sha256)
            data = None if self._at_hand is None else self._at_hand(sha256)
            if data is None:
                self.wanted.emit(sha256)
            else:
                self._images[sha256] = QImage.fromData(data)
        return self._images.get(sha256, QImage())

    def put(self, sha256: str, data: bytes) -> None:
        """Store the bytes of a picture; bytes that do not match the hash are ignored."""
        if picture_name(data) != sha256:
            log.warning("what came is not the picture %s", sha256[:12])
            return
        self._images[sha256] = QImage.fromData(data)
        self.arrived.emit(sha256)
