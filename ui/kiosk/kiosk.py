"""A station with a window: set-up, participant's screen, way out."""

import logging
import socket

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSize, QTimer, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.room import Interruption
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.interruptions import Interruptions
from hcmd_lab.network.discovery import HostFinder
from hcmd_lab.network.message_fields import new_nonce
from hcmd_lab.network.pairing import PairingCode, parse_code
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import Interrupted
from hcmd_lab.telling.known_languages import languages
from hcmd_lab.telling.language import direction, speak, spoken_language
from hcmd_lab.telling.translate import translate
from ui.kiosk.connector import Connector
from ui.kiosk.exit_dialog import ExitDialog
from ui.kiosk.exit_gate import ExitGate
from ui.kiosk.exit_tries import ExitTries
from ui.kiosk.host_address import Address, as_station
from ui.kiosk.kept_pin import KeptPin
from ui.kiosk.options import Options
from ui.kiosk.orders import Orders
from ui.kiosk.remembered import Place, load_place
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.setup_guard import SetupGuard
from ui.kiosk.setup_page import SetupPage
from ui.kiosk.setup_words import setup_words
from ui.kiosk.sorry_page import SorryPage
from ui.kiosk.station import Station
from ui.kiosk.update_faces import UpdateFaces
from ui.kiosk.update_taking import UpdateTaking
from ui.kiosk.watchdog import CRASHED
from ui.kiosk.window import KioskWindow

log = logging.getLogger(__name__)

_NOTICED_MS = 4000
"""By then a lost connection counts as lost."""

_AGAIN_MS = 15_000
"""After this time a station that nobody may set up tries again by itself, where that can help."""

_TELLING_MS = 1000
"""How long who leaves waits at most until the lab computer knows it."""

_FOR_GOOD = frozenset(
    {
        RejectionCode.RELEASED, RejectionCode.UNKNOWN_TOKEN, RejectionCode.UNKNOWN_STATION,
        RejectionCode.WRONG_CODE, RejectionCode.WRONG_PIN, RejectionCode.TOO_MANY_TRIES,
    }
)  # fmt: skip
_ENDINGS = frozenset({Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.DROPPED})
_PLACES = {
    RejectionCode.UNKNOWN_STATION: "station",
    RejectionCode.STATION_TAKEN: "station",
    RejectionCode.WRONG_CODE: "code",
    RejectionCode.WRONG_PIN: "code",
    RejectionCode.UNKNOWN_TOKEN: "code",
    RejectionCode.RELEASED: "code",
    RejectionCode.SESSION_CLOSED: "code",
}


class Kiosk(QObject):
    """The whole station, from the command line to the participant's screen.

    Args:
        options: The command line options.

    Attributes:
        window: Shown by `start`.
        station: Joins the participant's screen and the network.
        orders: Does what the experimenter asks of the kiosk.
        updates: Takes new versions of this program.
        interruptions: Notices when the computer sleeps, is locked or announces its end.

    Signals:
        ended(int): The program is to end with this exit code.
    """

    ended = Signal(int)

    def __init__(self, options: Options, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self.window = KioskWindow(locked=not options.windowed)
        self._screen = ParticipantScreen()
        self._setup = SetupPage()
        self._sorry: SorryPage | None = None
        self._asked_for_setup = False
        self._problem = ("", "")
        self._let_in_at: Place | None = None
        self.station = Station(self._screen, self)
        self._home = self._language = spoken_language()
        self._last_page = Page.CHECK_IN
        self._screen.language_chosen.connect(self._speak)
        self._gate = ExitGate(ExitTries(options.state), KeptPin(options.state), self)
        self._guard = SetupGuard(self.window, self._gate)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._leaving = QTimer(self, singleShot=True)
        self._finder = HostFinder(self)
        self._connector = Connector(options.state, self.station, self._gate, self._finder)
        self._dialog = ExitDialog(self.window, self._gate)
        self.orders = Orders(options, self.window, self._connector)
        self.updates = UpdateTaking(options, self._connector, self._is_in_use)
        self.interruptions = Interruptions(self)
        self.window.show_face(self._setup)
        self._wire()

    def _wire(self) -> None:
        self.station.shown.connect(self._on_shown)
        self.station.shut_out.connect(self._on_shut_out)
        self.station.waits_at_door.connect(self._on_waits_at_door)
        self.station.broken.connect(self._on_broken)
        self._finder.changed.connect(lambda: self._setup.form.found.show_hosts(self._finder.hosts))
        self._connector.moved.connect(self._on_moved)
        self._connector.untrusted.connect(self._on_untrusted)
        self._connector.misdated.connect(self._on_misdated)
        self._connector.entered.connect(self._on_entered)
        self._guard.closed.connect(self._on_nobody)
        self._again.timeout.connect(self._connect_again)
        self._connector.tries_told.connect(self._on_tries_told)
        self._leaving.timeout.connect(lambda: self.ended.emit(0))
        self._setup.submitted.connect(self._on_submitted)
        self._setup.change_requested.connect(self._on_change_requested)
        self.window.leave_requested.connect(self._dialog.open_dialog)
        self.window.closed.connect(lambda: self.ended.emit(0))
        self._dialog.opened.connect(lambda: self.window.close_faces(True, by="exit"))
        self._dialog.closed.connect(lambda: self.window.close_faces(False, by="exit"))
        self._dialog.leave_allowed.connect(self._leave)
        self.orders.ended.connect(self.ended)
        self.updates.ended.connect(self.ended)
        UpdateFaces(self.window, self._setup, self._connector, self.updates)
        self.interruptions.happened.connect(self._tell_interruption)
        self._dialog.setup_allowed.connect(self._on_setup_allowed)

    def start(self) -> None:
        """Show the window, and connect if the address is known.

        Raises:
            OperatorError: The station runs already on this computer.
        """
        options = self._options
        address, station = self._known()
        if station:
            self._connector.hold(station)
        self._setup.form.fill(
            address, station or as_station(socket.gethostname()), self._connector.is_paired
        )
        if address and station and (options.code or self._connector.is_paired(station)):
            self._connect(Place(address, station), options.code)
        else:
            self._open_setup()
        place = options.position
        self.window.appear(QSize(*options.size), None if place is None else QPoint(*place))
        self.interruptions.watch(int(self.window.winId()))

    def _known(self) -> tuple[Address | None, str]:
        """Address and station, as far as known without asking."""
        options = self._options
        kept = load_place(options.state)
        if kept is None:
            return options.address, options.station
        if options.child == "again":
            # Values entered by the assistant take precedence over the command line.
            return kept.address, kept.station
        return options.address or kept.address, options.station or kept.station

    def stop(self) -> None:
        """Release the network and the screen."""
        self.updates.stop()
        self._connector.close()
        self._finder.stop()
        self.window.release()
        self.window.hide()

    def _connect(self, place: Place, code: PairingCode | None) -> None:
        self._asked_for_setup = False
        self._again.stop()
        self.window.name_station(place.station)
        self._setup.show_attempt(place)
        try:
            self._connector.connect_to(place, code)
        except OperatorError as error:
            self._open_setup(translate(error))

    def _on_submitted(self, place: Place, code: str) -> None:
        self._connect(place, parse_code(code) if code else None)

    def _on_change_requested(self) -> None:
        if self._guard.is_open:
            self._open_setup(*self._problem)
        else:
            self._dialog.open_dialog()

    def _on_setup_allowed(self) -> None:
        self._guard.open()
        self._open_setup(*self._problem)

    def _open_setup(self, problem: str = "", at: str = "") -> None:
        """Show the form, or why the station stays closed until the PIN is entered."""
        self._asked_for_setup = True
        self._problem = (problem, at)
        self._connector.stop()
        self.window.show_face(self._setup)
        if self._guard.is_open:
            self._finder.start()
            self._setup.show_form(problem, at=at)
        else:
            self._setup.show_closed(problem)

    def _on_nobody(self) -> None:
        """Close the form that nobody went on with, and be what the kiosk was before."""
        if self._setup.is_form and self.window.face is self._setup and not self._connect_again():
            self._open_setup(*self._problem)

    def _connect_again(self) -> bool:
        """Try the lab computer once more that knows the station; returns whether there is one."""
        place = self._let_in_at or self._connector.place
        if place is None or not self._connector.is_paired(place.station):
            return False
        self._connect(place, None)
        return True

    def _on_entered(self) -> None:
        self._let_in_at = self._connector.place

    def _on_untrusted(self, sentence: str) -> None:
        log.warning("another computer answers: %s", sentence)
        if not self._setup.is_form:
            self._setup.explain_attempt(setup_words(RejectionCode.WRONG_CERTIFICATE, sentence))

    def _on_misdated(self, sentence: str) -> None:
        log.warning("this computer's clock is wrong: %s", sentence)
        if not self._setup.is_form:
            self._setup.explain_attempt(setup_words(RejectionCode.WRONG_DATE, sentence))

    def _on_waits_at_door(self) -> None:
        place = self._connector.place
        if place is not None and not self._setup.is_form:
            self._setup.show_waiting(place, setup_words(RejectionCode.KNOCKING, ""))

    def _on_moved(self, place: Place) -> None:
        if not self._setup.is_form:
            self._setup.show_attempt(place)

    def _speak(self, code: str) -> None:
        """Switch to another language, with a newly created screen."""
        application = QCoreApplication.instance()
        if code == self._language or application is None:
            return
        self._language = code
        speak(application, code)
        former = self._screen
        self._screen = ParticipantScreen(pictures=former.pictures)
        self._screen.setLayoutDirection(direction(code))
        self._screen.language_chosen.connect(self._speak)
        self._screen.newcomer_after = former.newcomer_after
        self.station.show_on(self._screen)
        if self.window.face is former:
            self.window.show_face(self._screen)
            self._screen.take_focus()
        former.hide()
        former.deleteLater()

    def _on_shown(self, view: SeatView) -> None:
        if not view.participant and self._last_page is not Page.CHECK_IN:
            self._speak(self._home)  # the next participant has not chosen
        elif view.participant and not self._screen.newcomer_after:
            # Also after a restart, and for somebody moved here from another station.
            self._speak(view.language if view.language in languages() else self._home)
        self._last_page = view.page
        if not self._asked_for_setup and self.window.face is not self._screen:
            self.window.show_face(self._screen)
            self._screen.take_focus()

    def _on_shut_out(self, code: str, sentence: str) -> None:
        view = self.station.view
        if view is not None and view.page in _ENDINGS and self.window.face is self._screen:
            # Somebody may still be reading what they have earned. The keys for leaving lead to
            # the set-up as well.
            self._screen.set_connected(True)
            return
        log.warning("not let in: %s", sentence)
        known = _PLACES.get(RejectionCode(code)) if code in set(RejectionCode) else None
        self._open_setup(setup_words(code, sentence), known or "")
        if not self._guard.is_open and code not in _FOR_GOOD:
            self._again.start()

    def _on_broken(self) -> None:
        """Request a restart if a watchdog can do it and has not done so already."""
        if self._options.child == "first":
            QTimer.singleShot(0, self, lambda: self.ended.emit(CRASHED))
            return
        self._sorry = self._sorry or SorryPage()
        self.window.show_face(self._sorry)

    def _is_in_use(self) -> bool:
        """Whether a participant is somewhere in a session here."""
        view = self.station.view
        return view is not None and bool(view.participant) and view.page not in _ENDINGS

    def _tell_interruption(self, what: Interruption, lasted_ms: int) -> None:
        # After a sleep the connection may be dead without anybody having noticed yet.
        wait_ms = _NOTICED_MS if what is Interruption.ASLEEP else 0
        message = Interrupted(new_nonce(), what, lasted_ms)
        QTimer.singleShot(wait_ms, self, lambda: self._connector.report(message))

    def _leave(self) -> None:
        log.warning("the kiosk was left")
        # Whoever leads the session is to know it, if it can be told: what is not told now is told
        # in the next session.
        if self._connector.is_telling_tries:
            self._leaving.start(_TELLING_MS)
        else:
            self.ended.emit(0)

    def _on_tries_told(self) -> None:
        if self._leaving.isActive():
            self._leaving.stop()
            self.ended.emit(0)
