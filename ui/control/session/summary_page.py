"""The summary of a session that has ended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.telling.numbers import percent, whole
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.pilot_mark import PilotBand
from ui.control.session.payment_desk import PaymentDesk
from ui.control.session.state_words import purpose_words
from ui.control.session.wizard_page import clear
from ui.look import SPACE
from ui.look.layouts import Spare, fill, in_column, in_row
from ui.look.widgets import Card, button, label

_WIDTH_PX = 720


class SummaryPage(QWidget):
    """Counts of groups, minutes and decisions, and the next step.

    Signals:
        new_requested(): Another session.
        stations_requested(): Look at the stations' last screens.
        next_requested(): Continue with the study's next step.
    """

    new_requested = Signal()
    stations_requested = Signal()
    next_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the page without a session."""
        super().__init__(parent)
        self._desk = desk
        self._band = PilotBand(translate("Nothing in this session counts for the study."))
        self._title = label("", "title")
        self._next = label("")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(SPACE[5])
        self._rows.setVerticalSpacing(SPACE[2])
        self._rows.setColumnStretch(1, 1)
        self.go_on = button(translate("Go on in the st&udy"), "primary")
        self.new = button(translate("&New session"), clicked=self.new_requested)
        payments = button(translate("&Payments…"), clicked=lambda: PaymentDesk(desk, self).open())
        stations = button(translate("Look at the &stations"), "quiet")
        self.go_on.clicked.connect(self.next_requested)
        stations.clicked.connect(self.stations_requested)
        buttons = in_row(self.go_on, payments, self.new, stations, Spare(), gap=3)
        card = Card()
        card.setFixedWidth(_WIDTH_PX)
        card.body.setSpacing(SPACE[4])
        fill(card.body, self._band, self._title, self._rows, self._next, buttons)
        # Stretches instead of an alignment, so that the card's height follows from its texts.
        row = in_row(Spare(), card, Spare())
        in_column(Spare(2), row, Spare(3), of=self, margins=(5, 5, 5, 5))

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
        clear(self._rows)
        self._add_groups(state)
        minutes = max(1, round(state.clock_ms / 60_000))
        self._add(translate("Time"), translate("{n} minute(s)", n=minutes))
        self._add_decisions(host.session)
        self._next.setText(translate(self._desk.study.status().sentence))

    def _add_groups(self, state: SessionState) -> None:
        phases = [group.phase for group in state.groups.values()]
        names = (
            (Phase.FINISHED, translate("Groups complete")),
            (Phase.ENDED_EARLY, translate("Ended early, with pay")),
            (Phase.VOID, translate("Void")),
        )
        for phase, name in names:
            count = phases.count(phase)
            if count or phase is Phase.FINISHED:
                words = translate("{count} of {groups}", count=count, groups=len(phases))
                self._add(name, words)

    def _add_decisions(self, session: str) -> None:
        decisions = self._desk.study.store.tables.decisions(session)
        late = sum(row.decided_by == "timeout" for row in decisions)
        stand_in = sum(row.decided_by == "stand_in" for row in decisions)
        self._add(translate("Decisions"), whole(len(decisions)))
        share = percent(late / len(decisions), 1) if decisions else "–"
        self._add(
            translate("Made because time ran out"),
            translate("{count} ({share})", count=whole(late), share=share),
        )
        if stand_in:
            self._add(translate("Made for participants who had left"), whole(stand_in))

    def _add(self, name: str, value: str) -> None:
        row = self._rows.rowCount()
        self._rows.addWidget(label(name, "body", wrap=False), row, 0)
        self._rows.addWidget(label(value, "heading", wrap=False), row, 1)
