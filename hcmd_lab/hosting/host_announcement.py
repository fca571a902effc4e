"""Lets kiosks find a host by themselves, as long as it serves."""

from PySide6.QtCore import QObject

from hcmd_lab.network.announcement import Announcement


class HostAnnouncement(QObject):
    """The announcement of a host, which ends at the latest with its owner.

    Args:
        fingerprint: Of the host's certificate.
        wanted: Whether the host is announced at all.
        parent: Owner in the sense of Qt.
    """

    def __init__(self, fingerprint: str, *, wanted: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._fingerprint = fingerprint
        self._wanted = wanted
        self._announcement: Announcement | None = None

    def begin(self, address: str, port: int) -> None:
        """Announce the host that listens now.

        Args:
            address: Where it listens.
            port: Its port.
        """
        if self._wanted:
            self._announcement = Announcement.of_host(address, port, self._fingerprint)
        if self._announcement is not None:
            # Its thread would keep a program that ends otherwise.
            self.destroyed.connect(self._announcement.stop)

    def stop(self) -> None:
        """Take the announcement back, if there is one."""
        if self._announcement is not None:
            self._announcement.stop()
