"""The summary of a session that has ended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hcmd_lab.telling.purposes import purpose_words
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.pilot_mark import PilotBand
from ui.control.session.session_facts import SessionFacts
from ui.control.session.session_review import ReviewPage, review_session
from ui.control.study.next_step import NextStep
from ui.look import SPACE
from ui.look.fitted_scroll import FittedScroll
from ui.look.layouts import Spare, fill, in_column, in_row
from ui.look.widgets import Card, button, label

_WIDTH_PX = 760


class SummaryPage(QWidget):
    """Counts of groups, minutes and decisions, and the next step.

    Signals:
        new_requested(): Another session.
        stations_requested(): Look at the stations' last screens.
        panel_requested(str): Show another panel.

    Attributes:
        next_step: What the study needs now.
    """

    new_requested = Signal()
    stations_requested = Signal()
    panel_requested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the page without a session."""
        super().__init__(parent)
        self._desk = desk
        self._band = PilotBand(translate("Nothing in this session counts for the study."))
        self._title = label("", "title")
        self._facts = SessionFacts()
        self.next_step = NextStep(desk)
        self.next_step.panel_requested.connect(self.panel_requested)
        self.new = icon_button(Icon.ADD, translate("&New session"), clicked=self.new_requested)
        payments = icon_button(Icon.REPORT, translate("&Payments…"), clicked=self._show_payments)
        self.look = icon_button(
            Icon.PREVIEW, translate("&Look at the session…"), clicked=self._show_review
        )
        stations = button(translate("Look &at the stations"), "quiet")
        stations.clicked.connect(self.stations_requested)
        buttons = in_row(payments, self.look, self.new, stations, Spare(), gap=3)
        # A large session has a line for each group; what comes next stays on the screen.
        facts = FittedScroll(self._facts)
        card = Card()
        card.setFixedWidth(_WIDTH_PX)
        card.body.setSpacing(SPACE[4])
        fill(card.body, self._band, self._title, facts, buttons, self.next_step)
        desk.standing_changed.connect(self._follow)
        self._follow()
        # Stretches instead of an alignment, so that the card's height follows from its texts.
        row = in_row(Spare(), card, Spare())
        in_column(Spare(2), row, Spare(3), of=self, margins=(5, 5, 5, 5))

    def _show_payments(self) -> None:
        self._open(ReviewPage.PAYMENTS)

    def _show_review(self) -> None:
        self._open(ReviewPage.SUMMARY)

    def _open(self, page: ReviewPage) -> None:
        if self._desk.host is not None:
            review_session(self._desk, self._desk.host.session, self, page)

    def _follow(self) -> None:
        """One button for a new session is enough."""
        self.new.setVisible(not self.next_step.is_session)

    def show_session(self) -> None:
        """Show the session that has just ended."""
        host = self._desk.host
        if host is None:
            return
        state = host.runner.state
        self._band.setVisible(state.plan.purpose == "pilot")
        self._title.setText(
            translate(
                "{purpose} session {code} is over",
                purpose=purpose_words(state.plan.purpose),
                code=host.session,
            )
        )
        self._facts.show_session(self._desk.study, host.session, state)
