"""Lets stations into the session: the pairing card, its projector, and the door."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QHostAddress
from PySide6.QtWidgets import QWidget

from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network.door import Knock
from ui.control.desk import Desk
from ui.control.session.joining import Joining, joining
from ui.control.session.pairing_card import PairingCard
from ui.control.session.projector import Projector


class Doorkeeper(QObject):
    """Shows how stations join the hosted session, and answers those that knock.

    Args:
        desk: Hosts the session.
        card: Where the pairing code is shown while stations are missing.
        page: Above it the projector's window opens.

    Attributes:
        joining: How stations join the session; None before the first one.
        shows_card: Whether the card is to be seen; while it is not, the header has the code.

    Signals:
        acted(): Something has been done that the page shows.
    """

    acted = Signal()

    def __init__(self, desk: Desk, card: PairingCard, page: QWidget) -> None:
        """Work for this desk's sessions."""
        super().__init__(page)
        self._desk = desk
        self._card = card
        self._page = page
        self._projector: Projector | None = None
        self._everyone_was_here = False
        self.joining: Joining | None = None
        self.shows_card = True
        card.hide_requested.connect(lambda: self.show_card(False))
        card.projector_requested.connect(self._project)
        card.door_requested.connect(self._set_door)
        card.places_freed.connect(self._free_places)
        desk.session_changed.connect(self._follow_session)

    @property
    def code(self) -> str:
        """The session's pairing code; empty before the first session."""
        return "" if self.joining is None else self.joining.code

    def begin(self, host: SessionHost) -> None:
        """Show how to join another session."""
        self._put_projector_away()
        self.joining = joining(host.pairing_code, host.address, host.port)
        self._card.show_joining(self.joining)
        self._everyone_was_here = False
        # No other computer can reach a session that this one keeps to itself.
        self.shows_card = not QHostAddress(host.address).isLoopback()

    def show_state(self, host: SessionHost, state: SessionState) -> None:
        """Show who is here; the card goes when everyone is."""
        open_groups = sum(g.phase is not Phase.UNFILLED for g in state.groups.values())
        here, needed = len(state.stations), state.plan.game.seats * open_groups
        self._card.show_stations(here, needed)
        complete = here >= needed
        if complete and not self._everyone_was_here:
            self.shows_card = False
        self._everyone_was_here = complete
        self._card.setVisible(self.shows_card)
        door = host.door
        self._card.show_door(
            is_open=door.is_open,
            inside=len(door.inside),
            expected=door.expected,
            gone=host.stations_gone,
        )

    def show_card(self, wanted: bool) -> None:
        """Show the card, or hide it."""
        self.shows_card = wanted
        self.acted.emit()

    def answer(self, knocks: tuple[Knock, ...], wanted: bool) -> None:
        """Let those in that have knocked, or turn them away."""
        host = self._desk.host
        if host is None:
            return
        for knock in knocks:
            if wanted:
                host.door.let_in(knock)
            else:
                host.door.turn_away(knock)
        self.acted.emit()

    def _set_door(self, wanted: bool) -> None:
        """Open pairing again, or close it."""
        host = self._desk.host
        if host is not None:
            (host.door.open if wanted else host.door.close)()
            self.acted.emit()

    def _free_places(self) -> None:
        """Give away the places of stations that have gone."""
        host = self._desk.host
        if host is not None:
            host.free_places()
            self.acted.emit()

    def _project(self) -> None:
        if self.joining is not None:
            self._put_projector_away()
            self._projector = Projector(self.joining, self._page)
            self._projector.finished.connect(self._forget_projector)
            self._projector.showFullScreen()

    def _forget_projector(self) -> None:
        self._projector = None

    def _put_projector_away(self) -> None:
        """Close it: its code leads into no other session."""
        if self._projector is not None:
            self._projector.close()

    def _follow_session(self) -> None:
        if not self._desk.session_is_running:
            self._put_projector_away()
