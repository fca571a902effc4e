"""The header of a running session: kind, duration, progress."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.study.counting import Exclusion, GroupCount
from hcmd_lab.study.status import StudyStatus
from hcmd_lab.telling.groups import group_count_in_words
from hcmd_lab.telling.purposes import purpose_words
from hcmd_lab.telling.times import session_time
from hcmd_lab.telling.translate import translate
from ui.control.session.state_words import listed
from ui.look.layouts import Spare, in_column, in_row
from ui.look.tips import set_tip
from ui.look.widgets import button, label


class SessionHeader(QWidget):
    """Shows the session's name and progress.

    Signals:
        code_requested(): Show how stations join.
        suspend_requested(): Disconnect everybody; the session can be resumed.
        payments_requested(): Show what everyone is paid.
        guests_requested(): Show who of the participant list is here.
        turn_away_requested(): Note somebody who cannot take part.
        end_requested(): End all groups and close the session.
        summary_requested(): Show what the session, which is over, has come to.
    """

    code_requested = Signal()
    suspend_requested = Signal()
    payments_requested = Signal()
    participant_list_requested = Signal()
    turn_away_requested = Signal()
    end_requested = Signal()
    summary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a session."""
        super().__init__(parent)
        self._title = label("", "title", wrap=False)
        self._clock = label("", "heading", wrap=False)
        self._progress = label("", "caption", wrap=False)
        self.code = button("", "quiet", clicked=self.code_requested)
        set_tip(self.code, translate("Show how stations join"))
        self.summary = button(translate("S&ummary"), clicked=self.summary_requested)
        menu_button = button(translate("This s&ession"))
        menu = QMenu(self)
        self.payments = menu.addAction(translate("&Payments…"))
        self.payments.triggered.connect(self.payments_requested)
        self.participant_list = menu.addAction(translate("Participant &list…"))
        self.participant_list.triggered.connect(self.participant_list_requested)
        self.turn_away = menu.addAction(translate("&Turn someone away…"))
        self.turn_away.triggered.connect(self.turn_away_requested)
        self.suspend = menu.addAction(translate("Inte&rrupt the session…"))
        self.end = menu.addAction(translate("En&d the session…"))
        self.suspend.triggered.connect(self.suspend_requested)
        self.end.triggered.connect(self.end_requested)
        menu_button.setMenu(menu)
        self._menu_button = menu_button
        self._uncounted = label("", "danger")
        self._uncounted.hide()
        words = in_column(self._title, self._progress, gap=0)
        row = in_row(words, Spare(), self.code, self._clock, self.summary, menu_button, gap=3)
        in_column(row, self._uncounted, of=self, gap=2)

    def show_state(
        self, session: str, state: SessionState, now_ms: int, status: StudyStatus | None
    ) -> None:
        """Show a session's progress.

        Args:
            session: Its code.
            state: The session.
            now_ms: On the session's clock.
            status: The study's status, for the target; None omits it.
        """
        pilot = state.plan.purpose == "pilot"
        self.summary.setVisible(state.closed)
        self.participant_list.setVisible(state.plan.script.participant_list)
        self._menu_button.setVisible(not state.closed)
        self._title.setText(
            translate(
                "{purpose} · session {code}",
                purpose=purpose_words(state.plan.purpose),
                code=session,
            )
        )
        self._clock.setText(session_time(now_ms))
        self._clock.setAccessibleName(translate("Session time {time}", time=session_time(now_ms)))
        complete = sum(group.phase is Phase.FINISHED for group in state.groups.values())
        words = translate(
            "{complete} of {n} group(s) complete", complete=complete, n=len(state.groups)
        )
        if status is not None and status.groups_target and not pilot:
            words += " · " + translate(
                "study: {groups} of {target}", groups=status.groups, target=status.groups_target
            )
        self._progress.setText(words)

    def add_act(self, action: QAction) -> None:
        """Add an act to the menu, before those that end the session."""
        self._menu_button.menu().insertAction(self.suspend, action)

    def show_counts(self, counts: Mapping[int, GroupCount]) -> None:
        """Tell which groups do not count although they play, and why not."""
        told = {
            number: translate(group_count_in_words(number, count))
            for number, count in counts.items()
            if count.exclusion is Exclusion.SIMULATED
        }
        words = "".join(told.values())
        if len(told) > 1:
            words = translate(
                "Groups {numbers} do not count: simulated participants play in them.",
                numbers=listed(list(told)),
            )
        self._uncounted.setText(words)
        set_tip(self._uncounted, "\n".join(told.values()))
        self._uncounted.setVisible(bool(told))

    def show_code(self, code: str, *, visible: bool) -> None:
        """Show the pairing code as a chip, where it is not shown large."""
        self.code.setText(translate("Code {code}", code=code))
        self.code.setVisible(visible)
