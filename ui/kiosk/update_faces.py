"""What the kiosk shows while the lab computer updates its stations."""

from PySide6.QtCore import QObject

from hcmd_lab.telling.translate import translate
from ui.kiosk.connector import Connector
from ui.kiosk.setup_page import SetupPage
from ui.kiosk.update_taking import UpdateTaking
from ui.kiosk.window import KioskWindow


class UpdateFaces(QObject):
    """Says on the page of the attempt to connect what the lab computer is there for.

    A participant's last page and the form are left alone until the update is really taken.

    Args:
        window: Shows the page.
        setup: The page.
        connector: Knows the lab computer.
        updates: Takes updates.
    """

    def __init__(
        self, window: KioskWindow, setup: SetupPage, connector: Connector, updates: UpdateTaking
    ) -> None:
        super().__init__(updates)
        self._window, self._setup, self._connector = window, setup, connector
        self._is_offered = False
        updates.offered.connect(self._on_offered)
        updates.began.connect(self._on_began)
        updates.failed.connect(self._on_failed)
        connector.update_over.connect(self._on_over)

    def _on_offered(self) -> None:
        self._is_offered = True
        self._wait(translate("The lab computer is updating its stations."))

    def _on_began(self) -> None:
        if not self._setup.is_form:
            self._window.show_face(self._setup)
        self._wait(translate("This station gets a new version from the lab computer."))

    def _on_failed(self) -> None:
        # Where the line was lost, the page says already that the lab computer is looked for.
        if self._is_offered:
            self._wait(translate("This station stays at its version."))

    def _on_over(self) -> None:
        self._is_offered = False
        place = self._connector.place
        if place is not None and self._is_shown:
            self._setup.show_attempt(place)

    def _wait(self, words: str) -> None:
        place = self._connector.place
        if place is not None and self._is_shown:
            self._setup.show_waiting(place, words)

    @property
    def _is_shown(self) -> bool:
        return self._window.face is self._setup and not self._setup.is_form
