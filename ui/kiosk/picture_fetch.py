"""Fetches pictures of texts from the host, part by part."""

from PySide6.QtCore import QObject

from hcmd_lab.network.host_messages import PicturePart
from hcmd_lab.network.station import StationLink
from ui.kiosk.widgets.text_images import Pictures


class PictureFetch(QObject):
    """Fetches missing pictures through a link, resuming after interruptions."""

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._link: StationLink | None = None
        self._coming: dict[str, list[bytes]] = {}
        pictures.wanted.connect(self._want)

    def join(self, link: StationLink) -> None:
        """Fetch through this link from now on; the former one has stopped."""
        self._link = link
        link.connected.connect(self._ask_again)
        link.picture_part_received.connect(self._take)

    def _want(self, picture: str) -> None:
        self._coming[picture] = []
        self._ask(picture)

    def _ask_again(self) -> None:
        for picture in self._coming:
            self._ask(picture)

    def _ask(self, picture: str) -> None:
        if self._link is not None:
            self._link.fetch_picture(picture, len(self._coming[picture]))

    def _take(self, part: PicturePart) -> None:
        have = self._coming.get(part.picture)
        if have is None or part.part != len(have):
            return  # requested twice around an interruption
        have.append(part.data)
        if len(have) < part.parts:
            self._ask(part.picture)
        else:
            del self._coming[part.picture]
            self._pictures.put(part.picture, b"".join(have))
