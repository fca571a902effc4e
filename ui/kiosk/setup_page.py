"""The set-up page: the form, and what is shown while connecting or not let in."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hcmd_lab.telling.translate import translate
from ui.kiosk.remembered import Place
from ui.kiosk.scaler import Scaler
from ui.kiosk.setup_form import SetupForm
from ui.kiosk.widgets.busy_dots import BusyDots
from ui.kiosk.widgets.centred import centred
from ui.kiosk.widgets.enter_key import let_enter_press
from ui.look import SPACE
from ui.look.widgets import button, label

_HINT_AFTER_MS = 8000


class SetupPage(QWidget):
    """Shows a form, the attempt to reach the lab computer, or why the station is not let in.

    Signals:
        submitted(Place, str): The station is to connect; the pairing code or an empty text.
        change_requested(): Somebody wants the form although a connection is being tried.
    """

    submitted = Signal(object, str)
    change_requested = Signal()

    def __init__(self, *, animate: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = SetupForm()
        self.form.submitted.connect(self.submitted)
        self._trying = label("", "title")
        self._address = label("", "heading")
        self._hint = label("")
        self._dots = BusyDots(still=not animate)
        for line in (self._trying, self._address, self._hint):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._change = button(translate("Change the settings"), "quiet")
        self._change.setObjectName("change_settings")
        self._change.clicked.connect(self.change_requested)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_HINT_AFTER_MS)
        self._patience.timeout.connect(self._show_hint)
        self._attempt = self._make_attempt()
        self._faces = QStackedWidget()
        self._faces.addWidget(self.form)
        self._faces.addWidget(self._attempt)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE[6], SPACE[4], SPACE[6], SPACE[4])
        rows.addWidget(self._faces)
        let_enter_press(self)
        Scaler(self)

    @property
    def is_form(self) -> bool:
        """Whether the form is shown."""
        return self._faces.currentWidget() is self.form

    def show_form(self, problem: str = "", *, at: str = "") -> None:
        """Ask for the missing information.

        Args:
            problem: The previous problem.
            at: Where: `server`, `station`, `code` or nowhere in particular.
        """
        self._patience.stop()
        self._faces.setCurrentWidget(self.form)
        self.form.explain(problem, at=at)

    def show_attempt(self, place: Place) -> None:
        """Show that the station is looking for the lab computer."""
        self._trying.setText(translate("Station {station} is connecting", station=place.station))
        self._address.setText(
            translate("Looking for the lab computer at {address}", address=place.address)
        )
        self._hint.setText("")
        self._dots.show()
        self._patience.start()
        self._faces.setCurrentWidget(self._attempt)
        self._attempt.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_waiting(self, place: Place, words: str) -> None:
        """Show that the lab computer has been found, and what the station waits for."""
        self.explain_attempt(words)
        self._trying.setText(translate("Station {station} waits", station=place.station))
        self._address.setText(translate("The lab computer is at {address}", address=place.address))

    def explain_attempt(self, words: str) -> None:
        """Say below the attempt what hinders it."""
        self._patience.stop()
        self._hint.setText(words)

    def show_closed(self, problem: str) -> None:
        """Show that the station is not let in, and why; the form needs the PIN."""
        self._patience.stop()
        self._trying.setText(translate("This station is not connected"))
        self._address.setText(translate("Please tell the experimenter."))
        self._hint.setText(problem)
        self._dots.hide()
        self._faces.setCurrentWidget(self._attempt)
        self._attempt.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_attempt(self) -> QWidget:
        made = QWidget()
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE[3])
        rows.addStretch(4)
        rows.addWidget(self._dots)
        rows.addSpacing(SPACE[3])
        rows.addWidget(self._trying)
        rows.addWidget(self._address)
        rows.addLayout(centred(self._hint, 560))
        rows.addStretch(5)
        rows.addWidget(self._change, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def _show_hint(self) -> None:
        self._hint.setText(
            translate(
                "There is no answer yet; this station keeps trying. Check that a session is open "
                "there, that the address is right, and that both computers are on the same "
                "network."
            )
        )
