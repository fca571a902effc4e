"""The lab computers found on the network, to choose one instead of typing its address."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcmd_lab.network.discovery import FoundHost
from hcmd_lab.telling.translate import translate
from ui.kiosk.host_address import Address
from ui.kiosk.host_search import addresses
from ui.look import SPACE
from ui.look.widgets import button, label

_MAX_ROWS = 3


class FoundHosts(QWidget):
    """A button for each lab computer that was found; hidden while there is none.

    Signals:
        chosen(Address): One of the buttons was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._shown: list[tuple[str, Address]] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE[1])
        self.hide()

    def show_hosts(self, hosts: Sequence[FoundHost]) -> None:
        """Show these lab computers."""
        found = [(host.name, addresses(host)[0]) for host in hosts[:_MAX_ROWS]]
        if found == self._shown:
            return  # whoever is about to press one finds it where it was
        self._shown = found
        for row in self.findChildren(QWidget):
            row.setParent(None)
            row.deleteLater()
        self._rows.addWidget(label(translate("Found on this network:"), "caption", wrap=False))
        for name, address in found:
            words = translate("{name} at {address}", name=name, address=address)
            row = button(words.replace("&", "&&"), "quiet")
            row.setObjectName("found_host")
            row.clicked.connect(lambda _=False, address=address: self.chosen.emit(address))
            self._rows.addWidget(row)
        self.setVisible(bool(found))
