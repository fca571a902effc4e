"""The paired kiosks, and the signal that starts computers that are switched off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.lab_identity import PairedStation
from hcmd_lab.network.wake import wake_stations
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.wake import not_sent_to, sent_to
from ui.control.desk import Desk
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, in_row
from ui.look.widgets import Card, button, label, set_role

_LIST_HEIGHT_PX = 150
_LEAST_PX = 60


class WakeCard(Card):
    """Lists the paired kiosks; those that are not connected can be chosen and woken.

    Attributes:
        stations: The list; the chosen ones are checked.
        wake: Sends the signal to the chosen ones.
        said: What has become of it.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Start with an empty list."""
        super().__init__(parent=parent)
        self._desk = desk
        self._paired: dict[str, PairedStation] = {}
        self._connected: frozenset[str] = frozenset()
        self.stations = QListWidget()
        self.stations.setObjectName("paired_kiosks")
        self.stations.setAccessibleName(translate("Paired kiosks"))
        self.stations.setMinimumHeight(_LEAST_PX)
        self.stations.setMaximumHeight(_LIST_HEIGHT_PX)
        self.stations.itemChanged.connect(self._enable)
        self.wake = button(translate("Wa&ke the chosen kiosks"), clicked=self._wake)
        self.said = label("", "caption")
        self.body.addWidget(label(translate("Paired kiosks"), "heading"))
        self.body.addWidget(self.stations)
        self.body.addLayout(in_row(self.wake, Spare(), gap=3))
        self.body.addWidget(self.said)
        desk.session_changed.connect(self._follow)

    def refresh(self) -> None:
        """Show the kiosks as they are now; all that can be woken are chosen."""
        self.said.clear()
        self.stations.clear()
        self._paired.clear()
        try:
            paired = self._desk.lab_identity.stations()
        except OperatorError as error:
            self._say(translate(error), "danger")
            paired = ()
        self._connected = connected = self._stations()
        for station in sorted(paired, key=lambda each: (len(each.name), each.name)):
            self._paired[station.name] = station
            self._list(station, is_connected=station.name in connected)
        self.setVisible(bool(paired or self.said.text()))
        self._enable()

    def _follow(self) -> None:
        """Show that a kiosk has connected, or is lost; what was said of the signal stays."""
        if self._paired and self._stations() != self._connected:
            said = self.said.text()
            self.refresh()
            self.said.setText(said)

    def _stations(self) -> frozenset[str]:
        host = self._desk.host
        return frozenset() if host is None else host.stations

    def _list(self, station: PairedStation, *, is_connected: bool) -> None:
        item = QListWidgetItem()
        item.setData(Qt.ItemDataRole.UserRole, station.name)
        if is_connected:
            item.setText(translate("{station}: connected", station=station.name))
        elif station.mac:
            item.setText(translate("{station}: not connected", station=station.name))
            item.setCheckState(Qt.CheckState.Checked)
        else:
            item.setText(
                translate(
                    "{station}: not connected, its network card is not known", station=station.name
                )
            )
        self.stations.addItem(item)

    def _chosen(self) -> list[PairedStation]:
        items = (self.stations.item(row) for row in range(self.stations.count()))
        return [
            self._paired[item.data(Qt.ItemDataRole.UserRole)]
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _enable(self) -> None:
        none = "" if self._chosen() else translate("Tick the computers that are to start.")
        allow_unless(self.wake, none)

    def _wake(self) -> None:
        try:
            sent, unknown = wake_stations(self._chosen())
        except OperatorError as error:
            self._say(translate(error), "danger")
            return
        told = (translate(each) for each in (sent_to(sent), not_sent_to(unknown)))
        self._say(" ".join(filter(None, told)), "caption")

    def _say(self, words: str, role: str) -> None:
        set_role(self.said, role)
        self.said.setText(words)
