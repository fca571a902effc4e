"""Simulated participants at a button: who may sit down, the question, and their end."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.simulated_question import (
    SimulatedQuestion,
    consequence,
    why_no_simulated,
)
from ui.control.session.simulated_seats import SimulatedSeats
from ui.look.allowing import allow_unless


class SimulatedDesk(QObject):
    """Lets simulated participants take free seats of the hosted session.

    Signals:
        failed(str): One of them cannot play; a sentence.
        done(str): Some have sat down; a few words.

    Attributes:
        act: Asks how many.
    """

    failed = Signal(str)
    done = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """Start without a session.

        Args:
            desk: Its session is played in.
            page: The question opens above it.
        """
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._host: SessionHost | None = None
        self._seats: SimulatedSeats | None = None
        self.act = QAction(translate("S&imulated participants…"), self)
        self.act.triggered.connect(self._ask)
        desk.session_changed.connect(self._end_with_session)

    def begin(self, host: SessionHost) -> None:
        """Play for those who played before the session was interrupted."""
        self._host = host
        self._seats = SimulatedSeats(host, self)
        self._seats.failed.connect(self.failed)

    def offer(self, state: SessionState) -> None:
        """Offer the act while there are free seats."""
        why = why_no_simulated(state)
        self.act.setVisible(bool(state.free_seats) and not state.closed)
        allow_unless(self.act, why, tip=self._consequence(state))

    def _end_with_session(self) -> None:
        if self._seats is not None and self._desk.host is not self._host:
            self._seats.end()
            self._seats.deleteLater()
            self._seats = None

    def _consequence(self, state: SessionState) -> str:
        return consequence(state, study_is_simulated=self._desk.study.settings.simulated)

    def _ask(self) -> None:
        host = self._desk.host
        if host is None or self._seats is None:
            return
        state = host.runner.state
        question = SimulatedQuestion(state, self._consequence(state), self._page)

        def follow() -> None:
            question.follow(host.runner.state)

        self._desk.session_changed.connect(follow)
        wanted = question.exec() == QDialog.DialogCode.Accepted
        self._desk.session_changed.disconnect(follow)
        # Somebody may have sat down during the question.
        number = min(question.number.value(), host.runner.state.free_seats)
        question.deleteLater()
        if wanted and number:
            self._seats.fill(number)
            self.done.emit(
                translate("{n} simulated participant(s) (was|were) told to sit down", n=number)
            )
