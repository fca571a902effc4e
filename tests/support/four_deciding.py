"""Four links to a host over real sockets that have come as far as the first decision."""

from pathlib import Path

from network_lab import HOME
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, CheckIn, Continue

PATIENCE_MS = 30_000


class FourDeciding:
    """Four stations of one group, where a page of instructions is the only one before the game.

    Attributes:
        links: By station.
        views: The newest screen of each.
    """

    def __init__(
        self,
        qtbot: QtBot,
        stations: tuple[str, ...],
        port: int,
        code: str,
        state: Path,
        parent: QObject,
    ) -> None:
        self._qtbot = qtbot
        self.links: dict[str, StationLink] = {}
        self.views: dict[str, SeatView] = {}
        for station in stations:
            link = StationLink(
                HOME, port, station, state / station, code=parse_code(code), parent=parent
            )
            link.snapshot_received.connect(lambda view, s=station: self.views.update({s: view}))
            link.start()
            self.links[station] = link
        self.until_all_see(Page.CHECK_IN)
        for link in self.links.values():
            link.send(CheckIn(UNSENT, "", True))
        self.until_all_see(Page.STAGE_INTRO)
        for link in self.links.values():
            link.send(Continue(UNSENT, Page.STAGE_INTRO, 1, 0))
        self.until_all_see(Page.DECIDE)

    def until_all_see(self, page: Page) -> None:
        """Wait until every screen shows a page."""
        self._qtbot.waitUntil(
            lambda: (
                len(self.views) == len(self.links)
                and {view.page for view in self.views.values()} == {page}
            ),
            timeout=PATIENCE_MS,
        )

    def stop(self) -> None:
        """Disconnect all of them."""
        for link in self.links.values():
            link.stop()
