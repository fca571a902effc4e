"""Connects the station to a lab computer, to one at a time."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hcmd_lab.network.credentials import FILE_NAME as PAIRING
from hcmd_lab.network.credentials import load_credentials
from hcmd_lab.network.discovery import HostFinder
from hcmd_lab.network.pairing import PairingCode
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import ExitReport, FromKiosk
from hcmd_lab.network.update_messages import FromStation
from ui.kiosk.exit_gate import ExitGate
from ui.kiosk.host_address import Address
from ui.kiosk.host_search import HostSearch
from ui.kiosk.remembered import Place, save_place
from ui.kiosk.single_instance import StationLock
from ui.kiosk.station import Station

log = logging.getLogger(__name__)


class Connector(QObject):
    """Creates a station's link and keeps its data: the address and the PIN for leaving.

    Args:
        state: The folder in which this computer's stations have theirs.
        station: Joined to every link.
        gate: Learns the PIN's hash.
        finder: Started where the lab computer does not answer.

    Signals:
        entered(): The lab computer has let the station in.
        untrusted(str): Another computer answers at its address; the sentence. It is tried again.
        misdated(str): Its certificate is not valid by this computer's clock; the sentence. It is
            tried again.
        moved(Place): The lab computer has another address, at which it is tried from now on.
        ordered(ToKiosk): The experimenter asks something of this kiosk.
        tries_told(): The lab computer knows of every try to leave.
        update_told(FromHost): An update is offered instead of a session, or what follows of it.
        update_over(): The line that this came over has gone.
    """

    entered = Signal()
    untrusted = Signal(str)
    misdated = Signal(str)
    moved = Signal(object)
    ordered = Signal(object)
    tries_told = Signal()
    update_told = Signal(object)
    update_over = Signal()

    def __init__(self, state: Path, station: Station, gate: ExitGate, finder: HostFinder) -> None:
        super().__init__(station)
        self._state = state
        self._station = station
        self._gate = gate
        self._link: StationLink | None = None
        self._lock: StationLock | None = None
        self._locked_as = ""
        self._place: Place | None = None
        self._finder = finder
        self._search = HostSearch(finder, self)
        self._search.found.connect(self._move)
        gate.tried.connect(self._report_tries)

    @property
    def place(self) -> Place | None:
        """The address the station is connected to, or trying."""
        return self._place

    @property
    def is_telling_tries(self) -> bool:
        """Whether the lab computer is being told of tries to leave, and has not confirmed them."""
        is_in = self._link is not None and self._link.is_connected
        return is_in and not self._gate.tries.is_told

    def is_paired(self, station: str) -> bool:
        """Whether a station of this name has been paired on this computer."""
        try:
            return (self._state / station / PAIRING).exists()
        except OSError:  # whoever reads it tells why it cannot
            return True

    def hold(self, station: str) -> None:
        """Prevent other programs on this computer from being the same station.

        Raises:
            OperatorError: Another program is this station, or its folder cannot be used.
        """
        if station == self._locked_as:
            return
        lock = StationLock(self._state / station, station)
        if self._lock is not None:
            self._lock.release()
        self._lock, self._locked_as = lock, station

    def connect_to(self, place: Place, code: PairingCode | None) -> None:
        """Disconnect from the current lab computer, if any, and connect to this one.

        Raises:
            OperatorError: The station is in use, or not paired and there is no code.
        """
        self.stop()
        self.hold(place.station)
        link = StationLink(
            place.address.host,
            place.address.port,
            place.station,
            self._state / place.station,
            code=code,
            parent=self,
        )
        self._place, self._link = place, link
        link.connected.connect(self._on_connected)
        link.connection_lost.connect(self._search_in_a_while)
        link.untrusted.connect(self.untrusted)
        link.misdated.connect(self.misdated)
        link.arrived.connect(self._on_arrived)
        link.ordered.connect(self.ordered)
        link.update_told.connect(self.update_told)
        link.update_over.connect(self.update_over)
        self._station.join(link)
        link.start()
        kept = load_credentials(self._state / place.station)
        if kept is not None and (code is None or code.is_for(kept.certificate_der)):
            self._search_in_a_while()

    def stop(self) -> None:
        """Disconnect."""
        self._search.end()
        if self._link is not None:
            self._link.stop()
            self._gate.tries.not_arrived()
            self._link.deleteLater()
            self._link = None

    def close(self) -> None:
        """Disconnect, and allow another program to be the station."""
        self.stop()
        if self._lock is not None:
            self._lock.release()
            self._lock, self._locked_as = None, ""

    def _search_in_a_while(self) -> None:
        kept = self._place and load_credentials(self._state / self._place.station)
        if self._place is not None and kept:
            self._search.begin(kept.certificate_der, self._place.address)

    def _move(self, address: Address) -> None:
        if self._link is not None and self._place is not None:
            log.info("the lab computer is at %s now", address)
            self._place = Place(address, self._place.station)
            self._link.move(address.host, address.port)
            self.moved.emit(self._place)

    def show_token(self, system: str, version: str, busy: bool, failed: tuple[str, str]) -> None:
        """Answer the offer of an update; the arguments are those of `UpdateHello`."""
        if self._link is not None:
            self._link.show_token(system, version, busy, failed)

    def tell_update(self, message: FromStation) -> None:
        """Send a message about an update; without effect where none is offered."""
        if self._link is not None:
            self._link.tell_update(message)

    def _on_connected(self) -> None:
        self._search.end()
        self._finder.stop()
        if self._link is not None and self._place is not None:
            self._gate.tell(self._link.exit_hash, self._link.certificate_der)
            save_place(self._state, self._place)
            self._report_tries()
        self.entered.emit()

    def _report_tries(self) -> None:
        """Tell the lab computer of PINs that were tried, also before a restart or without it."""
        if self._link is not None and self._link.is_connected:
            for report in self._gate.tries.take_unsent():
                self._link.report(report)

    def _on_arrived(self, message: ExitReport | FromKiosk) -> None:
        if isinstance(message, ExitReport):
            self._gate.tries.arrived()
            if self._gate.tries.is_told:
                self.tries_told.emit()

    def report(self, message: FromKiosk) -> None:
        """Tell the lab computer something of this kiosk, if it has one."""
        if self._link is not None:
            self._link.report(message)
